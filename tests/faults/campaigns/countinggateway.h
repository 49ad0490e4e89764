// SPDX-License-Identifier: GPL-3.0-or-later
// A gateway that takes everything after a while, and counts: how many requests are under way at once, when
// each came, and which numbers it was given.
#pragma once

#include "http/requestparser.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <memory>

namespace faults {

class CountingGateway final : public QObject
{
public:
    explicit CountingGateway(quint32 seed)
        : m_random(seed)
    {
        m_time.start();
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                serve(socket);
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("The gateway cannot listen");
    }

    QUrl baseUrl() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/psk/").arg(m_server.serverPort()));
    }

    QMap<QString, int> numbers; // how often each came
    QList<qint64> arrivals;     // milliseconds
    int mostSingles = 0;
    int mostBulk = 0;
    int beforeFirstAnswer = 0; // requests that came while nothing had been answered

private:
    void serve(QTcpSocket *socket)
    {
        auto parser = std::make_shared<std::unique_ptr<http::RequestParser>>(newParser());
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, parser] {
            using Progress = http::RequestParser::Progress;
            Progress progress = (*parser)->feed(socket->readAll());
            if (progress == Progress::HeadComplete)
                progress = (*parser)->feed({});
            if (progress != Progress::Complete)
                return;
            const http::Request request = (*parser)->takeRequest();
            *parser = newParser();
            take(socket, request);
        });
    }

    static std::unique_ptr<http::RequestParser> newParser()
    {
        return std::make_unique<http::RequestParser>(http::Limits());
    }

    void take(QTcpSocket *socket, const http::Request &request)
    {
        const bool bulk = request.path.endsWith("push_bulk.php");
        int &open = bulk ? m_bulk : m_singles;
        int &most = bulk ? mostBulk : mostSingles;
        most = std::max(most, ++open);
        arrivals.append(m_time.elapsed());
        beforeFirstAnswer += m_answered ? 0 : 1;
        const QJsonValue to = QJsonDocument::fromJson(request.body).object().value(QStringLiteral("phoneno"));
        const QJsonArray list = to.isArray() ? to.toArray() : QJsonArray{to};
        for (const QJsonValue &number : list)
            ++numbers[number.toString()];
        QTimer::singleShot(m_random.bounded(5, 60), socket, [this, socket, bulk] {
            --(bulk ? m_bulk : m_singles);
            m_answered = true;
            socket->write(answer(bulk));
        });
    }

    QByteArray answer(bool bulk)
    {
        const bool refused = !bulk && m_random.bounded(10) == 0;
        const QByteArray body =
            bulk      ? QByteArray(R"({"errorcode":0,"invalidPhoneno":[],"duplicatePhoneno":[]})")
            : refused ? QByteArray(R"({"id":0,"errorcode":21,"description":"no"})")
                      : "{\"id\":" + QByteArray::number(++m_id) + ",\"errorcode\":0,\"description\":\"OK\"}";
        return (bulk ? "HTTP/1.1 201 Created\r\nContent-Length: " : "HTTP/1.1 200 OK\r\nContent-Length: ") +
               QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    QTcpServer m_server;
    QRandomGenerator m_random;
    QElapsedTimer m_time;
    int m_singles = 0;
    int m_bulk = 0;
    bool m_answered = false;
    qint64 m_id = 1000;
};

} // namespace faults
