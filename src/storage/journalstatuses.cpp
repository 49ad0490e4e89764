// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal.h"

#include "storage/numberhash.h"
#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;

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
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s +
                      m_database.dialect().returningId());
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
    Statement select(m_database, u"SELECT ref FROM attempt WHERE "_s + m_database.dialect().foreignRef());
    if (auto done = select.run(ref.last(randomPart)); !done)
        return done.error();
    const QString posted = select.next() ? select.text(0) : ref;
    if (auto done = select.outcome(); !done)
        return done.error();
    return posted;
}

base::Result<bool> Journal::hasStatus(const domain::StatusEvent &event)
{
    const auto stored = selectNumber(m_database,
                                     u"SELECT 1 FROM status_event WHERE coalesce(orig_id, -1) = ? "
                                     "AND ref = ? AND number = ? AND status = ?"_s,
                                     event.origId.value_or(-1), event.ref, event.number, event.status);
    return stored ? base::Result<bool>(stored->has_value()) : stored.error();
}

base::Result<std::optional<qint64>> Journal::origId(qint64 message, const QString &ref)
{
    return selectNumber(m_database,
                        u"SELECT orig_id FROM attempt JOIN attempt_member ON attempt_member.attempt = "
                        "attempt.id AND attempt_member.message = ? WHERE attempt.ref = ?"_s,
                        message, ref);
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
    const auto known = this->origId(message, ref);
    if (!known)
        return known.error();
    return known->has_value() && **known != origId;
}

base::Result<qint64> Journal::decideRequests(qint64 campaign, domain::Verdict verdict)
{
    return execute(m_database, u"UPDATE attempt SET verdict = ? WHERE campaign = ? AND verdict IN (?, ?)"_s,
                   identifier(verdict), campaign, identifier(domain::Verdict::Uncertain),
                   identifier(domain::Verdict::UncertainAndPause));
}

} // namespace storage
