// SPDX-License-Identifier: GPL-3.0-or-later
// The program without a window: opens a profile, owns its only writing connection and the parts that do
// the work, and closes them in order. Lives in one thread; all of it is asynchronous and single-threaded
// there. Each part has a header of its own; who uses one includes that.
#pragma once

#include "base/clock.h"
#include "engine/opening.h"
#include "engine/parts.h"
#include "engine/profile.h"
#include "engine/secrets.h"
#include "engine/settings.h"
#include "storage/database.h"

#include <QObject>

#include <memory>
#include <optional>

namespace campaign {
class StatusProjector;
}
namespace storage {
class GroupCommit;
}

namespace engine {

class GatewayContact;
class History;
class Jobs;
class Pacers;
class Upkeep;

class Engine final : public QObject
{
    Q_OBJECT
public:
    // Owns the profile, opens and migrates the database, and recovers what an earlier process left
    // (sending becomes uncertain, statuses that came become states). The profile, secrets and clock outlive
    // it.
    static base::Result<std::unique_ptr<Engine>> open(Profile &profile, Secrets &secrets,
                                                      const base::Clock &clock);
    ~Engine() override;

    // What of a copied, moved or older database is held since it was opened.
    std::optional<HeldAtOpening> heldAtOpening() const { return m_held; }

    storage::Database &database();
    storage::GroupCommit &commits();
    Settings &settings();
    const base::Clock &clock() const;

    Changes &changes();
    OwnTime &ownTime();
    Soundness &soundness();
    Reception &reception();
    Mailbox &mailbox();
    DemoGateway &demoGateway();
    GatewayContact &gatewayContact();
    Accounts &accounts();
    Planning &planning();
    Campaigns &campaigns();
    Decisions &decisions();
    Timetable &timetable();
    LockCheck &lockCheck();
    Replies &replies();
    Care &care();
    Texts &texts();
    Drafts &drafts();
    ContactBook &contactBook();

private:
    Engine(Profile &profile, Secrets &secrets, const base::Clock &clock, OwnedDatabase opened);
    void joinParts();
    void endLeftJobs();

    const base::Clock &m_clock;
    Settings m_settings;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<CopyGuard> m_copyGuard;
    std::optional<HeldAtOpening> m_held;
    std::unique_ptr<OwnTime> m_ownTime;
    std::unique_ptr<storage::GroupCommit> m_commits;
    // Each uses only those above it.
    std::unique_ptr<Upkeep> m_upkeep;
    std::unique_ptr<Changes> m_changes;
    std::unique_ptr<campaign::StatusProjector> m_statuses;
    std::unique_ptr<History> m_history;
    std::unique_ptr<Jobs> m_jobs;
    std::unique_ptr<Soundness> m_soundness;
    std::unique_ptr<Reception> m_reception;
    std::unique_ptr<Mailbox> m_mailbox;
    std::unique_ptr<DemoGateway> m_demoGateway;
    std::unique_ptr<GatewayContact> m_gatewayContact;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<Pacers> m_pacers;
    std::unique_ptr<Planning> m_planning;
    std::unique_ptr<Campaigns> m_campaigns;
    std::unique_ptr<Decisions> m_decisions;
    std::unique_ptr<Timetable> m_timetable;
    std::unique_ptr<LockCheck> m_lockCheck;
    std::unique_ptr<Replies> m_replies;
    std::unique_ptr<Care> m_care;
    std::unique_ptr<Texts> m_texts;
    std::unique_ptr<Drafts> m_drafts;
    std::unique_ptr<ContactBook> m_contactBook;
};

} // namespace engine
