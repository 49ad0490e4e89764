// SPDX-License-Identifier: GPL-3.0-or-later
// The few questions about the network that programs without sockets of their own have.
#pragma once

#include <QString>

namespace engine {

void useSystemProxy(); // for all requests of this process
bool isIpAddress(const QString &text);

} // namespace engine
