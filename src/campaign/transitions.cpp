// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/transitions.h"

#include "domain/campaign.h"
#include "domain/eventdetail.h"

#include <array>

namespace campaign {
using namespace Qt::StringLiterals;
using domain::DeliveryStatus;
using domain::EventDetail;
using domain::EventKind;
using domain::Message;
using domain::MessageState;
using domain::Note;
using domain::PauseReason;
using gateway::Outcome;
using gateway::Verdict;
using storage::Step;

namespace {

// A status can overtake the answer: what it said of the message stays.
bool knownByStatus(MessageState state)
{
    return state == MessageState::WithOperator || state == MessageState::Delivered ||
           state == MessageState::Failed || state == MessageState::NoConfirmation;
}

Step answerStep(const Message &message, qint64 atMs)
{
    Step step;
    step.message = message.id;
    step.kind = EventKind::Answer;
    step.atMs = atMs;
    return step;
}

// A refusal that was followed by a status, or the reverse, ends in the status with a note.
Step settledByStatus(Step step, const Message &message)
{
    if (step.to != MessageState::Accepted && step.to != MessageState::Uncertain)
        step.note = strongerNote(message.note, Note::StatusOverrides);
    step.to = message.state;
    return step;
}

void giveCode(Step &step, const Outcome &outcome)
{
    step.errorCode = outcome.errorCode;
    step.clearError = true; // of an earlier attempt
    if (outcome.errorCode && *outcome.errorCode != 0)
        step.errorText = outcome.description;
}

// By an answer of the gateway's.
void settle(Step &step, MessageState to, const QString &detail, const Outcome &outcome)
{
    step.to = to;
    step.detail = detail;
    giveCode(step, outcome);
}

Step acceptedByBulk(Step step, const Message &message, const Outcome &outcome)
{
    const bool invalid = outcome.invalidNumbers.contains(message.number);
    if (invalid || outcome.duplicateNumbers.contains(message.number)) {
        // BLK-06: the lists name the number; the answer's code speaks of the request.
        step.to = invalid ? MessageState::Refused : MessageState::Duplicate;
        step.detail = identifier(invalid ? EventDetail::InvalidNumber : EventDetail::DuplicateNumber);
        step.clearError = true;
        return step;
    }
    settle(step, MessageState::Accepted,
           identifier(EventDetail::Accepted, outcome.listsKnown ? QString() : u"lists unknown"_s), outcome);
    return step;
}

} // namespace

Step afterAnswer(const Message &message, const Outcome &outcome, bool bulk, qint64 atMs)
{
    Step step = answerStep(message, atMs);
    switch (outcome.verdict) {
    case Verdict::Accepted:
        if (bulk) {
            step = acceptedByBulk(step, message, outcome);
            break;
        }
        step.gatewayId = outcome.gatewayId;
        settle(step, MessageState::Accepted, identifier(EventDetail::Accepted), outcome);
        break;
    case Verdict::Refused:
        settle(step, MessageState::Refused, identifier(EventDetail::Refused), outcome);
        break;
    case Verdict::Duplicate:
        settle(step, MessageState::Duplicate, identifier(EventDetail::Duplicate), outcome);
        break;
    case Verdict::AccountRefused:
        settle(step, MessageState::Queued, identifier(EventDetail::AccountRefused), outcome);
        break;
    case Verdict::Unsent:
    case Verdict::UnsentAndPause:
    case Verdict::SendAgain:
        step.to = MessageState::Queued;
        step.detail = identifier(EventDetail::Unsent, outcome.reason);
        break;
    case Verdict::Uncertain:
    case Verdict::UncertainAndPause:
        settle(step, MessageState::Uncertain, identifier(EventDetail::Uncertain, outcome.reason), outcome);
        break;
    }
    return knownByStatus(message.state) ? settledByStatus(step, message) : step;
}

Step afterRepetition(const Message &message, const Outcome &outcome, qint64 atMs)
{
    if (outcome.verdict == Verdict::Accepted)
        return afterAnswer(message, outcome, false, atMs);
    Step step = answerStep(message, atMs);
    if (outcome.verdict == Verdict::Duplicate) {
        step.to = MessageState::Accepted;
        step.detail = identifier(EventDetail::PresumedAccepted);
        step.clearError = true;
        step.note = strongerNote(message.note, Note::Presumed);
    } else {
        settle(step, MessageState::Uncertain, identifier(EventDetail::Uncertain, outcome.reason), outcome);
    }
    return knownByStatus(message.state) ? settledByStatus(step, message) : step;
}

std::optional<Step> afterStatus(const Message &message, DeliveryStatus status, qint64 atMs)
{
    if (!status.known())
        return std::nullopt;
    MessageState to = status == DeliveryStatus::Delivered ? MessageState::Delivered
                      : status == DeliveryStatus::Failed  ? MessageState::Failed
                                                          : MessageState::WithOperator;
    Note note = Note::None;
    switch (message.state) {
    case MessageState::Sending:
    case MessageState::Accepted:
    case MessageState::Uncertain:
        break;
    case MessageState::Refused:
    case MessageState::Duplicate:
        note = Note::StatusOverrides;
        break;
    case MessageState::WithOperator:
    case MessageState::NoConfirmation:
        if (status == DeliveryStatus::WithOperator)
            return std::nullopt;
        break;
    case MessageState::Failed:
        if (status != DeliveryStatus::Delivered)
            return std::nullopt;
        note = Note::DeliveredAfterFailed;
        break;
    case MessageState::Delivered:
        if (status != DeliveryStatus::Failed)
            return std::nullopt;
        to = MessageState::Delivered;
        note = Note::DeliveredAfterFailed;
        break;
    case MessageState::Scheduled:
    case MessageState::Queued:
    case MessageState::Cancelled:
    case MessageState::Held:
        if (status != DeliveryStatus::Delivered)
            return std::nullopt;
        note = Note::StatusOverrides;
        break;
    }
    note = strongerNote(message.note, note);
    if (to == message.state && note == Note::None)
        return std::nullopt;

    Step step;
    step.message = message.id;
    step.to = to;
    step.kind = EventKind::Status;
    step.status = status;
    step.note = note;
    step.atMs = atMs;
    return step;
}

Step heardStep(const Message &message, const domain::StatusEvent &event, bool sentTwice)
{
    std::optional<Step> step = afterStatus(message, event.status, event.receivedMs);
    if (!step) {
        step.emplace();
        step->message = message.id;
        step->to = message.state;
        step->kind = EventKind::Status;
        step->status = event.status;
        step->atMs = event.receivedMs;
    }
    if (sentTwice)
        step->note = strongerNote(message.note, Note::SentTwice);
    return *step;
}

bool namesAnotherId(const Message &message, const domain::StatusEvent &event)
{
    return event.status.known() && event.origId && event.origId != message.gatewayId && !event.ref.isEmpty();
}

std::optional<Step> afterDecision(const Message &message, Decision decision, qint64 atMs)
{
    if (message.state != MessageState::Uncertain && message.state != MessageState::Duplicate)
        return std::nullopt;
    Step step;
    step.message = message.id;
    step.kind = EventKind::Decision;
    step.to = decision == Decision::TreatAsSent ? MessageState::Accepted : MessageState::Queued;
    step.detail = domain::identifier(decision == Decision::TreatAsSent ? domain::HistoryKind::TreatAsSent
                                                                       : domain::HistoryKind::SendAgain);
    step.clearError = true;
    step.atMs = atMs;
    return step;
}

Note strongerNote(Note has, Note note)
{
    return note > has ? note : Note::None;
}

bool isSettled(MessageState state)
{
    return state != MessageState::Scheduled && state != MessageState::Queued &&
           state != MessageState::Sending;
}

int backOffSeconds(int tries)
{
    static constexpr std::array seconds{2, 8, 30, 120, 300};
    const int last = static_cast<int>(seconds.size()) - 1;
    return seconds[static_cast<size_t>(qBound(0, tries - 1, last))];
}

PauseReason pauseReason(const Outcome &outcome)
{
    switch (outcome.verdict) {
    case Verdict::AccountRefused:
        return PauseReason::answer(outcome.errorCode.value_or(0));
    case Verdict::UnsentAndPause:
        return PauseReason::BulkRejected;
    case Verdict::UncertainAndPause:
        return PauseReason::BulkUncertain;
    default:
        return {};
    }
}

} // namespace campaign
