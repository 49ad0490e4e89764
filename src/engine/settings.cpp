// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/settings.h"

#include "domain/accountrules.h"
#include "engine/centralsettings.h"
#include "receiver/receiver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

const QLatin1StringView accountsGroup("accounts");
const QLatin1StringView activeKey("activeAccount");

base::Result<void> synced(QSettings &settings, const QString &file)
{
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return base::Error{base::ErrorCode::FileUnwritable, file, {}};
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

// Account names are a person's text; as a group's name they must not hold separators.
QString groupName(const QString &name)
{
    return QString::fromLatin1(name.toUtf8().toHex());
}

domain::Account readAccount(QSettings &settings)
{
    domain::Account account;
    account.name = settings.value("name"_L1).toString();
    account.serviceId = settings.value("serviceId"_L1).toLongLong();
    account.baseUrl = settings.value("baseUrl"_L1).toUrl();
    account.authentication = domain::authentication(settings.value("authentication"_L1).toString());
    account.method =
        base::valueOf<domain::Method>(settings.value("method"_L1).toString()).value_or(account.method);
    account.senders = settings.value("senders"_L1).toStringList();
    account.demo = settings.value("demo"_L1).toBool();
    domain::SendingRules &rules = account.sending;
    rules.allowedCountries = settings.value("allowedCountries"_L1, rules.allowedCountries).toStringList();
    rules.dailyCap = settings.value("dailyCap"_L1, rules.dailyCap).toInt();
    rules.inFlight = settings.value("inFlight"_L1, rules.inFlight).toInt();
    rules.bulkSize = settings.value("bulkSize"_L1, rules.bulkSize).toInt();
    rules.bulkInFlight = settings.value("bulkInFlight"_L1, rules.bulkInFlight).toInt();
    rules.ratePerSecond = settings.value("rate"_L1, rules.ratePerSecond).toDouble();
    rules.duplicateLockSeen = settings.value("duplicateLockSeen"_L1).toBool();
    rules.retryByDuplicateLock =
        rules.duplicateLockSeen && settings.value("retryByDuplicateLock"_L1).toBool();
    rules.quietHours = domain::quietHours(settings.value("quietHours"_L1).toString());
    if (settings.contains("pricePerSmsOre"_L1))
        rules.pricePerSmsOre = settings.value("pricePerSmsOre"_L1).toInt();
    for (const QString &price : settings.value("pricesByCountryOre"_L1).toStringList())
        rules.pricesByCountryOre.insert(price.section(u'=', 0, 0), price.section(u'=', 1).toInt());
    account.templateSender = settings.value("templateSender"_L1).toString();
    account.authoritiesFile = settings.value("authoritiesFile"_L1).toString();
    account.proxy.kind = domain::proxyKind(settings.value("proxy"_L1).toString());
    account.proxy.host = settings.value("proxyHost"_L1).toString();
    account.proxy.port = settings.value("proxyPort"_L1, account.proxy.port).toInt();
    account.proxy.user = settings.value("proxyUser"_L1).toString();
    return account;
}

void writeAccount(QSettings &settings, const domain::Account &account)
{
    settings.setValue("name"_L1, account.name);
    settings.setValue("serviceId"_L1, account.serviceId);
    settings.setValue("baseUrl"_L1, account.baseUrl);
    settings.setValue("authentication"_L1, identifier(account.authentication));
    settings.setValue("method"_L1, identifier(account.method));
    settings.setValue("senders"_L1, account.senders);
    settings.setValue("demo"_L1, account.demo);
    const domain::SendingRules &rules = account.sending;
    settings.setValue("allowedCountries"_L1, rules.allowedCountries);
    settings.setValue("dailyCap"_L1, rules.dailyCap);
    settings.setValue("inFlight"_L1, rules.inFlight);
    settings.setValue("bulkSize"_L1, rules.bulkSize);
    settings.setValue("bulkInFlight"_L1, rules.bulkInFlight);
    settings.setValue("rate"_L1, rules.ratePerSecond);
    settings.setValue("duplicateLockSeen"_L1, rules.duplicateLockSeen);
    settings.setValue("retryByDuplicateLock"_L1, rules.retryByDuplicateLock);
    QStringList prices;
    for (auto price = rules.pricesByCountryOre.cbegin(); price != rules.pricesByCountryOre.cend(); ++price)
        prices.append(QString(price.key() + u'=' + QString::number(price.value())));
    settings.setValue("pricesByCountryOre"_L1, prices);
    settings.setValue("templateSender"_L1, account.templateSender);
    settings.setValue("authoritiesFile"_L1, account.authoritiesFile);
    settings.setValue("proxy"_L1, identifier(account.proxy.kind));
    settings.setValue("proxyHost"_L1, account.proxy.host);
    settings.setValue("proxyPort"_L1, account.proxy.port);
    settings.setValue("proxyUser"_L1, account.proxy.user);
    if (rules.quietHours) {
        settings.setValue("quietHours"_L1, domain::identifier(*rules.quietHours));
    } else {
        settings.remove("quietHours"_L1);
    }
    if (rules.pricePerSmsOre)
        settings.setValue("pricePerSmsOre"_L1, *rules.pricePerSmsOre);
    else
        settings.remove("pricePerSmsOre"_L1);
}

} // namespace

