// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/message.h"

#include "base/words.h"

namespace domain {
using namespace Qt::StringLiterals;

namespace {

constexpr base::Words<MessageState, 13> messageStates{{{
    {MessageState::Scheduled, "scheduled"_L1},
    {MessageState::Queued, "queued"_L1},
    {MessageState::Sending, "sending"_L1},
    {MessageState::Accepted, "accepted"_L1},
    {MessageState::Refused, "refused"_L1},
    {MessageState::Duplicate, "duplicate"_L1},
    {MessageState::Uncertain, "uncertain"_L1},
    {MessageState::WithOperator, "withOperator"_L1},
    {MessageState::Delivered, "delivered"_L1},
    {MessageState::Failed, "failed"_L1},
    {MessageState::NoConfirmation, "noConfirmation"_L1},
    {MessageState::Cancelled, "cancelled"_L1},
    {MessageState::Held, "held"_L1},
}}};
static_assert(messageStates.isComplete(MessageState::Held));

constexpr base::Words<Note, 5> notes{{{
    {Note::None, ""_L1},
    {Note::Presumed, "presumed"_L1},
    {Note::DeliveredAfterFailed, "deliveredAfterFailed"_L1},
    {Note::StatusOverrides, "statusOverrides"_L1},
    {Note::SentTwice, "sentTwice"_L1},
}}};
static_assert(notes.isComplete(Note::SentTwice));

constexpr base::Words<EventKind, 5> eventKinds{{{
    {EventKind::Queued, "queued"_L1},
    {EventKind::Sending, "sending"_L1},
    {EventKind::Answer, "answer"_L1},
    {EventKind::Status, "status"_L1},
    {EventKind::Decision, "decision"_L1},
}}};
static_assert(eventKinds.isComplete(EventKind::Decision));

} // namespace

QString identifier(MessageState state)
{
    return messageStates.of(state);
}

QList<MessageState> allMessageStates()
{
    QList<MessageState> states;
    for (int i = 0; i < messageStateCount; ++i)
        states.append(static_cast<MessageState>(i));
    return states;
}

std::optional<MessageState> messageState(QStringView text)
{
    return messageStates.valueOf(text);
}

StateGroup groupOf(MessageState state)
{
    switch (state) {
    case MessageState::Delivered:
        return StateGroup::Delivered;
    case MessageState::Scheduled:
    case MessageState::Queued:
    case MessageState::Sending:
    case MessageState::Accepted:
    case MessageState::WithOperator:
        return StateGroup::UnderWay;
    case MessageState::Failed:
    case MessageState::Refused:
        return StateGroup::Failed;
    case MessageState::Duplicate:
        return StateGroup::Duplicate;
    case MessageState::Held:
        return StateGroup::Held;
    case MessageState::NoConfirmation:
        return StateGroup::NoConfirmation;
    case MessageState::Cancelled:
        return StateGroup::Cancelled;
    case MessageState::Uncertain:
        break;
    }
    return StateGroup::Uncertain;
}

QList<StateGroup> allStateGroups()
{
    QList<StateGroup> groups;
    for (int i = 0; i < stateGroupCount; ++i)
        groups.append(static_cast<StateGroup>(i));
    return groups;
}

QList<MessageState> statesOf(StateGroup group)
{
    QList<MessageState> states = allMessageStates();
    states.removeIf([group](MessageState state) { return groupOf(state) != group; });
    return states;
}

QString identifier(Note note)
{
    return notes.of(note);
}

std::optional<Note> note(QStringView text)
{
    return notes.valueOf(text);
}

QString identifier(EventKind kind)
{
    return eventKinds.of(kind);
}

} // namespace domain
