// SPDX-License-Identifier: GPL-3.0-or-later
// Named places at which the fault campaign kills the process (design: reliability, run 1).
#pragma once

namespace base {

// Does nothing, unless the environment says BUDSTIKKE_CRASH_AT="name:N": then the process dies at
// its N-th passing of that name as if by kill -9, without a destructor or a flushed buffer.
// tests/faults/kills.py finds every name in the source and kills there.
void crashPoint(const char *name);

} // namespace base
