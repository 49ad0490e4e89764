// SPDX-License-Identifier: GPL-3.0-or-later
#include "groupcommits.h"
#include "storage/transaction.h"
#include "support/databasefaults.h"
#include "support/patience.h"

#include <QSignalSpy>
#include <QSqlQuery>

#include <limits>

using namespace Qt::StringLiterals;
using groupcommits::Fixture;
using storage::GroupCommit;

namespace {

// As each kind of database calls it.
QString syncedWord(storage::Database &database, bool synced)
{
    if (database.dialect().isServer())
        return synced ? u"on"_s : u"off"_s;
    return synced ? u"2"_s : u"1"_s; // FULL, NORMAL
}

QString syncedNow(storage::Database &database)
{
    QSqlQuery query(database.connection());
    const bool read =
        query.exec(database.dialect().isServer() ? u"SHOW synchronous_commit"_s : u"PRAGMA synchronous"_s);
    return read && query.next() ? query.value(0).toString() : u"?"_s;
}

} // namespace

class TestGroupCommit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void joinsWhatIsReadyTogether()
    {
        Fixture f;
        GroupCommit commits(f.database);
        QSignalSpy committed(&commits, &GroupCommit::commitSucceeded);
        commits.submit(f.create(u"a"_s), f.done(u"a"_s));
        commits.submit(f.create(u"b"_s), [&](const base::Result<void> &result) {
            QVERIFY(result);
            QCOMPARE(f.committed(), (QStringList{u"a"_s, u"b"_s})); // durable before it is told
            f.log.append(u"done b"_s);
        });
        QVERIFY(f.log.isEmpty()); // never from inside the call
        QTRY_COMPARE(committed.size(), 1);
        QCOMPARE(f.log, (QStringList{u"work a"_s, u"work b"_s, u"done a"_s, u"done b"_s}));
    }

    void whatIsMadeAgainDoesNotWaitForTheDisk_data()
    {
        QTest::addColumn<bool>("withAnother");
        QTest::addColumn<bool>("waits");
        QTest::newRow("alone") << false << false;
        QTest::newRow("with one that does") << true << true;
    }
    void whatIsMadeAgainDoesNotWaitForTheDisk()
    {
        QFETCH(bool, withAnother);
        QFETCH(bool, waits);
        Fixture f;
        GroupCommit commits(f.database, nullptr, std::numeric_limits<qint64>::max() - 1);
        QString seen;
        commits.submit(
            [&]() -> base::Result<void> {
                seen = syncedNow(f.database);
                return f.create(u"a"_s)();
            },
            f.done(u"a"_s), GroupCommit::Sync::WithTheNext);
        if (withAnother)
            commits.submit(f.create(u"b"_s), f.done(u"b"_s));
        commits.flush();
        QCOMPARE(seen, syncedWord(f.database, waits));
        QCOMPARE(syncedNow(f.database), syncedWord(f.database, true)); // for everybody else
        QVERIFY(f.log.contains(u"done a"_s));
        QVERIFY(f.committed().contains(u"a"_s));
        // Whose commit did not wait tells nothing of how quick the disk is.
        commits.submit(f.create(u"c"_s), f.done(u"c"_s));
        commits.hurry();
        QCOMPARE(f.log.contains(u"done c"_s), withAnother);
    }

    void afterOneThatFailsTheOthersWaitForTheDisk()
    {
        Fixture f;
        GroupCommit commits(f.database);
        commits.submit(
            [] {
                return base::Result<void>(base::Error{base::ErrorCode::DiskFull, {}, {}});
            },
            f.done(u"a"_s), GroupCommit::Sync::WithTheNext);
        commits.flush();
        QCOMPARE(f.log, QStringList{u"failed a"_s});
        QCOMPARE(syncedNow(f.database), syncedWord(f.database, true));
    }

    void hurriesWhereTheDiskIsQuick_data()
    {
        QTest::addColumn<qint64>("quick");
        QTest::addColumn<QStringList>("log");
        QTest::newRow("as the last commit was")
            << std::numeric_limits<qint64>::max() - 1 << QStringList{u"work b"_s, u"done b"_s};
        QTest::newRow("slower: with others, soon") << qint64(0) << QStringList{};
    }
    void hurriesWhereTheDiskIsQuick()
    {
        QFETCH(qint64, quick);
        QFETCH(QStringList, log);
        Fixture f;
        GroupCommit commits(f.database, nullptr, quick);
        commits.submit(f.create(u"a"_s));
        commits.hurry(); // nothing is known of the disk yet
        QVERIFY(f.log.isEmpty());
        commits.flush();
        f.log.clear();
        commits.submit(f.create(u"b"_s), f.done(u"b"_s));
        commits.hurry();
        QCOMPARE(f.log, log);
        QTRY_COMPARE(f.log, (QStringList{u"work b"_s, u"done b"_s}));
    }

    void doesNotHurryForWhoIsBeingTold()
    {
        Fixture f;
        GroupCommit commits(f.database, nullptr, std::numeric_limits<qint64>::max() - 1);
        commits.submit([] { return base::Result<void>(); });
        commits.flush();
        commits.submit(f.create(u"a"_s), [&](const base::Result<void> &) {
            commits.submit(f.create(u"b"_s), f.done(u"b"_s));
            commits.hurry();
            f.log.append(u"done a"_s);
        });
        commits.hurry();
        QCOMPARE(f.log, (QStringList{u"work a"_s, u"done a"_s}));
        QTRY_COMPARE(f.log, (QStringList{u"work a"_s, u"done a"_s, u"work b"_s, u"done b"_s}));
    }

    void gathersOverThreeTurns()
    {
        Fixture f;
        GroupCommit commits(f.database);
        QSignalSpy committed(&commits, &GroupCommit::commitSucceeded);
        commits.submit(f.create(u"first turn"_s));
        QMetaObject::invokeMethod(
            &commits,
            [&] {
                QMetaObject::invokeMethod(
                    &commits, [&] { commits.submit(f.create(u"a turn later"_s)); }, Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
        QTRY_COMPARE(committed.size(), 1);
        QCOMPARE(f.committed(), (QStringList{u"first turn"_s, u"a turn later"_s}));
    }

    void aFailingWorkLosesOnlyItsOwn()
    {
        Fixture f;
        GroupCommit commits(f.database);
        QSignalSpy failed(&commits, &GroupCommit::commitFailed);
        commits.submit(f.create(u"a"_s), f.done(u"a"_s));
        commits.submit(
            [&]() -> base::Result<void> {
                (void)f.create(u"b"_s)();
                return base::Error{base::ErrorCode::WrongState, u"b"_s, {}};
            },
            f.done(u"b"_s));
        commits.submit(f.create(u"c"_s), f.done(u"c"_s));
        commits.flush();
        QCOMPARE(f.log.mid(3), (QStringList{u"done a"_s, u"failed b"_s, u"done c"_s}));
        QCOMPARE(f.committed(), (QStringList{u"a"_s, u"c"_s}));
        QCOMPARE(failed.size(), 0); // nothing was wrong with the storing
    }

    void anAttemptWithAMessageNotQueuedIsUndoneWhole()
    {
        Fixture f;
        const qint64 campaign = samples::addCampaign(f.database, 3);
        storage::Journal journal(f.database);
        QVERIFY(journal.apply(samples::step(2, domain::MessageState::Cancelled)));
        GroupCommit commits(f.database);
        std::optional<base::ErrorCode> code;
        commits.submit(
            [&]() -> base::Result<void> {
                const auto begun = journal.beginAttempt(samples::attempt(campaign, u"r"_s), {1, 2, 3});
                if (!begun)
                    return begun.error();
                return {};
            },
            [&](const base::Result<void> &result) { code = result.error().code; });
        commits.flush();
        QCOMPARE(code, base::ErrorCode::WrongState);
        QCOMPARE(samples::story(journal, 1), u"queued: queued"_s);
        QVERIFY(journal.attempts(campaign)->isEmpty());
        QVERIFY(journal.differences()->isEmpty());
    }

    void doneMaySubmitAgain()
    {
        Fixture f;
        GroupCommit commits(f.database);
        commits.submit(f.create(u"a"_s),
                       [&](const base::Result<void> &) { commits.submit(f.create(u"b"_s), f.done(u"b"_s)); });
        commits.flush();
        QCOMPARE(f.log, QStringList{u"work a"_s});
        QTRY_COMPARE(f.committed(), (QStringList{u"a"_s, u"b"_s}));
        QTRY_VERIFY(f.log.contains(u"done b"_s));
    }

    void aWorkMaySubmitForTheNextGroup()
    {
        Fixture f;
        GroupCommit commits(f.database);
        commits.submit([&]() -> base::Result<void> {
            commits.submit(f.create(u"b"_s), f.done(u"b"_s));
            commits.flush(); // does nothing here
            return f.create(u"a"_s)();
        });
        commits.flush();
        QCOMPARE(f.committed(), QStringList{u"a"_s});
        QTRY_COMPARE(f.log.constLast(), u"done b"_s);
        QCOMPARE(f.committed(), (QStringList{u"a"_s, u"b"_s}));
    }

    void theDestructorCommitsWhatWaits()
    {
        Fixture f;
        {
            GroupCommit commits(f.database);
            commits.submit(f.create(u"a"_s), f.done(u"a"_s));
        }
        QCOMPARE(f.log, (QStringList{u"work a"_s, u"done a"_s}));
        QCOMPARE(f.committed(), QStringList{u"a"_s});
    }

    void aLockedDatabaseFailsTheGroup()
    {
        Fixture f;
        const auto other = f.database.openAs(storage::OpenMode::ReadWrite);
        QVERIFY(other);
        storage::Transaction blocking(**other);
        QVERIFY(blocking.begin());
        QVERIFY(support::beImpatient(f.database).ok());
        GroupCommit commits(f.database);
        QSignalSpy failed(&commits, &GroupCommit::commitFailed);
        commits.submit(f.create(u"a"_s), f.done(u"a"_s));
        commits.submit(f.create(u"b"_s), f.done(u"b"_s));
        commits.flush();
        QCOMPARE(f.log, (QStringList{u"failed a"_s, u"failed b"_s}));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<base::Error>().code, base::ErrorCode::DatabaseUnusable);
    }

    void aTransactionThatTheDatabaseEndedFailsTheGroup()
    {
        Fixture f;
        GroupCommit commits(f.database);
        commits.submit(f.create(u"a"_s), f.done(u"a"_s));
        commits.submit(
            [&]() -> base::Result<void> {
                // As SQLite itself does on some I/O errors, and a server that ends the session.
                (void)f.database.database().control(u"ROLLBACK"_s);
                return base::Error{base::ErrorCode::DatabaseUnusable, u"disk I/O error"_s, {}};
            },
            f.done(u"b"_s));
        commits.submit(f.create(u"c"_s), f.done(u"c"_s));
        commits.flush();
        QCOMPARE(f.log, (QStringList{u"work a"_s, u"failed a"_s, u"failed b"_s, u"failed c"_s}));
        QVERIFY(f.committed().isEmpty());
        commits.submit(f.create(u"d"_s), f.done(u"d"_s));
        commits.flush();
        QCOMPARE(f.committed(), QStringList{u"d"_s});
    }
};

QTEST_GUILESS_MAIN(TestGroupCommit)
#include "tst_groupcommit.moc"
