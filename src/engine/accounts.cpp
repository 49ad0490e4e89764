// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/accounts.h"

#include "engine/changes.h"
#include "engine/demogateway.h"
#include "engine/gatewaycontact.h"
#include "engine/network.h"
#include "engine/owntime.h"
#include "storage/campaignrepository.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSslCertificate>
#include <QTimer>
#include <QUuid>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

// Two accounts once had one file, where their names ended alike.
void removeUnlessNamed(const Settings &settings, const QString &authoritiesFile)
{
    const QList<domain::Account> all = settings.accounts();
    const bool named = std::any_of(all.begin(), all.end(), [&](const domain::Account &account) {
        return account.authoritiesFile == authoritiesFile;
    });
    if (!authoritiesFile.isEmpty() && !named)
        QFile::remove(authoritiesFile);
}

} // namespace

Accounts::Accounts(const AccountsContext &context)
    : m_context(context)
{
}

void Accounts::readSecrets(const domain::Account &account,
                           const std::function<void(base::Result<AccountSecrets>)> &done)
{
    auto readProxy = [this, account, done](const QString &password) {
        if (account.proxy.kind != domain::ProxyKind::Manual || account.proxy.user.isEmpty())
            return done(AccountSecrets{password, {}});
        // Without it the proxy itself says that it wants one.
        m_context.secrets.read(
            Secrets::proxyKey(account.name), this,
            [done, password](const base::Result<QString> &proxyPassword) {
                done(AccountSecrets{password, proxyPassword ? proxyPassword.value() : QString()});
            });
    };
    if (account.authentication == domain::Authentication::IpAddress)
        return readProxy({});
    m_context.secrets.read(account.name, this, [readProxy, done](const base::Result<QString> &password) {
        if (!password)
            return done(password.error());
        readProxy(password.value());
    });
}

void Accounts::writeSecret(const QString &key, const QString &secret, const Done &then)
{
    if (secret.isEmpty())
        return then({});
    // For this run at once: an older one of this run must not win over what was typed now.
    m_context.secrets.keepForThisRun(key, secret);
    m_context.secrets.write(key, secret, this, then);
}

void Accounts::save(const domain::Account &account, const AccountSecrets &secrets, const Done &done)
{
    if (auto saved = m_context.settings.save(account); !saved)
        return done(saved);
    writeSecret(Secrets::proxyKey(account.name), secrets.proxyPassword,
                [this, name = account.name, password = secrets.password,
                 done](const base::Result<void> &proxyWritten) {
                    writeSecret(name, password,
                                [this, proxyWritten, done](const base::Result<void> &written) {
                                    if (!written || !proxyWritten)
                                        Q_EMIT passwordKeptForThisRun();
                                    done(written ? proxyWritten : written);
                                });
                });
}

base::Result<void> Accounts::use(const QString &name)
{
    if (auto used = m_context.settings.use(name); !used)
        return used;
    return name == DemoGateway::accountName() ? base::Result<void>() : m_context.demo.leave();
}

void Accounts::remove(const QString &name, const Done &done)
{
    Settings &settings = m_context.settings;
    const auto account = settings.account(name);
    if (!account || name.isEmpty())
        return done(base::Error{base::ErrorCode::NoAccount, name, u"account"_s});
    if (auto removed = settings.remove(name); !removed)
        return done(removed);
    removeUnlessNamed(settings, account->authoritiesFile);
    if (settings.activeAccount().isEmpty()) {
        if (const QList<domain::Account> rest = settings.accounts(); !rest.isEmpty()) {
            if (auto used = settings.use(rest.constFirst().name); !used)
                return done(used);
        }
    }
    m_context.secrets.remove(Secrets::proxyKey(name), this, [this, name, done](const base::Result<void> &) {
        // No keyring holds no password: that is no failure of removing.
        m_context.secrets.remove(name, this, [done](const base::Result<void> &) { done({}); });
    });
}

void Accounts::moveSecret(const QString &oldKey, const QString &newKey, const std::function<void()> &then)
{
    m_context.secrets.read(oldKey, this, [this, oldKey, newKey, then](const base::Result<QString> &secret) {
        if (!secret)
            return then();
        m_context.secrets.keepForThisRun(newKey, *secret);
        m_context.secrets.write(newKey, *secret, this, [this, oldKey, then](const base::Result<void> &) {
            m_context.secrets.remove(oldKey, this, [then](const base::Result<void> &) { then(); });
        });
    });
}

