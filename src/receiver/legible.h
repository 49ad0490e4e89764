// SPDX-License-Identifier: GPL-3.0-or-later
// Of an inbound message that cannot be read whole: who sent it and what they wrote, where exactly that is
// beyond doubt. An opt-out must not be lost to another field.
#pragma once

#include "domain/inbound.h"

#include <optional>

namespace receiver {

// Number, text, and where they can be read the number written to and the keyword; nothing else is set.
std::optional<domain::InboundMessage> legibleJson(const QByteArray &body);
std::optional<domain::InboundMessage> legibleParameters(const QByteArray &parameters);

} // namespace receiver
