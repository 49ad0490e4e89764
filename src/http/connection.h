// SPDX-License-Identifier: GPL-3.0-or-later
// One accepted socket: reads one request, writes one answer, ends. It moves bytes; RequestParser and
// the callbacks decide.
#pragma once

#include "http/requestparser.h"
#include "http/server.h"

#include <QElapsedTimer>
#include <QTcpSocket>

namespace http {

// What all connections of a server share; it lives as long as the last of them.
struct Shared
{
    Limits limits;
    Callbacks callbacks;
    QList<QHostAddress> trustedProxies;
    QElapsedTimer clock;       // monotonic, milliseconds
    qsizetype largeBodies = 0; // bytes promised to bodies beyond Limits::smallBody
    bool largeBodyWaits = false;
};

class Connection final : public QObject
{
    Q_OBJECT
public:
    // Takes over the socket, which is connected; start() begins a TLS one's handshake.
    Connection(std::shared_ptr<Shared> shared, std::unique_ptr<QTcpSocket> socket, const QHostAddress &peer,
               QObject *parent);
    ~Connection() override;

    void start();
    void checkDeadline(qint64 now); // milliseconds of the shared clock
    void readOn();                  // after a place for a large body has become free
    void end();                     // at once; ended() follows

    // Who makes room when all places are taken: the higher the sooner, 0 not now.
    int dispensability(qint64 now) const;
    bool inCallback() const { return m_callbackDepth > 0; }

Q_SIGNALS:
    void ended(http::Connection *connection);

private:
    enum class Stage { Handshake, Head, Body, Handling, Closing, Ended };

    void enter(Stage stage, int milliseconds);
    void read();
    void take(QByteArrayView bytes);
    bool headComplete();
    bool mayReadBody();
    qint64 bytesToWrite() const; // of TLS too
    void handle();
    void refuse(int status);
    void answer(const Response &response);
    void releaseBody();
    void linger();
    void drain();

    const std::shared_ptr<Shared> m_shared;
    QTcpSocket *const m_socket;
    const QHostAddress m_peer;
    QHostAddress m_caller; // the peer, or whom a trusted proxy names
    RequestParser m_parser;
    Stage m_stage = Stage::Head;
    qint64 m_since = 0; // of the stage
    qint64 m_deadline = 0;
    qint64 m_lastDeadline = 0; // of the whole connection
    qint64 m_drained = 0;
    int m_patience = 1;       // times Limits::graceMs
    qsizetype m_promised = 0; // of Shared::largeBodies
    int m_callbackDepth = 0;
    bool m_headRequest = false;
    bool m_continueSent = false;
    bool m_readingPaused = false;
    bool m_writingEnded = false;
};

} // namespace http
