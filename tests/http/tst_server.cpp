// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"
#include "http/systemcalls.h"
#include "http/testpeer.h"
#include "support/patience.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace Qt::StringLiterals;
using http::Callbacks;
using http::Limits;
using http::Request;
using http::Respond;
using http::Response;
using http::Server;
using namespace testpeer;

class TestServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOneRequestPerConnection_data();
    void answersOneRequestPerConnection();
    void answersLater();
    void answersAPeerThatHasEndedItsWriting();
    void outlivesItsPeersAndItself();
    void closesFromInsideItsHandler();
    void asksForTheBodyOnlyOfAGoodHead();
    void answersBeforeABodyItDoesNotRead();
    void turnsForeignersAwayUnread();
    void keepsDeadlines_data();
    void keepsDeadlines();
    void makesRoomForTheNew();
    void givesEachItsTimeBeforeItMakesRoom();
    void neverPutsOutWhoIsBeingHandled();
    void readsFewLargeBodiesAtOnce();
    void asksProxiesForTheCaller();
    void takesThousandsOfConnections();
    void refusesATakenPort();
};

void TestServer::answersOneRequestPerConnection_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("a GET") << get("/a?b") << ok("/a|");
    QTest::newRow("a GET that wishes to stay") << get("/a", "Connection: keep-alive\r\n") << ok("/a|");
    QTest::newRow("a POST") << post("Content-Length: 3\r\n", "abc") << ok("/p|abc");
    QTest::newRow("chunks") << post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n")
                            << ok("/p|abc");
    QTest::newRow("only the first of two requests") << get("/1") + get("/2") << ok("/1|");
    QTest::newRow("an answer to HEAD has no body")
        << QByteArray("HEAD /abc HTTP/1.1\r\nHost: h\r\n\r\n")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n");
    QTest::newRow("malformed") << QByteArray("GET / HTTP/1.1\nHost: h\n\n") << refusal("400 Bad Request");
    QTest::newRow("too many fields") << get("/", QByteArray("X: 1\r\n").repeated(65))
                                     << refusal("431 Request Header Fields Too Large");
    QTest::newRow("too long a target") << get("/" + QByteArray(9000, 'a')) << refusal("414 URI Too Long");
    QTest::newRow("length and chunked")
        << post("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")
        << refusal("400 Bad Request");
}

void TestServer::answersOneRequestPerConnection()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, expected);
    Handler handler;
    Server server(Limits{}, handler.callbacks());
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    Peer peer(server.port(), sent);
    QCOMPARE(peer.answer(), expected);
    QCOMPARE(handler.requests.size(), expected.startsWith("HTTP/1.1 200") ? 1 : 0);
    QCOMPARE(handler.refused.size(), expected.startsWith("HTTP/1.1 200") ? 0 : 1);
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestServer::answersLater()
{
    Handler handler;
    handler.keep = true;
    Server server(Limits{}, handler.callbacks());
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    Peer first(server.port(), get("/1"));
    Peer second(server.port(), get("/2"));
    QTRY_COMPARE(handler.pending.size(), 2);
    QCOMPARE(handler.requests.first().peer, QHostAddress(QHostAddress::LocalHost));
    handler.pending[1]({204, {}, {}, {{"X", "1"}}});
    QCOMPARE(second.answer(), QByteArray("HTTP/1.1 204 No Content\r\nX: 1\r\nConnection: close\r\n\r\n"));
    QCOMPARE(first.socket.state(), QAbstractSocket::ConnectedState);
    handler.pending[0]({200, "text/plain", "true", {}});
    handler.pending[0]({500, {}, {}, {}}); // the second answer is none
    QCOMPARE(first.answer(), QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n"
                                        "Connection: close\r\n\r\ntrue"));
}

void TestServer::answersAPeerThatHasEndedItsWriting()
{
    Handler handler;
    handler.keep = true;
    Server server(Limits{}, handler.callbacks());
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    Peer half(server.port(), get("/half"));
    QTRY_COMPARE(handler.pending.size(), 1);
    http::endWriting(half.socket.socketDescriptor());
    // A second exchange shows that the server's loop went round after the end of writing came in.
    Peer other(server.port(), get("/other"));
    QTRY_COMPARE(handler.pending.size(), 2);
    handler.pending[1]({200, {}, {}, {}});
    QCOMPARE(other.answer(), ok({}));
    QCOMPARE(server.connectionCount(), 1);
    handler.pending[0]({200, {}, "true", {}});
    QCOMPARE(half.answer(), ok("true"));
}

