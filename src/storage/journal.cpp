// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal.h"

#include "domain/campaign.h"
#include "storage/deadline.h"
#include "storage/idlist.h"
#include "storage/statelist.h"
#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;
using domain::EventKind;
using domain::MessageState;

// The schema stores these by their place (resources/migrations/0001_journal.sql).
static_assert(static_cast<int>(MessageState::Queued) == 1 && static_cast<int>(MessageState::Accepted) == 3 &&
              static_cast<int>(MessageState::WithOperator) == 7 &&
              static_cast<int>(MessageState::Held) == 12);
static_assert(static_cast<int>(EventKind::Queued) == 0 && static_cast<int>(EventKind::Decision) == 4);

namespace {

base::Error unknown(qint64 message)
{
    return {base::ErrorCode::NotFound, QString::number(message), {}};
}

// The messages of which `which` is true take the step, without its event. How many. Only what changes
// is set: SQLite writes the index of every column that is named, changed or not, and among a million
// messages each is a page of its own.
base::Result<qint64> moveTo(Database &database, const Step &step, const QString &which,
                            const QVariantList &keys)
{
    QString set =
        u"since_ms = CASE WHEN state = ? THEN since_ms ELSE ? END, state = ?, events = events + 1"_s;
    QVariantList values{bound(step.to), step.atMs, bound(step.to)};
    if (step.to == MessageState::Queued) { // from sending: proven unsent or refused whole; nothing has begun
        set += u", begun_ms = CASE WHEN state = ? THEN NULL ELSE begun_ms END"_s;
        values << bound(MessageState::Sending);
    }
    const auto change = [&](const QString &column, const QVariant &value) {
        set += u", %1 = ?"_s.arg(column);
        values << value;
    };
    if (step.gatewayId)
        change(u"gateway_id"_s, *step.gatewayId);
    if (step.errorCode || step.clearError)
        change(u"error_code"_s, bound(step.errorCode));
    if (!step.errorText.isEmpty() || step.clearError)
        change(u"error_text"_s, bound(step.errorText));
    if (step.note != domain::Note::None)
        change(u"note"_s, domain::identifier(step.note));
    values << keys;
    Statement move(database, u"UPDATE message SET %1 WHERE %2"_s.arg(set, which));
    for (int i = 0; i < values.size(); ++i)
        move.bind(i, values[i]);
    if (auto done = move.execute(); !done)
        return done.error();
    return move.rowsAffected();
}

} // namespace

base::Result<qint64> Journal::beginAttempt(const domain::Attempt &attempt, const QList<qint64> &messages)
{
    const auto end = deadline(m_database, attempt.campaign, attempt.startedMs);
    if (!end)
        return end.error();
    const auto id = insert(
        m_database,
        u"INSERT INTO attempt (campaign, ref, endpoint, body_hash, started_ms) VALUES (?, ?, ?, ?, ?)"_s,
        attempt.campaign, attempt.ref, attempt.endpoint, attempt.bodyHash, attempt.startedMs);
    if (!id)
        return id.error();
    // As sets: a bulk request has a hundred members, and each statement of its own costs.
    const auto members =
        execute(m_database,
                u"INSERT INTO attempt_member (attempt, message) SELECT ?, message.id FROM (%1) AS given "
                "CROSS JOIN message WHERE message.id = given.value"_s.arg(
                    m_database.dialect().ids()), // who was erased meanwhile is no member
                *id, jsonIds(messages));
    if (!members)
        return members.error();
    const auto moved =
        execute(m_database,
                u"UPDATE message SET state = ?, since_ms = ?, events = events + 1, begun_ms = ?, "
                "deadline_ms = ? WHERE id IN (SELECT message FROM attempt_member WHERE attempt = ?) "
                "AND state = ? AND campaign = ?"_s,
                MessageState::Sending, attempt.startedMs, attempt.startedMs, *end, *id, MessageState::Queued,
                attempt.campaign);
    if (!moved)
        return moved.error();
    if (*moved != messages.size())
        return base::Error{base::ErrorCode::WrongState, attempt.ref, {}};
    const auto events = execute(m_database,
                                u"INSERT INTO message_event (message, sequence, at_ms, kind, state, detail) "
                                "SELECT id, events, ?, ?, state, '' FROM message "
                                "WHERE id IN (SELECT message FROM attempt_member WHERE attempt = ?)"_s,
                                attempt.startedMs, EventKind::Sending, *id);
    if (!events)
        return events.error();
    return id;
}

base::Result<void> Journal::endAttempt(qint64 attempt, const AttemptResult &result)
{
    const auto ended =
        execute(m_database,
                u"UPDATE attempt SET ended_ms = ?, http_status = ?, verdict = ?, failure = ?, answer = ? "
                "WHERE id = ?"_s,
                result.endedMs, result.httpStatus, identifier(result.verdict), result.failure, result.answer,
                attempt);
    if (!ended)
        return ended.error();
    if (*ended == 0)
        return unknown(attempt);
    return {};
}

