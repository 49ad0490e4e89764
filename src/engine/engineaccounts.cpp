// SPDX-License-Identifier: GPL-3.0-or-later
// The Engine's accounts: what is kept of them, and what can be asked of the gateway with them.
#include "engine/engine_p.h"
#include "engine/network.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSslCertificate>

namespace engine {
using namespace Qt::StringLiterals;

void Engine::Private::readSecrets(Engine &engine, const domain::Account &account,
                                  std::function<void(base::Result<AccountSecrets>)> done)
{
    auto readProxy = [this, &engine, account, done](const QString &password) {
        if (account.proxy.kind != domain::ProxyKind::Manual || account.proxy.user.isEmpty())
            return done(AccountSecrets{password, {}});
        // Without it the proxy itself says that it wants one.
        secrets.read(Secrets::proxyKey(account.name), &engine,
                     [done, password](const base::Result<QString> &proxyPassword) {
                         done(AccountSecrets{password, proxyPassword ? proxyPassword.value() : QString()});
                     });
    };
    if (account.authentication == domain::Authentication::IpAddress)
        return readProxy({});
    secrets.read(account.name, &engine, [readProxy, done](const base::Result<QString> &password) {
        if (!password)
            return done(password.error());
        readProxy(password.value());
    });
}

void Engine::saveAccount(const domain::Account &account, const AccountSecrets &secrets,
                         std::function<void(base::Result<void>)> done)
{
    if (auto saved = d->settings.save(account); !saved)
        return done(saved);
    auto write = [this](const QString &key, const QString &secret,
                        const std::function<void(base::Result<void>)> &then) {
        if (secret.isEmpty())
            return then({});
        // For this run at once: an older one of this run must not win over what was typed now.
        d->secrets.keepForThisRun(key, secret);
        d->secrets.write(key, secret, this, then);
    };
    write(Secrets::proxyKey(account.name), secrets.proxyPassword,
          [this, write, account, secrets, done](const base::Result<void> &proxyWritten) {
              write(account.name, secrets.password,
                    [this, proxyWritten, done](const base::Result<void> &written) {
                        if (!written || !proxyWritten)
                            Q_EMIT passwordKeptForThisRun();
                        done(written ? proxyWritten : written);
                    });
          });
}

void Engine::removeAccount(const QString &name, std::function<void(base::Result<void>)> done)
{
    const auto account = d->settings.account(name);
    if (!account || name.isEmpty())
        return done(base::Error{base::ErrorCode::NoAccount, name, u"account"_s});
    if (auto removed = d->settings.remove(name); !removed)
        return done(removed);
    if (!account->authoritiesFile.isEmpty())
        QFile::remove(account->authoritiesFile);
    if (d->settings.activeAccount().isEmpty()) {
        if (const QList<domain::Account> rest = d->settings.accounts(); !rest.isEmpty()) {
            if (auto used = d->settings.use(rest.constFirst().name); !used)
                return done(used);
        }
    }
    d->secrets.remove(Secrets::proxyKey(name), this, [this, name, done](const base::Result<void> &) {
        // No keyring holds no password: that is no failure of removing.
        d->secrets.remove(name, this, [done](const base::Result<void> &) { done({}); });
    });
}

void Engine::renameAccount(const QString &from, const QString &to,
                           std::function<void(base::Result<void>)> done)
{
    auto account = d->settings.account(from);
    if (!account || from.isEmpty())
        return done(base::Error{base::ErrorCode::NoAccount, from, u"account"_s});
    if (to.isEmpty() || d->settings.account(to))
        return done(base::Error{base::ErrorCode::WrongState, to, u"account"_s});
    const bool active = d->settings.activeAccount() == from;
    account->name = to;
    if (auto saved = d->settings.save(*account); !saved)
        return done(saved);
    d->commits->flush();
    if (auto moved = storage::CampaignRepository(*d->database).renameAccount(from, to); !moved) {
        if (auto undone = d->settings.remove(to); !undone)
            return done(undone);
        return done(moved);
    }
    if (active) {
        if (auto used = d->settings.use(to); !used)
            return done(used);
    }
    if (auto removed = d->settings.remove(from); !removed)
        return done(removed);
    auto move = [this](const QString &oldKey, const QString &newKey, const std::function<void()> &then) {
        d->secrets.read(oldKey, this, [this, oldKey, newKey, then](const base::Result<QString> &secret) {
            if (!secret)
                return then();
            d->secrets.keepForThisRun(newKey, *secret);
            d->secrets.write(newKey, *secret, this, [this, oldKey, then](const base::Result<void> &) {
                d->secrets.remove(oldKey, this, [then](const base::Result<void> &) { then(); });
            });
        });
    };
    move(from, to, [this, move, from, to, done] {
        move(Secrets::proxyKey(from), Secrets::proxyKey(to), [this, done] {
            Q_EMIT campaignsChanged();
            done({});
        });
    });
}

base::Result<void> Engine::importAuthorities(const QString &name, const QString &file)
{
    auto account = d->settings.account(name);
    if (!account)
        return base::Error{base::ErrorCode::NoAccount, name, u"account"_s};
    if (!account->authoritiesFile.isEmpty())
        QFile::remove(account->authoritiesFile);
    account->authoritiesFile.clear();
    if (!file.isEmpty()) {
        const QList<QSslCertificate> found = QSslCertificate::fromPath(file, QSsl::Pem);
        if (found.isEmpty())
            return base::Error{base::ErrorCode::FileUnreadable, file, u"file"_s};
        const QString kept =
            QDir(d->profile.folder())
                .filePath(u"authorities-%1.pem"_s.arg(QString::fromLatin1(name.toUtf8().toHex().right(40))));
        QSaveFile copy(kept);
        bool written = copy.open(QIODevice::WriteOnly);
        for (const QSslCertificate &certificate : found)
            written = written && copy.write(certificate.toPem()) > 0;
        if (!written || !copy.commit())
            return base::Error{base::ErrorCode::FileUnwritable, kept, {}};
        account->authoritiesFile = kept;
    }
    return d->settings.save(*account);
}

void Engine::keepPassword(const QString &account, const QString &password)
{
    d->secrets.keepForThisRun(account, password);
    Q_EMIT passwordKeptForThisRun();
}

void Engine::checkAccount(const domain::Account &account, std::function<void(gateway::Outcome)> done)
{
    d->readSecrets(*this, account, [this, account, done](const base::Result<AccountSecrets> &secrets) {
        if (!secrets) {
            gateway::Outcome outcome;
            outcome.verdict = gateway::Verdict::Unsent;
            outcome.reason = base::identifier(secrets.error().code);
            return done(outcome);
        }
        auto client = std::make_shared<gateway::GatewayClient>(connectionOf(account, secrets->proxyPassword));
        std::optional<QString> password;
        if (account.authentication == domain::Authentication::Password)
            password = secrets->password;
        client->check(account.serviceId, password, [this, client, done](const gateway::Outcome &outcome) {
            Q_EMIT gatewayAnswered(d->clock.nowMs(), outcome.errorCode.has_value());
            done(outcome);
            // The client must not die inside its own callback.
            QTimer::singleShot(0, this, [client] {});
        });
    });
}

namespace {

// The two messages of the guided check, one after the other; lives until it has answered.
class LockCheck final : public QObject
{
public:
    LockCheck(Engine &engine, Draft draft, std::function<void(base::Result<DuplicateLock>)> done)
        : QObject(&engine)
        , m_engine(engine)
        , m_draft(std::move(draft))
        , m_done(std::move(done))
    {
        connect(&engine, &Engine::campaignStopped, this,
                [this](qint64 campaign, domain::CampaignState, const QString &) {
                    if (campaign == m_campaign)
                        judge();
                });
    }

