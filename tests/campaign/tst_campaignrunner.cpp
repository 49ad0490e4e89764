// SPDX-License-Identifier: GPL-3.0-or-later
// A run from its start to its end, against a real database: what is journalled before it is posted,
// what each answer makes of a message, and how it stops.
#include "campaign/sendingplace.h"
#include "campaign/transitions.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using campaign::CampaignRunner;
using domain::CampaignState;
using domain::MessageState;
using domain::SendMode;
using gateway::Outcome;
using gateway::Verdict;
using support::accepted;
using support::outcomeOf;
using support::Posted;
using support::SendingPlace;

namespace {

// A run whose end is looked at: "finished", "paused error7".
class Run
{
public:
    Run(SendingPlace &place, const domain::Campaign &campaign)
        : m_place(place)
        , m_id(campaign.id)
        , runner(place.runner(campaign))
        , stopped(runner.get(), &CampaignRunner::stopped)
        , progressed(runner.get(), &CampaignRunner::progressed)
    {
    }
    void start()
    {
        runner->start();
        SendingPlace::settle();
    }
    // As told and as stored, which must agree.
    QString end()
    {
        if (stopped.size() != 1)
            return u"stopped %1 times"_s.arg(stopped.size());
        const auto state = stopped[0][1].value<CampaignState>();
        const QString told = QString(domain::identifier(state) + u' ' + stopped[0][2].toString()).trimmed();
        const domain::Campaign stored = m_place.read(m_id);
        const QString kept = QString(domain::identifier(stored.state) + u' ' + stored.reason).trimmed();
        return told == kept ? told : QString(told + u" but stored "_s + kept);
    }

private:
    SendingPlace &m_place;
    qint64 m_id;

public:
    std::unique_ptr<CampaignRunner> runner;
    QSignalSpy stopped;
    QSignalSpy progressed;
};

std::function<std::optional<Outcome>(const Posted &)> acceptingAll()
{
    auto next = std::make_shared<qint64>(1000);
    return [next](const Posted &post) {
        Outcome outcome = accepted(++*next);
        if (post.bulk)
            outcome.gatewayId.reset();
        return std::optional(outcome);
    };
}

std::function<std::optional<Outcome>(const Posted &)> alwaysAnswering(const Outcome &outcome)
{
    return [outcome](const Posted &) { return std::optional(outcome); };
}

QStringList numbersOf(const SendingPlace &place)
{
    QStringList numbers;
    for (const Posted &post : place.transport.posts)
        numbers += post.request.numbers;
    return numbers;
}

} // namespace

class TestCampaignRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageIsSentOnce()
    {
        SendingPlace place;
        domain::SendOptions options;
        options.reference = u"min"_s;
        const auto campaign = place.planned(25, SendMode::Single, options, true);
        place.transport.script = acceptingAll();
        Run run(place, campaign);
        QVERIFY(!run.runner->isActive());
        run.start();
        place.pass(1000);

        QCOMPARE(run.end(), u"finished"_s);
        QVERIFY(!run.runner->isActive());
        QCOMPARE(place.count(campaign.id, MessageState::Accepted), 25);
        QCOMPARE(place.transport.posts.size(), 25);
        QSet<QString> refs, numbers;
        for (const Posted &post : place.transport.posts) {
            QVERIFY(!post.bulk);
            QCOMPARE(post.request.serviceId, 4711);
            QCOMPARE(post.request.password, u"secret"_s);
            QCOMPARE(post.request.sender, u"Firmanavn"_s);
            static const QRegularExpression form(u"\\Amin~[A-Za-z0-9_-]{22}\\z"_s); // OUT-12
            QVERIFY2(form.match(post.request.ref).hasMatch(), qPrintable(post.request.ref));
            refs.insert(post.request.ref);
            numbers += QSet<QString>(post.request.numbers.begin(), post.request.numbers.end());
        }
        QCOMPARE(refs.size(), 25);
        QCOMPARE(numbers.size(), 25);
        QCOMPARE(place.transport.posts[3].request.text, u"Hei 3"_s);
        QVERIFY(place.read(campaign.id).startedMs);
        QCOMPARE(run.progressed.last()[1].toLongLong(), 25);
        QCOMPARE(run.progressed.last()[2].toLongLong(), 25);
        QVERIFY(storage::Journal(*place.database).differences()->isEmpty());
    }

    // The promise: before any byte leaves, another reader of the file sees the attempt and `sending`.
    void nothingIsPostedBeforeItsCommit_data()
    {
        QTest::addColumn<SendMode>("mode");
        QTest::newRow("single") << SendMode::Single;
        QTest::newRow("bulk") << SendMode::Bulk;
    }
    void nothingIsPostedBeforeItsCommit()
    {
        QFETCH(SendMode, mode);
        SendingPlace place;
        place.account.sending.bulkSize = 3;
        const auto campaign = place.planned(8, mode);
        const auto reader = storage::Database::open(place.file(), storage::OpenMode::ReadOnly, place.clock);
        QVERIFY(reader.ok());
        int seen = 0;
        place.transport.script = acceptingAll();
        place.transport.onPost = [&](const Posted &post) {
            storage::Journal journal(*reader.value());
            const auto attempts = journal.attempts(campaign.id).value();
            const auto found =
                std::find_if(attempts.begin(), attempts.end(), [&](const storage::AttemptRecord &record) {
                    return record.attempt.ref == post.request.ref;
                });
            QVERIFY(found != attempts.end());
            QVERIFY(!found->result);
            QCOMPARE(found->attempt.bodyHash, gateway::bodyHash(post.request, post.bulk));
            for (const QString &number : post.request.numbers) {
                storage::MessageFilter filter;
                filter.campaign = campaign.id;
                filter.number = number;
                const auto messages = journal.messages(filter).value();
                QCOMPARE(messages.size(), 1);
                QCOMPARE(messages[0].state, MessageState::Sending);
                QCOMPARE(messages[0].ref, post.request.ref);
                ++seen;
            }
        };
        Run run(place, campaign);
        run.start();
        place.pass(1000);
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(seen, 8);
    }

    void verdictsOfSingles_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("states"); // of three messages, the first one of which gets the outcome
        QTest::addColumn<QString>("end");

        const QString rest = u" accepted accepted"_s;
        QTest::newRow("ERR-01 refused")
            << outcomeOf(Verdict::Refused, 1) << QString(u"refused"_s + rest) << u"finished"_s;
        QTest::newRow("ERR-17 duplicate")
            << outcomeOf(Verdict::Duplicate, 17) << QString(u"duplicate"_s + rest) << u"finished"_s;
        QTest::newRow("uncertain") << outcomeOf(Verdict::Uncertain, std::nullopt, u"timeout"_s)
                                   << QString(u"uncertain"_s + rest) << u"finished"_s;
        QTest::newRow("ERR-07 concerns the account")
            << outcomeOf(Verdict::AccountRefused, 7) << u"queued queued queued"_s << u"paused error7"_s;
    }
    void verdictsOfSingles()
    {
        QFETCH(Outcome, outcome);
        SendingPlace place;
        place.account.sending.inFlight = 1;
        const auto campaign = place.planned(3);
        const auto accept = acceptingAll();
        place.transport.script = [&](const Posted &post) {
            return place.transport.posts.size() == 1 ? std::optional(outcome) : accept(post);
        };
        Run run(place, campaign);
        run.start();
        place.pass(1000);
        QTEST(place.states(campaign.id), "states");
        QTEST(run.end(), "end");
        QCOMPARE(place.message(campaign.id, 0).errorCode, outcome.errorCode);
        const storage::AttemptRecord attempt =
            storage::Journal(*place.database).attempts(campaign.id).value().constFirst();
        QVERIFY(attempt.result);
        QCOMPARE(attempt.result->answer, outcome.raw); // stored raw
        QCOMPARE(attempt.result->failure, outcome.reason);
    }

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

    void inFlightIsNeverExceeded_data()
    {
        QTest::addColumn<SendMode>("mode");
        QTest::addColumn<int>("inFlight");
        QTest::addColumn<int>("expected");
        QTest::newRow("4 singles") << SendMode::Single << 4 << 4;
        QTest::newRow("at most 16 singles") << SendMode::Single << 40 << 16;
        QTest::newRow("at least one single") << SendMode::Single << 0 << 1;
        QTest::newRow("one bulk request") << SendMode::Bulk << 1 << 1;
        QTest::newRow("at most 8 bulk requests") << SendMode::Bulk << 20 << 8;
    }
    void inFlightIsNeverExceeded()
    {
        QFETCH(SendMode, mode);
        QFETCH(int, inFlight);
        QFETCH(int, expected);
        SendingPlace place;
        place.account.sending.inFlight = mode == SendMode::Single ? inFlight : 1;
        place.account.sending.bulkInFlight = mode == SendMode::Bulk ? inFlight : 1;
        place.account.sending.bulkSize = 2;
        const auto campaign = place.planned(60, mode);
        Run run(place, campaign);
        int mostSending = 0;
        place.transport.onPost = [&](const Posted &post) {
            const auto sending = place.count(campaign.id, MessageState::Sending);
            mostSending = std::max(mostSending, static_cast<int>(sending / post.request.numbers.size()));
        };
        run.start();
        QCOMPARE(place.transport.inFlight, expected);
        while (place.transport.firstOpen() >= 0) {
            place.transport.answer(place.transport.firstOpen(), accepted(1));
            SendingPlace::settle();
        }
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(place.transport.mostInFlight, expected);
        QVERIFY2(mostSending <= expected, "a crash may leave no more uncertain than are in flight");
        QCOMPARE(numbersOf(place).size(), 60);
    }

    void bulkCarriesManyNumbers_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("recipients");
        QTest::addColumn<QList<int>>("requests");
        QTest::newRow("100 a request") << 100 << 250 << QList<int>{100, 100, 50};
        QTest::newRow("at most 1,000") << 5000 << 1500 << QList<int>{1000, 500};
        QTest::newRow("at least one") << 0 << 2 << QList<int>{1, 1};
    }
    void bulkCarriesManyNumbers()
    {
        QFETCH(int, size);
        QFETCH(int, recipients);
        SendingPlace place;
        place.account.sending.bulkSize = size;
        const auto campaign = place.planned(recipients, SendMode::Bulk);
        place.transport.script = acceptingAll();
        Run run(place, campaign);
        run.start();
        place.pass(1000);
        QCOMPARE(run.end(), u"finished"_s);
        QList<int> requests;
        for (const Posted &post : place.transport.posts) {
            QVERIFY(post.bulk);
            requests.append(static_cast<int>(post.request.numbers.size()));
        }
        QTEST(requests, "requests");
        const QStringList numbers = numbersOf(place);
        QCOMPARE(QSet<QString>(numbers.begin(), numbers.end()).size(), recipients);
        QCOMPARE(place.count(campaign.id, MessageState::Accepted), recipients);
        // BLK-08: members of one request share its ref.
        QCOMPARE(place.message(campaign.id, 0).ref, place.transport.posts[0].request.ref);
    }

    void bulkJoinsOnlyTheSameText()
    {
        SendingPlace place;
        const auto campaign = place.planned(3, SendMode::Bulk, {}, true);
        place.transport.script = acceptingAll();
        Run run(place, campaign);
        run.start();
        place.pass(1000);
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(place.transport.posts.size(), 3);
        QCOMPARE(place.transport.posts[2].request.text, u"Hei 2"_s);
    }

    void verdictsOfBulk_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("states");
        QTest::addColumn<QString>("end");

        Outcome lists = outcomeOf(Verdict::Accepted, 0);
        lists.invalidNumbers = {support::numberAt(1)};
        lists.duplicateNumbers = {support::numberAt(2)};
        QTest::newRow("BLK-06 the lists are marked")
            << lists << u"accepted refused duplicate accepted"_s << u"finished"_s;
        QTest::newRow("BLK-05 refused with its JSON")
            << outcomeOf(Verdict::Refused, 16) << u"refused refused refused refused"_s << u"finished"_s;
        QTest::newRow("a 4xx without JSON") << outcomeOf(Verdict::UnsentAndPause)
                                            << u"queued queued queued queued"_s << u"paused bulkRejected"_s;
        QTest::newRow("a 201 with an error code")
            << outcomeOf(Verdict::UncertainAndPause, 5) << u"uncertain uncertain uncertain uncertain"_s
            << u"paused bulkUncertain"_s;
        QTest::newRow("a connection that broke")
            << outcomeOf(Verdict::Uncertain) << u"uncertain uncertain uncertain uncertain"_s << u"finished"_s;
        QTest::newRow("ERR-07 concerns the account")
            << outcomeOf(Verdict::AccountRefused, 7) << u"queued queued queued queued"_s
            << u"paused error7"_s;
    }
    void verdictsOfBulk()
    {
        QFETCH(Outcome, outcome);
        SendingPlace place;
        const auto campaign = place.planned(4, SendMode::Bulk);
        place.transport.script = alwaysAnswering(outcome);
        Run run(place, campaign);
        run.start();
        place.pass(1000);
        QTEST(place.states(campaign.id), "states");
        QTEST(run.end(), "end");
        QCOMPARE(place.transport.posts.size(), 1);
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
        run.runner->pause(u"person"_s);
        run.runner->pause(u"another"_s); // the first reason counts
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
                run.runner->pause(u"person"_s);
            QCoreApplication::processEvents();
            if (run.stopped.size() == 1)
                break;
        }
        SendingPlace::settle();
        QCOMPARE(run.end(), u"paused person"_s);
        QCOMPARE(place.transport.posts.size(), 0);
        QCOMPARE(place.states(campaign.id), u"queued queued queued"_s);
        const auto records = storage::Journal(*place.database).attempts(campaign.id).value();
        for (const auto &record : records)
            QCOMPARE(record.result->verdict, u"unsent"_s);
    }

    void aPauseDuringABackOffIsAtOnce()
    {
        SendingPlace place;
        const auto campaign = place.planned(3);
        place.transport.script = alwaysAnswering(outcomeOf(Verdict::Unsent));
        Run run(place, campaign);
        run.start();
        run.runner->pause(u"person"_s);
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
                        .add({support::numberAt(person), 1, u"person"_s})
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
        QCOMPARE(place.read(campaign.id).reason, u"interrupted"_s);
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
        early.status = 4;
        early.origId = 145099;
        early.receivedMs = 5;
        place.write([&] { QVERIFY(storage::Journal(*place.database).addStatus(early).value() > 0); });
        place.transport.answer(0, accepted(145099));
        SendingPlace::settle();
        QCOMPARE(run.end(), u"finished"_s);
        QCOMPARE(place.states(campaign.id), u"delivered"_s); // DLR-06
        QCOMPARE(place.message(campaign.id, 0).gatewayId, 145099);
    }

    // No disk, no send: the commit of the attempts fails, so nothing may leave.
    void aFailingCommitSendsNothing_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a disk that takes nothing") << u"query_only = 1"_s << u"databaseUnusable"_s;
        QTest::newRow("a full disk") << u"max_page_count = 1"_s << u"diskFull"_s;
    }
    void aFailingCommitSendsNothing()
    {
        QFETCH(QString, fault);
        QFETCH(QString, reason);
        SendingPlace place;
        place.account.sending.bulkSize = 1000;
        const auto campaign = place.planned(1000, SendMode::Bulk);
        Run run(place, campaign);
        run.runner->start();
        while (place.read(campaign.id).state != CampaignState::Running)
            QCoreApplication::processEvents();
        place.pragma(fault);
        place.pass(10'000);
        QCOMPARE(place.transport.posts.size(), 0);
        QCOMPARE(run.stopped.size(), 1);
        QCOMPARE(run.stopped[0][1].value<CampaignState>(), CampaignState::Paused);
        QCOMPARE(run.stopped[0][2].toString(), reason);
        QCOMPARE(place.count(campaign.id, MessageState::Queued), 1000);
        QVERIFY(storage::Journal(*place.database).attempts(campaign.id)->isEmpty());
    }

    void aRunThatCannotBeMarkedDoesNotBegin()
    {
        SendingPlace place;
        const auto campaign = place.planned(4);
        place.pragma(u"query_only = 1"_s);
        Run run(place, campaign);
        run.start();
        place.pass(10'000);
        QCOMPARE(run.stopped.size(), 1);
        QCOMPARE(run.stopped[0][2].toString(), u"databaseUnusable"_s);
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
        place.pragma(u"query_only = 1"_s);
        for (int i = 0; i < 4; ++i)
            place.transport.answer(i, accepted(i + 1));
        place.pass(failsForMs);
        QCOMPARE(place.count(campaign.id, MessageState::Accepted), 0);
        place.pragma(u"query_only = 0"_s);
        place.pass(20'000);
        QCOMPARE(place.transport.posts.size(), 4);
        QTEST(place.states(campaign.id), "states");
        QTEST(run.end(), "end");
    }

    void theDuplicateLockLetsAnUncertainMessageBeRepeatedOnce_data()
    {
        QTest::addColumn<Outcome>("second");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("note");
        QTest::newRow("ERR-17 presumed accepted")
            << outcomeOf(Verdict::Duplicate, 17) << u"accepted"_s << u"presumed"_s;
        QTest::newRow("accepted") << accepted(9) << u"accepted"_s << QString();
        QTest::newRow("uncertain again, not a third time")
            << outcomeOf(Verdict::Uncertain) << u"uncertain"_s << QString();
        QTest::newRow("refused: the first stays uncertain")
            << outcomeOf(Verdict::Refused, 1) << u"uncertain"_s << QString();
        QTest::newRow("unsent: the first stays uncertain")
            << outcomeOf(Verdict::Unsent) << u"uncertain"_s << QString();
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
        run.runner->pause(u"person"_s); // ends the wait: it is not repeated
        SendingPlace::settle();
        QCOMPARE(run.end(), u"paused person"_s);
        place.pass(10'000);
        QCOMPARE(place.transport.posts.size(), 1);
        QCOMPARE(place.states(campaign.id), u"uncertain queued"_s);
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
        const auto step = campaign::afterStatus(place.message(campaign.id, 0), 4, 1);
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

    void progressIsToldAFewTimesASecond()
    {
        SendingPlace place;
        place.account.sending.inFlight = 1;
        const auto campaign = place.planned(30);
        Run run(place, campaign);
        QSignalSpy changed(run.runner.get(), &CampaignRunner::messagesChanged);
        run.start();
        for (int i = 0; i < 30; ++i) {
            place.transport.answer(i, accepted(i + 1));
            place.pass(50);
        }
        place.pass(1000);
        QCOMPARE(run.end(), u"finished"_s);
        QVERIFY(changed.size() >= 6);
        QVERIFY2(changed.size() <= 11, qPrintable(QString::number(changed.size())));
        qint64 before = -1;
        for (const auto &signal : run.progressed) {
            QVERIFY(signal[1].toLongLong() >= before);
            before = signal[1].toLongLong();
        }
        QCOMPARE(before, 30);
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

QTEST_GUILESS_MAIN(TestCampaignRunner)
#include "tst_campaignrunner.moc"
