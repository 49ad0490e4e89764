// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/address.h"

#include <QNetworkInterface>
#include <QRandomGenerator>

#include <array>

namespace receiver {
using namespace Qt::StringLiterals;

namespace {

// Where a caller on another machine reaches this one, as far as that can be known.
QHostAddress reachableAddress(bool loopback)
{
    QHostAddress best(QHostAddress::LocalHost);
    const QList<QHostAddress> own = loopback ? QList<QHostAddress>() : QNetworkInterface::allAddresses();
    for (const QHostAddress &address : own) {
        if (address.isLoopback() || address.isLinkLocal())
            continue;
        if (address.protocol() == QAbstractSocket::IPv4Protocol)
            return address;
        if (best.isLoopback())
            best = address;
    }
    return best;
}

} // namespace

bool sameSecret(QByteArrayView presented, QByteArrayView secret)
{
    unsigned difference = presented.size() == secret.size() ? 0 : 1;
    for (qsizetype i = 0; i < presented.size(); ++i)
        difference |= static_cast<unsigned char>(presented[i] ^ secret[i % secret.size()]);
    return difference == 0;
}

bool isSecret(const QString &text)
{
    return text.size() >= shortestSecret && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
                      c == u'-' || c == u'_';
           });
}

QString newSecret()
{
    std::array<quint32, 4> bits;
    QRandomGenerator::system()->fillRange(bits.data(), bits.size());
    const QByteArray bytes(reinterpret_cast<const char *>(bits.data()), sizeof bits);
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

http::Response success()
{
    return {200, "text/plain", "true", {}};
}

Address::Address(const QUrl &publicUrl)
    : m_publicUrl(publicUrl)
    , m_prefix(publicUrl.path(QUrl::FullyEncoded).toLatin1())
{
    while (m_prefix.endsWith('/'))
        m_prefix.chop(1);
}

QByteArrayView Address::withoutPrefix(QByteArrayView path) const
{
    if (!m_prefix.isEmpty() && path.startsWith(m_prefix) && path.sliced(m_prefix.size()).startsWith('/'))
        return path.sliced(m_prefix.size());
    return path;
}

QString Address::url(const QString &below, const QHostAddress &bound, quint16 port, bool tls,
                     bool loopback) const
{
    QUrl url = m_publicUrl;
    if (url.isEmpty()) {
        const bool any = bound.isNull() || bound == QHostAddress(QHostAddress::Any) ||
                         bound == QHostAddress(QHostAddress::AnyIPv4) ||
                         bound == QHostAddress(QHostAddress::AnyIPv6);
        url.setScheme(tls ? u"https"_s : u"http"_s);
        url.setHost((any ? reachableAddress(loopback) : bound).toString());
        url.setPort(port);
    }
    url.setQuery(QString());
    url.setFragment(QString());
    const QString slash = below.isEmpty() ? QString() : u"/"_s;
    url.setPath(QString::fromLatin1(m_prefix) + slash + below, QUrl::TolerantMode);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace receiver
