// SPDX-License-Identifier: GPL-3.0-or-later
// support collect.
#pragma once

#include "programs/cli/commands.h"

namespace cli {

QList<Command> supportCommands();

} // namespace cli
