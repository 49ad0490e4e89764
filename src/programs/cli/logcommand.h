// SPDX-License-Identifier: GPL-3.0-or-later
// The log command.
#pragma once

#include "domain/message.h"
#include "programs/cli/console.h"

namespace cli {

// cli.md's `log` object.
QJsonObject logObject(const domain::Message &message, const QList<domain::MessageEvent> &events);

// JSONL of messages with their events, oldest first.
Ended runLog(Console &console);

} // namespace cli
