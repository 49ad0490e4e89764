// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/network/networkfaults.h"
#include "gateway/gatewayclient.h"
#include "support/faultpeer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslKey>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using gateway::Connection;
using gateway::GatewayClient;
using gateway::Outcome;
using gateway::PushRequest;
using gateway::Verdict;
using support::FaultPeer;
using support::httpAnswer;
using support::PeerPlan;

Q_DECLARE_METATYPE(faults::Endpoint)
Q_DECLARE_METATYPE(faults::NetworkFault)

namespace {

const QByteArray good = R"({"id": 145099, "errorcode": 0, "description": "OK"})";
const QByteArray goodText = "ErrorCode=0, ID=145099";
const QByteArray goodBulk = R"({"errorcode":0,"invalidPhoneno":[],"duplicatePhoneno":[]})";

QByteArray fileContent(const QString &name)
{
    QFile file(QStringLiteral(GATEWAY_TESTS "/tls/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslCertificate certificate()
{
    return QSslCertificate(fileContent(u"loopback.pem"_s));
}

QSslConfiguration serverTls()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate());
    configuration.setPrivateKey(QSslKey(fileContent(u"loopback.key"_s), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

PeerPlan answering(const QByteArray &answer, PeerPlan::Ending ending = PeerPlan::Ending::KeepAlive)
{
    PeerPlan plan;
    plan.answer = answer;
    plan.ending = ending;
    return plan;
}

PeerPlan silent()
{
    return answering({}, PeerPlan::Ending::Silence);
}

Connection connectionTo(quint16 port, const QString &scheme = u"http"_s)
{
    Connection connection;
    connection.baseUrl = QUrl(u"%1://127.0.0.1:%2/psk/"_s.arg(scheme).arg(port));
    connection.singleDeadlineMs = 5000;
    connection.bulkDeadlineMs = 5000;
    return connection;
}

PushRequest request(const QString &text = u"Hei"_s)
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
    bool calledInside = false;

    gateway::Transport::Done done()
    {
        return [this, called = false](const Outcome &outcome) mutable {
            calledInside = calledInside || calling || called;
            called = true;
            outcomes.append(outcome);
        };
    }

    template <typename Call>
    void during(Call call)
    {
        calling = true;
        call();
        calling = false;
    }

    bool waitFor(qsizetype count)
    {
        return QTest::qWaitFor([&] { return outcomes.size() >= count; }, 20000) && outcomes.size() == count &&
               !calledInside;
    }
};

Outcome posted(GatewayClient &client, const PushRequest &push, bool bulk = false)
{
    Answers answers;
    answers.during(
        [&] { bulk ? client.postBulk(push, answers.done()) : client.postSingle(push, answers.done()); });
    return answers.waitFor(1) ? answers.outcomes.first() : Outcome{};
}

QByteArray headOf(const QByteArray &whole)
{
    return whole.first(whole.indexOf("\r\n\r\n") + 2);
}

QByteArray bodyOf(const QByteArray &whole)
{
    return whole.sliced(whole.indexOf("\r\n\r\n") + 4);
}

} // namespace

class GatewayClientTest : public QObject
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

    void whatGoesOverTheWire()
    {
        FaultPeer peer;
        peer.setPlans({answering(httpAnswer(200, good)), answering(httpAnswer(201, goodBulk))});
        GatewayClient client(connectionTo(peer.port()));
        const Outcome outcome = posted(client, request(u"Blåbær"_s));
        QCOMPARE(outcome.verdict, Verdict::Accepted); // OUT-17
        QCOMPARE(outcome.gatewayId, std::optional<qint64>(145099));
        QCOMPARE(posted(client, request(), true).verdict, Verdict::Accepted); // BLK-05

        const QList<QByteArray> whole = peer.seen().whole;
        QCOMPARE(whole.size(), 2);
        QVERIFY(whole.at(0).startsWith("POST /psk/push.php HTTP/1.1\r\n")); // ACC-02
        QVERIFY(whole.at(1).startsWith("POST /psk/push_bulk.php HTTP/1.1\r\n"));
        QCOMPARE(bodyOf(whole.at(0)), gateway::singleBody(request(u"Blåbær"_s)));
        QCOMPARE(bodyOf(whole.at(1)), gateway::bulkBody(request())); // BLK-09
        const QByteArray head = headOf(whole.at(0)).toLower();
        QVERIFY(head.contains("\r\ncontent-type: application/json\r\n"));
        QVERIFY(
            head.contains("\r\ncontent-length: " + QByteArray::number(bodyOf(whole.at(0)).size()) + "\r\n"));
        QVERIFY(head.contains("\r\naccept-encoding: identity\r\n"));
        for (const char *never : {"transfer-encoding", "cookie", "upgrade", "authorization", "expect"})
            QVERIFY2(!head.contains(never), never);
        QCOMPARE(peer.seen().connections, 1); // the second went over the kept connection
    }

    void theGetInterfaceGoesAsItsQuery()
    {
        FaultPeer peer;
        peer.setPlans({answering(httpAnswer(200, goodText))});
        Connection connection = connectionTo(peer.port());
        connection.method = domain::Method::Get;
        GatewayClient client(connection);
        const PushRequest push = request(u"æ %2B+&=?#\"<>{}~"_s);
        QCOMPARE(posted(client, push).verdict, Verdict::Accepted); // OUT-18
        const QByteArray whole = peer.seen().whole.value(0);
        QCOMPARE(whole.first(whole.indexOf("\r\n")), // OUT-11: as built, no byte encoded or decoded again
                 "GET /psk/push.php?" + gateway::singleQuery(push) + " HTTP/1.1");
        QVERIFY(bodyOf(whole).isEmpty());

        // Bulk is JSON POST only.
        peer.forget();
        peer.setPlans({answering(httpAnswer(201, goodBulk))});
        QCOMPARE(posted(client, push, true).verdict, Verdict::Accepted);
        QVERIFY(peer.seen().whole.value(0).startsWith("POST /psk/push_bulk.php HTTP/1.1\r\n"));
    }

    void ipAuthenticationSendsNoPassword()
    {
        FaultPeer peer;
        peer.setPlans({answering(httpAnswer(200, good))});
        GatewayClient client(connectionTo(peer.port()));
        PushRequest push = request();
        push.password.reset();
        QCOMPARE(posted(client, push).verdict, Verdict::Accepted);
        QVERIFY(!peer.seen().whole.value(0).contains("password")); // ACC-01
    }

    void cookiesAndCredentialsAreNotKept()
    {
        FaultPeer peer;
        peer.setPlans(
            {answering(httpAnswer(200, good, "Set-Cookie: a=b\r\nCache-Control: max-age=600\r\n"))});
        GatewayClient client(connectionTo(peer.port()));
        QCOMPARE(posted(client, request()).verdict, Verdict::Accepted);
        QCOMPARE(posted(client, request()).verdict, Verdict::Accepted);
        QCOMPARE(peer.seen().requests, 2);
        QVERIFY(!peer.seen().whole.value(1).toLower().contains("cookie"));
        peer.forget();
        peer.setPlans({answering(httpAnswer(401, "<html>", "WWW-Authenticate: Basic realm=\"x\"\r\n"))});
        QCOMPARE(posted(client, request()).verdict, Verdict::Uncertain);
        QCOMPARE(posted(client, request(), true).verdict, Verdict::UnsentAndPause);
        QCOMPARE(peer.seen().requests, 2);
    }

    void plainHttpIsForLoopbackHostsOnly_data()
    {
        QTest::addColumn<QUrl>("baseUrl");
        QTest::newRow("ACC-02 plain http to another host") << QUrl(u"http://www.pling.as/psk/"_s);
        QTest::newRow("ACC-02 a host that begins like loopback") << QUrl(u"http://127.0.0.1.nip.io/psk/"_s);
        QTest::newRow("ACC-02 another scheme") << QUrl(u"ftp://127.0.0.1/psk/"_s);
        QTest::newRow("ACC-02 a file") << QUrl(u"file:///tmp/"_s);
        QTest::newRow("ACC-02 no host") << QUrl(u"https:///psk/"_s);
        QTest::newRow("ACC-02 nothing") << QUrl();
    }

    void plainHttpIsForLoopbackHostsOnly()
    {
        QFETCH(QUrl, baseUrl);
        Connection connection;
        connection.baseUrl = baseUrl;
        for (const domain::Method method : {domain::Method::Json, domain::Method::Get}) {
            connection.method = method;
            GatewayClient client(connection);
            for (const bool bulk : {false, true}) {
                const Outcome outcome = posted(client, request(), bulk);
                QCOMPARE(outcome.verdict, Verdict::Unsent);
                QCOMPARE(outcome.reason, u"insecureUrl"_s);
            }
        }
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

    void theDeadlineHoldsForTheWholeExchange()
    {
        // A byte every now and then keeps an inactivity timer content for ever.
        FaultPeer peer;
        PeerPlan trickle = answering(httpAnswer(200, good + QByteArray(100000, ' ')));
        trickle.pieceSize = 1;
        trickle.pieceMs = 20;
        peer.setPlans({trickle});
        Connection connection = connectionTo(peer.port());
        connection.singleDeadlineMs = 300;
        GatewayClient client(connection);
        QElapsedTimer timer;
        timer.start();
        const Outcome outcome = posted(client, request());
        QVERIFY2(timer.elapsed() >= 290 && timer.elapsed() < 3000,
                 qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(outcome.verdict, Verdict::Uncertain);
        QCOMPARE(outcome.reason, u"timeout"_s);
        QCOMPARE(Connection{}.singleDeadlineMs, 30000);
        QCOMPARE(Connection{}.bulkDeadlineMs, 60000);
    }

    void bulkHasItsOwnDeadline()
    {
        FaultPeer peer;
        peer.setPlans({silent()});
        Connection connection = connectionTo(peer.port());
        connection.singleDeadlineMs = 60000;
        connection.bulkDeadlineMs = 100;
        GatewayClient client(connection);
        QCOMPARE(posted(client, request(), true).verdict, Verdict::Uncertain);
    }

    void sixteenAtOnce()
    {
        FaultPeer peer;
        peer.setPlans({silent()});
        GatewayClient client(connectionTo(peer.port()));
        Answers answers;
        answers.during([&] {
            for (int i = 0; i < 16; ++i)
                client.postSingle(request(), answers.done());
        });
        // All sixteen are with the peer before one of them is answered.
        QVERIFY(QTest::qWaitFor([&] { return peer.seen().requests == 16; }));
        QVERIFY(answers.outcomes.isEmpty());
        client.abortAll();
        QVERIFY(answers.waitFor(16));
        for (const Outcome &outcome : answers.outcomes) {
            QCOMPARE(outcome.verdict, Verdict::Uncertain);
            QCOMPARE(outcome.reason, u"cancelled"_s);
        }
    }

    void abortBeforeAnythingLeftIsUnsent()
    {
        FaultPeer peer;
        peer.setPlans({answering(httpAnswer(200, good))});
        GatewayClient client(connectionTo(peer.port()));
        Answers answers;
        answers.during([&] { client.postSingle(request(), answers.done()); });
        client.abortAll(); // no event was handled in between: the body was not read
        QVERIFY(answers.waitFor(1));
        QCOMPARE(answers.outcomes.first().verdict, Verdict::Unsent);
        client.abortAll();
        QCOMPARE(posted(client, request()).verdict, Verdict::Accepted);
        QCOMPARE(peer.seen().requests, 1);
    }

    void theDestructorIsSilent()
    {
        FaultPeer peer;
        peer.setPlans({silent()});
        Answers answers;
        {
            GatewayClient client(connectionTo(peer.port()));
            client.postSingle(request(), answers.done());
            client.postBulk(request(), answers.done());
            QVERIFY(QTest::qWaitFor([&] { return peer.seen().requests == 2; }));
            Connection insecure;
            insecure.baseUrl = QUrl(u"http://x.no/"_s);
            GatewayClient(insecure).postSingle(request(), answers.done());
        }
        QTest::qWait(0);
        QVERIFY(answers.outcomes.isEmpty());
    }

    void doneMayPostAgainOrDeleteTheClient()
    {
        FaultPeer peer;
        peer.setPlans({answering(httpAnswer(200, good))});
        auto client = std::make_unique<GatewayClient>(connectionTo(peer.port()));
        int answered = 0;
        bool gone = false;
        client->postSingle(request(), [&](const Outcome &) {
            ++answered;
            client->postSingle(request(), [&](const Outcome &) {
                ++answered;
                client->postSingle(request(), [&](const Outcome &) { ++answered; });
                client.reset();
                gone = true;
            });
        });
        QVERIFY(QTest::qWaitFor([&] { return gone; }));
        QTest::qWait(0);
        QCOMPARE(answered, 2);
    }

    void checkAsksWithoutNumberAndText()
    {
        FaultPeer peer;
        peer.setPlans({answering(httpAnswer(200, R"({"id":0,"errorcode":9,"description":"x"})"))});
        Connection connection = connectionTo(peer.port());
        connection.method = domain::Method::Get; // the password stays out of the address
        GatewayClient client(connection);
        Answers answers;
        answers.during([&] { client.check(7, u"pw"_s, answers.done()); });
        QVERIFY(answers.waitFor(1));
        QCOMPARE(answers.outcomes.first().errorCode, std::optional<int>(9)); // ERR-09: reached
        const QByteArray whole = peer.seen().whole.value(0);
        QVERIFY(whole.startsWith("POST /psk/push.php HTTP/1.1\r\n"));
        QCOMPARE(QJsonDocument::fromJson(bodyOf(whole)).object(),
                 (QJsonObject{{u"serviceid"_s, 7}, {u"password"_s, u"pw"_s}}));
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
            peer.setPlans({answering(httpAnswer(200, good), PeerPlan::Ending::Close)});
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

    void idleConnectionsAreLetGoBeforeAServerWould()
    {
        FaultPeer peer;
        peer.setPlans({answering(httpAnswer(200, good))});
        GatewayClient client(connectionTo(peer.port()));
        QCOMPARE(posted(client, request()).verdict, Verdict::Accepted);
        QCOMPARE(posted(client, request()).verdict, Verdict::Accepted);
        QCOMPARE(peer.seen().connections, 1);
        QVERIFY(QTest::qWaitFor([&] { return peer.seen().open == 0; }, 5000)); // we closed, not the peer
        QCOMPARE(posted(client, request()).verdict, Verdict::Accepted);
        QCOMPARE(peer.seen().connections, 2);
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
        FaultPeer peer(serverTls());
        peer.setPlans({answering(httpAnswer(200, method == domain::Method::Get ? goodText : good))});
        Connection connection = connectionTo(peer.port(), u"https"_s);
        connection.method = method;
        if (trusted)
            connection.extraAuthorities = {certificate()};
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
    // deadline falls in between. Unsent may be said only when nothing went out, now or later.
    void aDeadlineDuringTheHandshake()
    {
        int unsent = 0;
        for (int i = 0; i < 60; ++i) {
            FaultPeer peer(serverTls());
            peer.setPlans({answering(httpAnswer(200, goodText))});
            Connection connection = connectionTo(peer.port(), u"https"_s);
            connection.method = domain::Method::Get;
            connection.extraAuthorities = {certificate()};
            GatewayClient client(connection);
            Answers answers;
            answers.during([&] { client.postSingle(request(), answers.done()); });
            QElapsedTimer busy;
            busy.start();
            QCoreApplication::processEvents();
            while (busy.nsecsElapsed() < i * 500'000)
                ; // the network's thread goes on, this one does not
            client.abortAll();
            QVERIFY(answers.waitFor(1));
            QTest::qWait(5);
            const Verdict verdict = answers.outcomes.first().verdict;
            const int arrived = peer.seen().requests;
            QVERIFY(verdict == Verdict::Unsent || verdict == Verdict::Uncertain);
            if (verdict == Verdict::Unsent) {
                ++unsent;
                QCOMPARE(arrived, 0);
            }
        }
        QVERIFY(unsent > 0);
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
        connection.singleDeadlineMs = 3000;
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

    void theReasonHoldsNoSecret()
    {
        FaultPeer peer;
        peer.setPlans({answering(httpAnswer(404, "<html>"))});
        Connection connection = connectionTo(peer.port());
        connection.method = domain::Method::Get;
        GatewayClient client(connection);
        const Outcome outcome = posted(client, request());
        QCOMPARE(outcome.verdict, Verdict::Uncertain);
        QVERIFY(!outcome.reason.isEmpty());
        QVERIFY2(!outcome.reason.contains(u"hemmelig"_s), qPrintable(outcome.reason));
        QVERIFY2(!outcome.reason.contains(u"99999999"_s), qPrintable(outcome.reason));
    }
};

QTEST_GUILESS_MAIN(GatewayClientTest)
#include "tst_gatewayclient.moc"
