// SPDX-License-Identifier: GPL-3.0-or-later
// How a run stops: by a person, by answers, by a gateway that is not there, by a disk that fails.
#include "campaign/run.h"
#include "storage/personerasure.h"
#include "support/databasefaults.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::CampaignState;
using domain::MessageState;
using domain::SendMode;
using gateway::Verdict;
using support::accepted;
using support::acceptingAll;
using support::alwaysAnswering;
using support::numbersOf;
using support::outcomeOf;
using support::Posted;
using support::Run;
using support::SendingPlace;

class TestRunStops : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusalOfTheAccountAwaitsWhatIsInFlight()
    {
        SendingPlace place;
        place.account.sending.inFlight = 3;
        const auto campaign = place.planned(6);
        Run run(place, campaign);
        run.start();
        QCOMPARE(place.transport.posts.size(), 3);
        place.transport.answer(1, outcomeOf(Verdict::AccountRefused, 2));
        SendingPlace::settle();
        QCOMPARE(run.stopped.size(), 0);
        place.transport.answer(0, accepted(1));
        place.transport.answer(2, outcomeOf(Verdict::AccountRefused, 7));
        SendingPlace::settle();
        QCOMPARE(run.end(), u"paused error2"_s);
        QCOMPARE(place.transport.posts.size(), 3);
        QCOMPARE(place.states(campaign.id), u"accepted queued queued queued queued queued"_s);
        QCOMPARE(place.message(campaign.id, 1).errorCode, 2);
        QCOMPARE(place.message(campaign.id, 1).errorText, u"as told"_s);

        // Once the account is mended, the same two are sent with new refs, and their error is forgotten.
        place.transport.script = acceptingAll();
        Run again(place, place.read(campaign.id));
        again.start();
        place.pass(1000);
        QCOMPARE(again.end(), u"finished"_s);
        QCOMPARE(place.count(campaign.id, MessageState::Accepted), 6);
        QCOMPARE(place.message(campaign.id, 1).errorCode, 0);
        QCOMPARE(place.message(campaign.id, 1).errorText, QString());
        QCOMPARE(place.transport.posts.size(), 8);
    }

    void theSameRefusalTwentyTimesRunningPauses()
    {
        SendingPlace place;
        place.account.sending.inFlight = 1;
        const auto campaign = place.planned(50);
        place.transport.script = alwaysAnswering(outcomeOf(Verdict::Refused, 12));
        Run run(place, campaign);
        run.start();
        for (int i = 0; i < 10; ++i)
            SendingPlace::settle();
        QCOMPARE(run.end(), u"paused error12"_s);
        QCOMPARE(place.count(campaign.id, MessageState::Refused), 20);
        QCOMPARE(place.transport.posts.size(), 20);
    }

    void otherAnswersInBetweenDoNot()
    {
        SendingPlace place;
        place.account.sending.inFlight = 1;
        const auto campaign = place.planned(50);
        place.transport.script = [&](const Posted &) {
            const auto n = place.transport.posts.size();
            return std::optional(n == 20 ? accepted(n) : outcomeOf(Verdict::Refused, n < 40 ? 12 : 1));
        };
        Run run(place, campaign);
        run.start();
        for (int i = 0; i < 20; ++i)
            SendingPlace::settle();
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(place.count(campaign.id, MessageState::Refused), 49);
    }

    void whoIsErasedWhileQueuedIsLeftOut_data()
    {
        QTest::addColumn<SendMode>("mode");
        QTest::addColumn<bool>("optedOut");
        QTest::newRow("single") << SendMode::Single << false;
        QTest::newRow("single, after opting out") << SendMode::Single << true;
        QTest::newRow("bulk") << SendMode::Bulk << false;
        QTest::newRow("bulk, after opting out") << SendMode::Bulk << true;
    }

    void whoIsErasedWhileQueuedIsLeftOut()
    {
        QFETCH(SendMode, mode);
        QFETCH(bool, optedOut);
        SendingPlace place;
        place.account.sending.inFlight = 1;
        place.account.sending.bulkInFlight = 1;
        place.account.sending.bulkSize = 2;
        const auto campaign = place.planned(6, mode);
        Run run(place, campaign);
        run.start(); // those that follow are read already
        place.write([&] {
            if (optedOut)
                QVERIFY(storage::OptOutRepository(*place.database)
                            .add({support::numberAt(3), 1, domain::OptOutSource::Person})
                            .ok());
            QVERIFY(storage::PersonErasure(*place.database).eraseAtOnce(support::numberAt(3), 1).ok());
        });
        place.transport.script = acceptingAll();
        place.transport.answer(0, accepted(1));
        for (int i = 0; i < 10; ++i)
            SendingPlace::settle();
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(place.states(campaign.id), u"accepted accepted accepted accepted accepted"_s);
        QCOMPARE(numbersOf(place).count(support::numberAt(3)), 0);
        QCOMPARE(numbersOf(place).size(), 5);
    }

    void unsentIsTriedAgainAfterABackOff()
    {
        SendingPlace place;
        place.account.sending.inFlight = 4;
        const auto campaign = place.planned(8);
        place.transport.script =
            alwaysAnswering(outcomeOf(Verdict::Unsent, std::nullopt, u"connection refused"_s));
        Run run(place, campaign);
        run.start();
        place.pass(300);
        QCOMPARE(place.transport.posts.size(), 4);
        QCOMPARE(place.states(campaign.id), u"queued queued queued queued queued queued queued queued"_s);

        QList<qsizetype> posts;
        for (const int seconds : {2, 8, 30, 120}) {
            place.pass(seconds * 1000 - 1000);
            posts.append(place.transport.posts.size());
            place.pass(1000);
        }
        QCOMPARE(posts, (QList<qsizetype>{4, 8, 12, 16}));
        QCOMPARE(run.stopped.size(), 0);

        // It answers again: everything goes out, and each try had a ref of its own.
        place.transport.script = acceptingAll();
        place.pass(300'000);
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(place.count(campaign.id, MessageState::Accepted), 8);
        QSet<QString> refs;
        for (const Posted &post : place.transport.posts)
            refs.insert(post.request.ref);
        QCOMPARE(refs.size(), place.transport.posts.size());
        QCOMPARE(place.eventDetails(place.message(campaign.id, 0).id).at(2),
                 u"answer unsent: connection refused"_s);
    }

    void anUnreachableGatewayPausesAfterTheTriesAllowed_data()
    {
        QTest::addColumn<int>("tries");
        QTest::addColumn<int>("seconds");
        QTest::newRow("a script waits two seconds") << 1 << 2;
        QTest::newRow("the window tries five times") << 5 << 2 + 8 + 30 + 120 + 300;
        QTest::newRow("none at all") << 0 << 0;
    }

    void anUnreachableGatewayPausesAfterTheTriesAllowed()
    {
        QFETCH(int, tries);
        QFETCH(int, seconds);
        SendingPlace place;
        place.account.sending.inFlight = 1;
        const auto campaign = place.planned(2);
        place.transport.script = alwaysAnswering(outcomeOf(Verdict::Unsent));
        Run run(place, campaign);
        run.runner->setUnsentTries(tries);
        run.start();
        if (seconds > 0) {
            place.pass(seconds * 1000 - 1);
            QCOMPARE(run.stopped.size(), 0);
            place.pass(1);
        }
        QCOMPARE(run.end(), u"paused unreachable"_s);
        QCOMPARE(place.transport.posts.size(), tries + 1);
        QCOMPARE(place.states(campaign.id), u"queued queued"_s);
    }

    void pauseStartsNothingMoreAndAwaitsWhatIsInFlight()
    {
        SendingPlace place;
        const auto campaign = place.planned(10);
        Run run(place, campaign);
        run.start();
        QCOMPARE(place.transport.inFlight, 4);
        run.runner->pause(domain::PauseReason::Person);
        run.runner->pause(domain::PauseReason::QuietHours); // the first reason counts
        place.transport.answer(0, accepted(1));
        SendingPlace::settle();
        QVERIFY(run.runner->isActive());
        QCOMPARE(place.transport.posts.size(), 4);
        place.transport.answer(1, accepted(2));
        place.transport.answer(2, outcomeOf(Verdict::Uncertain));
        place.transport.answer(3, accepted(4));
        SendingPlace::settle();
        QCOMPARE(run.end(), u"paused person"_s);
        QVERIFY(!run.runner->isActive());
        QCOMPARE(place.transport.posts.size(), 4);
        QCOMPARE(place.states(campaign.id),
                 u"accepted accepted uncertain accepted queued queued queued queued queued queued"_s);
    }

    void whatWasJournalledButNotPostedAtAPauseIsQueuedAgain()
    {
        SendingPlace place;
        const auto campaign = place.planned(3);
        Run run(place, campaign);
        run.runner->start();
        while (storage::Journal(*place.database).attempts(campaign.id)->isEmpty()) {
            if (place.read(campaign.id).state == CampaignState::Running)
                run.runner->pause(domain::PauseReason::Person);
            QCoreApplication::processEvents();
            if (run.stopped.size() == 1)
                break;
        }
        SendingPlace::settle();
        QCOMPARE(run.end(), u"paused person"_s);
        QCOMPARE(place.transport.posts.size(), 0);
        QCOMPARE(place.states(campaign.id), u"queued queued queued"_s);
        const auto records = storage::Journal(*place.database).attempts(campaign.id).value();
        QCOMPARE(records.size(), 3);
        for (const auto &record : records)
            QCOMPARE(record.result->verdict, domain::Verdict::Unsent);
    }

    void aPauseDuringABackOffIsAtOnce()
    {
        SendingPlace place;
        const auto campaign = place.planned(3);
        place.transport.script = alwaysAnswering(outcomeOf(Verdict::Unsent));
        Run run(place, campaign);
        run.start();
        run.runner->pause(domain::PauseReason::Person);
        SendingPlace::settle();
        QCOMPARE(run.end(), u"paused person"_s);
        place.pass(600'000);
        QCOMPARE(place.transport.posts.size(), 3);
    }

    void cancelTakesBackWhatWaits()
    {
        SendingPlace place;
        const auto campaign = place.planned(6);
        Run run(place, campaign);
        run.start();
        run.runner->cancel();
        for (int i = 0; i < 4; ++i)
            place.transport.answer(i, i == 2 ? outcomeOf(Verdict::Unsent) : accepted(i + 1));
        SendingPlace::settle();
        QCOMPARE(run.end(), u"cancelled person"_s);
        QCOMPARE(place.states(campaign.id), u"accepted accepted cancelled accepted cancelled cancelled"_s);
        QVERIFY(place.read(campaign.id).finishedMs);
    }

    void afterACrashUncertainMessagesAreNotSentAgain()
    {
        SendingPlace place;
        const auto campaign = place.planned(6);
        {
            Run run(place, campaign);
            run.start();
            QCOMPARE(place.transport.inFlight, 4);
        } // as if killed
        place.write([&] {
            QCOMPARE(storage::Journal(*place.database).recoverInterrupted(place.clock.nowMs()).value(), 4);
        });
        QCOMPARE(place.read(campaign.id).reason, domain::PauseReason::Interrupted);
        place.transport.script = acceptingAll();
        Run again(place, place.read(campaign.id));
        again.start();
        place.pass(1000);
        QCOMPARE(again.end(), u"finished"_s);
        QCOMPARE(place.states(campaign.id), u"uncertain uncertain uncertain uncertain accepted accepted"_s);
        const QStringList numbers = numbersOf(place);
        QCOMPARE(QSet<QString>(numbers.begin(), numbers.end()).size(), numbers.size());
    }

    void whatAnEarlierRunLeftSendingBecomesUncertain()
    {
        SendingPlace place;
        const auto campaign = place.planned(5);
        {
            Run run(place, campaign);
            run.start();
        }
        place.transport.script = acceptingAll();
        Run again(place, campaign);
        again.start();
        place.pass(1000);
        QCOMPARE(place.states(campaign.id), u"uncertain uncertain uncertain uncertain accepted"_s);
    }

    // No disk, no send: the commit of the attempts fails, so nothing may leave.
    void aFailingCommitSendsNothing_data()
    {
        QTest::addColumn<bool>("full");
        QTest::addColumn<domain::PauseReason>("reason");
        QTest::newRow("a disk that takes nothing")
            << false << domain::PauseReason(domain::PauseReason::DatabaseUnusable);
        if (!support::ServerDatabase::isAsked()) // whose disk cannot be filled from here
            QTest::newRow("a full disk") << true << domain::PauseReason(domain::PauseReason::DiskFull);
    }

    void aFailingCommitSendsNothing()
    {
        QFETCH(bool, full);
        QFETCH(domain::PauseReason, reason);
        SendingPlace place;
        place.account.sending.bulkSize = 1000;
        const auto campaign = place.planned(1000, SendMode::Bulk);
        Run run(place, campaign);
        run.runner->start();
        while (place.read(campaign.id).state != CampaignState::Running)
            QCoreApplication::processEvents();
        if (full)
            place.fillDisk();
        else
            QVERIFY(support::setWritable(*place.database, false).ok());
        place.pass(10'000);
        QCOMPARE(place.transport.posts.size(), 0);
        QCOMPARE(run.stopped.size(), 1);
        QCOMPARE(run.stopped[0][1].value<CampaignState>(), CampaignState::Paused);
        QCOMPARE(run.stopped[0][2].value<domain::PauseReason>(), reason);
        QCOMPARE(place.count(campaign.id, MessageState::Queued), 1000);
        QVERIFY(storage::Journal(*place.database).attempts(campaign.id)->isEmpty());
    }

    void aRunThatCannotBeMarkedDoesNotBegin()
    {
        SendingPlace place;
        const auto campaign = place.planned(4);
        QVERIFY(support::setWritable(*place.database, false).ok());
        Run run(place, campaign);
        run.start();
        place.pass(10'000);
        QCOMPARE(run.stopped.size(), 1);
        QCOMPARE(run.stopped[0][2].value<domain::PauseReason>(), domain::PauseReason::DatabaseUnusable);
        QCOMPARE(place.transport.posts.size(), 0);
    }

    void anAnswerThatCannotBeStoredIsTriedAgain_data()
    {
        QTest::addColumn<int>("failsForMs");
        QTest::addColumn<QString>("states");
        QTest::addColumn<QString>("end");
        const QString stored = u"accepted accepted accepted accepted queued queued"_s;
        QTest::newRow("after 2 seconds") << 1000 << stored << u"paused databaseUnusable"_s;
        QTest::newRow("after 8 more") << 9000 << stored << u"paused databaseUnusable"_s;
        // Then they are uncertain at the next start.
        QTest::newRow("not for ever") << 60'000 << u"sending sending sending sending queued queued"_s
                                      << u"paused databaseUnusable but stored running"_s;
    }

    void anAnswerThatCannotBeStoredIsTriedAgain()
    {
        QFETCH(int, failsForMs);
        SendingPlace place;
        const auto campaign = place.planned(6);
        Run run(place, campaign);
        run.start();
        QVERIFY(support::setWritable(*place.database, false).ok());
        for (int i = 0; i < 4; ++i)
            place.transport.answer(i, accepted(i + 1));
        place.pass(failsForMs);
        QCOMPARE(place.count(campaign.id, MessageState::Accepted), 0);
        QVERIFY(support::setWritable(*place.database, true).ok());
        place.pass(20'000);
        QCOMPARE(place.transport.posts.size(), 4);
        QTEST(place.states(campaign.id), "states");
        QTEST(run.end(), "end");
    }

    void aRunnerThatDiesLeavesItsAnswersAlone()
    {
        SendingPlace place;
        const auto campaign = place.planned(2);
        auto runner = place.runner(campaign);
        runner->start();
        SendingPlace::settle();
        runner.reset();
        place.transport.answer(0, accepted(1));
        place.pass(10'000);
        QCOMPARE(place.states(campaign.id), u"sending sending"_s);
    }
};

QTEST_GUILESS_MAIN(TestRunStops)
#include "tst_runstops.moc"
