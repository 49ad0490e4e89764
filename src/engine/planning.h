// SPDX-License-Identifier: GPL-3.0-or-later
// From a draft to a campaign that waits for a person's yes: all checks of the gateway's rules are made
// before it is there.
#pragma once

#include "base/clock.h"
#include "engine/draft.h"
#include "engine/job.h"
#include "engine/partcontext.h"
#include "engine/planjob.h"
#include "storage/groupcommit.h"
#include "storage/jobrows.h"

namespace engine {

class Changes;
class History;
class Pacers;
class Settings;

struct PlanningContext : PartContext
{
    Pacers &pacers; // what running campaigns have reserved of the day
    Changes &changes;
    History &history;
    Jobs &jobs;
};

class Planning
{
public:
    explicit Planning(const PlanningContext &context);

    // Runs in the commit that makes the campaign whole.
    using Sealed = std::function<base::Result<void>(qint64 campaign)>;

    // Stores nothing; on a pool thread, whatever else is under way.
    void examine(const Draft &draft, const JobProgress &progress, const JobDone<PlanSummary> &done);
    // A planned campaign, after the jobs that were asked for before.
    void plan(const Draft &draft, const JobProgress &progress, const JobDone<PlanSummary> &done,
              const Sealed &sealed = {});
    // The same for a person who is about to look it over: neither approved nor discarded when the process
    // ends, it is taken back by the next one.
    void planForReview(const Draft &draft, const JobDone<PlanSummary> &done);
    // The same at once, for a few typed numbers: an answer, a test.
    base::Result<PlanSummary> planTyped(const Draft &draft);
    base::Result<void> discard(qint64 campaign); // a plan that nobody approved; WrongState once started
    void endLeft(const storage::JobRow &row);    // of an earlier process: taken back
    // The plan of a campaign that has not begun, to be looked over again, with what stands against it.
    void stored(qint64 campaign, const JobDone<PlanSummary> &done);
    // What stands against a start of it. Its messages are walked on a pool thread, unless they are few.
    void objections(qint64 campaign, const JobDone<QList<campaign::Objection>> &done);
    // The two halves of that: the walk, and the judgement at this moment; absent: walk again.
    void walk(qint64 campaign, const JobDone<WaitingFacts> &done);
    base::Result<std::optional<QList<campaign::Objection>>> objections(qint64 campaign,
                                                                       const WaitingFacts &waiting);
    // A person said yes to the plan. Only then does one with a local time begin by itself.
    base::Result<void> approve(qint64 campaign);

private:
    base::Result<PlanWanted> wanted(const Draft &draft, const Sealed &sealed);
    ObjectionsAsked asked(const domain::Account &account, qint64 campaign);
    base::Result<ObjectionsAsked> asked(const domain::Campaign &campaign);
    base::Result<PlanSummary> storeTyped(const PlanWanted &wanted);
    base::Result<void> finish(qint64 campaign, const PlanSummary &summary);
    void takeBack(qint64 row, qint64 campaign);

    PlanningContext m_context;
};

} // namespace engine
