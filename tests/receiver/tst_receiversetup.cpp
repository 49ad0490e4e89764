// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receiverstore.h"
#include "support/patience.h"

#include <QFile>
#include <QNetworkInterface>
#include <QSet>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace receiverstore;

class TestReceiverSetup final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsTheGatewayIn();
    void hearsAStrangerOnlyForATest();
    void tellsItsUrls();
    void keepsThePathOfItsPublicUrl();
    void makesSecretsThatCannotBeGuessed();
    void renewsItsCertificate();
    void doesNotStartOnBadFiles();
    void stops();

private:
    FixedClock m_clock;
};

void TestReceiverSetup::letsTheGatewayIn()
{
    const QStringList addresses{u"18.197.36.176"_s, u"18.197.110.183"_s, u"18.197.138.46"_s};
    QCOMPARE(ReceiverRules().allowed.size(), 3);
    for (const QString &address : addresses)
        QVERIFY2(ReceiverRules().allowed.contains(QHostAddress(address)), qPrintable(u"INB-10 "_s + address));
    QVERIFY(!ReceiverRules().loopbackAllowed);

    const QByteArray request = get(path("status?status=4&origid=1"));
    Store store;
    ReceiverRules rules = localRules();
    rules.loopbackAllowed = false;
    {
        Receiver receiver(rules, store.sink(), m_clock);
        QVERIFY(receiver.start());
        QSignalSpy rejected(&receiver, &Receiver::rejected);
        Peer peer(portOf(receiver), request);
        QCOMPARE(peer.answer(), QByteArray()); // foreign here: not a word
        QCOMPARE(rejected.first(), (QVariantList{u"127.0.0.1"_s, u"foreignAddress"_s}));
        QCOMPARE(store.count(), 0);
    }
    rules.allowed = {QHostAddress(u"::ffff:127.0.0.1"_s)};
    {
        Receiver receiver(rules, store.sink(), m_clock);
        QVERIFY(receiver.start());
        Peer peer(portOf(receiver), request);
        QCOMPARE(peer.answer(), success);
        QCOMPARE(store.count(), 1);
    }
    // Behind a reverse proxy the gateway is known by what the proxy says.
    rules.allowed = ReceiverRules().allowed;
    rules.trustedProxies = {QHostAddress(QHostAddress::LocalHost)};
    Receiver receiver(rules, store.sink(), m_clock);
    QVERIFY(receiver.start());
    Peer gateway(portOf(receiver),
                 get(path("status?status=4&origid=1"), "X-Forwarded-For: 10.9.9.9, 18.197.110.183\r\n"));
    QCOMPARE(gateway.answer(), success);
    QCOMPARE(store.statuses.last().peer, u"18.197.110.183"_s);
    Peer other(portOf(receiver),
               get(path("status?status=4&origid=1"), "X-Forwarded-For: 18.197.110.183, 10.9.9.9\r\n"));
    QCOMPARE(other.answer(), refusal("403 Forbidden"));
    QCOMPARE(store.count(), 2);
}

void TestReceiverSetup::hearsAStrangerOnlyForATest()
{
    Store store;
    ReceiverRules rules = localRules();
    rules.loopbackAllowed = false; // INB-10: this caller is a stranger
    Receiver receiver(rules, store.sink(), m_clock);
    QVERIFY(receiver.start());
    QSignalSpy probed(&receiver, &Receiver::probed);
    QSignalSpy rejected(&receiver, &Receiver::rejected);
    const auto answerTo = [&](const QByteArray &path) {
        Peer peer(portOf(receiver), get(path));
        return peer.answer();
    };
    QCOMPARE(answerTo(path("probe")), QByteArray());
    QCOMPARE(probed.size(), 0);

    receiver.expectProbe("probe");
    QVERIFY(answerTo("/" + QByteArray(22, 'x') + "/probe").startsWith("HTTP/1.1 403 "));
    QVERIFY(answerTo(path("probe2")).startsWith("HTTP/1.1 403 "));
    QVERIFY(answerTo(path("status?status=4&origid=1")).startsWith("HTTP/1.1 403 "));
    QCOMPARE(probed.size(), 0);
    QVERIFY(answerTo(path("probe")).startsWith("HTTP/1.1 403 "));
    QCOMPARE(probed, QList<QVariantList>{{QByteArray("probe")}});

    // Let in during the test and asking afterwards: refused too.
    Peer late(portOf(receiver), "GET " + path("status?status=4&origid=1") + " HTTP/1.1\r\n");
    QVERIFY(late.socket.waitForConnected());
    const qsizetype before = rejected.size();
    Peer other(portOf(receiver), get(path("probe"))); // accepted after it, so both are in
    QVERIFY(other.answer().startsWith("HTTP/1.1 403 "));
    QCOMPARE(rejected.size(), before + 1);
    receiver.endProbe("probe");
    late.socket.write("Host: h\r\n\r\n");
    QVERIFY(late.answer().startsWith("HTTP/1.1 403 "));
    QCOMPARE(answerTo(path("probe")), QByteArray());
    QCOMPARE(probed.size(), 2);
    QCOMPARE(store.count(), 0);
}

