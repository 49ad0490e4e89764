// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between an approved plan and the first request (design: reliability, "Guards"); pure.
#pragma once

#include "base/words.h"
#include "domain/account.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace campaign {
using base::identifier;

enum class Guard { LargeList, UnusualSize, RepeatedText, DailyCap, QuietHours, Country };
constexpr auto wordsOf(Guard) // cli.md
{
    return base::Words<Guard::Country>(
        {"largeList", "unusualSize", "repeatedText", "overDailyCap", "quietHours", "countryNotAllowed"});
}

struct GuardFacts
{
    qint64 recipients = 0;        // still to be sent
    qint64 segments = 0;          // still to be sent
    qint64 segmentsToday = 0;     // whose sending began on this local day
    qint64 largestBefore = 0;     // recipients of this account's largest started campaign
    qint64 repeated = 0;          // same text to the same number within 24 hours, since it was confirmed
    bool groupRepeated = false;   // the same to the gateway group whose members are not known here
    qint64 countryNotAllowed = 0; // recipients in countries that are not allowed (any more)
    QDateTime localNow;
    bool confirmedBefore = false; // the campaign was started (and confirmed) earlier
};

struct Objection
{
    Guard guard = Guard::LargeList;
    bool canBeConfirmed = false; // --yes, or the window's typed confirmation
    qint64 count = 0;            // recipients, repeats (0: a gateway group's), or SMS
    qint64 limit = 0;
    std::optional<QDateTime> allowedFrom; // quiet hours: the next allowed time
};

inline constexpr int largeListAbove = 500; // recipients

// Those that nothing overrides come first. What was confirmed at an earlier start is not asked again; what
// other campaigns have sent since was not.
QList<Objection> objections(const GuardFacts &facts, const domain::SendingRules &rules);
// From `from` (inclusive) to `to` (exclusive) in wall time; equal times mean no quiet hours.
bool isQuiet(const domain::QuietHours &hours, const QDateTime &local);
// The first moment at or after `local` that is not quiet, in the zone of `local`.
QDateTime nextAllowed(const domain::QuietHours &hours, const QDateTime &local);

} // namespace campaign
