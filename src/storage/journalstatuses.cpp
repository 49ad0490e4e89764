// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal.h"

#include "domain/sendoptions.h"
#include "storage/countin.h"
#include "storage/numberhash.h"
#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;

namespace {

// The number as a status keeps it: of somebody who was erased only the hash.
base::Result<QString> keptNumber(Database &database, const QString &number)
{
    const auto anybody = selectNumber(database, u"SELECT 1 FROM erased LIMIT 1"_s);
    if (!anybody)
        return anybody.error();
    if (!anybody->has_value() || number.isEmpty())
        return number;
    const auto hash = numberHash(database, number);
    if (!hash)
        return hash.error();
    const auto erased = selectNumber(database, u"SELECT 1 FROM erased WHERE hash = ?"_s, *hash);
    if (!erased)
        return erased.error();
    return erased->has_value() ? QString("erased:"_L1 + QString::fromLatin1(hash->toHex())) : number;
}

} // namespace

// Whoever was erased and has been written to since is known by their message.
base::Result<qint64> Journal::addStatus(const domain::StatusEvent &given, std::optional<qint64> message)
{
    domain::StatusEvent event = given;
    if (!message) {
        const auto kept = keptNumber(m_database, given.number);
        if (!kept)
            return kept.error();
        if (*kept != given.number) {
            event.number = *kept;
            event.raw.clear();
        }
    }
    Statement add(m_database,
                  u"INSERT INTO status_event (status, orig_id, ref, number, peer, raw, received_ms, message) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s);
    if (auto done = add.run(event.status, event.origId, event.ref, event.number, event.peer, event.raw,
                            event.receivedMs, message);
        !done)
        return done.error();
    return add.rowsAffected() == 0 ? 0 : add.insertedId();
}

base::Result<void> Journal::setMatched(qint64 statusEvent, qint64 message)
{
    const auto done =
        execute(m_database, u"UPDATE status_event SET message = ? WHERE id = ?"_s, message, statusEvent);
    if (!done)
        return done.error();
    return {};
}

base::Result<QList<Journal::KeptStatus>> Journal::keptFor(qint64 gatewayId, const QString &ref,
                                                          const QString &number)
{
    // NULL equals nothing: what is not known matches nothing.
    const QVariant origId = gatewayId > 0 ? QVariant(gatewayId) : QVariant();
    const QVariant knownRef = ref.isEmpty() || number.isEmpty() ? QVariant() : QVariant(ref);
    const auto stored = keptNumber(m_database, number);
    if (!stored)
        return stored.error();
    return rows<KeptStatus>(
        m_database,
        u"SELECT id, status, orig_id, ref, number, peer, raw, received_ms FROM status_event WHERE id IN "
        "(SELECT id FROM status_event WHERE message IS NULL AND orig_id = ? "
        "UNION SELECT id FROM status_event WHERE message IS NULL AND ref = ? AND number IN (?, ?)) "
        "ORDER BY id"_s,
        [](const Statement &row) -> KeptStatus {
            return {row.number(0),
                    {domain::DeliveryStatus(row.integer(1)), row.optionalNumber(2), row.text(3), row.text(4),
                     row.text(5), row.bytes(6), row.number(7)}};
        },
        origId, knownRef, number, *stored);
}

base::Result<QString> Journal::asPosted(const QString &ref)
{
    // OUT-12: the person's reference, '~', 22 random characters.
    constexpr qsizetype randomPart = 22;
    const qsizetype person = ref.size() - randomPart - 1;
    if (person <= 0 || ref.at(person) != u'~')
        return ref;
    Statement select(m_database, u"SELECT ref FROM attempt WHERE substr(ref, -22) = ? "
                                 "AND ref GLOB '*[^ -~]*'"_s); // the index's own words
    if (auto done = select.run(ref.last(randomPart)); !done)
        return done.error();
    const QString posted = select.next() ? select.text(0) : ref;
    if (auto done = select.outcome(); !done)
        return done.error();
    return posted;
}

base::Result<bool> Journal::noteOrigId(qint64 message, const QString &ref, qint64 origId)
{
    const auto attempt = selectNumber(m_database, u"SELECT id FROM attempt WHERE ref = ?"_s, ref);
    if (!attempt)
        return attempt.error();
    if (!attempt->has_value())
        return false;
    const auto noted = execute(m_database,
                               u"UPDATE attempt_member SET orig_id = ? WHERE attempt = ? AND message = ? "
                               "AND orig_id IS NULL"_s,
                               origId, **attempt, message);
    if (!noted)
        return noted.error();
    if (*noted > 0)
        return false;
    const auto known =
        selectNumber(m_database, u"SELECT orig_id FROM attempt_member WHERE attempt = ? AND message = ?"_s,
                     **attempt, message);
    if (!known)
        return known.error();
    return known->has_value() && **known != origId;
}

base::Result<std::optional<qint64>> Journal::addGroupMember(const domain::StatusEvent &event)
{
    if (event.ref.isEmpty() || event.number.isEmpty())
        return std::optional<qint64>();
    const auto attempt =
        selectNumber(m_database,
                     u"SELECT attempt.id FROM attempt JOIN campaign ON campaign.id = attempt.campaign "
                     "WHERE attempt.ref = ? AND campaign.mode = ?"_s,
                     event.ref, domain::SendMode::GatewayGroup);
    if (!attempt)
        return attempt.error();
    if (!attempt->has_value())
        return std::optional<qint64>();

    // A second request to the same group reaches people who are in the list already.
    auto member = selectNumber(m_database,
                               u"SELECT id FROM message WHERE number = ? "
                               "AND campaign = (SELECT campaign FROM attempt WHERE id = ?)"_s,
                               event.number, **attempt);
    if (!member)
        return member.error();
    if (!member->has_value()) {
        const auto added = addGroupMessage(**attempt, event);
        if (!added)
            return added.error();
        member = std::optional(*added);
        // A status proves that the request was accepted.
        const auto proven = execute(m_database,
                                    u"UPDATE attempt SET verdict = 'accepted' WHERE id = ? "
                                    "AND verdict IN ('uncertain', 'uncertainAndPause')"_s,
                                    **attempt);
        if (!proven)
            return proven.error();
    }
    const auto joined = execute(m_database,
                                u"INSERT INTO attempt_member (attempt, message, orig_id) VALUES (?, ?, ?) "
                                "ON CONFLICT DO NOTHING"_s,
                                **attempt, **member, event.origId);
    if (!joined)
        return joined.error();
    return member;
}

base::Result<qint64> Journal::decideRequests(qint64 campaign, const QString &verdict)
{
    return execute(m_database,
                   u"UPDATE attempt SET verdict = ? WHERE campaign = ? "
                   "AND verdict IN ('uncertain', 'uncertainAndPause')"_s,
                   verdict, campaign);
}

base::Result<qint64> Journal::addGroupMessage(qint64 attempt, const domain::StatusEvent &event)
{
    Statement request(m_database, u"SELECT campaign, started_ms FROM attempt WHERE id = ?"_s);
    if (auto done = request.run(attempt); !done)
        return done.error();
    request.next();
    const qint64 campaign = request.number(0);
    const qint64 sentMs = request.number(1);
    const auto end = deadline(campaign, sentMs);
    if (!end)
        return end.error();
    const auto message =
        insert(m_database,
               u"INSERT INTO message (campaign, state, segments, since_ms, events, begun_ms, "
               "deadline_ms, row_number, number, sender, name, text) "
               "SELECT id, ?, max(1, segments / max(1, recipients)), ?, 1, ?, ?, 0, ?, sender, '', text "
               "FROM campaign WHERE id = ?"_s,
               domain::MessageState::Accepted, event.receivedMs, sentMs, *end, event.number, campaign);
    if (!message)
        return message;
    if (auto counted = countIn(m_database, campaign, domain::MessageState::Accepted, 1); !counted)
        return counted.error();
    const auto told =
        execute(m_database,
                u"INSERT INTO message_event (message, sequence, at_ms, kind, state, detail) "
                "VALUES (?, 1, ?, ?, ?, 'gatewayGroup')"_s,
                *message, event.receivedMs, domain::EventKind::Answer, domain::MessageState::Accepted);
    if (!told)
        return told.error();
    return message;
}

} // namespace storage
