// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what a run hears is reason to pause it: an answer that concerns the account, the same refusal
// again and again, silence that goes on.
#pragma once

#include "domain/pausereason.h"
#include "gateway/answer.h"

namespace campaign {

class RunJudge
{
public:
    explicit RunJudge(bool isGroup); // its one request is a person's to decide on in any case

    // None: it goes on. isProven: the address has given an answer of the gateway's.
    domain::PauseReason heard(const gateway::Outcome &outcome, bool isProven);
    // Of what was to be repeated, and is not.
    domain::PauseReason leftUncertain(bool isProven);

private:
    domain::PauseReason ofSilence(const gateway::Outcome &outcome, bool isProven);
    domain::PauseReason ofRefusal(const gateway::Outcome &outcome);

    const bool m_isGroup;
    int m_lastRefusal = 0;
    int m_refusals = 0;  // the same code running
    int m_uncertain = 0; // running
};

} // namespace campaign
