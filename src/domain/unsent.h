// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of which no SMS is counted as sent, and none is paid for.
#pragma once

#include "domain/message.h"

namespace domain {

inline QList<MessageState> unsentStates()
{
    return {MessageState::Refused, MessageState::Duplicate, MessageState::Cancelled};
}

} // namespace domain
