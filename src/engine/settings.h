// SPDX-License-Identifier: GPL-3.0-or-later
// What a profile remembers beside its database: accounts, receiver and language. Never a secret.
#pragma once

#include "base/result.h"
#include "domain/account.h"

#include <QHostAddress>
#include <QList>
#include <QUrl>

#include <optional>

namespace engine {

struct ReceiverSettings
{
    bool enabled = false; // started with the window
    QString listenAddress = QStringLiteral("0.0.0.0");
    quint16 port = 8088;
    QUrl publicUrl;
    QStringList allowed; // empty: the gateway's own addresses (INB-10)
    QStringList trustedProxies;
    QString certificateFile;
    QString keyFile;
    bool watchCounters = true; // INB-07
};

// InvalidField: field is listenAddress, publicUrl, certificateFile, keyFile, allowed or trustedProxies,
// and detail what cannot be used there.
base::Result<void> check(const ReceiverSettings &receiver);
QStringList gatewayAddresses(); // INB-10

// One line, for a process that takes over from another.
QByteArray toJson(const ReceiverSettings &receiver);
std::optional<ReceiverSettings> receiverSettings(const QByteArray &json); // nothing: it is none

struct RetentionSettings
{
    int textDays = 90;
    int logMonths = 12;
};

class Settings
{
public:
    explicit Settings(QString file)
        : m_file(std::move(file))
    {
    }

    QList<domain::Account> accounts() const;
    std::optional<domain::Account> account(const QString &name) const; // empty name: the active one
    QString activeAccount() const;                                     // its name, or empty
    base::Result<void> save(const domain::Account &account);           // the first one becomes active
    base::Result<void> use(const QString &name);                       // NotFound
    base::Result<void> remove(const QString &name);

    ReceiverSettings receiver() const;
    base::Result<void> save(const ReceiverSettings &receiver);
    RetentionSettings retention() const;
    base::Result<void> save(const RetentionSettings &retention);

    // Single values of the window: language, defaults …
    QString value(const QString &key) const;
    base::Result<void> setValue(const QString &key, const QString &value);

private:
    QString m_file;
};

} // namespace engine
