// SPDX-License-Identifier: GPL-3.0-or-later
// The Engine's clockwork: campaigns that begin at a time, once or again and again.
#include "campaign/scheduler.h"
#include "engine/engine_p.h"
#include "engine/repeatsource.h"

#include <QTimeZone>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

// The first time after `nowMs` at which a repeated campaign begins.
std::optional<qint64> nextTime(const domain::Campaign &campaign, qint64 nowMs)
{
    QTimeZone zone(campaign.startZone.toLatin1());
    if (!zone.isValid())
        zone = QTimeZone::systemTimeZone();
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(*campaign.repeatFromMs, zone);
    const campaign::Schedule schedule{campaign.repeat, first.date(), first.time(), zone};
    const auto next = campaign::nextRun(schedule, QDateTime::fromMSecsSinceEpoch(nowMs, zone));
    return next ? std::optional(next->toMSecsSinceEpoch()) : std::nullopt;
}

bool repeats(const domain::Campaign &campaign)
{
    return campaign.repeat != domain::Repeat::Once && campaign.repeatFromMs.has_value();
}

} // namespace

base::Result<void> Engine::approve(qint64 id)
{
    d->commits->submit(
        [this, id] { return storage::CampaignRepository(*d->database).approve(id, d->clock.nowMs()); });
    d->addHistory(id, u"reviewed"_s);
    d->commits->flush();
    Q_EMIT campaignsChanged();
    return {};
}

// A run of a repeated campaign is a campaign of its own, with the recipients of today. That it waits
// and that the repeated one moves to its next time is one commit: a crash neither loses nor doubles it.
base::Result<void> Engine::planRun(const domain::Campaign &repeated, qint64 startAtMs)
{
    const qint64 now = d->clock.nowMs();
    const auto next = nextTime(repeated, std::max(now, *repeated.startAtMs));
    if (!next)
        return base::Error{base::ErrorCode::InvalidField, repeated.name, u"schedule"_s};
    Draft draft = draftOf(repeated);
    draft.startAtMs = startAtMs;
    const auto run = plan(draft);
    if (!run)
        return run.error();
    if (run->campaign == 0)
        return base::Error{base::ErrorCode::NoRecipients, repeated.name, u"to"_s};
    d->commits->flush();
    storage::Transaction transaction(*d->database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    storage::CampaignRepository campaigns(*d->database);
    if (auto moved = campaigns.setStartAt(repeated.id, *next); !moved)
        return moved;
    if (auto approved = campaigns.approve(run->campaign, now); !approved)
        return approved;
    if (auto committed = transaction.commit(); !committed)
        return committed;
    Q_EMIT campaignsChanged(); // the scheduler looks again, and begins the run
    return {};
}

// Its messages wait as scheduled until their time; then they are queued like all others.
void Engine::startScheduled(qint64 id)
{
    const auto campaign = storage::CampaignRepository(*d->database).campaign(id);
    if (!campaign)
        return;
    if (repeats(*campaign)) {
        if (const auto planned = planRun(*campaign, *campaign->startAtMs); !planned)
            Q_EMIT scheduleMissed(id, 0);
        return;
    }
    storage::Step step;
    step.to = domain::MessageState::Queued;
    step.kind = domain::EventKind::Queued;
    step.detail = u"due"_s;
    step.atMs = d->clock.nowMs();
    d->commits->submit(
        [this, id, step]() -> base::Result<void> {
            const auto moved =
                storage::Journal(*d->database).moveAll(id, {domain::MessageState::Scheduled}, step);
            return moved ? base::Result<void>() : base::Result<void>(moved.error());
        },
        [this, id](const base::Result<void> &queued) {
            if (!queued) {
                Q_EMIT storageFailed(queued.error());
                return;
            }
            // The person confirmed the plan when it was scheduled; what cannot be confirmed away still stops
            // it.
            start(id, true, [this, id](const base::Result<void> &begun) {
                if (!begun)
                    Q_EMIT scheduleMissed(id, 0);
            });
        });
}

base::Result<void> Engine::sendMissed(qint64 id)
{
    const auto campaign = storage::CampaignRepository(*d->database).campaign(id);
    if (!campaign)
        return campaign.error();
    if (repeats(*campaign))
        return planRun(*campaign, d->clock.nowMs());
    startScheduled(id);
    return {};
}

base::Result<void> Engine::skipMissed(qint64 id)
{
    const auto campaign = storage::CampaignRepository(*d->database).campaign(id);
    if (!campaign)
        return campaign.error();
    if (!repeats(*campaign))
        return cancel(id);
    const auto next = nextTime(*campaign, std::max(d->clock.nowMs(), *campaign->startAtMs));
    if (!next)
        return cancel(id);
    d->commits->submit(
        [this, id, at = *next] { return storage::CampaignRepository(*d->database).setStartAt(id, at); });
    d->addHistory(id, u"timeSkipped"_s);
    d->commits->flush();
    Q_EMIT campaignsChanged();
    return {};
}

} // namespace engine