void TestServer::outlivesItsPeersAndItself()
{
    Handler handler;
    handler.keep = true;
    auto server = std::make_unique<Server>(Limits{}, handler.callbacks());
    QVERIFY(server->listen(QHostAddress::LocalHost, 0));
    auto gone = std::make_unique<Peer>(server->port(), get("/gone"));
    Peer there(server->port(), get("/there"));
    QTRY_COMPARE(handler.pending.size(), 2);
    gone->socket.abort();
    gone.reset();
    handler.pending[0]({200, {}, {}, {}});
    handler.pending[1]({200, {}, {}, {}});
    QCOMPARE(there.answer(), ok({}));
    QTRY_COMPARE(server->connectionCount(), 0);

    Peer last(server->port(), get("/last"));
    QTRY_COMPARE(handler.pending.size(), 3);
    server.reset();
    handler.pending[2]({200, {}, {}, {}});
    QCOMPARE(last.answer(), QByteArray());
}

void TestServer::closesFromInsideItsHandler()
{
    std::unique_ptr<Server> server;
    int handled = 0;
    Callbacks callbacks;
    callbacks.handle = [&](const Request &, const Respond &respond) {
        ++handled;
        server.reset();
        respond({200, {}, {}, {}});
    };
    server = std::make_unique<Server>(Limits{}, callbacks);
    QVERIFY(server->listen(QHostAddress::LocalHost, 0));
    Peer peer(server->port(), get("/"));
    QCOMPARE(peer.answer(), QByteArray());
    QCOMPARE(handled, 1);
}

void TestServer::asksForTheBodyOnlyOfAGoodHead()
{
    Handler handler;
    Callbacks callbacks = handler.callbacks();
    callbacks.headArrived = [](const Request &request) -> std::optional<Response> {
        if (request.path != "/p")
            return Response{404, {}, {}, {}};
        return {};
    };
    Server server(Limits{}, callbacks);
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));

    const QByteArray go = "HTTP/1.1 100 Continue\r\n\r\n";
    Peer good(server.port(), post("Expect: 100-continue\r\nContent-Length: 3\r\n"));
    QVERIFY(good.waitFor(go));
    good.socket.write("a");
    good.socket.flush();
    good.socket.write("bc");
    QCOMPARE(good.answer(), go + ok("/p|abc"));

    Peer eager(server.port(), post("Expect: 100-continue\r\nContent-Length: 3\r\n", "abc"));
    QCOMPARE(eager.answer(), ok("/p|abc"));

    Peer wrong(server.port(),
               "POST /x HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    QCOMPARE(wrong.answer(), refusal("404 Not Found"));

    Peer large(server.port(), post("Expect: 100-continue\r\nContent-Length: 16777217\r\n"));
    QCOMPARE(large.answer(), refusal("413 Content Too Large"));
    QCOMPARE(handler.requests.size(), 2);
}

void TestServer::answersBeforeABodyItDoesNotRead()
{
    Handler handler;
    Server server(Limits{}, handler.callbacks());
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    // More than any socket buffer: were the connection reset, the answer would be lost.
    Peer peer(server.port(), post("Content-Length: 20971520\r\n", QByteArray(20 * 1024 * 1024, 'x')));
    QCOMPARE(peer.answer(), refusal("413 Content Too Large"));
    QCOMPARE(peer.lastError, QAbstractSocket::RemoteHostClosedError);
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestServer::turnsForeignersAwayUnread()
{
    Handler handler;
    Callbacks callbacks = handler.callbacks();
    QList<QHostAddress> asked;
    callbacks.admit = [&](const QHostAddress &address) {
        asked.append(address);
        return false;
    };
    Server server(Limits{}, callbacks);
    QVERIFY(server.listen(QHostAddress::Any, 0)); // both families: the peer comes as ::ffff:127.0.0.1
    Peer peer(server.port(), get("/"));
    QCOMPARE(peer.answer(), QByteArray());
    QCOMPARE(asked, QList{QHostAddress(u"127.0.0.1"_s)});
    QCOMPARE(handler.requests.size(), 0);
    QCOMPARE(server.connectionCount(), 0);
}

void TestServer::keepsDeadlines_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<int>("after");
    QTest::newRow("no head") << QByteArray() << refusal("408 Request Timeout") << 100;
    QTest::newRow("half a head") << QByteArray("GET / HTTP/1.1\r\nHost:") << refusal("408 Request Timeout")
                                 << 100;
    QTest::newRow("half a body") << post("Content-Length: 2\r\n", "a") << refusal("408 Request Timeout")
                                 << 200;
    QTest::newRow("half a chunk") << post("Transfer-Encoding: chunked\r\n", "2\r\na")
                                  << refusal("408 Request Timeout") << 200;
    QTest::newRow("INB-08 no answer from the handler")
        << get("/") << refusal("503 Service Unavailable") << 300;
}

