// SPDX-License-Identifier: GPL-3.0-or-later
// What was done with a campaign, by whom and when: kept with it for whoever opens it later.
#pragma once

#include "base/clock.h"
#include "domain/campaign.h"
#include "storage/groupcommit.h"

namespace engine {

class History
{
public:
    History(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock);

    // Of the person at this computer, now.
    domain::HistoryEntry entry(qint64 campaign, domain::HistoryKind what, const QString &detail = {}) const;
    void add(qint64 campaign, domain::HistoryKind what, const QString &detail = {});
    void addStopped(qint64 campaign, domain::CampaignState state, const domain::PauseReason &reason);

private:
    void store(const domain::HistoryEntry &entry);

    storage::Database &m_database;
    storage::GroupCommit &m_commits;
    const base::Clock &m_clock;
};

} // namespace engine
