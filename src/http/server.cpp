// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"

#include "http/connection.h"

#include <QPointer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <algorithm>

namespace http {

namespace {

constexpr int backlog = 1024;
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
        // Out of descriptors: QTcpServer stops accepting until the sweep lets it go on.
        connect(this, &QTcpServer::acceptError, this, [this] {
            acceptPaused = true;
            sweep.start();
        });
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
    }

    const std::shared_ptr<Shared> shared;
    std::optional<QSslConfiguration> tls;
    QList<Connection *> connections; // oldest first

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    bool makeRoom();
    void forget(Connection *connection);
    void checkDeadlines();

    QTimer sweep;
    bool acceptPaused = false;
};

void Server::Private::incomingConnection(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> socket =
        tls ? std::make_unique<QSslSocket>() : std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return;
    const QHostAddress peer = normalised(socket->peerAddress());
    const auto &admit = shared->callbacks.admit;
    if (admit && !shared->trustedProxies.contains(peer) && !admit(peer)) {
        socket->abort();
        return;
    }
    if (connections.size() >= shared->limits.connections && !makeRoom()) {
        socket->abort();
        return;
    }
    if (auto *secure = qobject_cast<QSslSocket *>(socket.get()); secure && tls)
        secure->setSslConfiguration(*tls);
    auto *connection = new Connection(shared, std::move(socket), peer, this);
    connections.append(connection);
    connect(connection, &Connection::ended, this, &Private::forget);
    if (!sweep.isActive())
        sweep.start();
    connection->start();
}

bool Server::Private::makeRoom()
{
    const auto chosen = std::max_element(
        connections.cbegin(), connections.cend(),
        [](const Connection *a, const Connection *b) { return a->dispensability() < b->dispensability(); });
    if (chosen == connections.cend() || (*chosen)->dispensability() == 0)
        return false;
    (*chosen)->end(); // the first, so the longest waiting, of the most dispensable
    return true;
}

void Server::Private::forget(Connection *connection)
{
    connections.removeOne(connection);
    connection->deleteLater();
    if (connections.isEmpty() && !acceptPaused)
        sweep.stop();
    if (!std::exchange(shared->largeBodyWaits, false))
        return;
    for (Connection *other : std::as_const(connections))
        QMetaObject::invokeMethod(other, &Connection::readOn, Qt::QueuedConnection);
}

void Server::Private::checkDeadlines()
{
    if (std::exchange(acceptPaused, false))
        resumeAccepting();
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
    if (!d->listen(address, port))
        return base::Error{base::ErrorCode::ListenFailed, d->errorString(), {}};
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
