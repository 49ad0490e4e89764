// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conversationmodel.h"

#include "models/when.h"
#include "phone/phonenumber.h"
#include "storage/folding.h"

#include <QSet>

namespace models {
using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 2000;

} // namespace

void ConversationModel::refresh()
{
    storage::InboxRepository inbox(m_reader);
    using Shelf = storage::InboxRepository::Shelf;
    const auto found = inbox.conversations(mostRows, m_archive ? Shelf::Archived : Shelf::Open);
    if (!found) {
        Q_EMIT readFailed(found.error());
        return;
    }
    QList<storage::Conversation> rows = *found;
    m_hasAny = !rows.isEmpty();
    if (!m_hasAny) {
        const auto others = inbox.conversations(1, m_archive ? Shelf::Open : Shelf::Archived);
        m_hasAny = others && !others->isEmpty();
    }
    if (const auto unread = inbox.unread())
        m_unread = *unread;
    if (!m_search.isEmpty()) {
        storage::InboxFilter filter;
        filter.search = m_search;
        filter.newestFirst = true;
        filter.limit = mostRows;
        QSet<QString> wrote;
        if (const auto hits = inbox.messages(filter)) {
            for (const domain::InboundMessage &hit : *hits)
                wrote.insert(hit.from);
        }
        const QString wanted = storage::folded(m_search);
        QString digits = m_search; // as people write numbers
        digits.remove(u' ');
        rows.removeIf([&](const storage::Conversation &row) {
            return !wrote.contains(row.number) && !storage::folded(row.name).contains(wanted) &&
                   !row.number.contains(digits);
        });
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void ConversationModel::setSearch(const QString &search)
{
    m_search = search.trimmed();
    refresh();
}

void ConversationModel::setArchive(bool archived)
{
    m_archive = archived;
    refresh();
}

int ConversationModel::rowOf(const QString &number) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).number == number)
            return row;
    }
    return -1;
}

QVariant ConversationModel::value(int place, int role) const
{
    const storage::Conversation &row = m_rows.at(place);
    const QString shownNumber = phone::forDisplay(row.number);
    const QString name = row.name.isEmpty() ? shownNumber : row.name;
    const QString text = row.mayBeOptOut
                             ? tr("An opt-out? %1", "text of a message").arg(row.lastText.simplified())
                             : row.lastText.simplified();
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return name;
    case NumberRole:
        return row.number;
    case TextRole:
        return text;
    case MayBeOptOutRole:
        return row.mayBeOptOut;
    case IsContactRole:
        return row.isContact;
    case KnownRole:
        return row.name;
    case TimeRole:
        return dayOrTime(row.lastMs);
    case UnreadRole:
        return row.unread;
    case Qt::ToolTipRole:
        return shownNumber;
    case Qt::AccessibleTextRole:
        return row.unread > 0 ? tr("%1, %n unread, %2: %3", "name, time, text", row.unread)
                                    .arg(name, dayOrTime(row.lastMs), text)
                              : tr("%1, %2: %3", "name, time, text").arg(name, dayOrTime(row.lastMs), text);
    default:
        return {};
    }
}

} // namespace models
