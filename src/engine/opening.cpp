// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/opening.h"

#include "base/crashpoint.h"
#include "engine/maintenance.h"
#include "storage/journal.h"
#include "storage/owntime.h"
#include "storage/transaction.h"

namespace engine {

base::Result<OwnedDatabase> openAsOwner(Profile &profile, const base::Clock &clock)
{
    if (auto owned = profile.own(); !owned)
        return owned.error();
    if (auto finished = finishRestore(profile); !finished)
        return finished.error();
    auto database = storage::Database::open(profile.databaseFile(), storage::OpenMode::ReadWrite, clock);
    if (!database)
        return database.error();
    OwnedDatabase owned;
    owned.database = std::move(database).value();
    owned.guard = std::make_unique<CopyGuard>(*owned.database, profile.folder());
    const auto stranger = owned.guard->judge();
    if (!stranger)
        return stranger.error();
    const auto recovered = storage::inTransaction(*owned.database, [&]() -> base::Result<void> {
        storage::Journal journal(*owned.database);
        if (auto found = journal.recoverInterrupted(clock.nowMs()); !found)
            return found.error();
        if (*stranger) {
            const auto held = journal.holdEverything(pauseReason(**stranger), clock.nowMs());
            if (!held)
                return held.error();
            if (*held > 0)
                owned.held = HeldAtOpening{**stranger, *held};
        }
        if (auto begun = storage::beginOwnTime(*owned.database, clock.nowMs()); !begun)
            return begun;
        const auto claimed = owned.guard->claim(*stranger);
        base::crashPoint("recovered");
        return claimed;
    });
    if (!recovered)
        return recovered.error();
    base::crashPoint("recovery-committed");
    owned.guard->record();
    return owned;
}

} // namespace engine
