// SPDX-License-Identifier: GPL-3.0-or-later
// A sink that keeps what comes in, and the rules and requests that the receiver's tests share.
#pragma once

#include "http/testpeer.h"
#include "receiver/receiver.h"

namespace receiverstore {
using namespace Qt::StringLiterals;
using namespace testpeer;
using receiver::Done;
using receiver::Receiver;
using receiver::ReceiverRules;

inline const QString secret = u"abcdefghijklmnopqrstuv"_s;

class FixedClock final : public base::Clock
{
public:
    qint64 nowMs() const override { return 1700000000123; }
};

// Keeps what comes in; answers at once, later or never.
struct Store
{
    receiver::Sink sink()
    {
        return {[this](const domain::StatusEvent &event, const Done &done) {
                    statuses.append(event);
                    take(done);
                },
                [this](const domain::InboundMessage &message, const Done &done) {
                    messages.append(message);
                    take(done);
                },
                [this](const domain::Quarantined &item, const Done &done) {
                    quarantined.append(item);
                    take(done);
                }};
    }
    void take(const Done &done)
    {
        pending.append(done);
        if (answer)
            done(*answer);
    }
    qsizetype count() const { return statuses.size() + messages.size() + quarantined.size(); }

    std::optional<bool> answer = true;
    QList<Done> pending;
    QList<domain::StatusEvent> statuses;
    QList<domain::InboundMessage> messages;
    QList<domain::Quarantined> quarantined;
};

inline ReceiverRules localRules()
{
    ReceiverRules rules;
    rules.listenAddress = QHostAddress::LocalHost;
    rules.port = 0;
    rules.secret = secret;
    rules.loopbackAllowed = true;
    return rules;
}

inline quint16 portOf(const Receiver &receiver)
{
    return static_cast<quint16>(QUrl(receiver.statusUrl()).port());
}

inline QByteArray path(const QByteArray &leaf)
{
    return '/' + secret.toLatin1() + '/' + leaf;
}

inline QByteArray posted(const QByteArray &target, const QByteArray &type, const QByteArray &body)
{
    return "POST " + target + " HTTP/1.1\r\nHost: h\r\n" +
           (type.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n") +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline const QByteArray success =
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\nConnection: close\r\n\r\ntrue";
inline const QByteArray form = "application/x-www-form-urlencoded";

} // namespace receiverstore
