// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/scheduler.h"

#include <algorithm>

namespace campaign {

namespace {

constexpr qint64 minuteMs = 60 * 1000;

QDate dayOfRun(const Schedule &schedule, qint64 run)
{
    switch (schedule.repeat) {
    case Repeat::Once:
        break;
    case Repeat::Daily:
        return schedule.firstDay.addDays(run);
    case Repeat::Weekly:
        return schedule.firstDay.addDays(7 * run);
    // From the first day each time, so that a short month does not move the ones after it.
    case Repeat::Monthly:
        return schedule.firstDay.addMonths(static_cast<int>(run));
    }
    return schedule.firstDay;
}

// A run that is not after `day`, and at most two before it.
qint64 runNear(const Schedule &schedule, QDate day)
{
    const qint64 days = schedule.firstDay.daysTo(day);
    switch (schedule.repeat) {
    case Repeat::Once:
        return 0;
    case Repeat::Daily:
        return std::max<qint64>(0, days - 1);
    case Repeat::Weekly:
        return std::max<qint64>(0, days / 7 - 1);
    case Repeat::Monthly:
        break;
    }
    const int months = (day.year() - schedule.firstDay.year()) * 12 + day.month() - schedule.firstDay.month();
    return std::max(0, months - 1);
}

// What a person has approved, and what shall go on after the quiet hours.
bool beginsByItself(const domain::Campaign &campaign)
{
    if (!campaign.startAtMs)
        return false;
    return campaign.state == domain::CampaignState::Planned
               ? campaign.approvedMs.has_value()
               : campaign.reason == domain::PauseReason::QuietHours;
}

} // namespace

QDateTime wallTime(QDate day, QTime time, const QTimeZone &zone)
{
    // The wall time as if it were UTC; the true moment is that less the zone's offset then, which is
    // the one of the day before or the one of the day after.
    const QDateTime shown(day, time, QTimeZone::utc());
    const int before = zone.offsetFromUtc(shown.addDays(-1));
    const int after = zone.offsetFromUtc(shown.addDays(1));
    for (const int offset : {before, after}) {
        const QDateTime moment = shown.addSecs(-offset);
        if (zone.offsetFromUtc(moment) == offset)
            return moment.toTimeZone(zone);
    }
    return shown.addSecs(-before).toTimeZone(zone);
}

std::optional<QDateTime> nextRun(const Schedule &schedule, const QDateTime &after)
{
    if (!schedule.firstDay.isValid() || !schedule.time.isValid() || !schedule.zone.isValid())
        return std::nullopt;
    for (qint64 run = runNear(schedule, after.toTimeZone(schedule.zone).date());; ++run) {
        const QDateTime moment = wallTime(dayOfRun(schedule, run), schedule.time, schedule.zone);
        if (moment > after)
            return moment;
        if (schedule.repeat == Repeat::Once)
            return std::nullopt;
    }
}

QList<QDateTime> runsBetween(const Schedule &schedule, const QDateTime &from, const QDateTime &until,
                             int most)
{
    QList<QDateTime> runs;
    auto run = nextRun(schedule, from.addMSecs(-1));
    while (run && *run < until && runs.size() < most) {
        runs.append(*run);
        run = nextRun(schedule, *run);
    }
    return runs;
}

Due due(qint64 startAtMs, int catchUpMinutes, qint64 nowMs)
{
    if (nowMs < startAtMs)
        return Due::NotYet;
    // Within the first minute it is on time: timers are not exact.
    const qint64 allowedMs = std::max<qint64>(minuteMs, catchUpMinutes * minuteMs);
    return nowMs - startAtMs <= allowedMs ? Due::Start : Due::Ask;
}

Scheduler::Scheduler(storage::Database &database, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Scheduler::check);
}

void Scheduler::tellAgain(qint64 campaign)
{
    erase_if(m_told, [campaign](const std::pair<qint64, qint64> &told) { return told.first == campaign; });
}

void Scheduler::check()
{
    const qint64 now = m_clock.nowMs();
    qint64 wait = minuteMs;
    for (const domain::CampaignState state :
         {domain::CampaignState::Planned, domain::CampaignState::Paused}) {
        const auto waiting = storage::CampaignRepository(m_database).withState(state);
        if (!waiting)
            continue;
        for (const domain::Campaign &campaign : *waiting) {
            if (!beginsByItself(campaign) || m_told.contains({campaign.id, *campaign.startAtMs}))
                continue;
            const Due when = due(*campaign.startAtMs, campaign.catchUpMinutes, now);
            if (when == Due::NotYet) {
                wait = std::min(wait, *campaign.startAtMs - now);
                continue;
            }
            m_told.insert({campaign.id, *campaign.startAtMs});
            if (when == Due::Start)
                Q_EMIT startDue(campaign.id);
            else
                Q_EMIT startMissed(campaign.id, now - *campaign.startAtMs);
        }
    }
    m_timer.start(static_cast<int>(wait));
}

} // namespace campaign
