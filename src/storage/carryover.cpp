// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/carryover.h"

#include "domain/message.h"
#include "storage/numberhash.h"
#include "storage/owntime.h"
#include "storage/personerasure.h"
#include "storage/rowcopy.h"
#include "storage/statement.h"

#include <QHash>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

QByteArray keyOf(Database &database)
{
    const auto key = rows<QByteArray>(database, u"SELECT value FROM meta WHERE key = 'numberKey'"_s,
                                      [](const Statement &row) { return row.bytes(0); });
    return key ? key->value(0) : QByteArray();
}

class CarryOver
{
public:
    CarryOver(Database &replaced, Database &restored)
        : m_from(replaced)
        , m_to(restored)
        , m_copy(replaced, restored)
    {
    }

    base::Result<CarriedOver> run()
    {
        for (auto step :
             {&CarryOver::erasures, &CarryOver::campaigns, &CarryOver::messages, &CarryOver::attempts,
              &CarryOver::histories, &CarryOver::statuses, &CarryOver::arrivals, &CarryOver::optOuts,
              &CarryOver::inbound, &CarryOver::counters, &CarryOver::totals}) {
            if (auto done = (this->*step)(); !done)
                return done.error();
        }
        return CarriedOver{m_messages, m_copy.whole()};
    }

private:
    using Done = base::Result<void>;

    Done erasures();
    Done campaigns();
    Done messages();
    Done message(const Row &row);
    Done attempts();
    Done histories();
    Done statuses();
    Done arrivals();
    Done optOuts();
    Done inbound();
    Done inboundMessage(const Row &row);
    Done counters();
    Done totals();
    Done statement(const QString &sql) { return storage::run(m_to, sql); }

    Database &m_from;
    Database &m_to;
    RowCopy m_copy;
    QHash<qint64, qint64> m_campaigns;  // there → here
    QHash<qint64, qint64> m_changedIds; // of messages: there → here, where they differ
    QHash<qint64, qint64> m_inbound;
    qint64 m_messages = 0;
};

// Who was erased since the backup is erased once more; what of them is younger than that comes with the rest.
CarryOver::Done CarryOver::erasures()
{
    if (keyOf(m_from) != keyOf(m_to)) // the hashes say nothing then
        return {};
    QHash<QByteArray, qint64> since;
    const auto read = m_copy.each(u"erased"_s, {}, [&](const Row &row) -> Done {
        const auto known =
            selectNumber(m_to, u"SELECT at_ms FROM erased WHERE hash = ?"_s, row.value(u"hash"_s));
        if (!known)
            return known.error();
        if (known->value_or(0) < row.number(u"at_ms"_s))
            since.insert(row.value(u"hash"_s).toByteArray(), row.number(u"at_ms"_s));
        return {};
    });
    if (!read || since.isEmpty())
        return read;
    const auto people =
        rows<QString>(m_to,
                      u"SELECT number FROM contact UNION SELECT number FROM message UNION "
                      "SELECT sender FROM inbound UNION SELECT number FROM status_event UNION "
                      "SELECT number FROM status_arrival UNION "
                      "SELECT number FROM opt_out WHERE number IS NOT NULL"_s,
                      [](const Statement &row) { return row.text(0); });
    if (!people)
        return people.error();
    for (const QString &number : *people) {
        const auto hash = numberHash(m_to, number);
        if (!hash)
            return hash.error();
        const auto erasedMs = since.constFind(*hash);
        if (erasedMs == since.cend())
            continue;
        // What the backup caught on its way is no reason to keep it.
        const auto settled = execute(m_to, u"UPDATE message SET state = ? WHERE number = ? AND state = ?"_s,
                                     domain::MessageState::Uncertain, number, domain::MessageState::Sending);
        if (!settled)
            return settled.error();
        if (auto erased = PersonErasure(m_to).eraseAtOnce(number, *erasedMs); !erased)
            return erased;
    }
    return m_copy.each(u"erased"_s, {}, [&](const Row &row) { return m_copy.add(u"erased"_s, row); });
}

