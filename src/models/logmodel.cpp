// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logmodel.h"

#include "engine/wording.h"
#include "models/messagemodel.h"
#include "phone/phonenumber.h"

namespace models {

namespace {

constexpr int pageSize = 200;

bool shownAlike(const domain::Message &a, const domain::Message &b)
{
    return a.state == b.state && a.sinceMs == b.sinceMs && a.text == b.text && a.name == b.name;
}

} // namespace

LogModel::LogModel(const QString &databaseFile, QObject *parent)
    : QAbstractTableModel(parent)
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
    question.filter.limit = pageSize;
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

void LogModel::goToNewest()
{
    place(question(LogQuestion::Place));
}

void LogModel::goToOldest()
{
    LogQuestion oldest = question(LogQuestion::Place);
    oldest.filter.afterId = 1; // nothing is older than the first
    place(oldest);
}

void LogModel::goToTime(qint64 ms)
{
    LogQuestion then = question(LogQuestion::Place);
    then.goToMs = ms;
    place(then);
}

void LogModel::refresh()
{
    if (m_loading || m_askedOlder || m_askedNewer)
        return; // what comes is fresh
    LogQuestion again = question(LogQuestion::Reread);
    again.rows = static_cast<int>(m_rows.size());
    again.filter.afterId = m_atNewest || m_rows.isEmpty() ? 0 : m_rows.constFirst().id + 1;
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
        m_atNewest = answer.atNewest;
        m_atOldest = answer.atOldest;
        m_total = answer.total;
        m_stored = answer.question.filter;
        replace(answer.rows);
        break;
    // A page may be asked for again only once this one is in its place.
    case LogQuestion::Older:
        m_atOldest = answer.atOldest;
        if (!answer.rows.isEmpty()) {
            const int first = static_cast<int>(m_rows.size());
            beginInsertRows({}, first, first + static_cast<int>(answer.rows.size()) - 1);
            m_rows += answer.rows;
            endInsertRows();
        }
        m_askedOlder = false;
        break;
    case LogQuestion::Newer:
        m_atNewest = answer.atNewest;
        if (!answer.rows.isEmpty()) {
            beginInsertRows({}, 0, static_cast<int>(answer.rows.size()) - 1);
            m_rows = answer.rows + m_rows;
            endInsertRows();
        }
        m_askedNewer = false;
        break;
    case LogQuestion::Reread:
        m_total = answer.total;
        takeReread(answer);
        break;
    }
    Q_EMIT loaded();
}

void LogModel::replace(const QList<domain::Message> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

// New ones above the rows that were there are inserted, so that selection and place stay.
void LogModel::takeReread(const LogAnswer &answer)
{
    QList<domain::Message> fresh = answer.rows;
    qsizetype added = 0;
    while (added < fresh.size() && (m_rows.isEmpty() || fresh[added].id != m_rows.constFirst().id))
        ++added;
    const qsizetype kept = fresh.size() - added;
    bool sameRows = !m_rows.isEmpty() && kept > 0 && (kept >= m_rows.size() || added > 0);
    for (qsizetype i = 0; sameRows && i < qMin(kept, m_rows.size()); ++i)
        sameRows = fresh[added + i].id == m_rows[i].id;
    if (!sameRows) {
        m_atNewest = answer.atNewest;
        m_atOldest = answer.atOldest;
        replace(fresh);
        return;
    }
    if (added > 0) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_rows = fresh.first(added) + m_rows;
        endInsertRows();
    }
    for (qsizetype i = added; i < qMin(fresh.size(), m_rows.size()); ++i) {
        if (shownAlike(fresh[i], m_rows[i]))
            continue;
        m_rows[i] = fresh[i];
        Q_EMIT dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), ColumnCount - 1));
    }
}

void LogModel::fetchNewer()
{
    if (m_loading || m_askedNewer || m_atNewest || m_rows.isEmpty())
        return;
    m_askedNewer = true;
    LogQuestion newer = question(LogQuestion::Newer);
    newer.filter.afterId = m_rows.constFirst().id;
    m_reader.ask(newer);
}

bool LogModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atOldest && !m_loading && !m_askedOlder && !m_rows.isEmpty();
}

void LogModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_askedOlder = true;
    LogQuestion older = question(LogQuestion::Older);
    older.filter.afterId = m_rows.constLast().id;
    m_reader.ask(older);
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LogModel::text(const domain::Message &message, int column) const
{
    switch (column) {
    case Since:
        return sinceInWords(message.sinceMs);
    case Number:
        return phone::forDisplay(message.number);
    case Name:
        return message.name;
    case Text:
        return message.text.simplified();
    case State:
        return engine::wording::state(message.state);
    case Campaign:
        return m_campaigns.value(message.campaign);
    default:
        return {};
    }
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const domain::Message &message = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(message, index.column());
    case Qt::ToolTipRole:
        return index.column() == Text ? message.text : text(message, index.column());
    case StateRole:
        return static_cast<int>(message.state);
    case IdRole:
        return message.id;
    case CampaignRole:
        return message.campaign;
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Since:
        return tr("Since", "column: when it came into its state");
    case Number:
        return tr("Number", "column");
    case Name:
        return tr("Name", "column");
    case Text:
        return tr("Text", "column");
    case State:
        return tr("State", "column");
    case Campaign:
        return tr("Campaign", "column");
    default:
        return {};
    }
}

} // namespace models
