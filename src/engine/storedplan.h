// SPDX-License-Identifier: GPL-3.0-or-later
// The plan of a campaign that is stored and has not begun, to be looked over again.
#pragma once

#include "engine/draft.h"
#include "storage/database.h"

namespace engine {

// Its totals, first messages and who was left out; without objections. NotFound; WrongState once it has
// begun, and for one that repeats: its runs are planned anew.
base::Result<PlanSummary> storedPlan(storage::Database &database, qint64 campaign);

} // namespace engine
