// SPDX-License-Identifier: GPL-3.0-or-later
// What the cli says when something cannot be done: what it concerns and what would be right, never a word
// from inside the program.
#include "programs/contacts.h"

#include <QRegularExpression>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace programs;

class TestSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSentenceNamesWhatItConcerns_data();
    void aSentenceNamesWhatItConcerns();
    void whatIsFixedForTheComputerIsRefused();
    void aWarningOfATemplateIsNoRefusal();
    void whatDidNotSucceedIsSaidInOneLine_data();
    void whatDidNotSucceedIsSaidInOneLine();
    void aPasswordInTheAddressIsNotStored();
    void theFolderIsFoundInTheAddressOfTheScript();
    void aNumberNamedInvalidByBulkHasItsMeaning();
    void whoHasOptedOutIsNamed();
    void theHelpIsInThePersonsLanguage();
    void anUnknownCodeIsShownWithItsNumber();
};

void TestSentences::aSentenceNamesWhatItConcerns_data()
{
    QTest::addColumn<QString>("arguments"); // split at blanks
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QString &arguments, int status, const QString &code,
                        const QString &says) { QTest::newRow(name) << arguments << status << code << says; };
    const QString send = u"send --to 99999999 --from F --text Hei "_s;
    row("TPL-03 a template without its code", send + u"--type otp"_s, 1, u"invalidField"_s,
        u"“code” must be filled in"_s);
    row("TPL-03 a code with a letter that is not allowed", send + u"--type otp --field code=æ123"_s, 1,
        u"invalidField"_s, u"“code” has characters that are not allowed there"_s);
    row("TPL-03 a code given twice", send + u"--type otp --field code=1234 --field code=2345"_s, 1,
        u"invalidField"_s, u"given twice"_s);
    row("OUT-13 a day without a time", send + u"--scheduled 2037-01-30"_s, 1, u"invalidField"_s,
        u"“2037-01-30” is not a time"_s);
    row("a list and a group at once", u"campaign create --list LIST --to-group G --from F --text Hei"_s, 2,
        u"usage"_s, u"--to-group"_s);
    row("a region that is no country", u"numbers --region XX"_s, 2, u"usage"_s, u"“XX”"_s);
    row("TPL-11 a moment without its T",
        send + u"--type conf_booking --field sendername=X --field datetime=x"_s, 1, u"invalidField"_s,
        u"like 2030-01-31T19:15"_s);
    row("TPL-08 a link that is none",
        send + u"--type order_confirmation --field sendername=X --field orderurl=x"_s, 1, u"invalidField"_s,
        u"must be a link"_s);
    row("TPL-01 a type that does not exist", send + u"--type x"_s, 1, u"invalidField"_s, u"conf_reminder"_s);
    row("TPL-01 a preview of a type that does not exist", u"preview --type x"_s, 1, u"invalidField"_s,
        u"conf_reminder"_s);
    row("BLK-03 a template in bulk", send + u"--bulk --type otp --field code=1234"_s, 1, u"invalidField"_s,
        u"cannot be sent in bulk"_s);
    row("a bracket without a partner", u"campaign create --list LIST --from F --text Hei{"_s, 1,
        u"invalidField"_s, u"character 4"_s);
    row("a list with a NUL", u"campaign create --list NUL --from F --text Hei"_s, 1, u"fileUnreadable"_s,
        u"row 2, column 1"_s);
    row("an account whose gateway is not there", u"account check"_s, 1, u"gatewayUnreachable"_s,
        u"the connection was refused"_s);
    row("a column that is not in the list",
        u"campaign create --list LIST --map phone=X --from F --text Hei"_s, 1, u"invalidField"_s,
        u"There is no column “X”. The file has the columns mobil, navn."_s);
    row("a list without a column of numbers", u"campaign create --list PLACES --from F --text Hei"_s, 1,
        u"invalidField"_s, u"Choose the column. Do so with --map phone=COLUMN."_s);
    row("OUT-07 a choice of senders with one of 12 characters", u"account set --sender Firmanavnet1"_s, 1,
        u"senderTooLong"_s, u"Firmanavnet1"_s);
    row("OUT-07 a choice of senders with an empty one", u"account set --sender="_s, 1, u"senderEmpty"_s,
        u"sender"_s);
    row("ACC-07 no country at all", u"account set --allow-country="_s, 2, u"usage"_s, u"allow-country"_s);
    row("ACC-02 an address of another kind", u"account set --base-url ftp://x/"_s, 2, u"usage"_s,
        u"“ftp://x/”"_s);
    row("ACC-02 an address with a query", u"account set --base-url https://x/psk?a=1"_s, 2, u"usage"_s,
        u"“https://x/psk?a=1”"_s);
    row("a word too many", u"send x"_s, 2, u"usage"_s, u"budstikke-cli send."_s);
    row("half a command", u"campaign"_s, 2, u"usage"_s, u"campaign resolve"_s);
    row("an unknown option", u"send --colour"_s, 2, u"usage"_s, u"budstikke-cli send --help"_s);
    row("ACC-03 a public address of another kind", u"receive --listen 127.0.0.1:0 --public-url ftp://x"_s, 2,
        u"usage"_s, u"“ftp://x”"_s);
    row("ACC-03 a public address with a password",
        u"receive --listen 127.0.0.1:0 --public-url https://u:p@x"_s, 2, u"usage"_s, u"public-url"_s);
    row("INB-10 half an address to let in", u"receive --listen 127.0.0.1:0 --allow 1.2.3"_s, 2, u"usage"_s,
        u"“1.2.3”"_s);
    row("an address of another machine", u"receive --listen 203.0.113.9:0"_s, 1, u"listenFailed"_s,
        u"203.0.113.9:0"_s);
    row("a campaign that there is none of", u"campaign start 99"_s, 1, u"notFound"_s, u"campaign 99"_s);
    row("a campaign that is over", u"campaign pause 1"_s, 1, u"wrongState"_s, u"“Sent”"_s);
    row("a campaign to show that there is none of", u"campaign show 99"_s, 1, u"notFound"_s,
        u"campaign 99"_s);
    row("the same text twice within the day", send, 1, u"needsConfirmation"_s, u"--yes"_s);
    row("a sheet of a list that has none", u"campaign create --list LIST --sheet Ark1 --from F --text Hei"_s,
        1, u"fileUnreadable"_s, u"Leave out the sheet's name"_s);
    row("a group that there is none of", u"campaign create --to-group Alle --from F --text Hei"_s, 1,
        u"notFound"_s, u"no contact group “Alle”"_s);
    row("a person of whom nothing is known", u"contacts show 99999998"_s, 1, u"notFound"_s,
        u"stored about +4799999998"_s);
    row("an account that a script left empty", send + u"--account="_s, 2, u"usage"_s,
        u"--account is empty"_s);
    row("quiet hours", u"send --to 99999997 --from F --text Natt"_s, 1, u"quietHours"_s, u"Quiet hours"_s);
    row("a file of no format", u"contacts export -o x.txt"_s, 1, u"fileUnwritable"_s, u".xlsx"_s);
    row("a file in a folder that there is none of", u"contacts export -o /no/such/x.csv"_s, 1,
        u"fileUnwritable"_s, u"/no/such/x.csv"_s);
}

