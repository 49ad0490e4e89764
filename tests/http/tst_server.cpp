// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/forwarded.h"
#include "http/server.h"
#include "http/socketcalls.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using http::Callbacks;
using http::Limits;
using http::Request;
using http::Respond;
using http::Response;
using http::Server;

namespace {

constexpr int patienceMs = 10000;

QByteArray get(const QByteArray &path, const QByteArray &fields = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &fields, const QByteArray &body = {})
{
    return "POST /p HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n" + body;
}

QByteArray ok(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}

QByteArray refusal(const QByteArray &status)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}

// A peer that sends what it is told and keeps all that comes back until the other end closes.
class Peer final : public QObject
{
public:
    Peer(const Server &server, const QByteArray &bytes)
    {
        connect(&socket, &QTcpSocket::readyRead, this, [this] { received += socket.readAll(); });
        connect(&socket, &QTcpSocket::errorOccurred, this,
                [this](QAbstractSocket::SocketError error) { lastError = error; });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        socket.write(bytes);
    }

    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; },
                               patienceMs);
    }
    bool waitFor(const QByteArray &expected)
    {
        return QTest::qWaitFor([&] { return received == expected; }, patienceMs);
    }
    QByteArray answer() { return waitForEnd() ? received : received + "<still open>"; }

    QTcpSocket socket;
    QByteArray received;
    std::optional<QAbstractSocket::SocketError> lastError;
};

// What a handler saw, and answers that it gives later.
struct Handler
{
    Callbacks callbacks()
    {
        Callbacks c;
        c.handle = [this](const Request &request, const Respond &respond) {
            requests.append(request);
            if (keep)
                pending.append(respond);
            else
                respond({200, {}, request.path + '|' + request.body, {}});
        };
        c.refused = [this](const QHostAddress &, int status) { refused.append(status); };
        return c;
    }
    bool keep = false;
    QList<Request> requests;
    QList<Respond> pending;
    QList<int> refused;
};

} // namespace

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
    void neverPutsOutWhoIsBeingHandled();
    void readsFewLargeBodiesAtOnce();
    void believesListedProxiesOnly_data();
    void believesListedProxiesOnly();
    void asksProxiesForTheCaller();
    void speaksTls();
    void survivesBrokenHandshakes();
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
    Peer peer(server, sent);
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
    Peer first(server, get("/1"));
    Peer second(server, get("/2"));
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
    Peer half(server, get("/half"));
    QTRY_COMPARE(handler.pending.size(), 1);
    http::endWriting(half.socket.socketDescriptor());
    // A second exchange shows that the server's loop went round after the end of writing came in.
    Peer other(server, get("/other"));
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
    auto gone = std::make_unique<Peer>(*server, get("/gone"));
    Peer there(*server, get("/there"));
    QTRY_COMPARE(handler.pending.size(), 2);
    gone->socket.abort();
    gone.reset();
    handler.pending[0]({200, {}, {}, {}});
    handler.pending[1]({200, {}, {}, {}});
    QCOMPARE(there.answer(), ok({}));
    QTRY_COMPARE(server->connectionCount(), 0);

    Peer last(*server, get("/last"));
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
    Peer peer(*server, get("/"));
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
    Peer good(server, post("Expect: 100-continue\r\nContent-Length: 3\r\n"));
    QVERIFY(good.waitFor(go));
    good.socket.write("a");
    good.socket.flush();
    good.socket.write("bc");
    QCOMPARE(good.answer(), go + ok("/p|abc"));

    Peer eager(server, post("Expect: 100-continue\r\nContent-Length: 3\r\n", "abc"));
    QCOMPARE(eager.answer(), ok("/p|abc"));

    Peer wrong(server, "POST /x HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    QCOMPARE(wrong.answer(), refusal("404 Not Found"));

    Peer large(server, post("Expect: 100-continue\r\nContent-Length: 16777217\r\n"));
    QCOMPARE(large.answer(), refusal("413 Content Too Large"));
    QCOMPARE(handler.requests.size(), 2);
}

void TestServer::answersBeforeABodyItDoesNotRead()
{
    Handler handler;
    Server server(Limits{}, handler.callbacks());
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    // More than any socket buffer: were the connection reset, the answer would be lost.
    Peer peer(server, post("Content-Length: 20971520\r\n", QByteArray(20 * 1024 * 1024, 'x')));
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
    Peer peer(server, get("/"));
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
    Peer peer(server, sent);
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
    Peer slow(whole, sent);
    QCOMPARE(slow.answer(), expected);
    QTRY_COMPARE(whole.connectionCount(), 0);
}

