// SPDX-License-Identifier: GPL-3.0-or-later
// The mailbox's own commands, and a profile's.
#pragma once

#include "programs/cli/commands.h"

namespace cli {

QList<Command> mailboxCommands();      // new, serve and key
QList<Command> mailboxFetchCommands(); // use, off, fetch and show

} // namespace cli
