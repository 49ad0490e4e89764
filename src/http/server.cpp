// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"

#include "http/connection.h"

#include <QPointer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <algorithm>

namespace http {
using namespace Qt::StringLiterals;

namespace {

constexpr int backlog = 4096;  // callers wait there while all places are taken
constexpr int longestRow = 16; // accepted before the others get their turn
constexpr int longestSweepMs = 250;

} // namespace

// A QTcpServer that makes its own connections: QSslServer stops accepting after broken handshakes.
class Server::Private final : public QTcpServer
{
public:
    Private(const Limits &limits, Callbacks callbacks)
        : shared(std::make_shared<Shared>())
    {
        shared->limits = limits;
        shared->callbacks = std::move(callbacks);
        shared->clock.start();
        // One timer for all deadlines, running only while there are connections.
        const int shortest = std::min({limits.tlsHandshakeMs, limits.headMs, limits.bodyMs, limits.allMs,
                                       limits.handlerMs, limits.lingerMs});
        sweep.setInterval(std::clamp(shortest / 4, 5, longestSweepMs));
        connect(&sweep, &QTimer::timeout, this, &Private::checkDeadlines);
        connect(this, &QTcpServer::acceptError, this, &Private::holdAccepting); // out of descriptors
        room.setInterval(limits.graceMs);
        connect(&room, &QTimer::timeout, this, &Private::acceptIfRoom);
    }

    ~Private() override { endAll(); }

    void endAll()
    {
        for (Connection *connection : std::exchange(connections, {})) {
            connection->disconnect(this);
            connection->end();
            if (connection->inCallback()) { // the server is being closed by one of its own callbacks
                connection->setParent(nullptr);
                connection->deleteLater();
            } else {
                delete connection;
            }
        }
        sweep.stop();
        room.stop();
    }

    const std::shared_ptr<Shared> shared;
    std::optional<QSslConfiguration> tls;
    QList<Connection *> connections; // oldest first

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    bool hasRoom() const;
    Connection *mostDispensable() const;
    void holdAccepting();
    void acceptIfRoom();
    void forget(Connection *connection);
    void checkDeadlines();

    QTimer sweep;
    QTimer room; // runs while accepting is held
    int acceptedInARow = 0;
};

void Server::Private::incomingConnection(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> socket =
        tls ? std::make_unique<QSslSocket>() : std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return;
    // QTcpServer would go on as long as anybody comes.
    if (++acceptedInARow >= longestRow) {
        holdAccepting();
        QMetaObject::invokeMethod(this, &Private::acceptIfRoom, Qt::QueuedConnection);
    }
    const QHostAddress peer = normalised(socket->peerAddress());
    const auto &admit = shared->callbacks.admit;
    if (admit && !shared->trustedProxies.contains(peer) && !admit(peer)) {
        socket->abort();
        return;
    }
    if (connections.size() >= shared->limits.connections) {
        if (Connection *yielding = mostDispensable())
            yielding->end();
    }
    if (auto *secure = qobject_cast<QSslSocket *>(socket.get()); secure && tls)
        secure->setSslConfiguration(*tls);
    auto *connection = new Connection(shared, std::move(socket), peer, this);
    connections.append(connection);
    connect(connection, &Connection::ended, this, &Private::forget);
    if (!sweep.isActive())
        sweep.start();
    connection->start();
    if (!hasRoom())
        holdAccepting();
}

bool Server::Private::hasRoom() const
{
    return connections.size() < shared->limits.connections || mostDispensable();
}

// The longest waiting of the most dispensable.
Connection *Server::Private::mostDispensable() const
{
    const qint64 now = shared->clock.elapsed();
    Connection *chosen = nullptr;
    int highest = 0;
    for (Connection *connection : connections) {
        const int candidate = connection->dispensability(now);
        if (candidate > highest) {
            highest = candidate;
            chosen = connection;
        }
    }
    return chosen;
}

// Whoever comes now waits in the backlog. pauseAccepting() would not end the row that QTcpServer is
// accepting; a limit of no pending connections does.
void Server::Private::holdAccepting()
{
    setMaxPendingConnections(0);
    room.start();
}

void Server::Private::acceptIfRoom()
{
    acceptedInARow = 0;
    if (!isListening() || !hasRoom())
        return;
    room.stop();
    setMaxPendingConnections(1);
    resumeAccepting();
}

void Server::Private::forget(Connection *connection)
{
    connections.removeOne(connection);
    connection->deleteLater();
    if (connections.isEmpty())
        sweep.stop();
    if (room.isActive())
        acceptIfRoom();
    if (!std::exchange(shared->largeBodyWaits, false))
        return;
    for (Connection *other : std::as_const(connections))
        QMetaObject::invokeMethod(other, &Connection::readOn, Qt::QueuedConnection);
}

void Server::Private::checkDeadlines()
{
    const qint64 now = shared->clock.elapsed();
    const QList<QPointer<Connection>> all(connections.cbegin(), connections.cend());
    for (const QPointer<Connection> &connection : all) {
        if (connection)
            connection->checkDeadline(now);
    }
    // Nothing of this object may be touched here: a callback may have closed the server.
}

Server::Server(Limits limits, Callbacks callbacks, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(limits, std::move(callbacks)))
{
}

Server::~Server() = default;

base::Result<void> Server::listen(const QHostAddress &address, quint16 port)
{
    d->setListenBacklogSize(backlog);
    if (!d->listen(address, port)) {
        const bool ipv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
        const QString place = (ipv6 ? u"[%1]:%2 (%3)"_s : u"%1:%2 (%3)"_s)
                                  .arg(address.toString(), QString::number(port), d->errorString());
        return base::Error{base::ErrorCode::ListenFailed, place, {}};
    }
    return {};
}

void Server::setTls(const std::optional<QSslConfiguration> &configuration)
{
    d->tls = configuration;
}

void Server::setTrustedProxies(const QList<QHostAddress> &proxies)
{
    d->shared->trustedProxies.clear();
    for (const QHostAddress &proxy : proxies)
        d->shared->trustedProxies.append(normalised(proxy));
}

quint16 Server::port() const
{
    return d->serverPort();
}

QHostAddress Server::address() const
{
    return d->serverAddress();
}

bool Server::isListening() const
{
    return d->isListening();
}

int Server::connectionCount() const
{
    return static_cast<int>(d->connections.size());
}

void Server::close()
{
    d->close();
    d->endAll();
}

QHostAddress normalised(const QHostAddress &address)
{
    bool mapped = false;
    const quint32 v4 = address.toIPv4Address(&mapped);
    if (mapped)
        return QHostAddress(v4);
    QHostAddress plain(address);
    plain.setScopeId({});
    return plain;
}

} // namespace http
