// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/scheduler.h"

#include "campaign/sendingplace.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using campaign::Due;
using campaign::Repeat;
using campaign::Schedule;

namespace {

const QTimeZone oslo("Europe/Oslo");

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate);
}

} // namespace

class TestScheduler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextRun_data()
    {
        QTest::addColumn<Repeat>("repeat");
        QTest::addColumn<QDate>("firstDay");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<QDateTime>("after");
        QTest::addColumn<QDateTime>("next"); // invalid: none

        const QTime nine(9, 0);
        QTest::newRow("once, still to come")
            << Repeat::Once << QDate(2030, 1, 15) << nine << utc(u"2030-01-15T07:59:59Z"_s)
            << utc(u"2030-01-15T08:00:00Z"_s);
        QTest::newRow("once, over") << Repeat::Once << QDate(2030, 1, 15) << nine
                                    << utc(u"2030-01-15T08:00:00Z"_s) << QDateTime();
        QTest::newRow("daily, before the first day")
            << Repeat::Daily << QDate(2030, 1, 15) << nine << utc(u"2029-01-01T00:00:00Z"_s)
            << utc(u"2030-01-15T08:00:00Z"_s);
        QTest::newRow("daily, tomorrow") << Repeat::Daily << QDate(2030, 1, 15) << nine
                                         << utc(u"2030-02-01T08:00:00Z"_s) << utc(u"2030-02-02T08:00:00Z"_s);
        QTest::newRow("daily stays at nine when summer time begins")
            << Repeat::Daily << QDate(2030, 1, 15) << nine << utc(u"2030-03-30T08:00:00Z"_s)
            << utc(u"2030-03-31T07:00:00Z"_s);
        QTest::newRow("daily stays at nine when it ends")
            << Repeat::Daily << QDate(2030, 1, 15) << nine << utc(u"2030-10-26T07:00:00Z"_s)
            << utc(u"2030-10-27T08:00:00Z"_s);
        QTest::newRow("a time that is left out is an hour later")
            << Repeat::Daily << QDate(2030, 1, 15) << QTime(2, 30) << utc(u"2030-03-30T12:00:00Z"_s)
            << utc(u"2030-03-31T01:30:00Z"_s);
        QTest::newRow("a time that comes twice runs at the first")
            << Repeat::Daily << QDate(2030, 1, 15) << QTime(2, 30) << utc(u"2030-10-26T12:00:00Z"_s)
            << utc(u"2030-10-27T00:30:00Z"_s);
        QTest::newRow("and not at the second")
            << Repeat::Daily << QDate(2030, 1, 15) << QTime(2, 30) << utc(u"2030-10-27T00:30:00Z"_s)
            << utc(u"2030-10-28T01:30:00Z"_s);
        QTest::newRow("weekly keeps its weekday")
            << Repeat::Weekly << QDate(2030, 1, 15) << nine << utc(u"2030-03-05T09:00:00Z"_s)
            << utc(u"2030-03-12T08:00:00Z"_s);
        QTest::newRow("weekly, on the day itself")
            << Repeat::Weekly << QDate(2030, 1, 15) << nine << utc(u"2030-03-05T07:00:00Z"_s)
            << utc(u"2030-03-05T08:00:00Z"_s);
        QTest::newRow("monthly on the 31st: the last of February")
            << Repeat::Monthly << QDate(2030, 1, 31) << nine << utc(u"2030-01-31T08:00:00Z"_s)
            << utc(u"2030-02-28T08:00:00Z"_s);
        QTest::newRow("and the 31st of March again")
            << Repeat::Monthly << QDate(2030, 1, 31) << nine << utc(u"2030-02-28T08:00:00Z"_s)
            << utc(u"2030-03-31T07:00:00Z"_s);
        QTest::newRow("monthly over the year's end")
            << Repeat::Monthly << QDate(2030, 1, 5) << nine << utc(u"2030-12-05T08:00:00Z"_s)
            << utc(u"2031-01-05T08:00:00Z"_s);
    }
    void nextRun()
    {
        QFETCH(Repeat, repeat);
        QFETCH(QDate, firstDay);
        QFETCH(QTime, time);
        QFETCH(QDateTime, after);
        QFETCH(QDateTime, next);
        const auto run = campaign::nextRun(Schedule{repeat, firstDay, time, oslo}, after);
        QCOMPARE(run.has_value(), next.isValid());
        if (run)
            QCOMPARE(run->toUTC(), next);
    }

    void aScheduleWithoutAZoneNeverRuns()
    {
        QVERIFY(!campaign::nextRun(Schedule{Repeat::Daily, QDate(2030, 1, 1), QTime(9, 0), QTimeZone()},
                                   utc(u"2030-01-01T00:00:00Z"_s)));
    }

    void due_data()
    {
        QTest::addColumn<int>("lateMs");
        QTest::addColumn<int>("catchUpMinutes");
        QTest::addColumn<Due>("expected");
        QTest::newRow("before its time") << -1 << 60 << Due::NotYet;
        QTest::newRow("at its time") << 0 << 0 << Due::Start;
        QTest::newRow("a minute late is on time") << 60'000 << 0 << Due::Start;
        QTest::newRow("later than allowed asks") << 60'001 << 0 << Due::Ask;
        QTest::newRow("as late as allowed starts") << 3'600'000 << 60 << Due::Start;
        QTest::newRow("later than that asks") << 3'600'001 << 60 << Due::Ask;
    }
    void due()
    {
        QFETCH(int, lateMs);
        QFETCH(int, catchUpMinutes);
        QTEST(campaign::due(1'000'000'000, catchUpMinutes, 1'000'000'000 + lateMs), "expected");
    }

    void theSchedulerTellsOnceOfWhatIsDueAndOfWhatWasMissed()
    {
        support::SendingPlace place;
        const qint64 now = place.clock.nowMs();
        const auto scheduled = [&](qint64 atMs) {
            qint64 id = 0;
            domain::Campaign campaign;
            campaign.account = u"default"_s;
            campaign.startAtMs = atMs;
            campaign.startZone = u"Europe/Oslo"_s;
            campaign.catchUpMinutes = 10;
            campaign.approvedMs = now - 3600 * 1000;
            place.write([&] { id = storage::CampaignRepository(*place.database).create(campaign).value(); });
            return id;
        };
        const qint64 missed = scheduled(now - 11 * 60'000);
        const qint64 late = scheduled(now - 9 * 60'000);
        const qint64 soon = scheduled(now + 30'000);
        place.planned(1); // without a schedule

        campaign::Scheduler scheduler(*place.database, place.clock);
        QSignalSpy due(&scheduler, &campaign::Scheduler::startDue);
        QSignalSpy asked(&scheduler, &campaign::Scheduler::startMissed);
        scheduler.check();
        QCOMPARE(due.size(), 1);
        QCOMPARE(due[0][0].toLongLong(), late);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toLongLong(), missed);
        QCOMPARE(asked[0][1].toLongLong(), 11 * 60'000);

        place.clock.advance(30'000);
        scheduler.check();
        scheduler.check();
        QCOMPARE(due.size(), 2);
        QCOMPARE(due[1][0].toLongLong(), soon);
        QCOMPARE(asked.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
