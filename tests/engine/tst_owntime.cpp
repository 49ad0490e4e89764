// SPDX-License-Identifier: GPL-3.0-or-later
// The time by which old texts are forgotten is not the clock's to change.
#include "engine/owntime.h"
#include "storage/owntime.h"
#include "storage/samples.h"
#include "support/manualclock.h"
#include "support/temporarydatabase.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using engine::OwnTime;
using samples::noon;

namespace {

constexpr qint64 hourMs = 3600 * 1000;
constexpr qint64 dayMs = 24 * hourMs;

} // namespace

class TestOwnTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOfficeThatIsNewBeginsWithTheClock()
    {
        support::TemporaryDatabase database;
        const support::ManualClock clock(noon);
        QVERIFY(storage::beginOwnTime(database, clock.nowMs()).ok());
        const OwnTime time(database, clock);
        QCOMPARE(time.nowMs() / hourMs, noon / hourMs);
        QVERIFY(time.agreesWithClock());
    }

    void aClockThatJumpsIsNotBelieved_data()
    {
        QTest::addColumn<qint64>("setTo");
        QTest::addColumn<bool>("agrees");
        QTest::newRow("summer time") << noon + hourMs << true;
        QTest::newRow("winter time") << noon - hourMs << true;
        QTest::newRow("two days ahead") << noon + 2 * dayMs << false;
        QTest::newRow("800 days ahead") << noon + 800 * dayMs << false;
        QTest::newRow("1970") << qint64(0) << false;
        QTest::newRow("2100") << qint64(4'102'444'800'000) << false;
    }

    void aClockThatJumpsIsNotBelieved()
    {
        QFETCH(qint64, setTo);
        support::TemporaryDatabase database;
        support::ManualClock clock(noon);
        qint64 running = 0;
        QVERIFY(storage::beginOwnTime(database, clock.nowMs()).ok());
        OwnTime time(database, clock, [&] { return running; });
        clock.set(setTo);
        QTEST(time.agreesWithClock(), "agrees");
        QCOMPARE(time.nowMs(), noon);
        const OwnTime again(database, clock, [&] { return running; }); // nor by starting anew
        QTEST(again.agreesWithClock(), "agrees");
        QCOMPARE(again.nowMs(), noon);
    }

    void runningTimeIsSummedOverTheRuns()
    {
        support::TemporaryDatabase database;
        const support::ManualClock clock(noon);
        QVERIFY(storage::beginOwnTime(database, clock.nowMs()).ok());
        for (int run = 1; run <= 3; ++run) {
            qint64 running = 77;
            OwnTime time(database, clock, [&] { return running; });
            running += 20 * dayMs;
            QCOMPARE(time.nowMs(), noon + run * 20 * dayMs);
            QVERIFY(time.keep().ok());
        }
    }

    void theGatewaysDateMovesItForwardOnly()
    {
        support::TemporaryDatabase database;
        support::ManualClock clock(noon);
        QVERIFY(storage::beginOwnTime(database, clock.nowMs()).ok());
        OwnTime time(database, clock, [] { return qint64(0); });
        clock.set(noon + 3 * dayMs); // closed for a long weekend
        QVERIFY(!time.agreesWithClock());
        QSignalSpy judged(&time, &OwnTime::judged);
        time.judge();
        time.heard(noon + 3 * dayMs - 1000);
        QCOMPARE(judged.size(), 2); // it does not, it does
        QVERIFY(time.agreesWithClock());
        time.heard(noon);
        QCOMPARE(time.nowMs(), noon + 3 * dayMs - 1000);
    }

    void aPersonsWordMovesItEitherWay()
    {
        support::TemporaryDatabase database;
        support::ManualClock clock(noon + 800 * dayMs);
        QVERIFY(storage::beginOwnTime(database, clock.nowMs()).ok());
        OwnTime time(database, clock, [] { return qint64(0); });
        clock.set(noon);
        QVERIFY(!time.agreesWithClock());
        time.confirm();
        QCOMPARE(time.nowMs(), noon);
        QVERIFY(time.agreesWithClock());
    }

    void aDatabaseFromBeforeBeginsWithTheLastThatHappened()
    {
        support::TemporaryDatabase database;
        QVERIFY(samples::addCampaign(database, 1) > 0);
        const support::ManualClock clock(noon + 800 * dayMs);
        QVERIFY(storage::beginOwnTime(database, clock.nowMs()).ok());
        const OwnTime time(database, clock, [] { return qint64(0); });
        QCOMPARE(time.nowMs(), noon);
        QVERIFY(!time.agreesWithClock());
    }
};

QTEST_GUILESS_MAIN(TestOwnTime)
#include "tst_owntime.moc"
