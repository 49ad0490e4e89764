// SPDX-License-Identifier: GPL-3.0-or-later
// Sends one campaign's queued messages, each journalled durably before its first byte, and stops
// within a second when asked. Everything happens in the thread of the database.
#pragma once

#include "base/clock.h"
#include "campaign/accountpacer.h"
#include "domain/account.h"
#include "domain/campaign.h"
#include "gateway/gatewayclient.h"
#include "storage/groupcommit.h"

#include <QObject>

#include <memory>
#include <optional>

namespace campaign {

struct RunnerContext
{
    storage::Database &database;
    storage::GroupCommit &commits;
    gateway::Transport &transport;
    const base::Clock &clock;
    Delay delay{};                 // empty: timers; tests let time pass by hand
    AccountPacer *pacer = nullptr; // of the campaign's account, outlives the runner; null: one of its own
};

class CampaignRunner final : public QObject
{
    Q_OBJECT
public:
    CampaignRunner(RunnerContext context, domain::Account account, std::optional<QString> password,
                   domain::Campaign campaign, QObject *parent = nullptr);
    ~CampaignRunner() override; // what is in flight is not awaited: its messages stay `sending`

    // After so many new tries of something proven unsent, one after each back-off of 2, 8, 30, 120 and
    // 300 seconds, the campaign pauses with Unreachable.
    void setUnsentTries(int tries);

    qint64 campaign() const;
    // Marks the campaign running (durably) and begins; guards have been passed by then. Once: every
    // run has a runner of its own. What an earlier run left `sending` becomes uncertain.
    void start();
    // No new request after this call; those in flight are awaited (at most their deadline), then
    // stopped(Paused) follows. Messages that wait stay queued.
    void pause(const domain::PauseReason &reason);
    // Like pause, then whatever is queued becomes cancelled.
    void cancel();
    bool isActive() const; // between start() and stopped

Q_SIGNALS:
    // done: messages that are no longer queued or sending; total: all of the campaign.
    void progressed(qint64 campaign, qint64 done, qint64 total);
    // After the last durable commit: Finished, Paused or Cancelled, with the reason. Paused, too, when
    // the end could not be stored. The runner may be deleted later, but not by what is connected here.
    void stopped(qint64 campaign, domain::CampaignState state, const domain::PauseReason &reason);
    void sentTwice(qint64 campaign, qint64 message); // the gateway's answer has shown it
    void asked();                                    // a request has left for the gateway
    void heard(const gateway::Outcome &outcome);     // what became of one
    void waits(qint64 untilMs);                      // before it tries again what is proven unsent
    void messagesChanged(qint64 campaign);           // rows to be read again; at most a few times a second

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace campaign
