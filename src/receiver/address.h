// SPDX-License-Identifier: GPL-3.0-or-later
// The address that the gateway calls: where this machine is reached, the path that a proxy may leave in or
// take away, and the secret in it.
#pragma once

#include "http/message.h"
#include "http/server.h"

#include <QUrl>

namespace receiver {

inline constexpr qsizetype shortestSecret = 22; // Base64url characters of 128 bits

// In a time that depends on the presented text alone.
bool sameSecret(QByteArrayView presented, QByteArrayView secret);
bool isSecret(const QString &text); // long enough, and of Base64url's characters
QString newSecret();                // 128 random bits, 22 characters

http::Response success(); // the answer after storing: 200 and `true` (INB-03, INB-05, DLR-08)

class Address
{
public:
    // publicUrl: as the gateway sees it; empty: found out from the address that the server is bound to.
    explicit Address(const QUrl &publicUrl);

    QByteArrayView withoutPrefix(QByteArrayView path) const; // what follows the public URL's own path
    // The address of what stands below it ("SECRET/status"); empty: its own, without a slash at its end.
    QString url(const QString &below, const QHostAddress &bound, quint16 port, bool tls, bool loopback) const;

private:
    QUrl m_publicUrl;
    QByteArray m_prefix;
};

} // namespace receiver
