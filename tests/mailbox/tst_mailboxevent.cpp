// SPDX-License-Identifier: GPL-3.0-or-later
// The form of an event, and who can open it.
#include "mailbox/event.h"
#include "mailbox/files.h"
#include "mailbox/keys.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mailbox;

namespace {

Event inbound()
{
    Event event;
    event.leaf = receiver::Leaf::Inbound;
    event.request.method = "POST";
    event.request.query = "a=1";
    event.request.headers = {{"content-type", "application/json; charset=utf-8"}};
    event.request.body = QByteArray("{\"text\":\"\xc3\xa5\n\n\0x\"}", 19);
    event.request.peer = QHostAddress(u"18.197.36.176"_s);
    event.receivedMs = 1795893806873;
    return event;
}

} // namespace

class TestMailboxEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventComesOutAsItWentIn();
    void whatIsNoEventIsNone_data();
    void whatIsNoEventIsNone();
    void onlyTheOfficeOpensIt();
    void aNewKeyOpensWhatWasSealedBefore();
    void keysComeBackFromTheirFile();
    void otherFilesHoldNoKeys_data();
    void otherFilesHoldNoKeys();
    void theFilesForTheMailboxHoldNoPrivateKey();
};

void TestMailboxEvent::anEventComesOutAsItWentIn()
{
    const Event event = inbound();
    const auto read = unpacked(packed(event));
    QVERIFY(read);
    QCOMPARE(read->leaf, event.leaf);
    QCOMPARE(read->request.method, event.request.method);
    QCOMPARE(read->request.query, event.request.query);
    QCOMPARE(read->request.body, event.request.body);
    QCOMPARE(read->request.header("content-type"), event.request.header("content-type"));
    QCOMPARE(read->request.peer, event.request.peer);
    QCOMPARE(read->receivedMs, event.receivedMs);
}

void TestMailboxEvent::whatIsNoEventIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = packed(inbound());
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no line") << QByteArray("{}");
    QTest::newRow("no JSON") << QByteArray("x\ny");
    QTest::newRow("its end missing") << good.chopped(1);
    QTest::newRow("more than it says") << QByteArray(good + 'x');
    QTest::newRow("another leaf") << QByteArray(good).replace("inbound", "inbrund");
    QTest::newRow("another form") << QByteArray(good).replace("\"v\":1", "\"v\":2");
    QTest::newRow("a length below nothing") << QByteArray(good).replace("\"query\":3", "\"query\":-3");
    QTest::newRow("a length beyond all")
        << QByteArray(good).replace("\"query\":3", "\"query\":9007199254740991");
}

void TestMailboxEvent::whatIsNoEventIsNone()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!unpacked(bytes));
}

void TestMailboxEvent::onlyTheOfficeOpensIt()
{
    const Keys keys = newKeys();
    const QByteArray content = packed(inbound());
    const QByteArray closed = sealed(content, keys.publicKey);
    QVERIFY(!closed.contains("text"));
    QCOMPARE(opened(closed, keys), content);
    QVERIFY(!opened(closed, newKeys()));
    QByteArray touched = closed;
    touched[60] = static_cast<char>(touched[60] ^ 1);
    QVERIFY(!opened(touched, keys));
    QVERIFY(!opened(closed.chopped(1), keys));
    QVERIFY(!opened({}, keys));
    QVERIFY(sealed(content, "short").isEmpty());
}

void TestMailboxEvent::aNewKeyOpensWhatWasSealedBefore()
{
    const Keys first = newKeys();
    const Keys third = renewed(renewed(first));
    QCOMPARE(opened(sealed("før", first.publicKey), third), QByteArray("før"));
    QVERIFY(!opened(sealed("etter", third.publicKey), first));
    QVERIFY(third.secret != first.secret);
    QVERIFY(third.fetchKey != first.fetchKey);
}

void TestMailboxEvent::keysComeBackFromTheirFile()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"mailbox.key"_s);
    const Keys keys = renewed(newKeys());
    QVERIFY(writeKeys(keys, file));
    QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    const auto read = readKeys(file);
    QVERIFY(read);
    QVERIFY(*read == keys);
    QVERIFY(readKeys(folder.filePath(u"none"_s)).error().code == base::ErrorCode::NotFound);
}

void TestMailboxEvent::otherFilesHoldNoKeys_data()
{
    QTest::addColumn<QByteArray>("json");
    const Keys keys = newKeys();
    const QByteArray good = toJson(keys);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another file") << QByteArray("{\"budstikkeMailbox\":1}");
    QTest::newRow("the server's settings") << configFile(keys);
    QTest::newRow("half of it") << good.first(good.size() / 2);
    QTest::newRow("a public key of others") << QByteArray(good).replace(
        printable(keys.publicKey).toLatin1(), printable(newKeys().publicKey).toLatin1());
    QTest::newRow("a short secret") << QByteArray(good).replace(keys.secret.toLatin1(), "abc");
}

void TestMailboxEvent::otherFilesHoldNoKeys()
{
    QFETCH(QByteArray, json);
    QVERIFY(!keysFrom(json));
}

void TestMailboxEvent::theFilesForTheMailboxHoldNoPrivateKey()
{
    const Keys keys = newKeys();
    for (const QByteArray &file : {phpFile(keys), configFile(keys)}) {
        QVERIFY(file.contains(printable(keys.publicKey).toLatin1()));
        QVERIFY(file.contains(keys.secret.toLatin1()));
        QVERIFY(!file.contains(printable(keys.privateKey).toLatin1()));
        QVERIFY(!file.contains(keys.fetchKey.toLatin1()));
        QVERIFY(!file.contains('@') || !file.contains("@PUBLIC_KEY@"));
    }
}

QTEST_GUILESS_MAIN(TestMailboxEvent)
#include "tst_mailboxevent.moc"
