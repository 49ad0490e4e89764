// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include "http/forwarded.h"
#include "http/systemcalls.h"

#include <QPointer>
#include <QScopedValueRollback>
#include <QSslSocket>

#include <array>

namespace http {

namespace {

constexpr qint64 readBufferBytes = 64 * 1024;
constexpr qint64 slowBodyBytesPerSecond = 64 * 1024;
constexpr qint64 drainBodies = 4; // an early answer waits for at most so many times Limits::body

} // namespace

Connection::Connection(std::shared_ptr<Shared> shared, std::unique_ptr<QTcpSocket> socket,
                       const QHostAddress &peer, QObject *parent)
    : QObject(parent)
    , m_shared(std::move(shared))
    , m_socket(socket.release())
    , m_peer(peer)
    , m_caller(peer)
    , m_parser(m_shared->limits)
    , m_lastDeadline(m_shared->clock.elapsed() + m_shared->limits.allMs)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readBufferBytes);
    m_parser.setPeer(peer);
}

Connection::~Connection()
{
    end();
}

void Connection::start()
{
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::end);
    if (auto *tls = qobject_cast<QSslSocket *>(m_socket)) {
        enter(Stage::Handshake, m_shared->limits.tlsHandshakeMs);
        // Its first answer tells that the peer has greeted: it is not one of the silent ones.
        connect(tls, &QSslSocket::encryptedBytesWritten, this, [this] {
            if (m_stage == Stage::Handshake)
                m_patience = 10;
        });
        connect(tls, &QSslSocket::encrypted, this, [this] {
            m_patience = 2;
            enter(Stage::Head, m_shared->limits.headMs);
        });
        connect(tls, &QSslSocket::errorOccurred, this, &Connection::end);
        tls->startServerEncryption();
    } else {
        enter(Stage::Head, m_shared->limits.headMs);
    }
}

void Connection::enter(Stage stage, int milliseconds)
{
    m_stage = stage;
    m_since = m_shared->clock.elapsed();
    m_deadline = m_since + milliseconds;
}

void Connection::checkDeadline(qint64 now)
{
    if (now < std::min(m_deadline, m_lastDeadline))
        return;
    switch (m_stage) {
    case Stage::Handshake:
    case Stage::Closing:
    case Stage::Ended:
        end();
        break;
    case Stage::Head:
    case Stage::Body:
        refuse(408);
        break;
    case Stage::Handling:
        refuse(503);
        break;
    }
}

int Connection::dispensability(qint64 now) const
{
    const qint64 tried = now - m_since;
    if (tried < m_shared->limits.graceMs * m_patience)
        return 0;
    switch (m_stage) {
    case Stage::Handshake:
    case Stage::Head:
        // What has arrived while this thread was busy is read, and what was said in return sent, first.
        return bytesToWrite() > 0 || hasUnreadBytes(m_socket->socketDescriptor()) ? 0 : 3;
    case Stage::Body:
        return m_parser.bodySize() * 1000 < slowBodyBytesPerSecond * tried ? 2 : 0;
    case Stage::Closing:
        return 1;
    case Stage::Handling:
    case Stage::Ended:
        break;
    }
    return 0;
}