// The same campaign has the same number and the same moment of planning; a clone may have used the number
// for another one. One that was being planned is not whole.
CarryOver::Done CarryOver::campaigns()
{
    return m_copy.each(u"campaign"_s, u"WHERE state <> 'planning' ORDER BY id"_s, [&](Row row) -> Done {
        const qint64 there = row.number(u"id"_s);
        const auto same = selectNumber(m_to, u"SELECT id FROM campaign WHERE id = ? AND created_ms = ?"_s,
                                       there, row.value(u"created_ms"_s));
        if (!same)
            return same.error();
        if (same->has_value()) {
            m_campaigns.insert(there, there);
            row.remove(u"forgotten_to"_s); // the backup still has the texts: they are forgotten once more
            return m_copy.update(u"campaign"_s, row, there);
        }
        const auto here = m_copy.insert(u"campaign"_s, row, RowCopy::Id::IfNewer);
        if (!here)
            return here.error();
        m_campaigns.insert(there, *here);
        return {};
    });
}

CarryOver::Done CarryOver::messages()
{
    return m_copy.each(u"message"_s, u"ORDER BY id"_s, [&](const Row &row) { return message(row); });
}

CarryOver::Done CarryOver::message(const Row &row)
{
    const qint64 there = row.number(u"id"_s);
    const auto campaign = m_campaigns.constFind(row.number(u"campaign"_s));
    if (campaign == m_campaigns.cend())
        return {};
    const auto known = selectNumber(
        m_to, u"SELECT events FROM message WHERE id = ? AND campaign = ? AND number = ? AND copy = ?"_s,
        there, *campaign, row.value(u"number"_s), row.number(u"copy"_s));
    if (!known)
        return known.error();
    qint64 here = there;
    if (!known->has_value()) {
        Row mine = row;
        mine.set(u"campaign"_s, *campaign);
        const auto added = m_copy.insert(u"message"_s, mine, RowCopy::Id::IfNewer);
        if (!added)
            return added.error();
        if (*added == 0) // another message of the campaign has this number
            return {};
        here = *added;
        if (here != there)
            m_changedIds.insert(there, here);
    } else if (**known >= row.number(u"events"_s)) {
        return {};
    } else {
        Row since;
        for (const QString &column :
             {u"state"_s, u"since_ms"_s, u"events"_s, u"gateway_id"_s, u"error_code"_s, u"begun_ms"_s,
              u"deadline_ms"_s, u"note"_s, u"error_text"_s})
            since.set(column, row.value(column));
        if (auto done = m_copy.update(u"message"_s, since, here); !done)
            return done;
    }
    ++m_messages;
    return m_copy.each(u"message_event"_s,
                       u"WHERE message = %1 AND sequence > %2"_s.arg(there).arg(known->value_or(0)),
                       [&](Row event) -> Done {
                           event.set(u"message"_s, here);
                           return m_copy.add(u"message_event"_s, event);
                       });
}

CarryOver::Done CarryOver::attempts()
{
    return m_copy.each(u"attempt"_s, u"ORDER BY id"_s, [&](Row row) -> Done {
        const qint64 there = row.number(u"id"_s);
        const auto campaign = m_campaigns.constFind(row.number(u"campaign"_s));
        if (campaign == m_campaigns.cend())
            return {};
        row.set(u"campaign"_s, *campaign);
        const auto known = selectNumber(m_to, u"SELECT id FROM attempt WHERE ref = ?"_s, row.value(u"ref"_s));
        if (!known)
            return known.error();
        qint64 here = known->value_or(0);
        if (here != 0) {
            if (auto done = m_copy.update(u"attempt"_s, row, here); !done)
                return done;
        } else {
            const auto added = m_copy.insert(u"attempt"_s, row, RowCopy::Id::IfNewer);
            if (!added)
                return added.error();
            here = *added;
        }
        return m_copy.each(u"attempt_member"_s, u"WHERE attempt = %1"_s.arg(there), [&](Row member) -> Done {
            member.set(u"attempt"_s, here);
            const qint64 message = member.number(u"message"_s);
            member.set(u"message"_s, m_changedIds.value(message, message));
            return m_copy.add(u"attempt_member"_s, member, u"OR REPLACE"_s);
        });
    });
}