base::Result<void> Accounts::renameStored(const QString &from, const QString &to)
{
    Settings &settings = m_context.settings;
    auto account = settings.account(from);
    if (!account || from.isEmpty())
        return base::Error{base::ErrorCode::NoAccount, from, u"account"_s};
    if (to.isEmpty() || settings.account(to))
        return base::Error{base::ErrorCode::WrongState, to, u"account"_s};
    const bool active = settings.activeAccount() == from;
    account->name = to;
    if (auto saved = settings.save(*account); !saved)
        return saved;
    m_context.commits.flush();
    if (auto moved = storage::CampaignRepository(m_context.database).renameAccount(from, to); !moved) {
        if (auto undone = settings.remove(to); !undone)
            return undone;
        return moved;
    }
    if (active) {
        if (auto used = settings.use(to); !used)
            return used;
    }
    return settings.remove(from);
}

void Accounts::rename(const QString &from, const QString &to, const Done &done)
{
    if (auto renamed = renameStored(from, to); !renamed)
        return done(renamed);
    moveSecret(from, to, [this, from, to, done] {
        moveSecret(Secrets::proxyKey(from), Secrets::proxyKey(to), [this, done] {
            m_context.changes.tellCampaigns();
            done({});
        });
    });
}

base::Result<void> Accounts::importAuthorities(const QString &name, const QString &file)
{
    auto account = m_context.settings.account(name);
    if (!account)
        return base::Error{base::ErrorCode::NoAccount, name, u"account"_s};
    // The former file goes last, and a new one has a name of its own: whatever fails, nobody loses theirs.
    const QString former = account->authoritiesFile;
    account->authoritiesFile.clear();
    if (!file.isEmpty()) {
        const QList<QSslCertificate> found = QSslCertificate::fromPath(file, QSsl::Pem);
        if (found.isEmpty())
            return base::Error{base::ErrorCode::FileUnreadable, file, u"file"_s};
        const QString kept =
            QDir(m_context.profile.folder())
                .filePath(u"authorities-%1.pem"_s.arg(QUuid::createUuid().toString(QUuid::WithoutBraces)));
        QSaveFile copy(kept);
        bool written = copy.open(QIODevice::WriteOnly);
        for (const QSslCertificate &certificate : found)
            written = written && copy.write(certificate.toPem()) > 0;
        if (!written || !copy.commit())
            return base::Error{base::ErrorCode::FileUnwritable, kept, {}};
        account->authoritiesFile = kept;
    }
    auto saved = m_context.settings.save(*account);
    removeUnlessNamed(m_context.settings, saved ? former : account->authoritiesFile);
    return saved;
}

void Accounts::keepPassword(const QString &name, const QString &password)
{
    m_context.secrets.keepForThisRun(name, password);
    Q_EMIT passwordKeptForThisRun();
}

base::Result<AccountAnswer> accountAnswer(const gateway::Outcome &outcome)
{
    if (!outcome.errorCode) {
        const bool unreachable =
            outcome.verdict == gateway::Verdict::Unsent || outcome.reason == "timeout"_L1;
        return base::Error{unreachable ? base::ErrorCode::GatewayUnreachable : base::ErrorCode::GatewayAnswer,
                           outcome.reason.isEmpty() ? outcome.description : outcome.reason, u"account"_s};
    }
    // Asked without number and text: 8 to 11 are the best that can be heard.
    const int code = *outcome.errorCode;
    return AccountAnswer{code >= 8 && code <= 11, code, outcome.description};
}

void Accounts::check(const domain::Account &account,
                     const std::function<void(base::Result<AccountAnswer>)> &done)
{
    readSecrets(account, [this, account, done](const base::Result<AccountSecrets> &secrets) {
        if (!secrets) {
            const base::ErrorCode code = secrets.error().code;
            if (code == base::ErrorCode::NoPassword || code == base::ErrorCode::NoKeyring)
                return done(base::Error{code, {}, u"password"_s});
            return done(
                base::Error{base::ErrorCode::GatewayUnreachable, base::identifier(code), u"account"_s});
        }
        auto client = std::make_shared<gateway::GatewayClient>(connectionOf(account, secrets->proxyPassword));
        connect(client.get(), &gateway::GatewayClient::dateHeard, &m_context.ownTime, &OwnTime::heard);
        std::optional<QString> password;
        if (account.authentication == domain::Authentication::Password)
            password = secrets->password;
        m_context.contact.asked(account.name);
        client->check(account.serviceId, password,
                      [this, client, account, done](const gateway::Outcome &outcome) {
                          m_context.contact.heard(account.name, outcome);
                          done(accountAnswer(outcome));
                          // The client must not die inside its own callback.
                          QTimer::singleShot(0, this, [client] {});
                      });
    });
}

} // namespace engine
