// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own time, as far as it was known when the database was last written.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <optional>

namespace storage {

base::Result<std::optional<qint64>> readOwnTime(Database &database); // nothing: none was kept yet
// Where none was kept yet: the last that happened to a message or came in; in a new database nowMs. Expects
// an open Transaction.
base::Result<void> beginOwnTime(Database &database, qint64 nowMs);
// Expects an open Transaction or a GroupCommit work.
base::Result<void> keepOwnTime(Database &database, qint64 ms);

} // namespace storage