void TestSentences::aSentenceNamesWhatItConcerns()
{
    QFETCH(QString, arguments);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, says);
    const Gateway gateway({u"--no-duplicate-lock"_s});
    const Profile profile;
    setAccount(profile, gateway);
    profile.write(u"l.csv"_s, "mobil;navn\n99999991;Kari\n");
    // For the rows that need something stored, or the text sent once.
    QCOMPARE(
        profile.cli({u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"F"_s, u"--text"_s, u"Hei"_s}).status,
        0);
    profile.write(u"places.csv"_s, "By;Navn\nOslo;Kari\n");
    profile.write(u"nul.csv"_s, QByteArray("mobil;navn\n9\0;K\n", 17));
    if (arguments == u"account check"_s) {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QString url = u"http://127.0.0.1:%1/"_s.arg(closed.serverPort());
        closed.close();
        QCOMPARE(profile.cli({u"account"_s, u"set"_s, u"--base-url"_s, url}).status, 0);
    }
    if (code == u"quietHours"_s) {
        const QTime now = QTime::currentTime();
        const QString hours =
            now.addSecs(-3600).toString(u"HH:mm"_s) + u'-' + now.addSecs(7200).toString(u"HH:mm"_s);
        QCOMPARE(profile.cli({u"account"_s, u"set"_s, u"--quiet-hours"_s, hours}).status, 0);
    }
    QStringList words = arguments.split(u' ', Qt::SkipEmptyParts);
    words.replaceInStrings(u"LIST"_s, profile.file(u"l.csv"_s));
    words.replaceInStrings(u"NUL"_s, profile.file(u"nul.csv"_s));
    words.replaceInStrings(u"PLACES"_s, profile.file(u"places.csv"_s));
    const Ended ended = profile.cli(QStringList{u"--language"_s, u"en"_s} + words);
    QCOMPARE(errorCode(ended), code);
    QCOMPARE(ended.status, status);
    const QString sentence = QString::fromUtf8(ended.err).trimmed();
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
    QVERIFY2(!sentence.contains(u'\n'), "one sentence on a line of its own");
    QCOMPARE(gateway.requests().size(), 1);
    QCOMPARE(profile.cli({u"campaign"_s, u"list"_s}).lines().size(), 1); // nothing is left of what failed
}

