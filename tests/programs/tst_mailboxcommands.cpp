// SPDX-License-Identifier: GPL-3.0-or-later
// What `mailbox new`, `key` and `serve` make, say and need.
#include "programs/mailboxes.h"
#include "support/patience.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace programs;

class TestMailboxCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newMakesOneKeyAndPrivateFiles();
    void serveSaysOneLine();
    void serveKeepsHttpOnThisMachine();
    void serveNeedsItsSettings();
    void serveWaitsForWhatComes();
    void keysAreSavedAndLoaded();
};

void TestMailboxCommands::newMakesOneKeyAndPrivateFiles()
{
    const Profile profile;
    QCOMPARE(profile.cli({u"mailbox"_s, u"new"_s}).status, 2);
    for (const QString &server : {QString(), u"--server"_s}) {
        const QString file = profile.file(u"out"_s + server);
        QStringList arguments{u"mailbox"_s, u"new"_s, u"-o"_s, file};
        if (!server.isEmpty())
            arguments.append(server);
        QCOMPARE(profile.cli(arguments).status, 0);
        QVERIFY(!(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }
    QFile php(profile.file(u"out"_s));
    QVERIFY(php.open(QIODevice::ReadOnly));
    const auto keys = mailbox::readKeys(profile.file(u"mailbox.key"_s));
    QVERIFY(keys);
    QVERIFY(php.readAll().contains(keys->secret.toUtf8()));
    QVERIFY(
        !(QFileInfo(profile.file(u"mailbox.key"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QCOMPARE(profile.cli({u"mailbox"_s, u"new"_s, u"-o"_s, u"/no/such/folder/x.php"_s}).status, 1);
}

void TestMailboxCommands::serveSaysOneLine()
{
    const Profile profile;
    RunningMailbox box(profile, MailboxKind::Serve);
    const QJsonObject urls = QJsonDocument::fromJson(box.firstLine()).object();
    QCOMPARE(urls.keys(), (QStringList{u"inboundUrl"_s, u"mailboxUrl"_s, u"statusUrl"_s}));
    const QString base = urls.value(u"mailboxUrl"_s).toString();
    QCOMPARE(urls.value(u"statusUrl"_s).toString(), QString(base + u'/' + box.keys().secret + u"/status"_s));
    QCOMPARE(urls.value(u"inboundUrl"_s).toString(),
             QString(base + u'/' + box.keys().secret + u"/inbound"_s));
    QVERIFY(isSuccess(box.status("status=4&origid=1")));
    QCOMPARE(box.stop(), 0);
    QCOMPARE(box.process().readAllStandardOutput(), QByteArray());
    QVERIFY(!box.process().readAllStandardError().contains(box.keys().secret.toUtf8()));

    RunningMailbox front(profile, MailboxKind::Serve,
                         {u"--public-url"_s, u"https://sms.example.no/front/"_s});
    const QJsonObject there = QJsonDocument::fromJson(front.firstLine()).object();
    QCOMPARE(there.value(u"mailboxUrl"_s).toString(), u"https://sms.example.no/front"_s);
    QCOMPARE(there.value(u"statusUrl"_s).toString(),
             u"https://sms.example.no/front/%1/status"_s.arg(front.keys().secret));
}

void TestMailboxCommands::serveKeepsHttpOnThisMachine()
{
    const Profile profile;
    const QString config = profile.file(u"config"_s);
    QCOMPARE(profile.cli({u"mailbox"_s, u"new"_s, u"--server"_s, u"-o"_s, config}).status, 0);
    const Ended open = profile.cli({u"mailbox"_s, u"serve"_s, u"--config"_s, config, u"--data"_s,
                                    profile.file(u"d"_s), u"--listen"_s, u"0.0.0.0:0"_s});
    QCOMPARE(open.status, 2);
    QVERIFY(open.err.contains("--tls-cert"));
}

void TestMailboxCommands::serveNeedsItsSettings()
{
    const Profile profile;
    QCOMPARE(profile.cli({u"mailbox"_s, u"serve"_s, u"--data"_s, profile.file(u"d"_s)}).status, 2);
    profile.write(u"other"_s, "{}");
    const Ended wrong = profile.cli({u"mailbox"_s, u"serve"_s, u"--config"_s, profile.file(u"other"_s),
                                     u"--data"_s, profile.file(u"d"_s), u"--listen"_s, u"127.0.0.1:0"_s});
    QCOMPARE(wrong.status, 1);
    QVERIFY(wrong.err.contains("mailbox new --server"));
}

void TestMailboxCommands::serveWaitsForWhatComes()
{
    const Profile profile;
    const RunningMailbox box(profile, MailboxKind::Serve);
    QTcpSocket asking;
    asking.connectToHost(box.url().host(), static_cast<quint16>(box.url().port()));
    asking.write("GET " + box.path("events?ask=x&after=0&wait=25") +
                 " HTTP/1.1\r\nHost: x\r\nX-Budstikke-Key: " + box.keys().fetchKey.toUtf8() + "\r\n\r\n");
    QVERIFY(asking.waitForBytesWritten());
    // Another question is answered meanwhile, so the first has been read.
    QCOMPARE(box.object("GET", "test?ask=x").value(u"left"_s).toInt(), 0);
    QCOMPARE(asking.bytesAvailable(), 0);
    QVERIFY(isSuccess(box.status("status=4&origid=1")));
    QTRY_COMPARE(asking.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(asking.readAll().contains("\"n\":1"));
    // One second's patience is one second's.
    QElapsedTimer since;
    since.start();
    QCOMPARE(box.object("GET", "events?ask=x&after=1&wait=1").value(u"events"_s).toArray().size(), 0);
    QVERIFY(since.elapsed() >= 900);
}

void TestMailboxCommands::keysAreSavedAndLoaded()
{
    const Profile profile;
    const QString file = profile.file(u"kept.key"_s);
    const Ended none = profile.cli({u"mailbox"_s, u"key"_s, u"save"_s, file});
    QCOMPARE(none.status, 1);
    QVERIFY(none.err.contains("mailbox new"));
    QCOMPARE(profile.cli({u"mailbox"_s, u"new"_s, u"-o"_s, profile.file(u"p.php"_s)}).status, 0);
    QCOMPARE(profile.cli({u"mailbox"_s, u"key"_s, u"save"_s, file}).status, 0);
    QVERIFY(!(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));

    const Profile other;
    QCOMPARE(other.cli({u"mailbox"_s, u"new"_s, u"-o"_s, other.file(u"p.php"_s)}).status, 0);
    const auto former = mailbox::readKeys(other.file(u"mailbox.key"_s));
    QCOMPARE(other.cli({u"mailbox"_s, u"key"_s, u"load"_s, file}).status, 0);
    const auto loaded = mailbox::readKeys(other.file(u"mailbox.key"_s));
    QCOMPARE(loaded->privateKey, mailbox::readKeys(file)->privateKey);
    // What came for the former key can still be read.
    QCOMPARE(loaded->earlierPrivateKeys, QList<QByteArray>{former->privateKey});
    other.write(u"junk"_s, "{}");
    const Ended junk = other.cli({u"mailbox"_s, u"key"_s, u"load"_s, other.file(u"junk"_s)});
    QCOMPARE(junk.status, 1);
    QVERIFY(junk.err.contains("junk"));
    QCOMPARE(mailbox::readKeys(other.file(u"mailbox.key"_s))->privateKey, loaded->privateKey);
}

QTEST_GUILESS_MAIN(TestMailboxCommands)
#include "tst_mailboxcommands.moc"
