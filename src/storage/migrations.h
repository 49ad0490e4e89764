// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered, append-only schema steps of resources/migrations/, embedded in the program: NNNN_name.sql for
// both kinds of database, NNNN_name.sqlite.sql and NNNN_name.postgresql.sql for one.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QList>
#include <QStringList>

namespace storage {

struct Migration
{
    int version = 0;        // schemaVersion() once it is done
    QStringList statements; // in order
};

// By version, without a gap: SQLite's from 1, PostgreSQL's from its baseline, the first that is its own.
const QList<Migration> &allMigrations(Dialect::Kind kind = Dialect::Kind::Sqlite);
int latestVersion();

// 0: nothing is there yet. DatabaseUnusable: another program's.
base::Result<int> schemaVersion(Database &database);

// Runs those above `from`, each in a transaction of its own.
base::Result<void> migrate(Database &database, int from);

} // namespace storage
