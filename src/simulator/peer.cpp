// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/peer.h"

#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace simulator {
using namespace Qt::StringLiterals;

namespace {

http::Limits limits()
{
    http::Limits wide;
    wide.requestLine = 256 * 1024; // a template by GET is long
    wide.head = 300 * 1024;
    return wide;
}

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 302:
        return "Found";
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    default:
        return "Error";
    }
}

} // namespace

Peer::Peer(QTcpSocket *socket, const Callbacks &callbacks, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_callbacks(callbacks)
    , m_parser(std::make_unique<http::RequestParser>(limits()))
{
    socket->setParent(this);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, [this] { read(m_socket->readAll()); });
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

void Peer::read(QByteArrayView bytes)
{
    using Progress = http::RequestParser::Progress;
    Progress progress = m_parser->feed(bytes);
    if (progress == Progress::HeadComplete) {
        m_fault = m_callbacks.fault(m_parser->request());
        if (m_fault == "dropBeforeBody"_L1) {
            m_socket->abort();
            return;
        }
        if (m_parser->expectsContinue())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        progress = m_parser->feed({});
    }
    if (m_fault == "dropDuringBody"_L1 && (m_parser->bodySize() > 0 || progress == Progress::Complete)) {
        m_socket->abort();
        return;
    }
    if (progress == Progress::Failed) {
        send({m_parser->errorStatus(), "text/plain", "the request cannot be read\n", {}, 0});
        m_socket->disconnectFromHost();
    } else if (progress == Progress::Complete) {
        answer();
    }
}

void Peer::answer()
{
    const Reply reply = m_callbacks.reply(m_parser->request(), m_fault);
    const QString fault = std::exchange(m_fault, {});
    m_parser = std::make_unique<http::RequestParser>(limits());
    if (fault == "dropAfterBody"_L1) {
        m_socket->disconnectFromHost();
    } else if (fault == "reset"_L1) {
        reset();
    } else if (fault == "halfAnswer"_L1) {
        m_socket->write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"id\":");
        m_socket->disconnectFromHost();
    } else if (reply.delayMs > 0) {
        QTimer::singleShot(reply.delayMs, this, [this, reply] { send(reply); });
    } else {
        send(reply);
    }
}

void Peer::send(const Reply &reply)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reason(reply.status) + "\r\n";
    if (!reply.location.isEmpty())
        head += "Location: " + reply.location + "\r\n";
    head += "Content-Type: " + reply.contentType +
            "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n";
    m_socket->write(head + reply.body);
}

// The peer sees a reset, not an orderly end.
void Peer::reset()
{
#ifdef Q_OS_UNIX
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
#endif
    m_socket->abort();
}

} // namespace simulator
