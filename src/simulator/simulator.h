// SPDX-License-Identifier: GPL-3.0-or-later
// A gateway that sends nothing: it judges requests by the gateway's rules, answers as the gateway
// does, and posts statuses and inbound messages. The demo account and the tests' peer.
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QHostAddress>
#include <QMap>
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
    int slowAnswerMs = 65000;     // longer than a client's patience, in bulk too
    QMap<QString, double> faults; // kind → rate, as named in simulator/faults.h
    bool duplicateLock = true;
    QString logFile;
    int statusDelayMs = 150;            // one to two of these until -1, one to nine more until 4 or 5
    double repliesRate = 0;             // 0 to 1: how many of those reached answer by themselves (the demo)
    const base::Clock *clock = nullptr; // borrowed; none: the time of day
};

class Simulator final : public QObject
{
    Q_OBJECT
public:
    explicit Simulator(Options options, QObject *parent = nullptr);
    ~Simulator() override;

    // ListenFailed; FileUnwritable; InvalidField for an unknown fault or a rate beyond 0 to 1.
    base::Result<void> start();
    QUrl baseUrl() const; // the folder of push.php
    void setStatusUrl(const QUrl &url);
    void setInboundUrl(const QUrl &url);
    // Posted as JSON to the inbound URL, if there is one; `to` is the short number unless given.
    void simulateInbound(const QString &from, const QString &text, const QString &to = {});

Q_SIGNALS:
    void accepted(const QString &number, const QString &text);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace simulator
