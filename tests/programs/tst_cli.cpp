// SPDX-License-Identifier: GPL-3.0-or-later
// budstikke-cli against budstikke-simulator, as a script uses them (cli.md).
#include "programs/programs.h"

#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace programs;

class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsATextAndEachLineOfInput();
    void numbersNameTheirFault();
    void usageErrorsEndWithTwo_data();
    void usageErrorsEndWithTwo();
    void sendsOneMessageAndShowsItInTheLog();
    void badInputSendsNothing_data();
    void badInputSendsNothing();
    void anUnreachableGatewayLosesNothing();
    void anAnswerOfHtmlIsUncertain();
    void aWrongAddressCostsOneMessage();
    void aRefusalOfTheAccountPausesAndKeepsTheMessage();
    void bulkGoesInOneRequestWithOneRef();
    void aCampaignGoesInBulkWhereItsTextsAreTheSame();
    void aCampaignIsPlannedSentAndExported();
};

void TestCli::countsATextAndEachLineOfInput()
{
    const Profile profile;
    const Ended one = profile.cli({u"count"_s, u"Hei – på deg"_s});
    QCOMPARE(one.status, 0);
    QCOMPARE(one.last().value(u"nonGsm"_s).toArray(), QJsonArray{u"–"_s});
    QCOMPARE(one.last().value(u"repaired"_s).toString(), u"Hei - på deg"_s);
    QCOMPARE(one.last().value(u"encoding"_s).toString(), u"gsm"_s);
    QCOMPARE(
        profile.cli({u"count"_s, u"--unicode"_s, u"Hei – på deg"_s}).last().value(u"encoding"_s).toString(),
        u"unicode"_s);
    const Ended lines = profile.cli({u"count"_s}, "\"Hei\"\n\"a\\nb\"\n");
    QCOMPARE(lines.lines().size(), 2);
    QCOMPARE(lines.lines().at(1).value(u"units"_s).toInt(), 3);
}

void TestCli::numbersNameTheirFault()
{
    const Profile profile;
    const Ended ended = profile.cli({u"numbers"_s}, "999 99 999\n4,79E+10\nabc\n\n");
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.lines().size(), 4);
    QCOMPARE(ended.lines().at(0).value(u"e164"_s).toString(), u"+4799999999"_s);
    QCOMPARE(ended.lines().at(1).value(u"error"_s).toString(), u"scientificNotation"_s);
    QCOMPARE(ended.lines().at(2).value(u"error"_s).toString(), u"notANumber"_s);
    QCOMPARE(ended.lines().at(3).value(u"error"_s).toString(), u"empty"_s);
}

void TestCli::usageErrorsEndWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no command") << QStringList{};
    QTest::newRow("unknown command") << QStringList{u"fly"_s};
    QTest::newRow("unknown option") << QStringList{u"count"_s, u"--colour"_s, u"x"_s};
    QTest::newRow("missing campaign") << QStringList{u"campaign"_s, u"show"_s};
    QTest::newRow("campaign that is no number") << QStringList{u"campaign"_s, u"show"_s, u"x"_s};
    QTest::newRow("new account without service id") << QStringList{u"account"_s, u"set"_s, u"--ip-auth"_s};
}

void TestCli::usageErrorsEndWithTwo()
{
    QFETCH(QStringList, arguments);
    const Ended ended = Profile().cli(arguments);
    QCOMPARE(ended.status, 2);
    QVERIFY(!ended.err.isEmpty());
}

void TestCli::sendsOneMessageAndShowsItInTheLog()
{
    const Gateway gateway;
    const Profile profile;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    const Ended sent = profile.cli({u"send"_s, u"--to"_s, u"999 99 999"_s, u"--from"_s, u"Firmanavn"_s,
                                    u"--text"_s, u"Hei {navn}"_s, u"--ref"_s, u"ordre-7"_s});
    QCOMPARE(sent.status, 0);
    const QJsonObject message = sent.last().value(u"messages"_s).toArray().at(0).toObject();
    QCOMPARE(message.value(u"state"_s).toString(), u"accepted"_s);
    QCOMPARE(message.value(u"to"_s).toString(), u"+4799999999"_s);
    QVERIFY(message.value(u"gatewayId"_s).toInteger() > 0);
    QVERIFY(message.value(u"ref"_s).toString().startsWith(u"ordre-7~"_s));
    QVERIFY(message.value(u"message"_s).isNull());

    QCOMPARE(gateway.requests().size(), 1);
    const QJsonObject body = bodyOf(gateway.requests().constFirst());
    QCOMPARE(body.value(u"txt"_s).toString(), u"Hei {navn}"_s);
    QCOMPARE(body.value(u"phoneno"_s).toString(), u"004799999999"_s);
    QCOMPARE(body.value(u"ref"_s), message.value(u"ref"_s));

    const Ended log = profile.cli({u"log"_s});
    QCOMPARE(log.lines().size(), 1);
    QCOMPARE(log.last().value(u"state"_s).toString(), u"accepted"_s);
    QStringList kinds;
    for (const QJsonValue &event : log.last().value(u"events"_s).toArray())
        kinds.append(event.toObject().value(u"kind"_s).toString());
    QCOMPARE(kinds, (QStringList{u"queued"_s, u"sending"_s, u"answer"_s}));
    QVERIFY(!log.out.contains("hemmelig"));
}

