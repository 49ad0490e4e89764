// SPDX-License-Identifier: GPL-3.0-or-later
// The Engine's inbox: what the receiver decoded is committed by the inbox room.
#include "engine/engine_p.h"

namespace engine {

void Engine::takeInbound(const domain::InboundMessage &message, const receiver::Done &done)
{
    d->intake->take(message, done);
}

void Engine::takeQuarantined(const domain::Quarantined &item, const receiver::Done &done)
{
    d->intake->takeQuarantined(item, done);
}

} // namespace engine
