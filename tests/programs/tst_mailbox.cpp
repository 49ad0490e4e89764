// SPDX-License-Identifier: GPL-3.0-or-later
// The mailbox from outside, in both its forms: what the gateway brings is kept, sealed, and given to the
// office that has the key.
#include "programs/mailboxes.h"
#include "support/patience.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace programs;

Q_DECLARE_METATYPE(programs::MailboxKind)

namespace {

void kinds()
{
    QTest::addColumn<MailboxKind>("kind");
    QTest::newRow("serve") << MailboxKind::Serve;
    QTest::newRow("php") << MailboxKind::Php;
}

int codeOf(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

} // namespace

class TestMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyTheGatewayBrings();
    void whatComesInIsKeptRaw_data();
    void whatComesInIsKeptRaw();
    void badRequestsAreNoSuccess_data();
    void badRequestsAreNoSuccess();
    void onlyTheOfficeAsks_data();
    void onlyTheOfficeAsks();
    void doneForgetsUptoThere_data();
    void doneForgetsUptoThere();
    void aBodyThatIsCutOffIsNoSuccess_data();
    void aBodyThatIsCutOffIsNoSuccess();
    void nothingReadableIsOnTheDisk_data();
    void nothingReadableIsOnTheDisk();
    void manyAtOnceAreAllKept_data();
    void manyAtOnceAreAllKept();
    void killedItLosesNothing_data();
    void killedItLosesNothing();
    void phpThatShowsErrorsIsNoTrouble();
    void aFolderThatCannotBeWrittenIsNoSuccess();
};

void TestMailbox::initTestCase()
{
    QVERIFY2(!RunningMailbox::php().isEmpty(), "the tests take php-cli (packaging/dependencies.txt)");
}

// INB-10: strangers bring nothing; the office asks from anywhere.
void TestMailbox::onlyTheGatewayBrings()
{
    const Profile profile;
    const RunningMailbox box(profile, MailboxKind::Serve, {u"--allow"_s, u"18.197.36.176"_s});
    QCOMPARE(codeOf(box.status("status=4&origid=1")), 403);
    QCOMPARE(box.object("GET", "events?ask=x&after=0").value(u"events"_s).toArray().size(), 0);
    QCOMPARE(box.object("GET", "test?ask=x").value(u"left"_s).toInt(-1), 0);
}

void TestMailbox::whatComesInIsKeptRaw_data()
{
    kinds();
}

