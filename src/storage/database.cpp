// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "base/crashpoint.h"
#include "storage/databasefile.h"
#include "storage/migrations.h"
#include "storage/serversession.h"
#include "storage/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>

#include <atomic>
#include <filesystem>
#include <system_error>
#include <unordered_map>

namespace storage {
using namespace Qt::StringLiterals;

class Database::Private
{
public:
    QString file;
    std::unique_ptr<FileUse> use;
    QString connectionName;
    QSqlDatabase connection;
    Dialect dialect;
    std::unique_ptr<ServerSession> server; // none: a file
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> prepared;
    bool writer = false;
    bool uncleanStop = false;
    int version = 0;

    ~Private()
    {
        prepared.clear();
        server.reset();
        connection.close();
        connection = {};
        QSqlDatabase::removeDatabase(connectionName);
    }
};

namespace {

const QString fileDriver = QStringLiteral("QSQLITE");
const QString serverDriver = QStringLiteral("QPSQL");

QString newConnectionName()
{
    static std::atomic<int> connections = 0;
    return u"budstikke-%1"_s.arg(++connections);
}

base::Result<void> expectDriver(const QString &driver) // loaded by name: nothing else misses it
{
    if (QSqlDatabase::isDriverAvailable(driver))
        return {};
    return base::Error{base::ErrorCode::DatabaseUnusable, driver, u"driver"_s};
}

base::Result<QString> pragma(Database &database, const QString &sql)
{
    Statement statement(database, "PRAGMA "_L1 + sql, Statement::Keep::Once);
    if (auto done = statement.run(); !done)
        return done.error();
    return statement.next() ? statement.text(0) : QString();
}

base::Result<void> setPragmas(Database &database, OpenMode mode)
{
    QStringList pragmas{u"foreign_keys = ON"_s};
    if (mode == OpenMode::ReadOnly) {
        pragmas += u"cache_size = -8192"_s; // the file is opened read-only; query_only would forbid a backup
    } else {
        const auto journal = pragma(database, u"journal_mode = WAL"_s);
        if (!journal)
            return journal.error();
        if (*journal != "wal"_L1)
            return unusable(u"no write-ahead log on this file system"_s);
        // Trusted with bringing a commit to the disk: fsync on Linux and FlushFileBuffers on Windows, which
        // both empty the drive's own cache. macOS does that only for F_FULLFSYNC; elsewhere these two do
        // nothing.
        pragmas += {u"fullfsync = ON"_s, u"checkpoint_fullfsync = ON"_s};
        pragmas += {u"synchronous = FULL"_s, u"secure_delete = ON"_s, u"cache_size = -65536"_s,
                    u"journal_size_limit = 67108864"_s, u"temp_store = MEMORY"_s};
    }
    for (const QString &sql : std::as_const(pragmas)) {
        if (auto done = pragma(database, sql); !done)
            return done.error();
    }
    return {};
}

} // namespace

Database::Database()
    : d(std::make_unique<Private>())
{
}

Database::~Database()
{
    if (d->writer && d->connection.isOpen())
        (void)execute(*this, u"DELETE FROM counter WHERE key = 'open'"_s);
}

base::Result<std::unique_ptr<Database>> Database::connect(const QString &file, const QString &name,
                                                          const QString &options)
{
    if (auto there = expectDriver(fileDriver); !there)
        return there.error();
    std::unique_ptr<Database> database(new Database);
    database->d->file = file;
    database->d->connectionName = newConnectionName();
    database->d->connection = QSqlDatabase::addDatabase(fileDriver, database->d->connectionName);
    QSqlDatabase &connection = database->d->connection;
    connection.setDatabaseName(name);
    connection.setConnectOptions("QSQLITE_BUSY_TIMEOUT=5000"_L1 + options);
    if (!connection.open())
        return toError(connection.lastError());
    const auto version = schemaVersion(*database);
    if (!version)
        return version.error();
    database->d->version = *version;
    return database;
}

base::Result<std::unique_ptr<Database>> Database::open(const QString &file, OpenMode mode,
                                                       const base::Clock &clock)
{
    const bool writer = mode == OpenMode::ReadWrite;
    if (!QFile::exists(file)) {
        if (!writer)
            return base::Error{base::ErrorCode::NotFound, file, {}};
        if (auto made = makePrivateFile(file); !made)
            return made.error();
    }
    auto use = std::make_unique<FileUse>(file);
    if (!use->version)
        return use->version.error();
    if (*use->version > latestVersion())
        return base::Error{base::ErrorCode::DatabaseNewer, file, {}};
    // A crash may have left the newer version in the log only; a writer would merge that log.
    if (writer && hasWal(file)) {
        const auto peek = open(file, OpenMode::ReadOnly, clock);
        if (!peek && peek.error().code == base::ErrorCode::DatabaseNewer)
            return peek.error();
    }

    auto opened = connect(file, file, writer ? QString() : u";QSQLITE_OPEN_READONLY"_s);
    const bool writable = QFileInfo(QFileInfo(file).path()).isWritable();
    if (!opened && !writer && !hasWal(file) &&
        (!writable || opened.error().code == base::ErrorCode::DiskFull)) {
        // Nobody can write here, so the log's shared index cannot be made and is not needed.
        const QString uri =
            QString::fromLatin1(QUrl::fromLocalFile(QFileInfo(file).absoluteFilePath()).toEncoded());
        opened = connect(file, uri + "?immutable=1"_L1, u";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
    }
    if (!opened)
        return opened;
    Database &database = *opened.value();
    database.d->use = std::move(use);
    const int version = database.d->version;
    if (version > latestVersion())
        return base::Error{base::ErrorCode::DatabaseNewer, file, {}};
    if (!writer && version == 0)
        return base::Error{base::ErrorCode::NotFound, file, {}}; // made a moment ago, still empty
    if (!writer && version < latestVersion())
        return base::Error{base::ErrorCode::DatabaseOlder, file, {}};
    if (auto set = setPragmas(database, mode); !set)
        return set.error();
    if (writer) {
        if (auto ready = database.beWriter(clock); !ready)
            return ready.error();
    }
    return opened;
}

base::Result<std::unique_ptr<Database>> Database::open(const ServerAddress &server, const QString &password,
                                                       OpenMode mode, const ServerLimits &limits)
{
    if (auto there = expectDriver(serverDriver); !there)
        return there.error();
    std::unique_ptr<Database> database(new Database);
    Private &d = *database->d;
    d.file = server.toString();
    d.dialect = Dialect(Dialect::Kind::PostgreSql);
    d.connectionName = newConnectionName();
    d.connection = QSqlDatabase::addDatabase(serverDriver, d.connectionName);
    d.server = std::make_unique<ServerSession>(d.connection, server, limits);
    if (auto opened = d.server->open(password, mode == OpenMode::ReadOnly); !opened)
        return opened.error();
    const auto version = schemaVersion(*database);
    if (!version)
        return version.error();
    if (*version > latestVersion())
        return base::Error{base::ErrorCode::DatabaseNewer, d.file, {}};
    if (mode == OpenMode::ReadWrite) {
        if (auto migrated = migrate(*database, *version); !migrated)
            return migrated.error();
    } else if (*version < latestVersion()) {
        const auto code = *version == 0 ? base::ErrorCode::NotFound : base::ErrorCode::DatabaseOlder;
        return base::Error{code, d.file, {}};
    }
    d.version = latestVersion();
    return database;
}

base::Result<void> Database::beWriter(const base::Clock &clock)
{
    const int from = d->version;
    if (from > 0 && from < latestVersion()) {
        const QFileInfo info(d->file);
        const QString time =
            QDateTime::fromMSecsSinceEpoch(clock.nowMs()).toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
        const QString target = u"%1/backups/%2-%3-version%4.sqlite"_s.arg(
            info.absolutePath(), info.completeBaseName(), time, QString::number(from));
        if (auto copied = backup(target); !copied)
            return copied;
    }
    if (auto migrated = migrate(*this, from); !migrated)
        return migrated;
    d->version = latestVersion();
    const auto marked =
        execute(*this, u"INSERT INTO counter (key, value) VALUES ('open', 1) ON CONFLICT DO NOTHING"_s);
    if (!marked)
        return marked.error();
    d->uncleanStop = *marked == 0;
    d->writer = true;
    if (d->uncleanStop) // what the other had not seen reach the disk: see GroupCommit::settleDoubt()
        (void)pragma(*this, u"wal_checkpoint(PASSIVE)"_s);
    return {};
}

const QString &Database::file() const
{
    return d->file;
}

QSqlDatabase &Database::connection()
{
    return d->connection;
}

const Dialect &Database::dialect() const
{
    return d->dialect;
}

base::Result<void> Database::control(const QString &sql)
{
    return d->server ? d->server->control(sql) : storage::run(*this, sql);
}

base::Result<void> Database::commit()
{
    return d->server ? d->server->commit() : storage::run(*this, u"COMMIT"_s);
}

bool Database::isLost() const
{
    return d->server && d->server->isLost();
}

base::Result<void> Database::reconnect()
{
    if (!d->server)
        return {};
    d->prepared.clear(); // those of the session that is gone
    return d->server->reopen();
}

bool Database::prepare(QSqlQuery &query, const QString &sql)
{
    const Watchdog::Wait wait(d->server ? d->server->watchdog() : nullptr);
    return query.prepare(sql);
}

bool Database::exec(QSqlQuery &query)
{
    const Watchdog::Wait wait(d->server ? d->server->watchdog() : nullptr);
    return query.exec();
}

base::Result<void> Database::refuseWrites()
{
    if (d->server)
        return d->server->control(u"SET default_transaction_read_only = on"_s);
    const auto set = pragma(*this, u"query_only = ON"_s);
    return set ? base::Result<void>() : base::Result<void>(set.error());
}

bool Database::hadUncleanStop() const
{
    return d->uncleanStop;
}

base::Result<void> Database::backup(const QString &target)
{
    if (d->server)
        return base::Error{base::ErrorCode::WrongState, d->file, u"backup"_s};
    const QString folder = QFileInfo(target).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return base::Error{base::ErrorCode::FileUnwritable, folder, {}};
        QFile::setPermissions(folder,
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    if (QFileInfo(target).canonicalFilePath() == QFileInfo(d->file).canonicalFilePath())
        return base::Error{base::ErrorCode::FileUnwritable, target, {}}; // itself
    // Under another name until it is whole and on the disk.
    const QString part = target + ".part"_L1;
    QFile::remove(part);
    if (!makePrivateFile(part))
        return base::Error{base::ErrorCode::FileUnwritable, part, {}};
    Statement copy(*this, u"VACUUM INTO ?"_s, Statement::Keep::Once);
    if (auto copied = copy.run(part); !copied) {
        QFile::remove(part);
        return copied;
    }
    base::crashPoint("backup-written");
    // An earlier file of that name is replaced in one step, or stays.
    std::error_code failed;
    if (syncToDisk(part))
        std::filesystem::rename(part.toStdU16String(), target.toStdU16String(), failed);
    else
        failed = std::make_error_code(std::errc::io_error);
    if (failed) {
        QFile::remove(part);
        return base::Error{base::ErrorCode::FileUnwritable, target, {}};
    }
    base::crashPoint("backup-renamed");
    return {};
}

base::Result<QStringList> Database::integrityProblems(bool quick)
{
    QStringList problems;
    if (d->server)
        return problems;
    // What cannot even be read is the problem itself.
    const auto note = [&](const base::Result<void> &done) {
        if (!done)
            problems.append(done.error().detail);
    };
    Statement check(*this, quick ? u"PRAGMA quick_check"_s : u"PRAGMA integrity_check"_s,
                    Statement::Keep::Once);
    note(check.run());
    while (check.next()) {
        if (check.text(0) != "ok"_L1)
            problems.append(check.text(0));
    }
    note(check.outcome());
    Statement keys(*this, u"PRAGMA foreign_key_check"_s, Statement::Keep::Once);
    note(keys.run());
    while (keys.next())
        problems.append(u"%1 row %2: no such %3"_s.arg(keys.text(0), keys.text(1), keys.text(2)));
    note(keys.outcome());
    problems.removeDuplicates();
    return problems;
}

std::unique_ptr<QSqlQuery> Database::takePrepared(const QString &sql)
{
    const auto found = d->prepared.find(sql);
    return found == d->prepared.end() ? nullptr : std::move(found->second);
}

void Database::keepPrepared(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    d->prepared[sql] = std::move(query);
}

base::Error toError(const QSqlError &error)
{
    if (error.driverText().startsWith("QPSQL"_L1)) // its codes are letters, SQLite's are numbers
        return serverError(error);
    constexpr int sqlError = 1, full = 13, constraint = 19, mismatch = 20, misuse = 21, range = 25;
    constexpr int noRoomForIndex = 10 | (19 << 8); // SQLITE_IOERR_SHMSIZE
    const QString words = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    const int code = error.nativeErrorCode().toInt();
    if (code == noRoomForIndex)
        return {base::ErrorCode::DiskFull, words, {}};
    switch (code & 0xff) { // the low byte of an extended code is its kind
    case full:
        return {base::ErrorCode::DiskFull, words, {}};
    case sqlError:
    case constraint:
    case mismatch:
    case misuse:
    case range:
        return {base::ErrorCode::Internal, words, {}};
    default:
        return unusable(words);
    }
}

} // namespace storage
