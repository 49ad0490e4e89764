// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storedplan.h"

#include "engine/wording.h"
#include "storage/campaignrepository.h"
#include "storage/journal.h"

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

base::Result<PlanSummary> storedPlan(storage::Database &database, qint64 id)
{
    storage::CampaignRepository campaigns(database);
    const auto campaign = campaigns.campaign(id);
    if (!campaign)
        return campaign.error();
    if (campaign->state != domain::CampaignState::Planned || campaign->repeat != domain::Repeat::Once)
        return base::Error{base::ErrorCode::WrongState, wording::state(campaign->state), u"campaign"_s};
    const auto skipped = campaigns.skipped(id);
    if (!skipped)
        return skipped.error();
    storage::MessageFilter filter;
    filter.campaign = id;
    filter.limit = static_cast<int>(Draft{}.keptSample);
    const auto sample = storage::Journal(database).messages(filter);
    if (!sample)
        return sample.error();
    PlanSummary plan;
    plan.campaign = id;
    plan.totals.recipients = campaign->recipients;
    plan.totals.segments = campaign->segments;
    plan.totals.costOre = campaign->costOre;
    plan.mode = campaign->mode;
    plan.skipped = *skipped;
    plan.skippedCount = skipped->size();
    plan.sample = *sample;
    plan.totals.personal =
        std::any_of(plan.sample.cbegin(), plan.sample.cend(), [&plan](const domain::Message &message) {
            return message.text != plan.sample.constFirst().text;
        });
    return plan;
}

} // namespace engine
