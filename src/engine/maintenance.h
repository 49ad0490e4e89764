// SPDX-License-Identifier: GPL-3.0-or-later
// Looking after a profile's database: check, restore and nightly backups.
#pragma once

#include "base/clock.h"
#include "engine/profile.h"

#include <QStringList>

namespace engine {

// Beside any owner: the file's integrity, and that each state follows from its events. One line a
// finding, in the person's language; empty: sound.
base::Result<QStringList> checkDatabase(Profile &profile, const base::Clock &clock);

struct Restored
{
    qint64 held = 0;   // messages that wait for a person's release
    bool whole = true; // false: what has happened since the backup could not be read, or not all of it
};

// Replaces the database by the backup (the present one is kept beside it): what has come in and what has
// become of messages since is taken over, and everything that could still be sent is held. Owns the
// profile.
base::Result<Restored> restoreDatabase(Profile &profile, const QString &backup, const base::Clock &clock);

// Ends a restore that a crash broke off between its two renames; what opens the database calls it first.
base::Result<void> finishRestore(Profile &profile);

} // namespace engine
