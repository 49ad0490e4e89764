// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/message.h"

namespace domain {
using namespace Qt::StringLiterals;

QString identifier(MessageState state)
{
    switch (state) {
    case MessageState::Scheduled:
        return u"scheduled"_s;
    case MessageState::Queued:
        return u"queued"_s;
    case MessageState::Sending:
        return u"sending"_s;
    case MessageState::Accepted:
        return u"accepted"_s;
    case MessageState::Refused:
        return u"refused"_s;
    case MessageState::Duplicate:
        return u"duplicate"_s;
    case MessageState::Uncertain:
        return u"uncertain"_s;
    case MessageState::WithOperator:
        return u"withOperator"_s;
    case MessageState::Delivered:
        return u"delivered"_s;
    case MessageState::Failed:
        return u"failed"_s;
    case MessageState::NoConfirmation:
        return u"noConfirmation"_s;
    case MessageState::Cancelled:
        return u"cancelled"_s;
    case MessageState::Held:
        return u"held"_s;
    }
    return {};
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
    for (MessageState state : allMessageStates()) {
        if (identifier(state) == text)
            return state;
    }
    return std::nullopt;
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
    case MessageState::Uncertain:
    case MessageState::Duplicate:
    case MessageState::Held:
        return StateGroup::Uncertain;
    case MessageState::Cancelled:
    case MessageState::NoConfirmation:
        break;
    }
    return StateGroup::Closed;
}

QList<MessageState> statesOf(StateGroup group)
{
    QList<MessageState> states = allMessageStates();
    states.removeIf([group](MessageState state) { return groupOf(state) != group; });
    return states;
}

QString identifier(Note note)
{
    switch (note) {
    case Note::None:
        return {};
    case Note::Presumed:
        return u"presumed"_s;
    case Note::DeliveredAfterFailed:
        return u"deliveredAfterFailed"_s;
    case Note::StatusOverrides:
        return u"statusOverrides"_s;
    case Note::SentTwice:
        return u"sentTwice"_s;
    }
    return {};
}

std::optional<Note> note(QStringView text)
{
    for (int i = 0; i <= static_cast<int>(Note::SentTwice); ++i) {
        if (identifier(static_cast<Note>(i)) == text)
            return static_cast<Note>(i);
    }
    return std::nullopt;
}

QString identifier(EventKind kind)
{
    switch (kind) {
    case EventKind::Queued:
        return u"queued"_s;
    case EventKind::Sending:
        return u"sending"_s;
    case EventKind::Answer:
        return u"answer"_s;
    case EventKind::Status:
        return u"status"_s;
    case EventKind::Decision:
        return u"decision"_s;
    }
    return {};
}

} // namespace domain
