// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox that lies, has the wrong clock, or is none: nothing is hidden from the office, and what is wrong
// is named.
#include "programs/fetching.h"

using namespace Qt::StringLiterals;
using namespace programs;

namespace {

// A mailbox that answers whatever it is told to; %ASK% stands for the asker's word.
class LyingMailbox : public QTcpServer
{
public:
    LyingMailbox()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
        });
    }
    QString url() const { return u"http://127.0.0.1:%1/postkasse.php"_s.arg(serverPort()); }

    QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    std::function<QByteArray(const QByteArray &path)> answer;
    QByteArrayList asked; // paths with queries, without the word

private:
    void take(QTcpSocket *socket)
    {
        const QByteArray request = socket->peek(65536);
        const qsizetype end = request.indexOf("\r\n\r\n");
        if (end < 0 || (request.startsWith("POST") && request.size() < end + 6))
            return;
        const QByteArray path = request.split(' ').value(1);
        const qsizetype at = path.indexOf("ask=") + 4;
        QByteArray word = path.mid(at);
        word = word.left(word.indexOf('&') < 0 ? word.size() : word.indexOf('&'));
        asked.append(QByteArray(path).replace(word, ""));
        const QByteArray body = answer(path).replace("%ASK%", word);
        socket->write(head + "Content-Length: " + QByteArray::number(body.size()) +
                      "\r\nConnection: close\r\n\r\n" + body);
        socket->disconnectFromHost();
    }
};

// The cli while a server of this very process answers it.
Ended cliBeside(const Profile &profile, const QStringList &arguments)
{
    QProcess process;
    profile.begin(process, arguments);
    Ended ended;
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60000))
        return ended;
    ended.out = process.readAllStandardOutput();
    ended.err = process.readAllStandardError();
    ended.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return ended;
}

QByteArray facts(const mailbox::Keys &keys, qint64 ahead = 0)
{
    return R"({"budstikkeMailbox":1,"ask":"%ASK%","now":)" +
           QByteArray::number(QDateTime::currentMSecsSinceEpoch() + ahead) + R"(,"key":")" +
           mailbox::printable(keys.publicKey).toUtf8() +
           R"(","full":false,"fsync":true,"largestBody":16777216,"by":"PHP")";
}

QByteArray item(qint64 number, const QByteArray &sealed)
{
    return "{\"n\":" + QByteArray::number(number) + ",\"sealed\":\"" + sealed.toBase64() + "\"}";
}

QByteArray sealedInbound(const mailbox::Keys &keys, const QByteArray &json)
{
    mailbox::Event event;
    event.leaf = receiver::Leaf::Inbound;
    event.request.method = "POST";
    event.request.headers = {{"content-type", "application/json"}};
    event.request.body = json;
    event.request.peer = QHostAddress::LocalHost;
    event.receivedMs = 1795893806873;
    return mailbox::sealed(mailbox::packed(event), keys.publicKey);
}

} // namespace

class TestMailboxTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLyingMailboxHidesNothing();
    void aNumberThatNeverEndsIsLeft();
    void badAddressesAreNamed_data();
    void badAddressesAreNamed();
    void aWrongClockIsTold();
};

// Repeats, holes, garbage and foreign ciphertext block nothing, and are counted once.
void TestMailboxTrust::aLyingMailboxHidesNothing()
{
    const Profile profile;
    const mailbox::Keys keys = madeKeys(profile);
    const QByteArray first = sealedInbound(keys, inbound(1, "en"));
    const QByteArray last = sealedInbound(keys, inbound(2, "to"));
    const QByteArray foreign = sealedInbound(mailbox::newKeys(), inbound(3, "fremmed"));
    LyingMailbox liar;
    liar.answer = [&](const QByteArray &path) {
        if (path.contains("/events?") && path.contains("after=0"))
            return QByteArray(facts(keys) + ",\"left\":1,\"events\":[" + item(9, first) + ',' +
                              item(7, first) + ',' + item(7, "garbage") + ',' + item(800, foreign) + ',' +
                              item(801, foreign) + ',' + item(3, last) + "]}");
        return QByteArray(facts(keys) + ",\"left\":0,\"events\":[]}");
    };
    QCOMPARE(cliBeside(profile, {u"mailbox"_s, u"use"_s, liar.url()}).status, 0);
    for (int time = 0; time < 2; ++time) { // all of it twice
        liar.asked.clear();
        const Ended fetched = cliBeside(profile, {u"mailbox"_s, u"fetch"_s});
        QVERIFY2(fetched.status == 0, fetched.err);
        QCOMPARE(liar.asked.value(1).mid(liar.asked.value(1).indexOf("upto=")), QByteArray("upto=801"));
        QCOMPARE(texts(profile), (QStringList{u"en"_s, u"to"_s}));
        QStringList reasons;
        for (const QJsonObject &one : profile.cli({u"quarantine"_s}).lines())
            reasons.append(one.value(u"reason"_s).toString());
        QCOMPARE(reasons, (QStringList{u"foreignSeal"_s, u"foreignSeal"_s}));
    }
}

