// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

namespace engine {

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
    return !QHostAddress(text).isNull();
}

} // namespace engine
