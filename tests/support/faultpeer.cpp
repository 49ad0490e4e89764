// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultpeer.h"

#include <QAbstractEventDispatcher>
#include <QMutex>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <memory>
#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace support {

namespace {

#ifdef Q_OS_WIN
using Handle = SOCKET;
#else
using Handle = int;
#endif

// SO_LINGER 0: closing sends RST at once, as a crashed or impatient peer does.
void lingerZero(QTcpSocket *socket)
{
    linger option{};
    option.l_onoff = 1;
    option.l_linger = 0;
    ::setsockopt(static_cast<Handle>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER,
                 reinterpret_cast<const char *>(&option), sizeof(option));
}

// The end of what we say, below TLS: its goodbye is never said.
void endBelow(QTcpSocket *socket)
{
#ifdef Q_OS_WIN
    constexpr int sending = SD_SEND;
#else
    constexpr int sending = SHUT_WR;
#endif
    ::shutdown(static_cast<Handle>(socket->socketDescriptor()), sending);
}

qsizetype contentLength(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("content-length:"))
            return line.sliced(15).trimmed().toLongLong();
    }
    return 0;
}

} // namespace

QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " X\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

class FaultPeer::Listener : public QTcpServer
{
public:
    explicit Listener(const std::optional<QSslConfiguration> &tls)
        : m_tls(tls)
    {
    }

    void setPlans(const QList<PeerPlan> &plans)
    {
        const QMutexLocker lock(&m_mutex);
        m_plans = plans;
    }

    PeerSeen seen() const
    {
        const QMutexLocker lock(&m_mutex);
        PeerSeen seen = m_seen;
        seen.open = m_open;
        return seen;
    }

    void forget()
    {
        const QMutexLocker lock(&m_mutex);
        m_seen = {};
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        {
            const QMutexLocker lock(&m_mutex);
            ++m_seen.connections;
            ++m_open;
        }
        const auto talk = std::make_shared<Talk>();
        talk->socket = socket;
        connect(socket, &QObject::destroyed, this, [this] {
            const QMutexLocker lock(&m_mutex);
            --m_open;
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (plan().when == PeerPlan::When::OnAccept)
            return act(talk.get(), take());
        connect(socket, &QTcpSocket::readyRead, this, [this, talk] { read(talk.get()); });
        if (m_tls) {
            connect(socket, &QSslSocket::encrypted, this, [this] {
                const QMutexLocker lock(&m_mutex);
                ++m_seen.handshakes;
            });
            socket->setSslConfiguration(*m_tls);
            socket->startServerEncryption();
        }
    }

private:
    struct Talk
    {
        QSslSocket *socket = nullptr;
        QByteArray received; // of the request under way
        bool headCounted = false;
        qsizetype bodyCounted = 0;
        bool acted = false; // the plan ended the talk: whatever still comes is only counted
    };

    PeerPlan plan() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_plans.value(0);
    }

    PeerPlan take()
    {
        const QMutexLocker lock(&m_mutex);
        return m_plans.size() > 1 ? m_plans.takeFirst() : m_plans.value(0);
    }

    void read(Talk *talk)
    {
        const PeerPlan now = plan();
        const QByteArray news = readUpTo(talk, now);
        count(talk, news);
        if (talk->acted)
            return;
        const qsizetype headEnd = talk->received.indexOf("\r\n\r\n");
        const bool headCut = now.when == PeerPlan::When::AfterHead && talk->received.size() >= now.bytes;
        const bool whole = headEnd >= 0;
        const qsizetype body = whole ? talk->received.size() - headEnd - 4 : 0;
        const bool bodyCut = now.when == PeerPlan::When::AfterBody && whole && body >= now.bytes;
        const bool complete = whole && body >= contentLength(talk->received.first(headEnd));
        if (headCut || bodyCut || complete) {
            const QByteArray request = std::exchange(talk->received, {});
            talk->headCounted = false;
            talk->bodyCounted = 0;
            act(talk, take());
        }
    }

    // Bytes behind the cut stay in the socket: closing then is as abrupt as it gets.
    QByteArray readUpTo(Talk *talk, const PeerPlan &now) const
    {
        if (now.when == PeerPlan::When::AfterHead && !talk->acted)
            return talk->socket->read(std::max<qint64>(1, now.bytes - talk->received.size()));
        return talk->socket->readAll();
    }

    void count(Talk *talk, const QByteArray &news)
    {
        const QMutexLocker lock(&m_mutex);
        talk->received += news;
        m_seen.bytes += news.size();
        const qsizetype headEnd = talk->received.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        if (!std::exchange(talk->headCounted, true))
            ++m_seen.heads;
        const qsizetype body = talk->received.size() - headEnd - 4;
        const qsizetype length = contentLength(talk->received.first(headEnd));
        m_seen.bodyBytes += body - talk->bodyCounted;
        const bool wasWhole = talk->bodyCounted >= length && talk->bodyCounted > 0;
        talk->bodyCounted = body;
        if (body >= length && !wasWhole) {
            ++m_seen.requests;
            m_seen.whole.append(talk->received);
        }
    }

    void act(Talk *talk, const PeerPlan &now)
    {
        talk->acted = now.ending != PeerPlan::Ending::KeepAlive;
        if (now.pieceSize <= 0) {
            talk->socket->write(now.answer);
            if (now.lingerMs <= 0)
                return finish(talk->socket, now.ending);
            QTimer::singleShot(now.lingerMs, talk->socket,
                               [this, socket = talk->socket, now] { finish(socket, now.ending); });
            return;
        }
        auto *timer = new QTimer(talk->socket);
        connect(timer, &QTimer::timeout, talk->socket,
                [this, timer, socket = talk->socket, now, at = qsizetype(0)]() mutable {
                    socket->write(now.answer.mid(at, now.pieceSize));
                    socket->flush();
                    at += now.pieceSize;
                    if (at < now.answer.size())
                        return;
                    timer->stop();
                    finish(socket, now.ending);
                });
        timer->start(now.pieceMs);
    }

    void finish(QSslSocket *socket, PeerPlan::Ending ending)
    {
        switch (ending) {
        case PeerPlan::Ending::KeepAlive:
        case PeerPlan::Ending::Silence:
            return;
        case PeerPlan::Ending::Close:
            return socket->disconnectFromHost();
        case PeerPlan::Ending::Cut:
            socket->flush();
            return endBelow(socket); // the client's closing ends it
        case PeerPlan::Ending::Reset:
            socket->flush();
            lingerZero(socket);
            return socket->abort();
        }
    }

    const std::optional<QSslConfiguration> m_tls;
    mutable QMutex m_mutex;
    QList<PeerPlan> m_plans{PeerPlan{}};
    PeerSeen m_seen;
    int m_open = 0;
};

FaultPeer::FaultPeer(const std::optional<QSslConfiguration> &tls)
    : m_listener(new Listener(tls))
{
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_listener,
        [this] {
            m_listener->listen(QHostAddress::LocalHost);
            m_port = m_listener->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

FaultPeer::~FaultPeer()
{
    m_thread.quit();
    m_thread.wait();
}

void FaultPeer::setPlans(const QList<PeerPlan> &plans)
{
    m_listener->setPlans(plans);
}

PeerSeen FaultPeer::seen() const
{
    // What has reached the sockets by now is read before it is told.
    QMetaObject::invokeMethod(
        m_listener,
        [] {
            while (QThread::currentThread()->eventDispatcher()->processEvents(QEventLoop::AllEvents)) {
            }
        },
        Qt::BlockingQueuedConnection);
    return m_listener->seen();
}

void FaultPeer::forget()
{
    m_listener->forget();
}

} // namespace support
