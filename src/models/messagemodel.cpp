// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/messagemodel.h"

#include "engine/language.h"
#include "engine/wording.h"
#include "phone/phonenumber.h"

#include <QDateTime>

namespace models {

namespace {

constexpr int pageSize = 200; // rows: well under a frame

bool shownAlike(const domain::Message &a, const domain::Message &b)
{
    return a.state == b.state && a.sinceMs == b.sinceMs && a.errorCode == b.errorCode && a.note == b.note &&
           a.text == b.text;
}

} // namespace

QString sinceInWords(qint64 ms)
{
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(ms);
    const QLocale locale = engine::language::locale();
    return since.date() == QDate::currentDate() ? locale.toString(since.time(), QStringLiteral("HH:mm:ss"))
                                                : locale.toString(since, QLocale::ShortFormat);
}

MessageModel::MessageModel(storage::Database &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
}

void MessageModel::setFilter(const storage::MessageFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    m_rows = page(0, pageSize);
    m_complete = m_rows.size() < pageSize;
    endResetModel();
}

QList<domain::Message> MessageModel::page(qint64 afterId, int limit)
{
    storage::MessageFilter filter = m_filter;
    filter.afterId = afterId;
    filter.limit = limit;
    auto rows = storage::Journal(m_reader).messages(filter);
    if (!rows) {
        Q_EMIT readFailed(rows.error());
        return {};
    }
    return std::move(rows).value();
}

void MessageModel::refresh()
{
    QList<domain::Message> fresh;
    const qsizetype wanted = qMax<qsizetype>(m_rows.size(), pageSize);
    while (fresh.size() < wanted) {
        const QList<domain::Message> next = page(fresh.isEmpty() ? 0 : fresh.constLast().id, pageSize);
        fresh += next;
        if (next.size() < pageSize)
            break;
    }
    bool sameRows = fresh.size() == m_rows.size();
    for (qsizetype i = 0; sameRows && i < fresh.size(); ++i)
        sameRows = fresh[i].id == m_rows[i].id;
    if (!sameRows) {
        beginResetModel();
        m_complete = fresh.size() < wanted;
        m_rows = std::move(fresh);
        endResetModel();
        return;
    }
    for (int i = 0; i < static_cast<int>(fresh.size()); ++i) {
        if (shownAlike(fresh[i], m_rows[i]))
            continue;
        m_rows[i] = fresh[i];
        Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
    }
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MessageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MessageModel::text(const domain::Message &message, int column) const
{
    switch (column) {
    case Number:
        return phone::forDisplay(message.number);
    case Name:
        return message.name;
    case Text:
        return message.text.simplified();
    case State:
        return engine::wording::state(message.state);
    case Since:
        return sinceInWords(message.sinceMs);
    case Reason:
        return engine::wording::messageReason(message);
    default:
        return {};
    }
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
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

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Number", "column");
    case Name:
        return tr("Name", "column");
    case Text:
        return tr("Text", "column");
    case State:
        return tr("State", "column");
    case Since:
        return tr("Since", "column: when it came into its state");
    case Reason:
        return tr("Reason and next step", "column");
    default:
        return {};
    }
}

bool MessageModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete;
}

void MessageModel::fetchMore(const QModelIndex &parent)
{
    if (parent.isValid() || m_complete)
        return;
    const QList<domain::Message> next = page(m_rows.isEmpty() ? 0 : m_rows.constLast().id, pageSize);
    m_complete = next.size() < pageSize;
    if (next.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(next.size()) - 1);
    m_rows += next;
    endInsertRows();
}

} // namespace models