void TestServer::makesRoomForTheNew()
{
    Limits limits;
    limits.connections = 3;
    Handler handler;
    handler.keep = true;
    Server server(limits, handler.callbacks());
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    Peer handled(server, get("/"));
    QTRY_COMPARE(handler.pending.size(), 1);
    Peer oldest(server, "GET / HTTP");
    QTRY_COMPARE(server.connectionCount(), 2);
    Peer older(server, post("Content-Length: 5\r\n", "ab"));
    QTRY_COMPARE(server.connectionCount(), 3);

    Peer fresh(server, "GET / ");
    QVERIFY(oldest.waitForEnd());
    QCOMPARE(oldest.received, QByteArray());
    QCOMPARE(server.connectionCount(), 3);

    Peer newer(server, get("/good"));
    QVERIFY(fresh.waitForEnd()); // the only one without a complete head
    QTRY_COMPARE(handler.pending.size(), 2);
    handler.pending[1]({200, {}, {}, {}});
    QCOMPARE(newer.answer(), ok({}));
    QCOMPARE(handled.socket.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(older.socket.state(), QAbstractSocket::ConnectedState);

    Peer another(server, "GET");
    Peer again(server, "GET");
    QVERIFY(another.waitForEnd());
    again.socket.write(" / HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(handler.pending.size(), 3);
    Peer late(server, get("/late")); // slow bodies yield when nobody is without a head
    QVERIFY(older.waitForEnd());
    QTRY_COMPARE(handler.pending.size(), 4);
}

void TestServer::neverPutsOutWhoIsBeingHandled()
{
    Limits limits;
    limits.connections = 2;
    Handler handler;
    handler.keep = true;
    Server server(limits, handler.callbacks());
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    Peer one(server, get("/1"));
    Peer two(server, get("/2"));
    QTRY_COMPARE(handler.pending.size(), 2);
    Peer three(server, get("/3"));
    QCOMPARE(three.answer(), QByteArray());
    for (const Respond &respond : std::as_const(handler.pending))
        respond({200, {}, {}, {}});
    QCOMPARE(one.answer(), ok({}));
    QCOMPARE(two.answer(), ok({}));
}

void TestServer::readsFewLargeBodiesAtOnce()
{
    Limits limits;
    limits.smallBody = 1000;
    limits.largeBodies = 1;
    Handler handler;
    Server server(limits, handler.callbacks());
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    const QByteArray fields = "Content-Length: 300000\r\n";
    Peer first(server, post(fields, QByteArray(200000, 'a')));
    QTRY_COMPARE(first.socket.bytesToWrite(), 0);
    Peer second(server, post(fields, QByteArray(300000, 'b')));
    Peer small(server, post("Content-Length: 3\r\n", "abc"));
    QCOMPARE(small.answer(), ok("/p|abc")); // is not held up
    QCOMPARE(handler.requests.size(), 1);
    first.socket.write(QByteArray(100000, 'a'));
    QCOMPARE(first.answer(), ok("/p|" + QByteArray(300000, 'a')));
    QCOMPARE(second.answer(), ok("/p|" + QByteArray(300000, 'b')));
    QCOMPARE(handler.requests.size(), 3);
}

void TestServer::believesListedProxiesOnly_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("forwarded");
    QTest::addColumn<QString>("expected"); // empty: nobody can be named
    QTest::newRow("no proxy at all") << u"203.0.113.9"_s << QByteArray("18.197.36.176") << u"203.0.113.9"_s;
    QTest::newRow("one proxy") << u"10.0.0.1"_s << QByteArray("18.197.36.176") << u"18.197.36.176"_s;
    QTest::newRow("a proxy in its mapped form")
        << u"::ffff:10.0.0.1"_s << QByteArray("18.197.36.176") << u"18.197.36.176"_s;
    QTest::newRow("what the caller wrote himself stands left")
        << u"10.0.0.1"_s << QByteArray("18.197.36.176, 203.0.113.9") << u"203.0.113.9"_s;
    QTest::newRow("two proxies") << u"10.0.0.1"_s << QByteArray("6.6.6.6,18.197.36.176 , 10.0.0.2")
                                 << u"18.197.36.176"_s;
    QTest::newRow("several lines are one list")
        << u"10.0.0.1"_s << QByteArray("6.6.6.6\n18.197.36.176\n10.0.0.2") << u"18.197.36.176"_s;
    QTest::newRow("proxies only") << u"10.0.0.1"_s << QByteArray("10.0.0.2") << u"10.0.0.2"_s;
    QTest::newRow("no line") << u"10.0.0.1"_s << QByteArray() << u"10.0.0.1"_s;
    QTest::newRow("a name is nobody") << u"10.0.0.1"_s << QByteArray("18.197.36.176, unknown") << QString();
    QTest::newRow("an empty entry is nobody") << u"10.0.0.1"_s << QByteArray("18.197.36.176,") << QString();
    QTest::newRow("with a port") << u"10.0.0.1"_s << QByteArray("18.197.36.176:4711") << u"18.197.36.176"_s;
    QTest::newRow("IPv6 with a port")
        << u"10.0.0.1"_s << QByteArray("[2001:db8::1]:4711") << u"2001:db8::1"_s;
    QTest::newRow("a mapped entry") << u"10.0.0.1"_s << QByteArray("::ffff:18.197.36.176")
                                    << u"18.197.36.176"_s;
}

void TestServer::believesListedProxiesOnly()
{
    QFETCH(QString, peer);
    QFETCH(QByteArray, forwarded);
    QFETCH(QString, expected);
    QList<http::Header> headers{{"host", "h"}};
    for (const QByteArray &line : forwarded.isEmpty() ? QList<QByteArray>() : forwarded.split('\n'))
        headers.append({"x-forwarded-for", line});
    const QList<QHostAddress> proxies{QHostAddress(u"10.0.0.1"_s), QHostAddress(u"10.0.0.2"_s)};
    const auto seen = http::caller(QHostAddress(peer), headers, proxies);
    QCOMPARE(seen ? seen->toString() : QString(), expected);
}

void TestServer::asksProxiesForTheCaller()
{
    Handler handler;
    Callbacks callbacks = handler.callbacks();
    callbacks.admit = [](const QHostAddress &address) { return address == QHostAddress(u"18.197.36.176"_s); };
    Server server(Limits{}, callbacks);
    server.setTrustedProxies({QHostAddress(u"::ffff:127.0.0.1"_s)});
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    Peer good(server, get("/", "X-Forwarded-For: 18.197.36.176\r\n"));
    QCOMPARE(good.answer(), ok("/|"));
    QCOMPARE(handler.requests.first().peer, QHostAddress(u"18.197.36.176"_s));
    Peer foreign(server, get("/", "X-Forwarded-For: 18.197.36.176, 203.0.113.9\r\n"));
    QCOMPARE(foreign.answer(), refusal("403 Forbidden"));
    Peer itself(server, get("/"));
    QCOMPARE(itself.answer(), refusal("403 Forbidden"));
    QCOMPARE(handler.requests.size(), 1);
}

namespace {

// Made for each run: a checked-in certificate would expire.
std::optional<QSslConfiguration> selfSigned(const QString &folder)
{
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
                   u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-keyout"_s,
                   folder + u"/key.pem"_s, u"-out"_s, folder + u"/cert.pem"_s});
    if (!openssl.waitForFinished(30000) || openssl.exitCode() != 0)
        return {};
    QFile key(folder + u"/key.pem"_s);
    if (!key.open(QIODevice::ReadOnly))
        return {};
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(folder + u"/cert.pem"_s));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace

