// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "storage/groupcommit.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/patience.h"
#include "support/temporarydatabase.h"

#include <QFile>
#include <QSignalSpy>

#include <limits>

using namespace Qt::StringLiterals;
using storage::GroupCommit;

namespace {

struct Fixture
{
    support::TemporaryDatabase database;
    storage::CampaignRepository campaigns{database};
    QStringList log;

    GroupCommit::Work create(const QString &name)
    {
        return [this, name]() -> base::Result<void> {
            log.append(u"work "_s + name);
            const auto id = campaigns.create(samples::campaign(name));
            if (!id)
                return id.error();
            return {};
        };
    }
    GroupCommit::Done done(const QString &name)
    {
        return [this, name](const base::Result<void> &result) {
            log.append((result ? u"done "_s : u"failed "_s) + name);
        };
    }
    // As another connection sees them: committed ones only.
    QStringList committed()
    {
        QStringList names;
        const auto reader = database.reader();
        const auto all = storage::CampaignRepository(*reader).campaigns();
        for (const domain::Campaign &campaign : *all)
            names.prepend(campaign.name);
        return names;
    }
};

// What SQLite calls them.
constexpr int normal = 1;
constexpr int full = 2;
int synced(storage::Database &database)
{
    storage::Statement state(database, u"PRAGMA synchronous"_s);
    return state.run() && state.next() ? state.integer(0) : -1;
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
        QTest::addColumn<int>("during");
        QTest::newRow("alone") << false << normal;
        QTest::newRow("with one that does") << true << full;
    }
    void whatIsMadeAgainDoesNotWaitForTheDisk()
    {
        QFETCH(bool, withAnother);
        QFETCH(int, during);
        Fixture f;
        GroupCommit commits(f.database, nullptr, std::numeric_limits<qint64>::max() - 1);
        int seen = 0;
        commits.submit(
            [&]() -> base::Result<void> {
                seen = synced(f.database);
                return f.create(u"a"_s)();
            },
            f.done(u"a"_s), GroupCommit::Sync::WithTheNext);
        if (withAnother)
            commits.submit(f.create(u"b"_s), f.done(u"b"_s));
        commits.flush();
        QCOMPARE(seen, during);
        QCOMPARE(synced(f.database), full); // for everybody else
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
        QCOMPARE(synced(f.database), full);
    }

    void afterACommitThatFailsTheLogIsBroughtHome_data()
    {
        QTest::addColumn<GroupCommit::Sync>("before");
        QTest::addColumn<bool>("brought");
        QTest::newRow("something had not waited for the disk") << GroupCommit::Sync::WithTheNext << true;
        QTest::newRow("all had") << GroupCommit::Sync::Now << false;
    }
    void afterACommitThatFailsTheLogIsBroughtHome()
    {
        QFETCH(GroupCommit::Sync, before);
        QFETCH(bool, brought);
        Fixture f;
        GroupCommit commits(f.database);
        commits.submit(f.create(u"a"_s), f.done(u"a"_s), before);
        commits.flush();
        const auto home = [&f] {
            QFile file(f.database.file());
            return file.open(QIODevice::ReadOnly) && file.readAll().contains("named-in-the-database");
        };
        commits.submit(f.create(u"named-in-the-database"_s), f.done(u"b"_s), before);
        commits.flush();
        QVERIFY(!home());
        commits.submit([&] { return storage::run(f.database, u"ROLLBACK"_s); }, f.done(u"c"_s));
        commits.flush();
        QCOMPARE(f.log.constLast(), u"failed c"_s);
        commits.submit(f.create(u"d"_s), f.done(u"d"_s));
        commits.flush();
        QCOMPARE(f.log.constLast(), u"done d"_s);
        QCOMPARE(home(), brought);
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
        base::SystemClock clock;
        auto other = storage::Database::open(f.database.file(), storage::OpenMode::ReadWrite, clock);
        QVERIFY(other);
        storage::Transaction blocking(**other);
        QVERIFY(blocking.begin());
        storage::Statement wait(f.database, u"PRAGMA busy_timeout = 10"_s);
        QVERIFY(wait.run());
        GroupCommit commits(f.database);
        QSignalSpy failed(&commits, &GroupCommit::commitFailed);
        commits.submit(f.create(u"a"_s), f.done(u"a"_s));
        commits.submit(f.create(u"b"_s), f.done(u"b"_s));
        commits.flush();
        QCOMPARE(f.log, (QStringList{u"failed a"_s, u"failed b"_s}));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<base::Error>().code, base::ErrorCode::DatabaseUnusable);
    }

    void aFullDiskFailsAndLaterWorksAgain()
    {
        Fixture f;
        const qint64 campaign = samples::addCampaign(f.database, 1);
        storage::Statement pages(f.database, u"PRAGMA max_page_count = 1"_s); // means: no more than now
        QVERIFY(pages.run());
        QList<domain::Message> many;
        for (int i = 0; i < 500; ++i)
            many.append(samples::message(samples::number(1000 + i)));
        GroupCommit commits(f.database);
        QSignalSpy failed(&commits, &GroupCommit::commitFailed);
        QSignalSpy succeeded(&commits, &GroupCommit::commitSucceeded);
        commits.submit([&] { return f.campaigns.addMessages(campaign, many, 1); }, f.done(u"many"_s));
        commits.flush();
        QCOMPARE(f.log, QStringList{u"failed many"_s});
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<base::Error>().code, base::ErrorCode::DiskFull);
        QCOMPARE(succeeded.size(), 0);

        storage::Statement more(f.database, u"PRAGMA max_page_count = 1000000"_s);
        QVERIFY(more.run());
        commits.submit([&] { return f.campaigns.addMessages(campaign, many, 1); }, f.done(u"many"_s));
        commits.flush();
        QCOMPARE(f.log.constLast(), u"done many"_s);
        QCOMPARE(f.campaigns.campaign(campaign)->counts[1], 501);
    }

    void aTransactionThatSqliteEndedFailsTheGroup()
    {
        Fixture f;
        GroupCommit commits(f.database);
        commits.submit(f.create(u"a"_s), f.done(u"a"_s));
        commits.submit(
            [&]() -> base::Result<void> {
                // As SQLite itself does on some I/O errors.
                (void)storage::execute(f.database, u"ROLLBACK"_s);
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