QList<domain::Account> Settings::accounts() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(accountsGroup);
    QList<domain::Account> accounts;
    for (const QString &group : settings.childGroups()) {
        settings.beginGroup(group);
        accounts.append(readAccount(settings));
        settings.endGroup();
    }
    const CentralSettings central;
    const auto isOwn = [](const domain::Account &account) { return !account.demo; };
    if (central.isFixed(Fixed::ServiceId) && !std::any_of(accounts.cbegin(), accounts.cend(), isOwn))
        accounts.append(domain::Account());
    for (domain::Account &account : accounts)
        central.apply(account);
    std::sort(accounts.begin(), accounts.end(),
              [](const domain::Account &a, const domain::Account &b) { return a.name < b.name; });
    return accounts;
}

QString Settings::activeAccount() const
{
    const QString chosen = QSettings(m_file, QSettings::IniFormat).value(activeKey).toString();
    return chosen.isEmpty() && CentralSettings().isFixed(Fixed::ServiceId) ? domain::Account().name : chosen;
}

std::optional<domain::Account> Settings::account(const QString &name) const
{
    const QString wanted = name.isEmpty() ? activeAccount() : name;
    for (const domain::Account &account : accounts()) {
        if (account.name == wanted)
            return account;
    }
    return std::nullopt;
}

base::Result<void> Settings::save(const domain::Account &account)
{
    if (auto permitted = CentralSettings().permits(account); !permitted)
        return permitted;
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(accountsGroup);
    settings.beginGroup(groupName(account.name));
    writeAccount(settings, account);
    settings.endGroup();
    settings.endGroup();
    if (settings.value(activeKey).toString().isEmpty())
        settings.setValue(activeKey, account.name);
    return synced(settings, m_file);
}

base::Result<void> Settings::use(const QString &name)
{
    if (name.isEmpty() || !account(name))
        return base::Error{base::ErrorCode::NotFound, name, u"account"_s};
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(activeKey, name);
    return synced(settings, m_file);
}

base::Result<void> Settings::remove(const QString &name)
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.remove(QString(accountsGroup + "/"_L1 + groupName(name)));
    if (settings.value(activeKey).toString() == name)
        settings.remove(activeKey);
    return synced(settings, m_file);
}

base::Result<void> check(const ReceiverSettings &receiver)
{
    auto wrong = [](const QString &field, const QString &detail) {
        return base::Error{base::ErrorCode::InvalidField, detail, field};
    };
    if (QHostAddress(receiver.listenAddress).isNull())
        return wrong(u"listenAddress"_s, receiver.listenAddress);
    const QUrl &url = receiver.publicUrl;
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isEmpty() &&
        (!url.isValid() || url.host().isEmpty() || !web || url.hasQuery() || url.hasFragment()))
        return wrong(u"publicUrl"_s, url.toString());
    if (receiver.certificateFile.isEmpty() != receiver.keyFile.isEmpty())
        return wrong(receiver.keyFile.isEmpty() ? u"keyFile"_s : u"certificateFile"_s, {});
    for (const QString &address : receiver.allowed) {
        if (QHostAddress(address).isNull())
            return wrong(u"allowed"_s, address);
    }
    for (const QString &address : receiver.trustedProxies) {
        if (QHostAddress(address).isNull())
            return wrong(u"trustedProxies"_s, address);
    }
    return {};
}

