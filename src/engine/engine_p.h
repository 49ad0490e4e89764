// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the Engine; included by its own source files only.
#pragma once

#include "campaign/confirmations.h"
#include "campaign/scheduler.h"
#include "engine/engine.h"
#include "engine/upkeep.h"
#include "gateway/gatewayclient.h"
#include "inbox/intake.h"
#include "simulator/simulator.h"
#include "storage/campaignrepository.h"
#include "storage/database.h"
#include "storage/groupcommit.h"
#include "storage/journal.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <map>
#include <optional>
#include <vector>

namespace engine {

class Engine::Private
{
public:
    Private(Profile &ownedProfile, Secrets &passwords, const base::Clock &time,
            std::unique_ptr<storage::Database> opened)
        : profile(ownedProfile)
        , secrets(passwords)
        , clock(time)
        , settings(ownedProfile.settingsFile())
        , database(std::move(opened))
        , commits(std::make_unique<storage::GroupCommit>(*database))
        , projector(std::make_unique<campaign::StatusProjector>(*database, *commits, time))
        , intake(std::make_unique<inbox::Intake>(*database, *commits, time))
        , upkeep(ownedProfile.databaseFile(), time)
    {
    }

    bool isSending() const;
    void indexSome();
    void forgetSome();
    void backUpNightly();
    // Reads the whole database once; those who wait for it are told.
    void checkDatabase(Engine &engine);
    void whenSound(Engine &engine, std::function<void(const base::Result<void> &)> go);
    void notice(qint64 campaign); // its messages changed; told soon, with others
    void addHistory(qint64 campaign, const QString &what, const QString &detail = {});
    void tellSentTwice(Engine &engine, qint64 campaign, qint64 message);
    void run(Engine &engine, const domain::Campaign &campaign, const domain::Account &account,
             const AccountSecrets &secretsOfAccount);
    // What the account needs of the keyring; NoPassword or NoKeyring when it is not to be had.
    void readSecrets(Engine &engine, const domain::Account &account,
                     std::function<void(base::Result<AccountSecrets>)> done);

    Profile &profile;
    Secrets &secrets;
    const base::Clock &clock;
    Settings settings;
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<storage::GroupCommit> commits;
    std::unique_ptr<campaign::StatusProjector> projector;
    std::unique_ptr<inbox::Intake> intake;
    // Declared after the database and before the runners, which they outlive.
    std::map<QString, std::unique_ptr<gateway::GatewayClient>> clients; // by account name
    std::map<qint64, std::unique_ptr<campaign::CampaignRunner>> runners;
    std::unique_ptr<receiver::Receiver> receiver;
    std::unique_ptr<simulator::Simulator> demo;
    std::unique_ptr<campaign::Confirmations> confirmations;
    std::unique_ptr<campaign::Scheduler> scheduler;
    QSet<qint64> changed; // campaigns, to be told of
    std::optional<qint64> lastStatusMs;
    QTimer noticeTimer;
    QTimer indexTimer;
    QTimer careTimer;
    QTimer forgetTimer;
    Upkeep upkeep;
    bool checking = false;
    bool checked = false; // in this run
    std::optional<base::Error> damage;
    std::vector<std::function<void(const base::Result<void> &)>> waiting; // for the check
    int unsentTries = 5;
    bool storageFailing = false;
};

} // namespace engine
