// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine's parts work on: one database, the settings, and the time.
#pragma once

#include "base/clock.h"
#include "domain/account.h"
#include "domain/campaign.h"
#include "storage/groupcommit.h"

namespace engine {

class Settings;

struct CampaignAndAccount
{
    domain::Campaign campaign;
    domain::Account account;
};

struct PartContext
{
    storage::Database &database;
    storage::GroupCommit &commits;
    const Settings &settings;
    const base::Clock &clock;

    base::Result<CampaignAndAccount> campaign(qint64 id) const; // NotFound, NoAccount
};

} // namespace engine