QByteArray toJson(const ReceiverSettings &receiver)
{
    return QJsonDocument(
               QJsonObject{{u"listenAddress"_s, receiver.listenAddress},
                           {u"port"_s, receiver.port},
                           {u"publicUrl"_s, receiver.publicUrl.toString()},
                           {u"allowed"_s, QJsonArray::fromStringList(receiver.allowed)},
                           {u"trustedProxies"_s, QJsonArray::fromStringList(receiver.trustedProxies)},
                           {u"certificateFile"_s, receiver.certificateFile},
                           {u"keyFile"_s, receiver.keyFile},
                           {u"watchCounters"_s, receiver.watchCounters}})
        .toJson(QJsonDocument::Compact);
}

std::optional<ReceiverSettings> receiverSettings(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (!object.contains("listenAddress"_L1))
        return std::nullopt;
    ReceiverSettings receiver;
    receiver.enabled = true;
    receiver.listenAddress = object.value("listenAddress"_L1).toString();
    receiver.port = static_cast<quint16>(object.value("port"_L1).toInt());
    receiver.publicUrl = QUrl(object.value("publicUrl"_L1).toString());
    receiver.allowed = object.value("allowed"_L1).toVariant().toStringList();
    receiver.trustedProxies = object.value("trustedProxies"_L1).toVariant().toStringList();
    receiver.certificateFile = object.value("certificateFile"_L1).toString();
    receiver.keyFile = object.value("keyFile"_L1).toString();
    receiver.watchCounters = object.value("watchCounters"_L1).toBool(true);
    return receiver;
}

QStringList gatewayAddresses()
{
    QStringList addresses;
    for (const QHostAddress &address : receiver::gatewayAddresses())
        addresses.append(address.toString());
    return addresses;
}

ReceiverSettings Settings::receiver() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup("receiver"_L1);
    ReceiverSettings receiver;
    receiver.enabled = settings.value("enabled"_L1, receiver.enabled).toBool();
    receiver.listenAddress = settings.value("listenAddress"_L1, receiver.listenAddress).toString();
    receiver.port = static_cast<quint16>(settings.value("port"_L1, receiver.port).toUInt());
    receiver.publicUrl = settings.value("publicUrl"_L1).toUrl();
    receiver.allowed = settings.value("allowed"_L1).toStringList();
    receiver.trustedProxies = settings.value("trustedProxies"_L1).toStringList();
    receiver.certificateFile = settings.value("certificateFile"_L1).toString();
    receiver.keyFile = settings.value("keyFile"_L1).toString();
    receiver.watchCounters = settings.value("watchCounters"_L1, true).toBool();
    CentralSettings().apply(receiver);
    return receiver;
}

base::Result<void> Settings::save(const ReceiverSettings &receiver)
{
    if (auto permitted = CentralSettings().permits(receiver); !permitted)
        return permitted;
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup("receiver"_L1);
    settings.setValue("enabled"_L1, receiver.enabled);
    settings.setValue("listenAddress"_L1, receiver.listenAddress);
    settings.setValue("port"_L1, receiver.port);
    settings.setValue("publicUrl"_L1, receiver.publicUrl);
    settings.setValue("allowed"_L1, receiver.allowed);
    settings.setValue("trustedProxies"_L1, receiver.trustedProxies);
    settings.setValue("certificateFile"_L1, receiver.certificateFile);
    settings.setValue("keyFile"_L1, receiver.keyFile);
    settings.setValue("watchCounters"_L1, receiver.watchCounters);
    return synced(settings, m_file);
}

RetentionSettings Settings::retention() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    RetentionSettings retention;
    retention.textDays = settings.value("privacy/textDays"_L1, retention.textDays).toInt();
    retention.logMonths = settings.value("privacy/logMonths"_L1, retention.logMonths).toInt();
    CentralSettings().apply(retention);
    return retention;
}

base::Result<void> Settings::save(const RetentionSettings &retention)
{
    if (auto permitted = CentralSettings().permits(retention); !permitted)
        return permitted;
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue("privacy/textDays"_L1, retention.textDays);
    settings.setValue("privacy/logMonths"_L1, retention.logMonths);
    return synced(settings, m_file);
}

QString Settings::value(const QString &key) const
{
    return QSettings(m_file, QSettings::IniFormat).value("window/"_L1 + key).toString();
}

base::Result<void> Settings::setValue(const QString &key, const QString &value)
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue("window/"_L1 + key, value);
    return synced(settings, m_file);
}

} // namespace engine