    void send()
    {
        const auto summary = m_engine.plan(m_draft);
        if (!summary)
            return end(summary.error());
        m_campaign = summary->campaign;
        if (auto approved = m_engine.approve(m_campaign); !approved)
            return end(approved.error());
        m_engine.start(m_campaign, true, [this](const base::Result<void> &begun) {
            if (!begun)
                end(begun.error());
        });
    }

private:
    void judge()
    {
        storage::MessageFilter filter;
        filter.campaign = m_campaign;
        const auto messages = storage::Journal(m_engine.database()).messages(filter);
        if (!messages)
            return end(messages.error());
        const auto state =
            messages->isEmpty() ? domain::MessageState::Uncertain : messages->constFirst().state;
        const bool taken = state == domain::MessageState::Accepted ||
                           state == domain::MessageState::WithOperator ||
                           state == domain::MessageState::Delivered || state == domain::MessageState::Failed;
        if (m_second && state == domain::MessageState::Duplicate)
            return end(DuplicateLock::Present);
        if (m_second && taken)
            return end(DuplicateLock::Absent);
        if (m_second || !taken)
            return end(DuplicateLock::Unclear);
        m_second = true;
        // The runner that has just stopped is on the stack.
        QTimer::singleShot(0, this, [this] { send(); });
    }

    void end(const base::Result<DuplicateLock> &answer)
    {
        m_campaign = 0;
        m_done(answer);
        deleteLater();
    }

    Engine &m_engine;
    Draft m_draft;
    std::function<void(base::Result<DuplicateLock>)> m_done;
    qint64 m_campaign = 0;
    bool m_second = false;
};

} // namespace

void Engine::checkDuplicateLock(const QString &sender, const QString &number, const QString &text,
                                std::function<void(base::Result<DuplicateLock>)> done)
{
    const auto account = d->settings.account({});
    if (!account)
        return done(base::Error{base::ErrorCode::NoAccount, {}, u"account"_s});
    Draft draft;
    draft.name = text;
    draft.account = account->name;
    draft.sender = sender;
    draft.text = text;
    draft.mergeFields = false;
    draft.mode = domain::SendMode::Single;
    draft.recipients.typed = {number};
    draft.recipients.strict = true;
    auto kept = [this, name = account->name, done](const base::Result<DuplicateLock> &answer) {
        auto stored = d->settings.account(name);
        if (answer && *answer != DuplicateLock::Unclear && stored) {
            stored->sending.duplicateLockSeen = *answer == DuplicateLock::Present;
            if (!stored->sending.duplicateLockSeen)
                stored->sending.retryByDuplicateLock = false;
            if (auto saved = d->settings.save(*stored); !saved)
                return done(saved.error());
        }
        done(answer);
    };
    auto *check = new LockCheck(*this, draft, kept);
    check->send();
}

QList<BackupFile> backupsOf(const Profile &profile)
{
    QList<BackupFile> found;
    const QDir folder(profile.backupFolder());
    for (const QFileInfo &info : folder.entryInfoList({u"*.sqlite"_s}, QDir::Files, QDir::Time))
        found.append({info.absoluteFilePath(), info.lastModified().toMSecsSinceEpoch(), info.size()});
    return found;
}

QList<BackupFile> Engine::backups() const
{
    return backupsOf(d->profile);
}

} // namespace engine
