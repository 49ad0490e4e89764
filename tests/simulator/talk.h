// SPDX-License-Identifier: GPL-3.0-or-later
// A client that writes bytes to the simulator over one connection and keeps what comes back.
#pragma once

#include "support/patience.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QUrl>

namespace talk {

using support::patienceMs;

struct Answer
{
    int status = 0;
    QByteArray head;
    QByteArray body;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    int errorCode() const { return json().value(QLatin1String("errorcode")).toInt(-1); }
};

inline QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &fields = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n" + fields +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray get(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n";
}

inline QByteArray message(const QByteArray &number = "004799999999", const QByteArray &more = {})
{
    return "{\"serviceid\":1234,\"phoneno\":\"" + number + "\",\"txt\":\"Hei\",\"fromid\":\"Firma\"" + more +
           "}";
}

inline QByteArray bulk(const QByteArray &numbers, const QByteArray &more = {})
{
    return "{\"serviceid\":1234,\"phoneno\":[" + numbers + "],\"txt\":\"Hei\",\"fromid\":\"Firma\"" + more +
           "}";
}

class Talk final : public QObject
{
public:
    explicit Talk(const QUrl &url, const QByteArray &bytes = {})
    {
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { received += m_socket.readAll(); });
        connect(&m_socket, &QTcpSocket::errorOccurred, this,
                [this](QAbstractSocket::SocketError error) { lastError = error; });
        m_socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        write(bytes);
    }

    void write(const QByteArray &bytes) { m_socket.write(bytes); }
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; },
                               patienceMs);
    }
    bool waitForAnswers(qsizetype count)
    {
        return QTest::qWaitFor([this, count] { return answers().size() >= count; }, patienceMs);
    }
    // The whole answers that came back so far, in their order.
    QList<Answer> answers() const
    {
        QList<Answer> whole;
        qsizetype at = 0;
        for (;;) {
            const qsizetype headEnd = received.indexOf("\r\n\r\n", at);
            if (headEnd < 0)
                return whole;
            Answer answer;
            answer.head = received.sliced(at, headEnd - at);
            answer.status = answer.head.sliced(9, 3).toInt();
            const qsizetype length = answer.head.indexOf("Content-Length: ") + 16;
            const qsizetype lengthEnd = answer.head.indexOf('\r', length);
            const qsizetype size =
                answer.head.sliced(length, (lengthEnd < 0 ? answer.head.size() : lengthEnd) - length).toInt();
            if (received.size() < headEnd + 4 + size)
                return whole;
            answer.body = received.sliced(headEnd + 4, size);
            whole.append(answer);
            at = headEnd + 4 + size;
        }
    }
    Answer last() const { return answers().isEmpty() ? Answer() : answers().constLast(); }

    QByteArray received;
    QAbstractSocket::SocketError lastError = QAbstractSocket::UnknownSocketError;

private:
    QTcpSocket m_socket;
};

// The answer to one request on a connection of its own.
inline Answer answerTo(const QUrl &url, const QByteArray &bytes)
{
    Talk talk(url, bytes);
    return talk.waitForAnswers(1) ? talk.last() : Answer();
}

} // namespace talk