CarryOver::Done CarryOver::histories()
{
    const auto ofCampaign = [&](const QString &table, const QStringList &what) {
        return m_copy.each(table, u"ORDER BY id"_s, [&, table, what](Row row) -> Done {
            const auto campaign = m_campaigns.constFind(row.number(u"campaign"_s));
            if (campaign == m_campaigns.cend())
                return {};
            row.set(u"campaign"_s, *campaign);
            return m_copy.addUnlessThere(table, row, what);
        });
    };
    if (auto done = ofCampaign(u"history"_s, {u"campaign"_s, u"at_ms"_s, u"what"_s, u"detail"_s}); !done)
        return done;
    return ofCampaign(u"skipped"_s, {u"campaign"_s, u"row_number"_s, u"input"_s, u"reason"_s});
}

CarryOver::Done CarryOver::statuses()
{
    return m_copy.each(u"status_event"_s, u"ORDER BY id"_s, [&](Row row) -> Done {
        if (const qint64 message = row.number(u"message"_s); message != 0)
            row.set(u"message"_s, m_changedIds.value(message, message));
        const auto added = m_copy.insert(u"status_event"_s, row, RowCopy::Id::IfNewer);
        if (!added)
            return added.error();
        if (*added != 0 || row.value(u"message"_s).isNull())
            return {};
        return storage::run(
            m_to,
            u"UPDATE status_event SET message = ? WHERE message IS NULL AND "
            "coalesce(orig_id, -1) = coalesce(?, -1) AND ref = ? AND number = ? AND status = ?"_s,
            row.value(u"message"_s), row.value(u"orig_id"_s), row.value(u"ref"_s), row.value(u"number"_s),
            row.value(u"status"_s));
    });
}

// They become states here, when the database is opened; what the backup has of them too is known then.
CarryOver::Done CarryOver::arrivals()
{
    return m_copy.each(u"status_arrival"_s, u"ORDER BY message, place"_s, [&](Row row) -> Done {
        const qint64 there = row.number(u"message"_s);
        const qint64 here = m_changedIds.value(there, there);
        const auto last =
            selectNumber(m_to, u"SELECT max(place) FROM status_arrival WHERE message = ?"_s, here);
        if (!last)
            return last.error();
        row.set(u"message"_s, here);
        row.set(u"place"_s, last->value_or(0) + 1);
        return m_copy.add(u"status_arrival"_s, row);
    });
}

CarryOver::Done CarryOver::optOuts()
{
    auto done = m_copy.each(u"opt_out_history"_s, u"ORDER BY id"_s, [&](const Row &row) {
        return m_copy.addUnlessThere(u"opt_out_history"_s, row, {u"number"_s, u"at_ms"_s, u"what"_s});
    });
    if (!done)
        return done;
    const bool sameKey = keyOf(m_from) == keyOf(m_to);
    done = m_copy.each(u"opt_out"_s, u"ORDER BY id"_s, [&](const Row &row) -> Done {
        if (!sameKey && !row.value(u"hash"_s).isNull()) // says nothing beside another key
            return {};
        const auto added = m_copy.insert(u"opt_out"_s, row, RowCopy::Id::Fresh);
        return added ? Done() : Done(added.error());
    });
    if (!done)
        return done;
    // Who has come back since the backup has done so on purpose.
    return statement(u"DELETE FROM opt_out WHERE number IN (SELECT number FROM opt_out_history AS last "
                     "WHERE what = 'removed' AND last.at_ms > opt_out.at_ms AND NOT EXISTS "
                     "(SELECT 1 FROM opt_out_history AS later WHERE later.number = last.number "
                     "AND later.at_ms > last.at_ms))"_s);
}

CarryOver::Done CarryOver::inbound()
{
    auto done =
        m_copy.each(u"inbound"_s, u"ORDER BY id"_s, [&](const Row &row) { return inboundMessage(row); });
    if (!done)
        return done;
    done = m_copy.each(u"quarantine"_s, u"ORDER BY id"_s, [&](const Row &row) {
        return m_copy.addUnlessThere(u"quarantine"_s, row, {u"received_ms"_s, u"peer"_s, u"raw"_s});
    });
    if (!done)
        return done;
    if (done = statement(u"DELETE FROM conversation"_s); !done)
        return done;
    return statement(u"INSERT INTO conversation (number, last_inbound, last_ms, unread) "
                     "SELECT sender, id, max(received_ms), sum(unread) FROM inbound GROUP BY sender"_s);
}

