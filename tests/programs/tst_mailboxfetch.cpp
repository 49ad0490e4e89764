// SPDX-License-Identifier: GPL-3.0-or-later
// The office's side of the mailbox: what is there comes into the profile once each, whatever the mailbox
// says, and before anything is sent.
#include "programs/mailboxes.h"
#include "programs/receiving.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace programs;

Q_DECLARE_METATYPE(programs::MailboxKind)

namespace {

const QByteArray message = R"({"id":%1,"to":"26114","from":"%2","text":"%3","sent":"2026-11-28T10:00:00Z",)"
                           R"("counter":%1,"keyword":"X"})";

QByteArray inbound(int id, const QByteArray &text, const QByteArray &from = "+4799999999")
{
    return QByteArray(message).replace("%1", QByteArray::number(id)).replace("%2", from).replace("%3", text);
}

void kinds()
{
    QTest::addColumn<MailboxKind>("kind");
    QTest::newRow("serve") << MailboxKind::Serve;
    QTest::newRow("php") << MailboxKind::Php;
}

QStringList texts(const Profile &profile)
{
    QStringList list;
    for (const QJsonObject &one : profile.cli({u"inbox"_s}).lines())
        list.append(one.value(u"text"_s).toString());
    return list;
}

void use(const Profile &profile, const QUrl &url)
{
    const Ended used = profile.cli({u"mailbox"_s, u"use"_s, url.toString()});
    QVERIFY2(used.status == 0, used.err);
}

QJsonObject fetch(const Profile &profile)
{
    return profile.cli({u"mailbox"_s, u"fetch"_s}).last();
}

QJsonObject fetched(int events)
{
    return {{u"fetched"_s, events}, {u"left"_s, 0}};
}

void setAccount(const Profile &profile, const Gateway &gateway)
{
    QCOMPARE(profile
                 .cli({u"account"_s, u"set"_s, u"--service-id"_s, u"1234"_s, u"--base-url"_s,
                       gateway.baseUrl(), u"--ip-auth"_s})
                 .status,
             0);
}

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

mailbox::Keys madeKeys(const Profile &profile)
{
    profile.cli({u"mailbox"_s, u"new"_s, u"-o"_s, profile.file(u"postkasse.php"_s)});
    return *mailbox::readKeys(profile.file(u"mailbox.key"_s));
}

} // namespace

class TestMailboxFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsThereComesIn_data();
    void whatIsThereComesIn();
    void aSentMessageIsDelivered_data();
    void aSentMessageIsDelivered();
    void aLargeBacklogComesInPortions();
    void whatCannotBeReadGoesToQuarantine();
    void killedBetweenTwoStepsNothingIsLostOrDoubled_data();
    void killedBetweenTwoStepsNothingIsLostOrDoubled();
    void aLyingMailboxHidesNothing();
    void aNumberThatNeverEndsIsLeft();
    void badAddressesAreNamed_data();
    void badAddressesAreNamed();
    void aWrongClockIsTold();
    void stoppCountsBeforeTheNextStart();
    void withoutTheMailboxAPersonIsAsked();
    void waitTakesWhatComesMeanwhile_data();
    void waitTakesWhatComesMeanwhile();
    void offAndOwners();
};

void TestMailboxFetch::whatIsThereComesIn_data()
{
    kinds();
}

// INB-01, INB-04, INB-09: as the receiver would have taken it.
void TestMailboxFetch::whatIsThereComesIn()
{
    QFETCH(MailboxKind, kind);
    const Profile profile;
    const Ended none = profile.cli({u"mailbox"_s, u"fetch"_s});
    QCOMPARE(none.status, 1);
    QVERIFY(none.err.contains("mailbox use"));
    QCOMPARE(profile.cli({u"mailbox"_s, u"show"_s}).last(), (QJsonObject{{u"url"_s, QJsonValue()},
                                                                         {u"statusUrl"_s, QJsonValue()},
                                                                         {u"inboundUrl"_s, QJsonValue()},
                                                                         {u"lastFetch"_s, QJsonValue()}}));
    const RunningMailbox box(profile, kind);
    use(profile, box.url());
    const QJsonObject shown = profile.cli({u"mailbox"_s, u"show"_s}).last();
    QCOMPARE(shown.value(u"url"_s).toString(), box.url().toString());
    QCOMPARE(shown.value(u"inboundUrl"_s).toString(),
             QString(box.url().toString() + u'/' + box.keys().secret + u"/inbound"_s));
    QVERIFY(shown.value(u"lastFetch"_s).isNull());

    box.inbound(inbound(1, "fra JSON"));
    box.inbound(inbound(1, "fra JSON")); // a repeat
    box.talk(
        "GET " + box.at("inbound") +
        "?fromid=26114&phonenr=004799999999&txt=fr%E5%20GET&time=1077181484&countnr=2&code=FR%C5 HTTP/1.1\r\n"
        "Host: x\r\n\r\n");
    QCOMPARE(fetch(profile), fetched(3));
    QCOMPARE(texts(profile), (QStringList{u"fra JSON"_s, u"frå GET"_s}));
    QCOMPARE(fetch(profile), fetched(0));
    QCOMPARE(box.queries(), QStringList());
    const QString at = profile.cli({u"mailbox"_s, u"show"_s}).last().value(u"lastFetch"_s).toString();
    QVERIFY(at.endsWith(u'Z') && QDateTime::fromString(at, Qt::ISODateWithMs).isValid());
}

