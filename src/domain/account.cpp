// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/account.h"

#include "base/words.h"

#include <QRegularExpression>

namespace domain {
using namespace Qt::StringLiterals;

namespace {

constexpr base::Words<Authentication, 2> authentications{{{
    {Authentication::Password, "password"_L1},
    {Authentication::IpAddress, "ip"_L1},
}}};
static_assert(authentications.isComplete(Authentication::IpAddress));

constexpr base::Words<Method, 2> methods{{{
    {Method::Json, "json"_L1},
    {Method::Get, "get"_L1},
}}};
static_assert(methods.isComplete(Method::Get));

constexpr base::Words<ProxyKind, 3> proxyKinds{{{
    {ProxyKind::System, "system"_L1},
    {ProxyKind::None, "none"_L1},
    {ProxyKind::Manual, "manual"_L1},
}}};
static_assert(proxyKinds.isComplete(ProxyKind::Manual));

} // namespace

QString identifier(Authentication value)
{
    return authentications.of(value);
}

Authentication authentication(QStringView text)
{
    return authentications.valueOf(text).value_or(Authentication::Password);
}

QString identifier(Method value)
{
    return methods.of(value);
}

std::optional<Method> method(QStringView text)
{
    return methods.valueOf(text);
}

QString identifier(ProxyKind kind)
{
    return proxyKinds.of(kind);
}

ProxyKind proxyKind(QStringView text)
{
    return proxyKinds.valueOf(text).value_or(ProxyKind::System);
}

bool isLoopback(const QUrl &baseUrl)
{
    static const QRegularExpression ipv4(u"\\A127(\\.[0-9]{1,3}){3}\\z"_s);
    const QString host = baseUrl.host().toLower();
    return host == "localhost"_L1 || host == "::1"_L1 || ipv4.match(host).hasMatch();
}

} // namespace domain
