// SPDX-License-Identifier: GPL-3.0-or-later
// Which database this is, how often it has been opened to be written, and where that was last.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QString>

namespace storage {

struct Identity
{
    QString id;            // random, of this database and of all that was copied from it
    qint64 generation = 0; // raised each time a writer opens
    QString machine;       // of the last writer; empty: not known
    QString folder;        // canonical; empty: not known
    qint64 attempts = 0;   // begun in all its life; only ever grows
};

base::Result<Identity> readIdentity(Database &database);
// All but the attempts. Expects an open Transaction.
base::Result<void> writeIdentity(Database &database, const Identity &identity);

} // namespace storage