void TestReceiverSetup::tellsItsUrls()
{
    Store store;
    ReceiverRules rules = localRules();
    Receiver local(rules, store.sink(), m_clock);
    QVERIFY(local.start());
    QVERIFY(portOf(local) > 0);
    const QString base = u"http://127.0.0.1:"_s + QString::number(portOf(local)) + u'/' + secret;
    QCOMPARE(local.statusUrl(), base + u"/status"_s);
    QCOMPARE(local.inboundUrl(), base + u"/inbound"_s);

    rules.listenAddress = QHostAddress::AnyIPv4;
    Receiver any(rules, store.sink(), m_clock);
    QVERIFY(any.start());
    QCOMPARE(QUrl(any.statusUrl()).host(), u"127.0.0.1"_s);

    rules.loopbackAllowed = false;
    Receiver open(rules, store.sink(), m_clock);
    QVERIFY(open.start());
    const QHostAddress shown(QUrl(open.inboundUrl()).host());
    QStringList others;
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (!address.isLoopback() && !address.isLinkLocal())
            others << address.toString();
    }
    QVERIFY(others.isEmpty() ? shown.isLoopback() : others.contains(shown.toString()));

    rules.listenAddress = QHostAddress(QHostAddress::LocalHostIPv6);
    rules.port = 8088;
    const Receiver v6(rules, store.sink(), m_clock); // not started: the port that was asked for
    QCOMPARE(v6.statusUrl(), u"http://[::1]:8088/"_s + secret + u"/status"_s);
}

void TestReceiverSetup::keepsThePathOfItsPublicUrl()
{
    Store store;
    ReceiverRules rules = localRules();
    const auto urlUnder = [&](const QString &publicUrl) {
        rules.publicUrl = QUrl(publicUrl);
        return Receiver(rules, store.sink(), m_clock).statusUrl();
    };
    QCOMPARE(urlUnder(u"https://sms.kunde.no"_s), u"https://sms.kunde.no/"_s + secret + u"/status"_s);
    QCOMPARE(urlUnder(u"https://kunde.no:8443/"_s), u"https://kunde.no:8443/"_s + secret + u"/status"_s);
    QCOMPARE(urlUnder(u"https://kunde.no/sms%20inn//?a=b#c"_s),
             u"https://kunde.no/sms%20inn/"_s + secret + u"/status"_s);

    // Whether the proxy takes the path away or leaves it in.
    QTcpServer reserve; // under a public URL nothing tells the bound port
    QVERIFY(reserve.listen(QHostAddress::LocalHost, 0));
    rules.port = reserve.serverPort();
    reserve.close();
    rules.publicUrl = QUrl(u"https://kunde.no/sms"_s);
    Receiver receiver(rules, store.sink(), m_clock);
    QVERIFY(receiver.start());
    const QByteArray target = path("status?status=4&origid=1");
    QCOMPARE(Peer(rules.port, get("/sms" + target)).answer(), success);
    QCOMPARE(Peer(rules.port, get(target)).answer(), success);
    QCOMPARE(Peer(rules.port, get("/smsx" + target)).answer(), refusal("404 Not Found"));
}

void TestReceiverSetup::makesSecretsThatCannotBeGuessed()
{
    QSet<QString> seen;
    for (int i = 0; i < 100; ++i) {
        const QString made = Receiver::newSecret();
        QCOMPARE(made.size(), 22);
        QCOMPARE(QByteArray::fromBase64(made.toLatin1(), QByteArray::Base64UrlEncoding |
                                                             QByteArray::AbortOnBase64DecodingErrors)
                     .size(),
                 16);
        seen.insert(made);
    }
    QCOMPARE(seen.size(), 100);

    Store store;
    for (const QString &weak : {QString(), u"secret"_s, u"abcdefghijklmnopqrstu"_s,
                                u"abcdefghijklmnopqrst/v"_s, u"abcdefghijklmnopqrstuå"_s}) {
        ReceiverRules rules = localRules();
        rules.secret = weak;
        Receiver receiver(rules, store.sink(), m_clock);
        const auto started = receiver.start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, base::ErrorCode::InvalidField);
        QVERIFY(!started.error().detail.contains(weak) || weak.isEmpty());
        QVERIFY(!receiver.isListening());
    }
}

