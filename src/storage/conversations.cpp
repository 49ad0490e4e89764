// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/inboxrepository.h"

#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;
using domain::ActionKind;

namespace {

// What may be an opt-out, from numbers to which messages still go.
const QString waiting =
    u"SELECT inbound.id, inbound.sender AS sender FROM inbound_action "
    "JOIN inbound ON inbound.id = inbound_action.inbound WHERE what = '%1' "
    "AND inbound.sender NOT IN (SELECT number FROM opt_out WHERE number IS NOT NULL)"_s.arg(
        identifier(ActionKind::MayBeOptOut));

} // namespace

base::Result<QList<Conversation>> InboxRepository::conversations(int limit, Shelf shelf)
{
    return rows<Conversation>(
        m_database,
        u"SELECT conversation.number, coalesce(nullif(contact.name, ''), "
        "(SELECT name FROM message WHERE message.number = conversation.number AND name <> '' "
        "ORDER BY id DESC LIMIT 1), ''), contact.id IS NOT NULL, inbound.text, last_ms, "
        "conversation.unread, conversation.number IN (SELECT sender FROM (%1) AS waiting) "
        "FROM conversation JOIN inbound ON inbound.id = last_inbound "
        "LEFT JOIN contact ON contact.number = conversation.number "
        "WHERE CASE WHEN archived_ms >= last_ms THEN 1 ELSE 0 END = ? ORDER BY last_ms DESC LIMIT ?"_s.arg(
            waiting),
        [](const Statement &row) -> Conversation {
            return {row.text(0),   row.text(1),    row.integer(2) != 0, row.text(3),
                    row.number(4), row.integer(5), row.integer(6) != 0};
        },
        shelf == Shelf::Archived, limit);
}

base::Result<void> InboxRepository::setArchived(const QString &number, bool archived)
{
    return changedOne(
        execute(m_database,
                u"UPDATE conversation SET archived_ms = CASE WHEN ? <> 0 THEN last_ms ELSE 0 END "
                "WHERE number = ?"_s,
                archived, number),
        number);
}

base::Result<void> InboxRepository::markAllRead()
{
    for (const QString &statement : {u"UPDATE inbound SET unread = 0 WHERE unread = 1"_s,
                                     u"UPDATE conversation SET unread = 0 WHERE unread > 0"_s}) {
        if (auto read = execute(m_database, statement); !read)
            return read.error();
    }
    return {};
}

base::Result<qint64> InboxRepository::unread()
{
    return selectTotal(m_database, u"SELECT sum(unread) FROM conversation"_s);
}

base::Result<void> InboxRepository::markRead(const QString &number)
{
    if (auto read =
            execute(m_database, u"UPDATE inbound SET unread = 0 WHERE sender = ? AND unread = 1"_s, number);
        !read)
        return read.error();
    return run(m_database, u"UPDATE conversation SET unread = 0 WHERE number = ?"_s, number);
}

base::Result<void> InboxRepository::addAction(const InboundAction &action)
{
    return run(m_database, u"INSERT INTO inbound_action (inbound, at_ms, what, detail) VALUES (?, ?, ?, ?)"_s,
               action.inbound, action.atMs, identifier(action.what), action.detail);
}

base::Result<QList<InboundAction>> InboxRepository::actions(qint64 message)
{
    return rows<InboundAction>(
        m_database,
        u"SELECT inbound, at_ms, what, detail FROM inbound_action WHERE inbound = ? ORDER BY id"_s,
        [](const Statement &row) -> InboundAction {
            return {row.number(0), row.number(1), domain::actionKind(row.text(2)), row.text(3)};
        },
        message);
}

base::Result<std::optional<qint64>> InboxRepository::lastAction(const QString &number, ActionKind what,
                                                                const QString &detail)
{
    return selectNumber(
        m_database,
        u"SELECT max(at_ms) FROM inbound_action JOIN inbound ON inbound.id = inbound_action.inbound "
        "WHERE inbound.sender = ? AND what = ? AND detail = ?"_s,
        number, identifier(what), detail);
}

base::Result<QSet<qint64>> InboxRepository::possibleOptOuts()
{
    const auto messages =
        rows<qint64>(m_database, waiting, [](const Statement &row) { return row.number(0); });
    if (!messages)
        return messages.error();
    return QSet<qint64>(messages->cbegin(), messages->cend());
}

base::Result<void> InboxRepository::decidePossibleOptOuts(const QString &number, bool optOut)
{
    return run(m_database,
               u"UPDATE inbound_action SET what = ? WHERE what = ? "
               "AND inbound IN (SELECT id FROM inbound WHERE sender = ?)"_s,
               identifier(optOut ? ActionKind::WasOptOut : ActionKind::WasNoOptOut),
               identifier(ActionKind::MayBeOptOut), number);
}

base::Result<QList<CounterGap>> InboxRepository::gaps()
{
    return rows<CounterGap>(m_database, u"SELECT first, last, noticed_ms FROM counter_gap ORDER BY first"_s,
                            [](const Statement &row) -> CounterGap {
                                return {row.number(0), row.number(1), row.number(2)};
                            });
}

base::Result<void> InboxRepository::forgetGaps()
{
    return run(m_database, u"DELETE FROM counter_gap"_s);
}

base::Result<void> InboxRepository::addQuarantined(const domain::Quarantined &quarantined)
{
    // What comes out of a mailbox may come again, if this program or the line broke before it was told.
    const domain::Quarantined &item = quarantined;
    const QString reason = identifier(item.reason);
    return run(
        m_database,
        u"INSERT INTO quarantine (received_ms, peer, reason, raw) SELECT ?, ?, ?, ? WHERE NOT EXISTS "
        "(SELECT 1 FROM quarantine WHERE reason = ? AND raw = ? AND (received_ms = ? OR reason = ?))"_s,
        item.receivedMs, item.peer, reason, item.raw, reason, item.raw, item.receivedMs,
        identifier(domain::Unreadable::ForeignSeal));
}

base::Result<QList<domain::Quarantined>> InboxRepository::quarantine(int limit)
{
    return rows<domain::Quarantined>(
        m_database, u"SELECT received_ms, peer, reason, raw FROM quarantine ORDER BY id DESC LIMIT ?"_s,
        [](const Statement &row) -> domain::Quarantined {
            return {row.number(0), row.text(1),
                    base::valueOf<domain::Unreadable>(row.text(2)).value_or(domain::Unreadable::Other),
                    row.bytes(3)};
        },
        limit);
}

} // namespace storage
