// SPDX-License-Identifier: GPL-3.0-or-later
// The mailbox's own commands, and the profile's mailbox for whoever asks it.
#pragma once

#include "engine/mailbox.h"
#include "programs/cli/commands.h"

namespace cli {

QList<Command> mailboxCommands();      // new, serve and key
QList<Command> mailboxFetchCommands(); // use, off, fetch and show

std::unique_ptr<engine::Mailbox> mailboxOf(Console &console); // once the engine is open

// Before the campaign is started or released: what has come in since counts. NeedsConfirmation when the
// mailbox cannot be emptied and nobody has said --yes. A campaign of which nothing is to be sent asks nobody.
base::Result<void> emptiedBefore(Console &console, qint64 campaign, bool confirmed);

} // namespace cli
