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

} // namespace domain
