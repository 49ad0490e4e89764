// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/planjob.h"

#include "engine/contactfields.h"
#include "storage/campaignrepository.h"
#include "storage/contactrepository.h"
#include "storage/jobrows.h"
#include "storage/optoutrepository.h"

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

base::Result<QList<campaign::Candidate>> groupMembers(storage::Database &database, const QString &group)
{
    storage::ContactRepository contacts(database);
    const auto groups = contacts.groups();
    if (!groups)
        return groups.error();
    const bool known =
        std::any_of(groups->cbegin(), groups->cend(),
                    [&group](const storage::ContactGroup &other) { return other.name == group; });
    if (!known)
        return base::Error{base::ErrorCode::NotFound, group, u"group"_s};
    QList<campaign::Candidate> candidates;
    storage::ContactFilter filter;
    filter.group = group;
    const auto walked = contacts.forEach(filter, [&candidates](const domain::Contact &contact) {
        candidates.append(candidateOf(contact));
        return true;
    });
    if (!walked)
        return walked.error();
    return candidates;
}

} // namespace

PlannerContext plannerContext(storage::Database &database, const Draft &draft, const domain::Account &account,
                              qint64 nowMs)
{
    PlannerContext context;
    context.account = account;
    context.nowMs = nowMs;
    // Asked one by one: an erased person's opt-out is a keyed hash and in no list.
    if (!draft.confirmsOptOut) {
        context.optedOut = [&database](const QString &number) {
            const auto contained = storage::OptOutRepository(database).contains(number);
            return !contained || *contained;
        };
    }
    context.group = [&database](const QString &group) { return groupMembers(database, group); };
    context.contact = [&database](const QString &number) {
        const auto known = storage::ContactRepository(database).contact(number);
        return known ? std::optional(candidateOf(*known)) : std::nullopt;
    };
    return context;
}

base::Result<void> storeBatch(storage::Database &writer, const domain::Campaign &campaign,
                              const QList<domain::Message> &messages, const QList<domain::Skipped> &skipped)
{
    storage::CampaignRepository campaigns(writer);
    QList<domain::Message> rows =
        campaign.repeat == domain::Repeat::Once ? messages : QList<domain::Message>();
    for (domain::Message &message : rows) {
        message.state = campaign.startAtMs ? domain::MessageState::Scheduled : domain::MessageState::Queued;
        message.sender = campaign.sender;
    }
    if (auto added = campaigns.addMessages(campaign.id, rows, campaign.createdMs); !added)
        return added;
    return campaigns.addSkipped(campaign.id, skipped);
}

bool hasRecipients(const PlanSummary &summary)
{
    return summary.totals.recipients > 0 || summary.mode == domain::SendMode::GatewayGroup;
}

namespace {

using storage::Database;
using storage::JobRows;

// The writer's half: the hidden campaign, which comes with the first portion, and its row.
struct Stored
{
    domain::Campaign campaign;
    qint64 row = 0;

    base::Result<void> begin(Database &writer)
    {
        if (row != 0)
            return {};
        const auto id = storage::CampaignRepository(writer).beginPlan(campaign);
        if (!id)
            return id.error();
        const auto begun =
            JobRows(writer).begin(storage::JobKind::Plan, storage::JobState::Forward, QString::number(*id));
        if (!begun)
            return begun.error();
        campaign.id = *id;
        row = *begun;
        return {};
    }
};

} // namespace

base::Result<PlanSummary> storePlan(JobRun &job, const PlanWanted &wanted)
{
    const auto reader = job.reader();
    if (!reader)
        return reader.error();
    const auto stored = std::make_shared<Stored>();
    stored->campaign = wanted.campaign;
    PlannerContext context =
        plannerContext(**reader, wanted.draft, wanted.asked.account, wanted.campaign.createdMs);
    context.batch = [&](const QList<domain::Message> &messages, const QList<domain::Skipped> &skipped) {
        if (job.isCancelled())
            return base::Result<void>(base::Error{base::ErrorCode::Cancelled, {}, {}});
        return job.write([stored, messages, skipped](Database &writer) {
            auto begun = stored->begin(writer);
            return begun ? storeBatch(writer, stored->campaign, messages, skipped) : begun;
        });
    };
    auto made =
        planned(wanted.draft, context, [&job](qint64 done, qint64 total) { return job.goesOn(done, total); });
    auto settled = job.settle();
    if (made && settled && hasRecipients(*made)) {
        settled = job.store([&](Database &writer) -> base::Result<void> {
            if (auto begun = stored->begin(writer); !begun)
                return begun;
            if (auto finished = wanted.finish(stored->campaign.id, *made); !finished)
                return finished;
            if (auto shown = storage::CampaignRepository(writer).endPlan(stored->campaign.id); !shown)
                return shown;
            return JobRows(writer).end(stored->row);
        });
        if (settled) {
            made.value().campaign = stored->campaign.id;
            if (auto against = objectionsToPlan(**reader, stored->campaign.id, wanted.asked))
                made.value().objections = against.value();
            return made;
        }
    }
    if (stored->row != 0)
        (void)takePlanBack(job, stored->row, stored->campaign.id); // else the next opening does
    return made && !settled ? settled.error() : made;
}

base::Result<PlanSummary> examinePlan(JobRun &job, const Draft &draft, const domain::Account &account,
                                      qint64 nowMs)
{
    const auto reader = job.reader();
    if (!reader)
        return reader.error();
    PlannerContext context = plannerContext(**reader, draft, account, nowMs);
    context.batch = [&job](const QList<domain::Message> &, const QList<domain::Skipped> &) {
        return job.isCancelled() ? base::Result<void>(base::Error{base::ErrorCode::Cancelled, {}, {}})
                                 : base::Result<void>();
    };
    return planned(draft, context, [&job](qint64 done, qint64 total) { return job.goesOn(done, total); });
}

base::Result<void> takePlanBack(JobRun &job, qint64 row, qint64 campaign)
{
    bool more = true;
    while (more) {
        auto dropped = job.store([&, row, campaign](Database &writer) -> base::Result<void> {
            const auto some = storage::CampaignRepository(writer).dropSome(campaign, jobPortion);
            if (!some)
                return some.error();
            more = *some;
            return more ? base::Result<void>() : JobRows(writer).end(row);
        });
        if (!dropped)
            return dropped;
    }
    return {};
}

} // namespace engine