void TestSentences::whatIsFixedForTheComputerIsRefused()
{
    Profile profile;
    profile.write(u"central.ini"_s, "[account]\nserviceId=4321\ndailyCap=500\n[receiver]\nport=9000\n");
    profile.environment().insert(u"BUDSTIKKE_CENTRAL_SETTINGS"_s, profile.file(u"central.ini"_s));
    const auto run = [&](const QStringList &words) {
        return profile.cli(QStringList{u"--language"_s, u"en"_s} + words);
    };
    const QJsonObject shown = run({u"account"_s, u"show"_s}).last();
    QCOMPARE(shown.value(u"serviceId"_s).toInt(), 4321);
    QCOMPARE(shown.value(u"fixed"_s).toArray(),
             (QJsonArray{u"account/serviceId"_s, u"account/dailyCap"_s, u"receiver/port"_s}));

    const Ended refused = run({u"account"_s, u"set"_s, u"--daily-cap"_s, u"501"_s});
    QCOMPARE(refused.status, 1);
    QCOMPARE(errorCode(refused), u"wrongState"_s);
    QVERIFY2(refused.err.contains("Set by your administrator"), refused.err.constData());
    QVERIFY2(refused.err.contains("max. SMS per day"), refused.err.constData());
    QCOMPARE(run({u"account"_s, u"set"_s, u"--in-flight"_s, u"8"_s}).status, 0);
    QCOMPARE(run({u"account"_s, u"show"_s}).last().value(u"dailyCap"_s).toInt(), 500);
    QCOMPARE(run({u"receive"_s, u"--listen"_s, u"127.0.0.1:0"_s}).status, 1);

    profile.write(u"central.ini"_s, "[account]\ndailyCap=5oo\n");
    const Ended stopped =
        run({u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"F"_s, u"--text"_s, u"Hei"_s});
    QCOMPARE(stopped.status, 1);
    QVERIFY2(stopped.err.contains("account/dailyCap=5oo"), stopped.err.constData());
}

