// SPDX-License-Identifier: GPL-3.0-or-later
// account set, list, use, show and check.
#include "domain/accountrules.h"
#include "engine/accounts.h"
#include "engine/centralsettings.h"
#include "engine/countrywording.h"
#include "engine/network.h"
#include "engine/wording.h"
#include "gateway/request.h"
#include "programs/cli/commands.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>

#include <cstdio>

namespace cli {
using namespace Qt::StringLiterals;

namespace {

base::Error invalid(const QString &option, const QString &value)
{
    return {base::ErrorCode::Usage,
            QCoreApplication::translate(
                "Cli", "“%1” is not a usable value for --%2. See budstikke-cli account set --help.")
                .arg(value, option),
            option};
}

base::Result<int> wholeNumber(const QCommandLineParser &options, const QString &option, int least, int most)
{
    bool good = false;
    const int value = options.value(option).toInt(&good);
    if (!good || value < least || value > most)
        return invalid(option, options.value(option));
    return value;
}

base::Result<void> setUrl(domain::Account &account, const QString &typed)
{
    const auto url = engine::gatewayFolder(typed);
    if (!url)
        return url.error().code == base::ErrorCode::InsecureUrl ? url.error() : invalid(u"base-url"_s, typed);
    account.baseUrl = *url;
    return {};
}

base::Result<void> setSenders(domain::Account &account, const QStringList &typed)
{
    for (const QString &sender : typed) {
        if (const auto good = gateway::checkedSender(sender); !good)
            return base::Error{good.error().code, good.error().detail, u"sender"_s};
    }
    account.senders = typed;
    return {};
}

base::Result<void> setQuietHours(domain::SendingRules &rules, const QString &typed)
{
    if (typed.isEmpty() || typed == "off"_L1) {
        rules.quietHours.reset();
        return {};
    }
    rules.quietHours = domain::quietHours(typed);
    return rules.quietHours ? base::Result<void>() : invalid(u"quiet-hours"_s, typed);
}

base::Result<void> setCountries(domain::SendingRules &rules, const QStringList &typed)
{
    const auto countries = engine::wording::countryCodes(typed.join(u','));
    if (!countries)
        return invalid(u"allow-country"_s, countries.error().detail);
    if (countries->isEmpty()) // to nobody could be sent
        return invalid(u"allow-country"_s, typed.join(u','));
    rules.allowedCountries = *countries;
    return {};
}

base::Result<void> setRules(domain::SendingRules &rules, const QCommandLineParser &options)
{
    const struct
    {
        QString option;
        int least;
        int most;
        int &target;
    } numbers[] = {{u"daily-cap"_s, 0, 100000000, rules.dailyCap},
                   {u"in-flight"_s, 1, 16, rules.inFlight},
                   {u"bulk-size"_s, 1, 1000, rules.bulkSize}};
    for (const auto &number : numbers) {
        if (!options.isSet(number.option))
            continue;
        const auto value = wholeNumber(options, number.option, number.least, number.most);
        if (!value)
            return value.error();
        number.target = *value;
    }
    if (options.isSet(u"rate"_s)) {
        bool good = false;
        rules.ratePerSecond = options.value(u"rate"_s).toDouble(&good);
        if (!good || rules.ratePerSecond < 0 || !qIsFinite(rules.ratePerSecond))
            return invalid(u"rate"_s, options.value(u"rate"_s));
    }
    if (options.isSet(u"allow-country"_s)) {
        if (auto set = setCountries(rules, options.values(u"allow-country"_s)); !set)
            return set;
    }
    if (options.isSet(u"quiet-hours"_s))
        return setQuietHours(rules, options.value(u"quiet-hours"_s));
    return {};
}

base::Result<void> storePassword(Console &console, const QString &account)
{
    QByteArray line;
    QFile input;
    if (input.open(stdin, QIODevice::ReadOnly))
        line = input.readLine();
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return base::Error{base::ErrorCode::NoPassword, {}, u"password"_s};
    if (!qEnvironmentVariableIsEmpty("BUDSTIKKE_PASSWORD"))
        return {}; // used for each run instead of the keyring's
    QEventLoop loop;
    base::Result<void> stored;
    console.secrets().write(account, QString::fromUtf8(line), &loop, [&](const base::Result<void> &result) {
        stored = result;
        loop.quit();
    });
    loop.exec();
    return stored;
}

QJsonObject accountObject(const engine::Settings &settings, const domain::Account &account)
{
    QJsonArray fixed;
    for (const engine::Fixed setting : engine::CentralSettings().all())
        fixed.append(engine::identifier(setting));
    const domain::SendingRules &rules = account.sending;
    QJsonValue quiet;
    if (rules.quietHours)
        quiet = domain::identifier(*rules.quietHours);
    return {{u"name"_s, account.name},
            {u"active"_s, settings.activeAccount() == account.name},
            {u"serviceId"_s, account.serviceId},
            {u"baseUrl"_s, account.baseUrl.toString()},
            {u"authentication"_s, identifier(account.authentication)},
            {u"method"_s, identifier(account.method)},
            {u"senders"_s, QJsonArray::fromStringList(account.senders)},
            {u"allowedCountries"_s, QJsonArray::fromStringList(rules.allowedCountries)},
            {u"dailyCap"_s, rules.dailyCap},
            {u"inFlight"_s, rules.inFlight},
            {u"bulkSize"_s, rules.bulkSize},
            {u"rate"_s, rules.ratePerSecond},
            {u"quietHours"_s, quiet},
            {u"fixed"_s, fixed}};
}

void printAccount(Console &console, const engine::Settings &settings, const domain::Account &account)
{
    const QJsonObject object = accountObject(settings, account);
    if (console.json()) {
        console.print(object);
        return;
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonValue value = it.value();
        QString text = value.toVariant().toString();
        if (value.isArray())
            text = value.toVariant().toStringList().join(u", "_s);
        console.print(QString(it.key() + u": "_s + text));
    }
}

Ended runSet(Console &console, engine::Profile &profile)
{
    const QCommandLineParser &options = console.options();
    if (auto owned = profile.own(); !owned)
        return owned.error();
    engine::Settings settings(profile.settingsFile());
    const QString given = options.value(u"account"_s);
    const QString name = !given.isEmpty()
                             ? given
                             : (settings.activeAccount().isEmpty() ? u"default"_s : settings.activeAccount());
    auto account = settings.account(name).value_or(domain::Account{});
    account.name = name;
    engine::CentralSettings().apply(account); // a new one has what is fixed, too

    if (options.isSet(u"service-id"_s)) {
        const auto id = wholeNumber(options, u"service-id"_s, 1, INT_MAX);
        if (!id)
            return id.error();
        account.serviceId = *id;
    } else if (account.serviceId == 0) {
        return badUsage(QCoreApplication::translate(
            "Cli", "A new account needs --service-id, the number that Front gave you."));
    }
    if (options.isSet(u"base-url"_s)) {
        if (auto set = setUrl(account, options.value(u"base-url"_s)); !set)
            return set.error();
    }
    if (options.isSet(u"ip-auth"_s) && options.isSet(u"password-stdin"_s))
        return badUsage(QCoreApplication::translate("Cli", "Choose either --ip-auth or --password-stdin."));
    if (options.isSet(u"ip-auth"_s))
        account.authentication = domain::Authentication::IpAddress;
    if (options.isSet(u"password-stdin"_s))
        account.authentication = domain::Authentication::Password;
    if (options.isSet(u"method"_s)) {
        const QString typed = options.value(u"method"_s).toLower();
        const auto method = base::valueOf<domain::Method>(typed);
        if (!method)
            return invalid(u"method"_s, typed);
        account.method = *method;
    }
    if (options.isSet(u"sender"_s)) {
        if (auto set = setSenders(account, options.values(u"sender"_s)); !set)
            return set.error();
    }
    if (auto set = setRules(account.sending, options); !set)
        return set.error();
    if (options.isSet(u"password-stdin"_s)) {
        if (auto stored = storePassword(console, account.name); !stored)
            return stored.error();
    }
    if (auto saved = settings.save(account); !saved)
        return saved.error();
    printAccount(console, settings, account);
    return Done;
}

Ended runList(Console &console, engine::Profile &profile)
{
    const engine::Settings settings(profile.settingsFile());
    for (const domain::Account &account : settings.accounts()) {
        const bool active = settings.activeAccount() == account.name;
        if (console.json())
            console.print(accountObject(settings, account));
        else
            console.print("%1 %2  %3  %4"_L1.arg(active ? u"*"_s : u" "_s, account.name,
                                                 QString::number(account.serviceId),
                                                 account.baseUrl.toString()));
    }
    return Done;
}

Ended runUse(Console &console, engine::Profile &profile)
{
    if (auto owned = profile.own(); !owned)
        return owned.error();
    engine::Settings settings(profile.settingsFile());
    const QString name = console.words().constFirst();
    if (!settings.account(name))
        return base::Error{base::ErrorCode::NoAccount, name, u"account"_s};
    if (auto used = settings.use(name); !used)
        return used.error();
    printAccount(console, settings, *settings.account(name));
    return Done;
}

Ended runShow(Console &console, const domain::Account &account)
{
    const auto profile = console.profile();
    printAccount(console, engine::Settings((*profile)->settingsFile()), account);
    return Done;
}

Ended runCheck(Console &console, const domain::Account &account)
{
    const auto engine = console.engine();
    if (!engine)
        return engine.error();
    QEventLoop loop;
    base::Result<engine::AccountAnswer> answer = engine::AccountAnswer();
    (*engine)->accounts().check(account, [&](const base::Result<engine::AccountAnswer> &heard) {
        answer = heard;
        loop.quit();
    });
    loop.exec();
    if (!answer)
        return answer.error();
    const QString words = engine::wording::accountAnswer(*answer);
    if (console.json())
        console.print(QJsonObject{
            {u"reached"_s, answer->reached}, {u"errorCode"_s, answer->errorCode}, {u"message"_s, words}});
    else if (answer->reached)
        console.print(words);
    if (!answer->reached)
        console.say(engine::wording::withRemedy(words, answer->errorCode));
    return answer->reached ? Done : Failed;
}

} // namespace

QList<Command> accountCommands()
{
    const QList<QCommandLineOption> setOptions{
        valued(u"service-id"_s, u"N"_s,
               QCoreApplication::translate("Cli", "the account's service ID at Front")),
        valued(u"base-url"_s, u"URL"_s, QCoreApplication::translate("Cli", "the folder of push.php")),
        flag(u"ip-auth"_s,
             QCoreApplication::translate("Cli", "sign in by this computer's IP address, without a password")),
        flag(u"password-stdin"_s,
             QCoreApplication::translate("Cli",
                                         "read the password from standard input and keep it in the keyring")),
        valued(u"method"_s, u"json|get"_s,
               QCoreApplication::translate("Cli", "how single messages are sent")),
        valued(u"sender"_s, u"S"_s,
               QCoreApplication::translate("Cli", "a sender to choose from (may be repeated)")),
        valued(u"allow-country"_s, u"CC"_s,
               QCoreApplication::translate("Cli", "an allowed country (may be repeated)")),
        valued(u"daily-cap"_s, u"N"_s, QCoreApplication::translate("Cli", "max. SMS per day")),
        valued(u"in-flight"_s, u"N"_s,
               QCoreApplication::translate("Cli", "single messages at a time, 1 to 16")),
        valued(u"bulk-size"_s, u"N"_s,
               QCoreApplication::translate("Cli", "numbers per bulk request, 1 to 1000")),
        valued(u"rate"_s, u"PER_SECOND"_s,
               QCoreApplication::translate("Cli", "max. requests per second, 0 for no limit")),
        valued(u"quiet-hours"_s, u"HH:MM-HH:MM"_s,
               QCoreApplication::translate("Cli", "quiet hours without sending, or off")),
    };
    return {
        command(u"account set"_s, QCoreApplication::translate("Cli", "store the account"), runSet)
            .with(setOptions),
        command(u"account list"_s, QCoreApplication::translate("Cli", "list the accounts of this profile"),
                runList),
        command(u"account use"_s, QCoreApplication::translate("Cli", "make it the active account"), runUse)
            .takes(u"NAME"_s),
        command(u"account show"_s,
                QCoreApplication::translate("Cli", "show the account, without its password"), runShow),
        command(u"account check"_s,
                QCoreApplication::translate("Cli", "check that the gateway can be reached; sends nothing"),
                runCheck),
    };
}

} // namespace cli