void TestCli::badInputSendsNothing_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    const QString to = u"--to"_s;
    const QString from = u"--from"_s;
    const QString text = u"--text"_s;
    const QString good = u"99999999"_s;
    const QString sender = u"Firmanavn"_s;
    QTest::newRow("OUT-04 an empty text")
        << QStringList{to, good, from, sender, text, u""_s} << u"textEmpty"_s;
    QTest::newRow("OUT-05 1,531 characters")
        << QStringList{to, good, from, sender, text, QString(1531, u'a')} << u"textTooLong"_s;
    QTest::newRow("OUT-04 a dash without Unicode")
        << QStringList{to, good, from, sender, text, u"a–b"_s} << u"needsUnicode"_s;
    QTest::newRow("BLK-04 a dash in bulk without Unicode")
        << QStringList{to, good, u"--bulk"_s, from, sender, text, u"a–b"_s} << u"needsUnicode"_s;
    QTest::newRow("OUT-03 no recipient") << QStringList{from, sender, text, u"Hei"_s} << u"noRecipients"_s;
    QTest::newRow("OUT-03 one wrong number of two")
        << QStringList{to, good, to, u"12"_s, from, sender, text, u"Hei"_s} << u"invalidNumber"_s;
    QTest::newRow("OUT-07 no sender") << QStringList{to, good, text, u"Hei"_s} << u"senderEmpty"_s;
    QTest::newRow("OUT-07 a sender of 12 characters")
        << QStringList{to, good, from, u"Firmanavnet1"_s, text, u"Hei"_s} << u"senderTooLong"_s;
    QTest::newRow("OUT-08 a price that is no whole krone")
        << QStringList{to, good, from, sender, text, u"Hei"_s, u"--price"_s, u"150"_s} << u"invalidPrice"_s;
    QTest::newRow("OUT-12 a reference of 61 characters")
        << QStringList{to, good, from, sender, text, u"Hei"_s, u"--ref"_s, QString(61, u'r')}
        << u"refTooLong"_s;
    QTest::newRow("OUT-13 a time in the past")
        << QStringList{to, good, from, sender, text, u"Hei"_s, u"--scheduled"_s, u"2020-01-01T10:00:00Z"_s}
        << u"scheduledInPast"_s;
    QTest::newRow("OUT-14 a validity of nothing")
        << QStringList{to, good, from, sender, text, u"Hei"_s, u"--validity"_s, u"0"_s} << u"invalidField"_s;
    QTest::newRow("OUT-16 a protocol id of 256")
        << QStringList{to, good, from, sender, text, u"Hei"_s, u"--protocol-id"_s, u"256"_s}
        << u"invalidField"_s;
    QTest::newRow("ACC-07 a country that is not allowed")
        << QStringList{to, u"+46701234567"_s, from, sender, text, u"Hei"_s} << u"countryNotAllowed"_s;
}

void TestCli::badInputSendsNothing()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, code);
    const Gateway gateway;
    const Profile profile;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    const Ended ended = profile.cli(QStringList{u"--language"_s, u"nb"_s, u"send"_s} + arguments);
    QCOMPARE(errorCode(ended), code);
    QCOMPARE(ended.status, 1);
    QVERIFY(gateway.requests().isEmpty());
    const QByteArray english = profile.cli(QStringList{u"--language"_s, u"en"_s, u"send"_s} + arguments).err;
    QVERIFY2(ended.err != english, "the sentence is in the person's language");
}

