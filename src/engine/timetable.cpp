// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/timetable.h"

#include "campaign/guards.h"
#include "campaign/scheduler.h"
#include "domain/eventdetail.h"
#include "engine/campaigns.h"
#include "engine/changes.h"
#include "engine/history.h"
#include "engine/language.h"
#include "engine/mailbox.h"
#include "engine/planning.h"
#include "engine/repeatsource.h"
#include "engine/settings.h"
#include "engine/wording.h"
#include "storage/campaignrepository.h"
#include "storage/journal.h"
#include "storage/transaction.h"

#include <QTimeZone>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr int mostTimes = 366; // a year of days

bool repeats(const domain::Campaign &campaign)
{
    return campaign.isSeries() && campaign.repeatFromMs.has_value();
}

campaign::Schedule scheduleOf(const domain::Campaign &campaign)
{
    QTimeZone zone(campaign.startZone.toLatin1());
    if (!zone.isValid())
        zone = QTimeZone::systemTimeZone();
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(*campaign.repeatFromMs, zone);
    return {campaign.repeat, first.date(), first.time(), zone};
}

// The first time after `nowMs` at which a repeated campaign begins.
std::optional<qint64> nextTime(const domain::Campaign &campaign, qint64 nowMs)
{
    const auto next = campaign::nextRun(scheduleOf(campaign), QDateTime::fromMSecsSinceEpoch(nowMs));
    return next ? std::optional(next->toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace

QList<qint64> timesOf(const domain::Campaign &campaign, qint64 fromMs, qint64 untilMs)
{
    QList<qint64> times;
    if (campaign.state != domain::CampaignState::Planned || !campaign.startAtMs || !campaign.approvedMs)
        return times;
    if (*campaign.startAtMs >= fromMs && *campaign.startAtMs < untilMs)
        times.append(*campaign.startAtMs);
    if (!repeats(campaign))
        return times;
    const qint64 after = std::max(fromMs, *campaign.startAtMs + 1);
    for (const QDateTime &run :
         campaign::runsBetween(scheduleOf(campaign), QDateTime::fromMSecsSinceEpoch(after),
                               QDateTime::fromMSecsSinceEpoch(untilMs), mostTimes - 1))
        times.append(run.toMSecsSinceEpoch());
    return times;
}

Timetable::Timetable(const TimetableContext &context)
    : m_context(context)
{
}

Timetable::~Timetable() = default;

void Timetable::start()
{
    m_scheduler = std::make_unique<campaign::Scheduler>(m_context.database, m_context.clock);
    connect(m_scheduler.get(), &campaign::Scheduler::startDue, this, &Timetable::startDue);
    connect(m_scheduler.get(), &campaign::Scheduler::startMissed, this, &Timetable::missed);
    connect(&m_context.changes, &Changes::campaignsChanged, m_scheduler.get(), &campaign::Scheduler::check);
    m_scheduler->check();
}

void Timetable::stop()
{
    m_scheduler.reset();
}

// A run of a repeated campaign is a campaign of its own, with the recipients of today. That it is there
// and that the repeated one moves to its next time is one commit: a crash neither loses nor doubles it.
void Timetable::planRun(const domain::Campaign &repeated, qint64 startAtMs,
                        const std::function<void(base::Result<void>)> &done)
{
    const qint64 id = repeated.id;
    const auto next = nextTime(repeated, std::max(m_context.clock.nowMs(), *repeated.startAtMs));
    if (!next)
        return done(base::Error{base::ErrorCode::InvalidField, repeated.name, u"schedule"_s});
    if (m_planning.contains(id)) // a person was quicker than its time
        return done({});
    m_planning.insert(id);
    Draft draft = draftOf(repeated);
    draft.startAtMs = startAtMs;
    const auto sealed = [this, id, at = *next](qint64 run) {
        storage::CampaignRepository campaigns(m_context.database);
        if (auto moved = campaigns.setStartAt(id, at); !moved)
            return moved;
        if (auto joined = campaigns.setSeries(run, id); !joined)
            return joined;
        return campaigns.approve(run, m_context.clock.nowMs());
    };
    const auto planned = [this, id, name = repeated.name, done](const base::Result<PlanSummary> &run) {
        m_planning.remove(id);
        if (!run)
            return done(run.error());
        if (run->campaign == 0)
            return done(base::Error{base::ErrorCode::NoRecipients, name, u"to"_s});
        done({});
    };
    // Its planning tells of the change: the scheduler looks again, and begins the run.
    m_context.planning.plan(draft, {}, planned, sealed);
}

// Nobody is there to be asked, and who has written STOPP since must not be written to.
void Timetable::startDue(qint64 id)
{
    const auto campaign = storage::CampaignRepository(m_context.database).campaign(id);
    if (!campaign)
        return;
    // The person confirmed the plan when it was scheduled, but not what others have sent since it began.
    const bool confirmed = !campaign->startedMs;
    const auto account = m_context.settings.account(campaign->account);
    if (!account || account->demo)
        return startScheduled(id, confirmed);
    m_context.mailbox.empty(false, [this, id, confirmed](const base::Result<void> &emptied) {
        if (!m_scheduler) // stopped meanwhile
            return;
        if (emptied)
            return startScheduled(id, confirmed);
        m_scheduler->tellAgain(id);
        Q_EMIT mailboxAwaited(id);
    });
}

// Its messages wait as scheduled until their time; then they are queued like all others.
void Timetable::startScheduled(qint64 id, bool confirmed)
{
    const auto campaign = storage::CampaignRepository(m_context.database).campaign(id);
    if (!campaign)
        return;
    if (repeats(*campaign)) {
        planRun(*campaign, *campaign->startAtMs, [this, id](const base::Result<void> &planned) {
            if (!planned)
                Q_EMIT missed(id, 0);
        });
        return;
    }
    storage::Step step;
    step.to = domain::MessageState::Queued;
    step.kind = domain::EventKind::Queued;
    step.detail = identifier(domain::EventDetail::Due);
    step.atMs = m_context.clock.nowMs();
    m_context.commits.submit(
        [this, id, step]() -> base::Result<void> {
            const auto moved =
                storage::Journal(m_context.database).moveAll(id, {domain::MessageState::Scheduled}, step);
            return moved ? base::Result<void>() : base::Result<void>(moved.error());
        },
        [this, id, confirmed](const base::Result<void> &queued) {
            if (!queued) {
                Q_EMIT storageFailed(queued.error());
                return;
            }
            m_context.campaigns.start( // what cannot be confirmed away still stops it
                id, confirmed,
                [this, id](const base::Result<void> &begun) {
                    if (!begun)
                        Q_EMIT missed(id, 0);
                },
                Unfetched::GoOn); // it has just been emptied, or a person has said
        });
}

void Timetable::sendMissed(qint64 id, Unfetched unfetched,
                           const std::function<void(base::Result<void>)> &done)
{
    m_context.mailbox.empty(
        unfetched == Unfetched::GoOn, [this, id, done](const base::Result<void> &emptied) {
            if (!emptied)
                return done(emptied);
            const auto campaign = storage::CampaignRepository(m_context.database).campaign(id);
            if (!campaign)
                return done(campaign.error());
            if (repeats(*campaign))
                return planRun(*campaign, m_context.clock.nowMs(), done);
            startScheduled(id, true);
            done({});
        });
}

base::Result<void> Timetable::skipMissed(qint64 id)
{
    const auto campaign = storage::CampaignRepository(m_context.database).campaign(id);
    if (!campaign)
        return campaign.error();
    if (!repeats(*campaign))
        return m_context.campaigns.cancel(id);
    const auto next = nextTime(*campaign, std::max(m_context.clock.nowMs(), *campaign->startAtMs));
    if (!next)
        return m_context.campaigns.cancel(id);
    m_context.commits.submit([this, id, at = *next] {
        return storage::CampaignRepository(m_context.database).setStartAt(id, at);
    });
    m_context.history.add(id, domain::HistoryKind::TimeSkipped);
    m_context.commits.flush();
    m_context.changes.tellCampaigns();
    return {};
}

base::Result<void> Timetable::skipNext(qint64 id)
{
    const auto campaign = storage::CampaignRepository(m_context.database).campaign(id);
    if (!campaign)
        return campaign.error();
    if (!repeats(*campaign) || campaign->state != domain::CampaignState::Planned)
        return base::Error{base::ErrorCode::WrongState, wording::state(campaign->state), u"campaign"_s};
    return skipMissed(id);
}

base::Result<void> Timetable::changeTime(qint64 id, qint64 startAtMs)
{
    const auto campaign = storage::CampaignRepository(m_context.database).campaign(id);
    if (!campaign)
        return campaign.error();
    if (campaign->state != domain::CampaignState::Planned || !campaign->startAtMs || campaign->startedMs)
        return base::Error{base::ErrorCode::WrongState, wording::state(campaign->state), u"campaign"_s};
    if (startAtMs <= m_context.clock.nowMs())
        return base::Error{base::ErrorCode::ScheduledInPast, {}, u"scheduled"_s};
    m_context.commits.flush();
    const auto changed = storage::inTransaction(m_context.database, [&]() -> base::Result<void> {
        storage::CampaignRepository campaigns(m_context.database);
        if (repeats(*campaign)) {
            if (auto moved = campaigns.setRepeatFrom(id, startAtMs); !moved)
                return moved;
        }
        return campaigns.setStartAt(id, startAtMs);
    });
    if (!changed)
        return changed;
    const QDateTime former = QDateTime::fromMSecsSinceEpoch(*campaign->startAtMs);
    m_context.history.add(id, domain::HistoryKind::TimeChanged,
                          language::locale().toString(former, QLocale::ShortFormat));
    m_context.commits.flush();
    m_context.changes.tellCampaigns(); // the scheduler looks again
    return {};
}

base::Result<void>
Timetable::changeSeries(qint64 id, domain::CampaignState from, domain::HistoryKind what,
                        const std::function<base::Result<void>(const domain::Campaign &)> &change)
{
    const auto campaign = storage::CampaignRepository(m_context.database).campaign(id);
    if (!campaign)
        return campaign.error();
    if (!repeats(*campaign) || campaign->state != from)
        return base::Error{base::ErrorCode::WrongState, wording::state(campaign->state), u"campaign"_s};
    m_context.commits.flush();
    const auto changed = storage::inTransaction(m_context.database, [&] { return change(*campaign); });
    if (!changed)
        return changed;
    m_context.history.add(id, what);
    m_context.commits.flush();
    m_context.changes.tellCampaigns();
    return {};
}

base::Result<void> Timetable::pauseSeries(qint64 id)
{
    return changeSeries(id, domain::CampaignState::Planned, domain::HistoryKind::Paused,
                        [this](const domain::Campaign &series) {
                            return storage::CampaignRepository(m_context.database)
                                .setState(series.id, domain::CampaignState::Paused,
                                          domain::PauseReason::Person, m_context.clock.nowMs());
                        });
}

base::Result<void> Timetable::resumeSeries(qint64 id)
{
    return changeSeries(id, domain::CampaignState::Paused, domain::HistoryKind::Resumed,
                        [this](const domain::Campaign &series) -> base::Result<void> {
                            storage::CampaignRepository campaigns(m_context.database);
                            const qint64 now = m_context.clock.nowMs();
                            const auto next = nextTime(series, now);
                            if (!next)
                                return base::Error{base::ErrorCode::InvalidField, series.name, u"schedule"_s};
                            // A time that was put off to later stays so.
                            if (!series.startAtMs || *series.startAtMs <= now) {
                                if (auto moved = campaigns.setStartAt(series.id, *next); !moved)
                                    return moved;
                            }
                            return campaigns.setState(series.id, domain::CampaignState::Planned, {}, now);
                        });
}

base::Result<void> Timetable::goOnAfterQuietHours(qint64 id)
{
    const auto found = m_context.campaign(id);
    if (!found)
        return found.error();
    const auto &[campaign, account] = found.value();
    if (campaign.state != domain::CampaignState::Paused || campaign.reason != domain::PauseReason::QuietHours)
        return base::Error{base::ErrorCode::WrongState, wording::state(campaign.state), u"campaign"_s};
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_context.clock.nowMs());
    const qint64 at = account.sending.quietHours
                          ? campaign::nextAllowed(*account.sending.quietHours, now).toMSecsSinceEpoch()
                          : now.toMSecsSinceEpoch();
    m_context.commits.submit(
        [this, id, at] { return storage::CampaignRepository(m_context.database).setStartAt(id, at); });
    m_context.commits.flush();
    m_context.changes.tellCampaigns(); // the scheduler looks again
    return {};
}

} // namespace engine
