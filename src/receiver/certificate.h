// SPDX-License-Identifier: GPL-3.0-or-later
// The receiver's certificate from PEM files, read again when a renewal has replaced them.
#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QSslConfiguration>

#include <memory>
#include <optional>

namespace http {
class Server;
}

namespace receiver {

class Certificate final
{
public:
    Certificate(QString certificateFile, QString keyFile);

    base::Result<void> load(); // FileUnreadable, with the file that is at fault
    // True when the files have changed and were read; looks at most once a second. Files that cannot
    // be read, as in the middle of a renewal, leave the old certificate in use.
    bool reloadIfChanged();

    const QSslConfiguration &configuration() const { return m_configuration; }
    std::optional<QDateTime> expiry() const;

private:
    QList<QDateTime> modified() const;

    const QString m_certificateFile;
    const QString m_keyFile;
    QSslConfiguration m_configuration;
    QList<QDateTime> m_modified;
    QElapsedTimer m_lastLook;
};

// As the settings name it; without a file there is none, and plain http. Errors: as Certificate::load.
base::Result<void> load(std::optional<Certificate> &certificate, const QString &certificateFile,
                        const QString &keyFile);
// With TLS where there is a certificate. ListenFailed; then there is no server any more.
base::Result<void> listen(std::unique_ptr<http::Server> &server,
                          const std::optional<Certificate> &certificate, const QHostAddress &address,
                          quint16 port);

} // namespace receiver