void TestReceiverSetup::renewsItsCertificate()
{
    const QTemporaryDir folder;
    QVERIFY(makeCertificate(folder.path(), u"first"_s));
    Store store;
    ReceiverRules rules = localRules();
    rules.certificateFile = folder.filePath(u"cert.pem"_s);
    rules.keyFile = folder.filePath(u"key.pem"_s);
    Receiver receiver(rules, store.sink(), m_clock);
    QVERIFY(!receiver.certificateExpiry());
    QVERIFY(receiver.start());
    QVERIFY(receiver.statusUrl().startsWith(u"https://127.0.0.1:"_s));
    QVERIFY(receiver.certificateExpiry());
    const auto days = QDateTime::currentDateTimeUtc().daysTo(*receiver.certificateExpiry());
    QVERIFY(days >= 1 && days <= 2);
    QCOMPARE(overTls(portOf(receiver), get(path("status?status=4&origid=1"))), success);

    const auto shownName = [&] {
        QSslSocket client;
        client.setPeerVerifyMode(QSslSocket::VerifyNone);
        client.connectToHostEncrypted(u"127.0.0.1"_s, portOf(receiver));
        if (!QTest::qWaitFor([&] { return client.isEncrypted(); }, patienceMs))
            return u"nobody"_s;
        return client.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
    };
    QCOMPARE(shownName(), u"first"_s);
    QFile half(rules.certificateFile); // a renewal in the middle of its work
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write("-----BEGIN CERTI");
    half.close();
    QCOMPARE(shownName(), u"first"_s);
    QVERIFY(makeCertificate(folder.path(), u"second"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shownName(), u"second"_s, patienceMs);
}

void TestReceiverSetup::doesNotStartOnBadFiles()
{
    const QTemporaryDir folder;
    QVERIFY(makeCertificate(folder.path()));
    const QString certificate = folder.filePath(u"cert.pem"_s);
    const QString key = folder.filePath(u"key.pem"_s);
    const QString none = folder.filePath(u"none.pem"_s);
    Store store;
    const auto fault = [&](const QString &certificateFile, const QString &keyFile) {
        ReceiverRules rules = localRules();
        rules.certificateFile = certificateFile;
        rules.keyFile = keyFile;
        Receiver receiver(rules, store.sink(), m_clock);
        const auto started = receiver.start();
        return started ? QString() : base::identifier(started.error().code) + u' ' + started.error().detail;
    };
    QCOMPARE(fault(certificate, key), QString());
    QCOMPARE(fault(none, key), u"fileUnreadable "_s + none);
    QCOMPARE(fault(certificate, none), u"fileUnreadable "_s + none);
    QCOMPARE(fault(key, key), u"fileUnreadable "_s + key);
    QCOMPARE(fault(certificate, certificate), u"fileUnreadable "_s + certificate);
    for (const QString &kind : {u"P-256"_s, u"P-384"_s, u"secp112r1"_s, u"RSA"_s}) {
        const QTemporaryDir others;
        const QString otherKey = others.filePath(u"key.pem"_s);
        QVERIFY(makeCertificate(others.path(), u"localhost"_s, kind));
        QCOMPARE(fault(others.filePath(u"cert.pem"_s), otherKey), QString());
        QCOMPARE(fault(certificate, otherKey), u"fileUnreadable "_s + otherKey); // not its pair
    }

    ReceiverRules rules = localRules();
    Receiver first(rules, store.sink(), m_clock);
    QVERIFY(first.start());
    rules.port = portOf(first);
    Receiver second(rules, store.sink(), m_clock);
    const auto started = second.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, base::ErrorCode::ListenFailed);
}

void TestReceiverSetup::stops()
{
    Store store;
    Receiver receiver(localRules(), store.sink(), m_clock);
    QVERIFY(!receiver.isListening());
    QVERIFY(receiver.start());
    QVERIFY(receiver.isListening());
    const quint16 port = portOf(receiver);
    receiver.stop();
    QVERIFY(!receiver.isListening());
    Peer peer(port, get(path("status?status=4&origid=1")));
    QVERIFY(peer.waitForEnd());
    QCOMPARE(peer.lastError, QAbstractSocket::ConnectionRefusedError);
    QVERIFY(receiver.start());
    Peer again(portOf(receiver), get(path("status?status=4&origid=1")));
    QCOMPARE(again.answer(), success);
}

QTEST_GUILESS_MAIN(TestReceiverSetup)
#include "tst_receiversetup.moc"
