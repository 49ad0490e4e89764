// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/planning.h"

#include "engine/changes.h"
#include "engine/contactfields.h"
#include "engine/history.h"
#include "engine/pacers.h"
#include "engine/repeatsource.h"
#include "engine/settings.h"
#include "engine/storedplan.h"
#include "storage/campaignrepository.h"
#include "storage/transaction.h"

#include <QDateTime>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

QString campaignName(const Draft &draft, qint64 nowMs)
{
    if (!draft.name.trimmed().isEmpty())
        return draft.name.trimmed();
    return suggestedName(draft, QDateTime::fromMSecsSinceEpoch(nowMs).toString(u"yyyy-MM-dd HH:mm"_s));
}

base::Result<domain::Campaign> campaignOf(const Draft &draft, const domain::Account &account, qint64 nowMs)
{
    domain::Campaign campaign;
    campaign.name = campaignName(draft, nowMs);
    campaign.account = account.name;
    campaign.sender = draft.options.priceOre ? u"2401"_s : draft.sender;
    campaign.text = draft.text;
    campaign.options = draft.options;
    campaign.mode = draft.mode == domain::SendMode::Automatic ? domain::SendMode::Single : draft.mode;
    campaign.gatewayGroup = draft.recipients.gatewayGroup;
    campaign.createdMs = nowMs;
    campaign.startAtMs = draft.startAtMs;
    campaign.startZone = draft.startZone;
    campaign.catchUpMinutes = draft.catchUpMinutes;
    campaign.confirmsOptOut = draft.confirmsOptOut;
    campaign.source = sourceOf(draft.recipients);
    if (draft.repeat != domain::Repeat::Once) {
        if (!draft.recipients.typed.isEmpty())
            return base::Error{base::ErrorCode::RepeatNeedsGroup, {}, u"to"_s};
        campaign.repeat = draft.repeat;
        campaign.repeatFromMs = draft.startAtMs;
    }
    return campaign;
}

} // namespace

Planning::Planning(const PlanningContext &context)
    : m_context(context)
{
}

void Planning::examine(const Draft &draft, const JobProgress &progress, const JobDone<PlanSummary> &done)
{
    const auto account = m_context.settings.account(draft.account);
    if (!account)
        return done(base::Error{base::ErrorCode::NoAccount, draft.account, u"account"_s});
    m_context.jobs.read<PlanSummary>([draft, account = *account, now = m_context.clock.nowMs()](
                                         JobRun &job) { return examinePlan(job, draft, account, now); },
                                     progress, done);
}

base::Result<PlanWanted> Planning::wanted(const Draft &draft, const Sealed &sealed)
{
    const auto account = m_context.settings.account(draft.account);
    if (!account)
        return base::Error{base::ErrorCode::NoAccount, draft.account, u"account"_s};
    const auto campaign = campaignOf(draft, *account, m_context.clock.nowMs());
    if (!campaign)
        return campaign.error();
    PlanWanted wanted{draft, *campaign, asked(*account, 0), {}};
    wanted.finish = [this, sealed](qint64 id, const PlanSummary &summary) {
        auto finished = finish(id, summary);
        return finished && sealed ? sealed(id) : finished;
    };
    return wanted;
}

void Planning::plan(const Draft &draft, const JobProgress &progress, const JobDone<PlanSummary> &done,
                    const Sealed &sealed)
{
    const auto made = wanted(draft, sealed);
    if (!made)
        return done(made.error());
    m_context.jobs.start<PlanSummary>([wanted = *made](JobRun &job) { return storePlan(job, wanted); },
                                      progress,
                                      [this, done](const base::Result<PlanSummary> &summary) {
                                          if (summary && summary->campaign != 0)
                                              m_context.changes.tellCampaigns();
                                          done(summary);
                                      });
}

void Planning::planForReview(const Draft &draft, const JobDone<PlanSummary> &done)
{
    plan(draft, {}, done, [this](qint64 campaign) -> base::Result<void> {
        const auto row =
            storage::JobRows(m_context.database)
                .begin(storage::JobKind::Plan, storage::JobState::Undo, QString::number(campaign));
        return row ? base::Result<void>() : row.error();
    });
}

base::Result<PlanSummary> Planning::planTyped(const Draft &draft)
{
    if (!draft.recipients.groups.isEmpty() || !draft.recipients.listFile.isEmpty())
        return base::Error{base::ErrorCode::Internal, u"not typed"_s, {}};
    const auto made = wanted(draft, {});
    if (!made)
        return made.error();
    m_context.commits.flush();
    auto summary = storage::inTransaction(
        m_context.database, [&] { return storeTyped(*made); },
        [](const base::Result<PlanSummary> &stored) { return stored->campaign != 0; });
    if (!summary || summary->campaign == 0)
        return summary;
    if (auto against = objectionsToPlan(m_context.database, summary->campaign, made->asked))
        summary.value().objections = against.value();
    m_context.changes.tellCampaigns();
    return summary;
}

base::Result<PlanSummary> Planning::storeTyped(const PlanWanted &wanted)
{
    domain::Campaign campaign = wanted.campaign;
    const auto id = storage::CampaignRepository(m_context.database).create(campaign);
    if (!id)
        return id.error();
    campaign.id = *id;
    PlannerContext context =
        plannerContext(m_context.database, wanted.draft, wanted.asked.account, campaign.createdMs);
    context.batch = [&](const QList<domain::Message> &messages, const QList<domain::Skipped> &skipped) {
        return storeBatch(m_context.database, campaign, messages, skipped);
    };
    auto made = planned(wanted.draft, context, {});
    if (!made || !hasRecipients(*made))
        return made;
    if (auto finished = wanted.finish(*id, *made); !finished)
        return finished.error();
    made.value().campaign = *id;
    return made;
}

