// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/certificate.h"

#include "http/server.h"

#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <algorithm>

namespace receiver {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lookEveryMs = 1000;

QSslKey privateKey(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

// The key's file holds the public half too, whose end is the end of the certificate's public key. Qt has no
// other way to ask before a caller comes. A key of an elliptic curve may be without it, and is believed then.
bool belongTogether(const QSslCertificate &certificate, const QSslKey &key)
{
    const QSslKey publicKey = certificate.publicKey();
    if (publicKey.algorithm() != key.algorithm())
        return false;
    const qsizetype end = std::min(64, key.length() / 4); // bytes; a short curve's point has no more
    const QByteArray whole = key.toDer();
    const bool holdsPublicHalf = key.algorithm() == QSsl::Rsa || whole.size() > 3 * key.length() / 8;
    return !holdsPublicHalf || whole.contains(publicKey.toDer().right(end));
}

base::Error unusable(const QString &file, const QString &what)
{
    return {base::ErrorCode::FileUnreadable, file, what};
}

} // namespace

Certificate::Certificate(QString certificateFile, QString keyFile)
    : m_certificateFile(std::move(certificateFile))
    , m_keyFile(std::move(keyFile))
{
}

base::Result<void> Certificate::load()
{
    const QList<QDateTime> modifiedBefore = modified();
    m_lastLook.start();
    QFile certificates(m_certificateFile);
    const auto chain = certificates.open(QIODevice::ReadOnly) ? QSslCertificate::fromDevice(&certificates)
                                                              : QList<QSslCertificate>();
    if (chain.isEmpty())
        return unusable(m_certificateFile, u"certificate"_s);
    QFile keys(m_keyFile);
    const QSslKey key = keys.open(QIODevice::ReadOnly) ? privateKey(keys.readAll()) : QSslKey();
    if (key.isNull())
        return unusable(m_keyFile, u"certificateKey"_s);
    if (!belongTogether(chain.constFirst(), key))
        return unusable(m_keyFile, u"certificatePair"_s);
    m_configuration = QSslConfiguration::defaultConfiguration();
    m_configuration.setLocalCertificateChain(chain);
    m_configuration.setPrivateKey(key);
    m_configuration.setProtocol(QSsl::TlsV1_2OrLater);
    m_configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // callers show no certificate
    m_modified = modifiedBefore;
    return {};
}

bool Certificate::reloadIfChanged()
{
    if (m_lastLook.isValid() && !m_lastLook.hasExpired(lookEveryMs))
        return false;
    m_lastLook.start();
    return modified() != m_modified && load().ok();
}

std::optional<QDateTime> Certificate::expiry() const
{
    const QSslCertificate own = m_configuration.localCertificate();
    return own.isNull() ? std::nullopt : std::optional(own.expiryDate());
}

QList<QDateTime> Certificate::modified() const
{
    return {QFileInfo(m_certificateFile).lastModified(), QFileInfo(m_keyFile).lastModified()};
}

base::Result<void> load(std::optional<Certificate> &certificate, const QString &certificateFile,
                        const QString &keyFile)
{
    certificate.reset();
    if (certificateFile.isEmpty())
        return {};
    certificate.emplace(certificateFile, keyFile);
    return certificate->load();
}

base::Result<void> listen(std::unique_ptr<http::Server> &server,
                          const std::optional<Certificate> &certificate, const QHostAddress &address,
                          quint16 port)
{
    if (certificate)
        server->setTls(certificate->configuration());
    auto listening = server->listen(address, port);
    if (!listening)
        server.reset();
    return listening;
}

} // namespace receiver
