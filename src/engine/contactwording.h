// SPDX-License-Identifier: GPL-3.0-or-later
// wording: whether the gateway is there.
#pragma once

#include "engine/gatewaycontact.h"

#include <QString>

namespace engine::wording {

// A whole sentence, with the reason; empty while there is nothing to say.
QString contact(const Contact &contact, qint64 nowMs);
// A few words, for the window's lowest line: "No connection since 18:26, next try in 12 s".
QString contactInShort(const Contact &contact, qint64 nowMs);

} // namespace engine::wording
