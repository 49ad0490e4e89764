// SPDX-License-Identifier: GPL-3.0-or-later
// One client's connection to the simulator: kept alive as the real gateway does, and broken on
// purpose where a fault asks for it.
#pragma once

#include "http/requestparser.h"

#include <QObject>
#include <QTcpSocket>

#include <functional>
#include <memory>

namespace simulator {

struct Reply
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    http::Header extra; // Location, Allow; without a name: none
    int delayMs = 0;
};

class Peer final : public QObject
{
    Q_OBJECT
public:
    struct Handlers
    {
        std::function<QString(const http::Request &)> fault;                // after the head
        std::function<Reply(const http::Request &, const QString &)> reply; // complete; its fault
    };

    Peer(QTcpSocket *socket, const Handlers &handlers, QObject *parent);

private:
    void read();
    void answer();
    void send(const Reply &reply);
    void sendHalf(const Reply &reply);
    void reset();

    QTcpSocket *m_socket;
    const Handlers &m_handlers;
    std::unique_ptr<http::RequestParser> m_parser;
    QString m_fault;
    bool m_answering = false; // data that arrives in the meantime stays in the socket
    bool m_last = false;      // the connection ends with this answer
};

} // namespace simulator