void TestCli::anUnreachableGatewayLosesNothing()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    closed.close();
    const Profile profile;
    QCOMPARE(withAccount(profile, u"http://127.0.0.1:%1/psk/"_s.arg(port)).status, 0);
    const Ended ended = profile.cli(
        {u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"Firmanavn"_s, u"--text"_s, u"Hei"_s});
    QCOMPARE(ended.status, 1);
    QCOMPARE(ended.last().value(u"messages"_s).toArray().at(0).toObject().value(u"state"_s).toString(),
             u"queued"_s);

    const Gateway gateway;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    const qint64 campaign = ended.last().value(u"campaign"_s).toInteger();
    QCOMPARE(profile.cli({u"campaign"_s, u"resume"_s, QString::number(campaign)}).status, 0);
    QCOMPARE(gateway.requests().size(), 1);
}

void TestCli::anAnswerOfHtmlIsUncertain()
{
    const Gateway gateway({u"--fault"_s, u"html500:1"_s});
    const Profile profile;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    const Ended ended = profile.cli(
        {u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"Firmanavn"_s, u"--text"_s, u"Hei"_s});
    QCOMPARE(ended.status, 3);
    QCOMPARE(gateway.requests().size(), 1);
    QVERIFY2(ended.err.contains(gateway.baseUrl().toUtf8()),
             ended.err.constData()); // whose answer it was not
    const QString campaign = QString::number(ended.last().value(u"campaign"_s).toInteger());
    QCOMPARE(profile.cli({u"campaign"_s, u"show"_s, campaign}).last().value(u"reason"_s).toString(),
             u"unprovenAddress"_s);
    QCOMPARE(profile.cli({u"campaign"_s, u"resume"_s, campaign}).status, 3);
    QCOMPARE(gateway.requests().size(), 1);
    QCOMPARE(profile.cli({u"campaign"_s, u"resolve"_s, campaign, u"--treat-as-sent"_s}).status, 0);
    QCOMPARE(profile.cli({u"log"_s}).last().value(u"state"_s).toString(), u"accepted"_s);
}

void TestCli::aWrongAddressCostsOneMessage()
{
    const Gateway gateway({u"--fault"_s, u"html500:1"_s});
    const Profile profile;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    const Ended ended = profile.cli({u"send"_s, u"--to"_s, number(1), u"--to"_s, number(2), u"--to"_s,
                                     number(3), u"--from"_s, u"Firmanavn"_s, u"--text"_s, u"Hei"_s});
    QCOMPARE(ended.status, 3);
    QCOMPARE(gateway.requests().size(), 1);
    QStringList states;
    for (const QJsonValue &message : ended.last().value(u"messages"_s).toArray())
        states.append(message[u"state"].toString());
    QCOMPARE(states, (QStringList{u"uncertain"_s, u"queued"_s, u"queued"_s}));
}

void TestCli::aRefusalOfTheAccountPausesAndKeepsTheMessage()
{
    const Gateway gateway({u"--service-id"_s, u"77"_s});
    const Profile profile;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    const Ended ended = profile.cli({u"--language"_s, u"en"_s, u"send"_s, u"--to"_s, u"99999999"_s,
                                     u"--from"_s, u"Firmanavn"_s, u"--text"_s, u"Hei"_s});
    QCOMPARE(ended.status, 1);
    const QJsonObject message = ended.last().value(u"messages"_s).toArray().at(0).toObject();
    QCOMPARE(message.value(u"state"_s).toString(), u"queued"_s);
    QCOMPARE(message.value(u"errorCode"_s).toInt(), 7);
    QCOMPARE(message.value(u"message"_s).toString(),
             u"The account is blocked by Front, or wrong serviceid"_s);
    const QString campaign = QString::number(ended.last().value(u"campaign"_s).toInteger());
    const QJsonObject shown = profile.cli({u"campaign"_s, u"show"_s, campaign}).last();
    QCOMPARE(shown.value(u"state"_s).toString(), u"paused"_s);
    QCOMPARE(shown.value(u"reason"_s).toString(), u"error7"_s);
}

