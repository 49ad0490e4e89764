// SPDX-License-Identifier: GPL-3.0-or-later
// The office's side of the mailbox: what is there comes into the profile once each, whatever the mailbox
// says, and before anything is sent.
#include "programs/fetching.h"
#include "programs/receiving.h"
#include "support/patience.h"

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

void setAccount(const Profile &profile, const Gateway &gateway)
{
    QCOMPARE(profile
                 .cli({u"account"_s, u"set"_s, u"--service-id"_s, u"1234"_s, u"--base-url"_s,
                       gateway.baseUrl(), u"--ip-auth"_s})
                 .status,
             0);
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
