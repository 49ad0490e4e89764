// SPDX-License-Identifier: GPL-3.0-or-later
// receive, inbox, gaps and quarantine as the gateway and a script use them (cli.md), over raw sockets.
#include "programs/receiving.h"

#include <csignal>

using namespace Qt::StringLiterals;
using programs::Ended;
using programs::Gateway;
using programs::Profile;
using programs::Receiving;

namespace {

// An account at this machine lets callers from this machine in.
void setAccount(const Profile &profile, const QString &baseUrl = u"http://127.0.0.1:9/psk/"_s)
{
    QCOMPARE(
        profile.cli({u"account"_s, u"set"_s, u"--service-id"_s, u"1234"_s, u"--base-url"_s, baseUrl}).status,
        0);
}

QByteArray message(qint64 id, const QString &text, qint64 counter, const QJsonArray &files = {})
{
    return QJsonDocument(QJsonObject{{u"id"_s, id},
                                     {u"to"_s, u"26114"_s},
                                     {u"from"_s, u"+4799999999"_s},
                                     {u"text"_s, text},
                                     {u"sent"_s, u"2019-12-31T23:59:59Z"_s},
                                     {u"counter"_s, counter},
                                     {u"keyword"_s, text.section(u' ', 0, 0).toUpper()},
                                     {u"files"_s, files}})
        .toJson(QJsonDocument::Compact);
}

bool isSuccess(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 2");
}

QList<QJsonObject> inbox(const Profile &profile, const QStringList &more = {})
{
    return profile.cli(QStringList{u"inbox"_s} + more).lines();
}

QStringList gaps(const Profile &profile)
{
    QStringList list;
    for (const QJsonObject &gap : profile.cli({u"gaps"_s}).lines())
        list.append(u"%1–%2"_s.arg(gap.value(u"from"_s).toInt()).arg(gap.value(u"to"_s).toInt()));
    return list;
}

} // namespace

class TestInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingWorksBeforeAnythingIsStored();
    void aMessageWithFilesIsShownAsItCame();
    void aLatin1MessageIsReadAndAnsweredTrue();
    void aRepeatIsStoredOnce();
    void killedBetweenCommitAndAnswerTheRepeatIsStoredOnce();
    void killedBeforeTheCommitTheRepeatIsStored();
    void stoppOptsOutAndSuppresses();
    void aStoppInASentenceOptsNobodyOut();
    void anOptOutArrivesInManyForms_data();
    void anOptOutArrivesInManyForms();
    void whatMayBeAnOptOutWaitsForAPerson_data();
    void whatMayBeAnOptOutWaitsForAPerson();
    void anOptOutIsNotLostToAnotherField_data();
    void anOptOutIsNotLostToAnotherField();
    void missingCountersAreListedAndClosed();
    void whatCannotBeReadGoesToQuarantine_data();
    void whatCannotBeReadGoesToQuarantine();
    void sinceShowsWhatCameLater();
    void otherPathsAreNotFound();
};

void TestInbox::readingWorksBeforeAnythingIsStored()
{
    const Profile profile;
    for (const QString &command : {u"inbox"_s, u"gaps"_s, u"quarantine"_s, u"log"_s}) {
        const Ended ended = profile.cli({command});
        QCOMPARE(ended.status, 0);
        QCOMPARE(ended.out, QByteArray());
    }
    QCOMPARE(profile.cli({u"inbox"_s, u"--since"_s, u"yesterday"_s}).status, 2);
}