void TestServer::speaksTls()
{
    QTemporaryDir folder;
    const auto tls = selfSigned(folder.path());
    QVERIFY(tls);
    Handler handler;
    Server server(Limits{}, handler.callbacks());
    server.setTls(tls);
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));

    const auto exchange = [&](const QByteArray &sent) {
        QSslSocket client;
        QByteArray received;
        connect(&client, &QSslSocket::readyRead, this, [&] { received += client.readAll(); });
        client.setPeerVerifyMode(QSslSocket::VerifyNone);
        client.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
        connect(&client, &QSslSocket::encrypted, this, [&] { client.write(sent); });
        if (!QTest::qWaitFor([&] { return client.state() == QAbstractSocket::UnconnectedState; }, patienceMs))
            received += "<still open>";
        return received;
    };
    QCOMPARE(exchange(get("/tls")), ok("/tls|"));
    QCOMPARE(exchange(post("Content-Length: 500000\r\n", QByteArray(500000, 'x'))),
             ok("/p|" + QByteArray(500000, 'x')));
    QCOMPARE(exchange(post("Content-Length: 20971520\r\n", QByteArray(4 * 1024 * 1024, 'x'))),
             refusal("413 Content Too Large"));

    // A plain request on the TLS port is closed, and the next caller is served.
    Peer plain(server, get("/plain"));
    QVERIFY(plain.waitForEnd());
    QVERIFY(!plain.received.contains("HTTP/1.1"));
    QCOMPARE(exchange(get("/again")), ok("/again|"));

    server.setTls({});
    Peer unencrypted(server, get("/plain"));
    QCOMPARE(unencrypted.answer(), ok("/plain|"));
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestServer::survivesBrokenHandshakes()
{
    QTemporaryDir folder;
    const auto tls = selfSigned(folder.path());
    QVERIFY(tls);
    Handler handler;
    Limits limits;
    limits.tlsHandshakeMs = 300;
    Server server(limits, handler.callbacks());
    server.setTls(tls);
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    std::vector<std::unique_ptr<Peer>> peers;
    for (int i = 0; i < 100; ++i) // silent ones, nonsense, and a record that announces more than it holds
        peers.push_back(std::make_unique<Peer>(server, i % 3 == 0 ? QByteArray()
                                                       : i % 3 == 1
                                                           ? QByteArray("GET / HTTP/1.1\r\n\r\n")
                                                           : QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7)));
    for (const auto &peer : peers)
        QVERIFY(peer->waitForEnd());
    QTRY_COMPARE(server.connectionCount(), 0);
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    QByteArray received;
    connect(&client, &QSslSocket::readyRead, this, [&] { received += client.readAll(); });
    client.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
    client.write(get("/after"));
    QTRY_COMPARE_WITH_TIMEOUT(received, ok("/after|"), patienceMs);
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
        auto *peer = new Peer(server, get("/n"));
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
