// SPDX-License-Identifier: GPL-3.0-or-later
// `mailbox serve`: takes what the gateway brings, seals and keeps it, and gives it to the office that asks
// with its key. It understands nothing of it.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "http/limits.h"
#include "mailbox/files.h"
#include "mailbox/store.h"
#include "receiver/receiver.h"

#include <QObject>

#include <memory>

namespace mailbox {

struct ServerRules
{
    QHostAddress listenAddress{QHostAddress::LocalHost};
    quint16 port = 8089; // 0: any
    QUrl publicUrl;
    QList<QHostAddress> allowed = receiver::gatewayAddresses(); // who may bring; the office may be anywhere
    QString certificateFile;                                    // PEM, with the chain; empty: plain http
    QString keyFile;
    int longestWaitMs = 25000; // of an office that asks before there is anything
    int mostWaiting = 8;       // at a time; the one that came first is answered then
    http::Limits limits;
};

class Server final : public QObject
{
    Q_OBJECT
public:
    Server(ServerRules rules, Config config, Store &store, const base::Clock &clock,
           QObject *parent = nullptr);
    ~Server() override;

    base::Result<void> start(); // ListenFailed; FileUnreadable for the certificate
    QString statusUrl() const;  // …/SECRET/status
    QString inboundUrl() const; // …/SECRET/inbound
    QString url() const;        // what the office asks

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mailbox
