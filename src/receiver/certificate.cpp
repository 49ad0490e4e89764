// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/certificate.h"

#include "http/server.h"

#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace receiver {

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
        return base::Error{base::ErrorCode::FileUnreadable, m_certificateFile, {}};
    QFile keys(m_keyFile);
    const QSslKey key = keys.open(QIODevice::ReadOnly) ? privateKey(keys.readAll()) : QSslKey();
    if (key.isNull())
        return base::Error{base::ErrorCode::FileUnreadable, m_keyFile, {}};
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
