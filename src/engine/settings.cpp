// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/settings.h"

#include "domain/accountrules.h"
#include "engine/centralsettings.h"
#include "receiver/receiver.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

#include <concepts>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

const QLatin1StringView accountsGroup("accounts");
const QLatin1StringView activeKey("activeAccount");
const QLatin1StringView receiverGroup("receiver");
const QLatin1StringView retentionGroup("privacy");

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

// Every setting with its key: the one list by which it is read and written. Its struct is const, or not.
template <typename Account, typename Each>
requires std::same_as<std::remove_const_t<Account>, domain::Account>
void eachSetting(Account &account, const Each &each)
{
    each("name"_L1, account.name);
    each("serviceId"_L1, account.serviceId);
    each("baseUrl"_L1, account.baseUrl);
    each("authentication"_L1, account.authentication);
    each("method"_L1, account.method);
    each("senders"_L1, account.senders);
    each("demo"_L1, account.demo);
    auto &rules = account.sending;
    each("allowedCountries"_L1, rules.allowedCountries);
    each("dailyCap"_L1, rules.dailyCap);
    each("inFlight"_L1, rules.inFlight);
    each("bulkSize"_L1, rules.bulkSize);
    each("bulkInFlight"_L1, rules.bulkInFlight);
    each("rate"_L1, rules.ratePerSecond);
    each("duplicateLockSeen"_L1, rules.duplicateLockSeen);
    each("retryByDuplicateLock"_L1, rules.retryByDuplicateLock);
    each("quietHours"_L1, rules.quietHours);
    each("pricePerSmsOre"_L1, rules.pricePerSmsOre);
    each("pricesByCountryOre"_L1, rules.pricesByCountryOre);
    each("templateSender"_L1, account.templateSender);
    each("authoritiesFile"_L1, account.authoritiesFile);
    each("proxy"_L1, account.proxy.kind);
    each("proxyHost"_L1, account.proxy.host);
    each("proxyPort"_L1, account.proxy.port);
    each("proxyUser"_L1, account.proxy.user);
}

template <typename Receiver, typename Each>
requires std::same_as<std::remove_const_t<Receiver>, ReceiverSettings>
void eachSetting(Receiver &receiver, const Each &each)
{
    each("enabled"_L1, receiver.enabled);
    each("listenAddress"_L1, receiver.listenAddress);
    each("port"_L1, receiver.port);
    each("publicUrl"_L1, receiver.publicUrl);
    each("allowed"_L1, receiver.allowed);
    each("trustedProxies"_L1, receiver.trustedProxies);
    each("certificateFile"_L1, receiver.certificateFile);
    each("keyFile"_L1, receiver.keyFile);
    each("watchCounters"_L1, receiver.watchCounters);
}

template <typename Retention, typename Each>
requires std::same_as<std::remove_const_t<Retention>, RetentionSettings>
void eachSetting(Retention &retention, const Each &each)
{
    each("textDays"_L1, retention.textDays);
    each("logMonths"_L1, retention.logMonths);
}

// How a value is stored; an invalid variant: not at all.
template <typename Value>
QVariant stored(const Value &value)
{
    if constexpr (base::HasWords<Value>)
        return base::identifier(value);
    else
        return value;
}

QVariant stored(const domain::QuietHours &hours)
{
    return domain::identifier(hours);
}

QVariant stored(const QMap<QString, int> &prices)
{
    QStringList list;
    for (auto price = prices.cbegin(); price != prices.cend(); ++price)
        list.append(QString(price.key() + u'=' + QString::number(price.value())));
    return list;
}

template <typename Value>
QVariant stored(const std::optional<Value> &value)
{
    return value ? stored(*value) : QVariant();
}

// What cannot be read leaves an enum as it is.
template <typename Value>
void take(Value &value, const QVariant &found)
{
    if constexpr (base::HasWords<Value>)
        value = base::valueOf<Value>(found.toString()).value_or(value);
    else
        value = found.value<Value>();
}

void take(std::optional<int> &number, const QVariant &found)
{
    number = found.toInt();
}

void take(std::optional<domain::QuietHours> &hours, const QVariant &found)
{
    hours = domain::quietHours(found.toString());
}

void take(QMap<QString, int> &prices, const QVariant &found)
{
    for (const QString &price : found.toStringList())
        prices.insert(price.section(u'=', 0, 0), price.section(u'=', 1).toInt());
}

// Of a QSettings or a QVariantMap. What is not there has the value that it begins with.
template <typename Settings>
Settings read(const auto &store)
{
    Settings settings;
    eachSetting(settings, [&](QLatin1StringView key, auto &value) {
        if (store.contains(key))
            take(value, store.value(key));
    });
    return settings;
}

// What is fixed for this computer leaves the own value as it was: it is there again when it is fixed no more.
void write(QSettings &store, const auto &settings, const CentralSettings &central, QLatin1StringView group)
{
    eachSetting(settings, [&](QLatin1StringView key, const auto &value) {
        const auto fixed = base::valueOf<Fixed>(QString(group + u'/' + key));
        if (fixed && central.isFixed(*fixed))
            return;
        if (const QVariant there = stored(value); there.isValid())
            store.setValue(key, there);
        else
            store.remove(key);
    });
}

// A group of the file, with what is fixed for this computer.
template <typename Settings>
Settings loaded(const QString &file, QLatin1StringView group)
{
    QSettings store(file, QSettings::IniFormat);
    store.beginGroup(group);
    auto settings = read<Settings>(store);
    CentralSettings().apply(settings);
    return settings;
}

base::Result<void> saved(const auto &settings, const QString &file, QLatin1StringView group)
{
    const CentralSettings central;
    if (auto permitted = central.permits(settings); !permitted)
        return permitted;
    QSettings store(file, QSettings::IniFormat);
    store.beginGroup(group);
    write(store, settings, central, group);
    return synced(store, file);
}

domain::Account readAccount(const QSettings &store)
{
    auto account = read<domain::Account>(store);
    domain::SendingRules &rules = account.sending;
    rules.retryByDuplicateLock = rules.duplicateLockSeen && rules.retryByDuplicateLock;
    return account;
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
    const CentralSettings central;
    if (auto permitted = central.permits(account); !permitted)
        return permitted;
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(accountsGroup);
    settings.beginGroup(groupName(account.name));
    write(settings, account, central, account.demo ? "demo"_L1 : "account"_L1);
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
    QJsonObject object;
    eachSetting(receiver, [&object](QLatin1StringView key, const auto &value) {
        object.insert(key, QJsonValue::fromVariant(stored(value)));
    });
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<ReceiverSettings> receiverSettings(const QByteArray &json)
{
    const QVariantMap map = QJsonDocument::fromJson(json).object().toVariantMap();
    if (!map.contains("listenAddress"_L1))
        return std::nullopt;
    auto receiver = read<ReceiverSettings>(map);
    receiver.enabled = true;
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
    return loaded<ReceiverSettings>(m_file, receiverGroup);
}

base::Result<void> Settings::save(const ReceiverSettings &receiver)
{
    return saved(receiver, m_file, receiverGroup);
}

RetentionSettings Settings::retention() const
{
    return loaded<RetentionSettings>(m_file, retentionGroup);
}

base::Result<void> Settings::save(const RetentionSettings &retention)
{
    return saved(retention, m_file, retentionGroup);
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
