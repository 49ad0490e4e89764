// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/partcontext.h"

#include "engine/settings.h"
#include "storage/campaignrepository.h"

namespace engine {
using namespace Qt::StringLiterals;

base::Result<CampaignAndAccount> PartContext::campaign(qint64 id) const
{
    auto campaign = storage::CampaignRepository(database).campaign(id);
    if (!campaign)
        return campaign.error();
    auto account = settings.account(campaign->account);
    if (!account)
        return base::Error{base::ErrorCode::NoAccount, campaign->account, u"account"_s};
    return CampaignAndAccount{std::move(campaign).value(), std::move(*account)};
}

} // namespace engine