// DLR-01, DLR-08, INB-01, INB-04: in every form, byte by byte.
void TestMailbox::whatComesInIsKeptRaw()
{
    QFETCH(MailboxKind, kind);
    const Profile profile;
    const RunningMailbox box(profile, kind);
    QVERIFY(box.isReady());
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const QByteArray query = "status=4&origid=145099&ref=%E6+b&phoneno=%2B4799999999";
    const QByteArray answer = box.status(query);
    QVERIFY2(isSuccess(answer), answer);
    QVERIFY(answer.endsWith("\r\n\r\ntrue")); // INB-05
    QVERIFY(isSuccess(box.talk("POST " + box.at("status") +
                               " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                               "Content-Length: 17\r\n\r\nstatus=5&origid=2")));
    const QByteArray json("{\"text\":\"\xc3\xa5\n\0 junk\xff", 20);
    QVERIFY(isSuccess(box.inbound(json)));
    QVERIFY(isSuccess(
        box.talk("GET " + box.at("inbound") +
                 "?fromid=26114&phonenr=004799999999&txt=%F8+%3f&time=1 HTTP/1.1\r\nHost: x\r\n\r\n")));
    QVERIFY(isSuccess(box.inbound(QByteArray(3 * 1024 * 1024, 'x'))));
    const QList<mailbox::Event> events = box.events();
    QCOMPARE(events.size(), 5);
    QCOMPARE(events[0].leaf, receiver::Leaf::Status);
    QCOMPARE(events[0].request.method, QByteArray("GET"));
    QCOMPARE(events[0].request.query, query);
    QCOMPARE(events[0].request.peer, QHostAddress(u"127.0.0.1"_s));
    QVERIFY(events[0].receivedMs >= before - 1000);
    QVERIFY(events[0].receivedMs <= QDateTime::currentMSecsSinceEpoch() + 1000);
    QCOMPARE(events[1].request.body, QByteArray("status=5&origid=2"));
    QCOMPARE(events[1].request.header("content-type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(events[2].leaf, receiver::Leaf::Inbound);
    QCOMPARE(events[2].request.body, json);
    QCOMPARE(events[3].request.query, QByteArray("fromid=26114&phonenr=004799999999&txt=%F8+%3f&time=1"));
    QCOMPARE(events[4].request.body.size(), 3 * 1024 * 1024);
}

void TestMailbox::badRequestsAreNoSuccess_data()
{
    QTest::addColumn<MailboxKind>("kind");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path"); // SECRET stands for it
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("code");
    const auto rows = [](const char *form, MailboxKind kind) {
        const auto row = [form, kind](const char *name, const QByteArray &method, const QByteArray &path,
                                      const QByteArray &head, int code) {
            QTest::addRow("%s, %s", form, name) << kind << method << path << head << code;
        };
        row("its own address", "GET", "", {}, 404);
        row("its own address with a slash", "GET", "/", {}, 404);
        row("no secret", "GET", "/status?status=4&origid=1", {}, 404);
        row("another secret", "GET", "/abcdefghijklmnopqrstuw/status?status=4&origid=1", {}, 404);
        row("the secret in capitals", "GET", "/SECRETU/status?status=4&origid=1", {}, 404);
        row("the secret alone", "GET", "/SECRET", {}, 404);
        row("the secret with a slash", "GET", "/SECRET/", {}, 404);
        row("another leaf", "GET", "/SECRET/statuses?status=4&origid=1", {}, 404);
        row("a leaf below", "GET", "/SECRET/status/x?status=4&origid=1", {}, 404);
        row("a path before the secret", "GET", "/x/SECRET/status?status=4&origid=1", {}, 404);
        row("another method", "PUT", "/SECRET/inbound", "Content-Length: 0\r\n", 405);
        row("DELETE", "DELETE", "/SECRET/status?status=4&origid=1", {}, 405);
        row("a POST without any content", "POST", "/SECRET/inbound", {}, 411);
        row("a compressed body", "POST", "/SECRET/inbound", "Content-Encoding: gzip\r\nContent-Length: 0\r\n",
            415);
        row("a body over 16 MiB", "POST", "/SECRET/inbound", "Content-Length: 16777217\r\n", 413);
        row("events without a key", "GET", "/events?ask=x&after=0", {}, 404);
        row("events with an empty key", "GET", "/events?ask=x&after=0", "X-Budstikke-Key:\r\n", 404);
        row("events with another key", "GET", "/events?ask=x&after=0", "X-Budstikke-Key: abc\r\n", 403);
        row("done with another key", "POST", "/done?ask=x&upto=9",
            "X-Budstikke-Key: abc\r\nContent-Length: 0\r\n", 403);
        row("something else with a key", "GET", "/eventz", "X-Budstikke-Key: abc\r\n", 404);
    };
    rows("serve", MailboxKind::Serve);
    rows("php", MailboxKind::Php);
}

void TestMailbox::badRequestsAreNoSuccess()
{
    QFETCH(MailboxKind, kind);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, head);
    QFETCH(int, code);
    static const Profile profile;
    static const RunningMailbox boxes[] = {RunningMailbox(profile, MailboxKind::Serve),
                                           RunningMailbox(profile, MailboxKind::Php)};
    const RunningMailbox &box = boxes[kind == MailboxKind::Php ? 1 : 0];
    QVERIFY(box.isReady());
    path.replace("SECRETU", box.keys().secret.toUpper().toUtf8())
        .replace("SECRET", box.keys().secret.toUtf8());
    const QByteArray whole = box.url().path().toUtf8() + path;
    const QByteArray answer = box.talk(method + ' ' + (whole.isEmpty() ? QByteArray("/") : whole) +
                                       " HTTP/1.1\r\nHost: x\r\n" + head + "\r\n");
    // PHP's own server may close the line on a large body before its answer has been read.
    if (kind != MailboxKind::Php || code != 413 || codeOf(answer) != 0)
        QCOMPARE(codeOf(answer), code);
    QVERIFY2(!isSuccess(answer), answer);
    if (code == 404) { // it tells nothing
        const QByteArray body = answer.sliced(answer.indexOf("\r\n\r\n") + 4);
        QVERIFY2(!body.contains("budstikke"), body);
    }
    QCOMPARE(box.queries(), QStringList());
}

void TestMailbox::onlyTheOfficeAsks_data()
{
    kinds();
}

void TestMailbox::onlyTheOfficeAsks()
{
    QFETCH(MailboxKind, kind);
    const Profile profile;
    const RunningMailbox box(profile, kind);
    QVERIFY(isSuccess(box.status("status=4&origid=1")));
    const QJsonObject test = box.object("GET", "test?ask=word");
    QCOMPARE(test.value(u"ask"_s).toString(), u"word"_s);
    QCOMPARE(test.value(u"left"_s).toInt(), 1);
    QCOMPARE(test.value(u"key"_s).toString(), mailbox::printable(box.keys().publicKey));
    QCOMPARE(test.value(u"fsync"_s).toBool(), true);
    QVERIFY(box.asked("GET", "done?ask=x&upto=1", box.keys().fetchKey.toUtf8()).contains(" 405 "));
    QVERIFY(box.asked("POST", "done?ask=x&upto=1x", box.keys().fetchKey.toUtf8()).contains(" 400 "));
    QVERIFY(box.asked("GET", "events?ask=x&after=-1", box.keys().fetchKey.toUtf8()).contains(" 400 "));
    QVERIFY(box.asked("GET", "events?ask=x", box.keys().fetchKey.toUtf8()).contains(" 400 "));
    QCOMPARE(box.queries().size(), 1);
}

void TestMailbox::doneForgetsUptoThere_data()
{
    kinds();
}

void TestMailbox::doneForgetsUptoThere()
{
    QFETCH(MailboxKind, kind);
    const Profile profile;
    RunningMailbox box(profile, kind);
    for (int i = 1; i <= 5; ++i)
        QVERIFY(isSuccess(box.status("status=4&origid=" + QByteArray::number(i))));
    QCOMPARE(box.object("POST", "done?ask=x&upto=3").value(u"budstikkeMailbox"_s).toInt(), 1);
    QCOMPARE(box.queries(), (QStringList{u"status=4&origid=4"_s, u"status=4&origid=5"_s}));
    box.kill();
    box.start();
    QCOMPARE(box.queries(), (QStringList{u"status=4&origid=4"_s, u"status=4&origid=5"_s}));
    box.object("POST", "done?ask=x&upto=99");
    QCOMPARE(box.queries(), QStringList());
    QVERIFY(isSuccess(box.status("status=4&origid=6")));
    const QJsonObject answer = box.object("GET", "events?ask=x&after=5"); // numbers go on
    QCOMPARE(answer.value(u"events"_s).toArray().size(), 1);
    QCOMPARE(answer.value(u"events"_s)[0][u"n"_s].toInt(), 6);
}

void TestMailbox::aBodyThatIsCutOffIsNoSuccess_data()
{
    kinds();
}

void TestMailbox::aBodyThatIsCutOffIsNoSuccess()
{
    QFETCH(MailboxKind, kind);
    const Profile profile;
    const RunningMailbox box(profile, kind);
    const QByteArray answer = box.talk("POST " + box.at("inbound") +
                                           " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                           "Content-Length: 100\r\n\r\n{\"id\":1",
                                       true);
    QVERIFY2(!isSuccess(answer), answer);
    QCOMPARE(box.queries(), QStringList());
}

void TestMailbox::nothingReadableIsOnTheDisk_data()
{
    kinds();
}

void TestMailbox::nothingReadableIsOnTheDisk()
{
    QFETCH(MailboxKind, kind);
    const Profile profile;
    RunningMailbox box(profile, kind);
    const QByteArray canary = "Kanarifugl4711";
    QVERIFY(isSuccess(box.inbound("{\"text\":\"" + canary + "\"}")));
    QCOMPARE(box.queries().size(), 1);
    QByteArray line = canary.toBase64();
    line.chop(4);
    box.stop();
    QDirIterator files(box.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(!content.contains(canary) && !content.contains(line), qPrintable(file.fileName()));
        QVERIFY2(!content.contains(box.keys().fetchKey.toUtf8()), qPrintable(file.fileName()));
        ++looked;
    }
    QVERIFY(looked >= 2);
}

void TestMailbox::manyAtOnceAreAllKept_data()
{
    kinds();
}

void TestMailbox::manyAtOnceAreAllKept()
{
    QFETCH(MailboxKind, kind);
    const Profile profile;
    const RunningMailbox box(profile, kind);
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 50; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(box.url().host(), static_cast<quint16>(box.url().port()));
        sockets.back()->write("GET " + box.at("status") + "?status=4&origid=" + QByteArray::number(i) +
                              " HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    for (const auto &socket : sockets) {
        QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, 30000);
        QVERIFY(isSuccess(socket->readAll()));
    }
    const QStringList kept = box.queries();
    QCOMPARE(kept.size(), 50);
    QCOMPARE(QSet<QString>(kept.begin(), kept.end()).size(), 50);
}

void TestMailbox::killedItLosesNothing_data()
{
    QTest::addColumn<QString>("point");
    for (const char *point : {"mailbox-written:2", "mailbox-durable:2", "mailbox-forgotten:1"})
        QTest::newRow(point) << QString::fromLatin1(point);
}

void TestMailbox::killedItLosesNothing()
{
    QFETCH(QString, point);
    const Profile profile;
    RunningMailbox box(profile, MailboxKind::Serve);
    box.stop();
    box.environment().insert(u"BUDSTIKKE_CRASH_AT"_s, point);
    box.start();
    QVERIFY(isSuccess(box.status("status=4&origid=1")));
    const bool second = isSuccess(box.status("status=4&origid=2"));
    if (point.startsWith("mailbox-forgotten"_L1))
        box.object("POST", "done?ask=x&upto=1");
    else
        QVERIFY(!second);
    QVERIFY(box.process().waitForFinished());
    box.environment().remove(u"BUDSTIKKE_CRASH_AT"_s);
    box.start();
    const QStringList kept = box.queries();
    if (point.startsWith("mailbox-forgotten"_L1))
        QCOMPARE(kept, QStringList{u"status=4&origid=2"_s}); // answered with success
    else
        QCOMPARE(kept.constFirst(), u"status=4&origid=1"_s);
    QVERIFY(isSuccess(box.status("status=4&origid=3")));
    QCOMPARE(box.queries().constLast(), u"status=4&origid=3"_s);
}

void TestMailbox::phpThatShowsErrorsIsNoTrouble()
{
    const Profile profile;
    const RunningMailbox box(profile, MailboxKind::Php,
                             {u"-d"_s, u"display_errors=1"_s, u"-d"_s, u"display_startup_errors=1"_s, u"-d"_s,
                              u"error_reporting=-1"_s, u"-d"_s, u"post_max_size=1K"_s});
    const QByteArray answer = box.inbound(QByteArray(100000, 'x'));
    QCOMPARE(isSuccess(answer), box.queries().size() == 1);
    QVERIFY(isSuccess(box.status("status=4&origid=1")));
    QVERIFY(box.queries().contains(u"status=4&origid=1"_s));
    const QJsonObject test = box.object("GET", "test?ask=x");
    QCOMPARE(test.value(u"shows"_s).toBool(), true);
    QCOMPARE(test.value(u"largestBody"_s).toInt(), 1024);
}

void TestMailbox::aFolderThatCannotBeWrittenIsNoSuccess()
{
    const Profile profile;
    const RunningMailbox box(profile, MailboxKind::Php);
    // Where its folder would be is a file: whoever runs the tests, as root too, cannot write below it.
    QVERIFY(isSuccess(box.status("status=4&origid=1")));
    const QStringList folders = QDir(box.folder()).entryList({u"postkasse-*"_s}, QDir::Dirs);
    QCOMPARE(folders.size(), 1);
    const QString folder = box.folder() + u'/' + folders.constFirst();
    QVERIFY(QDir().rename(folder, folder + u"-away"_s));
    QFile file(folder);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(codeOf(box.status("status=4&origid=2")), 503);
    QCOMPARE(box.object("GET", "test?ask=x").value(u"error"_s).toString(), u"folder"_s);
    QVERIFY(file.remove());
    QVERIFY(QDir().rename(folder + u"-away"_s, folder));
    QCOMPARE(box.queries(), QStringList{u"status=4&origid=1"_s});
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
