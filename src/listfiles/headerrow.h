// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the header of a list among its first rows. Where it cannot be told, a row counts as data: then it is
// used or named as left out, and nobody is lost as a header.
#pragma once

#include "listfiles/reader.h"

namespace listfiles {

// The header's place among the rows, none of them blank; -1: there is none.
int findHeader(const QList<Row> &rows);

} // namespace listfiles
