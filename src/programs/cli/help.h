// SPDX-License-Identifier: GPL-3.0-or-later
// The cli's --help, in the person's language.
#pragma once

#include "programs/cli/commands.h"

namespace cli {

// Options that every command takes.
QList<QCommandLineOption> globalOptions();

// The commands that begin with this word (empty: all) and the global options.
QString overview(const QList<Command> &commands, const QString &firstWord);
// One command: how it is written, what it does, its options.
QString helpOf(const Command &command);

} // namespace cli
