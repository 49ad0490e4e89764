// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/changes.h"
#include "engine/office.h"
#include "engine/planning.h"
#include "engine/timetable.h"
#include "storage/transaction.h"
#include "support/patience.h"

#include <QSignalSpy>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using domain::CampaignState;
using domain::Repeat;

namespace {

constexpr qint64 hourMs = 3600 * 1000;
constexpr qint64 dayMs = 24 * hourMs;

// 1 March 2030, 12:00 in Oslo: the clocks are put forward on the 31st.
qint64 noon(int day)
{
    return QDateTime(QDate(2030, 3, day), QTime(12, 0), QTimeZone("Europe/Oslo")).toMSecsSinceEpoch();
}

engine::Draft toGroup(qint64 startAtMs, Repeat repeat)
{
    engine::Draft draft;
    draft.name = u"Dugnad"_s;
    draft.sender = u"Korps"_s;
    draft.text = u"Husk dugnaden"_s;
    draft.recipients.groups = {u"Styret"_s};
    draft.startAtMs = startAtMs;
    draft.startZone = u"Europe/Oslo"_s;
    draft.catchUpMinutes = 60;
    draft.repeat = repeat;
    return draft;
}

} // namespace

class TestTimetable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingBeginsByItselfThatNobodyApproved()
    {
        support::Office office(noon(1));
        office.addToGroup(u"Styret"_s, {u"+4799999991"_s});
        const qint64 id = office.planned(toGroup(noon(1) + hourMs, Repeat::Once))->campaign;
        office.clock.set(noon(1) + hourMs);
        office.engine->timetable().start();
        QTest::qWait(50);
        QCOMPARE(office.campaign(id).state, CampaignState::Planned);
        QVERIFY(office.engine->planning().approve(id).ok()); // the scheduler looks again
        QTRY_COMPARE(office.campaign(id).state, CampaignState::Finished);
        QStringList history;
        for (const auto &entry : storage::CampaignRepository(office.engine->database()).history(id).value())
            history.append(domain::identifier(entry.what));
        QVERIFY(history.indexOf("reviewed"_L1) > history.indexOf("created"_L1));
        QVERIFY(history.indexOf("started"_L1) > history.indexOf("reviewed"_L1));
    }

    void aRepeatedOneIsPlannedAnewForThoseInTheGroupThen()
    {
        support::Office office(noon(20));
        office.addToGroup(u"Styret"_s, {u"+4799999991"_s});
        const qint64 id = office.planned(toGroup(noon(24) - hourMs, Repeat::Weekly))->campaign;
        QVERIFY(office.engine->planning().approve(id).ok());
        office.engine->timetable().start();
        office.addToGroup(u"Styret"_s, {u"+4799999992"_s});
        QCOMPARE(office.campaigns().size(), 1);

        office.clock.set(noon(24) - hourMs);
        office.engine->changes().tellCampaigns(); // as planning does: the scheduler looks again
        QTRY_COMPARE(office.campaigns().size(), 2);
        const qint64 run = office.campaigns().constFirst().id;
        QTRY_COMPARE(office.campaign(run).state, CampaignState::Finished);
        QCOMPARE(office.numbersOf(run), (QStringList{u"+4799999991"_s, u"+4799999992"_s}));
        QCOMPARE(office.campaign(run).repeat, Repeat::Once);
        // It waits for the same hour on the wall, over the change to summer time.
        const domain::Campaign repeated = office.campaign(id);
        QCOMPARE(repeated.state, CampaignState::Planned);
        QCOMPARE(repeated.startAtMs, std::optional(noon(31) - hourMs));
        QCOMPARE(noon(31) - noon(24), 7 * dayMs - hourMs);
    }

    void aMissedTimeIsAskedAboutAndCanBeLeftOut()
    {
        support::Office office(noon(1));
        office.addToGroup(u"Styret"_s, {u"+4799999991"_s});
        const qint64 id = office.planned(toGroup(noon(1) + hourMs, Repeat::Daily))->campaign;
        QVERIFY(office.engine->planning().approve(id).ok());
        office.clock.set(noon(3)); // the computer was off; later than the hour that was allowed
        QSignalSpy missed(&office.engine->timetable(), &engine::Timetable::missed);
        office.engine->timetable().start();
        QCOMPARE(missed.size(), 1);
        QCOMPARE(office.campaigns().size(), 1);
        QVERIFY(office.engine->timetable().skipMissed(id).ok());
        QCOMPARE(office.campaign(id).startAtMs, std::optional(noon(3) + hourMs));
        QCOMPARE(office.campaigns().size(), 1);
    }

    void theNextTimesOfASeriesAreKnownAndOneIsSkipped()
    {
        support::Office office(noon(1));
        office.addToGroup(u"Styret"_s, {u"+4799999991"_s});
        const qint64 id = approved(office, toGroup(noon(2), Repeat::Weekly));
        const auto times = [&](qint64 until) { return engine::timesOf(office.campaign(id), noon(1), until); };
        QCOMPARE(times(noon(24)), (QList{noon(2), noon(9), noon(16), noon(23)}));
        QCOMPARE(times(noon(2)), QList<qint64>());
        QVERIFY(office.engine->timetable().skipNext(id).ok());
        QCOMPARE(times(noon(24)), (QList{noon(9), noon(16), noon(23)}));
        const qint64 once = approved(office, toGroup(noon(5), Repeat::Once));
        QCOMPARE(engine::timesOf(office.campaign(once), noon(1), noon(24)), QList{noon(5)});
        QCOMPARE(office.engine->timetable().skipNext(once).error().code, base::ErrorCode::WrongState);
    }

    void theTimeIsChangedButNotToThePast()
    {
        support::Office office(noon(1));
        office.addToGroup(u"Styret"_s, {u"+4799999991"_s});
        const qint64 id = approved(office, toGroup(noon(2), Repeat::Daily));
        auto &timetable = office.engine->timetable();
        QCOMPARE(timetable.changeTime(id, noon(1)).error().code, base::ErrorCode::ScheduledInPast);
        QVERIFY(timetable.changeTime(id, noon(3) + hourMs).ok());
        QCOMPARE(engine::timesOf(office.campaign(id), noon(1), noon(6)),
                 (QList{noon(3) + hourMs, noon(4) + hourMs, noon(5) + hourMs}));
        const auto last =
            storage::CampaignRepository(office.engine->database()).history(id).value().constLast();
        QCOMPARE(last.what, domain::HistoryKind::TimeChanged);
        QVERIFY(!last.detail.isEmpty());
    }

    void aPausedSeriesDoesNotBeginAndItsRunsAreKnownAsItsOwn()
    {
        support::Office office(noon(1));
        office.addToGroup(u"Styret"_s, {u"+4799999991"_s});
        const qint64 id = approved(office, toGroup(noon(2), Repeat::Daily));
        auto &timetable = office.engine->timetable();
        timetable.start();
        QVERIFY(timetable.pauseSeries(id).ok());
        QCOMPARE(timetable.pauseSeries(id).error().code, base::ErrorCode::WrongState);
        office.clock.set(noon(2));
        office.engine->changes().tellCampaigns();
        QTest::qWait(50);
        QCOMPARE(office.campaigns().size(), 1);
        QCOMPARE(engine::timesOf(office.campaign(id), noon(1), noon(9)), QList<qint64>());
        QVERIFY(timetable.resumeSeries(id).ok());
        QCOMPARE(office.campaign(id).startAtMs, std::optional(noon(3))); // what was missed is not made up for
        office.clock.set(noon(3));
        office.engine->changes().tellCampaigns();
        QTRY_COMPARE(office.campaigns().size(), 2);
        const auto runs = [&] {
            QList<domain::Campaign> all = office.campaigns();
            all.removeIf([id](const domain::Campaign &campaign) { return campaign.series != id; });
            return all;
        };
        QTRY_COMPARE(runs().size(), 1);
    }

    void aMissedTimeCanBeSentNow()
    {
        support::Office office(noon(1));
        office.addToGroup(u"Styret"_s, {u"+4799999991"_s});
        const qint64 id = office.planned(toGroup(noon(1) + hourMs, Repeat::Daily))->campaign;
        QVERIFY(office.engine->planning().approve(id).ok());
        office.clock.set(noon(3));
        office.engine->timetable().start();
        bool begun = false;
        office.engine->timetable().sendMissed(id, engine::Unfetched::Ask,
                                              [&](const base::Result<void> &result) { begun = result.ok(); });
        QTRY_VERIFY(begun);
        QTRY_COMPARE(office.campaigns().size(), 2);
        QTRY_COMPARE(office.campaigns().constFirst().state, CampaignState::Finished);
        QCOMPARE(office.campaign(id).startAtMs, std::optional(noon(3) + hourMs));
    }

    // Its planning takes a while, and a person presses once more.
    void aMissedTimeIsSentOnceHoweverOftenItIsPressed()
    {
        support::Office office(noon(1));
        office.addToGroup(u"Styret"_s, {u"+4799999991"_s});
        const qint64 id = office.planned(toGroup(noon(1) + hourMs, Repeat::Daily))->campaign;
        QVERIFY(office.engine->planning().approve(id).ok());
        office.clock.set(noon(3));
        office.engine->timetable().start();
        int begun = 0;
        for (int i = 0; i < 3; ++i)
            office.engine->timetable().sendMissed(
                id, engine::Unfetched::Ask, [&](const base::Result<void> &result) { begun += result.ok(); });
        QTRY_COMPARE(begun, 3);
        QTRY_COMPARE(office.campaigns().constFirst().state, CampaignState::Finished);
        QCOMPARE(office.campaigns().size(), 2);
    }

    void aMissedOneThatIsNotRepeatedIsCancelledWhenLeftOut()
    {
        support::Office office(noon(1));
        office.addToGroup(u"Styret"_s, {u"+4799999991"_s});
        const qint64 id = office.planned(toGroup(noon(1) + hourMs, Repeat::Once))->campaign;
        QVERIFY(office.engine->planning().approve(id).ok());
        office.clock.set(noon(3));
        office.engine->timetable().start();
        QVERIFY(office.engine->timetable().skipMissed(id).ok());
        QCOMPARE(office.campaign(id).state, CampaignState::Cancelled);
    }

    void theNextProgramKnowsWhatIsRepeated()
    {
        support::Office office(noon(1));
        office.addToGroup(u"Styret"_s, {u"+4799999991"_s});
        const qint64 id = office.planned(toGroup(noon(1) + hourMs, Repeat::Monthly))->campaign;
        QVERIFY(office.engine->planning().approve(id).ok());
        office.open();
        office.clock.set(noon(1) + hourMs);
        office.engine->timetable().start();
        QTRY_COMPARE(office.campaigns().size(), 2);
        QTRY_COMPARE(office.campaigns().constFirst().state, CampaignState::Finished);
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(*office.campaign(id).startAtMs, QTimeZone("Europe/Oslo")),
                 QDateTime(QDate(2030, 4, 1), QTime(13, 0), QTimeZone("Europe/Oslo")));
    }

    void aGroupThatIsGoneIsAskedAbout()
    {
        support::Office office(noon(1));
        office.addToGroup(u"Styret"_s, {u"+4799999991"_s});
        const qint64 id = office.planned(toGroup(noon(1) + hourMs, Repeat::Daily))->campaign;
        QVERIFY(office.engine->planning().approve(id).ok());
        {
            storage::Transaction transaction(office.engine->database());
            QVERIFY(transaction.begin().ok());
            QVERIFY(storage::ContactRepository(office.engine->database()).removeGroup(u"Styret"_s).ok());
            QVERIFY(transaction.commit().ok());
        }
        office.clock.set(noon(1) + hourMs);
        QSignalSpy missed(&office.engine->timetable(), &engine::Timetable::missed);
        office.engine->timetable().start();
        QTRY_COMPARE(missed.size(), 1);
        QCOMPARE(office.campaigns().size(), 1);
        QCOMPARE(office.campaign(id).state, CampaignState::Planned);
    }

    void whatIsRepeatedNeedsAGroupOrAList()
    {
        support::Office office(noon(1));
        engine::Draft draft = toGroup(noon(1) + hourMs, Repeat::Daily);
        draft.recipients.groups.clear();
        draft.recipients.typed = {u"99999991"_s};
        const auto plan = office.planned(draft);
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().code, base::ErrorCode::RepeatNeedsGroup);
        QVERIFY(office.campaigns().isEmpty());
    }

private:
    static qint64 approved(support::Office &office, const engine::Draft &draft)
    {
        const qint64 id = office.planned(draft)->campaign;
        if (!office.engine->planning().approve(id))
            qFatal("not approved");
        return id;
    }
};

QTEST_GUILESS_MAIN(TestTimetable)
#include "engine/planning.h"
#include "engine/timetable.h"
#include "tst_timetable.moc"
