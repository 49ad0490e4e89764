// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/centralsettings.h"

#include "domain/accountrules.h"
#include "engine/network.h"
#include "engine/settings.h"
#include "gateway/request.h"
#include "mailbox/client.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

std::optional<int> number(const QVariant &value, int least, int most)
{
    bool good = false;
    const int read = value.toString().trimmed().toInt(&good);
    return good && read >= least && read <= most ? std::optional(read) : std::nullopt;
}

QStringList list(const QVariant &value)
{
    QStringList items;
    for (const QString &item : value.toStringList()) {
        if (!item.trimmed().isEmpty())
            items.append(item.trimmed());
    }
    return items;
}

// Each sets what it understands and says whether it did. What another kind of settings has is understood.

bool set(Fixed setting, const QVariant &value, domain::Account &account)
{
    const auto keep = [](auto &where, const auto &what) {
        if (what)
            where = *what;
        return bool(what);
    };
    domain::SendingRules &rules = account.sending;
    switch (setting) {
    case Fixed::ServiceId:
        return keep(account.serviceId, number(value, 1, std::numeric_limits<int>::max()));
    case Fixed::BaseUrl:
        return keep(account.baseUrl, gatewayFolder(value.toString()));
    case Fixed::Authentication:
        account.authentication = domain::authentication(value.toString().trimmed());
        return domain::identifier(account.authentication) == value.toString().trimmed();
    case Fixed::Method:
        return keep(account.method, base::valueOf<domain::Method>(value.toString().trimmed()));
    case Fixed::Senders: {
        account.senders = list(value);
        const auto good = [](const QString &sender) { return gateway::checkedSender(sender).ok(); };
        return std::all_of(account.senders.cbegin(), account.senders.cend(), good);
    }
    case Fixed::AllowedCountries:
        return keep(rules.allowedCountries, domain::countries(list(value).join(u',')));
    case Fixed::DailyCap:
        return keep(rules.dailyCap, number(value, 0, 100'000'000));
    case Fixed::QuietHours:
        rules.quietHours = domain::quietHours(value.toString().trimmed());
        return rules.quietHours || value.toString().trimmed() == "off"_L1;
    default:
        return true;
    }
}

bool set(Fixed setting, const QVariant &value, RetentionSettings &retention)
{
    if (setting != Fixed::TextDays && setting != Fixed::LogMonths)
        return true;
    const bool days = setting == Fixed::TextDays;
    const auto read = number(value, 1, days ? 3650 : 120);
    if (read)
        (days ? retention.textDays : retention.logMonths) = *read;
    return read.has_value();
}

bool set(Fixed setting, const QVariant &value, ReceiverSettings &receiver)
{
    switch (setting) {
    case Fixed::ReceiverEnabled: {
        const QString word = value.toString().trimmed().toLower();
        receiver.enabled = word == "true"_L1;
        return receiver.enabled || word == "false"_L1;
    }
    case Fixed::ListenAddress:
        receiver.listenAddress = value.toString().trimmed();
        return isIpAddress(receiver.listenAddress);
    case Fixed::Port: {
        const auto port = number(value, 1, 65535);
        receiver.port = static_cast<quint16>(port.value_or(receiver.port));
        return port.has_value();
    }
    case Fixed::PublicUrl: {
        const auto url = publicAddress(value.toString().trimmed());
        receiver.publicUrl = url ? *url : QUrl();
        return url.ok();
    }
    case Fixed::AllowedCallers:
    case Fixed::TrustedProxies: {
        const QStringList addresses = list(value);
        (setting == Fixed::AllowedCallers ? receiver.allowed : receiver.trustedProxies) = addresses;
        return std::all_of(addresses.cbegin(), addresses.cend(), isIpAddress);
    }
    case Fixed::CertificateFile:
        receiver.certificateFile = value.toString().trimmed();
        return true;
    case Fixed::KeyFile:
        receiver.keyFile = value.toString().trimmed();
        return true;
    default:
        return true;
    }
}

bool isUnderstood(Fixed setting, const QVariant &value)
{
    domain::Account account;
    RetentionSettings retention;
    ReceiverSettings receiver;
    if (setting == Fixed::MailboxUrl)
        return mailbox::mailboxAddress(value.toString().trimmed()).ok();
    return set(setting, value, account) && set(setting, value, retention) && set(setting, value, receiver);
}

bool isSame(const domain::Account &a, const domain::Account &b)
{
    return a == b;
}
bool isSame(const RetentionSettings &a, const RetentionSettings &b)
{
    return a.textDays == b.textDays && a.logMonths == b.logMonths;
}
bool isSame(const ReceiverSettings &a, const ReceiverSettings &b)
{
    return a.enabled == b.enabled && toJson(a) == toJson(b);
}

bool isComment(QStringView line)
{
    return line.startsWith(u';') || line.startsWith(u'#');
}

// The first line that is no section, entry or comment. QSettings drops such lines, and tells of them only to
// the first of a process who reads the file.
QString oddLine(const QString &file)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return {};
    QByteArray content = input.readAll();
    if (content.startsWith("\xef\xbb\xbf"))
        content.remove(0, 3);
    const QStringList lines = QString::fromUtf8(content).replace(u'\r', u'\n').split(u'\n');
    for (const QString &each : lines) {
        const QString line = each.trimmed();
        const bool section = line.startsWith(u'[');
        if (!line.isEmpty() && !isComment(line) && (section ? !line.contains(u']') : line.indexOf(u'=') < 1))
            return line;
    }
    return {};
}

