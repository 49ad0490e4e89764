// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/temporarydatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::EventKind;
using domain::MessageState;
using samples::inCampaign;
using samples::noon;
using storage::Journal;
using storage::MessageFilter;

class TestJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAttemptIsJournalledBeforeItsFirstByte()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 2);
        Journal journal(database);
        const auto attempt =
            journal.beginAttempt(samples::attempt(campaign, u"faktura~abc"_s, noon + 7), {1, 2});
        QVERIFY(attempt);
        const auto message = journal.message(1);
        QCOMPARE(message->state, MessageState::Sending);
        QCOMPARE(message->ref, u"faktura~abc"_s);
        QCOMPARE(message->sinceMs, noon + 7);
        QCOMPARE(samples::story(journal, 2), u"sending: queued, sending"_s);
        const auto before = journal.attempts(campaign);
        QCOMPARE(before->size(), 1);
        QCOMPARE(before->constFirst().attempt.bodyHash, QByteArray(32, 'h'));
        QVERIFY(!before->constFirst().result);

        storage::AttemptResult result;
        result.httpStatus = 201;
        result.answer = "{\"errorcode\": 0}";
        result.verdict = domain::Verdict::Accepted;
        result.endedMs = noon + 9;
        QVERIFY(journal.endAttempt(*attempt, result));
        const auto after = journal.attempts(campaign);
        QCOMPARE(after->constFirst().result->httpStatus, 201);
        QCOMPARE(after->constFirst().result->answer, result.answer);
        QCOMPARE(after->constFirst().result->verdict, domain::Verdict::Accepted);
        QCOMPARE(after->constFirst().result->endedMs, noon + 9);
    }

    void aRefIsUsedOnce()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 2);
        Journal journal(database);
        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"r"_s), {1}));
        QVERIFY(!journal.beginAttempt(samples::attempt(campaign, u"r"_s), {2}));
    }

    void onlyQueuedMessagesOfTheCampaignAreSent()
    {
        support::TemporaryDatabase database;
        const qint64 first = samples::addCampaign(database, 1);
        const qint64 second = samples::addCampaign(database, 1);
        Journal journal(database);
        for (const MessageState state : domain::allMessageStates()) {
            QVERIFY(journal.apply(samples::step(1, state)));
            storage::Transaction transaction(database);
            QVERIFY(transaction.begin());
            const auto begun = journal.beginAttempt(samples::attempt(first, u"r"_s), {1});
            QCOMPARE(begun.ok(), state == MessageState::Queued);
            if (!begun)
                QCOMPARE(begun.error().code, base::ErrorCode::WrongState);
        }
        QVERIFY(journal.apply(samples::step(1, MessageState::Queued)));
        QCOMPARE(journal.beginAttempt(samples::attempt(second, u"r2"_s), {1}).error().code,
                 base::ErrorCode::WrongState);
    }

    void aStepKeepsWhatIsKnown()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 1);
        Journal journal(database);
        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"r"_s), {1}));
        storage::Step refused = samples::step(1, MessageState::Queued, noon + 10);
        refused.errorCode = 7;
        refused.errorText = u"Ingen kreditt"_s;
        refused.detail = u"error7"_s;
        QVERIFY(journal.apply(refused));
        auto message = journal.message(1);
        QCOMPARE(message->errorCode, 7);
        QCOMPARE(message->errorText, u"Ingen kreditt"_s);
        QCOMPARE(message->sinceMs, noon + 10);
        QVERIFY(!message->gatewayId);

        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"r2"_s), {1}));
        storage::Step accepted = samples::step(1, MessageState::Accepted, noon + 20);
        accepted.gatewayId = 145099;
        accepted.errorCode = 0;
        accepted.clearError = true;
        accepted.note = domain::Note::SentTwice;
        QVERIFY(journal.apply(accepted));
        storage::Step again = samples::step(1, MessageState::Accepted, noon + 30); // no new state
        again.kind = EventKind::Status;
        again.status = domain::DeliveryStatus::WithOperator;
        again.detail = u"late"_s;
        QVERIFY(journal.apply(again));
        message = journal.message(1);
        QCOMPARE(message->gatewayId, 145099);
        QCOMPARE(message->errorCode, 0);
        QCOMPARE(message->errorText, QString());
        QCOMPARE(message->note, domain::Note::SentTwice);
        QCOMPARE(message->ref, u"r2"_s);
        QCOMPARE(message->sinceMs, noon + 20);
        const auto events = journal.events(1);
        QCOMPARE(events->size(), 6);
        QCOMPARE(events->at(2).detail, u"error7"_s);
        QVERIFY(!events->at(2).status);
        QCOMPARE(events->at(5).status, domain::DeliveryStatus::WithOperator);
        QCOMPARE(events->at(5).atMs, noon + 30);
        QCOMPARE(events->at(5).detail, u"late"_s);

        QCOMPARE(journal.apply(samples::step(77, MessageState::Failed)).error().code,
                 base::ErrorCode::NotFound);
    }

    void movesAllOfACampaign()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 4);
        const qint64 other = samples::addCampaign(database, 1);
        Journal journal(database);
        QVERIFY(journal.apply(samples::step(1, MessageState::Delivered)));
        QVERIFY(journal.apply(samples::step(2, MessageState::Held)));
        storage::Step cancelled = samples::step(0, MessageState::Cancelled, noon + 99);
        cancelled.kind = EventKind::Decision;
        cancelled.detail = u"cancel"_s;
        const auto moved = journal.moveAll(
            campaign, {MessageState::Queued, MessageState::Held, MessageState::Cancelled}, cancelled);
        QCOMPARE(moved.value(), 3);
        QCOMPARE(samples::story(journal, 1), u"delivered: queued, answer"_s);
        QCOMPARE(samples::story(journal, 2), u"cancelled: queued, answer, decision"_s);
        QCOMPARE(samples::story(journal, 4), u"cancelled: queued, decision"_s);
        QCOMPARE(journal.message(4)->sinceMs, noon + 99);
        QCOMPARE(journal.messages(inCampaign(other))->constFirst().state, MessageState::Queued);
        const auto counts = storage::CampaignRepository(database).campaign(campaign)->counts;
        QCOMPARE(counts[static_cast<int>(MessageState::Cancelled)], 3);
        QCOMPARE(counts[static_cast<int>(MessageState::Queued)], 0);
        QVERIFY(journal.differences()->isEmpty());
    }

    // It is taken back by whoever opens next; nobody is told of its messages.
    void aHalfMadePlanIsNotHeld()
    {
        support::TemporaryDatabase database;
        samples::addCampaign(database, 2);
        const qint64 half = samples::addCampaign(database, 3);
        QVERIFY(storage::CampaignRepository(database).hidePlan(half));
        QCOMPARE(Journal(database).holdEverything(domain::PauseReason::Restored, noon + 3).value(), 2);
    }

    void holdsEverythingAfterARestore()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 4);
        Journal journal(database);
        storage::CampaignRepository campaigns(database);
        QVERIFY(campaigns.setState(campaign, domain::CampaignState::Running, {}, noon));
        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"r"_s), {1}));
        QVERIFY(journal.apply(samples::step(2, MessageState::Scheduled)));
        QVERIFY(journal.apply(samples::step(3, MessageState::Delivered)));
        QCOMPARE(journal.holdEverything(domain::PauseReason::Restored, noon + 3).value(), 2);
        QCOMPARE(samples::story(journal, 1), u"uncertain: queued, sending, answer"_s);
        QCOMPARE(samples::story(journal, 2), u"held: queued, answer, decision"_s);
        QCOMPARE(samples::story(journal, 3), u"delivered: queued, answer"_s);
        QCOMPARE(samples::story(journal, 4), u"held: queued, decision"_s);
        QCOMPARE(journal.events(4)->constLast().detail, u"restored"_s);
        QCOMPARE(campaigns.campaign(campaign)->state, domain::CampaignState::Held);
        QCOMPARE(campaigns.campaign(campaign)->reason, domain::PauseReason(domain::PauseReason::Restored));
    }

    void pagesByKey_data()
    {
        QTest::addColumn<QList<int>>("states");
        QTest::addColumn<bool>("newestFirst");
        QTest::addColumn<bool>("wholeLog");
        const QList<int> two{static_cast<int>(MessageState::Queued), static_cast<int>(MessageState::Failed)};
        for (const bool newest : {false, true}) {
            for (const bool whole : {false, true}) {
                const char *order = newest ? "newest first" : "oldest first";
                const char *of = whole ? "of the log" : "of a campaign";
                QTest::addRow("every message %s, %s", of, order) << QList<int>{} << newest << whole;
                QTest::addRow("the failed ones %s, %s", of, order) << two.mid(1) << newest << whole;
                QTest::addRow("two states %s, %s", of, order) << two << newest << whole;
            }
        }
    }
    void pagesByKey()
    {
        QFETCH(QList<int>, states);
        QFETCH(bool, newestFirst);
        QFETCH(bool, wholeLog);
        support::TemporaryDatabase database;
        const qint64 other = samples::addCampaign(database, 7);
        const qint64 campaign = samples::addCampaign(database, 20);
        Journal journal(database);
        const QList<MessageState> kinds{MessageState::Queued, MessageState::Failed, MessageState::Delivered};
        storage::Transaction transaction(database);
        QVERIFY(transaction.begin());
        for (int i = 1; i <= 27; ++i)
            QVERIFY(journal.apply(samples::step(i, kinds.at(i % 3))));
        QVERIFY(transaction.commit());

        MessageFilter filter;
        if (!wholeLog)
            filter.campaign = campaign;
        for (const int state : states)
            filter.states.append(static_cast<MessageState>(state));
        filter.newestFirst = newestFirst;
        filter.limit = 4;
        QList<qint64> seen;
        for (;;) {
            const auto page = journal.messages(filter);
            QVERIFY(page);
            QVERIFY(page->size() <= 4);
            for (const domain::Message &message : *page)
                seen.append(message.id);
            if (page->size() < 4)
                break;
            filter.afterId = page->constLast().id;
        }
        QList<qint64> expected;
        for (int i = 1; i <= 27; ++i) {
            const bool wanted = filter.states.isEmpty() || filter.states.contains(kinds.at(i % 3));
            if (wanted && (wholeLog || i > 7))
                newestFirst ? expected.prepend(i) : expected.append(i);
        }
        QVERIFY(other != campaign);
        QCOMPARE(seen, expected);
    }

    void findsByNumberExactly()
    {
        support::TemporaryDatabase database;
        samples::addCampaign(database, 3);
        const qint64 second = samples::addCampaign(database, 3);
        Journal journal(database);
        MessageFilter filter;
        filter.number = samples::number(1);
        QCOMPARE(journal.messages(filter)->size(), 2);
        filter.campaign = second;
        QCOMPARE(journal.messages(filter)->size(), 1);
        filter.states = {MessageState::Failed};
        QCOMPARE(journal.messages(filter)->size(), 0);
        filter = {};
        filter.number = samples::number(1).chopped(1);
        QCOMPARE(journal.messages(filter)->size(), 0);
    }

    void queuedComeInTheirOrder()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 6);
        Journal journal(database);
        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"r"_s), {1, 4}));
        const auto page = journal.queued(campaign, 2, 2);
        QCOMPARE(samples::numbers(*page), (QStringList{samples::number(2), samples::number(4)}));
        QCOMPARE(page->constFirst().text, u"Hei på deg"_s);
    }

    void walksTheWholeLogWithItsEvents()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 2500);
        Journal journal(database);
        QVERIFY(journal.apply(samples::step(2345, MessageState::Delivered)));
        qint64 last = 0;
        int events = 0;
        const auto visit = [&](const domain::Message &message, const QList<domain::MessageEvent> &story) {
            if (message.id != last + 1)
                return false;
            last = message.id;
            events += int(story.size());
            return true;
        };
        MessageFilter filter;
        filter.campaign = campaign;
        filter.limit = 1'000'000;
        QVERIFY(journal.forEach(filter, visit));
        QCOMPARE(last, 2500);
        QCOMPARE(events, 2501);

        last = 0;
        filter.limit = 1200;
        QVERIFY(journal.forEach(filter, visit));
        QCOMPARE(last, 1200);

        int visits = 0;
        QVERIFY(journal.forEach(filter, [&](const auto &, const auto &) { return ++visits < 3; }));
        QCOMPARE(visits, 3);
    }

    void eventsAreAppendOnly()
    {
        support::TemporaryDatabase database;
        samples::addCampaign(database, 1);
        QVERIFY(!storage::execute(database, u"UPDATE message_event SET detail = 'otherwise'"_s));
    }

    void tellsAColumnThatDiffersFromItsEvents()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 3);
        Journal journal(database);
        QVERIFY(journal.differences()->isEmpty());
        QVERIFY(storage::execute(database, u"UPDATE message SET state = 8 WHERE id = 2"_s));
        QVERIFY(storage::execute(database, u"DELETE FROM message_event WHERE message = 3"_s));
        auto differences = journal.differences();
        QCOMPARE(differences->size(), 2);
        QCOMPARE(differences->at(0).message, 2);
        QCOMPARE(differences->at(0).stored, u"delivered"_s);
        QCOMPARE(differences->at(0).replayed, u"queued"_s);
        QCOMPARE(differences->at(1).message, 3);

        QVERIFY(storage::execute(database, u"UPDATE campaign_count SET messages = 5 WHERE state = 8"_s));
        differences = journal.differences();
        QCOMPARE(differences->constLast().message, 0);
        QCOMPARE(differences->constLast().stored, u"campaign %1 delivered: 5"_s.arg(campaign));
        QCOMPARE(differences->constLast().replayed, u"campaign %1 delivered: 1"_s.arg(campaign));
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
