// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/network/answerends.h"
#include "gateway/posting.h"
#include "support/loopbacktls.h"

#include <QElapsedTimer>
#include <QTest>

using namespace posting;

Q_DECLARE_METATYPE(faults::Endpoint)
Q_DECLARE_METATYPE(faults::NetworkFault)
Q_DECLARE_METATYPE(faults::AnswerEnd)

class TestGatewayFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultsAreJudgedAndArriveAtMostOnce_data()
    {
        QTest::addColumn<faults::NetworkFault>("fault");
        QTest::addColumn<faults::Endpoint>("endpoint");
        const QList<faults::NetworkFault> all = faults::networkFaults();
        QCOMPARE(all.size(), 20);
        for (const faults::NetworkFault &fault : all) {
            const QByteArray name = fault.name.toUtf8();
            QTest::addRow("OUT-17 single: %s", name.constData()) << fault << faults::Endpoint::Single;
            QTest::addRow("BLK-05 bulk: %s", name.constData()) << fault << faults::Endpoint::Bulk;
            QTest::addRow("OUT-18 GET: %s", name.constData()) << fault << faults::Endpoint::Get;
        }
    }

    void faultsAreJudgedAndArriveAtMostOnce()
    {
        QFETCH(faults::NetworkFault, fault);
        QFETCH(faults::Endpoint, endpoint);
        const faults::Trial trial = faults::tried(fault, endpoint, 1, faults::gatewayClient());
        QCOMPARE(faults::violations(fault, endpoint, trial), QStringList());
    }

    void aWholeAnswerIsBelievedHoweverItEnds_data()
    {
        QTest::addColumn<faults::AnswerEnd>("end");
        QTest::addColumn<faults::Endpoint>("endpoint");
        for (const faults::AnswerEnd &end : faults::answerEnds()) {
            const QByteArray name = end.name().toUtf8();
            QTest::addRow("OUT-17 single: %s", name.constData()) << end << faults::Endpoint::Single;
            QTest::addRow("BLK-05 bulk: %s", name.constData()) << end << faults::Endpoint::Bulk;
            QTest::addRow("OUT-18 GET: %s", name.constData()) << end << faults::Endpoint::Get;
        }
    }

    void aWholeAnswerIsBelievedHoweverItEnds()
    {
        QFETCH(faults::AnswerEnd, end);
        QFETCH(faults::Endpoint, endpoint);
        const int seeds = end.ending == PeerPlan::Ending::Close ? 3 : 1;
        for (int seed = 1; seed <= seeds; ++seed) {
            const auto trial =
                faults::triedEnd(end, endpoint, static_cast<quint32>(seed), faults::gatewayClient());
            QCOMPARE(faults::violations(end, endpoint, trial), QStringList());
        }
    }

    // The suite bites: what one would write without thinking sends twice.
    void aNaiveClientFailsTheSameFaults_data()
    {
        QTest::addColumn<faults::Endpoint>("endpoint");
        QTest::newRow("single by post(QByteArray)") << faults::Endpoint::Single;
        QTest::newRow("bulk by post(QByteArray)") << faults::Endpoint::Bulk;
        QTest::newRow("GET by get()") << faults::Endpoint::Get;
    }

    void aNaiveClientFailsTheSameFaults()
    {
        QFETCH(faults::Endpoint, endpoint);
        QStringList failing;
        bool twice = false;
        for (const faults::NetworkFault &fault : faults::networkFaults()) {
            const faults::Trial trial = faults::tried(fault, endpoint, 1, faults::naiveClient());
            twice = twice || trial.seen.requests > 1;
            if (!faults::violations(fault, endpoint, trial).isEmpty())
                failing.append(fault.name);
        }
        QVERIFY2(twice, "no request of the naive client arrived twice");
        QVERIFY2(failing.contains(u"closed after the body"_s), qPrintable(failing.join(u", "_s)));
        QVERIFY2(failing.contains(u"a redirect"_s), qPrintable(failing.join(u", "_s)));
    }

    // A peer may close a kept connection at any time. What was not written by then goes over a new
    // one; what was is uncertain; nothing goes twice.
    void aKeptConnectionThatCloses_data()
    {
        QTest::addColumn<int>("pauseMs");
        QTest::newRow("while it is written to") << 0;
        QTest::newRow("a little before") << 2;
        QTest::newRow("long before") << 50;
    }

    void aKeptConnectionThatCloses()
    {
        QFETCH(int, pauseMs);
        int uncertain = 0;
        for (int i = 0; i < 40; ++i) {
            FaultPeer peer;
            peer.setPlans({answering(httpAnswer(200, good, kept), PeerPlan::Ending::Close)});
            GatewayClient client(connectionTo(peer.port()));
            QCOMPARE(posted(client, request()).verdict, Verdict::Accepted);
            QTest::qWait(pauseMs);
            peer.forget();
            const Outcome second = posted(client, request());
            const support::PeerSeen seen = peer.seen();
            QVERIFY2(seen.requests <= 1, qPrintable(QString::number(seen.requests)));
            if (second.verdict == Verdict::Unsent)
                QCOMPARE(seen.bodyBytes, 0);
            else if (second.verdict == Verdict::Accepted)
                QCOMPARE(seen.requests, 1);
            else
                QCOMPARE(second.verdict, Verdict::Uncertain);
            uncertain += second.verdict == Verdict::Uncertain ? 1 : 0;
        }
        if (pauseMs == 50)
            QCOMPARE(uncertain, 0);
    }

    // Many a small server closes after each answer and does not say so: nothing is lost in the closing.
    void anAnswerThatDoesNotTellOfItsConnection_data()
    {
        QTest::addColumn<int>("lingerMs");
        QTest::newRow("closed at once") << 0;
        QTest::newRow("closed a moment later") << 2;
        QTest::newRow("closed later than the next request begins") << 20;
        QTest::newRow("kept open") << -1;
    }

    void anAnswerThatDoesNotTellOfItsConnection()
    {
        QFETCH(int, lingerMs);
        PeerPlan plan = answering(httpAnswer(200, good),
                                  lingerMs < 0 ? PeerPlan::Ending::KeepAlive : PeerPlan::Ending::Close);
        plan.lingerMs = lingerMs;
        FaultPeer peer;
        peer.setPlans({plan});
        GatewayClient client(connectionTo(peer.port()));
        constexpr int several = 20;
        for (int i = 0; i < several; ++i)
            QCOMPARE(posted(client, request()).verdict, Verdict::Accepted);
        QCOMPARE(peer.seen().requests, several);
        QCOMPARE(peer.seen().connections, several);
    }

    // A server that says that it keeps its connections, and does not, costs one message.
    void aServerThatDoesNotKeepItsWord()
    {
        PeerPlan plan = answering(httpAnswer(200, good, kept), PeerPlan::Ending::Close);
        plan.lingerMs = 20;
        FaultPeer peer;
        peer.setPlans({plan});
        GatewayClient client(connectionTo(peer.port()));
        QList<Verdict> verdicts;
        for (int i = 0; i < 20; ++i)
            verdicts.append(posted(client, request()).verdict);
        QCOMPARE(verdicts.count(Verdict::Accepted), 19);
        QCOMPARE(verdicts.at(1), Verdict::Uncertain);
    }

    void idleConnectionsAreLetGoBeforeAServerWould()
    {
        FaultPeer peer;
        peer.setPlans({answering(httpAnswer(200, good, kept))});
        GatewayClient client(connectionTo(peer.port()));
        QCOMPARE(posted(client, request()).verdict, Verdict::Accepted);
        QCOMPARE(posted(client, request()).verdict, Verdict::Accepted);
        QCOMPARE(peer.seen().connections, 1);
        QVERIFY(QTest::qWaitFor([&] { return peer.seen().open == 0; }, 5000)); // we closed, not the peer
        QCOMPARE(posted(client, request()).verdict, Verdict::Accepted);
        QCOMPARE(peer.seen().connections, 2);
    }

    void unknownHostIsUnsent_data()
    {
        QTest::addColumn<domain::Method>("method");
        QTest::newRow("a host without address, JSON") << domain::Method::Json;
        QTest::newRow("a host without address, GET") << domain::Method::Get;
    }

    void unknownHostIsUnsent()
    {
        QFETCH(domain::Method, method);
        Connection connection;
        connection.baseUrl = QUrl(u"https://gateway.invalid/psk/"_s);
        connection.method = method;
        connection.singleDeadlineMs = 3000;
        GatewayClient client(connection);
        QCOMPARE(posted(client, request()).verdict, Verdict::Unsent);
    }

    void tls_data()
    {
        QTest::addColumn<domain::Method>("method");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<Verdict>("verdict");
        using domain::Method;
        QTest::newRow("JSON to a company's own authority") << Method::Json << true << Verdict::Accepted;
        QTest::newRow("GET to a company's own authority") << Method::Get << true << Verdict::Accepted;
        QTest::newRow("JSON to a stranger") << Method::Json << false << Verdict::Unsent;
        QTest::newRow("GET to a stranger") << Method::Get << false << Verdict::Unsent;
    }

    void tls()
    {
        QFETCH(domain::Method, method);
        QFETCH(bool, trusted);
        QFETCH(Verdict, verdict);
        FaultPeer peer(support::loopbackTls());
        peer.setPlans({answering(httpAnswer(200, method == domain::Method::Get ? goodText : good))});
        Connection connection = connectionTo(peer.port(), u"https"_s);
        connection.method = method;
        if (trusted)
            connection.extraAuthorities = {support::loopbackCertificate()};
        GatewayClient client(connection);
        const Outcome outcome = posted(client, request());
        QCOMPARE(outcome.verdict, verdict);
        QCOMPARE(peer.seen().requests, trusted ? 1 : 0);
        if (!trusted) {
            QVERIFY2(outcome.reason.startsWith(u"TLS: "_s), qPrintable(outcome.reason));
            QCOMPARE(peer.seen().bytes, 0);
        }
    }

    void aHandshakeThatNeverEndsIsUnsent_data()
    {
        QTest::addColumn<domain::Method>("method");
        QTest::newRow("JSON") << domain::Method::Json;
        QTest::newRow("GET") << domain::Method::Get;
    }

    void aHandshakeThatNeverEndsIsUnsent()
    {
        QFETCH(domain::Method, method);
        FaultPeer peer; // answers the ClientHello with nothing
        PeerPlan plan;
        plan.when = PeerPlan::When::OnAccept;
        plan.ending = PeerPlan::Ending::Silence;
        peer.setPlans({plan});
        Connection connection = connectionTo(peer.port(), u"https"_s);
        connection.method = method;
        connection.singleDeadlineMs = 150;
        GatewayClient client(connection);
        const Outcome outcome = posted(client, request());
        QCOMPARE(outcome.verdict, Verdict::Unsent);
        QCOMPARE(outcome.reason, u"timeout"_s);
    }

    // The narrow place of the GET interface: the handshake ends while this thread is busy, and the
    // request is given up in between. Unsent may be said only when nothing went out, now or later.
    void givenUpDuringTheHandshake()
    {
        FaultPeer peer(support::loopbackTls());
        peer.setPlans({answering(httpAnswer(200, goodText))});
        Connection connection = connectionTo(peer.port(), u"https"_s);
        connection.method = domain::Method::Get;
        connection.extraAuthorities = {support::loopbackCertificate()};
        GatewayClient client(connection);
        int givenUpWithTheTunnelOpen = 0;
        for (int i = 0; i < 100; ++i) {
            peer.forget();
            Answers answers;
            answers.during([&] { client.postSingle(request(), answers.done()); });
            QCoreApplication::processEvents(); // starts it
            QElapsedTimer busy;
            busy.start();
            while (busy.nsecsElapsed() < i * 400'000)
                ; // the network's thread goes on, this one does not
            client.abortAll();
            QVERIFY(answers.waitFor(1));
            QTest::qWait(5);
            const Verdict verdict = answers.outcomes.first().verdict;
            const support::PeerSeen seen = peer.seen();
            QVERIFY(verdict == Verdict::Unsent || verdict == Verdict::Uncertain);
            if (verdict == Verdict::Unsent) {
                QCOMPARE(seen.bytes, 0);
                givenUpWithTheTunnelOpen += seen.handshakes;
            }
        }
        QVERIFY(givenUpWithTheTunnelOpen > 0); // or the narrow place was never met
    }

    void loopbackGoesPastEveryProxy()
    {
        FaultPeer peer;
        FaultPeer proxy;
        peer.setPlans({answering(httpAnswer(200, good))});
        Connection connection = connectionTo(peer.port());
        connection.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port());
        GatewayClient client(connection);
        QCOMPARE(posted(client, request()).verdict, Verdict::Accepted);
        QCOMPARE(proxy.seen().connections, 0);
    }

    void aProxyThatRefusesSeesNothing_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<domain::Method>("method");
        const QByteArray password = httpAnswer(407, {}, "Proxy-Authenticate: Basic realm=\"x\"\r\n");
        QTest::newRow("wants a password, JSON") << password << domain::Method::Json;
        QTest::newRow("wants a password, GET") << password << domain::Method::Get;
        QTest::newRow("forbids, JSON") << httpAnswer(403, "<html>") << domain::Method::Json;
        QTest::newRow("forbids, GET") << httpAnswer(403, "<html>") << domain::Method::Get;
        QTest::newRow("closes, JSON") << QByteArray() << domain::Method::Json;
        QTest::newRow("closes, GET") << QByteArray() << domain::Method::Get;
    }

    void aProxyThatRefusesSeesNothing()
    {
        QFETCH(QByteArray, answer);
        QFETCH(domain::Method, method);
        FaultPeer proxy;
        proxy.setPlans({answering(answer, PeerPlan::Ending::Close)});
        Connection connection;
        connection.baseUrl = QUrl(u"https://gateway.invalid/psk/"_s);
        connection.method = method;
        connection.singleDeadlineMs = 500;
        connection.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port());
        GatewayClient client(connection);
        const Outcome outcome = posted(client, request());
        QCOMPARE(outcome.verdict, Verdict::Unsent);
        const support::PeerSeen seen = proxy.seen();
        QVERIFY(seen.requests >= 1);
        for (const QByteArray &whole : seen.whole) {
            QVERIFY2(whole.startsWith("CONNECT gateway.invalid:443 "), whole.constData());
            QVERIFY(!whole.contains("hemmelig"));
        }
    }
};

QTEST_GUILESS_MAIN(TestGatewayFaults)
#include "tst_gatewayfaults.moc"
