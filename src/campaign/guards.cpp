// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/guards.h"

#include "campaign/scheduler.h"

namespace campaign {
using namespace Qt::StringLiterals;

QList<Objection> objections(const GuardFacts &facts, const domain::SendingRules &rules)
{
    QList<Objection> found;
    if (facts.countryNotAllowed > 0)
        found.append({Guard::Country, false, facts.countryNotAllowed, 0, std::nullopt});
    const qint64 today = facts.segmentsToday + facts.segments;
    if (today > rules.dailyCap)
        found.append({Guard::DailyCap, false, today, rules.dailyCap, std::nullopt});
    if (rules.quietHours && isQuiet(*rules.quietHours, facts.localNow)) {
        found.append(
            {Guard::QuietHours, false, facts.recipients, 0, nextAllowed(*rules.quietHours, facts.localNow)});
    }
    const bool large = facts.recipients > largeListAbove && !facts.confirmedBefore;
    if (large)
        found.append({Guard::LargeList, true, facts.recipients, largeListAbove, std::nullopt});
    if (large && facts.recipients > 2 * facts.largestBefore)
        found.append({Guard::UnusualSize, true, facts.recipients, facts.largestBefore, std::nullopt});
    if (facts.repeated > 0 || facts.groupRepeated)
        found.append({Guard::RepeatedText, true, facts.repeated, 0, std::nullopt});
    return found;
}

bool isQuiet(const domain::QuietHours &hours, const QDateTime &local)
{
    const QTime time = local.time();
    if (hours.from <= hours.to)
        return time >= hours.from && time < hours.to;
    return time >= hours.from || time < hours.to; // over midnight
}

QDateTime nextAllowed(const domain::QuietHours &hours, const QDateTime &local)
{
    if (!isQuiet(hours, local))
        return local;
    const QDate day = hours.to > local.time() ? local.date() : local.date().addDays(1);
    return wallTime(day, hours.to, local.timeZone());
}

} // namespace campaign
