// SPDX-License-Identifier: GPL-3.0-or-later
// The runner's second half: what it makes of answers, and the one repetition under the duplicate lock.
#include "base/crashpoint.h"
#include "campaign/campaignrunner_p.h"
#include "campaign/transitions.h"
#include "storage/journal.h"

namespace campaign {
using namespace Qt::StringLiterals;
using base::Result;
using domain::Message;
using domain::PauseReason;
using gateway::Outcome;
using gateway::Verdict;

namespace {

constexpr qint64 repeatWithinMs = 60'000; // of the first attempt's start

} // namespace

void CampaignRunner::Private::answered(const RequestPtr &request, const Outcome &outcome)
{
    base::crashPoint("answered");
    ++storing;
    pacer.heard(outcome);
    Q_EMIT q->heard(outcome);
    // What is going to be repeated is judged by what comes of that.
    const bool slotKept = mayRepeat(request, outcome);
    if (!slotKept) {
        if (outcome.verdict == Verdict::Unsent)
            backOff(request->round);
        else
            unsentTries = 0;
        stopFor(judgement.heard(outcome, pacer.isProven()));
        leavePlace();
    }
    storeAnswer(request, outcome, slotKept);
    fill();                  // the next request's attempt joins the answer's commit
    context.commits.hurry(); // last: what is told by it may end this run
}

void CampaignRunner::Private::backOff(int ofRound)
{
    if (ofRound != round) // the others in flight at the same time
        return;
    ++round;
    if (++unsentTries > unsentTriesAllowed)
        return stop(PauseReason::Unreachable);
    backingOff = true;
    const int waitMs = backOffSeconds(unsentTries) * 1000;
    Q_EMIT q->waits(context.clock.nowMs() + waitMs);
    later(waitMs, [this] {
        backingOff = false;
        fill();
    });
}

void CampaignRunner::Private::storeAnswer(const RequestPtr &request, const Outcome &outcome, bool slotKept)
{
    auto end = std::make_shared<RequestEnd>();
    const auto work = [&database = context.database, request, outcome, end,
                       now = context.clock.nowMs()]() -> Result<void> {
        auto ended = endRequest(database, *request, outcome, now);
        if (!ended)
            return ended.error();
        *end = ended.value();
        return {};
    };
    store(work, [this, request, outcome, end, slotKept](const Result<void> &committed) {
        if (committed)
            base::crashPoint("answer-committed");
        --storing;
        if (committed) {
            queue.giveBack(end->queued);
            for (const qint64 message : std::as_const(end->sentTwice))
                Q_EMIT q->sentTwice(campaign.id, message);
            if (isGroup() && outcome.verdict == Verdict::Unsent)
                groupWaits = true;
        }
        if (slotKept && committed)
            repeatLater(request);
        else if (slotKept)
            leavePlace();
        notice();
        fill();
    });
}

bool CampaignRunner::Private::mayRepeat(const RequestPtr &request, const Outcome &outcome) const
{
    if (!account.sending.retryByDuplicateLock || outcome.verdict != Verdict::Uncertain || request->isBulk() ||
        request->repeated || request->push.options.scheduledAtMs || stopping)
        return false;
    // 17 would not say which of a number's messages the gateway has.
    const auto shares = storage::Journal(context.database).sharesItsNumber(request->messages.constFirst());
    return shares && !*shares;
}

void CampaignRunner::Private::repeatLater(const RequestPtr &request)
{
    toRepeat.append(request);
    if (stopping)
        return stop(reason);
    // Not at once: the gateway may still be busy with the first one, before its lock.
    later(backOffSeconds(1) * 1000, [this, request] {
        if (toRepeat.removeOne(request))
            repeat(request);
    });
}

void CampaignRunner::Private::repeat(const RequestPtr &request)
{
    const auto isLate = [this, request] {
        const qint64 age = context.clock.nowMs() - request->attempt.startedMs;
        return age < 0 || age >= repeatWithinMs;
    };
    if (isLate()) {
        stopFor(judgement.leftUncertain(pacer.isProven())); // and so it stays
        leavePlace();
        return fill();
    }
    context.commits.submit([&database = context.database, &clock = context.clock,
                            request] { return beginRepetition(database, *request, clock.nowMs()); },
                           guarded([this, request, isLate](const Result<void> &committed) {
                               if (!committed) {
                                   leavePlace();
                                   if (committed.error().code !=
                                       base::ErrorCode::WrongState) // a status has settled it
                                       stop(reasonOf(committed.error()));
                                   return fill();
                               }
                               request->repeated = true;
                               if (!stopping && !isLate())
                                   return post(request);
                               Outcome outcome;
                               outcome.reason = u"not repeated"_s;
                               ++storing;
                               stopFor(judgement.leftUncertain(pacer.isProven()));
                               leavePlace();
                               storeAnswer(request, outcome, false);
                           }));
}

} // namespace campaign
