// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/runjudge.h"

#include <QTest>

using campaign::RunJudge;
using domain::PauseReason;
using gateway::Outcome;
using gateway::Verdict;

namespace {

Outcome outcomeOf(Verdict verdict, std::optional<int> code = std::nullopt)
{
    Outcome outcome;
    outcome.verdict = verdict;
    outcome.errorCode = code;
    return outcome;
}

} // namespace

class TestRunJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameRefusalTwentyTimesRunningPauses()
    {
        RunJudge judge(false);
        for (int i = 1; i < 20; ++i)
            QCOMPARE(judge.heard(outcomeOf(Verdict::Refused, 1), true), PauseReason::None);
        QCOMPARE(judge.heard(outcomeOf(Verdict::Refused, 1), true), PauseReason::answer(1));
    }

    void anotherCodeOrAnAcceptanceBeginsTheCountAgain()
    {
        RunJudge judge(false);
        for (int i = 1; i < 20; ++i)
            QCOMPARE(judge.heard(outcomeOf(Verdict::Refused, 1), true), PauseReason::None);
        QCOMPARE(judge.heard(outcomeOf(Verdict::Refused, 3), true), PauseReason::None);
        for (int i = 1; i < 19; ++i)
            QCOMPARE(judge.heard(outcomeOf(Verdict::Refused, 3), true), PauseReason::None);
        QCOMPARE(judge.heard(outcomeOf(Verdict::Accepted, 0), true), PauseReason::None);
        QCOMPARE(judge.heard(outcomeOf(Verdict::Refused, 3), true), PauseReason::None);
    }

    void fiveUncertainRunningPause()
    {
        RunJudge judge(false);
        for (int i = 1; i < 5; ++i)
            QCOMPARE(judge.heard(outcomeOf(Verdict::Uncertain), true), PauseReason::None);
        QCOMPARE(judge.leftUncertain(true), PauseReason::ManyUncertain);
    }

    void anAnswerBetweenThemBeginsTheCountAgain()
    {
        RunJudge judge(false);
        for (int i = 1; i < 5; ++i)
            QCOMPARE(judge.leftUncertain(true), PauseReason::None);
        QCOMPARE(judge.heard(outcomeOf(Verdict::Accepted, 0), true), PauseReason::None);
        QCOMPARE(judge.leftUncertain(true), PauseReason::None);
    }

    void atAnAddressThatNeverAnsweredOneIsEnough()
    {
        QCOMPARE(RunJudge(false).heard(outcomeOf(Verdict::Uncertain), false), PauseReason::UnprovenAddress);
        // It says more than that the bulk request is uncertain.
        QCOMPARE(RunJudge(false).heard(outcomeOf(Verdict::UncertainAndPause), false),
                 PauseReason::UnprovenAddress);
    }

    void anAnswerThatConcernsTheAccountPausesAtOnce()
    {
        QCOMPARE(RunJudge(false).heard(outcomeOf(Verdict::AccountRefused, 7), true), PauseReason::answer(7));
        QCOMPARE(RunJudge(false).heard(outcomeOf(Verdict::UnsentAndPause), true), PauseReason::BulkRejected);
        QCOMPARE(RunJudge(false).heard(outcomeOf(Verdict::UncertainAndPause), true),
                 PauseReason::BulkUncertain);
        QCOMPARE(RunJudge(false).heard(outcomeOf(Verdict::Unsent), true), PauseReason::None);
    }

    // BLK-10: it has one request, and a person decides on it.
    void aGatewayGroupStopsWithWhateverItsRequestComesTo()
    {
        QCOMPARE(RunJudge(true).heard(outcomeOf(Verdict::Uncertain), false), PauseReason::BulkUncertain);
        QCOMPARE(RunJudge(true).heard(outcomeOf(Verdict::Refused, 4), true), PauseReason::answer(4));
        QCOMPARE(RunJudge(true).heard(outcomeOf(Verdict::Duplicate, 17), true), PauseReason::answer(17));
        QCOMPARE(RunJudge(true).heard(outcomeOf(Verdict::Accepted, 0), true), PauseReason::None);
    }
};

QTEST_GUILESS_MAIN(TestRunJudge)
#include "tst_runjudge.moc"
