// SPDX-License-Identifier: GPL-3.0-or-later
// The few questions about the network that programs without sockets of their own have.
#pragma once

#include "domain/account.h"
#include "gateway/gatewayclient.h"

#include <QString>

namespace engine {

void useSystemProxy(); // for all requests of this process
bool isIpAddress(const QString &text);
// How the account's gateway is reached: proxy and the company's certificate authorities with it.
gateway::Connection connectionOf(const domain::Account &account, const QString &proxyPassword);

} // namespace engine
