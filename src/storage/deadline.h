// SPDX-License-Identifier: GPL-3.0-or-later
// When silence about a message becomes 'no confirmation' (DLR-05).
#pragma once

#include "base/result.h"
#include "storage/database.h"

namespace storage {

// Of one of this campaign that was sent then; NotFound where there is none. UTC milliseconds.
base::Result<qint64> deadline(Database &database, qint64 campaign, qint64 sentMs);

} // namespace storage
