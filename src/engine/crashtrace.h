// SPDX-License-Identifier: GPL-3.0-or-later
// Where the program was when it crashed: the calls under way as modules and offsets, which whoever built it
// can turn into lines. Never what was in memory.
#pragma once

#include <QString>

namespace engine {

// The file is added to, by nothing but system calls; empty: no longer. For the whole process.
void writeCrashesTo(const QString &file);

} // namespace engine
