// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns, what was left out of them, and who did what to them. Writes expect an open Transaction
// or a GroupCommit work.
#pragma once

#include "base/result.h"
#include "domain/campaign.h"
#include "storage/database.h"

#include <QList>

namespace storage {

class CampaignRepository
{
public:
    explicit CampaignRepository(Database &database)
        : m_database(database)
    {
    }

    base::Result<qint64> create(const domain::Campaign &campaign); // its id; counts are ignored
    // One that is being planned, portion by portion, or taken back so: until endPlan() nobody finds it.
    base::Result<qint64> beginPlan(const domain::Campaign &campaign);
    base::Result<void> endPlan(qint64 campaign);
    base::Result<void> hidePlan(qint64 campaign); // WrongState unless it is planned and never began
    // Takes away so much of a hidden one; false: nothing is left of it.
    base::Result<bool> dropSome(qint64 campaign, int messages);
    // state of each message as given (Queued, Scheduled or Held); also writes the Queued event.
    base::Result<void> addMessages(qint64 campaign, const QList<domain::Message> &messages, qint64 atMs);
    base::Result<void> addSkipped(qint64 campaign, const QList<domain::Skipped> &skipped);
    base::Result<void> setMode(qint64 campaign, domain::SendMode mode); // once the plan has chosen it
    base::Result<void> setTotals(qint64 campaign, qint64 recipients, qint64 segments,
                                 std::optional<qint64> costOre);
    base::Result<void> approve(qint64 campaign, qint64 atMs); // the first time counts
    base::Result<void> setStartAt(qint64 campaign, std::optional<qint64> startAtMs);
    base::Result<void> setRepeatFrom(qint64 campaign, qint64 fromMs); // the time from which all others follow
    base::Result<void> setSeries(qint64 run, qint64 series);
    base::Result<void> rename(qint64 campaign, const QString &name);
    base::Result<void> setArchived(qint64 campaign, bool archived);
    // Sets startedMs at the first Running, finishedMs at Finished and Cancelled.
    base::Result<void> setState(qint64 campaign, domain::CampaignState state,
                                const domain::PauseReason &reason, qint64 atMs);

    base::Result<domain::Campaign> campaign(qint64 id); // NotFound
    base::Result<QList<domain::Campaign>> campaigns();  // newest first
    base::Result<QList<domain::Skipped>> skipped(qint64 campaign);

    base::Result<void> renameAccount(const QString &from, const QString &to); // of all its campaigns
    base::Result<void> addHistory(const domain::HistoryEntry &entry);
    base::Result<QList<domain::HistoryEntry>> history(qint64 campaign); // oldest first

    // For the guards.
    base::Result<qint64> largestCampaign(const QString &account,
                                         qint64 exceptCampaign); // recipients; of started ones
    // SMS whose sending began since then, a quarter of an hour's beginning, and was not proven unsent.
    base::Result<qint64> segmentsSentSince(const QString &account, qint64 sinceMs);
    // To how many of the campaign's recipients that wait the very same text went in another campaign since
    // then.
    base::Result<qint64> repeatedSince(qint64 campaign, qint64 sinceMs);
    // How many requests of other campaigns have brought the very same text to its gateway group since then.
    base::Result<qint64> groupRequestsSince(qint64 campaign, qint64 sinceMs);
    // Planned campaigns with a local schedule, and the running ones.
    base::Result<QList<domain::Campaign>> withState(domain::CampaignState state);

private:
    Database &m_database;
};

} // namespace storage
