// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

namespace engine {

void useSystemProxy()
{
    QNetworkProxyFactory::setUseSystemConfiguration(true);
}

bool isIpAddress(const QString &text)
{
    return !QHostAddress(text).isNull();
}

} // namespace engine
