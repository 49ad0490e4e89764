// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns under way: started behind the guards, paused, cancelled.
#pragma once

#include "base/clock.h"
#include "domain/account.h"
#include "domain/campaign.h"
#include "engine/partcontext.h"
#include "engine/wakefulness.h"
#include "storage/groupcommit.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace campaign {
class CampaignRunner;
class StatusProjector;
} // namespace campaign
namespace gateway {
class GatewayClient;
}

namespace engine {

class Accounts;
class Changes;
class GatewayContact;
class History;
class Mailbox;
class OwnTime;
class Pacers;
class Planning;
class Settings;
class Soundness;
struct AccountSecrets;
struct WaitingFacts;

struct CampaignsContext : PartContext
{
    OwnTime &ownTime;
    Accounts &accounts; // their passwords
    Pacers &pacers;
    Planning &planning; // its objections
    Soundness &soundness;
    Mailbox &mailbox;
    Changes &changes;
    History &history;
    campaign::StatusProjector &statuses;
    GatewayContact &contact;
};

// What waits in the mailbox could not be fetched before a start: then a person is asked, or has said that
// it may go on without.
enum class Unfetched { Ask, GoOn };

class Campaigns final : public QObject
{
    Q_OBJECT
public:
    explicit Campaigns(const CampaignsContext &context);
    ~Campaigns() override; // what is in flight is left uncertain

    // Tries after which something proven unsent pauses the campaign (window 5, cli 1).
    void setUnsentTries(int tries);
    // Starts, or carries on with, whatever is queued. `begun` tells once: running, or why not
    // (NeedsConfirmation, OverDailyCap, QuietHours, NoPassword …); then the signals follow. After an
    // unclean stop it waits until the database has been found sound; whoever pauses or cancels it while it
    // waits, for that or for the keyring, is heeded (Cancelled). WrongState for one that repeats: its runs
    // are campaigns of their own. The mailbox, if one is used, is emptied first: NeedsConfirmation with
    // field "mailbox" where it cannot be.
    void start(qint64 campaign, bool confirmed, const std::function<void(base::Result<void>)> &begun,
               Unfetched unfetched = Unfetched::Ask);
    base::Result<void> pause(qint64 campaign,
                             const domain::PauseReason &reason = domain::PauseReason::Person);
    base::Result<void> cancel(qint64 campaign);
    // TextEmpty: the name says nothing.
    base::Result<void> rename(qint64 campaign, const QString &name);
    // Out of the list of campaigns, and back. WrongState: it has not ended.
    base::Result<void> setArchived(qint64 campaign, bool archived);
    bool isRunning(qint64 campaign) const;
    bool isSending() const; // any of them
    void stop();            // of the program: as the destructor
    // Kept with the campaign: whoever opens it later must see the alarm too.
    void noteSentTwice(qint64 campaign, qint64 message);

Q_SIGNALS:
    void progressed(qint64 campaign, qint64 done, qint64 total);
    void stopped(qint64 campaign, domain::CampaignState state, const domain::PauseReason &reason);
    void sentTwice(qint64 campaign, qint64 message);

private:
    struct Ready
    {
        domain::Campaign campaign;
        domain::Account account;
    };
    using Begun = std::function<void(base::Result<void>)>;
    struct Start
    {
        qint64 campaign = 0;
        bool confirmed = false;
        Unfetched unfetched = Unfetched::Ask;
        qint64 number = 0; // which one of this campaign
        Begun begun;
    };
    bool isWaiting(const Start &start) const { return m_starting.value(start.campaign) == start.number; }
    // Goes on with it once what it waited for has gone well; what a person has done meanwhile counts.
    std::function<void(base::Result<void>)> then(const Start &start,
                                                 void (Campaigns::*goOn)(const Start &start));
    void startSound(const Start &start);
    void startEmptied(const Start &start);
    // What stands against it, as it is in the turn in which `ready` is called; else begun() tells.
    void judge(const Start &start, const std::function<void(const Ready &ready)> &ready);
    base::Result<Ready> startable(qint64 campaign); // whatever stands against it
    base::Result<bool> isUnopposed(const Start &start, const WaitingFacts &waiting); // false: walk again
    void run(const domain::Campaign &campaign, const domain::Account &account, const AccountSecrets &secrets);
    void tellContact(campaign::CampaignRunner &runner, const QString &account);
    base::Result<void> cancelResting(qint64 campaign);

    CampaignsContext m_context;
    // The clients outlive the runners.
    std::map<QString, std::unique_ptr<gateway::GatewayClient>> m_clients; // by account name
    std::map<qint64, std::unique_ptr<campaign::CampaignRunner>> m_runners;
    QHash<qint64, qint64> m_starting; // campaign → which start of it waits
    qint64 m_starts = 0;
    int m_unsentTries = 5;
    Wakefulness m_wakefulness; // while isSending()
};

} // namespace engine
