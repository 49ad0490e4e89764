// SPDX-License-Identifier: GPL-3.0-or-later
// Twenty things that a network or a gateway does wrong, what each may be judged as, and the client
// that posts as one would without thinking, which has to fail.
#pragma once

#include "gateway/gatewayclient.h"
#include "support/faultpeer.h"

#include <QRandomGenerator>

#include <functional>

namespace faults {

enum class Endpoint { Single, Bulk, Get };
QString nameOf(Endpoint endpoint);
QString nameOf(gateway::Verdict verdict);

struct NetworkFault
{
    QString name;
    // What the peer does with the request under test.
    std::function<support::PeerPlan(Endpoint, QRandomGenerator &)> plan;
    QList<gateway::Verdict> single; // what a single message may be judged as, by JSON or by GET
    QList<gateway::Verdict> bulk;
    bool nobodyListens = false;
    bool reusesConnection = false; // a good request goes before, on the same connection
};
QList<NetworkFault> networkFaults(); // 20

struct Trial
{
    gateway::Outcome outcome;
    support::PeerSeen seen; // without the good request before
    int redirected = 0;     // requests that came where a redirect pointed to
};

// Posts one request and waits for its verdict; a client is one object over the requests of a trial.
using Client = std::function<gateway::Outcome(Endpoint, const gateway::PushRequest &)>;
using ClientFactory = std::function<Client(const gateway::Connection &)>;
ClientFactory gatewayClient();
ClientFactory naiveClient(); // post(QByteArray) and get() of QNetworkAccessManager, as they come

gateway::PushRequest someRequest(Endpoint endpoint, QRandomGenerator &random);
Trial tried(const NetworkFault &fault, Endpoint endpoint, quint32 seed, const ClientFactory &factory);
// What the trial breaks of reliability.md, empty when all holds.
QStringList violations(const NetworkFault &fault, Endpoint endpoint, const Trial &trial);

} // namespace faults
