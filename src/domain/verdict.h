// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a request to the gateway.
#pragma once

#include "base/words.h"

namespace domain {
using base::identifier;

enum class Verdict {
    Unsent, // queued again with back-off
    Accepted,
    Refused,        // proven refused, with an error code; the recipient's or message's fault
    AccountRefused, // codes 2, 3, 5, 6, 7, 8, 13, 18: back to queued, campaign pauses
    Duplicate,      // 17
    Uncertain,
    UnsentAndPause,    // bulk 4xx (not 408) without JSON
    UncertainAndPause, // bulk 201 with errorcode ≠ 0, 200 with code 0, 3xx, 408, 5xx without JSON
    SendAgain,         // no answer's: what a person decided on a request to a gateway group (BLK-10)
};
constexpr auto wordsOf(Verdict) // the stored form
{
    return base::Words<Verdict::SendAgain>({"unsent", "accepted", "refused", "accountRefused", "duplicate",
                                            "uncertain", "unsentAndPause", "uncertainAndPause", "sendAgain"});
}
// Whether it was taken is not known.
constexpr bool isUncertain(Verdict verdict)
{
    return verdict == Verdict::Uncertain || verdict == Verdict::UncertainAndPause;
}

} // namespace domain
