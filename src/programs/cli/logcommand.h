// SPDX-License-Identifier: GPL-3.0-or-later
// The log command.
#pragma once

#include "programs/cli/console.h"

namespace cli {

// JSONL of messages with their events, oldest first.
int runLog(Console &console);

} // namespace cli