void TestMailboxTrust::aNumberThatNeverEndsIsLeft()
{
    const Profile profile;
    const mailbox::Keys keys = madeKeys(profile);
    const QByteArray first = sealedInbound(keys, inbound(1, "en"));
    LyingMailbox liar;
    liar.answer = [&](const QByteArray &) { // always the same, and always more to come
        return QByteArray(facts(keys) + ",\"left\":5,\"events\":[" + item(1, first) + "]}");
    };
    QCOMPARE(cliBeside(profile, {u"mailbox"_s, u"use"_s, liar.url()}).status, 0);
    const Ended fetched = cliBeside(profile, {u"mailbox"_s, u"fetch"_s});
    QCOMPARE(fetched.status, 0);
    QCOMPARE(fetched.last().value(u"left"_s).toInt(), 5);
    QCOMPARE(texts(profile), QStringList{u"en"_s});
}

void TestMailboxTrust::badAddressesAreNamed_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body"); // FACTS stands for them
    QTest::addColumn<QByteArray>("sentence");
    QTest::addColumn<QString>("code");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    QTest::newRow("a web page") << ok << QByteArray("<html>Hei</html>")
                                << QByteArray("no mailbox at that address") << u"mailboxAbsent"_s;
    QTest::newRow("nothing there") << QByteArray("HTTP/1.1 404 Not Found\r\n") << QByteArray("<html>")
                                   << QByteArray("no mailbox at that address") << u"mailboxAbsent"_s;
    QTest::newRow("leads elsewhere")
        << QByteArray("HTTP/1.1 301 Moved\r\nLocation: https://www.example.no/p.php/test?ask=1\r\n")
        << QByteArray() << QByteArray("https://www.example.no/p.php\n") << u"mailboxMoved"_s;
    QTest::newRow("another office's key")
        << QByteArray("HTTP/1.1 403 Forbidden\r\n")
        << QByteArray(R"({"budstikkeMailbox":1,"ask":"%ASK%","error":"key"})")
        << QByteArray("another office's key") << u"mailboxForeign"_s;
    QTest::newRow("a host that rewrites pages") << ok << QByteArray("FACTS}<script>ad()</script>")
                                                << QByteArray("web host changes") << u"mailboxChanged"_s;
    QTest::newRow("an answer that ends in its middle")
        << ok << QByteArray("FACTS") << QByteArray("was cut off") << u"mailboxChanged"_s;
    QTest::newRow("no room there") << QByteArray("HTTP/1.1 503 Service Unavailable\r\n")
                                   << QByteArray(R"({"budstikkeMailbox":1,"ask":"%ASK%","error":"folder"})")
                                   << QByteArray("cannot write to its folder") << u"mailboxBroken"_s;
}

void TestMailboxTrust::badAddressesAreNamed()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, sentence);
    QFETCH(QString, code);
    const Profile profile;
    const mailbox::Keys keys = madeKeys(profile);
    body.replace("FACTS", facts(keys));
    LyingMailbox liar;
    liar.head = head;
    liar.answer = [&](const QByteArray &) { return body; };
    const Ended ended = cliBeside(profile, {u"mailbox"_s, u"use"_s, liar.url()});
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.err.contains(sentence), ended.err);
    QCOMPARE(ended.last().value(u"error"_s)[u"field"_s].toString(), code);
    QVERIFY(profile.cli({u"mailbox"_s, u"show"_s}).last().value(u"url"_s).isNull());
    const Ended http = profile.cli({u"mailbox"_s, u"use"_s, u"http://www.example.no/postkasse.php"_s});
    QCOMPARE(http.status, 1);
    QVERIFY2(http.err.contains("https://"), http.err);
    QTcpServer closed;
    closed.listen(QHostAddress::LocalHost);
    const QString nobody = u"http://127.0.0.1:%1/"_s.arg(closed.serverPort());
    closed.close();
    const Ended unreachable = profile.cli({u"mailbox"_s, u"use"_s, nobody});
    QCOMPARE(unreachable.status, 1);
    QVERIFY2(unreachable.err.contains("cannot be reached"), unreachable.err);
}

void TestMailboxTrust::aWrongClockIsTold()
{
    const Profile profile;
    const mailbox::Keys keys = madeKeys(profile);
    LyingMailbox liar;
    liar.answer = [&](const QByteArray &) { return QByteArray(facts(keys, 2 * 3600 * 1000) + '}'); };
    const Ended ended = cliBeside(profile, {u"mailbox"_s, u"use"_s, liar.url()});
    QCOMPARE(ended.status, 0); // it works all the same
    QVERIFY2(ended.err.contains("120 minutes"), ended.err);
}

QTEST_GUILESS_MAIN(TestMailboxTrust)
#include "tst_mailboxtrust.moc"
