// SPDX-License-Identifier: GPL-3.0-or-later
// A server of one-request connections with limits and deadlines, over TCP or TLS: it moves bytes,
// the handler decides. Every answer carries Connection: close.
#pragma once

#include "base/result.h"
#include "http/limits.h"
#include "http/message.h"

#include <QSslConfiguration>

#include <functional>
#include <memory>
#include <optional>

namespace http {

// Completes one request; may be called later, once; a call after the peer has gone does nothing.
using Respond = std::function<void(Response)>;

struct Callbacks
{
    // Before TLS and before any byte is read: may this (normalised) address call? Empty: all may.
    std::function<bool(const QHostAddress &)> admit;
    // After the head: an answer here ends the request before its body is read (404, 405, 415 …).
    std::function<std::optional<Response>(const Request &)> headArrived;
    // The whole request.
    std::function<void(Request, Respond)> handle;
    // An answer that the server gave by itself: malformed (400 …), too slow (408), not handled in
    // time (503). Empty: nobody asks.
    std::function<void(const QHostAddress &, int status)> refused;
};

class Server final : public QObject
{
    Q_OBJECT
public:
    Server(Limits limits, Callbacks callbacks, QObject *parent = nullptr);
    ~Server() override;

    base::Result<void> listen(const QHostAddress &address, quint16 port); // port 0: any
    void setTls(const std::optional<QSslConfiguration> &configuration);   // for new connections
    void setTrustedProxies(const QList<QHostAddress> &proxies);           // X-Forwarded-For from these only
    quint16 port() const;
    QHostAddress address() const;
    bool isListening() const;
    int connectionCount() const; // open ones. Only tests ask: they see by it that one has ended
    void close();

private:
    class Private;
    std::unique_ptr<Private> d;
};

QHostAddress normalised(const QHostAddress &address); // ::ffff:1.2.3.4 becomes 1.2.3.4

} // namespace http
