// SPDX-License-Identifier: GPL-3.0-or-later
// The key and certificate with which a test's peer speaks TLS on the loopback address.
#pragma once

#include "support/places.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace support {

inline QByteArray tlsFile(const char *name)
{
    QFile file(testFile(QStringLiteral("gateway/tls/")) + QLatin1StringView(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QSslCertificate loopbackCertificate()
{
    return QSslCertificate(tlsFile("loopback.pem"));
}

inline QSslConfiguration loopbackTls()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(loopbackCertificate());
    configuration.setPrivateKey(QSslKey(tlsFile("loopback.key"), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace support
