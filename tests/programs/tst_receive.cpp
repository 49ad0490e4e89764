// SPDX-License-Identifier: GPL-3.0-or-later
// receive as a person sets it up: its two addresses and who is let in (cli.md).
#include "programs/receiving.h"
#include "support/patience.h"

#include <QRegularExpression>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace programs;

namespace {

void setAccount(const Profile &profile, const QString &baseUrl = u"http://127.0.0.1:9/psk/"_s)
{
    QCOMPARE(
        profile.cli({u"account"_s, u"set"_s, u"--service-id"_s, u"1234"_s, u"--base-url"_s, baseUrl}).status,
        0);
}

QByteArray status(const Receiving &receiving, const QByteArray &head = {})
{
    return receiving.talk("GET /" + receiving.secret().toUtf8() + "/status?status=4&origid=1 HTTP/1.1\r\n" +
                          "Host: x\r\n" + head + "\r\n");
}

} // namespace

class TestReceive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTwoAddressesStayTheSame();
    void thePublicAddressKeepsItsPath();
    void theInboundAddressTakesBothForms();
    void onlyTheGatewayIsLetIn();
    void aTrustedProxyNamesItsCaller_data();
    void aTrustedProxyNamesItsCaller();
    void version6AddressesAreInBrackets();
    void nothingMoreIsPrinted();
    void aBackupIsMadeMeanwhile();
    void theLogSaysWhatAStatusOverrides();
};

// ACC-03: what the customer enters in the portal, ready to copy, with a secret path that stays.
void TestReceive::theTwoAddressesStayTheSame()
{
    const Profile profile;
    setAccount(profile);
    QString secret;
    {
        Receiving receiving(profile);
        secret = receiving.secret();
        static const QRegularExpression token(u"\\A[A-Za-z0-9_-]{22}\\z"_s); // 128 bits
        QVERIFY(token.match(secret).hasMatch());
        const QString base = u"http://127.0.0.1:%1/%2"_s.arg(receiving.inbound().port()).arg(secret);
        QCOMPARE(receiving.status().toString(), base + u"/status"_s);
        QCOMPARE(receiving.inbound().toString(), base + u"/inbound"_s);
        QCOMPARE(receiving.stop(), 0);
    }
    const Receiving again(profile);
    QCOMPARE(again.secret(), secret);
    const Profile other;
    setAccount(other);
    QVERIFY(Receiving(other).secret() != secret);
}

// ACC-03: behind a reverse proxy, here one that takes its path away.
void TestReceive::thePublicAddressKeepsItsPath()
{
    const Profile profile;
    setAccount(profile);
    const Receiving receiving(profile, {u"--public-url"_s, u"https://sms.example.no/front"_s});
    QVERIFY(receiving.isReady());
    QCOMPARE(receiving.inbound().toString(),
             u"https://sms.example.no/front/%1/inbound"_s.arg(receiving.secret()));
    QCOMPARE(receiving.status().toString(),
             u"https://sms.example.no/front/%1/status"_s.arg(receiving.secret()));
}

// ACC-04: JSON POST and GET at one address, whichever the portal is set to.
void TestReceive::theInboundAddressTakesBothForms()
{
    const Profile profile;
    setAccount(profile);
    const Receiving receiving(profile);
    QVERIFY(receiving
                .post(R"({"id":1,"to":"26114","from":"+4799999999","text":"fra JSON","sent":)"
                      R"("2019-12-31T23:59:59Z","counter":1,"keyword":"FRA"})")
                .startsWith("HTTP/1.1 2"));
    const QByteArray answer =
        receiving.get("fromid=26114&phonenr=004799999999&txt=fra%20GET&time=1077181484&countnr=2&code=FRA");
    QVERIFY(answer.startsWith("HTTP/1.1 2"));
    QVERIFY(answer.endsWith("\r\n\r\ntrue")); // INB-05
    QStringList texts;
    for (const QJsonObject &message : profile.cli({u"inbox"_s}).lines())
        texts.append(message.value(u"text"_s).toString() + u' ' + message.value(u"from"_s).toString());
    QCOMPARE(texts, (QStringList{u"fra JSON +4799999999"_s, u"fra GET +4799999999"_s}));
}

// INB-10: with an account at the gateway itself, this machine is a stranger until it is named.
void TestReceive::onlyTheGatewayIsLetIn()
{
    const Profile profile;
    setAccount(profile, u"https://www.pling.as/psk/"_s);
    {
        const Receiving receiving(profile);
        QVERIFY(receiving.isReady());
        QVERIFY(!status(receiving).startsWith("HTTP/1.1 2"));
    }
    const Receiving receiving(profile, {u"--allow"_s, u"127.0.0.1"_s});
    QVERIFY(status(receiving).startsWith("HTTP/1.1 2"));
}