// Whether all that is fixed is in it already.
template <typename Wanted>
base::Result<void> unchanged(const QHash<Fixed, QVariant> &fixed, const Wanted &wanted)
{
    QStringList changed;
    for (auto entry = fixed.cbegin(); entry != fixed.cend(); ++entry) {
        Wanted asFixed = wanted;
        set(entry.key(), entry.value(), asFixed);
        if (!isSame(asFixed, wanted))
            changed.append(identifier(entry.key()));
    }
    changed.sort();
    if (changed.isEmpty())
        return {};
    return base::Error{base::ErrorCode::WrongState, changed.join(u", "_s), u"central"_s};
}

} // namespace

QString centralSettingsFile()
{
#if defined(Q_OS_WIN)
    return QDir::fromNativeSeparators(qEnvironmentVariable("ProgramData", u"C:/ProgramData"_s)) +
           "/Budstikke/settings.ini"_L1;
#elif defined(Q_OS_MACOS)
    return u"/Library/Application Support/Budstikke/settings.ini"_s;
#else
    return u"/etc/budstikke/settings.ini"_s;
#endif
}

// The first that names a setting decides.
CentralSettings::CentralSettings()
{
#ifdef Q_OS_WIN
    for (const QString &key : {u"HKEY_LOCAL_MACHINE"_s, u"HKEY_CURRENT_USER"_s})
        read(QSettings(key + u"\\SOFTWARE\\Policies\\Budstikke"_s, QSettings::Registry64Format));
#endif
    readFile(centralSettingsFile());
    const QString tried = qEnvironmentVariable("BUDSTIKKE_CENTRAL_SETTINGS");
    if (!tried.isEmpty() && !QFileInfo::exists(tried))
        m_misunderstood = tried;
    readFile(tried);
}

void CentralSettings::readFile(const QString &file)
{
    if (file.isEmpty() || !QFileInfo::exists(file))
        return;
    const QSettings settings(file, QSettings::IniFormat);
    read(settings);
    if (!m_misunderstood.isEmpty())
        return;
    if (const QString line = oddLine(file); !line.isEmpty())
        m_misunderstood = u"%1 (%2)"_s.arg(line, file);
    else if (settings.status() == QSettings::AccessError || !QFileInfo(file).isReadable())
        m_misunderstood = file;
}

void CentralSettings::read(const QSettings &settings)
{
    for (const QString &key : settings.allKeys()) {
        if (isComment(key.section(u'/', -1)))
            continue;
        const QVariant value = settings.value(key);
        const auto setting = base::valueOf<Fixed>(key);
        if (setting && isUnderstood(*setting, value)) {
            if (!m_values.contains(*setting))
                m_values.insert(*setting, value);
        } else if (m_misunderstood.isEmpty()) {
            m_misunderstood =
                u"%1=%2 (%3)"_s.arg(key, value.toStringList().join(u", "_s), settings.fileName());
        }
    }
}

QList<Fixed> CentralSettings::all() const
{
    QList<Fixed> settings = m_values.keys();
    std::sort(settings.begin(), settings.end());
    return settings;
}

base::Result<void> CentralSettings::check() const
{
    if (m_misunderstood.isEmpty())
        return {};
    return base::Error{base::ErrorCode::InvalidField, m_misunderstood, u"central"_s};
}

void CentralSettings::apply(domain::Account &account) const
{
    if (account.demo)
        return;
    for (auto entry = m_values.cbegin(); entry != m_values.cend(); ++entry)
        set(entry.key(), entry.value(), account);
}

void CentralSettings::apply(ReceiverSettings &receiver) const
{
    for (auto entry = m_values.cbegin(); entry != m_values.cend(); ++entry)
        set(entry.key(), entry.value(), receiver);
}

void CentralSettings::apply(RetentionSettings &retention) const
{
    for (auto entry = m_values.cbegin(); entry != m_values.cend(); ++entry)
        set(entry.key(), entry.value(), retention);
}

std::optional<QUrl> CentralSettings::mailboxUrl() const
{
    if (!isFixed(Fixed::MailboxUrl))
        return std::nullopt;
    return *mailbox::mailboxAddress(m_values.value(Fixed::MailboxUrl).toString().trimmed());
}

base::Result<void> CentralSettings::permits(const domain::Account &account) const
{
    const auto good = check();
    return good && !account.demo ? unchanged(m_values, account) : good;
}

base::Result<void> CentralSettings::permits(const ReceiverSettings &receiver) const
{
    const auto good = check();
    return good ? unchanged(m_values, receiver) : good;
}

base::Result<void> CentralSettings::permits(const RetentionSettings &retention) const
{
    const auto good = check();
    return good ? unchanged(m_values, retention) : good;
}

base::Result<void> CentralSettings::permits(const QUrl &mailbox) const
{
    if (auto good = check(); !good)
        return good;
    const auto fixed = mailboxUrl();
    if (!fixed || mailbox.isEmpty() || mailbox == *fixed)
        return {};
    return base::Error{base::ErrorCode::WrongState, identifier(Fixed::MailboxUrl), u"central"_s};
}

} // namespace engine