qint64 Connection::bytesToWrite() const
{
    const auto *tls = qobject_cast<const QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

void Connection::readOn()
{
    if (m_stage == Stage::Body)
        read();
}

void Connection::read()
{
    std::array<char, 16 * 1024> chunk;
    while (m_stage == Stage::Head || (m_stage == Stage::Body && mayReadBody())) {
        const qint64 got = m_socket->read(chunk.data(), chunk.size());
        if (got <= 0)
            return;
        take({chunk.data(), static_cast<qsizetype>(got)});
    }
    if (m_stage == Stage::Closing)
        drain();
}

void Connection::take(QByteArrayView bytes)
{
    using Progress = RequestParser::Progress;
    Progress progress = m_parser.feed(bytes);
    if (progress == Progress::HeadComplete) {
        if (!headComplete())
            return;
        progress = m_parser.feed({});
        if (progress == Progress::NeedMore && m_parser.expectsContinue() && !m_continueSent) {
            m_continueSent = true;
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            m_socket->flush();
        }
    }
    if (progress == Progress::Failed)
        refuse(m_parser.errorStatus());
    else if (progress == Progress::Complete)
        handle();
}

// False when the head was answered, or when a callback ended this connection.
bool Connection::headComplete()
{
    enter(Stage::Body, m_shared->limits.bodyMs);
    m_headRequest = m_parser.request().method == "HEAD";
    const Callbacks &callbacks = m_shared->callbacks;
    if (m_shared->trustedProxies.contains(m_peer)) {
        const auto named = caller(m_peer, m_parser.request().headers, m_shared->trustedProxies);
        if (!named || (callbacks.admit && !callbacks.admit(*named))) {
            answer({403, {}, {}, {}});
            return false;
        }
        m_caller = *named;
        m_parser.setPeer(*named);
    }
    if (!callbacks.headArrived)
        return true;
    ++m_callbackDepth;
    const std::optional<Response> early = callbacks.headArrived(m_parser.request());
    --m_callbackDepth;
    if (early && m_stage == Stage::Body)
        answer(*early);
    return m_stage == Stage::Body;
}

// Of a large body only smallBody bytes are read until there is room for all of it.
bool Connection::mayReadBody()
{
    if (m_parser.bodySize() < m_shared->limits.smallBody || m_promised > 0)
        return true;
    const qsizetype wanted = m_parser.greatestBodySize();
    if (m_shared->largeBodies > 0 && m_shared->largeBodies + wanted > m_shared->limits.largeBodies) {
        m_shared->largeBodyWaits = true;
        return false;
    }
    m_promised = wanted;
    m_shared->largeBodies += wanted;
    return true;
}

void Connection::releaseBody()
{
    m_parser.takeRequest();
    m_shared->largeBodies -= std::exchange(m_promised, 0);
}

void Connection::handle()
{
    enter(Stage::Handling, m_shared->limits.handlerMs);
    if (!m_shared->callbacks.handle) {
        answer({404, {}, {}, {}});
        return;
    }
    ++m_callbackDepth;
    m_shared->callbacks.handle(m_parser.takeRequest(),
                               [self = QPointer<Connection>(this)](const Response &response) {
                                   if (self && self->m_stage == Stage::Handling)
                                       self->answer(response);
                               });
    --m_callbackDepth;
    if (m_stage == Stage::Handling && !qobject_cast<QSslSocket *>(m_socket)) {
        // QTcpSocket closes both ways when the peer has only ended its writing. With a full buffer it
        // does not look, so a half-closed peer still gets its answer.
        m_socket->ungetChar('\0');
        m_socket->setReadBufferSize(1);
        m_readingPaused = true;
    }
}

void Connection::refuse(int status)
{
    answer({status, {}, {}, {}});
    if (!m_shared->callbacks.refused)
        return;
    ++m_callbackDepth;
    m_shared->callbacks.refused(m_caller, status);
    --m_callbackDepth;
}

void Connection::answer(const Response &response)
{
    const bool wholeRequestRead = m_stage == Stage::Handling && !m_parser.surplus();
    enter(Stage::Closing, m_shared->limits.lingerMs);
    if (m_readingPaused) {
        char placeholder = 0;
        m_socket->getChar(&placeholder);
    }
    m_lastDeadline = std::max(m_lastDeadline, m_deadline);
    m_socket->write(bytesOf(response, !m_headRequest));
    m_socket->flush();
    if (m_stage != Stage::Closing)
        return;
    // Closing a socket with unread bytes resets the connection, and the answer with it.
    if (wholeRequestRead && m_socket->bytesAvailable() == 0 && !hasUnreadBytes(m_socket->socketDescriptor()))
        m_socket->disconnectFromHost();
    else
        linger();
}

// The peer gets the answer and its end while it may still be sending; what it sends is thrown away.
void Connection::linger()
{
    releaseBody();
    m_socket->setReadBufferSize(readBufferBytes);
    const auto endWritingOnceSent = [this] {
        if (m_writingEnded || bytesToWrite() > 0)
            return;
        m_writingEnded = true;
        endWriting(m_socket->socketDescriptor());
    };
    connect(m_socket, &QTcpSocket::bytesWritten, this, endWritingOnceSent);
    if (auto *tls = qobject_cast<QSslSocket *>(m_socket))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, endWritingOnceSent);
    endWritingOnceSent();
    drain();
}

void Connection::drain()
{
    std::array<char, 16 * 1024> chunk;
    qint64 got = 0;
    while (m_stage == Stage::Closing && (got = m_socket->read(chunk.data(), chunk.size())) > 0) {
        m_drained += got;
        if (m_drained > drainBodies * m_shared->limits.body)
            end();
    }
}

void Connection::end()
{
    if (m_stage == Stage::Ended)
        return;
    m_stage = Stage::Ended;
    m_socket->disconnect(this);
    m_socket->abort();
    releaseBody();
    Q_EMIT ended(this);
}

} // namespace http
