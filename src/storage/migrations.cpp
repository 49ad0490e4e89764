// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include "base/crashpoint.h"
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

QList<Migration> readMigrations()
{
    initialiseMigrations();
    static const QRegularExpression emptyLine(u"\\n\\s*\\n"_s);
    QList<Migration> migrations;
    const QDir folder(u":/migrations"_s);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("An embedded migration cannot be read");
        const QString text = QString::fromUtf8(file.readAll());
        migrations.append({name.left(4).toInt(), text.trimmed().split(emptyLine, Qt::SkipEmptyParts)});
    }
    return migrations;
}

} // namespace

const QList<Migration> &allMigrations()
{
    static const QList<Migration> migrations = readMigrations();
    return migrations;
}

int latestVersion()
{
    return allMigrations().constLast().version;
}

base::Result<void> migrate(Database &database, int from)
{
    for (const Migration &migration : allMigrations()) {
        if (migration.version <= from)
            continue;
        QStringList statements = migration.statements;
        statements.append(u"PRAGMA user_version = %1"_s.arg(migration.version));
        const auto migrated = inTransaction(database, [&]() -> base::Result<void> {
            for (const QString &sql : std::as_const(statements)) {
                Statement statement(database, sql, Statement::Keep::Once);
                if (auto done = statement.run(); !done)
                    return done;
            }
            base::crashPoint("migrated");
            return {};
        });
        if (!migrated)
            return migrated;
    }
    return {};
}

} // namespace storage
