// SPDX-License-Identifier: GPL-3.0-or-later
// The program without a window: owns the only writing connection, the gateway client, the receiver
// and the runners. Lives in one thread; all of it is asynchronous and single-threaded there.
#pragma once

#include "base/clock.h"
#include "campaign/campaignrunner.h"
#include "campaign/statusprojector.h"
#include "campaign/transitions.h"
#include "engine/draft.h"
#include "engine/profile.h"
#include "engine/secrets.h"
#include "engine/selftest.h"
#include "engine/settings.h"
#include "inbox/intake.h"
#include "receiver/receiver.h"
#include "storage/textrepository.h"

#include <QObject>

#include <memory>

namespace simulator {
class Simulator;
}

namespace engine {

struct ReceiverUrls
{
    QString status;
    QString inbound;
};

struct AccountSecrets
{
    QString password;      // empty: none, or as it was
    QString proxyPassword; // of a manual proxy with a user
};

// What the guided check found: the gateway answered 17 to the second of two identical messages, or
// took both. Unclear: one of them got no such answer.
enum class DuplicateLock { Present, Absent, Unclear };

struct BackupFile
{
    QString file;
    qint64 writtenMs = 0;
    qint64 bytes = 0;
};

QList<BackupFile> backupsOf(const Profile &profile); // of each night, newest first

class Engine final : public QObject
{
    Q_OBJECT
public:
    // Owns the profile, opens and migrates the database, and recovers what an earlier process left
    // (sending becomes uncertain). The profile, secrets and clock outlive it.
    static base::Result<std::unique_ptr<Engine>> open(Profile &profile, Secrets &secrets,
                                                      const base::Clock &clock);
    ~Engine() override;

    storage::Database &database();
    storage::GroupCommit &commits();
    Settings &settings();
    const base::Clock &clock() const;

    // Sending. All checks of gateway-rules.md are made before anything is stored.
    base::Result<PlanSummary> examine(const Draft &draft,
                                      const PlanProgress &progress = {}); // stores nothing
    base::Result<PlanSummary> plan(const Draft &draft,
                                   const PlanProgress &progress = {}); // a planned campaign
    base::Result<void> discard(qint64 campaign); // a plan that nobody approved; WrongState once started
    // justPlanned: within this call the plan has judged every number's country.
    base::Result<QList<campaign::Objection>> objections(qint64 campaign, bool justPlanned = false);
    // A person said yes to the plan. Only then does one with a local time begin by itself.
    base::Result<void> approve(qint64 campaign);
    // Its time has passed (scheduleMissed): send it now, or leave this time out. A repeated one then
    // waits for its next time; another is cancelled.
    base::Result<void> sendMissed(qint64 campaign);
    base::Result<void> skipMissed(qint64 campaign);
    // Starts, or carries on with, whatever is queued. `begun` tells once: running, or why not
    // (NeedsConfirmation, OverDailyCap, QuietHours, NoPassword …); then the signals follow. After an
    // unclean stop it waits until the database has been found sound.
    void start(qint64 campaign, bool confirmed, std::function<void(base::Result<void>)> begun);
    base::Result<void> pause(qint64 campaign, const QString &reason = QStringLiteral("person"));
    base::Result<void> cancel(qint64 campaign);
    bool isRunning(qint64 campaign) const;
    // The person's decision on uncertain messages; empty number: all of the campaign. How many.
    base::Result<qint64> resolve(qint64 campaign, campaign::Decision decision, const QString &number = {});
    // Failed and refused messages of the campaign are queued again. How many.
    base::Result<qint64> retryFailed(qint64 campaign);
    base::Result<qint64> release(qint64 campaign); // held → queued, planned again

    // Saved texts. formerName: the one it replaces, empty: it is new. InvalidField "name" when another
    // text has that name.
    base::Result<void> saveText(const storage::SavedText &text, const QString &formerName);
    base::Result<void> removeText(const QString &name);

