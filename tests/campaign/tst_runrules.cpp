// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a run leaves out, how fast it goes, the duplicate lock, and groups that the gateway knows.
#include "campaign/run.h"
#include "campaign/sentmessages.h"
#include "campaign/transitions.h"
#include "storage/arrivals.h"
#include "storage/personerasure.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::MessageState;
using domain::SendMode;
using gateway::Outcome;
using gateway::Verdict;
using support::accepted;
using support::acceptingAll;
using support::alwaysAnswering;
using support::numbersOf;
using support::outcomeOf;
using support::Posted;
using support::Run;
using support::SendingPlace;

class TestRunRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optOutsCountAtTheMomentOfSending_data()
    {
        QTest::addColumn<SendMode>("mode");
        QTest::newRow("single") << SendMode::Single;
        QTest::newRow("bulk") << SendMode::Bulk;
    }

    void optOutsCountAtTheMomentOfSending()
    {
        QFETCH(SendMode, mode);
        SendingPlace place;
        place.account.sending.inFlight = 1;
        place.account.sending.bulkSize = 2;
        const auto campaign = place.planned(6, mode);
        const auto optOut = [&](int person) {
            QVERIFY(storage::OptOutRepository(*place.database)
                        .add({support::numberAt(person), 1, domain::OptOutSource::Person})
                        .ok());
        };
        place.write([&] { optOut(1); }); // after planning, before the start
        const auto accept = acceptingAll();
        place.transport.script = [&](const Posted &post) {
            if (place.transport.posts.size() == 1) // while the campaign runs
                place.commits->submit([&]() -> base::Result<void> {
                    optOut(4);
                    optOut(5);
                    return {};
                });
            return accept(post);
        };
        Run run(place, campaign);
        run.start();
        place.pass(1000);
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(place.states(campaign.id), u"accepted cancelled accepted accepted cancelled cancelled"_s);
        QCOMPARE(numbersOf(place),
                 (QStringList{support::numberAt(0), support::numberAt(2), support::numberAt(3)}));
        QCOMPARE(place.eventDetails(place.message(campaign.id, 4).id).constLast(), u"decision optedOut"_s);
    }

    void aRateIsKept()
    {
        SendingPlace place;
        place.account.sending.ratePerSecond = 4;
        const auto campaign = place.planned(9);
        place.transport.script = acceptingAll();
        QList<qint64> starts;
        const qint64 began = place.clock.nowMs();
        place.transport.onPost = [&](const Posted &) { starts.append(place.clock.nowMs() - began); };
        Run run(place, campaign);
        run.start();
        place.pass(5000);
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(starts, (QList<qint64>{0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000}));
    }

    void whatIsQueuedDuringTheRunIsSentToo()
    {
        SendingPlace place;
        place.account.sending.inFlight = 1;
        const auto campaign = place.planned(2);
        Run run(place, campaign);
        run.start();
        place.transport.answer(0, outcomeOf(Verdict::Uncertain));
        SendingPlace::settle();
        const auto step =
            campaign::afterDecision(place.message(campaign.id, 0), campaign::Decision::SendAgain, 1);
        place.write([&] { QVERIFY(storage::Journal(*place.database).apply(*step).ok()); });
        place.transport.answer(1, accepted(2));
        SendingPlace::settle();
        QCOMPARE(place.transport.posts.size(), 3);
        place.transport.answer(2, accepted(3));
        SendingPlace::settle();
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(place.states(campaign.id), u"accepted accepted"_s);
    }

    void aMessageSettledMeanwhileIsLeftAlone()
    {
        SendingPlace place;
        const auto campaign = place.planned(4, SendMode::Bulk);
        place.transport.script = acceptingAll();
        Run run(place, campaign);
        // Told just before the run: it reads ahead, and then this change comes before its request.
        place.commits->submit([] { return base::Result<void>(); },
                              [&](const base::Result<void> &) {
                                  place.commits->submit([&] {
                                      storage::Step step;
                                      step.message = 2;
                                      step.to = MessageState::Cancelled;
                                      return storage::Journal(*place.database).apply(step);
                                  });
                              });
        run.runner->start();
        place.pass(1000);
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(place.states(campaign.id), u"accepted cancelled accepted accepted"_s);
        QVERIFY(!numbersOf(place).contains(support::numberAt(1)));
    }

    void statusesThatCameFirstAreMatchedWithTheAnswer()
    {
        SendingPlace place;
        const auto campaign = place.planned(1);
        Run run(place, campaign);
        run.start();
        domain::StatusEvent early;
        early.status = domain::DeliveryStatus::Delivered;
        early.origId = 145099;
        early.receivedMs = 5;
        place.write([&] { QVERIFY(storage::Journal(*place.database).addStatus(early).value() > 0); });
        place.transport.answer(0, accepted(145099));
        SendingPlace::settle();
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(place.states(campaign.id), u"delivered"_s); // DLR-06
        QCOMPARE(place.message(campaign.id, 0).gatewayId, 145099);
    }

    void whoHasItByAStatusThatWaitsIsNotSentItAgain_data()
    {
        QTest::addColumn<SendMode>("mode");
        QTest::newRow("one by one") << SendMode::Single;
        QTest::newRow("bulk") << SendMode::Bulk;
    }
    void whoHasItByAStatusThatWaitsIsNotSentItAgain()
    {
        QFETCH(SendMode, mode);
        SendingPlace place;
        const auto campaign = place.planned(3, mode);
        support::sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, MessageState::Uncertain,
                      false);
        place.write([&] {
            storage::Step again;
            again.to = MessageState::Queued;
            again.kind = domain::EventKind::Decision;
            QVERIFY(storage::Journal(*place.database).moveAll(campaign.id, {MessageState::Uncertain}, again));
        });
        place.transport.script = acceptingAll();
        Run run(place, campaign);
        // It has read ahead, and then this comes in.
        place.commits->submit([] { return base::Result<void>(); },
                              [&](const base::Result<void> &) {
                                  place.commits->submit([&] {
                                      domain::StatusEvent late;
                                      late.status = domain::DeliveryStatus::Delivered;
                                      late.origId = 77;
                                      late.ref = u"r~1"_s;
                                      late.number = support::numberAt(1);
                                      return storage::Arrivals(*place.database).append(late);
                                  });
                              });
        run.runner->start();
        place.pass(1000);
        QCOMPARE(place.message(campaign.id, 1).state, MessageState::Delivered);
        QVERIFY(!numbersOf(place).contains(support::numberAt(1)));
        QVERIFY(numbersOf(place).contains(support::numberAt(2)));
    }

    void anAnswerWithAnotherIdThanAnEarlyStatusIsSentTwice()
    {
        SendingPlace place;
        const auto campaign = place.planned(1);
        Run run(place, campaign);
        QSignalSpy twice(run.runner.get(), &campaign::CampaignRunner::sentTwice);
        run.start();
        const QString ref = place.transport.posts[0].request.ref;
        const qint64 message = place.message(campaign.id, 0).id;
        place.write([&] { QVERIFY(storage::Journal(*place.database).noteOrigId(message, ref, 145098)); });
        place.transport.answer(0, accepted(145099));
        SendingPlace::settle();
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(place.message(campaign.id, 0).note, domain::Note::SentTwice);
        QCOMPARE(twice.count(), 1);
        QCOMPARE(twice.constFirst(), (QVariantList{campaign.id, message}));
    }

    void theDuplicateLockLetsAnUncertainMessageBeRepeatedOnce_data()
    {
        QTest::addColumn<Outcome>("second");
        QTest::addColumn<QString>("state");
        QTest::addColumn<domain::Note>("note");
        QTest::newRow("ERR-17 presumed accepted")
            << outcomeOf(Verdict::Duplicate, 17) << u"accepted"_s << domain::Note::Presumed;
        QTest::newRow("accepted") << accepted(9) << u"accepted"_s << domain::Note::None;
        QTest::newRow("uncertain again, not a third time")
            << outcomeOf(Verdict::Uncertain) << u"uncertain"_s << domain::Note::None;
        QTest::newRow("refused: the first stays uncertain")
            << outcomeOf(Verdict::Refused, 1) << u"uncertain"_s << domain::Note::None;
        QTest::newRow("unsent: the first stays uncertain")
            << outcomeOf(Verdict::Unsent) << u"uncertain"_s << domain::Note::None;
    }

    void theDuplicateLockLetsAnUncertainMessageBeRepeatedOnce()
    {
        QFETCH(Outcome, second);
        SendingPlace place;
        place.account.sending.retryByDuplicateLock = true;
        const auto campaign = place.planned(1);
        Run run(place, campaign);
        run.start();
        place.pass(30'000);
        place.transport.answer(0, outcomeOf(Verdict::Uncertain, std::nullopt, u"timeout"_s));
        SendingPlace::settle();
        QCOMPARE(place.states(campaign.id), u"uncertain"_s);
        place.pass(2000);
        QCOMPARE(place.transport.posts.size(), 2);
        const auto &first = place.transport.posts[0].request;
        const auto &repeated = place.transport.posts[1].request;
        QCOMPARE(repeated.ref, first.ref);
        QCOMPARE(gateway::singleBody(repeated), gateway::singleBody(first)); // identical
        QCOMPARE(place.states(campaign.id), u"sending"_s);
        place.transport.answer(1, second);
        place.pass(400'000);
        QTEST(place.states(campaign.id), "state");
        QTEST(place.message(campaign.id, 0).note, "note");
        QCOMPARE(place.transport.posts.size(), 2);
        QCOMPARE(run.end(), u"finished"_s);
    }

    void theRepetitionIsBounded_data()
    {
        QTest::addColumn<bool>("optedIn");
        QTest::addColumn<SendMode>("mode");
        QTest::addColumn<bool>("scheduled");
        QTest::addColumn<int>("answeredAfterMs");
        QTest::newRow("not without the person's choice") << false << SendMode::Single << false << 1000;
        QTest::newRow("not for bulk") << true << SendMode::Bulk << false << 1000;
        QTest::newRow("not for a scheduled message") << true << SendMode::Single << true << 1000;
        QTest::newRow("not 60 seconds after the first attempt began")
            << true << SendMode::Single << false << 58'000;
    }

    void theRepetitionIsBounded()
    {
        QFETCH(bool, optedIn);
        QFETCH(SendMode, mode);
        QFETCH(bool, scheduled);
        QFETCH(int, answeredAfterMs);
        SendingPlace place;
        place.account.sending.retryByDuplicateLock = optedIn;
        domain::SendOptions options;
        if (scheduled)
            options.scheduledAtMs = place.clock.nowMs() + 3'600'000;
        const auto campaign = place.planned(1, mode, options);
        Run run(place, campaign);
        run.start();
        place.pass(answeredAfterMs);
        place.transport.answer(0, outcomeOf(Verdict::Uncertain));
        place.pass(10'000);
        QCOMPARE(place.transport.posts.size(), 1);
        QCOMPARE(place.states(campaign.id), u"uncertain"_s);
        QCOMPARE(run.end(), u"finished"_s);
    }

    void waitingForTheRepetitionKeepsItsPlaceInFlight()
    {
        SendingPlace place;
        place.account.sending.inFlight = 1;
        place.account.sending.retryByDuplicateLock = true;
        const auto campaign = place.planned(2);
        Run run(place, campaign);
        run.start();
        place.transport.answer(0, outcomeOf(Verdict::Uncertain));
        SendingPlace::settle();
        QCOMPARE(place.transport.posts.size(), 1);
        run.runner->pause(domain::PauseReason::Person); // ends the wait: it is not repeated
        SendingPlace::settle();
        QCOMPARE(run.end(), u"paused person"_s);
        place.pass(10'000);
        QCOMPARE(place.transport.posts.size(), 1);
        QCOMPARE(place.states(campaign.id), u"uncertain queued"_s);
    }

    void whoIsErasedDuringTheWaitIsNotWrittenToAgain()
    {
        SendingPlace place;
        place.account.sending.inFlight = 1;
        place.account.sending.retryByDuplicateLock = true;
        const auto campaign = place.planned(2);
        Run run(place, campaign);
        run.start();
        place.transport.answer(0, outcomeOf(Verdict::Uncertain));
        SendingPlace::settle();
        place.write([&] {
            QVERIFY(storage::PersonErasure(*place.database).eraseAtOnce(support::numberAt(0), 1).ok());
        });
        place.transport.script = support::acceptingAll();
        place.pass(10'000);
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(support::numbersOf(place), (QStringList{support::numberAt(0), support::numberAt(1)}));
        QCOMPARE(place.states(campaign.id), u"accepted"_s);
    }

    void aStatusDuringTheWaitMakesTheRepetitionNeedless()
    {
        SendingPlace place;
        place.account.sending.retryByDuplicateLock = true;
        const auto campaign = place.planned(1);
        Run run(place, campaign);
        run.start();
        place.transport.answer(0, outcomeOf(Verdict::Uncertain));
        SendingPlace::settle();
        const auto step =
            campaign::afterStatus(place.message(campaign.id, 0), domain::DeliveryStatus::Delivered, 1);
        place.write([&] { QVERIFY(storage::Journal(*place.database).apply(*step).ok()); });
        place.pass(10'000);
        QCOMPARE(place.transport.posts.size(), 1);
        QCOMPARE(place.states(campaign.id), u"delivered"_s);
        QCOMPARE(run.end(), u"finished"_s);
    }

    void aGatewayGroupIsOneRequest_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("end");
        QTest::addColumn<int>("postsAfterResume");
        QTest::newRow("BLK-02 accepted") << outcomeOf(Verdict::Accepted, 0) << u"finished"_s << 1;
        QTest::newRow("BLK-02 a group that is unknown")
            << outcomeOf(Verdict::Refused, 22) << u"paused error22"_s << 2;
        QTest::newRow("turned away") << outcomeOf(Verdict::UnsentAndPause) << u"paused bulkRejected"_s << 2;
        QTest::newRow("uncertain is never sent again by itself")
            << outcomeOf(Verdict::Uncertain) << u"paused bulkUncertain"_s << 1;
    }

    void aGatewayGroupIsOneRequest()
    {
        QFETCH(Outcome, outcome);
        SendingPlace place;
        const auto campaign = place.planned(0, SendMode::GatewayGroup);
        place.transport.script = alwaysAnswering(outcome);
        Run run(place, campaign);
        run.start();
        place.pass(1000);
        QTEST(run.end(), "end");
        QCOMPARE(place.transport.posts.size(), 1);
        QVERIFY(place.transport.posts[0].bulk);
        QCOMPARE(place.transport.posts[0].request.group, u"Kunder"_s);
        QCOMPARE(place.transport.posts[0].request.text, u"Hei"_s);
        QVERIFY(place.transport.posts[0].request.numbers.isEmpty());

        Run again(place, place.read(campaign.id));
        again.start();
        place.pass(1000);
        QTEST(int(place.transport.posts.size()), "postsAfterResume");
        QTEST(again.end(), "end");
    }

    void whomAGroupsAnswerNamesIsInIt()
    {
        SendingPlace place;
        const auto campaign = place.planned(0, SendMode::GatewayGroup);
        Outcome outcome = outcomeOf(Verdict::Accepted, 0);
        outcome.invalidNumbers = {u"+4799999901"_s, u"99999903"_s}; // of one country or another
        outcome.duplicateNumbers = {u"+4799999902"_s};
        place.transport.script = alwaysAnswering(outcome);
        Run run(place, campaign);
        run.start();
        place.pass(1000);
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(place.states(campaign.id), u"refused duplicate"_s); // BLK-06
    }

    void aGatewayGroupIsSentOnceTheGatewayIsReached()
    {
        SendingPlace place;
        const auto campaign = place.planned(0, SendMode::GatewayGroup);
        place.transport.script = [&](const Posted &) {
            return std::optional(place.transport.posts.size() == 1 ? outcomeOf(Verdict::Unsent)
                                                                   : outcomeOf(Verdict::Accepted, 0));
        };
        Run run(place, campaign);
        run.start();
        QCOMPARE(place.transport.posts.size(), 1);
        place.pass(3000);
        QCOMPARE(place.transport.posts.size(), 2);
        QCOMPARE(run.end(), u"finished"_s);
    }

    void aScheduledCampaignIsQueuedAtItsStart()
    {
        SendingPlace place;
        const auto campaign = place.planned(2);
        storage::Step step;
        step.to = MessageState::Scheduled;
        place.write([&] {
            QVERIFY(
                storage::Journal(*place.database).moveAll(campaign.id, {MessageState::Queued}, step).ok());
        });
        place.transport.script = acceptingAll();
        Run run(place, campaign);
        run.start();
        place.pass(1000);
        QCOMPARE(place.states(campaign.id), u"accepted accepted"_s);
    }
};

QTEST_GUILESS_MAIN(TestRunRules)
#include "tst_runrules.moc"
