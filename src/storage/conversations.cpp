// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/inboxrepository.h"

#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;

base::Result<QList<Conversation>> InboxRepository::conversations(int limit)
{
    Statement rows(
        m_database,
        u"SELECT conversation.number, coalesce(contact.name, ''), inbound.text, last_ms, "
        "conversation.unread FROM conversation JOIN inbound ON inbound.id = last_inbound "
        "LEFT JOIN contact ON contact.number = conversation.number ORDER BY last_ms DESC LIMIT ?"_s);
    if (auto done = rows.run(limit); !done)
        return done.error();
    QList<Conversation> conversations;
    while (rows.next())
        conversations.append({rows.text(0), rows.text(1), rows.text(2), rows.number(3), rows.integer(4)});
    if (auto done = rows.outcome(); !done)
        return done.error();
    return conversations;
}

base::Result<qint64> InboxRepository::unread()
{
    const auto sum = selectNumber(m_database, u"SELECT sum(unread) FROM conversation"_s);
    if (!sum)
        return sum.error();
    return sum->value_or(0);
}

base::Result<void> InboxRepository::markRead(const QString &number)
{
    if (auto read =
            execute(m_database, u"UPDATE inbound SET unread = 0 WHERE sender = ? AND unread = 1"_s, number);
        !read)
        return read.error();
    if (auto read = execute(m_database, u"UPDATE conversation SET unread = 0 WHERE number = ?"_s, number);
        !read)
        return read.error();
    return {};
}

base::Result<void> InboxRepository::addAction(const InboundAction &action)
{
    const auto added = execute(
        m_database, u"INSERT INTO inbound_action (inbound, at_ms, what, detail) VALUES (?, ?, ?, ?)"_s,
        action.inbound, action.atMs, action.what, action.detail);
    if (!added)
        return added.error();
    return {};
}

base::Result<QList<InboundAction>> InboxRepository::actions(qint64 message)
{
    Statement rows(
        m_database,
        u"SELECT inbound, at_ms, what, detail FROM inbound_action WHERE inbound = ? ORDER BY id"_s);
    if (auto done = rows.run(message); !done)
        return done.error();
    QList<InboundAction> actions;
    while (rows.next())
        actions.append({rows.number(0), rows.number(1), rows.text(2), rows.text(3)});
    if (auto done = rows.outcome(); !done)
        return done.error();
    return actions;
}

base::Result<std::optional<qint64>> InboxRepository::lastAction(const QString &number, const QString &what,
                                                                const QString &detail)
{
    return selectNumber(
        m_database,
        u"SELECT max(at_ms) FROM inbound_action JOIN inbound ON inbound.id = inbound_action.inbound "
        "WHERE inbound.sender = ? AND what = ? AND detail = ?"_s,
        number, what, detail);
}

base::Result<QList<CounterGap>> InboxRepository::gaps()
{
    Statement rows(m_database, u"SELECT first, last, noticed_ms FROM counter_gap ORDER BY first"_s);
    if (auto done = rows.run(); !done)
        return done.error();
    QList<CounterGap> gaps;
    while (rows.next())
        gaps.append({rows.number(0), rows.number(1), rows.number(2)});
    if (auto done = rows.outcome(); !done)
        return done.error();
    return gaps;
}

base::Result<void> InboxRepository::forgetGaps()
{
    if (auto gone = execute(m_database, u"DELETE FROM counter_gap"_s); !gone)
        return gone.error();
    return {};
}

base::Result<void> InboxRepository::addQuarantined(const domain::Quarantined &quarantined)
{
    // What comes out of a mailbox may come again, if this program or the line broke before it was told.
    const domain::Quarantined &item = quarantined;
    const auto added = execute(
        m_database,
        u"INSERT INTO quarantine (received_ms, peer, reason, raw) SELECT ?, ?, ?, ? WHERE NOT EXISTS "
        "(SELECT 1 FROM quarantine WHERE reason = ? AND raw = ? AND (received_ms = ? OR reason = 'foreignSeal'))"_s,
        item.receivedMs, item.peer, item.reason, item.raw, item.reason, item.raw, item.receivedMs);
    if (!added)
        return added.error();
    return {};
}

base::Result<QList<domain::Quarantined>> InboxRepository::quarantine(int limit)
{
    Statement rows(m_database,
                   u"SELECT received_ms, peer, reason, raw FROM quarantine ORDER BY id DESC LIMIT ?"_s);
    if (auto done = rows.run(limit); !done)
        return done.error();
    QList<domain::Quarantined> quarantined;
    while (rows.next())
        quarantined.append({rows.number(0), rows.text(1), rows.text(2), rows.bytes(3)});
    if (auto done = rows.outcome(); !done)
        return done.error();
    return quarantined;
}

} // namespace storage
