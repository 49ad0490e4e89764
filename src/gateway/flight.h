// SPDX-License-Identifier: GPL-3.0-or-later
// One request on the wire: leaves once, within a deadline, and ends with what the network saw of it
// (design: reliability, "Posting once").
#pragma once

#include "gateway/answer.h"
#include "gateway/onetimebody.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <functional>
#include <memory>

namespace gateway {

struct FlightPlan
{
    QNetworkRequest request; // address, TLS and content type; Flight adds all that keeps it single
    QByteArray verb = QByteArrayLiteral("POST");
    QByteArray body;
    int deadlineMs = 30000; // for the whole exchange
};

class Flight final : public QObject
{
public:
    // Called once, never from inside the constructor; by an abort from inside abort().
    using Landed = std::function<void(Flight &, const Exchange &)>;

    Flight(std::shared_ptr<QNetworkAccessManager> manager, const FlightPlan &plan, Landed landed);
    ~Flight() override; // ends the exchange without calling landed

    void abort();

private:
    void receive();
    void land();
    void end(const QString &failure);
    bool provenUnsent() const;
    bool endProven(bool endedWell) const;
    QString failureWords() const;

    const std::shared_ptr<QNetworkAccessManager> m_manager; // outlives the reply
    OneTimeBody m_body;
    const bool m_hasBody;
    Landed m_landed;
    std::unique_ptr<QNetworkReply> m_reply;
    QTimer m_deadline;
    QByteArray m_answer;
    QString m_failure; // why we ended it ourselves
    QString m_tlsFailure;
    bool m_tooLarge = false;
    bool m_tunnelOpen = false; // a connection was there that the head may have gone through
};

} // namespace gateway
