// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/cli/owner.h"

namespace cli {
using namespace Qt::StringLiterals;

domain::MessageState Owner::shown(domain::MessageState state) const
{
    using enum domain::MessageState;
    if (!alive && state == Sending)
        return Uncertain;
    if (stranger && (state == Scheduled || state == Queued))
        return Held;
    return state;
}

void Owner::show(domain::Message &message, QList<domain::MessageEvent> &events) const
{
    arrived.show(message, events);
    message.state = shown(message.state);
}

domain::Campaign Owner::shown(domain::Campaign campaign) const
{
    using enum domain::CampaignState;
    if (!alive && campaign.state == Running) {
        campaign.state = Paused;
        campaign.reason = domain::PauseReason::Interrupted;
    }
    if (stranger && (campaign.state == Planned || campaign.state == Paused)) {
        campaign.state = Held;
        campaign.reason = engine::pauseReason(*stranger);
    }
    arrived.show(campaign);
    const domain::StateCounts counts = campaign.counts;
    campaign.counts = {};
    for (const domain::MessageState state : domain::allMessageStates())
        campaign.counts[static_cast<size_t>(shown(state))] += counts[static_cast<size_t>(state)];
    return campaign;
}

} // namespace cli