base::Result<void> Journal::apply(const Step &step)
{
    const auto moved = moveTo(m_database, step, u"id = ?"_s, {step.message});
    if (!moved)
        return moved.error();
    if (*moved == 0)
        return unknown(step.message);
    const auto event =
        execute(m_database,
                u"INSERT INTO message_event (message, sequence, at_ms, kind, state, status, detail) "
                "SELECT id, events, ?, ?, state, ?, ? FROM message WHERE id = ?"_s,
                step.atMs, step.kind, step.status, step.detail, step.message);
    if (!event)
        return event.error();
    if (!step.gatewayId)
        return {};
    return run(m_database,
               u"UPDATE attempt_member SET orig_id = coalesce(orig_id, ?) WHERE message = ? "
               "AND attempt = (SELECT max(attempt) FROM attempt_member WHERE message = ?)"_s,
               *step.gatewayId, step.message, step.message);
}

namespace {

// Those in `from` of which `which` is true (its one number is `key`). How many moved.
base::Result<qint64> moveWhere(Database &database, const QString &which, qint64 key, MessageState from,
                               const Step &step)
{
    // First the events, as the messages are found by the state that they leave.
    const auto events = execute(
        database,
        u"INSERT INTO message_event (message, sequence, at_ms, kind, state, status, detail) "
        "SELECT id, events + 1, ?, ?, ?, ?, ? FROM message WHERE %1 AND state = ? ORDER BY id"_s.arg(which),
        step.atMs, step.kind, step.to, step.status, step.detail, key, from);
    if (!events)
        return events.error();
    return moveTo(database, step, which + u" AND state = ?"_s, {key, bound(from)});
}

} // namespace

base::Result<qint64> Journal::moveAll(qint64 campaign, const QList<MessageState> &from, const Step &step)
{
    qint64 total = 0;
    for (const MessageState state : from) {
        if (state == step.to)
            continue;
        const auto moved = moveWhere(m_database, u"campaign = ?"_s, campaign, state, step);
        if (!moved)
            return moved.error();
        total += *moved;
    }
    return total;
}

base::Result<QList<qint64>> Journal::moveSending(qint64 attempt, const Step &step)
{
    auto left = numbers(m_database,
                        u"SELECT message FROM attempt_member JOIN message ON message.id = "
                        "attempt_member.message WHERE attempt = ? AND state <> ? ORDER BY message"_s,
                        attempt, MessageState::Sending);
    if (!left)
        return left;
    const auto moved =
        moveWhere(m_database, u"id IN (SELECT message FROM attempt_member WHERE attempt = ?)"_s, attempt,
                  MessageState::Sending, step);
    if (!moved)
        return moved.error();
    return left;
}

base::Result<qint64> Journal::recoverInterrupted(qint64 atMs)
{
    const auto attempts =
        execute(m_database,
                u"UPDATE attempt SET ended_ms = ?, verdict = ?, failure = ?, http_status = 0 "
                "WHERE ended_ms IS NULL"_s,
                atMs, identifier(domain::Verdict::Uncertain), identifier(domain::PauseReason::Interrupted));
    if (!attempts)
        return attempts.error();
    Step step;
    step.to = MessageState::Uncertain;
    step.kind = EventKind::Answer;
    step.detail = identifier(domain::PauseReason::Interrupted);
    step.atMs = atMs;
    const auto uncertain = moveEverywhere({MessageState::Sending}, step);
    if (!uncertain)
        return uncertain.error();
    const auto campaigns =
        execute(m_database, u"UPDATE campaign SET state = ?, reason = ? WHERE state = ?"_s,
                identifier(domain::CampaignState::Paused), identifier(domain::PauseReason::Interrupted),
                identifier(domain::CampaignState::Running));
    if (!campaigns)
        return campaigns.error();
    return uncertain;
}

base::Result<qint64> Journal::holdEverything(const domain::PauseReason &reason, qint64 atMs)
{
    if (auto recovered = recoverInterrupted(atMs); !recovered)
        return recovered;
    Step step;
    step.to = MessageState::Held;
    step.kind = EventKind::Decision;
    step.detail = identifier(reason);
    step.atMs = atMs;
    const auto held = moveEverywhere({MessageState::Scheduled, MessageState::Queued}, step);
    if (!held)
        return held.error();
    using enum domain::CampaignState;
    const auto campaigns = execute(
        m_database, u"UPDATE campaign SET state = ?, reason = ? WHERE state IN (?, ?, ?)"_s, identifier(Held),
        identifier(reason), identifier(Planned), identifier(Running), identifier(Paused));
    if (!campaigns)
        return campaigns.error();
    return held;
}

// But in plans that are not whole (campaignrepository.h): whoever opens next takes them back.
base::Result<qint64> Journal::moveEverywhere(const QList<MessageState> &from, const Step &step)
{
    const auto campaigns = numbers(m_database, u"SELECT DISTINCT campaign FROM campaign_count "
                                               "JOIN campaign ON campaign.id = campaign_count.campaign "
                                               "WHERE messages > 0 AND campaign_count.state IN (%1) "
                                               "AND campaign.state <> 'planning'"_s.arg(stateList(from)));
    if (!campaigns)
        return campaigns.error();
    qint64 total = 0;
    for (const qint64 campaign : *campaigns) {
        const auto moved = moveAll(campaign, from, step);
        if (!moved)
            return moved;
        total += *moved;
    }
    return total;
}

} // namespace storage
