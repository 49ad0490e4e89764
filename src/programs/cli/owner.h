// SPDX-License-Identifier: GPL-3.0-or-later
// Who owns the profile that is read, and so what of it is still under way: without a living owner a
// reader shows what the next one will find.
#pragma once

#include "campaign/arrivedstatuses.h"
#include "domain/campaign.h"
#include "domain/message.h"
#include "engine/copyguard.h"

#include <optional>

namespace cli {

struct Owner
{
    bool alive = true;
    // Without a living owner: what the next one will hold it for, and the statuses that it will project.
    std::optional<engine::Stranger> stranger;
    campaign::ArrivedStatuses arrived;

    domain::MessageState shown(domain::MessageState state) const; // whatever has arrived
    void show(domain::Message &message, QList<domain::MessageEvent> &events) const;
    domain::Campaign shown(domain::Campaign campaign) const; // its state, reason and counts
};

} // namespace cli
