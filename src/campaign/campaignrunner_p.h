// SPDX-License-Identifier: GPL-3.0-or-later
// What a run knows while it runs; shared by the runner's two source files and by nobody else.
#pragma once

#include "campaign/campaignrunner.h"
#include "campaign/runjournal.h"
#include "campaign/runjudge.h"
#include "campaign/sendqueue.h"

#include <QPointer>

namespace campaign {

using RequestPtr = std::shared_ptr<Request>;

// The pause reason of a commit that failed.
domain::PauseReason reasonOf(const base::Error &error);

class CampaignRunner::Private
{
public:
    Private(CampaignRunner *runner, RunnerContext given, domain::Account of, std::optional<QString> secret,
            domain::Campaign toSend);

    // Runs in the context of q: never after it has died.
    template <typename F>
    auto guarded(F function)
    {
        return [self = QPointer(q), function](auto &&...arguments) {
            if (self)
                function(std::forward<decltype(arguments)>(arguments)...);
        };
    }
    void later(int ms, std::function<void()> then) { context.delay(ms, q, guarded(std::move(then))); }
    // Retried, since what it tells must not be lost.
    void store(const storage::GroupCommit::Work &work, const storage::GroupCommit::Done &done, int tries = 1);

    void begin();
    void fill();
    base::Result<bool> somethingWaits(); // to be sent
    bool isQuietNow() const;
    bool isFit(const Request &request);
    base::Result<RequestPtr> nextRequest();
    void leavePlace(); // in flight
    void journal(const RequestPtr &request);
    void journalled(const RequestPtr &request, const base::Result<void> &committed);
    void takeBack(const RequestPtr &request);
    void post(const RequestPtr &request);
    void answered(const RequestPtr &request, const gateway::Outcome &outcome);
    void backOff(int round);
    void storeAnswer(const RequestPtr &request, const gateway::Outcome &outcome, bool slotKept);
    bool mayRepeat(const RequestPtr &request, const gateway::Outcome &outcome) const;
    void repeatLater(const RequestPtr &request);
    void repeat(const RequestPtr &request);
    void stop(const domain::PauseReason &why);
    void stopFor(const domain::PauseReason &why) // None: it goes on
    {
        if (why != domain::PauseReason::None)
            stop(why);
    }
    void finishIfIdle();
    void finish();
    void notice();
    void tell();

    bool isGroup() const { return campaign.mode == domain::SendMode::GatewayGroup; }
    bool isBulk() const { return isGroup() || campaign.mode == domain::SendMode::Bulk; }

    AccountPacer::Kind kind() const
    {
        return isBulk() ? AccountPacer::Kind::Bulk : AccountPacer::Kind::Single;
    }

    CampaignRunner *q;
    RunnerContext context;
    std::unique_ptr<AccountPacer> ownPacer;
    AccountPacer &pacer;
    domain::Account account;
    std::optional<QString> password;
    domain::Campaign campaign;
    SendQueue queue;
    RunJudge judgement;
    int unsentTriesAllowed = 5;

    bool active = false;
    bool running = false;  // marked so, durably
    bool stopping = false; // no new request
    bool cancelling = false;
    bool finishing = false;
    domain::PauseReason reason;
    int inFlight = 0;           // requests from their attempt's commit to their answer
    int storing = 0;            // answers on their way to the disk
    QList<RequestPtr> toRepeat; // waiting for it, each with its place in flight
    bool groupWaits = false;    // the one request of a gateway group
    int round = 0;
    int unsentTries = 0; // in a row
    bool backingOff = false;
    bool waitsForPlace = false;
    bool noticed = false;
};

} // namespace campaign
