// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/savepoint.h"

namespace storage {
using namespace Qt::StringLiterals;

base::Result<void> inSavepoint(Database &database, const std::function<base::Result<void>()> &work,
                               base::Result<void> &outcome)
{
    if (auto begun = database.control(u"SAVEPOINT work"_s); !begun)
        return begun;
    outcome = work();
    if (!outcome) {
        // SQLite ends the whole transaction on some errors (a full disk); the savepoint is gone then, and
        // going on would commit what follows one statement at a time.
        if (auto undone = database.control(u"ROLLBACK TO work"_s); !undone)
            return outcome;
    }
    return database.control(u"RELEASE work"_s);
}

} // namespace storage
