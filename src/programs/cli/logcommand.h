// SPDX-License-Identifier: GPL-3.0-or-later
// The log command.
#pragma once

#include "domain/message.h"
#include "programs/cli/console.h"

namespace cli {

// cli.md's `log` object. alive: the process that sends is still there, else what it was sending is
// uncertain.
QJsonObject logObject(const domain::Message &message, const QList<domain::MessageEvent> &events, bool alive);

// JSONL of messages with their events, oldest first.
int runLog(Console &console);

} // namespace cli