    // Stores the account; the first one becomes the active one. Passwords that are not empty go to the
    // keyring. NoKeyring: all is stored but them, which are kept for this run only.
    void saveAccount(const domain::Account &account, const AccountSecrets &secrets,
                     std::function<void(base::Result<void>)> done);
    // NotFound. Leaving the demo ends its gateway; the receiver is then as the settings say.
    base::Result<void> useAccount(const QString &name);
    // With its passwords; if it was the active one, another becomes so. Its campaigns stay in the log.
    void removeAccount(const QString &name, std::function<void(base::Result<void>)> done);
    // Its campaigns and passwords follow. WrongState: that name is taken.
    void renameAccount(const QString &from, const QString &to, std::function<void(base::Result<void>)> done);
    // A company's own certificate authority (PEM), copied into the profile; empty file: none any more.
    base::Result<void> importAuthorities(const QString &account, const QString &file);
    // A person typed it, because there is no keyring: kept until the program ends, written nowhere.
    void keepPassword(const QString &account, const QString &password);
    // Sends the same text twice to the person's own number, as two campaigns of the log, and keeps what
    // it found with the account (ERR-17). The person has agreed to two messages.
    void checkDuplicateLock(const QString &sender, const QString &number, const QString &text,
                            std::function<void(base::Result<DuplicateLock>)> done);
    QList<BackupFile> backups() const; // the nightly ones, newest first
    // The gateway can be reached with this account; sends nothing.
    void checkAccount(const domain::Account &account, std::function<void(gateway::Outcome)> done);
    // Tries after which something proven unsent pauses the campaign (window 5, cli 1).
    void setUnsentTries(int tries);

    // What a program that stays open does by itself: silence, search index, and care() now and then.
    void startCare();
    void startScheduling(); // campaigns begin by themselves at their time
    // Of each hour: forgets what is too old, backs up once a day, checks the database once a week.
    void care();
    std::optional<base::Error> damage() const; // as databaseDamaged told
    // A copy to keep elsewhere, made in the background.
    void backUp(const QString &file, std::function<void(base::Result<void>)> done);

    // Receiving.
    base::Result<ReceiverUrls> startReceiver(const ReceiverSettings &settings);
    void stopReceiver();
    // Receives as these say, or stops, and keeps them. InvalidField as of check(), or what startReceiver
    // says: then what was in force stays so.
    base::Result<void> useReceiver(const ReceiverSettings &settings);
    bool isReceiving() const;
    ReceiverUrls receiverUrls() const;
    quint16 receiverPort() const;                       // the bound one; 0: it does not run
    std::optional<QDateTime> certificateExpiry() const; // of the receiver's, while it runs
    // Asks the own receiver over loopback, or through its public address; stores nothing.
    void testReceiver(bool outside, std::function<void(SelfTest)> done);
    // A person's own answer, sent at once with every guard but the confirmations. Its campaign.
    void reply(const QString &number, const QString &sender, const QString &text,
               std::function<void(base::Result<qint64>)> done);
    base::Result<void> markRead(const QString &number);
    base::Result<void> forgetGaps(); // the person has looked into them (INB-07)
    // By hand; true: nothing is sent to them any more.
    base::Result<void> setOptedOut(const QString &number, bool optedOut);
    // What the inbox does by itself with what comes in; kept in the settings, in force at once.
    inbox::IntakeRules inboxRules() const;
    base::Result<void> setInboxRules(const inbox::IntakeRules &rules);

    // The demo account: a gateway in this process that sends nothing, with its receiver on loopback.
    base::Result<void> startDemo();
    void simulateReply(const QString &from, const QString &text);

Q_SIGNALS:
    void scheduleMissed(qint64 campaign,
                        qint64 lateMs); // its time has passed or it may not start: a person is asked
    void campaignsChanged();            // a list of campaigns must be read again
    void campaignProgressed(qint64 campaign, qint64 done, qint64 total);
    void campaignStopped(qint64 campaign, domain::CampaignState state, const QString &reason);
    void textsChanged();
    void passwordKeptForThisRun(); // there is no keyring, or it is locked: it is asked for once per run
    void messagesChanged(qint64 campaign); // rows of it must be read again; a few times a second
    void statusReceived(qint64 atMs);      // the newest of them, a few times a second
    void inboundReceived(const QString &from, const QString &text);
    void receivingChanged(bool receiving);
    void inboxChanged(); // read, gaps or opt-outs
    void sentTwice(qint64 campaign, qint64 message);
    void gatewayAnswered(qint64 atMs, bool reached);
    void databaseDamaged(const base::Error &error); // nothing is written any more until a restore
    void storageFailed(const base::Error &error);   // the banner of a full disk or a locked database
    void storageRecovered();

private:
    void startSound(qint64 campaign, bool confirmed, std::function<void(base::Result<void>)> begun);
    Engine(Profile &profile, Secrets &secrets, const base::Clock &clock,
           std::unique_ptr<storage::Database> database);
    void takeInbound(const domain::InboundMessage &message, const receiver::Done &done);
    void takeQuarantined(const domain::Quarantined &item, const receiver::Done &done);
    void answer(const inbox::Reply &reply);

    base::Result<qint64> queueAgain(qint64 campaign, const QList<domain::MessageState> &from,
                                    const QString &what);
    base::Result<qint64> resolveGroup(const domain::Campaign &campaign, bool again, qint64 known);

    void startScheduled(qint64 campaign);
    base::Result<void> planRun(const domain::Campaign &repeated, qint64 startAtMs);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace engine
