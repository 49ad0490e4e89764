// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/personrecords.h"

#include "storage/contactrepository.h"
#include "storage/folding.h"
#include "storage/inboxrepository.h"
#include "storage/journal.h"
#include "storage/messagesearch.h"
#include "storage/numberhash.h"
#include "storage/optoutrepository.h"
#include "storage/statement.h"

#include <limits>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

constexpr int all = std::numeric_limits<int>::max();

MessageFilter messagesTo(const QString &number)
{
    MessageFilter filter;
    filter.number = number;
    filter.limit = all;
    return filter;
}

} // namespace

base::Result<PersonRecord> PersonRecords::everything(const QString &number)
{
    PersonRecord record;
    record.number = number;
    for (const auto read : {&PersonRecords::readContact, &PersonRecords::readSent,
                            &PersonRecords::readReceived, &PersonRecords::readOptOuts}) {
        if (auto done = (this->*read)(record); !done)
            return done.error();
    }
    return record;
}

base::Result<void> PersonRecords::readContact(PersonRecord &record)
{
    const auto contact = ContactRepository(m_database).contact(record.number);
    if (contact)
        record.contact = *contact;
    else if (contact.error().code != base::ErrorCode::NotFound)
        return contact.error();
    return {};
}

base::Result<void> PersonRecords::readSent(PersonRecord &record)
{
    const auto walked =
        Journal(m_database)
            .forEach(messagesTo(record.number),
                     [&](const domain::Message &message, const QList<domain::MessageEvent> &events) {
                         record.messages.append(message);
                         record.events.append(events);
                         return true;
                     });
    if (!walked)
        return walked.error();
    for (const QString &from :
         {u"status_event WHERE %1 ORDER BY id"_s, u"status_arrival WHERE %1 ORDER BY message, place"_s}) {
        const auto statuses = rows<domain::StatusEvent>(
            m_database,
            u"SELECT status, orig_id, ref, number, peer, raw, received_ms FROM "_s +
                from.arg(u"number = ? OR message IN (SELECT id FROM message WHERE message.number = ?)"_s),
            [](const Statement &row) -> domain::StatusEvent {
                return {domain::DeliveryStatus(row.integer(0)),
                        row.optionalNumber(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.bytes(5),
                        row.number(6)};
            },
            record.number, record.number);
        if (!statuses)
            return statuses.error();
        record.statuses += *statuses;
    }
    return {};
}

base::Result<void> PersonRecords::readReceived(PersonRecord &record)
{
    InboxRepository inbox(m_database);
    InboxFilter filter;
    filter.number = record.number;
    filter.limit = all;
    const auto inbound = inbox.messages(filter);
    if (!inbound)
        return inbound.error();
    for (const domain::InboundMessage &message : *inbound) {
        const auto whole = inbox.message(message.rowId);
        if (!whole)
            return whole.error();
        record.inbound.append(*whole);
    }
    return {};
}

base::Result<void> PersonRecords::readOptOuts(PersonRecord &record)
{
    const auto optedOut = OptOutRepository(m_database).contains(record.number);
    if (!optedOut)
        return optedOut.error();
    record.optedOut = *optedOut;
    auto history = rows<domain::OptOut>(
        m_database,
        u"SELECT number, at_ms, trim(what || ' ' || source) FROM opt_out_history WHERE number = ? "
        "ORDER BY id"_s,
        [](const Statement &row) -> domain::OptOut {
            return {row.text(0), row.number(1), row.text(2)};
        },
        record.number);
    if (!history)
        return history.error();
    record.optOutHistory = std::move(history).value();
    return {};
}

base::Result<void> PersonRecords::erase(const QString &number, qint64 atMs)
{
    const auto sending =
        selectNumber(m_database, u"SELECT 1 FROM message WHERE number = ? AND state = ? LIMIT 1"_s, number,
                     domain::MessageState::Sending);
    if (!sending)
        return sending.error();
    if (sending->has_value())
        return base::Error{base::ErrorCode::WrongState, number, {}};
    if (auto done = eraseMessages(number); !done)
        return done;
    if (auto done = eraseTypedNumbers(number); !done)
        return done;
    if (auto done = hideOptOut(number); !done)
        return done;
    if (auto done = erasePlainly(number); !done)
        return done;
    return rememberErased(number, atMs);
}

// In the same commit: what a crash leaves unscrubbed is scrubbed at the next opening.
base::Result<void> PersonRecords::rememberErased(const QString &number, qint64 atMs)
{
    const auto hash = numberHash(m_database, number);
    if (!hash)
        return hash.error();
    const auto erased = execute(m_database,
                                u"INSERT INTO erased (hash, at_ms) VALUES (?, ?) ON CONFLICT (hash) "
                                "DO UPDATE SET at_ms = excluded.at_ms"_s,
                                *hash, atMs);
    if (!erased)
        return erased.error();
    const auto begun =
        execute(m_database, u"INSERT INTO job (kind, argument, cursor) VALUES ('scrub', '', 0)"_s);
    return begun ? base::Result<void>() : base::Result<void>(begun.error());
}

base::Result<bool> PersonRecords::mustScrub()
{
    const auto job = selectNumber(m_database, u"SELECT 1 FROM job WHERE kind = 'scrub' LIMIT 1"_s);
    return job ? base::Result<bool>(job->has_value()) : job.error();
}

base::Result<void> PersonRecords::eraseMessages(const QString &number)
{
    const auto messages = Journal(m_database).messages(messagesTo(number));
    if (!messages)
        return messages.error();
    MessageSearch search(m_database);
    QStringList campaigns;
    for (const domain::Message &message : *messages) {
        campaigns.append(QString::number(message.campaign));
        if (auto forgotten = search.forget(message); !forgotten)
            return forgotten;
        for (const QString &sql : {u"DELETE FROM status_event WHERE message = ?"_s,
                                   u"DELETE FROM status_arrival WHERE message = ?"_s}) {
            if (auto gone = execute(m_database, sql, message.id); !gone)
                return gone.error();
        }
        // A bulk answer lists numbers; of a single attempt nothing is left to tell.
        const auto emptied = execute(m_database,
                                     u"UPDATE attempt SET answer = x'' WHERE id IN "
                                     "(SELECT attempt FROM attempt_member WHERE message = ?)"_s,
                                     message.id);
        if (!emptied)
            return emptied.error();
        if (auto gone = execute(m_database, u"DELETE FROM message WHERE id = ?"_s, message.id); !gone)
            return gone.error();
    }
    // What was written to nobody else is theirs too.
    const auto emptied =
        execute(m_database,
                u"UPDATE campaign SET name = '', text = '', template_fields = '{}' "
                "WHERE id IN (%1) AND NOT EXISTS "
                "(SELECT 1 FROM message WHERE message.campaign = campaign.id)"_s.arg(campaigns.join(u',')));
    if (!emptied)
        return emptied.error();
    return {};
}

// Rows that were left out hold the number as it was typed, in any spelling.
base::Result<void> PersonRecords::eraseTypedNumbers(const QString &number)
{
    const QString national = numberWords(number).constLast();
    QList<qint64> found;
    const auto looked = forEachRow(m_database, u"SELECT id, input FROM skipped"_s, [&](const Statement &row) {
        QString digits = row.text(1);
        digits.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
        if (!national.isEmpty() && digits.contains(national))
            found.append(row.number(0));
    });
    if (!looked)
        return looked;
    for (const qint64 row : std::as_const(found)) {
        if (auto gone = execute(m_database, u"DELETE FROM skipped WHERE id = ?"_s, row); !gone)
            return gone.error();
    }
    const auto quarantined =
        execute(m_database, u"DELETE FROM quarantine WHERE instr(raw, ?) > 0"_s, national.toUtf8());
    if (!quarantined)
        return quarantined.error();
    const auto history =
        execute(m_database, u"UPDATE history SET detail = '' WHERE instr(detail, ?) > 0"_s, national);
    if (!history)
        return history.error();
    return {};
}

base::Result<void> PersonRecords::hideOptOut(const QString &number)
{
    const auto hash = numberHash(m_database, number);
    if (!hash)
        return hash.error();
    const auto hidden =
        execute(m_database, u"UPDATE opt_out SET number = NULL, hash = ? WHERE number = ?"_s, *hash, number);
    if (!hidden)
        return hidden.error();
    return {};
}

base::Result<void> PersonRecords::erasePlainly(const QString &number)
{
    for (const QString &sql : {
             u"DELETE FROM contact WHERE number = ?"_s,
             u"DELETE FROM inbound WHERE sender = ?"_s,
             u"DELETE FROM conversation WHERE number = ?"_s,
             u"DELETE FROM status_event WHERE number = ?"_s,
             u"DELETE FROM status_arrival WHERE number = ?"_s,
             u"DELETE FROM opt_out_history WHERE number = ?"_s,
         }) {
        if (auto gone = execute(m_database, sql, number); !gone)
            return gone.error();
    }
    return {};
}

base::Result<bool> PersonRecords::scrub()
{
    const auto last = selectNumber(m_database, u"SELECT max(id) FROM job WHERE kind = 'scrub'"_s);
    if (!last)
        return last.error();
    // FTS5 keeps deleted words in its pages until they are merged; secure_delete empties all that is freed.
    if (auto merged = MessageSearch(m_database).merge(); !merged)
        return merged.error();
    Statement checkpoint(m_database, u"PRAGMA wal_checkpoint(TRUNCATE)"_s, Statement::Keep::Once);
    if (auto done = checkpoint.run(); !done)
        return done.error();
    if (!checkpoint.next() || checkpoint.integer(0) != 0)
        return false;
    const auto ended = execute(m_database, u"DELETE FROM job WHERE kind = 'scrub' AND id <= ?"_s, *last);
    return ended ? base::Result<bool>(true) : ended.error();
}

} // namespace storage
