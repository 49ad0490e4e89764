// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to a profile's SQLite file, or to an office's database on a PostgreSQL server: opened,
// migrated and checked; used by one thread.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "storage/dialect.h"
#include "storage/serveraddress.h"

#include <QString>

#include <memory>

class QSqlDatabase;
class QSqlError;
class QSqlQuery;

namespace storage {

enum class OpenMode { ReadWrite, ReadOnly };

class Database
{
public:
    // ReadWrite creates the file if need be, backs it up before a migration (in `backups` beside
    // it), and migrates it.
    // Errors: DatabaseUnusable, DatabaseNewer (left untouched), DiskFull; in ReadOnly NotFound for a
    // missing or still empty file, DatabaseOlder for one that only a writer can migrate.
    static base::Result<std::unique_ptr<Database>> open(const QString &file, OpenMode mode,
                                                        const base::Clock &clock);
    // The office's. ReadWrite lays the schema into an empty database, and migrates it. The password is not in
    // any message; empty: the server asks for none. Errors: as above, but for the files; every statement's
    // is DatabaseUnusable once the session is lost.
    static base::Result<std::unique_ptr<Database>> open(const ServerAddress &server, const QString &password,
                                                        OpenMode mode, const ServerLimits &limits = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &file() const; // on a server: its address
    QSqlDatabase &connection();
    const Dialect &dialect() const;
    bool hadUncleanStop() const; // the last writer did not close; quick_check is due

    // BEGIN, SAVEPOINT and their like, which PostgreSQL does not prepare.
    base::Result<void> control(const QString &sql);
    base::Result<void> commit(); // what has been begun; a failed one may have come to nothing, or not

    base::Result<void> refuseWrites(); // for good: each fails with DatabaseUnusable
    // Of a file alone (WrongState, and nothing, on a server: there it is its administrator's care).
    base::Result<void> backup(const QString &target);        // a consistent copy, mode 0600
    base::Result<QStringList> integrityProblems(bool quick); // empty: sound

    // Of a server's session, of which no signal tells that it is gone; whatever was begun in it is, too.
    bool isLost() const;
    base::Result<void> reconnect(); // as it was opened

private:
    friend class Statement;
    Database();
    // `name` is the file, or as SQLite's URI.
    static base::Result<std::unique_ptr<Database>> connect(const QString &file, const QString &name,
                                                           const QString &options);
    base::Result<void> beWriter(const base::Clock &clock);
    // On a server they wait for its answer, for so long and no longer.
    bool prepare(QSqlQuery &query, const QString &sql);
    bool exec(QSqlQuery &query);
    // Statements prepared once per connection; one in use is not in the cache.
    std::unique_ptr<QSqlQuery> takePrepared(const QString &sql);
    void keepPrepared(const QString &sql, std::unique_ptr<QSqlQuery> query);

    class Private;
    std::unique_ptr<Private> d;
};

base::Error toError(const QSqlError &error); // DiskFull, DatabaseUnusable with the driver's words

} // namespace storage
