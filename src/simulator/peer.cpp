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

QByteArray headOf(const Reply &reply, bool last)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' +
                      http::reasonOf(reply.status).toByteArray() + "\r\n";
    if (!reply.extra.name.isEmpty())
        head += reply.extra.name + ": " + reply.extra.value + "\r\n";
    if (last)
        head += "Connection: close\r\n";
    return head + "Content-Type: " + reply.contentType +
           "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n";
}

} // namespace

Peer::Peer(QTcpSocket *socket, const Handlers &handlers, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handlers(handlers)
    , m_parser(std::make_unique<http::RequestParser>(limits()))
{
    socket->setParent(this);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &Peer::read);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    if (socket->bytesAvailable() > 0)
        read();
}

void Peer::read()
{
    if (m_answering)
        return;
    using Progress = http::RequestParser::Progress;
    Progress progress = m_parser->feed(m_socket->readAll());
    if (progress == Progress::HeadComplete) {
        m_fault = m_handlers.fault(m_parser->request());
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
        m_last = true;
        send({m_parser->errorStatus(), "text/plain", "the request cannot be read\n", {}, 0});
    } else if (progress == Progress::Complete) {
        answer();
    }
}

void Peer::answer()
{
    m_answering = true;
    // Requests sent ahead of their answers are not served: no client of the gateway does that.
    m_last = m_parser->surplus() || m_parser->request().header("connection").toLower().contains("close");
    const Reply reply = m_handlers.reply(m_parser->request(), m_fault);
    const QString fault = std::exchange(m_fault, {});
    m_parser = std::make_unique<http::RequestParser>(limits());
    if (fault == "dropAfterBody"_L1)
        m_socket->disconnectFromHost();
    else if (fault == "reset"_L1)
        reset();
    else if (fault == "halfAnswer"_L1)
        sendHalf(reply);
    else if (reply.delayMs > 0)
        QTimer::singleShot(reply.delayMs, Qt::PreciseTimer, this, [this, reply] { send(reply); });
    else
        send(reply);
}

void Peer::send(const Reply &reply)
{
    m_socket->write(headOf(reply, m_last) + reply.body);
    if (m_last) {
        m_socket->disconnectFromHost();
        return;
    }
    m_answering = false;
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &Peer::read, Qt::QueuedConnection);
}

void Peer::sendHalf(const Reply &reply)
{
    m_socket->write(headOf(reply, true) + reply.body.first(reply.body.size() / 2));
    m_socket->disconnectFromHost();
}

// The client sees a reset, not an orderly end.
void Peer::reset()
{
#ifdef Q_OS_UNIX
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
#endif
    m_socket->abort();
}

} // namespace simulator