// TPL-03, TPL-05: what is only advised is said, and goes.
void TestSentences::aWarningOfATemplateIsNoRefusal()
{
    const Profile profile;
    const auto preview = [&](const QStringList &fields) {
        return profile.cli(QStringList{u"--language"_s, u"en"_s, u"preview"_s} + fields);
    };
    const Ended letters = preview({u"--type"_s, u"otp"_s, u"--field"_s, u"code=aB3!@#$%&*-_"_s});
    QCOMPARE(letters.status, 0);
    QVERIFY(letters.err.isEmpty());
    QVERIFY(letters.last().value(u"errors"_s).toArray().isEmpty());
    const QJsonObject advice = letters.last().value(u"warnings"_s).toArray().at(0).toObject();
    QCOMPARE(advice.value(u"code"_s).toString(), u"digitsAdvised"_s);
    QVERIFY(advice.value(u"message"_s).toString().contains("four to eight digits"_L1));
    const Ended digits = preview({u"--type"_s, u"otp"_s, u"--field"_s, u"code=123456"_s});
    QVERIFY(digits.last().value(u"warnings"_s).toArray().isEmpty());
    const Ended refused = preview({u"--type"_s, u"otp"_s});
    QCOMPARE(refused.status, 1);
    QCOMPARE(refused.last().value(u"errors"_s).toArray().size(), 1);
    QCOMPARE(refused.err, QByteArray("“code” must be filled in for this template.\n"));
}

void TestSentences::whatDidNotSucceedIsSaidInOneLine_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    QTest::newRow("ERR-01 refused") << u"error1"_s << 1 << u"1 message was refused. +4799999999: Invalid"_s;
    QTest::newRow("ERR-13 the account") << u"error13"_s << 1 << u"Invalid password"_s;
    QTest::newRow("OUT-17 uncertain, and paused")
        << u"wrongJson"_s << 3 << u"Decide with: budstikke-cli campaign resolve 1"_s;
}

void TestSentences::whatDidNotSucceedIsSaidInOneLine()
{
    QFETCH(QString, fault);
    QFETCH(int, status);
    QFETCH(QString, says);
    const Gateway gateway({u"--fault"_s, fault + u":1"_s});
    const Profile profile;
    setAccount(profile, gateway);
    const Ended ended = profile.cli({u"--language"_s, u"en"_s, u"send"_s, u"--to"_s, u"99999999"_s,
                                     u"--from"_s, u"F"_s, u"--text"_s, u"Hei"_s});
    QCOMPARE(ended.status, status);
    QCOMPARE(ended.err.count('\n'), 1);
    QVERIFY2(QString::fromUtf8(ended.err).contains(says), ended.err.constData());
}

void TestSentences::aPasswordInTheAddressIsNotStored()
{
    const Profile profile;
    const Ended ended = profile.cli({u"account"_s, u"set"_s, u"--service-id"_s, u"3"_s, u"--base-url"_s,
                                     u"https://navn:kanari@gw.example.no/psk/"_s});
    QCOMPARE(ended.status, 2); // ACC-02
    QVERIFY(profile.cli({u"account"_s, u"list"_s}).out.isEmpty());
    QFile settings(profile.file(u"settings.ini"_s));
    QVERIFY(!settings.open(QIODevice::ReadOnly) || !settings.readAll().contains("kanari"));
}

// ACC-02: whoever copies the address of push.php means its folder.
void TestSentences::theFolderIsFoundInTheAddressOfTheScript()
{
    const Profile profile;
    for (const QString &typed : {u"https://gw.example.no/psk"_s, u"https://gw.example.no/psk/push.php"_s,
                                 u"https://gw.example.no/psk/push_bulk.php"_s}) {
        const Ended ended =
            profile.cli({u"account"_s, u"set"_s, u"--service-id"_s, u"3"_s, u"--base-url"_s, typed});
        QCOMPARE(ended.last().value(u"baseUrl"_s).toString(), u"https://gw.example.no/psk/"_s);
    }
}

// BLK-06: the simulator finds the second number invalid, as it judges mobile numbers by itself.
void TestSentences::aNumberNamedInvalidByBulkHasItsMeaning()
{
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway);
    const Ended ended =
        profile.cli({u"--language"_s, u"en"_s, u"send"_s, u"--bulk"_s, u"--to"_s, u"99999999"_s, u"--to"_s,
                     u"+4712345678"_s, u"--from"_s, u"F"_s, u"--text"_s, u"Hei"_s});
    const QJsonArray messages = ended.last().value(u"messages"_s).toArray();
    QCOMPARE(messages.size(), 2);
    for (const QJsonValue &value : messages) {
        const QJsonObject message = value.toObject();
        const bool refused = message.value(u"state"_s) == u"refused"_s;
        QCOMPARE(message.value(u"message"_s).toString(), refused ? u"Invalid mobile number"_s : QString());
    }
    QCOMPARE(messages.at(1).toObject().value(u"state"_s).toString(), u"refused"_s);
    QCOMPARE(ended.status, 1);
}

