// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of SQLite's file where its disk fails, or is full.
#include "groupcommits.h"
#include "storage/statement.h"
#include "support/patience.h"

#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using groupcommits::Fixture;
using storage::GroupCommit;

class TestGroupCommitDisk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
};

QTEST_GUILESS_MAIN(TestGroupCommitDisk)
#include "tst_groupcommitdisk.moc"