void TestInbox::aMessageWithFilesIsShownAsItCame()
{
    const Profile profile;
    setAccount(profile);
    const Receiving receiving(profile);
    QVERIFY(receiving.isReady());
    const QJsonArray files{QJsonObject{{u"id"_s, 4748},
                                       {u"contentType"_s, u"text/plain;Charset=UTF-8"_s},
                                       {u"fileName"_s, u"text_175329.txt"_s},
                                       {u"fileData"_s, u"VGVzdCAxMjM="_s}},
                           QJsonObject{{u"id"_s, 4749},
                                       {u"contentType"_s, u"image/jpeg"_s},
                                       {u"fileName"_s, u"../../image01.jpg"_s},
                                       {u"fileData"_s, u"/9j/4AAQSkZJRgABAQ=="_s}}};
    QVERIFY(isSuccess(receiving.post(message(999999, u"Test på «æøå» 😀"_s, 7166, files)))); // INB-03
    // Beside the owner, at once: it was committed before the answer (INB-08).
    const QList<QJsonObject> shown = inbox(profile);
    QCOMPARE(shown.size(), 1);
    QJsonObject first = shown.constFirst();
    QVERIFY(QDateTime::fromString(first.take(u"received"_s).toString(), Qt::ISODateWithMs).isValid());
    QCOMPARE(first, (QJsonObject{
                        {u"id"_s, 999999},
                        {u"from"_s, u"+4799999999"_s},
                        {u"to"_s, u"26114"_s},
                        {u"text"_s, u"Test på «æøå» 😀"_s},
                        {u"sent"_s, u"2019-12-31T23:59:59.000Z"_s},
                        {u"counter"_s, 7166},
                        {u"keyword"_s, u"TEST"_s},
                        {u"files"_s, QJsonArray{QJsonObject{{u"id"_s, 4748},
                                                            {u"contentType"_s, u"text/plain;Charset=UTF-8"_s},
                                                            {u"fileName"_s, u"text_175329.txt"_s},
                                                            {u"bytes"_s, 8}},
                                                QJsonObject{{u"id"_s, 4749},
                                                            {u"contentType"_s, u"image/jpeg"_s},
                                                            {u"fileName"_s, u"image01.jpg"_s},
                                                            {u"bytes"_s, 13}}}}}));
}

void TestInbox::aLatin1MessageIsReadAndAnsweredTrue()
{
    const Profile profile;
    setAccount(profile);
    const Receiving receiving(profile);
    const QByteArray answer = receiving.get("fromid=123450000&phonenr=004799999999&txt=Test%20%E6%F8%E5%20a+b"
                                            "&time=1077181484&countnr=157&code=TEST");
    QVERIFY(isSuccess(answer));
    QVERIFY(answer.endsWith("\r\n\r\ntrue")); // INB-05
    const QJsonObject shown = inbox(profile).value(0);
    QVERIFY(shown.value(u"id"_s).isNull());
    QCOMPARE(shown.value(u"text"_s).toString(), u"Test æøå a b"_s); // INB-04
    QCOMPARE(shown.value(u"from"_s).toString(), u"+4799999999"_s);
    QCOMPARE(shown.value(u"to"_s).toString(), u"123450000"_s);
    QCOMPARE(shown.value(u"sent"_s).toString(), u"2004-02-19T09:04:44.000Z"_s);
    QCOMPARE(shown.value(u"counter"_s).toInt(), 157);
    QCOMPARE(shown.value(u"keyword"_s).toString(), u"TEST"_s);
    QCOMPARE(shown.value(u"files"_s).toArray(), QJsonArray());
}

void TestInbox::aRepeatIsStoredOnce()
{
    const Profile profile;
    setAccount(profile);
    const Receiving receiving(profile);
    const QByteArray query = "fromid=26114&phonenr=004799999999&txt=Hei&time=1077181484&countnr=3&code=HEI";
    for (int i = 0; i < 3; ++i) {
        QVERIFY(isSuccess(receiving.post(message(7, u"Hallo"_s, 2))));
        QVERIFY(isSuccess(receiving.get(query)));
    }
    QCOMPARE(inbox(profile).size(), 2); // INB-09
    QVERIFY(gaps(profile).isEmpty());
}

