// SPDX-License-Identifier: GPL-3.0-or-later
// Who owns the profile that is read, and so what of it is still under way: without a living owner a
// reader shows what the next one will find.
#pragma once

#include "domain/campaign.h"
#include "domain/message.h"
#include "engine/copyguard.h"

#include <optional>

namespace cli {

struct Owner
{
    bool alive = true;
    std::optional<engine::Stranger> stranger; // without a living owner: what the next one will hold it for

    domain::MessageState shown(domain::MessageState state) const;
    domain::Campaign shown(domain::Campaign campaign) const; // its state, reason and counts
};

} // namespace cli
