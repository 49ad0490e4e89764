// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of GatewayClient share: a request, a peer's plans, and waiting for outcomes.
#pragma once

#include "gateway/gatewayclient.h"
#include "support/faultpeer.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

namespace posting {

using namespace Qt::StringLiterals;
using gateway::Connection;
using gateway::GatewayClient;
using gateway::Outcome;
using gateway::PushRequest;
using gateway::Verdict;
using support::FaultPeer;
using support::httpAnswer;
using support::PeerPlan;

inline const QByteArray good = R"({"id": 145099, "errorcode": 0, "description": "OK"})";
inline const QByteArray kept = "Connection: keep-alive\r\n";
inline const QByteArray goodText = "ErrorCode=0, ID=145099";
inline const QByteArray goodBulk = R"({"errorcode":0,"invalidPhoneno":[],"duplicatePhoneno":[]})";

inline PeerPlan answering(const QByteArray &answer, PeerPlan::Ending ending = PeerPlan::Ending::KeepAlive)
{
    PeerPlan plan;
    plan.answer = answer;
    plan.ending = ending;
    return plan;
}

inline PeerPlan silent()
{
    return answering({}, PeerPlan::Ending::Silence);
}

inline Connection connectionTo(quint16 port, const QString &scheme = u"http"_s)
{
    Connection connection;
    connection.baseUrl = QUrl(u"%1://127.0.0.1:%2/psk/"_s.arg(scheme).arg(port));
    connection.singleDeadlineMs = 5000;
    connection.bulkDeadlineMs = 5000;
    return connection;
}

inline PushRequest request(const QString &text = u"Hei"_s)
{
    PushRequest push;
    push.serviceId = 1234;
    push.password = u"hemmelig"_s;
    push.numbers = {u"+4799999999"_s};
    push.sender = u"Firmanavn"_s;
    push.text = text;
    push.ref = u"~0123456789abcdefghijkl"_s;
    return push;
}

// Collects outcomes, and sees that each comes once and never from inside the call.
struct Answers
{
    QList<Outcome> outcomes;
    bool calling = false;
    bool misplaced = false; // called from inside a call, or a second time
    QEventLoop loop;

    gateway::Transport::Done done()
    {
        return [this, called = false](const Outcome &outcome) mutable {
            misplaced = misplaced || calling || called;
            called = true;
            outcomes.append(outcome);
            loop.quit();
        };
    }

    template <typename Call>
    void during(Call call)
    {
        calling = true;
        call();
        calling = false;
    }

    // True when so many came, all as they should.
    bool waitFor(qsizetype count)
    {
        QTimer limit;
        bool late = false;
        QObject::connect(&limit, &QTimer::timeout, &loop, [&] {
            late = true;
            loop.quit();
        });
        limit.start(30000);
        while (outcomes.size() < count && !late)
            loop.exec();
        return outcomes.size() == count && !misplaced;
    }
};

inline Outcome posted(GatewayClient &client, const PushRequest &push, bool bulk = false)
{
    Answers answers;
    answers.during(
        [&] { bulk ? client.postBulk(push, answers.done()) : client.postSingle(push, answers.done()); });
    if (answers.waitFor(1))
        return answers.outcomes.first();
    QTest::qFail("the request had not exactly one outcome", __FILE__, __LINE__);
    return {};
}

} // namespace posting