void TestCli::bulkGoesInOneRequestWithOneRef()
{
    const Gateway gateway;
    const Profile profile;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    const Ended ended = profile.cli({u"send"_s, u"--bulk"_s, u"--to"_s, number(1), u"--to"_s, number(2),
                                     u"--from"_s, u"Firmanavn"_s, u"--text"_s, u"Hei"_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(gateway.requests().size(), 1);
    const QJsonArray messages = ended.last().value(u"messages"_s).toArray();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.at(0).toObject().value(u"ref"_s), messages.at(1).toObject().value(u"ref"_s));
    QVERIFY(messages.at(0).toObject().value(u"gatewayId"_s).isNull());
}

void TestCli::aCampaignGoesInBulkWhereItsTextsAreTheSame()
{
    const Gateway gateway;
    const Profile profile;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    profile.write(u"liste.csv"_s, "Mobil,Navn\n99999991,Kari\n99999992,Ola\n");
    const auto endpoints = [&](const QString &text) {
        const Ended plan = profile.cli({u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"liste.csv"_s),
                                        u"--from"_s, u"F"_s, u"--text"_s, text});
        const qsizetype before = gateway.requests().size();
        profile.cli(
            {u"campaign"_s, u"start"_s, QString::number(plan.last().value(u"campaign"_s).toInteger())});
        QStringList list;
        for (const QJsonObject &request : gateway.requests().sliced(before))
            list.append(request.value(u"endpoint"_s).toString());
        return list;
    };
    QCOMPARE(endpoints(u"Hei alle"_s), QStringList{u"push_bulk"_s});
    QCOMPARE(endpoints(u"Hei {navn}"_s), (QStringList{u"push"_s, u"push"_s}));
}

void TestCli::aCampaignIsPlannedSentAndExported()
{
    const Gateway gateway;
    const Profile profile;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    profile.write(u"liste.csv"_s,
                  "Navn;Mobil\nKari;99999991\nOla;999 99 992\nPer;12\nIgjen;+4799999991\n;99999993\n");
    const Ended plan = profile.cli({u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"liste.csv"_s),
                                    u"--from"_s, u"Firmanavn"_s, u"--text"_s, u"Hei {navn}!"_s});
    QCOMPARE(plan.status, 0);
    QCOMPARE(plan.last().value(u"recipients"_s).toInt(), 2);
    QCOMPARE(plan.last().value(u"segments"_s).toInt(), 2);
    const QJsonArray skipped = plan.last().value(u"skipped"_s).toArray();
    QCOMPARE(skipped.size(), 3);
    QCOMPARE(skipped.at(0).toObject(),
             (QJsonObject{{u"row"_s, 4}, {u"input"_s, u"12"_s}, {u"reason"_s, u"tooShort"_s}}));
    QCOMPARE(skipped.at(1).toObject().value(u"reason"_s).toString(), u"duplicate"_s);
    QCOMPARE(skipped.at(2).toObject().value(u"reason"_s).toString(), u"missingField"_s);
    QVERIFY(gateway.requests().isEmpty());

    const QString id = QString::number(plan.last().value(u"campaign"_s).toInteger());
    const Ended run = profile.cli({u"campaign"_s, u"start"_s, id});
    QCOMPARE(run.status, 0);
    QCOMPARE(run.last().value(u"state"_s).toString(), u"finished"_s);
    QCOMPARE(run.last().value(u"totals"_s).toObject().value(u"accepted"_s).toInt(), 2);
    QSet<QString> texts;
    for (const QJsonObject &request : gateway.requests())
        texts.insert(bodyOf(request).value(u"txt"_s).toString());
    QCOMPARE(texts, (QSet<QString>{u"Hei Kari!"_s, u"Hei Ola!"_s}));
    QCOMPARE(profile.cli({u"campaign"_s, u"start"_s, id}).status, 0);
    QCOMPARE(gateway.requests().size(), 2);

    QCOMPARE(profile.cli({u"campaign"_s, u"export"_s, id, u"-o"_s, profile.file(u"ut.csv"_s)}).status, 0);
    QFile exported(profile.file(u"ut.csv"_s));
    QVERIFY(exported.open(QIODevice::ReadOnly));
    QVERIFY(exported.readAll().contains("+4799999991"));
    for (const QString &language : {u"en"_s, u"nb"_s}) { // a report can be sent to again
        QCOMPARE(profile
                     .cli({u"--language"_s, language, u"campaign"_s, u"export"_s, id, u"-o"_s,
                           profile.file(u"ut.csv"_s)})
                     .status,
                 0);
        const Ended again =
            profile.cli({u"contacts"_s, u"import"_s, profile.file(u"ut.csv"_s), u"--dry-run"_s});
        QCOMPARE(again.last().value(u"added"_s).toInt(), 2);
    }
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
