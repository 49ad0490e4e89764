// SPDX-License-Identifier: GPL-3.0-or-later
// A gateway that sends nothing: it judges requests by the gateway's rules, answers as the gateway
// does, and posts statuses and inbound messages. The demo account and the tests' peer.
#pragma once

#include "base/result.h"
#include "simulator/faults.h"
#include "simulator/inboundposts.h"

#include <QHostAddress>
#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace simulator {

struct Options
{
    QHostAddress listenAddress{QHostAddress::LocalHost};
    quint16 port = 0; // 0: any
    QUrl statusUrl;
    QUrl inboundUrl;
    qint64 serviceId = 0;            // 0: any positive one
    std::optional<QString> password; // none: not asked for
    quint32 seed = 1;
    int latencyMs = 0;
    QHash<QString, double> faults; // kind → rate, as named in simulator/faults.h
    bool duplicateLock = true;
    QString logFile;
    int statusDelayMs = 150; // until the first status; the others follow over some of these
};

class Simulator final : public QObject
{
    Q_OBJECT
public:
    explicit Simulator(Options options, QObject *parent = nullptr);
    ~Simulator() override;

    base::Result<void> start(); // ListenFailed, FileUnwritable, InvalidField for an unknown fault
    QUrl baseUrl() const;       // the folder of push.php
    void setStatusUrl(const QUrl &url);
    void setInboundUrl(const QUrl &url);
    void simulateInbound(const QString &from, const QString &text);

Q_SIGNALS:
    void accepted(const QString &number, const QString &text);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace simulator
