// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "base/crashpoint.h"
#include "storage/migrations.h"
#include "storage/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>
#include <QtEndian>

#include <atomic>
#include <filesystem>
#include <mutex>
#include <system_error>
#include <unordered_map>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace storage {
using namespace Qt::StringLiterals;

namespace {

base::Error unusable(const QString &words)
{
    return {base::ErrorCode::DatabaseUnusable, words, {}};
}

// The version in the file's own header, read without SQLite, which might write to it.
base::Result<int> versionInHeader(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(path + ": "_L1 + file.errorString());
    const QByteArray header = file.read(100);
    if (header.isEmpty())
        return 0;
    if (header.size() < 100 || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return unusable(path + ": not a database"_L1);
    return qFromBigEndian<qint32>(header.constData() + 60);
}

// Closing a file drops every lock that this process holds on it (POSIX), SQLite's among them. So the
// header is read only while no connection of this process has the file, and none may open it meanwhile.
class FileUse
{
public:
    explicit FileUse(const QString &file)
        : m_file(QFileInfo(file).canonicalFilePath())
    {
        const std::lock_guard lock(mutex);
        if (connections[m_file]++ == 0)
            version = versionInHeader(file);
    }
    ~FileUse()
    {
        const std::lock_guard lock(mutex);
        if (--connections[m_file] == 0)
            connections.remove(m_file);
    }
    FileUse(const FileUse &) = delete;
    FileUse &operator=(const FileUse &) = delete;

    base::Result<int> version = 0; // in the header; 0 where a connection has looked already

private:
    QString m_file;
    static inline std::mutex mutex;
    static inline QHash<QString, int> connections; // by canonical path
};

} // namespace

class Database::Private
{
public:
    QString file;
    std::unique_ptr<FileUse> use;
    QString connectionName;
    QSqlDatabase connection;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> prepared;
    bool writer = false;
    bool uncleanStop = false;
    int version = 0;

    ~Private()
    {
        prepared.clear();
        connection.close();
        connection = {};
        QSqlDatabase::removeDatabase(connectionName);
    }
};

namespace {

bool hasWal(const QString &file)
{
    return QFileInfo(file + "-wal"_L1).size() > 0;
}

base::Result<void> makePrivateFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return unusable(path + ": "_L1 + file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

// VACUUM INTO does not sync what it wrote.
bool syncToDisk(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
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
        pragmas += {u"synchronous = FULL"_s, u"secure_delete = ON"_s, u"cache_size = -65536"_s,
                    u"journal_size_limit = 67108864"_s, u"temp_store = MEMORY"_s};
    }
    for (const QString &sql : std::as_const(pragmas)) {
        if (auto done = pragma(database, sql); !done)
            return done.error();
    }
    return {};
}

base::Result<int> readVersion(Database &database)
{
    // In one statement: its owner may be making it at this moment.
    Statement state(database, u"SELECT user_version, (SELECT count(*) FROM sqlite_master) "
                              "FROM pragma_user_version"_s);
    if (auto done = state.run(); !done)
        return done.error();
    state.next();
    if (state.number(0) == 0 && state.number(1) > 0)
        return unusable(database.file() + ": another program's database"_L1);
    return static_cast<int>(state.number(0));
}

} // namespace

Database::Database()
    : d(std::make_unique<Private>())
{
}

Database::~Database()
{
    if (d->writer && d->connection.isOpen())
        (void)execute(*this, u"DELETE FROM meta WHERE key = 'open'"_s);
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

    static std::atomic<int> connections = 0;
    const auto connect = [&](const QString &name,
                             const QString &options) -> base::Result<std::unique_ptr<Database>> {
        std::unique_ptr<Database> database(new Database);
        database->d->file = file;
        database->d->connectionName = u"budstikke-%1"_s.arg(++connections);
        database->d->connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->d->connectionName);
        QSqlDatabase &connection = database->d->connection;
        connection.setDatabaseName(name);
        connection.setConnectOptions("QSQLITE_BUSY_TIMEOUT=5000"_L1 + options);
        if (!connection.open())
            return toError(connection.lastError());
        const auto version = readVersion(*database);
        if (!version)
            return version.error();
        database->d->version = *version;
        return database;
    };

    auto opened = connect(file, writer ? QString() : u";QSQLITE_OPEN_READONLY"_s);
    if (!opened && !writer && !QFileInfo(QFileInfo(file).path()).isWritable() && !hasWal(file)) {
        // Nobody can write here, so the log's shared index cannot be made and is not needed.
        const QString uri =
            QString::fromLatin1(QUrl::fromLocalFile(QFileInfo(file).absoluteFilePath()).toEncoded());
        opened = connect(uri + "?immutable=1"_L1, u";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
    }
    if (!opened)
        return opened.error();
    std::unique_ptr<Database> database = std::move(opened).value();
    database->d->use = std::move(use);
    if (database->d->version > latestVersion())
        return base::Error{base::ErrorCode::DatabaseNewer, file, {}};
    if (!writer && database->d->version == 0)
        return base::Error{base::ErrorCode::NotFound, file, {}}; // made a moment ago, still empty
    if (!writer && database->d->version < latestVersion())
        return base::Error{base::ErrorCode::DatabaseOlder, file, {}};
    if (auto set = setPragmas(*database, mode); !set)
        return set.error();
    if (!writer)
        return database;

    const int from = database->d->version;
    if (from > 0 && from < latestVersion()) {
        const QFileInfo info(file);
        const QString time =
            QDateTime::fromMSecsSinceEpoch(clock.nowMs(), Qt::UTC).toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
        const QString target = u"%1/backups/%2-%3-version%4.sqlite"_s.arg(
            info.absolutePath(), info.completeBaseName(), time, QString::number(from));
        if (auto copied = database->backup(target); !copied)
            return copied.error();
    }
    if (auto migrated = migrate(*database, from); !migrated)
        return migrated.error();
    database->d->version = latestVersion();
    const auto marked =
        execute(*database, u"INSERT INTO meta (key, value) VALUES ('open', 1) ON CONFLICT DO NOTHING"_s);
    if (!marked)
        return marked.error();
    database->d->uncleanStop = *marked == 0;
    database->d->writer = true;
    return database;
}

const QString &Database::file() const
{
    return d->file;
}

QSqlDatabase &Database::connection()
{
    return d->connection;
}

int Database::schemaVersion() const
{
    return d->version;
}

base::Result<void> Database::refuseWrites()
{
    const auto set = pragma(*this, u"query_only = ON"_s);
    return set ? base::Result<void>() : base::Result<void>(set.error());
}

bool Database::hadUncleanStop() const
{
    return d->uncleanStop;
}

base::Result<void> Database::backup(const QString &target)
{
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
    constexpr int sqlError = 1, full = 13, constraint = 19, mismatch = 20, misuse = 21, range = 25;
    const QString words = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xff) { // the low byte of an extended code is its kind
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

Transaction::Transaction(Database &database)
    : m_database(database)
{
}

Transaction::~Transaction()
{
    if (m_open)
        (void)execute(m_database, u"ROLLBACK"_s);
}

base::Result<void> Transaction::begin()
{
    base::crashPoint("beforeBegin");
    if (auto begun = execute(m_database, u"BEGIN IMMEDIATE"_s); !begun)
        return begun.error();
    m_open = true;
    return {};
}

base::Result<void> Transaction::commit()
{
    base::crashPoint("beforeCommit");
    if (auto committed = execute(m_database, u"COMMIT"_s); !committed)
        return committed.error();
    m_open = false;
    base::crashPoint("afterCommit");
    return {};
}

} // namespace storage
