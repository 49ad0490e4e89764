// SPDX-License-Identifier: GPL-3.0-or-later
// Where passwords are: the system's keyring, or this run's memory. Never in a file of ours.
#pragma once

#include "base/result.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace engine {

class Secrets
{
public:
    static QString proxyKey(const QString &account) { return QString(account + QStringLiteral("\nproxy")); }
    using ReadDone = std::function<void(base::Result<QString>)>; // NoPassword, NoKeyring
    using WriteDone = std::function<void(base::Result<void>)>;   // NoKeyring
    virtual ~Secrets() = default;
    // key: the account's name, or proxyKey() of it. `context` bounds the life of the callback.
    virtual void read(const QString &key, QObject *context, ReadDone done) = 0;
    virtual void write(const QString &key, const QString &secret, QObject *context, WriteDone done) = 0;
    virtual void remove(const QString &key, QObject *context, WriteDone done) = 0;
    virtual void keepForThisRun(const QString &key, const QString &secret) = 0;
};

// BUDSTIKKE_PASSWORD wins (this run only); else what was asked for in this run; else the keyring of
// the system (Secret Service, Windows' credential store, macOS' keychain).
class SystemSecrets final : public Secrets
{
public:
    // profile: separates the entries of two profiles with an account of the same name.
    explicit SystemSecrets(QString profile);

    void read(const QString &key, QObject *context, ReadDone done) override;
    void write(const QString &key, const QString &secret, QObject *context, WriteDone done) override;
    void remove(const QString &key, QObject *context, WriteDone done) override;
    void keepForThisRun(const QString &key, const QString &secret) override { m_thisRun.insert(key, secret); }
    static bool hasKeyringSupport(); // false in builds without QtKeychain

private:
    QString entry(const QString &key) const;

    QString m_profile;
    QHash<QString, QString> m_thisRun;
};

} // namespace engine
