// SPDX-License-Identifier: GPL-3.0-or-later
// What many campaigns of one account share, and how an address proves that the gateway is there.
#include "campaign/run.h"

#include <QTest>

using namespace Qt::StringLiterals;
using campaign::AccountPacer;
using domain::MessageState;
using domain::SendMode;
using gateway::Outcome;
using gateway::Verdict;
using support::accepted;
using support::acceptingAll;
using support::alwaysAnswering;
using support::outcomeOf;
using support::Posted;
using support::Run;
using support::SendingPlace;

namespace {

// An address that nobody has heard of yet.
void forgetAddress(SendingPlace &place)
{
    place.account.baseUrl = QUrl(u"https://gateway.example/psk/"_s);
}

std::vector<std::unique_ptr<Run>> many(SendingPlace &place, int campaigns, int recipients, SendMode mode)
{
    std::vector<std::unique_ptr<Run>> runs;
    for (int i = 0; i < campaigns; ++i)
        runs.push_back(std::make_unique<Run>(place, place.planned(recipients, mode)));
    return runs;
}

} // namespace

class TestAccountPacer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyCampaignsShareTheRequestsInFlight_data()
    {
        QTest::addColumn<SendMode>("mode");
        QTest::addColumn<int>("most");
        QTest::newRow("singles") << SendMode::Single << 3;
        QTest::newRow("bulk") << SendMode::Bulk << 2;
        QTest::newRow("groups of the gateway's") << SendMode::GatewayGroup << 2;
    }

    void manyCampaignsShareTheRequestsInFlight()
    {
        QFETCH(SendMode, mode);
        QFETCH(int, most);
        SendingPlace place;
        place.account.sending.inFlight = 3;
        place.account.sending.bulkInFlight = 2;
        place.account.sending.bulkSize = 2;
        place.transport.script = acceptingAll();
        const auto runs = many(place, 10, mode == SendMode::GatewayGroup ? 0 : 7, mode);
        for (const auto &run : runs)
            run->runner->start();
        place.pass(1000);
        for (const auto &run : runs)
            QCOMPARE(run->end(), u"finished"_s);
        QCOMPARE(place.transport.mostInFlight, most);
    }

    void manyCampaignsShareTheRate()
    {
        SendingPlace place;
        place.account.sending.ratePerSecond = 4;
        place.transport.script = acceptingAll();
        QList<qint64> starts;
        const qint64 began = place.clock.nowMs();
        place.transport.onPost = [&](const Posted &) { starts.append(place.clock.nowMs() - began); };
        const auto runs = many(place, 10, 2, SendMode::Single);
        for (const auto &run : runs)
            run->runner->start();
        place.pass(6000);
        QCOMPARE(starts.size(), 20);
        for (qsizetype i = 0; i < starts.size(); ++i)
            QCOMPARE(starts[i], i * 250);
        for (const auto &run : runs)
            QCOMPARE(run->end(), u"finished"_s);
    }

    void aSmallCampaignTakesItsTurnBesideALargeOne()
    {
        SendingPlace place;
        place.account.sending.inFlight = 2;
        Run large(place, place.planned(50));
        Run small(place, place.planned(2));
        large.start();
        small.start();
        for (int answers = 0; small.stopped.isEmpty() && answers < 50; ++answers) {
            place.transport.answer(place.transport.firstOpen(), accepted(1000 + answers));
            SendingPlace::settle();
        }
        QVERIFY2(place.transport.posts.size() <= 8,
                 qPrintable(QString::number(place.transport.posts.size())));
        QCOMPARE(small.end(), u"finished"_s);
    }

    void aRunThatStopsLeavesItsPlacesToTheOthers()
    {
        SendingPlace place;
        place.account.sending.inFlight = 1;
        Run first(place, place.planned(3));
        Run second(place, place.planned(1));
        first.start();
        second.start();
        QCOMPARE(place.transport.posts.size(), 1);
        first.runner->pause(domain::PauseReason::Person);
        place.transport.answer(0, accepted(1));
        SendingPlace::settle();
        QCOMPARE(first.end(), u"paused person"_s);
        QCOMPARE(place.transport.posts.size(), 2);
        place.transport.answer(1, accepted(2));
        SendingPlace::settle();
        QCOMPARE(second.end(), u"finished"_s);
    }

    void anAddressIsSlowUntilItHasAnswered_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<int>("posts");
        QTest::newRow("accepted") << accepted(1) << 5;
        QTest::newRow("refused") << outcomeOf(Verdict::Refused, 1) << 5;
        QTest::newRow("a duplicate") << outcomeOf(Verdict::Duplicate, 17) << 5;
        QTest::newRow("nothing left") << outcomeOf(Verdict::Unsent) << 1; // until the back-off
    }

    void anAddressIsSlowUntilItHasAnswered()
    {
        QFETCH(Outcome, outcome);
        QFETCH(int, posts);
        SendingPlace place;
        forgetAddress(place);
        Run run(place, place.planned(20));
        run.start();
        QCOMPARE(place.transport.posts.size(), 1);
        place.transport.answer(0, outcome);
        SendingPlace::settle();
        QCOMPARE(place.transport.posts.size(), posts);
    }

    void anUnprovenAddressCostsOneMessage_data()
    {
        QTest::addColumn<SendMode>("mode");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("states");
        const QString one = u"uncertain queued queued queued"_s;
        QTest::newRow("a page that is not the gateway's")
            << SendMode::Single << outcomeOf(Verdict::Uncertain, {}, u"HTTP 404"_s) << one;
        QTest::newRow("a connection that broke")
            << SendMode::Single << outcomeOf(Verdict::Uncertain, {}, u"connection closed"_s) << one;
        QTest::newRow("bulk") << SendMode::Bulk << outcomeOf(Verdict::UncertainAndPause)
                              << u"uncertain uncertain queued queued"_s;
    }

    void anUnprovenAddressCostsOneMessage()
    {
        QFETCH(SendMode, mode);
        QFETCH(Outcome, outcome);
        QFETCH(QString, states);
        SendingPlace place;
        forgetAddress(place);
        place.account.sending.bulkSize = 2;
        place.account.sending.bulkInFlight = 8;
        const auto campaign = place.planned(4, mode);
        place.transport.script = alwaysAnswering(outcome);
        Run run(place, campaign);
        run.start();
        QCOMPARE(run.end(), u"paused unprovenAddress"_s);
        QCOMPARE(place.states(campaign.id), states);
    }

    void anotherAddressHasToProveItselfAnew()
    {
        SendingPlace place;
        place.transport.script = acceptingAll();
        Run first(place, place.planned(3));
        first.start();
        QCOMPARE(place.transport.mostInFlight, 3);
        forgetAddress(place);
        place.transport.script = {};
        Run second(place, place.planned(3));
        second.start();
        QCOMPARE(place.transport.inFlight, 1);
        QVERIFY(!place.pacer.isProven());
    }

    void fiveUncertainOnesRunningPause_data()
    {
        QTest::addColumn<int>("goodOne"); // its place among the answers, from 1; 0: none
        QTest::addColumn<int>("posts");
        QTest::newRow("none in between") << 0 << 5;
        QTest::newRow("the fifth is good") << 5 << 10;
    }

    void fiveUncertainOnesRunningPause()
    {
        QFETCH(int, goodOne);
        QFETCH(int, posts);
        SendingPlace place;
        place.account.sending.inFlight = 1;
        const auto campaign = place.planned(30);
        place.transport.script = [&](const Posted &) {
            return place.transport.posts.size() == goodOne ? accepted(1) : outcomeOf(Verdict::Uncertain);
        };
        Run run(place, campaign);
        run.start();
        QCOMPARE(run.end(), u"paused manyUncertain"_s);
        QCOMPARE(place.transport.posts.size(), posts);
    }

    void quietHoursAreJudgedWhereTheNextRequestIsTaken()
    {
        SendingPlace place;
        const QTime now = QDateTime::fromMSecsSinceEpoch(place.clock.nowMs()).time();
        place.account.sending.inFlight = 1;
        place.account.sending.quietHours = domain::QuietHours{now.addSecs(60), now.addSecs(3600)};
        const auto campaign = place.planned(8);
        Run run(place, campaign);
        run.start();
        place.transport.answer(0, accepted(1));
        place.pass(61'000);
        place.transport.answer(1, accepted(2));
        SendingPlace::settle();
        QCOMPARE(run.end(), u"paused quietHours"_s);
        QCOMPARE(place.count(campaign.id, MessageState::Queued), 6);
    }

    void quietHoursAreJudgedByTheTimeOfDelivery_data()
    {
        QTest::addColumn<int>("quietFrom"); // seconds from now
        QTest::addColumn<int>("scheduled");
        QTest::addColumn<QString>("end");
        QTest::newRow("OUT-13 asked for at night, delivered by day") << -60 << 7200 << u"finished"_s;
        QTest::newRow("OUT-13 asked for by day, delivered at night")
            << 1800 << 2400 << u"paused quietHours"_s;
    }

    void quietHoursAreJudgedByTheTimeOfDelivery()
    {
        QFETCH(int, quietFrom);
        QFETCH(int, scheduled);
        QFETCH(QString, end);
        SendingPlace place;
        const QTime from = QDateTime::fromMSecsSinceEpoch(place.clock.nowMs()).time().addSecs(quietFrom);
        place.account.sending.quietHours = domain::QuietHours{from, from.addSecs(3600)};
        domain::SendOptions options;
        options.scheduledAtMs = place.clock.nowMs() + scheduled * 1000;
        place.transport.script = acceptingAll();
        Run run(place, place.planned(2, SendMode::Single, options));
        run.start();
        QCOMPARE(run.end(), end);
    }

    void whatHasBecomeUnfitIsNotPosted_data()
    {
        QTest::addColumn<bool>("forgotten");
        QTest::addColumn<QString>("end");
        QTest::newRow("a text that has been forgotten") << true << u"paused textEmpty"_s;
        QTest::newRow("OUT-13 a time that has passed") << false << u"paused scheduledInPast"_s;
    }

    void whatHasBecomeUnfitIsNotPosted()
    {
        QFETCH(bool, forgotten);
        QFETCH(QString, end);
        SendingPlace place;
        domain::SendOptions options;
        if (!forgotten)
            options.scheduledAtMs = place.clock.nowMs() - 1000;
        const auto campaign = place.planned(3, SendMode::Single, options);
        if (forgotten) {
            QSqlQuery query(place.database->connection());
            QVERIFY(query.exec(u"UPDATE message SET text = ''"_s));
        }
        place.transport.script = acceptingAll();
        Run run(place, campaign);
        run.start();
        QCOMPARE(run.end(), end);
        QCOMPARE(place.transport.posts.size(), 0);
        QCOMPARE(place.states(campaign.id), u"queued queued queued"_s);
    }

    void whatIsReservedIsUntilItHasBegun()
    {
        SendingPlace place;
        place.pacer.reserve(1, 20);
        place.pacer.reserve(2, 5);
        QCOMPARE(place.pacer.reserved(), 25);
        QCOMPARE(place.pacer.reserved(2), 20);
        place.pacer.begun(1, 15);
        QCOMPARE(place.pacer.reserved(), 10);
        place.pacer.begun(1, 15); // something was queued again
        QCOMPARE(place.pacer.reserved(), 5);
        place.pacer.begun(3, 4);
        place.pacer.release(2);
        QCOMPARE(place.pacer.reserved(), 0);
    }
};

QTEST_GUILESS_MAIN(TestAccountPacer)
#include "tst_accountpacer.moc"
