// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/posting.h"
#include "support/patience.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

using namespace posting;

namespace {

QByteArray headOf(const QByteArray &whole)
{
    return whole.first(whole.indexOf("\r\n\r\n") + 2);
}

QByteArray bodyOf(const QByteArray &whole)
{
    return whole.sliced(whole.indexOf("\r\n\r\n") + 4);
}

} // namespace

class TestGatewayClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGoesOverTheWire()
    {
        FaultPeer peer;
        peer.setPlans({answering(httpAnswer(200, good, kept)), answering(httpAnswer(201, goodBulk))});
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

    void theRawAnswerIsKeptForTheJournal()
    {
        FaultPeer peer;
        peer.setPlans({answering(httpAnswer(200, good)), answering(httpAnswer(502, "<html>Bad gateway"))});
        GatewayClient client(connectionTo(peer.port()));
        const Outcome accepted = posted(client, request());
        QCOMPARE(accepted.raw, QByteArray(good));
        QCOMPARE(accepted.httpStatus, 200);
        const Outcome broken = posted(client, request());
        QCOMPARE(broken.raw, QByteArray("<html>Bad gateway"));
        QCOMPARE(broken.httpStatus, 502);
    }

    // A proxy's error page that shows the request again, and a description that does.
    void anAnswerThatRepeatsThePasswordIsKeptWithoutIt_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("ACC-01 as it was sent") << QByteArray("<pre>{\"password\":\"kan&ri æ\\\"1\"}</pre>");
        QTest::newRow("ACC-01 in an address") << QByteArray("push.php?password=kan%26ri%20%C3%A6%221");
        QTest::newRow("ACC-01 in an address in Latin-1")
            << QByteArray("push.php?password=kan%26ri%20%E6%221");
        QTest::newRow("ACC-01 on a page") << QByteArray("<p>kan&amp;ri æ&quot;1</p>");
        QTest::newRow("ACC-01 in a refusal's description")
            << QByteArray("{\"id\":0,\"errorcode\":77,\"description\":\"kan&ri æ\\\"1\"}");
    }

    void anAnswerThatRepeatsThePasswordIsKeptWithoutIt()
    {
        QFETCH(QByteArray, answer);
        for (const bool bulk : {false, true}) {
            FaultPeer peer;
            peer.setPlans({answering(httpAnswer(500, answer))});
            GatewayClient client(connectionTo(peer.port()));
            PushRequest push = request();
            push.password = u"kan&ri æ\"1"_s;
            const Outcome outcome = posted(client, push, bulk);
            for (const QString &kept : {QString::fromUtf8(outcome.raw), outcome.description, outcome.reason})
                QVERIFY2(!kept.contains("ri æ"_L1) && !kept.contains("ri%20"_L1), qPrintable(kept));
            QVERIFY(outcome.raw.contains("*****"));
            QCOMPARE(outcome.errorCode.has_value(), answer.startsWith('{'));
        }
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
        QVERIFY(QTest::qWaitFor([&] { return peer.seen().requests == 16; }, support::patienceMs));
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
            QVERIFY(QTest::qWaitFor([&] { return peer.seen().requests == 2; }, support::patienceMs));
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
        QVERIFY(QTest::qWaitFor([&] { return gone; }, support::patienceMs));
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

    void aCheckHearsTheAnswerOfEitherInterface()
    {
        FaultPeer peer;
        peer.setPlans({answering(httpAnswer(200, "ErrorCode=9, ID=0"))}); // OUT-18
        GatewayClient client(connectionTo(peer.port()));
        Answers answers;
        answers.during([&] { client.check(7, u"pw"_s, answers.done()); });
        QVERIFY(answers.waitFor(1));
        QCOMPARE(answers.outcomes.first().errorCode, std::optional<int>(9));
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

QTEST_GUILESS_MAIN(TestGatewayClient)
#include "tst_gatewayclient.moc"
