// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/message.h"

namespace domain {

QList<MessageState> allMessageStates()
{
    QList<MessageState> states;
    for (int i = 0; i < messageStateCount; ++i)
        states.append(static_cast<MessageState>(i));
    return states;
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

} // namespace domain
