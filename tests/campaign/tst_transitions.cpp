// SPDX-License-Identifier: GPL-3.0-or-later
// Every row of the verdict table and of the statuses (design: reliability).
#include "campaign/transitions.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using campaign::afterAnswer;
using campaign::afterDecision;
using campaign::afterRepetition;
using campaign::afterStatus;
using campaign::Decision;
using domain::MessageState;
using domain::PauseReason;
using gateway::Verdict;

namespace {

domain::Message messageIn(MessageState state, domain::Note note = domain::Note::None)
{
    domain::Message message;
    message.id = 7;
    message.number = u"+4799999999"_s;
    message.state = state;
    message.note = note;
    return message;
}

gateway::Outcome outcomeOf(Verdict verdict, std::optional<int> code = std::nullopt)
{
    gateway::Outcome outcome;
    outcome.verdict = verdict;
    outcome.errorCode = code;
    outcome.description = u"own words"_s;
    return outcome;
}

// The state and note that statuses leave behind, one after the other.
std::pair<MessageState, domain::Note> afterStatuses(domain::Message message, const QList<int> &statuses)
{
    for (const int status : statuses) {
        if (const auto step = afterStatus(message, domain::DeliveryStatus(status), 1)) {
            message.state = step->to;
            if (step->note != domain::Note::None)
                message.note = step->note;
        }
    }
    return {message.state, message.note};
}

} // namespace