void TestReceive::aTrustedProxyNamesItsCaller_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("letIn");
    QTest::newRow("INB-10 the gateway") << QByteArray("X-Forwarded-For: 18.197.36.176\r\n") << true;
    QTest::newRow("INB-10 the gateway, behind what it says of itself")
        << QByteArray("X-Forwarded-For: 8.8.8.8, 18.197.110.183\r\n") << true;
    QTest::newRow("INB-10 a stranger who says he is the gateway")
        << QByteArray("X-Forwarded-For: 18.197.138.46, 8.8.8.8\r\n") << false;
    QTest::newRow("INB-10 no name") << QByteArray() << false;
    QTest::newRow("INB-10 no address") << QByteArray("X-Forwarded-For: gateway\r\n") << false;
}

void TestReceive::aTrustedProxyNamesItsCaller()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, letIn);
    const Profile profile;
    setAccount(profile, u"https://www.pling.as/psk/"_s);
    const Receiving receiving(profile, {u"--trusted-proxy"_s, u"127.0.0.1"_s});
    QVERIFY(receiving.isReady());
    QCOMPARE(status(receiving, head).startsWith("HTTP/1.1 2"), letIn);
}

void TestReceive::version6AddressesAreInBrackets()
{
    if (!QTcpServer().listen(QHostAddress::LocalHostIPv6))
        return; // a machine without version 6
    const Profile profile;
    setAccount(profile);
    const Receiving receiving(profile, {}, u"[::1]:0"_s);
    QVERIFY(receiving.inbound().toString().startsWith("http://[::1]:"_L1));
    QVERIFY(status(receiving).startsWith("HTTP/1.1 2"));
}

// What the window notes beside a message, a script reads in the log.
void TestReceive::theLogSaysWhatAStatusOverrides()
{
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway.baseUrl());
    QCOMPARE(
        profile.cli({u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"F"_s, u"--text"_s, u"Hei"_s}).status,
        0);
    const QJsonObject before = profile.cli({u"log"_s}).last();
    QVERIFY(before.value(u"note"_s).isNull());
    Receiving receiving(profile);
    const QByteArray matching = "&ref=" + before.value(u"ref"_s).toString().toUtf8() +
                                "&phoneno=%2B4799999999 HTTP/1.1\r\nHost: x\r\n\r\n";
    const auto bring = [&](int number, qint64 origId) {
        return receiving.talk("GET " + receiving.status().path().toUtf8() +
                              "?status=" + QByteArray::number(number) +
                              "&origid=" + QByteArray::number(origId) + matching);
    };
    const auto note = [&profile] { return profile.cli({u"log"_s}).last().value(u"note"_s).toString(); };
    const qint64 id = before.value(u"gatewayId"_s).toInteger();
    QVERIFY(bring(5, id).startsWith("HTTP/1.1 2"));
    QVERIFY(bring(4, id).startsWith("HTTP/1.1 2"));
    QTRY_COMPARE(note(), u"deliveredAfterFailed"_s);
    QVERIFY(bring(4, id + 1).startsWith("HTTP/1.1 2"));
    QTRY_COMPARE(note(), u"sentTwice"_s);
}

void TestReceive::nothingMoreIsPrinted()
{
    Profile profile;
    profile.environment().insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    setAccount(profile);
    Receiving receiving(profile);
    const QByteArray secret = receiving.secret().toUtf8();
    QVERIFY(status(receiving).startsWith("HTTP/1.1 2"));
    QVERIFY(receiving.get("x=1").startsWith("HTTP/1.1 2"));
    QVERIFY(receiving.post("junk").startsWith("HTTP/1.1 2"));
    QVERIFY(receiving.talk("GET /" + secret + "x/status HTTP/1.1\r\nHost: x\r\n\r\n").contains(" 404 "));
    QCOMPARE(receiving.stop(), 0);
    QCOMPARE(receiving.process().readAllStandardOutput(), QByteArray());
    QVERIFY2(!receiving.process().readAllStandardError().contains(secret), "the secret is in no log");
    for (const QString &command : {u"quarantine"_s, u"inbox"_s, u"log"_s})
        QVERIFY(!profile.cli({command}).out.contains(secret));
    QVERIFY(!profile.cli({u"quarantine"_s}).out.isEmpty());
}

void TestReceive::aBackupIsMadeMeanwhile()
{
    const Profile profile;
    setAccount(profile);
    Receiving receiving(profile);
    QVERIFY(receiving.get("fromid=26114&phonenr=004799999999&txt=Hei&time=1077181484&countnr=2&code=HEI")
                .startsWith("HTTP/1.1 2"));
    const Profile other;
    const QString backup = other.file(u"kopi.sqlite"_s);
    const Ended ended = profile.cli({u"db"_s, u"backup"_s, backup});
    QVERIFY2(ended.status == 0, ended.err.constData());
    setAccount(other);
    QCOMPARE(other.cli({u"db"_s, u"restore"_s, backup}).status, 0);
    QCOMPARE(other.cli({u"inbox"_s}).lines().size(), 1);
}

QTEST_GUILESS_MAIN(TestReceive)
#include "tst_receive.moc"
