// SPDX-License-Identifier: GPL-3.0-or-later
// The few questions about the network that programs without sockets of their own have.
#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "gateway/gatewayclient.h"

#include <QString>
#include <QUrl>

namespace engine {

void useSystemProxy(); // for all requests of this process
bool isIpAddress(const QString &text);
// The folder of push.php as a person typed it. InsecureUrl for http but to a loopback host (ACC-02);
// InvalidField for what is no such address, or holds a name and password, which settings must not.
base::Result<QUrl> gatewayFolder(const QString &typed);
// Where the gateway reaches this machine: http or https, perhaps with a path; else InvalidField.
base::Result<QUrl> publicAddress(const QString &typed);
// How the account's gateway is reached: proxy and the company's certificate authorities with it.
gateway::Connection connectionOf(const domain::Account &account, const QString &proxyPassword);

} // namespace engine
