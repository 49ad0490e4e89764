// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include "base/crashpoint.h"
#include "storage/databasefile.h"
#include "storage/statement.h"
#include "storage/transaction.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

// A static library's resources are linked only when something names them.
static void initialiseMigrations()
{
    Q_INIT_RESOURCE(migrations);
}

namespace storage {
using namespace Qt::StringLiterals;

namespace {

// Whose it is; empty: everybody's.
QString ownerOf(const QString &name)
{
    const QStringList parts = name.split(u'.');
    return parts.size() == 3 ? parts.at(1) : QString();
}

QList<Migration> readMigrations(Dialect::Kind kind)
{
    initialiseMigrations();
    static const QRegularExpression emptyLine(u"\\n\\s*\\n"_s);
    QList<Migration> migrations;
    const QDir folder(u":/migrations"_s);
    const bool isServer = kind == Dialect::Kind::PostgreSql;
    bool begun = !isServer; // with its baseline
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        const QString owner = ownerOf(name);
        const bool own = owner == (isServer ? u"postgresql"_s : u"sqlite"_s);
        begun = begun || own;
        if (!begun || (!own && !owner.isEmpty()))
            continue;
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("An embedded migration cannot be read");
        const QString text = QString::fromUtf8(file.readAll());
        migrations.append({name.left(4).toInt(), text.trimmed().split(emptyLine, Qt::SkipEmptyParts)});
    }
    return migrations;
}

} // namespace

const QList<Migration> &allMigrations(Dialect::Kind kind)
{
    static const QList<Migration> sqlite = readMigrations(Dialect::Kind::Sqlite);
    static const QList<Migration> postgresql = readMigrations(Dialect::Kind::PostgreSql);
    return kind == Dialect::Kind::Sqlite ? sqlite : postgresql;
}

int latestVersion()
{
    return allMigrations().constLast().version;
}

namespace {

// Of how much there is, and of which version: in one statement, as its owner may be making it at this moment.
base::Result<std::pair<qint64, qint64>> whatIsThere(Database &database, const QString &sql)
{
    Statement state(database, sql, Statement::Keep::Once);
    if (auto done = state.run(); !done)
        return done.error();
    state.next();
    return std::pair(state.number(0), state.number(1));
}

base::Result<void> runAll(Database &database, const Migration &migration)
{
    if (database.dialect().isServer()) { // whoever came first has done it while this one waited
        const auto version = schemaVersion(database);
        if (!version || *version >= migration.version)
            return version ? base::Result<void>() : version.error();
    }
    QStringList statements = migration.statements;
    statements.append(database.dialect().setVersion(migration.version));
    for (const QString &sql : std::as_const(statements)) {
        if (database.dialect().isServer()) { // prepares no such statement
            if (auto done = database.control(sql); !done)
                return done;
            continue;
        }
        Statement statement(database, sql, Statement::Keep::Once);
        if (auto done = statement.run(); !done)
            return done;
    }
    base::crashPoint("migrated");
    return {};
}

} // namespace

base::Result<int> schemaVersion(Database &database)
{
    const bool isServer = database.dialect().isServer();
    const auto there = whatIsThere(
        database, isServer ? u"SELECT count(*), count(*) FILTER (WHERE tablename = 'counter') FROM pg_tables "
                             "WHERE schemaname = current_schema()"_s
                           : u"SELECT (SELECT count(*) FROM sqlite_master), user_version "
                             "FROM pragma_user_version"_s);
    if (!there)
        return there.error();
    const auto [tables, known] = *there;
    auto version = isServer && known != 0
                       ? selectTotal(database, u"SELECT value FROM counter WHERE key = 'schemaVersion'"_s)
                       : base::Result<qint64>(known);
    if (!version)
        return version.error();
    if (*version == 0 && tables > 0)
        return unusable(database.file() + ": another program's database"_L1);
    return static_cast<int>(*version);
}

base::Result<void> migrate(Database &database, int from)
{
    for (const Migration &migration : allMigrations(database.dialect().kind())) {
        if (migration.version <= from)
            continue;
        const auto migrated = inTransaction(database, [&] { return runAll(database, migration); });
        if (!migrated)
            return migrated;
    }
    return {};
}

} // namespace storage
