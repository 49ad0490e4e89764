// SPDX-License-Identifier: GPL-3.0-or-later
// A gateway that misbehaves on purpose: raw sockets that answer, close or reset at a chosen byte, and
// remember what they saw. It lives in its own thread, so that the client's thread may block.
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QThread>

#include <optional>

namespace support {

// What the peer does with one request (with one connection, for the cuts before a request).
struct PeerPlan
{
    enum class When {
        OnAccept,     // before a byte is read
        AfterHead,    // `bytes` of the head were read
        AfterBody,    // the head and `bytes` of the body were read
        AfterRequest, // all was read
    };
    enum class Ending { KeepAlive, Close, Cut, Reset, Silence }; // Cut: closed without TLS's goodbye

    When when = When::AfterRequest;
    int bytes = 0;
    QByteArray answer; // written as it stands when the moment has come
    int pieceSize = 0; // 0: the answer is written at once, else piece by piece …
    int pieceMs = 0;   // … with this long between two
    Ending ending = Ending::KeepAlive;
    int lingerMs = 0; // between the answer and the ending; nothing is read meanwhile
};

QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &headers = {});

struct PeerSeen
{
    int connections = 0;
    int open = 0;            // connections that are there now
    int handshakes = 0;      // of TLS, ended well
    int heads = 0;           // whole heads
    int requests = 0;        // whole heads with their whole bodies
    qint64 bodyBytes = 0;    // over all requests, whole or not
    qint64 bytes = 0;        // anything at all
    QList<QByteArray> whole; // each whole request as it came
};

class FaultPeer
{
public:
    explicit FaultPeer(const std::optional<QSslConfiguration> &tls = std::nullopt);
    ~FaultPeer();

    quint16 port() const { return m_port; }
    // One plan a request, in order; the last one is for all that follow.
    void setPlans(const QList<PeerPlan> &plans);
    PeerSeen seen() const;
    void forget(); // what was seen; connections stay

private:
    class Listener;
    QThread m_thread;
    Listener *m_listener = nullptr; // lives in m_thread and goes with it
    quint16 m_port = 0;
};

} // namespace support
