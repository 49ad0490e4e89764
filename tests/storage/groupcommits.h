// SPDX-License-Identifier: GPL-3.0-or-later
// Works to be committed together, and what came of them.
#pragma once

#include "samples.h"
#include "storage/groupcommit.h"
#include "support/temporarydatabase.h"

namespace groupcommits {
using namespace Qt::StringLiterals;
using storage::GroupCommit;

struct Fixture
{
    support::TemporaryDatabase database;
    storage::CampaignRepository campaigns{database};
    QStringList log;

    GroupCommit::Work create(const QString &name)
    {
        return [this, name]() -> base::Result<void> {
            log.append(u"work "_s + name);
            const auto id = campaigns.create(samples::campaign(name));
            if (!id)
                return id.error();
            return {};
        };
    }
    GroupCommit::Done done(const QString &name)
    {
        return [this, name](const base::Result<void> &result) {
            log.append((result ? u"done "_s : u"failed "_s) + name);
        };
    }
    // As another connection sees them: committed ones only.
    QStringList committed()
    {
        QStringList names;
        const auto reader = database.reader();
        const auto all = storage::CampaignRepository(*reader).campaigns();
        for (const domain::Campaign &campaign : *all)
            names.prepend(campaign.name);
        return names;
    }
};

} // namespace groupcommits
