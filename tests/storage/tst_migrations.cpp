// SPDX-License-Identifier: GPL-3.0-or-later
// A database of another version: brought up to date whole, or left as it was.
#include "databasefiles.h"
#include "olddatabase.h"
#include "samples.h"
#include "storage/campaignrepository.h"
#include "storage/migrations.h"
#include "storage/transaction.h"
#include "support/temporarydatabase.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace samples;
using domain::MessageState;

class TestMigrations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void migrationsAreNumberedWithoutGap()
    {
        int expected = 0;
        for (const storage::Migration &migration : storage::allMigrations())
            QCOMPARE(migration.version, ++expected);
        QVERIFY(expected >= 1);
    }

    // As a program of that version left it, with what it held.
    void migratesFromEveryVersion_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < storage::latestVersion(); ++version)
            QTest::addRow("from version %d", version) << version;
    }

    void migratesFromEveryVersion()
    {
        QFETCH(int, version);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"budstikke.sqlite"_s);
        QVERIFY(makeOldDatabase(file, version));
        QVERIFY(QFileInfo(file).size() > 0);
        QCOMPARE(openError(file, OpenMode::ReadOnly), base::ErrorCode::DatabaseOlder); // cannot migrate

        base::SystemClock clock;
        const auto opened = Database::open(file, OpenMode::ReadWrite, clock);
        QVERIFY(opened);
        QCOMPARE(pragma(**opened, u"user_version"_s), QString::number(storage::latestVersion()));
        QCOMPARE(storage::CampaignRepository(**opened).campaign(1)->name, u"Fra før"_s);
        QCOMPARE((*opened)->integrityProblems(false).value(), QStringList());

        const QDir backups(folder.filePath(u"backups"_s));
        const QStringList copies = backups.entryList({u"*-version%1.sqlite"_s.arg(version)}, QDir::Files);
        QCOMPARE(copies.size(), 1);
        QCOMPARE(int(contentOf(backups.filePath(copies.constFirst())).at(63)), version); // user_version
    }

    // The key of messages is rewritten where it stands: cut off in the midst, it is the old one.
    void theKeyOfMessagesIsRewrittenWholeOrNotAtAll()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"budstikke.sqlite"_s);
        QVERIFY(makeOldDatabase(file, 6,
                                u"INSERT INTO message (campaign, state, segments, since_ms, events, "
                                "row_number, number, sender, name, text) "
                                "VALUES (1, 1, 1, 0, 1, 2, '+4799999999', 'Firma', '', 'Hei')"_s));
        const auto rewriting =
            std::find_if(storage::allMigrations().begin(), storage::allMigrations().end(),
                         [](const storage::Migration &migration) {
                             return migration.statements.join(u' ').contains(u"writable_schema"_s);
                         });
        QVERIFY(rewriting != storage::allMigrations().end());
        {
            QSqlDatabase plain = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"cut"_s);
            plain.setDatabaseName(file);
            QVERIFY(plain.open() && plain.transaction());
            for (const QString &sql : rewriting->statements) {
                QSqlQuery step(plain);
                QVERIFY2(step.exec(sql), qPrintable(step.lastError().text()));
            }
            plain.close(); // without its commit, as a process that dies
            plain = {};
            QSqlDatabase::removeDatabase(u"cut"_s);
        }
        base::SystemClock clock;
        const auto opened = Database::open(file, OpenMode::ReadWrite, clock);
        QVERIFY(opened);
        QCOMPARE((*opened)->integrityProblems(false).value(), QStringList());
        const auto add = [&](int copy) {
            storage::Statement statement(
                **opened, u"INSERT INTO message (campaign, state, segments, since_ms, events, row_number, "
                          "number, copy, sender, name, text) "
                          "VALUES (1, 1, 1, 0, 1, 2, '+4799999999', ?, 'Firma', '', 'Hei')"_s);
            return statement.run(copy).ok();
        };
        QVERIFY(!add(0));
        QVERIFY(add(1));
        QVERIFY(!add(1));
    }

    void aFailedMigrationLeavesTheDatabaseAsItWas()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"budstikke.sqlite"_s);
        QVERIFY(makeOldDatabase(file, 1, u"CREATE TABLE saved_text (already INTEGER)"_s));
        for (int attempt = 0; attempt < 2; ++attempt) {
            QVERIFY(openError(file, OpenMode::ReadWrite) != base::ErrorCode::DatabaseNewer);
            QSqlDatabase plain = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plain"_s);
            plain.setDatabaseName(file);
            QVERIFY(plain.open());
            QCOMPARE(plain.tables().contains(u"contact"_s), false); // made before the one that failed
            QSqlQuery version(u"PRAGMA user_version"_s, plain);
            QVERIFY(version.next());
            QCOMPARE(version.value(0).toInt(), 1);
            version = QSqlQuery();
            plain = {};
            QSqlDatabase::removeDatabase(u"plain"_s);
        }
    }

    void refusesANewerSchemaUntouched_data()
    {
        QTest::addColumn<bool>("inLogOnly");
        QTest::newRow("a newer schema is refused and not one byte changes") << false;
        QTest::newRow("a newer schema that only the log holds after a crash is refused too") << true;
    }

    void refusesANewerSchemaUntouched()
    {
        QFETCH(bool, inLogOnly);
        support::TemporaryDatabase database;
        samples::addCampaign(database, 2);
        if (inLogOnly)
            database.reopen(); // the file alone is of this version
        QVERIFY(storage::execute(database, u"PRAGMA user_version = 99"_s));
        QTemporaryDir elsewhere;
        const QString file = elsewhere.filePath(u"newer.sqlite"_s);
        if (inLogOnly) {
            QVERIFY(QFile::copy(database.file(), file));
            QVERIFY(QFile::copy(database.file() + u"-wal"_s, file + u"-wal"_s));
        } else {
            database.close();
            QVERIFY(QFile::copy(database.file(), file));
        }
        const QByteArray before = contentOf(file);
        const QByteArray logBefore = contentOf(file + u"-wal"_s);
        QCOMPARE(openError(file, OpenMode::ReadWrite), base::ErrorCode::DatabaseNewer);
        QCOMPARE(openError(file, OpenMode::ReadOnly), base::ErrorCode::DatabaseNewer);
        QCOMPARE(contentOf(file), before);
        QCOMPARE(contentOf(file + u"-wal"_s), logBefore);
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