void TestServer::keepsDeadlines()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, expected);
    QFETCH(int, after);
    Limits limits;
    limits.headMs = 100;
    limits.bodyMs = 200;
    limits.handlerMs = 300;
    limits.lingerMs = 100;
    Handler handler;
    handler.keep = true;
    Server server(limits, handler.callbacks());
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    QElapsedTimer time;
    time.start();
    Peer peer(server.port(), sent);
    QTimer trickle; // one field after another does not help
    connect(&trickle, &QTimer::timeout, &peer, [&] {
        if (sent.endsWith("Host:"))
            peer.socket.write("x");
    });
    trickle.start(20);
    QCOMPARE(peer.answer(), expected);
    QVERIFY2(time.elapsed() >= after, QByteArray::number(time.elapsed()));
    QTRY_COMPARE(server.connectionCount(), 0);
    QCOMPARE(handler.refused.size(), 1);

    limits.headMs = limits.bodyMs = limits.handlerMs = 100000;
    limits.allMs = 150;
    Server whole(limits, handler.callbacks());
    QVERIFY(whole.listen(QHostAddress::LocalHost, 0));
    Peer slow(whole.port(), sent);
    QCOMPARE(slow.answer(), expected);
    QTRY_COMPARE(whole.connectionCount(), 0);
}

