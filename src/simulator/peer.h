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
    QByteArray location;
    int delayMs = 0;
};

class Peer final : public QObject
{
    Q_OBJECT
public:
    struct Callbacks
    {
        std::function<QString(const http::Request &)> fault;                // after the head
        std::function<Reply(const http::Request &, const QString &)> reply; // complete; its fault
    };

    Peer(QTcpSocket *socket, const Callbacks &callbacks, QObject *parent);

private:
    void read(QByteArrayView bytes);
    void answer();
    void send(const Reply &reply);
    void reset();

    QTcpSocket *m_socket;
    const Callbacks &m_callbacks;
    std::unique_ptr<http::RequestParser> m_parser;
    QString m_fault;
};

} // namespace simulator
