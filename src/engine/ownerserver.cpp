// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ownerserver.h"

#include <QLocalSocket>

namespace engine {

namespace {
constexpr int longestRequest = 4096; // bytes
constexpr int patienceMs = 2000;
} // namespace

OwnerServer::OwnerServer(const Profile &profile, QObject *parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(profile.serverName()); // left by a process that was killed
    m_server.listen(profile.serverName());
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
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
    });
}

std::optional<QByteArray> OwnerServer::ask(const Profile &profile, const QByteArray &word,
                                           const QByteArray &argument)
{
    QLocalSocket socket;
    socket.connectToServer(profile.serverName());
    if (!socket.waitForConnected(patienceMs))
        return std::nullopt;
    socket.write(argument.isEmpty() ? word + "\n" : word + " " + argument + "\n");
    while (!socket.canReadLine()) {
        if (socket.bytesAvailable() > longestRequest || !socket.waitForReadyRead(patienceMs))
            return std::nullopt;
    }
    return socket.readLine().trimmed();
}

} // namespace engine
