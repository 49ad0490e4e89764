// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's side of the gateway's callbacks: a real server that remembers what it was told and
// answers as the test says.
#pragma once

#include "http/query.h"
#include "http/requestparser.h"
#include "support/patience.h"

#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

class Customer final : public QObject
{
public:
    // 0 closes the connection without an answer.
    using Script = std::function<int(const http::Request &)>;

    explicit Customer(Script script = {})
        : m_script(std::move(script))
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                serve(socket);
        });
        m_listens = m_server.listen(QHostAddress::LocalHost);
    }

    QUrl url(const QString &path) const
    {
        Q_ASSERT(m_listens);
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
    }
    bool waitFor(qsizetype count)
    {
        return QTest::qWaitFor([this, count] { return requests.size() >= count; }, support::patienceMs);
    }
    static QMap<QByteArray, QByteArray> parameters(const http::Request &request)
    {
        QMap<QByteArray, QByteArray> named;
        const auto pairs = http::decodeQuery(request.query);
        for (const auto &[name, value] : pairs.value_or(QList<QPair<QByteArray, QByteArray>>()))
            named.insert(name, value);
        return named;
    }
    // The statuses in the order of their coming, of one origid or of all.
    QList<int> statuses(qint64 id = 0) const
    {
        QList<int> found;
        for (const http::Request &request : requests) {
            const auto named = parameters(request);
            if (id == 0 || named.value("origid").toLongLong() == id)
                found.append(named.value("status").toInt());
        }
        return found;
    }

    QList<http::Request> requests;
    QByteArray body = "true";
    int mostOpen = 0;

private:
    void serve(QTcpSocket *socket)
    {
        mostOpen = std::max(mostOpen, ++m_open);
        auto parser = std::make_shared<http::RequestParser>(http::Limits());
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_open;
            socket->deleteLater();
        });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, parser] {
            using Progress = http::RequestParser::Progress;
            Progress progress = parser->feed(socket->readAll());
            if (progress == Progress::HeadComplete)
                progress = parser->feed({});
            if (progress != Progress::Complete)
                return;
            requests.append(parser->takeRequest());
            const int status = m_script ? m_script(requests.constLast()) : 200;
            if (status != 0)
                socket->write("HTTP/1.1 " + QByteArray::number(status) + " As told\r\nContent-Length: " +
                              QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
            socket->disconnectFromHost();
        });
    }

    QTcpServer m_server;
    Script m_script;
    bool m_listens = false;
    int m_open = 0;
};
