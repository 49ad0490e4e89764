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
