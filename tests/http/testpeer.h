// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the http and receiver rooms call a server with.
#pragma once

#include "http/server.h"
#include "support/patience.h"

#include <QProcess>
#include <QSslSocket>

namespace testpeer {

using support::patienceMs;

inline QByteArray get(const QByteArray &path, const QByteArray &fields = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n";
}

inline QByteArray post(const QByteArray &fields, const QByteArray &body = {})
{
    return "POST /p HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n" + body;
}

inline QByteArray ok(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}

inline QByteArray refusal(const QByteArray &status)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}

// A peer that sends what it is told and keeps all that comes back until the other end closes.
class Peer final : public QObject
{
public:
    Peer(quint16 port, const QByteArray &bytes, const QHostAddress &address = QHostAddress::LocalHost)
    {
        connect(&socket, &QTcpSocket::readyRead, this, [this] { received += socket.readAll(); });
        connect(&socket, &QTcpSocket::errorOccurred, this,
                [this](QAbstractSocket::SocketError error) { lastError = error; });
        socket.connectToHost(address, port);
        socket.write(bytes);
    }

    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; },
                               patienceMs);
    }
    bool waitFor(const QByteArray &expected)
    {
        return QTest::qWaitFor([&] { return received == expected; }, patienceMs);
    }
    QByteArray answer() { return waitForEnd() ? received : received + "<still open>"; }

    QTcpSocket socket;
    QByteArray received;
    std::optional<QAbstractSocket::SocketError> lastError;
};

// The whole answer over TLS, without asking who the other is.
inline QByteArray overTls(quint16 port, const QByteArray &sent)
{
    QSslSocket client;
    QByteArray received;
    QObject::connect(&client, &QSslSocket::readyRead, &client, [&] { received += client.readAll(); });
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    QObject::connect(&client, &QSslSocket::encrypted, &client, [&] { client.write(sent); });
    client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    if (!QTest::qWaitFor([&] { return client.state() == QAbstractSocket::UnconnectedState; }, patienceMs))
        received += "<still open>";
    return received;
}

// A certificate made for the run, as a checked-in one would expire: cert.pem and key.pem in the folder.
inline bool makeCertificate(const QString &folder, const QString &name = QStringLiteral("localhost"),
                            const QString &kind = QStringLiteral("P-256")) // a curve, or RSA
{
    const QStringList key = kind == QStringLiteral("RSA")
                                ? QStringList{QStringLiteral("rsa:2048")}
                                : QStringList{QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                                              QStringLiteral("ec_paramgen_curve:") + kind};
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey")} +
                      key +
                      QStringList{QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"),
                                  QStringLiteral("-subj"), QStringLiteral("/CN=") + name,
                                  QStringLiteral("-keyout"), folder + QStringLiteral("/key.pem"),
                                  QStringLiteral("-out"), folder + QStringLiteral("/cert.pem")});
    return openssl.waitForFinished(30000) && openssl.exitStatus() == QProcess::NormalExit &&
           openssl.exitCode() == 0;
}

// What a handler saw, and answers that it gives later.
struct Handler
{
    http::Callbacks callbacks()
    {
        http::Callbacks c;
        c.handle = [this](const http::Request &request, const http::Respond &respond) {
            requests.append(request);
            if (keep)
                pending.append(respond);
            else
                respond({200, {}, request.path + '|' + request.body, {}});
        };
        c.refused = [this](const QHostAddress &, int status) { refused.append(status); };
        return c;
    }
    bool keep = false;
    QList<http::Request> requests;
    QList<http::Respond> pending;
    QList<int> refused;
};

} // namespace testpeer