void TestInbox::killedBetweenCommitAndAnswerTheRepeatIsStoredOnce()
{
    Profile profile;
    setAccount(profile);
    profile.environment().insert(u"BUDSTIKKE_CRASH_AT"_s, u"inbound-committed:1"_s);
    {
        Receiving receiving(profile);
        QVERIFY(receiving.isReady());
        QCOMPARE(receiving.post(message(7, u"STOPP"_s, 1)), QByteArray());
        QVERIFY(receiving.process().waitForFinished());
        QCOMPARE(receiving.process().exitStatus(), QProcess::CrashExit);
    }
    profile.environment().remove(u"BUDSTIKKE_CRASH_AT"_s);
    QCOMPARE(inbox(profile).size(), 1); // after the crash, with no owner
    QCOMPARE(profile.cli({u"optout"_s, u"list"_s}).lines().size(), 1);
    const Receiving again(profile);
    QVERIFY(isSuccess(again.post(message(7, u"STOPP"_s, 1))));
    QCOMPARE(inbox(profile).size(), 1);
    QCOMPARE(profile.cli({u"optout"_s, u"list"_s}).lines().size(), 1);
}

void TestInbox::killedBeforeTheCommitTheRepeatIsStored()
{
    Profile profile;
    setAccount(profile);
    {
        Receiving receiving(profile);
        QVERIFY(isSuccess(receiving.post(message(6, u"Hei"_s, 1))));
        // Stopped, so that what is sent now is not yet stored when it dies.
        const auto id = static_cast<pid_t>(receiving.process().processId());
        QCOMPARE(::kill(id, SIGSTOP), 0);
        QTcpSocket socket;
        socket.connectToHost(receiving.inbound().host(), static_cast<quint16>(receiving.inbound().port()));
        QVERIFY(socket.waitForConnected());
        const QByteArray body = message(7, u"Hallo"_s, 2);
        socket.write("POST " + receiving.inbound().path().toUtf8() +
                     " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QVERIFY(socket.waitForBytesWritten());
        QCOMPARE(::kill(id, SIGKILL), 0);
        QVERIFY(receiving.process().waitForFinished());
        socket.waitForDisconnected(5000);
        QCOMPARE(socket.readAll(), QByteArray()); // no success without its row
    }
    QCOMPARE(inbox(profile).size(), 1);
    const Receiving again(profile);
    QVERIFY(isSuccess(again.post(message(7, u"Hallo"_s, 2))));
    QCOMPARE(inbox(profile).size(), 2);
}

void TestInbox::stoppOptsOutAndSuppresses()
{
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway.baseUrl());
    profile.write(u"liste.csv"_s, "Mobil\n99999999\n99999998\n");
    const QJsonObject planned =
        profile
            .cli({u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"liste.csv"_s), u"--from"_s,
                  u"Firmanavn"_s, u"--text"_s, u"Hei"_s})
            .last();
    QCOMPARE(planned.value(u"recipients"_s).toInt(), 2);
    {
        const Receiving receiving(profile);
        QVERIFY(isSuccess(receiving.post(message(7, u" Stopp. "_s, 1))));
    }
    const QJsonObject optOut = profile.cli({u"optout"_s, u"list"_s}).last();
    QCOMPARE(optOut.value(u"number"_s).toString(), u"+4799999999"_s);
    QCOMPARE(optOut.value(u"source"_s).toString(), u"keyword"_s);
    // Planned before, and all the same not sent.
    const Ended started =
        profile.cli({u"campaign"_s, u"start"_s, QString::number(planned.value(u"campaign"_s).toInt())});
    QCOMPARE(started.status, 0);
    QCOMPARE(started.last().value(u"totals"_s).toObject().value(u"cancelled"_s).toInt(), 1);
    QCOMPARE(gateway.requests().size(), 1);
    QVERIFY(!QJsonDocument(gateway.requests().constFirst()).toJson().contains("99999999"));
}

void TestInbox::aStoppInASentenceOptsNobodyOut()
{
    const Profile profile;
    setAccount(profile);
    const Receiving receiving(profile);
    QVERIFY(isSuccess(receiving.post(message(7, u"Kan dere stoppe bussen? Stopp!"_s, 1))));
    QVERIFY(profile.cli({u"optout"_s, u"list"_s}).out.isEmpty());
}

