// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

namespace engine {
using namespace Qt::StringLiterals;

void useSystemProxy()
{
    QNetworkProxyFactory::setUseSystemConfiguration(true);
}

gateway::Connection connectionOf(const domain::Account &account, const QString &proxyPassword)
{
    gateway::Connection connection;
    connection.baseUrl = account.baseUrl;
    connection.method = account.method;
    if (account.proxy.kind == domain::ProxyKind::None)
        connection.proxy = QNetworkProxy::NoProxy;
    else if (account.proxy.kind == domain::ProxyKind::Manual)
        connection.proxy =
            QNetworkProxy(QNetworkProxy::HttpProxy, account.proxy.host,
                          static_cast<quint16>(account.proxy.port), account.proxy.user, proxyPassword);
    if (!account.authoritiesFile.isEmpty())
        connection.extraAuthorities = QSslCertificate::fromPath(account.authoritiesFile, QSsl::Pem);
    return connection;
}

bool isIpAddress(const QString &text)
{
    // "1.2.3" is an address to QHostAddress (1.2.0.3), to a person a mistake.
    const QHostAddress address(text);
    return address.protocol() == QHostAddress::IPv6Protocol ||
           (address.protocol() == QHostAddress::IPv4Protocol && text.count(u'.') == 3);
}

namespace {

bool isPlain(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() &&
           !url.hasFragment() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

} // namespace

base::Result<QUrl> gatewayFolder(const QString &typed)
{
    QString text = typed.trimmed();
    for (const auto &script : {"/push.php"_L1, "/push_bulk.php"_L1}) {
        if (text.endsWith(script))
            text.chop(script.size() - 1);
    }
    if (!text.endsWith(u'/'))
        text += u'/';
    const QUrl url(text, QUrl::StrictMode);
    if (!isPlain(url))
        return base::Error{base::ErrorCode::InvalidField, typed, u"base-url"_s};
    if (url.scheme() != "https"_L1 && !domain::isLoopback(url))
        return base::Error{base::ErrorCode::InsecureUrl, typed, u"base-url"_s};
    return url;
}

base::Result<QUrl> publicAddress(const QString &typed)
{
    const QUrl url(typed.trimmed(), QUrl::StrictMode);
    if (!isPlain(url))
        return base::Error{base::ErrorCode::InvalidField, typed, u"public-url"_s};
    return url;
}

} // namespace engine
