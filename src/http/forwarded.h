// SPDX-License-Identifier: GPL-3.0-or-later
// The real caller behind a reverse proxy; only listed proxies are trusted.
#pragma once

#include "http/message.h"

#include <optional>

namespace http {

// Walks X-Forwarded-For from the right while the address at hand is a trusted proxy; the first that
// is not is the caller. Nothing when the entry that decides is no address.
std::optional<QHostAddress> caller(const QHostAddress &peer, const QList<Header> &headers,
                                   const QList<QHostAddress> &trustedProxies);

} // namespace http
