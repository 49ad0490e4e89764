// SPDX-License-Identifier: GPL-3.0-or-later
// Where the gateway calls: lets the right callers in, decodes what they post and answers success only
// after the sink has stored it (INB-08).
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/inbound.h"
#include "domain/message.h"
#include "http/limits.h"
#include "receiver/callback.h"

#include <QHostAddress>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace receiver {

QList<QHostAddress> gatewayAddresses(); // INB-10

struct ReceiverRules
{
    QHostAddress listenAddress{QHostAddress::AnyIPv4};
    quint16 port = 8088; // 0: any
    QUrl publicUrl;      // as the gateway sees it, perhaps through a proxy; its path is kept
    QString secret;      // the path token: 128 random bits or more, Base64url (Receiver::newSecret)
    QList<QHostAddress> allowed = gatewayAddresses();
    QList<QHostAddress> trustedProxies;
    bool loopbackAllowed = false;
    QString certificateFile; // PEM, with the chain; empty: plain http
    QString keyFile;
    http::Limits limits;
};

class Receiver final : public QObject
{
    Q_OBJECT
public:
    Receiver(ReceiverRules rules, Sink sink, const base::Clock &clock, QObject *parent = nullptr);
    ~Receiver() override;

    // ListenFailed; FileUnreadable for the certificate; InvalidField for a secret that can be guessed.
    base::Result<void> start();
    void stop();
    bool isListening() const;

    quint16 port() const;       // the bound one
    QString statusUrl() const;  // …/SECRET/status
    QString inboundUrl() const; // …/SECRET/inbound
    std::optional<QDateTime> certificateExpiry() const;

    // For the test of the way here: until endProbe, callers from foreign addresses are heard as far as
    // the path they ask for, and `probed` tells that it was …/SECRET/LEAF. They are refused all the same.
    void expectProbe(const QByteArray &leaf);
    void endProbe(const QByteArray &leaf);

    static QString newSecret(); // 128 random bits, 22 characters
    static QList<QHostAddress> gatewayAddresses();

Q_SIGNALS:
    void received(receiver::Kind kind); // stored
    // Answered 503, so that the gateway's queue stands still until its restart link is used (ACC-05).
    void notStored();
    void probed(const QByteArray &leaf);
    // Reasons: foreignAddress, wrongPath, wrongMethod, or the status the server gave ("400", "408" …).
    void rejected(const QString &peer, const QString &reason);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace receiver
