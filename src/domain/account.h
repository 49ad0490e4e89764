// SPDX-License-Identifier: GPL-3.0-or-later
// One account at the gateway and the rules a person has set for sending with it. Never a password.
#pragma once

#include "base/words.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QTime>
#include <QUrl>

#include <optional>

namespace domain {
using base::identifier;

enum class Authentication { Password, IpAddress }; // ACC-01
constexpr auto wordsOf(Authentication)             // cli.md; also the stored form
{
    return base::Words<Authentication::IpAddress>({"password", "ip"});
}
Authentication authentication(QStringView identifier); // anything else: by password

enum class Method { Json, Get }; // OUT-10
constexpr auto wordsOf(Method)   // cli.md; also the stored form
{
    return base::Words<Method::Get>({"json", "get"});
}

struct QuietHours
{
    QTime from; // local wall time; from > to spans midnight
    QTime to;
    bool operator==(const QuietHours &) const = default;
};

struct SendingRules
{
    QStringList allowedCountries{QStringLiteral("NO")}; // ISO 3166 alpha-2 (ACC-07)
    int dailyCap = 10000;                               // SMS per local calendar day
    int inFlight = 4;                                   // singles, 1 to 16
    int bulkSize = 100;                                 // numbers a request, 1 to 1000
    int bulkInFlight = 1;                               // requests, 1 to 8
    double ratePerSecond = 0;                           // requests; 0: no limit
    std::optional<QuietHours> quietHours;
    std::optional<int> pricePerSmsOre;     // what one SMS costs the customer
    QMap<QString, int> pricesByCountryOre; // where it costs something else (ISO 3166 alpha-2)
    bool duplicateLockSeen = false;        // by the guided check (ERR-17)
    bool retryByDuplicateLock = false;     // opt-in, after the guided check

    bool operator==(const SendingRules &) const = default;
};

enum class ProxyKind { System, None, Manual };
constexpr auto wordsOf(ProxyKind) // the stored form
{
    return base::Words<ProxyKind::Manual>({"system", "none", "manual"});
}
ProxyKind proxyKind(QStringView identifier); // anything else: the system's

struct Proxy
{
    ProxyKind kind = ProxyKind::System;
    QString host; // of a manual one, an HTTP proxy
    int port = 8080;
    QString user; // its password is in the keyring
    bool operator==(const Proxy &) const = default;
};

struct Account
{
    QString name = QStringLiteral("default");
    qint64 serviceId = 0;                                      // OUT-01
    QUrl baseUrl{QStringLiteral("https://www.pling.as/psk/")}; // folder of push.php, ends in /
    Authentication authentication = Authentication::Password;
    Method method = Method::Json;
    QStringList senders;
    QString templateSender; // `sendername` of templates unless another is typed (TPL-02)
    Proxy proxy;
    QString authoritiesFile; // PEM in the profile: a company's own certificate authority
    SendingRules sending;
    bool demo = false; // the in-process gateway that sends nothing

    bool operator==(const Account &) const = default;
};

// True when the base URL's host is this machine: plain http and loopback callers are then allowed.
bool isLoopback(const QUrl &baseUrl);

} // namespace domain
