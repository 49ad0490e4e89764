// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered, append-only schema steps of resources/migrations/, embedded in the program.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QList>
#include <QStringList>

namespace storage {

struct Migration
{
    int version = 0;        // PRAGMA user_version once it is done
    QStringList statements; // in order
};

const QList<Migration> &allMigrations(); // by version, from 1 without a gap
int latestVersion();

// Runs those above `from`, each in a transaction of its own.
base::Result<void> migrate(Database &database, int from);

} // namespace storage