void TestMailboxFetch::aSentMessageIsDelivered_data()
{
    kinds();
}

// DLR-02: the simulator calls the mailbox, never this machine.
void TestMailboxFetch::aSentMessageIsDelivered()
{
    QFETCH(MailboxKind, kind);
    const Profile profile;
    const RunningMailbox box(profile, kind);
    use(profile, box.url());
    const Gateway gateway(
        {u"--status-url"_s, box.url().toString() + u'/' + box.keys().secret + u"/status"_s});
    setAccount(profile, gateway);
    QCOMPARE(
        profile.cli({u"send"_s, u"--to"_s, u"+4799999999"_s, u"--from"_s, u"26114"_s, u"--text"_s, u"Hei"_s})
            .status,
        0);
    QTRY_VERIFY_WITH_TIMEOUT(box.queries().filter(u"status=4"_s).size() == 1, 30000);
    QVERIFY(fetch(profile).value(u"fetched"_s).toInt() >= 1);
    QCOMPARE(profile.cli({u"log"_s}).last().value(u"state"_s).toString(), u"delivered"_s);
}

void TestMailboxFetch::aLargeBacklogComesInPortions()
{
    const Profile profile;
    const mailbox::Keys keys = madeKeys(profile);
    {
        RunningMailbox box(profile, MailboxKind::Serve);
        use(profile, box.url());
        QTcpSocket socket;
        for (int i = 0; i < 1100; ++i)
            QVERIFY(box.status("status=4&origid=" + QByteArray::number(1000 + i)).contains(" 200 "));
        QCOMPARE(box.object("GET", "events?ask=x&after=0").value(u"events"_s).toArray().size(), 500);
        QCOMPARE(fetch(profile), fetched(1100));
    }
}

void TestMailboxFetch::whatCannotBeReadGoesToQuarantine()
{
    const Profile profile;
    const RunningMailbox box(profile, MailboxKind::Serve);
    use(profile, box.url());
    box.inbound("junk");
    box.inbound(inbound(1, "etter"));
    QCOMPARE(fetch(profile), fetched(2));
    const QJsonObject item = profile.cli({u"quarantine"_s}).last();
    QCOMPARE(item.value(u"reason"_s).toString(), u"badJson"_s);
    QCOMPARE(QByteArray::fromBase64(item.value(u"raw"_s).toString().toLatin1()), QByteArray("junk"));
    QCOMPARE(item.value(u"peer"_s).toString(), u"127.0.0.1"_s);
    QCOMPARE(texts(profile), QStringList{u"etter"_s});
}

void TestMailboxFetch::killedBetweenTwoStepsNothingIsLostOrDoubled_data()
{
    QTest::addColumn<QString>("point");
    for (const char *point : {"mailbox-stored:1", "mailbox-told:1"})
        QTest::newRow(point) << QString::fromLatin1(point);
}

void TestMailboxFetch::killedBetweenTwoStepsNothingIsLostOrDoubled()
{
    QFETCH(QString, point);
    Profile profile;
    const RunningMailbox box(profile, MailboxKind::Serve);
    use(profile, box.url());
    box.inbound(inbound(1, "en"));
    box.inbound("junk");
    box.inbound(inbound(2, "to"));
    profile.environment().insert(u"BUDSTIKKE_CRASH_AT"_s, point);
    QCOMPARE(profile.cli({u"mailbox"_s, u"fetch"_s}).status, -1);
    profile.environment().remove(u"BUDSTIKKE_CRASH_AT"_s);
    QCOMPARE(profile.cli({u"mailbox"_s, u"fetch"_s}).status, 0);
    QCOMPARE(texts(profile), (QStringList{u"en"_s, u"to"_s}));
    QCOMPARE(profile.cli({u"quarantine"_s}).lines().size(), 1);
    QCOMPARE(box.queries(), QStringList());
}

// Repeats, holes, garbage and foreign ciphertext block nothing, and are counted once.
void TestMailboxFetch::aLyingMailboxHidesNothing()
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

void TestMailboxFetch::aNumberThatNeverEndsIsLeft()
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

void TestMailboxFetch::badAddressesAreNamed_data()
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

void TestMailboxFetch::badAddressesAreNamed()
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

void TestMailboxFetch::aWrongClockIsTold()
{
    const Profile profile;
    const mailbox::Keys keys = madeKeys(profile);
    LyingMailbox liar;
    liar.answer = [&](const QByteArray &) { return QByteArray(facts(keys, 2 * 3600 * 1000) + '}'); };
    const Ended ended = cliBeside(profile, {u"mailbox"_s, u"use"_s, liar.url()});
    QCOMPARE(ended.status, 0); // it works all the same
    QVERIFY2(ended.err.contains("120 minutes"), ended.err);
}