base::Result<void> Planning::finish(qint64 id, const PlanSummary &summary)
{
    storage::CampaignRepository campaigns(m_context.database);
    if (auto set = campaigns.setTotals(id, summary.totals.recipients, summary.totals.segments,
                                       summary.totals.costOre);
        !set)
        return set;
    if (auto set = campaigns.setMode(id, summary.mode); !set)
        return set;
    return campaigns.addHistory(m_context.history.entry(id, domain::HistoryKind::Created));
}

// From its commit on it is gone; what it held goes in portions.
base::Result<void> Planning::discard(qint64 campaign)
{
    m_context.commits.flush();
    const auto row = storage::inTransaction(m_context.database, [&]() -> base::Result<qint64> {
        auto hidden = storage::CampaignRepository(m_context.database).hidePlan(campaign);
        if (!hidden)
            return hidden.error();
        storage::JobRows rows(m_context.database);
        if (auto reviewed = rows.endOf(storage::JobKind::Plan, QString::number(campaign)); !reviewed)
            return reviewed.error();
        return rows.begin(storage::JobKind::Plan, storage::JobState::Undo, QString::number(campaign));
    });
    if (!row)
        return row.error();
    m_context.changes.tellCampaigns();
    takeBack(*row, campaign);
    return {};
}

void Planning::endLeft(const storage::JobRow &row)
{
    const qint64 campaign = row.argument.toLongLong();
    // One that was being looked over is there whole; the others nobody can find.
    (void)storage::inTransaction(m_context.database, [&] {
        return storage::CampaignRepository(m_context.database).hidePlan(campaign);
    });
    takeBack(row.id, campaign);
}

void Planning::takeBack(qint64 row, qint64 campaign)
{
    m_context.jobs.start<void>([row, campaign](JobRun &job) { return takePlanBack(job, row, campaign); }, {},
                               [](const auto &) {});
}

void Planning::stored(qint64 id, const JobDone<PlanSummary> &done)
{
    const auto plan = [id](JobRun &job) -> base::Result<PlanSummary> {
        const auto reader = job.reader();
        return reader ? storedPlan(**reader, id) : reader.error();
    };
    m_context.jobs.read<PlanSummary>(plan, {}, [this, id, done](const base::Result<PlanSummary> &read) {
        if (!read)
            return done(read.error());
        objections(id, [summary = *read, done](const base::Result<QList<campaign::Objection>> &against) {
            if (!against)
                return done(against.error());
            PlanSummary whole = summary;
            whole.objections = *against;
            done(whole);
        });
    });
}

void Planning::objections(qint64 id, const JobDone<QList<campaign::Objection>> &done)
{
    walk(id, [this, id, done](const base::Result<WaitingFacts> &waiting) {
        if (!waiting)
            return done(waiting.error());
        const auto against = objections(id, *waiting);
        if (!against)
            return done(against.error());
        if (!against->has_value())
            return objections(id, done);
        done(**against);
    });
}

void Planning::walk(qint64 id, const JobDone<WaitingFacts> &done)
{
    const auto campaign = storage::CampaignRepository(m_context.database).campaign(id);
    if (!campaign)
        return done(campaign.error());
    const auto given = asked(*campaign);
    if (!given)
        return done(given.error());
    if (campaign->counts[static_cast<size_t>(domain::MessageState::Queued)] <= jobPortion)
        return done(waitingFacts(m_context.database, id, *given));
    const auto walked = [id, given = *given](JobRun &job) -> base::Result<WaitingFacts> {
        const auto reader = job.reader();
        return reader ? waitingFacts(**reader, id, given) : reader.error();
    };
    m_context.jobs.read<WaitingFacts>(walked, {}, done);
}

base::Result<std::optional<QList<campaign::Objection>>> Planning::objections(qint64 id,
                                                                             const WaitingFacts &waiting)
{
    const auto campaign = storage::CampaignRepository(m_context.database).campaign(id);
    if (!campaign)
        return campaign.error();
    const auto given = asked(*campaign);
    if (!given)
        return given.error();
    return engine::objections(m_context.database, id, *given, waiting);
}

base::Result<ObjectionsAsked> Planning::asked(const domain::Campaign &campaign)
{
    const auto account = m_context.settings.account(campaign.account);
    if (!account)
        return base::Error{base::ErrorCode::NoAccount, campaign.account, u"account"_s};
    return asked(*account, campaign.id);
}

ObjectionsAsked Planning::asked(const domain::Account &account, qint64 campaign)
{
    return {account, m_context.clock.nowMs(), m_context.pacers.of(account.name).reserved(campaign)};
}

base::Result<void> Planning::approve(qint64 id)
{
    m_context.commits.submit([this, id]() -> base::Result<void> {
        if (auto reviewed =
                storage::JobRows(m_context.database).endOf(storage::JobKind::Plan, QString::number(id));
            !reviewed)
            return reviewed;
        return storage::CampaignRepository(m_context.database).approve(id, m_context.clock.nowMs());
    });
    m_context.history.add(id, domain::HistoryKind::Reviewed);
    m_context.commits.flush();
    m_context.changes.tellCampaigns();
    return {};
}

} // namespace engine
