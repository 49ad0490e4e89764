// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/owntime.h"

#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;

base::Result<std::optional<qint64>> readOwnTime(Database &database)
{
    return selectNumber(database, u"SELECT value FROM counter WHERE key = 'ownTimeMs'"_s);
}

base::Result<void> beginOwnTime(Database &database, qint64 nowMs)
{
    const auto kept = readOwnTime(database);
    if (!kept || kept->has_value())
        return kept ? base::Result<void>() : base::Result<void>(kept.error());
    const auto last = selectNumber(
        database, u"SELECT max(at_ms) FROM ("
                  "SELECT (SELECT since_ms FROM message ORDER BY id DESC LIMIT 1) AS at_ms "
                  "UNION ALL SELECT (SELECT received_ms FROM inbound ORDER BY id DESC LIMIT 1) "
                  "UNION ALL SELECT (SELECT created_ms FROM campaign ORDER BY id DESC LIMIT 1)) AS latest"_s);
    if (!last)
        return last.error();
    return keepOwnTime(database, last->value_or(nowMs));
}

base::Result<void> keepOwnTime(Database &database, qint64 ms)
{
    return run(database,
               u"INSERT INTO counter (key, value) VALUES ('ownTimeMs', ?) "
               "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
               ms);
}

} // namespace storage