void TestInbox::anOptOutArrivesInManyForms_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u"KLUBB STOPP"_s, u"Klubb, stopp!"_s, u"STOPP\n\nSendt fra min iPhone"_s, u"Stop. Takk"_s})
        QTest::newRow(qPrintable(text.simplified())) << text;
}

void TestInbox::anOptOutArrivesInManyForms()
{
    QFETCH(QString, text);
    const Profile profile;
    setAccount(profile);
    const Receiving receiving(profile);
    QVERIFY(isSuccess(receiving.post(message(7, text, 1))));
    QCOMPARE(profile.cli({u"optout"_s, u"list"_s}).last().value(u"number"_s).toString(), u"+4799999999"_s);
    QVERIFY(!inbox(profile).constLast().contains(u"mayBeOptOut"_s));
}

void TestInbox::whatMayBeAnOptOutWaitsForAPerson_data()
{
    QTest::addColumn<QString>("decision");
    QTest::newRow("it was one") << u"add"_s;
    QTest::newRow("it was none") << u"remove"_s;
}

void TestInbox::whatMayBeAnOptOutWaitsForAPerson()
{
    QFETCH(QString, decision);
    const Profile profile;
    setAccount(profile);
    {
        const Receiving receiving(profile);
        QVERIFY(isSuccess(receiving.post(message(7, u"Avslutt"_s, 1))));
        QVERIFY(isSuccess(receiving.post(message(8, u"stopp ved døra"_s, 2))));
        QVERIFY(isSuccess(receiving.post(message(9, u"Vi kommer"_s, 3))));
    }
    QVERIFY(profile.cli({u"optout"_s, u"list"_s}).out.isEmpty());
    QList<QJsonObject> shown = inbox(profile);
    QCOMPARE(shown.size(), 3);
    QVERIFY(shown.at(0).value(u"mayBeOptOut"_s).toBool());
    QVERIFY(shown.at(1).value(u"mayBeOptOut"_s).toBool());
    QVERIFY(!shown.at(2).contains(u"mayBeOptOut"_s));
    QCOMPARE(profile.cli({u"optout"_s, decision, u"99999999"_s}).status, 0);
    shown = inbox(profile);
    QVERIFY(!shown.at(0).contains(u"mayBeOptOut"_s));
    QVERIFY(!shown.at(1).contains(u"mayBeOptOut"_s));
}

void TestInbox::anOptOutIsNotLostToAnotherField_data()
{
    QTest::addColumn<QByteArray>("request"); // JSON, or a query
    QTest::addColumn<bool>("read");
    const QByteArray json = message(7, u"STOPP"_s, 1);
    QTest::newRow("OUT-13 a time in the hour that Oslo's spring lacks")
        << QByteArray(json).replace("2019-12-31T23:59:59Z", "2026-03-29T02:30:00") << true;
    QTest::newRow("a time that is none") << QByteArray(json).replace("2019-12-31T23:59:59Z", "soon") << false;
    QTest::newRow("a broken file") << QByteArray(json).replace("\"files\":[]", "\"files\":[{\"id\":\"x\"}]")
                                   << false;
    QTest::newRow("an escape that is none")
        << QByteArray("fromid=26114&phonenr=004799999999&txt=STOPP&time=1&countnr=1&code=%ZZ") << false;
}

void TestInbox::anOptOutIsNotLostToAnotherField()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, read);
    Profile profile;
    profile.environment().insert(u"TZ"_s, u"Europe/Oslo"_s);
    setAccount(profile);
    const Receiving receiving(profile);
    QVERIFY(isSuccess(request.startsWith('{') ? receiving.post(request) : receiving.get(request)));
    QCOMPARE(profile.cli({u"optout"_s, u"list"_s}).last().value(u"number"_s).toString(), u"+4799999999"_s);
    QCOMPARE(inbox(profile).size(), read ? 1 : 0);
    QCOMPARE(profile.cli({u"quarantine"_s}).lines().size(), read ? 0 : 1);
}

