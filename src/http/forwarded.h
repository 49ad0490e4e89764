// SPDX-License-Identifier: GPL-3.0-or-later
// Who really calls when a reverse proxy stands in between; only listed proxies are believed.
#pragma once

#include "http/message.h"

#include <optional>

namespace http {

// Walks X-Forwarded-For from the right while the address at hand is a trusted proxy; the first that
// is not is the caller. Nothing when the entry that decides is no address.
std::optional<QHostAddress> caller(const QHostAddress &peer, const QList<Header> &headers,
                                   const QList<QHostAddress> &trustedProxies);

} // namespace http
