// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/runjudge.h"

#include "campaign/transitions.h"

namespace campaign {
using domain::PauseReason;
using gateway::Outcome;
using gateway::Verdict;

namespace {

constexpr int refusalsThatPause = 20;
constexpr int uncertainThatPause = 5;

} // namespace

RunJudge::RunJudge(bool isGroup)
    : m_isGroup(isGroup)
{
}

PauseReason RunJudge::heard(const Outcome &outcome, bool isProven)
{
    const PauseReason silence = ofSilence(outcome, isProven);
    const PauseReason refusal = ofRefusal(outcome);
    for (const PauseReason &reason : {silence, pauseReason(outcome), refusal}) {
        if (reason != PauseReason::None)
            return reason;
    }
    return PauseReason::None;
}

PauseReason RunJudge::leftUncertain(bool isProven)
{
    Outcome outcome;
    outcome.verdict = Verdict::Uncertain;
    return ofSilence(outcome, isProven);
}

// A wrong address makes everything uncertain that is sent to it, as does a gateway that has broken down.
PauseReason RunJudge::ofSilence(const Outcome &outcome, bool isProven)
{
    if (outcome.errorCode)
        m_uncertain = 0;
    if (!isUncertain(outcome.verdict))
        return PauseReason::None;
    ++m_uncertain;
    if (m_isGroup)
        return PauseReason::None;
    if (!isProven)
        return PauseReason::UnprovenAddress;
    return m_uncertain >= uncertainThatPause ? PauseReason::ManyUncertain : PauseReason::None;
}

PauseReason RunJudge::ofRefusal(const Outcome &outcome)
{
    const int code = outcome.errorCode.value_or(0);
    switch (outcome.verdict) {
    case Verdict::Refused:
        m_refusals = code == m_lastRefusal ? m_refusals + 1 : 1;
        m_lastRefusal = code;
        return m_refusals >= refusalsThatPause || m_isGroup ? PauseReason::answer(code) : PauseReason::None;
    case Verdict::Duplicate:
        m_refusals = 0;
        return m_isGroup ? PauseReason::answer(code) : PauseReason::None;
    case Verdict::Accepted:
    case Verdict::AccountRefused:
        m_refusals = 0;
        return PauseReason::None;
    case Verdict::Uncertain:
        return m_isGroup ? PauseReason::BulkUncertain : PauseReason::None;
    case Verdict::Unsent:
    case Verdict::UnsentAndPause:
    case Verdict::UncertainAndPause:
    case Verdict::SendAgain:
        break;
    }
    return PauseReason::None;
}

} // namespace campaign
