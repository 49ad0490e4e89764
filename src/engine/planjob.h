// SPDX-License-Identifier: GPL-3.0-or-later
// Planning as a job: judged on a pool thread, stored in portions, and found by nobody until it is whole.
// What is cut off is taken back.
#pragma once

#include "engine/draft.h"
#include "engine/job.h"
#include "engine/objections.h"
#include "engine/planner.h"

namespace engine {

struct PlanWanted
{
    Draft draft;
    domain::Campaign campaign;
    ObjectionsAsked asked;
    // In the commit that makes it whole, in the engine's thread.
    std::function<base::Result<void>(qint64 campaign, const PlanSummary &summary)> finish;
};

// What is judged and how, from the database.
PlannerContext plannerContext(storage::Database &database, const Draft &draft, const domain::Account &account,
                              qint64 nowMs);
// A batch as it is stored: of a campaign that repeats no messages, as each of its runs is planned anew.
base::Result<void> storeBatch(storage::Database &writer, const domain::Campaign &campaign,
                              const QList<domain::Message> &messages, const QList<domain::Skipped> &skipped);
bool hasRecipients(const PlanSummary &summary); // as far as can be known here

// Errors: those of planned(), DiskFull …; then nothing is left of it, nor where there is nobody to send to:
// the summary's campaign is 0.
base::Result<PlanSummary> storePlan(JobRun &job, const PlanWanted &wanted);
base::Result<PlanSummary> examinePlan(JobRun &job, const Draft &draft, const domain::Account &account,
                                      qint64 nowMs);
// Of a hidden campaign (storage/campaignrepository.h), with its job's row.
base::Result<void> takePlanBack(JobRun &job, qint64 row, qint64 campaign);

} // namespace engine
