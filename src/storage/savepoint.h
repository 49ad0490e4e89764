// SPDX-License-Identifier: GPL-3.0-or-later
// One work among others of a transaction, undone alone where it fails.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <functional>

namespace storage {

// Within an open transaction or a GroupCommit work: where `work` fails, what it did is undone, and nothing
// else; `outcome` is what it returned. Returns an error where the whole transaction is lost with it.
base::Result<void> inSavepoint(Database &database, const std::function<base::Result<void>()> &work,
                               base::Result<void> &outcome);

} // namespace storage
