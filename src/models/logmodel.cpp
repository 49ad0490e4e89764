// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logmodel.h"

#include "storage/folding.h"

#include <algorithm>
#include <utility>

namespace models {

namespace {

constexpr int pageSize = 200;

} // namespace

LogModel::LogModel(const QString &databaseFile, QObject *parent)
    : MessageRows({Field::Since, Field::Number, Field::Name, Field::Text, Field::State, Field::Campaign},
                  parent)
    , m_reader(databaseFile)
{
    connect(&m_reader, &LogReader::answered, this, &LogModel::take, Qt::QueuedConnection);
}

LogQuestion LogModel::question(LogQuestion::Kind kind) const
{
    LogQuestion question;
    question.kind = kind;
    question.filter.search = m_filter.search;
    question.filter.states = m_filter.states;
    question.filter.campaign = m_filter.campaign;
    question.filter.limit = m_sortColumn < 0 ? pageSize : sortedAtMost + 1;
    question.periodFromMs = m_filter.fromMs;
    question.periodUntilMs = m_filter.untilMs;
    return question;
}

void LogModel::place(LogQuestion question)
{
    m_loading = true;
    m_askedOlder = m_askedNewer = false;
    m_reader.ask(std::move(question));
}

void LogModel::setFilter(const Filter &filter)
{
    m_filter = filter;
    place(question(LogQuestion::Place));
}

storage::MessageFilter LogModel::storedFilter() const
{
    return m_stored;
}

void LogModel::goByTime(bool tooManyToSort)
{
    if (std::exchange(m_sortColumn, -1) >= 0)
        Q_EMIT byTimeAgain(tooManyToSort);
}

void LogModel::goToNewest()
{
    goByTime(false);
    place(question(LogQuestion::Place));
}

void LogModel::goToOldest()
{
    goByTime(false);
    LogQuestion oldest = question(LogQuestion::Place);
    oldest.filter.afterId = 1; // nothing is older than the first
    place(oldest);
}

void LogModel::goToTime(qint64 ms)
{
    goByTime(false);
    LogQuestion then = question(LogQuestion::Place);
    then.goToMs = ms;
    place(then);
}

void LogModel::sort(int column, Qt::SortOrder order)
{
    if (std::pair(column, order) == std::pair(m_sortColumn, m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    place(question(LogQuestion::Place));
}

void LogModel::arrange(QList<domain::Message> rows)
{
    using Key = std::pair<QString, qint64>;
    QHash<qint64, Key> keys;
    for (const domain::Message &message : std::as_const(rows))
        keys.insert(message.id, m_sortColumn == Since
                                    ? Key(QString(), message.sinceMs)
                                    : Key(storage::sortKey(shown(message, m_sortColumn)), message.id));
    std::sort(rows.begin(), rows.end(), [&](const domain::Message &a, const domain::Message &b) {
        const Key &first = keys[a.id];
        const Key &second = keys[b.id];
        return m_sortOrder == Qt::AscendingOrder ? first < second : second < first;
    });
    const bool sameRows = std::equal(rows.cbegin(), rows.cend(), this->rows().cbegin(), this->rows().cend(),
                                     [](const auto &a, const auto &b) { return a.id == b.id; });
    if (!sameRows)
        return replace(rows);
    for (int row = 0; row < static_cast<int>(rows.size()); ++row)
        update(row, rows.at(row));
}

void LogModel::refresh()
{
    if (m_loading || m_askedOlder || m_askedNewer)
        return; // what comes is fresh
    if (m_sortColumn >= 0)
        return place(question(LogQuestion::Place));
    LogQuestion again = question(LogQuestion::Reread);
    again.rows = static_cast<int>(rows().size());
    again.filter.afterId = m_atNewest || rows().isEmpty() ? 0 : rows().constFirst().id + 1;
    m_reader.ask(again);
}

void LogModel::take(const LogAnswer &answer)
{
    if (answer.question.generation != m_reader.generation())
        return; // overtaken
    const LogQuestion::Kind kind = answer.question.kind;
    if (kind == LogQuestion::Place)
        m_loading = false;
    if (answer.problem) {
        m_askedOlder = m_askedNewer = false;
        Q_EMIT readFailed(*answer.problem);
        return;
    }
    m_campaigns.insert(answer.campaigns);
    switch (kind) {
    case LogQuestion::Place:
        takePlace(answer);
        break;
    // A page may be asked for again only once this one is in its place.
    case LogQuestion::Older:
        m_atOldest = answer.atOldest;
        append(answer.rows);
        m_askedOlder = false;
        break;
    case LogQuestion::Newer:
        m_atNewest = answer.atNewest;
        prepend(answer.rows);
        m_askedNewer = false;
        break;
    case LogQuestion::Reread:
        m_total = answer.total;
        takeReread(answer);
        break;
    }
    Q_EMIT loaded();
}

void LogModel::takePlace(const LogAnswer &answer)
{
    m_atNewest = answer.atNewest;
    m_atOldest = answer.atOldest;
    m_total = answer.total;
    m_stored = answer.question.filter;
    if (m_sortColumn >= 0 && m_atNewest && m_atOldest)
        return arrange(answer.rows);
    replace(answer.rows);
    goByTime(true);
}

// New ones above the rows that were there are inserted, so that selection and place stay.
void LogModel::takeReread(const LogAnswer &answer)
{
    QList<domain::Message> fresh = answer.rows;
    qsizetype added = 0;
    while (added < fresh.size() && (rows().isEmpty() || fresh[added].id != rows().constFirst().id))
        ++added;
    const qsizetype kept = fresh.size() - added;
    bool sameRows = !rows().isEmpty() && kept > 0 && (kept >= rows().size() || added > 0);
    for (qsizetype i = 0; sameRows && i < qMin(kept, rows().size()); ++i)
        sameRows = fresh[added + i].id == rows()[i].id;
    if (!sameRows) {
        m_atNewest = answer.atNewest;
        m_atOldest = answer.atOldest;
        replace(fresh);
        return;
    }
    prepend(fresh.first(added));
    for (qsizetype i = added; i < qMin(fresh.size(), rows().size()); ++i)
        update(static_cast<int>(i), fresh[i]);
}

void LogModel::fetchNewer()
{
    if (m_loading || m_askedNewer || m_atNewest || rows().isEmpty())
        return;
    m_askedNewer = true;
    LogQuestion newer = question(LogQuestion::Newer);
    newer.filter.afterId = rows().constFirst().id;
    m_reader.ask(newer);
}

bool LogModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atOldest && !m_loading && !m_askedOlder && !rows().isEmpty();
}

void LogModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_askedOlder = true;
    LogQuestion older = question(LogQuestion::Older);
    older.filter.afterId = rows().constLast().id;
    m_reader.ask(older);
}

QString LogModel::campaignName(qint64 campaign) const
{
    return m_campaigns.value(campaign);
}

} // namespace models
