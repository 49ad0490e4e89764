// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/runjournal.h"

#include "campaign/projection.h"
#include "campaign/transitions.h"
#include "domain/campaign.h"
#include "domain/eventdetail.h"
#include "storage/gatewaygroup.h"
#include "storage/journal.h"
#include "storage/optoutrepository.h"

namespace campaign {
using namespace Qt::StringLiterals;
using base::Result;
using domain::Message;

namespace {

Result<void> cancelOptedOut(storage::Database &database, Request &request, qint64 nowMs)
{
    const auto optedOut = storage::OptOutRepository(database).among(request.push.numbers);
    if (!optedOut)
        return optedOut.error();
    if (optedOut->isEmpty())
        return {};
    storage::Journal journal(database);
    QList<Message> rest;
    for (const Message &message : std::as_const(request.messages)) {
        if (!optedOut->contains(message.number)) {
            rest.append(message);
            continue;
        }
        storage::Step step;
        step.message = message.id;
        step.to = domain::MessageState::Cancelled;
        step.kind = domain::EventKind::Decision;
        step.detail = identifier(domain::EventDetail::OptedOut);
        step.atMs = nowMs;
        // Whoever was erased meanwhile is not written to either.
        if (auto applied = journal.apply(step); !applied && applied.error().code != base::ErrorCode::NotFound)
            return applied;
        request.push.numbers.removeOne(message.number);
    }
    request.messages = rest;
    return {};
}

// A status that came while it waited to be sent again may have said that it has arrived.
Result<void> leaveOutArrived(storage::Database &database, Request &request)
{
    QList<qint64> members;
    for (const Message &message : std::as_const(request.messages))
        members.append(message.id);
    const auto projected = projectArrivalsOf(database, members);
    if (!projected)
        return projected.error();
    for (const Projected::Changed &changed : projected->sentTwice)
        request.sentTwice.append(changed.message);
    for (const Projected::Changed &changed : projected->changed) {
        const auto now = storage::Journal(database).message(changed.message);
        if (!now)
            return now.error();
        if (now->state == domain::MessageState::Queued)
            continue;
        const auto isIt = [&](const Message &message) { return message.id == changed.message; };
        if (request.messages.removeIf(isIt) > 0)
            request.push.numbers.removeOne(now->number);
    }
    return {};
}

// What the answer makes of one message.
Result<void> settle(storage::Journal &journal, const Request &request, const Message &message,
                    const gateway::Outcome &outcome, qint64 nowMs, RequestEnd &end)
{
    const auto now = journal.message(message.id);
    if (!now)
        return now.error();
    storage::Step step = request.repeated ? afterRepetition(*now, outcome, nowMs)
                                          : afterAnswer(*now, outcome, request.isBulk(), nowMs);
    if (step.gatewayId) {
        const auto twice = journal.noteOrigId(message.id, request.attempt.ref, *step.gatewayId);
        if (!twice)
            return twice.error();
        if (*twice) {
            step.note = strongerNote(now->note, domain::Note::SentTwice);
            end.sentTwice.append(message.id);
        }
    }
    if (auto applied = journal.apply(step); !applied)
        return applied;
    // Only an id makes kept statuses fit: what came with the ref was matched as it came.
    if (step.gatewayId) {
        if (auto matched = matchKept(journal, message, *step.gatewayId, request.attempt.ref); !matched)
            return matched;
    }
    if (step.to == domain::MessageState::Queued)
        end.queued.append(message);
    return {};
}

// Of a gateway group no list is known here: whom the answer names is in it (BLK-06).
Result<QList<Message>> namedMembers(storage::Database &database, const Request &request,
                                    const gateway::Outcome &outcome, qint64 nowMs)
{
    QList<Message> named;
    for (const QString &number : outcome.invalidNumbers + outcome.duplicateNumbers) {
        if (!number.startsWith(u'+')) // not E.164: a status would make the same person once more
            continue;
        domain::StatusEvent event;
        event.ref = request.attempt.ref;
        event.number = number;
        event.receivedMs = nowMs;
        const auto id = storage::GatewayGroup(database).add(event);
        if (!id)
            return id.error();
        if (!id->has_value())
            continue;
        const auto message = storage::Journal(database).message(**id);
        if (!message)
            return message.error();
        named.append(*message);
    }
    return named;
}

bool isWholeBulkAccepted(const Request &request, const gateway::Outcome &outcome)
{
    return request.isBulk() && !request.repeated && !request.messages.isEmpty() &&
           outcome.verdict == gateway::Verdict::Accepted && outcome.invalidNumbers.isEmpty() &&
           outcome.duplicateNumbers.isEmpty();
}

} // namespace

Result<void> beginRequest(storage::Database &database, Request &request, qint64 nowMs)
{
    const bool group = request.messages.isEmpty();
    if (auto left = leaveOutArrived(database, request); !left)
        return left;
    if (!request.confirmsOptOut) {
        if (auto cancelled = cancelOptedOut(database, request, nowMs); !cancelled)
            return cancelled;
    }
    if (request.messages.isEmpty() && !group)
        return {};
    request.attempt.bodyHash = gateway::bodyHash(request.push, request.isBulk());
    request.attempt.startedMs = nowMs;
    QList<qint64> members;
    for (const Message &message : std::as_const(request.messages))
        members.append(message.id);
    const auto attempt = storage::Journal(database).beginAttempt(request.attempt, members);
    if (!attempt)
        return attempt.error();
    request.attempt.id = *attempt;
    return {};
}

Result<void> beginRepetition(storage::Database &database, const Request &request, qint64 nowMs)
{
    storage::Journal journal(database);
    if (auto projected = projectArrivalsOf(database, {request.messages.constFirst().id}); !projected)
        return projected.error();
    const auto message = journal.message(request.messages.constFirst().id);
    if (!message && message.error().code == base::ErrorCode::NotFound) // erased meanwhile
        return base::Error{base::ErrorCode::WrongState, request.attempt.ref, {}};
    if (!message)
        return message.error();
    if (message->state != domain::MessageState::Uncertain)
        return base::Error{base::ErrorCode::WrongState, domain::identifier(message->state), {}};
    storage::Step step;
    step.message = message->id;
    step.to = domain::MessageState::Sending;
    step.kind = domain::EventKind::Sending;
    step.detail = identifier(domain::EventDetail::Repeated);
    step.atMs = nowMs;
    return journal.apply(step);
}

Result<RequestEnd> endRequest(storage::Database &database, const Request &request,
                              const gateway::Outcome &outcome, qint64 nowMs)
{
    storage::Journal journal(database);
    storage::AttemptResult result;
    result.httpStatus = outcome.httpStatus;
    result.answer = outcome.raw;
    result.verdict = outcome.verdict;
    result.failure = outcome.reason;
    result.endedMs = nowMs;
    if (auto ended = journal.endAttempt(request.attempt.id, result); !ended)
        return ended.error();
    QList<Message> messages = request.messages;
    if (messages.isEmpty()) {
        const auto named = namedMembers(database, request, outcome, nowMs);
        if (!named)
            return named.error();
        messages = *named;
    }
    if (isWholeBulkAccepted(request, outcome)) {
        // Nearly every bulk request: its members take the same step, as one set.
        const auto left =
            journal.moveSending(request.attempt.id, afterAnswer(messages.constFirst(), outcome, true, nowMs));
        if (!left)
            return left.error();
        messages.removeIf([&left](const Message &message) { return !left->contains(message.id); });
    }
    RequestEnd end;
    for (const Message &message : std::as_const(messages)) {
        if (auto settled = settle(journal, request, message, outcome, nowMs, end); !settled)
            return settled.error();
    }
    return end;
}

Result<void> cancelWaiting(storage::Database &database, qint64 campaign, qint64 atMs)
{
    using enum domain::MessageState;
    storage::Step step;
    step.to = Cancelled;
    step.kind = domain::EventKind::Decision;
    step.detail = identifier(domain::HistoryKind::Cancelled);
    step.atMs = atMs;
    const auto moved = storage::Journal(database).moveAll(campaign, {Scheduled, Queued, Held}, step);
    return moved ? Result<void>() : Result<void>(moved.error());
}

} // namespace campaign