void TestServer::makesRoomForTheNew()
{
    Limits limits;
    limits.connections = 3;
    limits.graceMs = 0;
    Handler handler;
    handler.keep = true;
    Callbacks callbacks = handler.callbacks();
    int heads = 0;
    callbacks.headArrived = [&heads](const Request &) -> std::optional<Response> {
        ++heads;
        return {};
    };
    Server server(limits, callbacks);
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    Peer handled(server.port(), get("/"));
    QTRY_COMPARE(handler.pending.size(), 1);
    Peer oldest(server.port(), "GET / HTTP");
    QTRY_COMPARE(server.connectionCount(), 2);
    QTRY_COMPARE(oldest.socket.bytesToWrite(), 0);
    Peer older(server.port(), post("Content-Length: 5\r\n", "ab"));
    QTRY_COMPARE(heads, 2); // by then what the oldest has said was read too

    Peer fresh(server.port(), {}); // what has come but was not read yet would protect it
    QVERIFY(oldest.waitForEnd());
    QCOMPARE(oldest.received, QByteArray());
    QCOMPARE(server.connectionCount(), 3);

    Peer newer(server.port(), get("/good"));
    QVERIFY(fresh.waitForEnd()); // the only one without a complete head
    QTRY_COMPARE(handler.pending.size(), 2);
    handler.pending[1]({200, {}, {}, {}});
    QCOMPARE(newer.answer(), ok({}));
    QCOMPARE(handled.socket.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(older.socket.state(), QAbstractSocket::ConnectedState);

    Peer another(server.port(), {});
    Peer again(server.port(), {});
    QVERIFY(another.waitForEnd());
    again.socket.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(handler.pending.size(), 3);
    Peer late(server.port(), get("/late")); // slow bodies yield when nobody is without a head
    QVERIFY(older.waitForEnd());
    QTRY_COMPARE(handler.pending.size(), 4);
}

void TestServer::givesEachItsTimeBeforeItMakesRoom()
{
    Limits limits;
    limits.connections = 1;
    limits.graceMs = 100000;
    Handler handler;
    Server server(limits, handler.callbacks());
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    Peer first(server.port(), "GET /1 HTTP/1.1\r\n");
    QTRY_COMPARE(server.connectionCount(), 1);
    Peer second(server.port(), get("/2"));
    QTRY_COMPARE(second.socket.state(), QAbstractSocket::ConnectedState); // in the backlog
    first.socket.write("Host: h\r\n\r\n");
    QCOMPARE(first.answer(), ok("/1|"));
    QCOMPARE(second.answer(), ok("/2|"));
}

void TestServer::neverPutsOutWhoIsBeingHandled()
{
    Limits limits;
    limits.connections = 2;
    Handler handler;
    handler.keep = true;
    Server server(limits, handler.callbacks());
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    Peer one(server.port(), get("/1"));
    Peer two(server.port(), get("/2"));
    QTRY_COMPARE(handler.pending.size(), 2);
    Peer three(server.port(), get("/3"));
    QVERIFY(!QTest::qWaitFor([&] { return handler.pending.size() > 2; }, 4 * limits.graceMs));
    handler.pending[0]({200, {}, {}, {}});
    QCOMPARE(one.answer(), ok({}));
    QTRY_COMPARE(handler.pending.size(), 3); // the new one has waited for its place
    handler.pending[1]({200, {}, {}, {}});
    handler.pending[2]({200, {}, {}, {}});
    QCOMPARE(two.answer(), ok({}));
    QCOMPARE(three.answer(), ok({}));
}

void TestServer::readsFewLargeBodiesAtOnce()
{
    Limits limits;
    limits.smallBody = 1000;
    limits.largeBodies = 500000;
    Handler handler;
    Server server(limits, handler.callbacks());
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    const QByteArray fields = "Content-Length: 300000\r\n";
    Peer first(server.port(), post(fields, QByteArray(200000, 'a')));
    QTRY_COMPARE(first.socket.bytesToWrite(), 0);
    Peer second(server.port(), post(fields, QByteArray(300000, 'b')));
    Peer small(server.port(), post("Content-Length: 3\r\n", "abc"));
    QCOMPARE(small.answer(), ok("/p|abc")); // is not held up
    QCOMPARE(handler.requests.size(), 1);
    first.socket.write(QByteArray(100000, 'a'));
    QCOMPARE(first.answer(), ok("/p|" + QByteArray(300000, 'a')));
    QCOMPARE(second.answer(), ok("/p|" + QByteArray(300000, 'b')));
    QCOMPARE(handler.requests.size(), 3);
}

void TestServer::asksProxiesForTheCaller()
{
    Handler handler;
    Callbacks callbacks = handler.callbacks();
    callbacks.admit = [](const QHostAddress &address) { return address == QHostAddress(u"18.197.36.176"_s); };
    Server server(Limits{}, callbacks);
    server.setTrustedProxies({QHostAddress(u"::ffff:127.0.0.1"_s)});
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    Peer good(server.port(), get("/", "X-Forwarded-For: 18.197.36.176\r\n"));
    QCOMPARE(good.answer(), ok("/|"));
    QCOMPARE(handler.requests.first().peer, QHostAddress(u"18.197.36.176"_s));
    Peer foreign(server.port(), get("/", "X-Forwarded-For: 18.197.36.176, 203.0.113.9\r\n"));
    QCOMPARE(foreign.answer(), refusal("403 Forbidden"));
    Peer itself(server.port(), get("/"));
    QCOMPARE(itself.answer(), refusal("403 Forbidden"));
    QCOMPARE(handler.requests.size(), 1);
}

void TestServer::takesThousandsOfConnections()
{
    Handler handler;
    Server server(Limits{}, handler.callbacks());
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    constexpr int wanted = 2000;
    constexpr int atOnce = 32;
    int started = 0;
    int answered = 0;
    std::function<void()> next = [&] {
        if (started == wanted)
            return;
        ++started;
        auto *peer = new Peer(server.port(), get("/n"));
        connect(&peer->socket, &QTcpSocket::disconnected, this, [&, peer] {
            answered += peer->received == ok("/n|") ? 1 : 0;
            peer->deleteLater();
            next();
        });
    };
    for (int i = 0; i < atOnce; ++i)
        next();
    QTRY_COMPARE_WITH_TIMEOUT(answered, wanted, 60000);
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestServer::refusesATakenPort()
{
    Server server(Limits{}, {});
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    QVERIFY(server.isListening());
    QCOMPARE(server.address(), QHostAddress(QHostAddress::LocalHost));
    Server second(Limits{}, {});
    const auto outcome = second.listen(QHostAddress::LocalHost, server.port());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, base::ErrorCode::ListenFailed);
    QVERIFY(!outcome.error().detail.isEmpty());
    server.close();
    QVERIFY(!server.isListening());
    QVERIFY(second.listen(QHostAddress::LocalHost, 0));
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
