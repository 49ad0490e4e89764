// SPDX-License-Identifier: GPL-3.0-or-later
// From a draft to a campaign that waits for a person's yes: all checks of the gateway's rules are made
// before anything is stored.
#pragma once

#include "base/clock.h"
#include "engine/draft.h"
#include "storage/groupcommit.h"

namespace engine {

class Changes;
class History;
class Pacers;
class Settings;

struct PlanningContext
{
    storage::Database &database;
    storage::GroupCommit &commits;
    const Settings &settings;
    const base::Clock &clock;
    Pacers &pacers; // what running campaigns have reserved of the day
    Changes &changes;
    History &history;
};

class Planning
{
public:
    explicit Planning(const PlanningContext &context);

    base::Result<PlanSummary> examine(const Draft &draft,
                                      const PlanProgress &progress = {}); // stores nothing
    base::Result<PlanSummary> plan(const Draft &draft,
                                   const PlanProgress &progress = {}); // a planned campaign
    base::Result<void> discard(qint64 campaign); // a plan that nobody approved; WrongState once started
    // justPlanned: within this call the plan has judged every number's country.
    base::Result<QList<campaign::Objection>> objections(qint64 campaign, bool justPlanned = false);
    // A person said yes to the plan. Only then does one with a local time begin by itself.
    base::Result<void> approve(qint64 campaign);

private:
    base::Result<PlanSummary> store(const Draft &draft, const domain::Campaign &campaign,
                                    const domain::Account &account, const PlanProgress &progress);
    base::Result<PlanSummary> fill(const Draft &draft, const domain::Campaign &campaign,
                                   const domain::Account &account, const PlanProgress &progress);
    base::Result<void> finish(qint64 campaign, const PlanSummary &summary);

    PlanningContext m_context;
};

} // namespace engine