CarryOver::Done CarryOver::inboundMessage(const Row &row)
{
    const qint64 there = row.number(u"id"_s);
    Row mine = row;
    if (const qint64 first = row.number(u"differs_from"_s); first != 0)
        mine.set(u"differs_from"_s, m_inbound.value(first, first));
    const auto added = m_copy.insert(u"inbound"_s, mine, RowCopy::Id::IfNewer);
    if (!added)
        return added.error();
    qint64 here = *added;
    if (here == 0) {
        const auto known = selectNumber(
            m_to,
            u"SELECT id FROM inbound WHERE coalesce(gateway_id, -1) = coalesce(?, -1) AND fingerprint = ?"_s,
            row.value(u"gateway_id"_s), row.value(u"fingerprint"_s));
        if (!known || !known->has_value())
            return known ? Done() : Done(known.error());
        here = **known;
        Row read;
        read.set(u"unread"_s, row.value(u"unread"_s));
        if (auto done = m_copy.update(u"inbound"_s, read, here); !done)
            return done;
    }
    m_inbound.insert(there, here);
    const QString ofIt = u"WHERE inbound = %1"_s.arg(there);
    if (*added != 0) {
        auto done = m_copy.each(u"inbound_file"_s, ofIt, [&](Row file) -> Done {
            const auto content =
                m_copy.each(u"stored_file"_s,
                            u"WHERE sha256 = x'%1'"_s.arg(
                                QString::fromLatin1(file.value(u"sha256"_s).toByteArray().toHex())),
                            [&](const Row &stored) { return m_copy.add(u"stored_file"_s, stored); });
            if (!content)
                return content;
            file.set(u"inbound"_s, here);
            return m_copy.add(u"inbound_file"_s, file);
        });
        if (!done)
            return done;
    }
    return m_copy.each(u"inbound_action"_s, ofIt, [&](Row action) {
        action.set(u"inbound"_s, here);
        return m_copy.addUnlessThere(u"inbound_action"_s, action,
                                     {u"inbound"_s, u"at_ms"_s, u"what"_s, u"detail"_s});
    });
}

// The program's own time, and: the replaced database knows how many SMS have gone out, which counters have
// come since, and which gaps a person has looked into.
CarryOver::Done CarryOver::counters()
{
    const auto there = readOwnTime(m_from);
    const auto here = readOwnTime(m_to);
    if (there && here && there->value_or(0) > here->value_or(0)) {
        if (auto kept = keepOwnTime(m_to, **there); !kept)
            return kept;
    }
    const auto sent = m_copy.each(
        u"begun_sms"_s, {}, [&](const Row &row) { return m_copy.add(u"begun_sms"_s, row, u"OR REPLACE"_s); });
    if (!sent)
        return sent;
    const auto highest = selectNumber(m_from, u"SELECT value FROM counter WHERE key = 'highestCounter'"_s);
    if (!highest || !highest->has_value())
        return {};
    const auto kept =
        execute(m_to,
                u"INSERT INTO counter (key, value) VALUES ('highestCounter', ?) ON CONFLICT (key) "
                "DO UPDATE SET value = max(value, excluded.value)"_s,
                **highest);
    if (!kept)
        return kept.error();
    if (auto gone = statement(u"DELETE FROM counter_gap"_s); !gone)
        return gone;
    return m_copy.each(u"counter_gap"_s, {},
                       [&](const Row &row) { return m_copy.add(u"counter_gap"_s, row); });
}

CarryOver::Done CarryOver::totals()
{
    if (auto gone = statement(u"DELETE FROM campaign_count"_s); !gone)
        return gone;
    return statement(u"INSERT INTO campaign_count (campaign, state, messages) "
                     "SELECT campaign, state, count(*) FROM message GROUP BY campaign, state"_s);
}

} // namespace

base::Result<CarriedOver> carryOver(Database &replaced, Database &restored)
{
    return CarryOver(replaced, restored).run();
}

} // namespace storage
