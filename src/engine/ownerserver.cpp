// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ownerserver.h"

#include <QLocalSocket>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace engine {
using namespace Qt::StringLiterals;

namespace {
constexpr int longestRequest = 4096; // bytes
constexpr int patienceMs = 2000;

// The file's mode keeps others out where the system heeds it on sockets; the system itself knows who asks.
bool isOfThisUser([[maybe_unused]] qintptr socket)
{
#if defined(Q_OS_LINUX)
    ucred peer = {};
    socklen_t size = sizeof peer;
    return ::getsockopt(static_cast<int>(socket), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == ::geteuid();
#elif defined(Q_OS_UNIX)
    uid_t user = 0;
    gid_t group = 0;
    return ::getpeereid(static_cast<int>(socket), &user, &group) == 0 && user == ::geteuid();
#else
    return true; // the pipe's own access list
#endif
}
} // namespace

OwnerServer::OwnerServer(const Profile &profile, QObject *parent)
    : QObject(parent)
    , m_names(profile.serverNames())
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection())
            take(socket);
    });
}

base::Result<void> OwnerServer::listen()
{
    for (const QString &name : std::as_const(m_names)) {
        QLocalServer::removeServer(name); // left by an owner that was killed
        if (m_server.listen(name))
            return {};
    }
    return base::Error{base::ErrorCode::ListenFailed, m_server.errorString(), u"owner"_s};
}

void OwnerServer::take(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    if (!isOfThisUser(socket->socketDescriptor())) {
        socket->abort();
        return;
    }
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() > longestRequest)
                socket->abort();
            return;
        }
        const QByteArray line = socket->readLine().trimmed();
        socket->write(m_answer + '\n');
        socket->flush();
        if (line == "takeover")
            Q_EMIT takeOverWanted();
        else if (line == "raise" || line.startsWith("raise "))
            Q_EMIT raiseWanted(QString::fromUtf8(line.sliced(5)).trimmed());
    });
}

std::optional<QByteArray> OwnerServer::ask(const Profile &profile, const QByteArray &word,
                                           const QByteArray &argument)
{
    QLocalSocket socket;
    for (const QString &name : profile.serverNames()) {
        socket.connectToServer(name);
        if (socket.waitForConnected(patienceMs))
            break;
    }
    // Whoever listens there is told nothing, and believed nothing, unless it is this user's.
    if (socket.state() != QLocalSocket::ConnectedState || !isOfThisUser(socket.socketDescriptor()))
        return std::nullopt;
    socket.write(argument.isEmpty() ? word + "\n" : word + " " + argument + "\n");
    while (!socket.canReadLine()) {
        if (socket.bytesAvailable() > longestRequest || !socket.waitForReadyRead(patienceMs))
            return std::nullopt;
    }
    return socket.readLine().trimmed();
}

} // namespace engine
