// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a profile's database as its one owner: what an earlier process left under way becomes
// uncertain, and what a copied or older database still has waiting is held.
#pragma once

#include "base/clock.h"
#include "engine/copyguard.h"
#include "engine/profile.h"

#include <memory>
#include <optional>

namespace engine {

struct HeldAtOpening
{
    Stranger because = Stranger::OtherFolder;
    qint64 messages = 0;
};

struct OwnedDatabase
{
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<CopyGuard> guard; // borrows the database
    std::optional<HeldAtOpening> held;
};

// Errors: ProfileInUse, and those of storage::Database::open.
base::Result<OwnedDatabase> openAsOwner(Profile &profile, const base::Clock &clock);

} // namespace engine
