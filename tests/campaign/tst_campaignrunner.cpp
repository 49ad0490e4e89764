// SPDX-License-Identifier: GPL-3.0-or-later
// A run from its start to its end, against a real database: what is journalled before it is posted,
// and what each answer makes of a message.
#include "campaign/run.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using campaign::CampaignRunner;
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
        const auto reader = place.open(storage::OpenMode::ReadOnly);
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
};

QTEST_GUILESS_MAIN(TestCampaignRunner)
#include "tst_campaignrunner.moc"