void TestInbox::missingCountersAreListedAndClosed()
{
    const Profile profile;
    setAccount(profile);
    const Receiving receiving(profile);
    QVERIFY(isSuccess(receiving.post(message(1, u"a"_s, 7162))));
    QVERIFY(isSuccess(receiving.post(message(2, u"b"_s, 7166))));
    QCOMPARE(gaps(profile), QStringList{u"7163–7165"_s}); // INB-07
    QVERIFY(isSuccess(receiving.post(message(3, u"c"_s, 7164))));
    QCOMPARE(gaps(profile), (QStringList{u"7163–7163"_s, u"7165–7165"_s}));
    QVERIFY(isSuccess(receiving.post(message(4, u"d"_s, 7163))));
    QVERIFY(isSuccess(receiving.post(message(5, u"e"_s, 7165))));
    QVERIFY(gaps(profile).isEmpty());
}

void TestInbox::whatCannotBeReadGoesToQuarantine_data()
{
    QTest::addColumn<bool>("json");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reason");
    QTest::newRow("broken JSON") << true << QByteArray("{\"id\": 7, ") << u"badJson"_s;
    QTest::newRow("bytes that are no UTF-8") << true << QByteArray("{\"text\":\"\xe6\"}") << u"badUtf8"_s;
    QTest::newRow("a parameter twice")
        << false << QByteArray("fromid=1&phonenr=004799999999&txt=a&txt=b&time=1&countnr=1&code=A")
        << u"duplicateParameter"_s;
    QTest::newRow("a broken escape") << false
                                     << QByteArray(
                                            "fromid=1&phonenr=004799999999&txt=%G1&time=1&countnr=1&code=A")
                                     << u"badEscape"_s;
}

void TestInbox::whatCannotBeReadGoesToQuarantine()
{
    QFETCH(bool, json);
    QFETCH(QByteArray, content);
    QFETCH(QString, reason);
    const Profile profile;
    setAccount(profile);
    const Receiving receiving(profile);
    // Success, or the gateway's queue would stand still.
    QVERIFY(isSuccess(json ? receiving.post(content) : receiving.get(content)));
    const QList<QJsonObject> items = profile.cli({u"quarantine"_s}).lines();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.at(0).value(u"reason"_s).toString(), reason);
    QCOMPARE(items.at(0).value(u"peer"_s).toString(), u"127.0.0.1"_s);
    QVERIFY(QDateTime::fromString(items.at(0).value(u"received"_s).toString(), Qt::ISODateWithMs).isValid());
    const QByteArray raw = QByteArray::fromBase64(items.at(0).value(u"raw"_s).toString().toLatin1());
    QVERIFY2(raw.contains(content), raw.constData());
    QVERIFY(inbox(profile).isEmpty());
}

void TestInbox::sinceShowsWhatCameLater()
{
    const Profile profile;
    setAccount(profile);
    const Receiving receiving(profile);
    QVERIFY(isSuccess(receiving.post(message(1, u"a"_s, 1))));
    QVERIFY(isSuccess(receiving.post(message(2, u"b"_s, 2))));
    const QString second = inbox(profile).value(1).value(u"received"_s).toString();
    const QDateTime later = QDateTime::fromString(second, Qt::ISODateWithMs).addMSecs(1);
    QVERIFY(!inbox(profile, {u"--since"_s, second}).isEmpty());
    QVERIFY(inbox(profile, {u"--since"_s, later.toString(Qt::ISODateWithMs)}).isEmpty());
    QCOMPARE(inbox(profile, {u"--since"_s, u"2020-01-01T00:00:00Z"_s}).size(), 2);
}

void TestInbox::otherPathsAreNotFound()
{
    const Profile profile;
    setAccount(profile);
    const Receiving receiving(profile);
    QVERIFY(
        receiving.talk("GET /guessed/inbound?txt=a HTTP/1.1\r\nHost: x\r\n\r\n").startsWith("HTTP/1.1 404"));
    QVERIFY(profile.cli({u"quarantine"_s}).out.isEmpty());
}

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
