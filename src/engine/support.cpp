// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/support.h"

#include "domain/accountrules.h"
#include "engine/care.h"
#include "engine/centralsettings.h"
#include "engine/language.h"
#include "engine/mailbox.h"
#include "engine/programlog.h"
#include "engine/secrets.h"
#include "engine/settings.h"
#include "storage/campaignrepository.h"
#include "storage/database.h"
#include "storage/migrations.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>
#include <QSslSocket>
#include <QStorageInfo>
#include <QSysInfo>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostOfLog = 256 * 1024; // bytes, its end

QString yesNo(bool yes)
{
    return yes ? u"yes"_s : u"no"_s;
}

QStringList programFacts()
{
    return {u"[Program]"_s,
            u"Budstikke %1, Qt %2 (built with %3), %4"_s.arg(
                QStringLiteral(BUDSTIKKE_VERSION), QString::fromLatin1(qVersion()),
                QStringLiteral(QT_VERSION_STR), QSysInfo::buildAbi()),
            u"system: %1, kernel %2 %3"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(),
                                              QSysInfo::kernelVersion()),
            u"TLS: %1"_s.arg(QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString() : u"none"_s),
            u"keyring support: %1"_s.arg(yesNo(SystemSecrets::hasKeyringSupport())),
            u"language: %1, system's: %2"_s.arg(language::current(), QLocale::system().name()),
            u"collected: %1"_s.arg(QDateTime::currentDateTime().toString(Qt::ISODate))};
}

QStringList profileFacts(const Profile &profile)
{
    const QStorageInfo drive(profile.folder());
    QStringList facts{u"[Profile]"_s,
                      u"drive: %1, %2 MB free"_s.arg(QString::fromLatin1(drive.fileSystemType()),
                                                     QString::number(drive.bytesAvailable() / 1'000'000)),
                      u"in use: %1"_s.arg(profile.isFree() ? u"no"_s : profile.ownerInWords())};
    for (const QFileInfo &file : QDir(profile.folder()).entryInfoList(QDir::Files, QDir::Name))
        facts.append(u"%1: %2 bytes"_s.arg(file.fileName(), QString::number(file.size())));
    const QList<BackupFile> backups = backupsOf(profile);
    facts.append(u"backups: %1"_s.arg(backups.size()));
    return facts;
}

// Not its name, which a person chose, nor its senders, which may be somebody's number.
QString described(const domain::Account &account)
{
    const domain::SendingRules &rules = account.sending;
    QStringList facts{account.demo ? u"demo"_s : u"own"_s,
                      u"at %1"_s.arg(account.baseUrl.host()),
                      account.authentication == domain::Authentication::IpAddress ? u"by IP address"_s
                                                                                  : u"by password"_s,
                      account.method == domain::Method::Get ? u"GET"_s : u"JSON"_s,
                      u"%1 senders"_s.arg(account.senders.size()),
                      u"countries %1"_s.arg(rules.allowedCountries.join(u' ')),
                      u"daily cap %1"_s.arg(rules.dailyCap),
                      u"in flight %1, bulk %2 x %3, rate %4"_s.arg(
                          QString::number(rules.inFlight), QString::number(rules.bulkInFlight),
                          QString::number(rules.bulkSize), QString::number(rules.ratePerSecond))};
    if (rules.quietHours)
        facts.append(u"quiet hours %1"_s.arg(domain::identifier(*rules.quietHours)));
    if (account.proxy.kind != domain::ProxyKind::System)
        facts.append(account.proxy.kind == domain::ProxyKind::None ? u"no proxy"_s : u"manual proxy"_s);
    if (!account.authoritiesFile.isEmpty())
        facts.append(u"own certificate authority"_s);
    return u"account: "_s + facts.join(u", "_s);
}

QStringList settingsFacts(const Profile &profile)
{
    const Settings settings(profile.settingsFile());
    QStringList facts{u"[Settings]"_s};
    for (const domain::Account &account : settings.accounts())
        facts.append(described(account));
    const ReceiverSettings receiver = settings.receiver();
    facts.append(u"receiver: %1, port %2, public address %3, certificate %4, callers %5, proxies %6"_s.arg(
        receiver.enabled ? u"on"_s : u"off"_s, QString::number(receiver.port),
        yesNo(!receiver.publicUrl.isEmpty()), yesNo(!receiver.certificateFile.isEmpty()),
        QString::number(receiver.allowed.size()), QString::number(receiver.trustedProxies.size())));
    const MailboxSettings mailbox = mailboxSettings(settings);
    facts.append(u"mailbox: %1"_s.arg(mailbox.url.isEmpty() ? u"none"_s : mailbox.url.host()));
    facts.append(u"retention: texts %1 days, log %2 months"_s.arg(settings.retention().textDays)
                     .arg(settings.retention().logMonths));
    QStringList fixed;
    for (const Fixed setting : CentralSettings().all())
        fixed.append(identifier(setting));
    facts.append(u"fixed for the computer: %1"_s.arg(fixed.isEmpty() ? u"nothing"_s : fixed.join(u", "_s)));
    if (const auto understood = CentralSettings().check(); !understood)
        facts.append(u"not understood there: %1"_s.arg(understood.error().detail));
    return facts;
}

QStringList databaseFacts(storage::Database *reader)
{
    QStringList facts{u"[Database]"_s};
    if (!reader)
        return facts + QStringList{u"none, or it cannot be read"_s};
    facts.append(u"schema %1"_s.arg(storage::latestVersion()));
    const auto campaigns = storage::CampaignRepository(*reader).campaigns();
    if (!campaigns)
        return facts + QStringList{u"campaigns cannot be read: %1"_s.arg(campaigns.error().detail)};
    for (const domain::Campaign &campaign : *campaigns) {
        QStringList counts;
        for (const domain::MessageState state : domain::allMessageStates()) {
            if (const qint64 count = campaign.counts.at(static_cast<size_t>(state)))
                counts.append(u"%1 %2"_s.arg(domain::identifier(state), QString::number(count)));
        }
        facts.append(u"campaign %1: %2 %3; %4"_s.arg(QString::number(campaign.id), identifier(campaign.state),
                                                     identifier(campaign.reason), counts.join(u", "_s)));
    }
    return facts;
}

QStringList endOf(const QString &file)
{
    QFile log(file);
    if (!log.open(QIODevice::ReadOnly))
        return {};
    if (log.size() > mostOfLog)
        log.seek(log.size() - mostOfLog);
    return QString::fromUtf8(log.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

base::Result<void> collectForSupport(const Profile &profile, storage::Database *reader, const QString &file)
{
    if (auto taken = profile.takesOutput(file); !taken)
        return taken;
    const QStringList lines = programFacts() + profileFacts(profile) + settingsFacts(profile) +
                              databaseFacts(reader) + QStringList{u"[Log]"_s} +
                              endOf(ProgramLog::formerFile(profile.folder())) +
                              endOf(ProgramLog::file(profile.folder()));
    const QByteArray text = lines.join(u'\n').toUtf8() + '\n';
    QSaveFile written(file);
    if (!written.open(QIODevice::WriteOnly) || written.write(text) != text.size() || !written.commit())
        return base::Error{base::ErrorCode::FileUnwritable, file, {}};
    return {};
}

} // namespace engine
