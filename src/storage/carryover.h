// SPDX-License-Identifier: GPL-3.0-or-later
// After a restore, what has happened since the backup: opt-outs, what came in with its files, statuses,
// quarantine, and what became of each message, taken over from the database that was replaced.
#pragma once

#include "base/result.h"
#include "storage/database.h"

namespace storage {

struct CarriedOver
{
    qint64 messages = 0; // whose story is longer than in the backup, or that the backup does not have
    bool whole = true;   // false: a part of the replaced database could not be read, and so is missing
};

// From `replaced`, which is only read, into the restored database. Nothing that the backup has is lost by
// it; what waits is left to holdEverything. Expects an open Transaction. Errors are those of writing.
base::Result<CarriedOver> carryOver(Database &replaced, Database &restored);

} // namespace storage