class TestTransitions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerOfSingle_data()
    {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<int>("code"); // -1: none
        QTest::addColumn<MessageState>("state");
        QTest::addColumn<PauseReason>("pauses");
        const PauseReason goesOn;

        QTest::newRow("unsent goes back to the queue")
            << Verdict::Unsent << -1 << MessageState::Queued << goesOn;
        QTest::newRow("OUT-17 code 0 with an id is accepted")
            << Verdict::Accepted << 0 << MessageState::Accepted << goesOn;
        QTest::newRow("ERR-01 a wrong number is refused")
            << Verdict::Refused << 1 << MessageState::Refused << goesOn;
        QTest::newRow("ERR-00 an unknown code is refused")
            << Verdict::Refused << 77 << MessageState::Refused << goesOn;
        for (const int code : {2, 3, 5, 6, 7, 8, 13, 18}) {
            QTest::addRow("ERR-%02d concerns the account: queued again and paused", code)
                << Verdict::AccountRefused << code << MessageState::Queued << PauseReason::answer(code);
        }
        QTest::newRow("ERR-17 the duplicate lock makes a duplicate")
            << Verdict::Duplicate << 17 << MessageState::Duplicate << goesOn;
        QTest::newRow("a timeout is uncertain")
            << Verdict::Uncertain << -1 << MessageState::Uncertain << goesOn;
    }
    void answerOfSingle()
    {
        QFETCH(Verdict, verdict);
        QFETCH(int, code);
        gateway::Outcome outcome = outcomeOf(verdict, code < 0 ? std::nullopt : std::optional(code));
        if (verdict == Verdict::Accepted)
            outcome.gatewayId = 145099;
        const storage::Step step = afterAnswer(messageIn(MessageState::Sending), outcome, false, 42);
        QTEST(step.to, "state");
        QCOMPARE(step.message, 7);
        QCOMPARE(step.kind, domain::EventKind::Answer);
        QCOMPARE(step.atMs, 42);
        QCOMPARE(step.errorCode, outcome.errorCode);
        QCOMPARE(step.gatewayId, outcome.gatewayId);
        QCOMPARE(step.errorText, code > 0 ? u"own words"_s : QString());
        QTEST(campaign::pauseReason(outcome), "pauses");
    }

    void answerOfBulk_data()
    {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<bool>("listsKnown");
        QTest::addColumn<QStringList>("invalid");
        QTest::addColumn<QStringList>("duplicate");
        QTest::addColumn<MessageState>("state");
        QTest::addColumn<QString>("detail");

        const QStringList none;
        const QStringList mine{u"+47123"_s, u"+4799999999"_s};
        QTest::newRow("BLK-07 a number in neither list is accepted")
            << Verdict::Accepted << true << QStringList{u"+47123"_s} << none << MessageState::Accepted
            << u"accepted"_s;
        QTest::newRow("BLK-06 an invalid number is refused")
            << Verdict::Accepted << true << mine << none << MessageState::Refused << u"invalidPhoneno"_s;
        QTest::newRow("BLK-06 a duplicate number is a duplicate")
            << Verdict::Accepted << true << none << mine << MessageState::Duplicate << u"duplicatePhoneno"_s;
        QTest::newRow("BLK-06 invalid weighs more than duplicate")
            << Verdict::Accepted << true << mine << mine << MessageState::Refused << u"invalidPhoneno"_s;
        QTest::newRow("BLK-05 a 201 whose body cannot be read is accepted and says so")
            << Verdict::Accepted << false << none << none << MessageState::Accepted
            << u"accepted: lists unknown"_s;
        QTest::newRow("BLK-05 a 4xx without JSON is queued again")
            << Verdict::UnsentAndPause << true << none << none << MessageState::Queued << u"unsent"_s;
        QTest::newRow("BLK-05 a 200 with code 0 is uncertain")
            << Verdict::UncertainAndPause << true << none << none << MessageState::Uncertain
            << u"uncertain"_s;
        QTest::newRow("BLK-05 a refusal with its JSON refuses all")
            << Verdict::Refused << true << none << none << MessageState::Refused << u"refused"_s;
    }
    void answerOfBulk()
    {
        QFETCH(Verdict, verdict);
        gateway::Outcome outcome = outcomeOf(verdict);
        QFETCH(bool, listsKnown);
        outcome.listsKnown = listsKnown;
        QFETCH(QStringList, invalid);
        outcome.invalidNumbers = invalid;
        QFETCH(QStringList, duplicate);
        outcome.duplicateNumbers = duplicate;
        const storage::Step step = afterAnswer(messageIn(MessageState::Sending), outcome, true, 1);
        QTEST(step.to, "state");
        QTEST(step.detail, "detail");
        QCOMPARE(step.gatewayId, std::nullopt);                     // BLK-08
        QCOMPARE(step.clearError, step.to != MessageState::Queued); // an unsent try keeps what is known
    }

    void bulkPausesWithItsReason()
    {
        QCOMPARE(campaign::pauseReason(outcomeOf(Verdict::UnsentAndPause)),
                 domain::PauseReason::BulkRejected);
        QCOMPARE(campaign::pauseReason(outcomeOf(Verdict::UncertainAndPause, 5)),
                 domain::PauseReason::BulkUncertain);
    }

    void aNewAnswerForgetsTheLastRefusal()
    {
        QVERIFY(afterAnswer(messageIn(MessageState::Sending), outcomeOf(Verdict::Uncertain), false, 1)
                    .clearError);
        QVERIFY(
            !afterAnswer(messageIn(MessageState::Sending), outcomeOf(Verdict::Unsent), false, 1).clearError);
    }

    void aStatusThatOvertookTheAnswerStays_data()
    {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<domain::Note>("note");
        QTest::newRow("accepted") << Verdict::Accepted << domain::Note::None;
        QTest::newRow("uncertain") << Verdict::Uncertain << domain::Note::None;
        QTest::newRow("refused, with a note") << Verdict::Refused << domain::Note::StatusOverrides;
        QTest::newRow("duplicate, with a note") << Verdict::Duplicate << domain::Note::StatusOverrides;
        QTest::newRow("unsent, which the status disproves")
            << Verdict::Unsent << domain::Note::StatusOverrides;
        QTest::newRow("refused for the account, never sent again")
            << Verdict::AccountRefused << domain::Note::StatusOverrides;
    }
    void aStatusThatOvertookTheAnswerStays()
    {
        QFETCH(Verdict, verdict);
        for (const MessageState state :
             {MessageState::WithOperator, MessageState::Delivered, MessageState::Failed}) {
            const storage::Step step = afterAnswer(messageIn(state), outcomeOf(verdict, 1), false, 1);
            QCOMPARE(step.to, state);
            QTEST(step.note, "note");
        }
    }

    void repetitionUnderTheDuplicateLock_data()
    {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<MessageState>("state");
        QTest::addColumn<domain::Note>("note");
        QTest::newRow("ERR-17 means presumed accepted")
            << Verdict::Duplicate << MessageState::Accepted << domain::Note::Presumed;
        QTest::newRow("0 means accepted")
            << Verdict::Accepted << MessageState::Accepted << domain::Note::None;
        QTest::newRow("a refusal says nothing of the first")
            << Verdict::Refused << MessageState::Uncertain << domain::Note::None;
        QTest::newRow("an account refusal neither")
            << Verdict::AccountRefused << MessageState::Uncertain << domain::Note::None;
        QTest::newRow("unsent neither") << Verdict::Unsent << MessageState::Uncertain << domain::Note::None;
        QTest::newRow("a second timeout neither")
            << Verdict::Uncertain << MessageState::Uncertain << domain::Note::None;
    }
    void repetitionUnderTheDuplicateLock()
    {
        QFETCH(Verdict, verdict);
        const storage::Step step =
            afterRepetition(messageIn(MessageState::Sending), outcomeOf(verdict, 17), 1);
        QTEST(step.to, "state");
        QTEST(step.note, "note");
        QCOMPARE(afterRepetition(messageIn(MessageState::Delivered), outcomeOf(verdict, 17), 1).to,
                 MessageState::Delivered);
    }

    void status_data()
    {
        QTest::addColumn<MessageState>("from");
        QTest::addColumn<int>("status");
        QTest::addColumn<MessageState>("to"); // as from: nothing changes
        QTest::addColumn<domain::Note>("note");

        using enum MessageState;
        const domain::Note none = domain::Note::None;
        const domain::Note overrides = domain::Note::StatusOverrides;
        const domain::Note both = domain::Note::DeliveredAfterFailed;
        for (const MessageState from : {Sending, Accepted, Uncertain}) {
            const QByteArray name = domain::identifier(from).toLatin1();
            QTest::addRow("DLR-03 -1 proves acceptance of %s", name.constData())
                << from << -1 << WithOperator << none;
            QTest::addRow("DLR-03 4 delivers %s", name.constData()) << from << 4 << Delivered << none;
            QTest::addRow("DLR-03 5 fails %s", name.constData()) << from << 5 << Failed << none;
        }
        QTest::newRow("DLR-03 4 after -1") << WithOperator << 4 << Delivered << none;
        QTest::newRow("DLR-03 5 after -1") << WithOperator << 5 << Failed << none;
        QTest::newRow("DLR-07 -1 again") << WithOperator << -1 << WithOperator << none;
        QTest::newRow("DLR-04 -1 after 4 never goes back") << Delivered << -1 << Delivered << none;
        QTest::newRow("DLR-04 -1 after 5 never goes back") << Failed << -1 << Failed << none;
        QTest::newRow("4 beats 5") << Failed << 4 << Delivered << both;
        QTest::newRow("5 after 4 leaves a note only") << Delivered << 5 << Delivered << both;
        QTest::newRow("DLR-07 4 again") << Delivered << 4 << Delivered << none;
        QTest::newRow("DLR-07 5 again") << Failed << 5 << Failed << none;
        for (const MessageState from : {Refused, Duplicate}) {
            const QByteArray name = domain::identifier(from).toLatin1();
            QTest::addRow("BLK-06 -1 overrides %s", name.constData())
                << from << -1 << WithOperator << overrides;
            QTest::addRow("BLK-06 4 overrides %s", name.constData()) << from << 4 << Delivered << overrides;
            QTest::addRow("BLK-06 5 overrides %s", name.constData()) << from << 5 << Failed << overrides;
        }
        QTest::newRow("DLR-05 4 after no confirmation") << NoConfirmation << 4 << Delivered << none;
        QTest::newRow("DLR-05 5 after no confirmation") << NoConfirmation << 5 << Failed << none;
        QTest::newRow("DLR-05 -1 confirms nothing") << NoConfirmation << -1 << NoConfirmation << none;
        for (const MessageState from : {Scheduled, Queued, Held, Cancelled}) {
            const QByteArray name = domain::identifier(from).toLatin1();
            QTest::addRow("an earlier attempt was delivered: %s is not sent again", name.constData())
                << from << 4 << Delivered << overrides;
            QTest::addRow("-1 of an earlier attempt leaves %s", name.constData())
                << from << -1 << from << none;
            QTest::addRow("5 of an earlier attempt leaves %s", name.constData()) << from << 5 << from << none;
        }
        QTest::newRow("a status that nobody knows changes nothing") << Accepted << 3 << Accepted << none;
    }
    void status()
    {
        QFETCH(MessageState, from);
        QFETCH(int, status);
        QFETCH(MessageState, to);
        QFETCH(domain::Note, note);
        const auto step = afterStatus(messageIn(from), domain::DeliveryStatus(status), 99);
        if (from == to && note == domain::Note::None) {
            QVERIFY(!step);
            return;
        }
        QVERIFY(step);
        QCOMPARE(step->to, to);
        QCOMPARE(step->note, note);
        QCOMPARE(step->status, domain::DeliveryStatus(status));
        QCOMPARE(step->kind, domain::EventKind::Status);
        QCOMPARE(step->atMs, 99);
    }

    void theOrderOfStatusesDoesNotMatter()
    {
        using enum MessageState;
        for (const MessageState start : {Sending, Accepted, Uncertain, Refused, Duplicate}) {
            for (const QList<int> &set :
                 {QList<int>{-1, 4, 5}, {-1, 4}, {-1, 5}, {4, 5}, {-1, -1, 4, 5, 5}}) {
                QList<int> order = set;
                std::sort(order.begin(), order.end());
                const auto first = afterStatuses(messageIn(start), order);
                while (std::next_permutation(order.begin(), order.end()))
                    QCOMPARE(afterStatuses(messageIn(start), order), first);
                QCOMPARE(first.first, set.contains(4) ? Delivered : Failed);
            }
        }
    }

    void sentTwiceIsTheStrongestNote()
    {
        QCOMPARE(campaign::strongerNote(domain::Note::StatusOverrides, domain::Note::SentTwice),
                 domain::Note::SentTwice);
        QCOMPARE(campaign::strongerNote(domain::Note::SentTwice, domain::Note::StatusOverrides),
                 domain::Note::None);
        QCOMPARE(campaign::strongerNote(domain::Note::None, domain::Note::Presumed), domain::Note::Presumed);
        QCOMPARE(campaign::strongerNote(domain::Note::Presumed, domain::Note::Presumed), domain::Note::None);
    }

    void onlyUncertainMessagesAndDuplicatesAreDecided()
    {
        const auto sent = afterDecision(messageIn(MessageState::Uncertain), Decision::TreatAsSent, 5);
        QVERIFY(sent);
        QCOMPARE(sent->to, MessageState::Accepted);
        QCOMPARE(sent->kind, domain::EventKind::Decision);
        QCOMPARE(sent->detail, u"treatAsSent"_s);
        const auto again = afterDecision(messageIn(MessageState::Uncertain), Decision::SendAgain, 5);
        QVERIFY(again);
        QCOMPARE(again->to, MessageState::Queued);
        QCOMPARE(again->detail, u"sendAgain"_s);
        for (const MessageState state : domain::allMessageStates()) {
            const bool open = state == MessageState::Uncertain || state == MessageState::Duplicate;
            QCOMPARE(afterDecision(messageIn(state), Decision::SendAgain, 5).has_value(), open);
        }
    }

    void backOffGrowsToFiveMinutes()
    {
        QList<int> seconds;
        for (int tries = 1; tries <= 7; ++tries)
            seconds.append(campaign::backOffSeconds(tries));
        QCOMPARE(seconds, (QList<int>{2, 8, 30, 120, 300, 300, 300}));
    }
};

QTEST_GUILESS_MAIN(TestTransitions)
#include "tst_transitions.moc"
