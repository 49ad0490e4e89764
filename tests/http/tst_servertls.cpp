// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"
#include "http/testpeer.h"
#include "support/patience.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using http::Limits;
using http::Server;
using namespace testpeer;

namespace {

std::optional<QSslConfiguration> selfSigned()
{
    const QTemporaryDir folder;
    QFile key(folder.filePath(u"key.pem"_s));
    if (!makeCertificate(folder.path()) || !key.open(QIODevice::ReadOnly))
        return {};
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(folder.filePath(u"cert.pem"_s)));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace

class TestServerTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksTls();
    void survivesBrokenHandshakes();
    void asksForeignersForNoHandshake();
};

void TestServerTls::speaksTls()
{
    const auto tls = selfSigned();
    QVERIFY(tls);
    Handler handler;
    Server server(Limits{}, handler.callbacks());
    server.setTls(tls);
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));

    const auto exchange = [&](const QByteArray &sent) { return overTls(server.port(), sent); };
    QCOMPARE(exchange(get("/tls")), ok("/tls|"));
    QCOMPARE(exchange(post("Content-Length: 500000\r\n", QByteArray(500000, 'x'))),
             ok("/p|" + QByteArray(500000, 'x')));
    QCOMPARE(exchange(post("Content-Length: 20971520\r\n", QByteArray(4 * 1024 * 1024, 'x'))),
             refusal("413 Content Too Large"));

    // A plain request on the TLS port is closed, and the next caller is served.
    Peer plain(server.port(), get("/plain"));
    QVERIFY(plain.waitForEnd());
    QVERIFY(!plain.received.contains("HTTP/1.1"));
    QCOMPARE(exchange(get("/again")), ok("/again|"));

    server.setTls({});
    Peer unencrypted(server.port(), get("/plain"));
    QCOMPARE(unencrypted.answer(), ok("/plain|"));
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestServerTls::survivesBrokenHandshakes()
{
    const auto tls = selfSigned();
    QVERIFY(tls);
    Handler handler;
    Limits limits;
    limits.tlsHandshakeMs = 300;
    Server server(limits, handler.callbacks());
    server.setTls(tls);
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    std::vector<std::unique_ptr<Peer>> peers;
    for (int i = 0; i < 100; ++i) // silent ones, nonsense, and a record that announces more than it holds
        peers.push_back(std::make_unique<Peer>(server.port(),
                                               i % 3 == 0   ? QByteArray()
                                               : i % 3 == 1 ? QByteArray("GET / HTTP/1.1\r\n\r\n")
                                                            : QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7)));
    for (const auto &peer : peers)
        QVERIFY(peer->waitForEnd());
    QTRY_COMPARE(server.connectionCount(), 0);
    QCOMPARE(overTls(server.port(), get("/after")), ok("/after|"));
}

void TestServerTls::asksForeignersForNoHandshake()
{
    const auto tls = selfSigned();
    QVERIFY(tls);
    Handler handler;
    http::Callbacks callbacks = handler.callbacks();
    callbacks.admit = [](const QHostAddress &) { return false; };
    Server server(Limits{}, callbacks);
    server.setTls(tls);
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    bool greeted = false;
    connect(&client, &QSslSocket::encrypted, this, [&] { greeted = true; });
    client.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::UnconnectedState, patienceMs);
    QVERIFY(!greeted);
    QCOMPARE(server.connectionCount(), 0);
}

QTEST_GUILESS_MAIN(TestServerTls)
#include "tst_servertls.moc"
