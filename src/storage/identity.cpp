// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/identity.h"

#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;

base::Result<Identity> readIdentity(Database &database)
{
    const auto found =
        rows<Identity>(database,
                       u"SELECT id, generation, machine, folder, "
                       "%1 FROM identity"_s.arg(database.dialect().attemptsBegun()),
                       [](const Statement &row) -> Identity {
                           return {row.text(0), row.number(1), row.text(2), row.text(3), row.number(4)};
                       });
    if (!found)
        return found.error();
    if (found->isEmpty())
        return base::Error{base::ErrorCode::DatabaseUnusable, database.file(), {}};
    return found->constFirst();
}

base::Result<void> writeIdentity(Database &database, const Identity &identity)
{
    return run(database, u"UPDATE identity SET id = ?, generation = ?, machine = ?, folder = ?"_s,
               identity.id, identity.generation, identity.machine, identity.folder);
}

} // namespace storage
