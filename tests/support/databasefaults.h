// SPDX-License-Identifier: GPL-3.0-or-later
// A database, of either kind, that refuses what a test says.
#pragma once

#include "storage/database.h"

namespace support {

// Every write, until it is told otherwise.
inline base::Result<void> setWritable(storage::Database &database, bool writable)
{
    if (database.dialect().isServer())
        return database.control(QStringLiteral("SET default_transaction_read_only = %1")
                                    .arg(writable ? QStringLiteral("off") : QStringLiteral("on")));
    return database.control(QStringLiteral("PRAGMA query_only = %1").arg(writable ? 0 : 1));
}

// Gives up within ten milliseconds where another writes.
inline base::Result<void> beImpatient(storage::Database &database)
{
    return database.control(database.dialect().isServer() ? QStringLiteral("SET lock_timeout = 10")
                                                          : QStringLiteral("PRAGMA busy_timeout = 10"));
}

// Each row of which `when` is true, or any: refuse(database, "INSERT ON inbound"). One such at a time.
inline base::Result<void> refuse(storage::Database &database, const QString &what, const QString &when = {})
{
    const QString condition = when.isEmpty() ? QString() : QStringLiteral("WHEN (%1)").arg(when);
    if (!database.dialect().isServer())
        return database.control(
            QStringLiteral("CREATE TRIGGER broken BEFORE %1 %2 BEGIN SELECT RAISE(ABORT, 'broken'); END")
                .arg(what, condition));
    return database.control(
        QStringLiteral("CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS "
                       "$$ BEGIN RAISE EXCEPTION 'broken'; END $$; "
                       "CREATE TRIGGER broken BEFORE %1 FOR EACH ROW %2 EXECUTE FUNCTION broken()")
            .arg(what, condition));
}

inline base::Result<void> refuseNothing(storage::Database &database)
{
    return database.control(database.dialect().isServer() ? QStringLiteral("DROP FUNCTION broken CASCADE")
                                                          : QStringLiteral("DROP TRIGGER broken"));
}

} // namespace support
