// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets.h"

#ifdef BUDSTIKKE_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

#include <QCryptographicHash>
#include <QTimer>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

template <typename Done, typename Value>
void later(QObject *context, Done done, Value value)
{
    QTimer::singleShot(0, context, [done = std::move(done), value = std::move(value)] { done(value); });
}

#ifdef BUDSTIKKE_KEYCHAIN
base::Error keyringError(const QKeychain::Job &job)
{
    return base::Error{base::ErrorCode::NoKeyring, job.errorString(), {}};
}

template <typename Job, typename Finished>
void run(Job *job, QObject *context, Finished finished)
{
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, finished](QKeychain::Job *) { finished(*job); });
    job->start();
}

const QString service = QStringLiteral("budstikke");
#endif

} // namespace

SystemSecrets::SystemSecrets(QString profile)
    : m_profile(std::move(profile))
{
}

bool SystemSecrets::hasKeyringSupport()
{
#ifdef BUDSTIKKE_KEYCHAIN
    return true;
#else
    return false;
#endif
}

QString SystemSecrets::entry(const QString &key) const
{
    const QByteArray profile = QCryptographicHash::hash(m_profile.toUtf8(), QCryptographicHash::Sha256);
    const QString name = key + u'@' + QString::fromLatin1(profile.toHex().first(12));
#ifdef Q_OS_WIN
    return u"budstikke "_s + name; // the credential store has no services: the name says whose it is
#else
    return name;
#endif
}

void SystemSecrets::read(const QString &key, QObject *context, ReadDone done)
{
    // The environment's is the gateway's password, never a proxy's.
    if (!qEnvironmentVariableIsEmpty("BUDSTIKKE_PASSWORD") && !key.contains(u'\n')) {
        later(context, std::move(done), base::Result<QString>(qEnvironmentVariable("BUDSTIKKE_PASSWORD")));
        return;
    }
    if (m_thisRun.contains(key)) {
        later(context, std::move(done), base::Result<QString>(m_thisRun.value(key)));
        return;
    }
#ifdef BUDSTIKKE_KEYCHAIN
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(entry(key));
    run(job, context, [done](QKeychain::ReadPasswordJob &finished) {
        // A locked keyring also answers 'not found': neither is taken as 'never saved'.
        if (finished.error() == QKeychain::EntryNotFound)
            done(base::Error{base::ErrorCode::NoPassword, finished.errorString(), {}});
        else if (finished.error() != QKeychain::NoError)
            done(keyringError(finished));
        else
            done(finished.textData());
    });
#else
    later(context, std::move(done), base::Result<QString>(base::Error{base::ErrorCode::NoKeyring, {}, {}}));
#endif
}

void SystemSecrets::write(const QString &key, const QString &secret, QObject *context, WriteDone done)
{
#ifdef BUDSTIKKE_KEYCHAIN
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(entry(key));
    job->setTextData(secret);
    run(job, context, [done](QKeychain::WritePasswordJob &finished) {
        if (finished.error() != QKeychain::NoError)
            done(keyringError(finished));
        else
            done({});
    });
#else
    Q_UNUSED(key)
    Q_UNUSED(secret)
    later(context, std::move(done), base::Result<void>(base::Error{base::ErrorCode::NoKeyring, {}, {}}));
#endif
}

void SystemSecrets::remove(const QString &key, QObject *context, WriteDone done)
{
    m_thisRun.remove(key);
#ifdef BUDSTIKKE_KEYCHAIN
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(entry(key));
    run(job, context, [done](QKeychain::DeletePasswordJob &finished) {
        if (finished.error() != QKeychain::NoError && finished.error() != QKeychain::EntryNotFound)
            done(keyringError(finished));
        else
            done({});
    });
#else
    later(context, std::move(done), base::Result<void>(base::Error{base::ErrorCode::NoKeyring, {}, {}}));
#endif
}

} // namespace engine
