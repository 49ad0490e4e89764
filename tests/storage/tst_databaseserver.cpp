// SPDX-License-Identifier: GPL-3.0-or-later
// What is the server's own: who may open it, one writer at a time, and the traps of PostgreSQL and its
// driver.
#include "samples.h"
#include "storage/contactrepository.h"
#include "storage/inboxrepository.h"
#include "storage/migrations.h"
#include "storage/statement.h"
#include "support/patience.h"
#include "support/relay.h"
#include "support/serverdatabase.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using storage::Database;
using storage::OpenMode;
using support::ServerDatabase;

namespace {

const storage::ServerLimits quick{200ms, 400ms, 10s};

base::Result<void> addOne(Database &database, const QString &name = u"En"_s)
{
    const auto id = storage::CampaignRepository(database).create(samples::campaign(name));
    return id ? base::Result<void>() : base::Result<void>(id.error());
}

qsizetype campaignsOf(Database &database)
{
    const auto all = storage::CampaignRepository(database).campaigns();
    return all ? all->size() : -1;
}

base::ErrorCode openError(const base::Result<std::unique_ptr<Database>> &opened)
{
    return opened ? base::ErrorCode::Internal : opened.error().code;
}

// How many sessions the database has, but for the one that asks.
qint64 sessions(Database &asking)
{
    return storage::selectTotal(asking, u"SELECT count(*) FROM pg_stat_activity WHERE datname = "
                                        "current_database() AND pid <> pg_backend_pid()"_s)
        .value();
}

void endSessions(const ServerDatabase &place)
{
    ServerDatabase::administer(
        u"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(
            place.address().database));
}

} // namespace

class TestDatabaseServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void laysTheSchemaOutOnce()
    {
        const ServerDatabase place(true);
        QCOMPARE(openError(place.open(OpenMode::ReadOnly)), base::ErrorCode::NotFound);
        for (int time = 0; time < 2; ++time) {
            const auto writer = place.open(OpenMode::ReadWrite);
            QVERIFY2(writer, qPrintable(writer ? QString() : writer.error().detail));
            QCOMPARE(storage::schemaVersion(**writer).value(), storage::latestVersion());
            QCOMPARE(campaignsOf(**writer), time);
            QVERIFY(addOne(**writer).ok());
        }
        const auto reader = place.open(OpenMode::ReadOnly);
        QVERIFY(reader);
        QCOMPARE(campaignsOf(**reader), 2);
        QVERIFY(!addOne(**reader).ok());
        QCOMPARE(addOne(**reader).error().code, base::ErrorCode::DatabaseUnusable);
    }

    void twoThatOpenAtOnceLayOutOneSchema()
    {
        const ServerDatabase place(true);
        std::array<bool, 2> opened{};
        std::array<std::thread, 2> programs;
        for (size_t i = 0; i < programs.size(); ++i)
            programs[i] = std::thread([&, i] { opened[i] = place.open(OpenMode::ReadWrite).ok(); });
        for (std::thread &program : programs)
            program.join();
        QVERIFY(opened[0] && opened[1]);
    }

    void refusesAnotherSchema_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<base::ErrorCode>("writer");
        QTest::addColumn<base::ErrorCode>("reader");
        QTest::newRow("a newer one") << u"UPDATE counter SET value = 9999 WHERE key = 'schemaVersion'"_s
                                     << base::ErrorCode::DatabaseNewer << base::ErrorCode::DatabaseNewer;
        QTest::newRow("another program's")
            << u"DELETE FROM counter WHERE key = 'schemaVersion'"_s << base::ErrorCode::DatabaseUnusable
            << base::ErrorCode::DatabaseUnusable;
        QTest::newRow("another program's without our tables")
            << u"DROP TABLE counter"_s << base::ErrorCode::DatabaseUnusable
            << base::ErrorCode::DatabaseUnusable;
    }
    void refusesAnotherSchema()
    {
        QFETCH(QString, change);
        QFETCH(base::ErrorCode, writer);
        QFETCH(base::ErrorCode, reader);
        const ServerDatabase place;
        ServerDatabase::administer(change, place.address().database);
        QCOMPARE(openError(place.open(OpenMode::ReadWrite)), writer);
        QCOMPARE(openError(place.open(OpenMode::ReadOnly)), reader);
    }

    void refusesWhoHasNoRight_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("database");
        QTest::addColumn<int>("port");
        QTest::newRow("a wrong password") << u"hemmelig"_s << QString() << 0;
        QTest::newRow("no password") << QString() << QString() << 0;
        QTest::newRow("no such database") << ServerDatabase::password() << u"none"_s << 0;
        QTest::newRow("nobody there") << ServerDatabase::password() << QString() << 1;
    }
    void refusesWhoHasNoRight()
    {
        QFETCH(QString, password);
        QFETCH(QString, database);
        QFETCH(int, port);
        const ServerDatabase place;
        storage::ServerAddress address = place.address();
        if (!database.isEmpty())
            address.database = database;
        if (port > 0)
            address.port = port;
        const auto opened = Database::open(address, password, OpenMode::ReadWrite);
        QCOMPARE(openError(opened), base::ErrorCode::DatabaseUnusable);
        QVERIFY(!opened.error().detail.isEmpty());
        QVERIFY(password.isEmpty() || !opened.error().detail.contains(password));
    }

    void refusesAnEncodingWithoutAPlaceForAllText()
    {
        const ServerDatabase place(true);
        storage::ServerAddress address = place.address();
        address.database += u"_latin1"_s;
        ServerDatabase::administer(
            u"CREATE DATABASE %1 TEMPLATE template0 ENCODING LATIN1 LOCALE_PROVIDER libc LOCALE 'C'"_s.arg(
                address.database));
        const auto opened = Database::open(address, ServerDatabase::password(), OpenMode::ReadWrite);
        QCOMPARE(openError(opened), base::ErrorCode::DatabaseUnusable);
        QCOMPARE(opened.error().detail, u"server_encoding LATIN1"_s);
        ServerDatabase::administer(u"DROP DATABASE "_s + address.database);
    }

    void onlyOneWritesAtATime()
    {
        const ServerDatabase place;
        const auto first = place.open(OpenMode::ReadWrite);
        const auto second = place.open(OpenMode::ReadWrite, quick); // gives up long before the first is ended
        {
            storage::Transaction writing(**first);
            QVERIFY(writing.begin().ok());
            QVERIFY(addOne(**first).ok());
            {
                storage::Transaction waiting(**second);
                const auto begun = waiting.begin();
                QVERIFY(!begun);
                QCOMPARE(begun.error().code, base::ErrorCode::DatabaseUnusable);
            }
            QCOMPARE(campaignsOf(**second), 0); // reads all the same, and has no transaction left behind
            QVERIFY(writing.commit().ok());
        }
        storage::Transaction next(**second);
        QVERIFY(next.begin().ok());
        QCOMPARE(campaignsOf(**second), 1);
        QVERIFY(addOne(**second).ok());
        QVERIFY(next.commit().ok());
        QCOMPARE(campaignsOf(**first), 2);
    }

    void whoeverDoesNothingWithinATransactionLosesIt()
    {
        const ServerDatabase place;
        const auto slow = place.open(OpenMode::ReadWrite, quick);
        const auto other = place.open(OpenMode::ReadWrite);
        storage::Transaction writing(**slow);
        QVERIFY(writing.begin().ok());
        QVERIFY(addOne(**slow).ok());
        QTRY_COMPARE(sessions(**other), 0);
        storage::Transaction next(**other); // nobody waits for who has gone
        QVERIFY(next.begin().ok());
        const auto committed = writing.commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().code, base::ErrorCode::DatabaseUnusable);
        QVERIFY((*slow)->isLost());
        QCOMPARE(campaignsOf(**other), 0);
    }

    void aCommitOfWhatFailedIsNoSuccess()
    {
        const ServerDatabase place;
        const auto database = place.open(OpenMode::ReadWrite);
        storage::Transaction transaction(**database);
        QVERIFY(transaction.begin().ok());
        QVERIFY(addOne(**database).ok());
        QVERIFY(
            !storage::run(**database, u"INSERT INTO counter (key, value) VALUES ('searchedTo', 1)"_s).ok());
        const auto committed = transaction.commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().code, base::ErrorCode::Internal);
        QCOMPARE(campaignsOf(**database), 0);
        QVERIFY(addOne(**database).ok());
    }

    void aLostSessionIsToldAndComesBack()
    {
        const ServerDatabase place;
        const auto database = place.open(OpenMode::ReadWrite);
        QVERIFY(addOne(**database).ok());
        QCOMPARE(campaignsOf(**database), 1);
        endSessions(place);
        for (int time = 0; time < 2; ++time)
            QCOMPARE(addOne(**database).error().code, base::ErrorCode::DatabaseUnusable);
        QVERIFY((*database)->isLost());
        QVERIFY((*database)->reconnect().ok());
        QVERIFY(!(*database)->isLost());
        QCOMPARE(campaignsOf(**database), 1); // by statements that the lost session had prepared
        QVERIFY(storage::inTransaction(**database, [&] { return addOne(**database); }).ok());
        QCOMPARE(campaignsOf(**database), 2);
    }

    void aReaderComesBackAsAReader()
    {
        const ServerDatabase place;
        const auto database = place.open(OpenMode::ReadOnly);
        endSessions(place);
        QCOMPARE(campaignsOf(**database), -1);
        QVERIFY((*database)->reconnect().ok());
        QCOMPARE(campaignsOf(**database), 0);
        QVERIFY(!addOne(**database).ok());
    }

    void aServerThatGoesSilentIsGivenUp_data()
    {
        QTest::addColumn<QString>("step");
        for (const char *step : {"read", "prepare", "begin", "commit"})
            QTest::newRow(step) << QString::fromLatin1(step);
    }
    void aServerThatGoesSilentIsGivenUp()
    {
        QFETCH(QString, step);
        const ServerDatabase place;
        support::Relay relay(place.address().port);
        storage::ServerAddress address = place.address();
        address.port = relay.port();
        const auto database =
            Database::open(address, ServerDatabase::password(), OpenMode::ReadWrite, {5s, 5s, 800ms});
        QVERIFY(database);
        QCOMPARE(campaignsOf(**database), 0);
        storage::Transaction transaction(**database);
        if (step == u"commit"_s)
            QVERIFY(transaction.begin().ok() && addOne(**database).ok());
        relay.freeze();
        QElapsedTimer took;
        took.start();
        base::Result<void> done;
        if (step == u"read"_s)
            done = campaignsOf(**database) < 0 ? storage::run(**database, u"SELECT 1"_s) : done;
        else if (step == u"prepare"_s)
            done = storage::run(**database, u"SELECT 2"_s);
        else
            done = step == u"begin"_s ? transaction.begin() : transaction.commit();
        QVERIFY(!done);
        QCOMPARE(done.error().code, base::ErrorCode::DatabaseUnusable);
        QVERIFY2(took.elapsed() >= 700 && took.elapsed() < 10'000,
                 qPrintable(QString::number(took.elapsed())));
        QVERIFY((*database)->isLost());
    }

    void aServerThatIsSilentFromTheStartIsGivenUp()
    {
        const ServerDatabase place;
        support::Relay relay(place.address().port);
        relay.freeze();
        storage::ServerAddress address = place.address();
        address.port = relay.port();
        const QDeadlineTimer limit(10'000);
        QCOMPARE(openError(Database::open(address, ServerDatabase::password(), OpenMode::ReadOnly)),
                 base::ErrorCode::DatabaseUnusable);
        QVERIFY(!limit.hasExpired());
    }

    // The limit is one of waiting, not of how long a connection is there.
    void whoeverWaitsForNothingIsLeftAlone()
    {
        const ServerDatabase place;
        const auto database = place.open(OpenMode::ReadWrite, {5s, 5s, 200ms});
        QTest::qWait(500);
        QCOMPARE(campaignsOf(**database), 0);
    }

    void noNulCutsAStatement()
    {
        const ServerDatabase place;
        const auto opened = place.open(OpenMode::ReadWrite);
        Database &database = **opened;
        const QString nul(QChar::Null);
        QVERIFY(addOne(database, u"før"_s + nul + u"etter"_s).ok());
        QCOMPARE(storage::CampaignRepository(database).campaigns()->constFirst().name, u"før\uFFFDetter"_s);

        domain::InboundMessage inbound;
        inbound.from = u"+4799999999"_s;
        inbound.text = u"a"_s + nul;
        inbound.raw = QByteArray("raw\0\xff'\\", 7);
        const auto stored = storage::InboxRepository(database).add(inbound);
        QVERIFY(stored);
        QCOMPARE(storage::InboxRepository(database).message(stored->id)->raw, inbound.raw);

        storage::ContactRepository contacts(database);
        domain::Contact contact;
        contact.number = u"+4799999998"_s;
        contact.fields = {{u"Lege"_s, u"x"_s + nul + u"\\u0000 y"_s}, {u"By"_s, u"Bø"_s}};
        QVERIFY(contacts.upsert(contact));
        storage::ContactFilter filter;
        filter.field = u"By"_s;
        filter.fieldValue = u"Bø"_s;
        QCOMPARE(contacts.list(filter)->size(), 1);
    }

    // A result that is read forwards only loses its rows once another statement runs.
    void readsWithinReads()
    {
        const ServerDatabase place;
        const auto opened = place.open(OpenMode::ReadWrite);
        Database &database = **opened;
        QVERIFY(samples::addCampaign(database, 300) > 0);
        int rows = 0;
        const auto read =
            storage::forEachRow(database, u"SELECT id FROM message ORDER BY id"_s, [&](const auto &row) {
                const auto events = storage::selectTotal(
                    database, u"SELECT count(*) FROM message_event WHERE message = ?"_s, row.number(0));
                rows += events && *events == 1 ? 1 : 0;
            });
        QVERIFY(read.ok());
        QCOMPARE(rows, 300);
    }

    void errorsAreToldByTheirState_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<base::ErrorCode>("code");
        const auto raised = [](const char *state) {
            return u"DO $$ BEGIN RAISE EXCEPTION 'so' USING ERRCODE = '%1'; END $$"_s.arg(
                QLatin1StringView(state));
        };
        using enum base::ErrorCode;
        QTest::newRow("a value that is there already")
            << u"INSERT INTO counter (key, value) VALUES ('searchedTo', 1)"_s << Internal;
        QTest::newRow("what is not there") << u"INSERT INTO campaign_count VALUES (77, 1, 1)"_s << Internal;
        QTest::newRow("no such table") << u"SELECT 1 FROM nowhere"_s << Internal;
        QTest::newRow("no number") << u"SELECT CAST('x' AS bigint)"_s << Internal;
        QTest::newRow("a trigger's word") << u"UPDATE message_event SET detail = 'otherwise'"_s << Internal;
        QTest::newRow("a full disk") << raised("53100") << DiskFull;
        QTest::newRow("too many sessions") << raised("53300") << DatabaseUnusable;
        QTest::newRow("a right that is missing") << raised("42501") << DatabaseUnusable;
        QTest::newRow("a server that stops") << raised("57P01") << DatabaseUnusable;
        QTest::newRow("a damaged page") << raised("XX001") << DatabaseUnusable;
    }
    void errorsAreToldByTheirState()
    {
        QFETCH(QString, sql);
        QFETCH(base::ErrorCode, code);
        const ServerDatabase place;
        const auto database = place.open(OpenMode::ReadWrite);
        QVERIFY(samples::addCampaign(**database, 1) > 0);
        const auto done = (*database)->control(sql);
        QVERIFY(!done);
        QCOMPARE(done.error().code, code);
        QVERIFY(done.error().detail.startsWith(u"ERROR:"_s));
    }

    void anErrorSaysNothingOfWhatWasToBeStored()
    {
        const ServerDatabase place;
        const auto database = place.open(OpenMode::ReadWrite);
        storage::ContactRepository contacts(**database);
        domain::Contact contact;
        contact.number = u"+4799999999"_s;
        QVERIFY(contacts.save(contact));
        const auto again = contacts.save(contact);
        QVERIFY(!again);
        QCOMPARE(again.error().code, base::ErrorCode::Internal);
        QVERIFY2(!again.error().detail.contains(u"99999999"_s), qPrintable(again.error().detail));
    }

    void numbersOfTheGatewayMayBeLarge()
    {
        constexpr qint64 large = 5'000'000'000;
        const ServerDatabase place;
        const auto opened = place.open(OpenMode::ReadWrite);
        Database &database = **opened;
        storage::Journal journal(database);
        const domain::StatusEvent status = samples::status(4, large, u"r"_s, u"+4799999999"_s);
        QVERIFY(journal.addStatus(status).value() > 0);
        QCOMPARE(journal.addStatus(status).value(), 0);
        QVERIFY(journal.hasStatus(status).value());
        storage::InboxRepository inbox(database);
        for (const qint64 counter : {large, large + 4, large + 2}) {
            domain::InboundMessage inbound;
            inbound.from = u"+4799999999"_s;
            inbound.counter = counter;
            QVERIFY(inbox.add(inbound));
        }
        QCOMPARE(inbox.gaps().value(),
                 (QList<storage::CounterGap>{{large + 1, large + 1, 0}, {large + 3, large + 3, 0}}));
    }

    void refusesWritesOnceItIsToldTo()
    {
        const ServerDatabase place;
        const auto database = place.open(OpenMode::ReadWrite);
        QVERIFY((*database)->refuseWrites().ok());
        const auto added = addOne(**database);
        QVERIFY(!added);
        QCOMPARE(added.error().code, base::ErrorCode::DatabaseUnusable);
        QCOMPARE(campaignsOf(**database), 0);
    }

    void itsBackupsAreItsAdministrators()
    {
        const ServerDatabase place;
        const auto database = place.open(OpenMode::ReadWrite);
        const QString target = QTemporaryDir().filePath(u"copy.sqlite"_s);
        QCOMPARE((*database)->backup(target).error().code, base::ErrorCode::WrongState);
        QVERIFY(!QFile::exists(target));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseServer)
#include "tst_databaseserver.moc"
