// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/forwarded.h"

#include "http/server.h"

namespace http {

namespace {

// "192.0.2.1", "192.0.2.1:4711", "2001:db8::1" or "[2001:db8::1]:4711", as proxies write them.
QHostAddress addressIn(QByteArray entry)
{
    entry = entry.trimmed();
    if (entry.startsWith('[')) {
        const qsizetype end = entry.indexOf(']');
        if (end < 0)
            return {};
        entry = entry.sliced(1, end - 1);
    } else if (entry.count(':') == 1) {
        entry.truncate(entry.indexOf(':'));
    }
    return normalised(QHostAddress(QString::fromLatin1(entry)));
}

} // namespace

std::optional<QHostAddress> caller(const QHostAddress &peer, const QList<Header> &headers,
                                   const QList<QHostAddress> &trustedProxies)
{
    QHostAddress current = normalised(peer);
    if (!trustedProxies.contains(current))
        return current;
    QList<QByteArray> entries;
    for (const Header &header : headers) {
        if (header.name == "x-forwarded-for")
            entries.append(header.value.split(','));
    }
    while (!entries.isEmpty() && trustedProxies.contains(current)) {
        current = addressIn(entries.takeLast());
        if (current.isNull())
            return {};
    }
    return current;
}

} // namespace http
