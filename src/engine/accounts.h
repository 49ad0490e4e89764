// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts of a profile with their passwords, and what can be asked of the gateway with them.
#pragma once

#include "base/clock.h"
#include "engine/profile.h"
#include "engine/secrets.h"
#include "engine/settings.h"
#include "gateway/gatewayclient.h"
#include "storage/groupcommit.h"

#include <QObject>

#include <functional>

namespace engine {

class Changes;
class DemoGateway;
class GatewayContact;
class OwnTime;

struct AccountSecrets
{
    QString password;      // empty: none, or as it was
    QString proxyPassword; // of a manual proxy with a user
};

// What the gateway says when it is asked without number and text.
struct AccountAnswer
{
    bool reached = false; // as one that it knows; says nothing of the password
    int errorCode = 0;
    QString description; // its own words
};
// NoPassword, NoKeyring; GatewayUnreachable, or GatewayAnswer when something else than it answered.
base::Result<AccountAnswer> accountAnswer(const gateway::Outcome &outcome);

struct AccountsContext
{
    const Profile &profile;
    storage::Database &database;
    storage::GroupCommit &commits;
    Settings &settings;
    Secrets &secrets;
    const base::Clock &clock;
    OwnTime &ownTime;
    Changes &changes;
    DemoGateway &demo;
    GatewayContact &contact;
};

class Accounts final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(base::Result<void>)>;

    explicit Accounts(const AccountsContext &context);

    // Stores the account; the first one becomes the active one. Passwords that are not empty go to the
    // keyring. NoKeyring: all is stored but them, which are kept for this run only.
    void save(const domain::Account &account, const AccountSecrets &secrets, const Done &done);
    // NotFound. Leaving the demo ends its gateway; the receiver is then as the settings say.
    base::Result<void> use(const QString &name);
    // With its passwords; if it was the active one, another becomes so. Its campaigns stay in the log.
    void remove(const QString &name, const Done &done);
    // Its campaigns and passwords follow. WrongState: that name is taken.
    void rename(const QString &from, const QString &to, const Done &done);
    // A company's own certificate authority (PEM), copied into the profile; empty file: none any more.
    base::Result<void> importAuthorities(const QString &name, const QString &file);
    // A person typed it, because there is no keyring: kept until the program ends, written nowhere.
    void keepPassword(const QString &name, const QString &password);
    // What the account needs of the keyring; NoPassword or NoKeyring when it is not to be had.
    void readSecrets(const domain::Account &account,
                     const std::function<void(base::Result<AccountSecrets>)> &done);
    // Whether the gateway can be reached with this account; sends nothing.
    void check(const domain::Account &account, const std::function<void(base::Result<AccountAnswer>)> &done);

Q_SIGNALS:
    void passwordKeptForThisRun(); // there is no keyring, or it is locked: it is asked for once per run

private:
    void writeSecret(const QString &key, const QString &secret, const Done &then);
    void moveSecret(const QString &oldKey, const QString &newKey, const std::function<void()> &then);
    // All but the passwords.
    base::Result<void> renameStored(const QString &from, const QString &to);

    AccountsContext m_context;
};

} // namespace engine