// Left out beside others, and alone.
void TestSentences::whoHasOptedOutIsNamed()
{
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway);
    QCOMPARE(profile.cli({u"optout"_s, u"add"_s, u"99999991"_s}).status, 0);
    const QStringList send{u"--language"_s, u"en"_s,  u"send"_s, u"--from"_s,  u"F"_s,
                           u"--text"_s,     u"Hei"_s, u"--to"_s, u"99999991"_s};
    const Ended alone = profile.cli(send);
    QCOMPARE(alone.status, 1);
    QCOMPARE(errorCode(alone), u"optedOut"_s);
    QVERIFY(alone.err.contains("99999991"));
    QVERIFY(gateway.requests().isEmpty());
    const Ended beside = profile.cli(send + QStringList{u"--to"_s, u"99999992"_s});
    QCOMPARE(beside.status, 0);
    QVERIFY(beside.err.contains("99999991"));
    QCOMPARE(beside.last().value(u"messages"_s).toArray().size(), 1);
    const QJsonArray skipped = beside.last().value(u"skipped"_s).toArray();
    QCOMPARE(skipped.size(), 1);
    QCOMPARE(skipped.at(0).toObject().value(u"reason"_s).toString(), u"optedOut"_s);
    QCOMPARE(gateway.requests().size(), 1);
}

void TestSentences::theHelpIsInThePersonsLanguage()
{
    const Profile profile;
    const auto help = [&](const QString &language, const QString &command) {
        const Ended ended = profile.cli(command.split(u' ', Qt::SkipEmptyParts) +
                                        QStringList{u"--language"_s, language, u"--help"_s});
        return ended.status == 0 ? QString::fromUtf8(ended.out).split(u'\n') : QStringList();
    };
    static const QRegularExpression what(
        u"\\A  (\\S.*?)  +\\S"_s); // "  campaign show ID    show its progress"
    const QStringList overview = help(u"en"_s, {});
    QStringList commands{QString()};
    for (const QString &line : overview) {
        const auto match = what.match(line);
        if (match.hasMatch() && !line.startsWith("  -"_L1))
            commands.append(match.captured(1).remove(QRegularExpression(u" [[A-Z].*\\z"_s)));
    }
    QVERIFY2(commands.size() > 30, qPrintable(overview.join(u'\n')));
    for (const QString &command : std::as_const(commands)) {
        const QStringList english = help(u"en"_s, command);
        const QStringList norwegian = help(u"nb"_s, command);
        QVERIFY2(english.size() > 5, qPrintable(command));
        QCOMPARE(norwegian.size(), english.size());
        for (int i = 0; i < english.size(); ++i)
            QVERIFY2(english.at(i).isEmpty() || norwegian.at(i) != english.at(i), qPrintable(english.at(i)));
    }
}

// ERR-00: a code that the table lacks, with the gateway's own words.
void TestSentences::anUnknownCodeIsShownWithItsNumber()
{
    const Gateway gateway({u"--fault"_s, u"error77:1"_s});
    const Profile profile;
    setAccount(profile, gateway);
    const Ended sent = profile.cli({u"--language"_s, u"en"_s, u"send"_s, u"--to"_s, u"99999999"_s,
                                    u"--from"_s, u"F"_s, u"--text"_s, u"Hei"_s});
    QCOMPARE(sent.status, 1);
    const QJsonObject message = sent.last().value(u"messages"_s).toArray().at(0).toObject();
    QCOMPARE(message.value(u"state"_s).toString(), u"refused"_s);
    QCOMPARE(message.value(u"errorCode"_s).toInt(), 77);
    QVERIFY(message.value(u"message"_s).toString().contains("77"_L1));
}

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