// Who wrote STOPP on Sunday gets nothing on Monday.
void TestMailboxFetch::stoppCountsBeforeTheNextStart()
{
    const Profile profile;
    const RunningMailbox box(profile, MailboxKind::Serve);
    use(profile, box.url());
    const Gateway gateway;
    setAccount(profile, gateway);
    profile.write(u"list.csv"_s, "Mobil\n99999991\n99999992\n");
    const Ended created = profile.cli({u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"list.csv"_s),
                                       u"--from"_s, u"26114"_s, u"--text"_s, u"Hei"_s});
    QCOMPARE(created.status, 0);
    box.inbound(inbound(1, "STOPP", "+4799999991"));
    const QString id = QString::number(created.last().value(u"campaign"_s).toInt());
    QCOMPARE(profile.cli({u"campaign"_s, u"start"_s, id}).status, 0);
    QStringList sent;
    for (const QJsonObject &one : profile.cli({u"log"_s, u"--campaign"_s, id}).lines())
        sent.append(QString(one.value(u"to"_s).toString() + u' ' + one.value(u"state"_s).toString()));
    QVERIFY2(sent.contains(u"+4799999992 accepted"_s), qPrintable(sent.join(u' ')));
    QVERIFY2(!sent.contains(u"+4799999991 accepted"_s), qPrintable(sent.join(u' ')));
}

void TestMailboxFetch::withoutTheMailboxAPersonIsAsked()
{
    const Profile profile;
    RunningMailbox box(profile, MailboxKind::Serve);
    use(profile, box.url());
    const Gateway gateway;
    setAccount(profile, gateway);
    profile.write(u"list.csv"_s, "Mobil\n99999991\n");
    const Ended created = profile.cli({u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"list.csv"_s),
                                       u"--from"_s, u"26114"_s, u"--text"_s, u"Hei"_s});
    const QString id = QString::number(created.last().value(u"campaign"_s).toInt());
    box.stop();
    const Ended refused = profile.cli({u"campaign"_s, u"start"_s, id});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("--yes") && refused.err.contains("STOPP"), refused.err);
    QCOMPARE(refused.last().value(u"error"_s)[u"code"_s].toString(), u"needsConfirmation"_s);
    QCOMPARE(gateway.requests().size(), 0);
    QCOMPARE(profile.cli({u"campaign"_s, u"start"_s, id, u"--yes"_s}).status, 0);
    QCOMPARE(gateway.requests().size(), 1);
}

void TestMailboxFetch::waitTakesWhatComesMeanwhile_data()
{
    kinds();
}

void TestMailboxFetch::waitTakesWhatComesMeanwhile()
{
    QFETCH(MailboxKind, kind);
    const Profile profile;
    const RunningMailbox box(profile, kind);
    use(profile, box.url());
    QProcess waiting;
    profile.begin(waiting, {u"mailbox"_s, u"fetch"_s, u"--wait"_s, u"30"_s});
    QVERIFY(waiting.waitForStarted());
    QVERIFY(box.inbound(inbound(1, "ventet")).contains(" 200 "));
    QVERIFY(waiting.waitForFinished(25000));
    QCOMPARE(waiting.exitCode(), 0);
    QCOMPARE(QJsonDocument::fromJson(waiting.readAllStandardOutput()).object(), fetched(1));
    QCOMPARE(profile.cli({u"mailbox"_s, u"fetch"_s, u"--wait"_s, u"1"_s}).last(), fetched(0));
    QCOMPARE(profile.cli({u"mailbox"_s, u"fetch"_s, u"--wait"_s, u"x"_s}).status, 2);
}

void TestMailboxFetch::offAndOwners()
{
    const Profile profile;
    const Gateway gateway;
    setAccount(profile, gateway);
    const RunningMailbox box(profile, MailboxKind::Serve);
    use(profile, box.url());
    {
        const Receiving owner(profile);
        QVERIFY(owner.isReady());
        QCOMPARE(profile.cli({u"mailbox"_s, u"fetch"_s}).status, 4);
        QCOMPARE(profile.cli({u"mailbox"_s, u"show"_s}).last().value(u"url"_s).toString(),
                 box.url().toString());
    }
    const Ended backup = profile.cli({u"db"_s, u"backup"_s, profile.file(u"b.sqlite"_s)});
    QCOMPARE(backup.status, 0);
    QVERIFY2(backup.err.contains("mailbox key save"), backup.err);
    QCOMPARE(profile.cli({u"mailbox"_s, u"off"_s}).status, 0);
    QVERIFY(profile.cli({u"mailbox"_s, u"show"_s}).last().value(u"url"_s).isNull());
    QCOMPARE(profile.cli({u"mailbox"_s, u"fetch"_s}).status, 1);
}

QTEST_GUILESS_MAIN(TestMailboxFetch)
#include "tst_mailboxfetch.moc"
