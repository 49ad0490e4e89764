// SPDX-License-Identifier: GPL-3.0-or-later
// A line to a server on the loopback address that can go silent: what is sent is still acknowledged, and
// nothing comes any more.
#pragma once

#include <QHostAddress>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <atomic>

namespace support {

class Relay : public QThread
{
public:
    explicit Relay(int target)
        : m_target(static_cast<quint16>(target))
    {
        start();
        m_listening.acquire();
    }
    ~Relay() override
    {
        quit();
        wait();
    }

    int port() const { return m_port; }
    void freeze() { m_frozen = true; }

protected:
    void run() override
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket *near = server.nextPendingConnection();
            auto *far = new QTcpSocket(near);
            far->connectToHost(QHostAddress::LocalHost, m_target);
            pass(near, far);
            pass(far, near);
        });
        m_listening.release();
        exec();
    }

private:
    void pass(QTcpSocket *from, QTcpSocket *to)
    {
        QObject::connect(from, &QTcpSocket::readyRead, to, [this, from, to] {
            if (!m_frozen)
                to->write(from->readAll());
        });
        QObject::connect(from, &QTcpSocket::disconnected, to, [to] { to->disconnectFromHost(); });
    }

    const quint16 m_target;
    QSemaphore m_listening;
    std::atomic<int> m_port = 0;
    std::atomic<bool> m_frozen = false;
};

} // namespace support
