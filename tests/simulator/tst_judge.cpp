// SPDX-License-Identifier: GPL-3.0-or-later
// What the simulator answers to a message, parameter by parameter. Codes 2, 5, 6, 18 and 21 are beyond
// a judge of one request (see judge.h); tst_simulatorfaults has them answered on demand.
#include "asking.h"
#include "simulator/alphabet.h"

#include <QSet>

using namespace Qt::StringLiterals;
using asking::Form;
using asking::times;

class TestJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Oslo"); } // where local time is not UTC
    void code_data();
    void code();
    void number_data();
    void number();
    void vectorsAreAccepted();
    void length_data();
    void length();
    void everyGsmCharacterFits();
    void bulkListsWhatItLeavesOut();
    void groupHasMembers();
    void startsWhenScheduled();
    void descriptionsTellCodesApart();
};

// 2030-03-17T17:46:40Z is now.
constexpr qint64 nowMs = 1'900'000'000'000;

void TestJudge::code_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<QJsonObject>("changes");
    QTest::addColumn<int>("code");

    const auto row = [](const char *name, Form form, const QByteArray &changes, int code) {
        QTest::newRow(name) << form << asking::object(changes) << code;
    };
    const auto textRow = [](const char *name, Form form, const QString &text, QJsonObject more, int code) {
        more.insert(u"txt"_s, text);
        QTest::newRow(name) << form << more << code;
    };

    row("ERR-00 OUT-17 a plain message is accepted", Form::Json, "{}", 0);
    row("ERR-00 OUT-18 by GET too", Form::Get, "{}", 0);
    row("ERR-00 BLK-01 in bulk too", Form::Bulk, "{}", 0);

    row("ERR-08 OUT-01 no serviceid", Form::Json, R"({"serviceid":null})", 8);
    row("ERR-08 OUT-01 an empty serviceid by GET", Form::Get, R"({"serviceid":""})", 8);
    row("ERR-08 BLK-01 no serviceid in bulk", Form::Bulk, R"({"serviceid":null})", 8);
    row("ERR-07 OUT-01 serviceid as a JSON string", Form::Json, R"({"serviceid":"1234"})", 7);
    row("ERR-07 OUT-01 another serviceid", Form::Json, R"({"serviceid":4321})", 7);
    row("ERR-07 OUT-01 half a serviceid", Form::Json, R"({"serviceid":1234.5})", 7);
    row("ERR-07 OUT-01 serviceid with a plus by GET", Form::Get, R"({"serviceid":"+1234"})", 7);
    row("ERR-08 comes before ERR-09", Form::Json, R"({"serviceid":null,"phoneno":null})", 8);

    row("ERR-09 OUT-03 no number", Form::Json, R"({"phoneno":null})", 9);
    row("ERR-09 OUT-03 an empty number by GET", Form::Get, R"({"phoneno":""})", 9);
    row("ERR-09 of number, text and sender the number is missed first", Form::Json,
        R"({"phoneno":null,"txt":null,"fromid":null})", 9);
    row("ERR-09 BLK-02 no number in bulk", Form::Bulk, R"({"phoneno":null})", 9);
    row("ERR-09 BLK-02 an empty list of numbers", Form::Bulk, R"({"phoneno":[]})", 9);
    row("ERR-10 OUT-04 no text", Form::Json, R"({"txt":null})", 10);
    row("ERR-10 OUT-04 an empty text", Form::Json, R"({"txt":""})", 10);
    row("ERR-10 of text and sender the text is missed first", Form::Json, R"({"txt":"","fromid":""})", 10);
    row("ERR-10 BLK-01 no text in bulk", Form::Bulk, R"({"txt":null})", 10);
    row("ERR-11 OUT-07 no sender", Form::Json, R"({"fromid":null})", 11);
    row("ERR-11 BLK-01 an empty sender in bulk", Form::Bulk, R"({"fromid":""})", 11);

    row("ERR-01 OUT-03 a number without its country", Form::Json, R"({"phoneno":"99999999"})", 1);
    row("ERR-01 OUT-03 a number that is a JSON number", Form::Json, R"({"phoneno":4799999999})", 1);
    row("ERR-01 OUT-03 a list of numbers in a single message", Form::Json, R"({"phoneno":["004799999999"]})",
        1);
    row("ERR-01 BLK-02 one number in place of a list", Form::Bulk, R"({"phoneno":"004799999999"})", 1);
    row("ERR-01 BLK-07 no valid number in bulk", Form::Bulk, R"({"phoneno":["0047123","99999999"]})", 1);
    row("BLK-07 one valid number is enough", Form::Bulk, R"({"phoneno":["0047123","004799999999"]})", 0);

    row("OUT-07 a text sender of 11 characters", Form::Json, R"({"fromid":"Blåbærfirma"})", 0);
    row("OUT-07 eleven emoji are eleven characters", Form::Json,
        QJsonDocument(QJsonObject{{u"fromid"_s, times(11, u"🤣"_s)}}).toJson(), 0);
    row("ERR-03 OUT-07 a text sender of 12 characters", Form::Json, R"({"fromid":"Blåbærfirmas"})", 3);
    row("OUT-07 a number series", Form::Json, R"({"fromid":"26114123450000"})", 0);
    row("OUT-07 a number with a plus", Form::Json, R"({"fromid":"+4759440000"})", 0);
    row("ERR-03 OUT-07 a number with a space", Form::Json, R"({"fromid":"26114 12345000"})", 3);
    row("ERR-03 OUT-07 a sender that is a JSON number", Form::Json, R"({"fromid":26114})", 3);
    row("ERR-03 OUT-07 12 characters in bulk", Form::Bulk, R"({"fromid":"Blåbærfirmas"})", 3);

    row("OUT-08 a charged message, whoever is named as sender", Form::Json, R"({"price":3000})", 0);
    row("OUT-08 the highest price", Form::Get, R"({"price":"20000"})", 0);
    row("ERR-04 OUT-08 50 øre", Form::Json, R"({"price":50})", 4);
    row("ERR-04 OUT-08 a price of nothing", Form::Json, R"({"price":0})", 4);
    row("ERR-04 OUT-08 201 kroner", Form::Json, R"({"price":20100})", 4);
    row("ERR-04 OUT-08 a kroner and a half", Form::Json, R"({"price":150})", 4);
    row("ERR-04 OUT-08 a price as a JSON string", Form::Json, R"({"price":"3000"})", 4);
    row("ERR-04 BLK-03 a price in bulk", Form::Bulk, R"({"price":3000})", 4);
    row("ERR-12 OUT-08 a Swede cannot be charged", Form::Json, R"({"price":3000,"phoneno":"0046701234567"})",
        12);
    textRow("OUT-08 160 characters charged", Form::Json, times(160, u"æ"_s), {{u"price"_s, 100}}, 0);
    textRow("ERR-15 OUT-08 161 characters charged", Form::Json, times(161, u"æ"_s), {{u"price"_s, 100}}, 15);
    textRow("ERR-15 OUT-08 81 braces charged are 162", Form::Json, times(81, u"{"_s), {{u"price"_s, 100}},
            15);

    textRow("OUT-05 1530 characters", Form::Json, times(1530, u"é"_s), {}, 0);
    textRow("ERR-14 OUT-05 1531 characters", Form::Json, times(1531, u"é"_s), {}, 14);
    textRow("OUT-05 765 braces", Form::Json, times(765, u"}"_s), {}, 0);
    textRow("ERR-14 OUT-05 766 braces", Form::Json, times(766, u"}"_s), {}, 14);
    textRow("OUT-05 765 emoji as Unicode", Form::Json, times(765, u"🤣"_s), {{u"unicode"_s, true}}, 0);
    textRow("ERR-14 OUT-05 766 emoji as Unicode", Form::Json, times(766, u"🤣"_s), {{u"unicode"_s, true}},
            14);
    textRow("OUT-04 1530 emoji are replaced by one septet each", Form::Json, times(1530, u"🤣"_s), {}, 0);
    textRow("ERR-14 OUT-04 a 1531st replaced one is too long", Form::Json, times(1531, u"🤣"_s), {}, 14);
    textRow("ERR-14 BLK-01 1531 characters in bulk", Form::Bulk, times(1531, u"e"_s), {}, 14);
    textRow("ERR-14 OUT-05 1531 characters by GET", Form::Get, times(1531, u"e"_s), {}, 14);

    row("OUT-04 a dash is replaced", Form::Json, R"({"txt":"ti – tolv"})", 0);
    row("ERR-16 BLK-04 a dash in bulk is refused", Form::Bulk, R"({"txt":"ti – tolv"})", 16);
    row("BLK-04 a dash in bulk as Unicode", Form::Bulk, R"({"txt":"ti – tolv","unicode":true})", 0);
    row("ERR-16 BLK-04 a small ç is not GSM's Ç", Form::Bulk, R"({"txt":"façade"})", 16);
    row("BLK-04 every extension character passes", Form::Bulk, R"({"txt":"^{}\\[~]|€\f"})", 0);

    row("OUT-09 unicode false", Form::Json, R"({"unicode":false})", 0);
    row("OUT-09 unicode by GET", Form::Get, R"({"unicode":"true"})", 0);
    row("ERR-20 OUT-09 unicode as a JSON string", Form::Json, R"({"unicode":"true"})", 20);
    row("ERR-20 OUT-09 unicode as 1 by GET", Form::Get, R"({"unicode":"1"})", 20);
    row("ERR-20 BLK-03 unicode as 1 in bulk", Form::Bulk, R"({"unicode":1})", 20);

    row("OUT-10 utf-8", Form::Get, R"({"encoding":"utf-8"})", 0);
    row("OUT-10 iso-8859-1", Form::Get, R"({"encoding":"iso-8859-1"})", 0);
    row("ERR-19 OUT-10 another encoding", Form::Get, R"({"encoding":"latin1"})", 19);
    row("ERR-19 OUT-10 an empty encoding", Form::Get, R"({"encoding":""})", 19);
    row("OUT-10 encoding is nothing to JSON", Form::Json, R"({"encoding":"latin1"})", 0);

    row("OUT-12 a reference of 100 characters", Form::Json,
        QJsonDocument(QJsonObject{{u"ref"_s, times(100, u"ø"_s)}}).toJson(), 0);
    row("ERR-25 OUT-12 a reference of 101 characters", Form::Json,
        QJsonDocument(QJsonObject{{u"ref"_s, times(101, u"ø"_s)}}).toJson(), 25);
    row("OUT-12 a whole number as reference", Form::Json, R"({"ref":987654321})", 0);
    row("ERR-25 OUT-12 half a number as reference", Form::Json, R"({"ref":1.5})", 25);
    row("ERR-25 OUT-12 a list as reference", Form::Json, R"({"ref":["a"]})", 25);
    row("ERR-25 BLK-03 101 characters in bulk", Form::Bulk,
        QJsonDocument(QJsonObject{{u"ref"_s, times(101, u"r"_s)}}).toJson(), 25);

    row("OUT-13 a second ahead", Form::Json, R"({"scheduled":"2030-03-17T17:46:41Z"})", 0);
    row("OUT-13 UTC where no zone is given", Form::Json, R"({"scheduled":"2030-03-17T17:46:41"})", 0);
    row("ERR-26 OUT-13 now is not the future", Form::Json, R"({"scheduled":"2030-03-17T17:46:40Z"})", 26);
    row("ERR-26 OUT-13 the past without a zone", Form::Json, R"({"scheduled":"2030-03-17T17:46:39"})", 26);
    row("ERR-26 OUT-13 the past behind its zone", Form::Json, R"({"scheduled":"2030-03-17T18:46:00+01:00"})",
        26);
    row("OUT-13 the future behind its zone", Form::Json, R"({"scheduled":"2030-03-17T17:00:00-01:00"})", 0);
    row("OUT-13 by GET", Form::Get, R"({"scheduled":"2031-01-01T00:00"})", 0);
    row("ERR-26 OUT-13 a date without time", Form::Json, R"({"scheduled":"2031-01-01"})", 26);
    row("ERR-26 OUT-13 no date", Form::Json, R"({"scheduled":"tomorrow"})", 26);
    row("ERR-26 OUT-13 30 February", Form::Json, R"({"scheduled":"2031-02-30T10:00:00Z"})", 26);
    row("ERR-26 OUT-13 seconds since 1970", Form::Json, R"({"scheduled":1930000000})", 26);
    row("ERR-26 OUT-13 an empty time", Form::Get, R"({"scheduled":""})", 26);
    row("ERR-26 BLK-03 the past in bulk", Form::Bulk, R"({"scheduled":"2024-01-30T13:50:00Z"})", 26);

    row("OUT-14 a minute", Form::Json, R"({"validity":1})", 0);
    row("ERR-24 OUT-14 no minute", Form::Json, R"({"validity":0})", 24);
    row("ERR-24 OUT-14 less than none", Form::Get, R"({"validity":"-5"})", 24);
    row("ERR-24 OUT-14 half a minute", Form::Json, R"({"validity":1.5})", 24);
    row("ERR-24 OUT-14 minutes with a unit", Form::Get, R"({"validity":"60 min"})", 24);
    row("ERR-24 BLK-03 no minute in bulk", Form::Bulk, R"({"validity":0})", 24);

    row("OUT-15 flash", Form::Json, R"({"flash":true})", 0);
    row("ERR-22 OUT-15 flash as a number", Form::Json, R"({"flash":1})", 22);
    row("ERR-22 OUT-15 flash in capitals by GET", Form::Get, R"({"flash":"TRUE"})", 22);
    row("ERR-22 BLK-03 flash as a word in bulk", Form::Bulk, R"({"flash":"yes"})", 22);

    row("OUT-16 protocol 0", Form::Json, R"({"protocolid":0})", 0);
    row("OUT-16 protocol 255", Form::Get, R"({"protocolid":"255"})", 0);
    row("ERR-23 OUT-16 protocol 256", Form::Json, R"({"protocolid":256})", 23);
    row("ERR-23 OUT-16 protocol -1", Form::Json, R"({"protocolid":-1})", 23);
    row("ERR-23 OUT-16 a protocol's name", Form::Get, R"({"protocolid":"replace"})", 23);
    row("ERR-23 BLK-03 protocol 256 in bulk", Form::Bulk, R"({"protocolid":256})", 23);

    row("BLK-02 a group", Form::Bulk, R"({"phoneno":null,"group":"Kunder i Åsane"})", 0);
    row("ERR-27 BLK-02 a group without a name", Form::Bulk, R"({"phoneno":null,"group":" "})", 27);
    row("ERR-27 BLK-02 a group that is a number", Form::Bulk, R"({"phoneno":null,"group":7})", 27);
    row("ERR-27 BLK-02 numbers and a group", Form::Bulk, R"({"group":"Kunder"})", 27);
    row("ERR-09 BLK-02 a single message has no group", Form::Json, R"({"phoneno":null,"group":"Kunder"})", 9);
    row("ERR-28 BLK-03 a template in bulk", Form::Bulk, R"({"type":"otp","code":"123456"})", 28);
}

void TestJudge::code()
{
    QFETCH(const Form, form);
    QFETCH(const QJsonObject, changes);
    const support::ManualClock clock(nowMs);
    simulator::Judge judge({1234, {}, true}, clock);
    const simulator::Judgement judgement = judge.judged(asking::changed(form, changes));
    QTEST(judgement.errorCode, "code");
    QCOMPARE(judgement.accepted.isEmpty(), judgement.errorCode != 0);
}

void TestJudge::number_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("number"); // empty: none
    const auto row = [](const char *name, const QString &given, const QString &number) {
        QTest::newRow(name) << given << number;
    };
    row("OUT-03 with 00", u"004799999999"_s, u"+4799999999"_s);
    row("OUT-03 with +", u"+4799999999"_s, u"+4799999999"_s);
    row("OUT-03 another country", u"0046701234567"_s, u"+46701234567"_s);
    row("OUT-03 seven digits in all", u"+2901234"_s, u"+2901234"_s);
    row("OUT-03 six digits in all", u"+290123"_s, {});
    row("OUT-03 fifteen digits", u"+491234567890123"_s, u"+491234567890123"_s);
    row("OUT-03 sixteen digits", u"+4912345678901234"_s, {});
    row("OUT-03 a Norwegian digit too few", u"00479999999"_s, {});
    row("OUT-03 a Norwegian digit too many", u"0047999999999"_s, {});
    row("OUT-03 no Norwegian number begins with 1", u"004712345678"_s, {});
    row("OUT-03 no country begins with 0", u"000799999999"_s, {});
    row("OUT-03 neither 00 nor +", u"4799999999"_s, {});
    row("OUT-03 spaces", u"+47 99 99 99 99"_s, {});
    row("OUT-03 a line feed behind it", u"+4799999999\n"_s, {});
    row("OUT-03 digits of another script", u"+47٩٩٩٩٩٩٩٩"_s, {});
}

void TestJudge::number()
{
    QFETCH(const QString, given);
    QTEST(simulator::mobileNumber(given).value_or(QString()), "number");
}

// Every request that the client's builder has to make, the simulator takes.
void TestJudge::vectorsAreAccepted()
{
    const QJsonArray rows = asking::vectors(u"requests.json"_s);
    QVERIFY(rows.size() >= 12);
    const support::ManualClock clock(1'763'000'000'000); // before the vectors' times
    int judgedRows = 0;
    for (const QJsonValue &row : rows) {
        if (row[u"json"].isUndefined())
            continue;
        simulator::Judge judge({0, {}, true}, clock);
        const bool bulk = row[u"endpoint"].toString() == "push_bulk"_L1;
        const int code = judge.judged({row[u"json"].toObject(), false, bulk}).errorCode;
        QVERIFY2(code == 0, qPrintable(row[u"what"].toString() + u": %1"_s.arg(code)));
        ++judgedRows;
    }
    QVERIFY(judgedRows >= 8);
}

void TestJudge::length_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("unicode");
    QTest::addColumn<int>("expected");
    QTest::newRow("OUT-05 plain letters") << u"Blåbær"_s << false << 6;
    QTest::newRow("OUT-05 an extension character is two") << u"10 €"_s << false << 5;
    QTest::newRow("OUT-04 a replaced character is one") << u"a–b"_s << false << 3;
    QTest::newRow("OUT-04 a replaced emoji is one") << u"🤣"_s << false << 1;
    QTest::newRow("OUT-09 a text that fits stays GSM") << u"10 €"_s << true << 5;
    QTest::newRow("OUT-09 UTF-16 units as Unicode") << u"🤣€"_s << true << 3;
}

void TestJudge::length()
{
    QFETCH(const QString, text);
    QFETCH(const bool, unicode);
    QFETCH(const int, expected);
    QCOMPARE(simulator::lengthAsSent(text, unicode), qsizetype(expected));
}

// OUT-04: 127 characters and ten behind the escape, the form feed among them, counted by themselves.
void TestJudge::everyGsmCharacterFits()
{
    int one = 0;
    int two = 0;
    for (int unit = 0; unit < 0x10000; ++unit) {
        const QString text(QChar{static_cast<char16_t>(unit)});
        if (simulator::fitsGsm(text))
            ++(simulator::lengthAsSent(text, false) == 1 ? one : two);
    }
    QCOMPARE(one, 127);
    QCOMPARE(two, 10);
}

void TestJudge::bulkListsWhatItLeavesOut()
{
    const support::ManualClock clock(nowMs);
    simulator::Judge judge({1234, {}, true}, clock);
    const auto judgement = judge.judged(asking::changed(
        Form::Bulk,
        asking::object(R"({"phoneno":["004799999999","0047123","+4799999999",7,"004699999999"]})")));
    QCOMPARE(judgement.errorCode, 0);
    QCOMPARE(judgement.accepted, QStringList({u"+4799999999"_s, u"+4699999999"_s}));
    QCOMPARE(judgement.invalid, QStringList({u"0047123"_s, u"7"_s})); // BLK-06, as given
    QCOMPARE(judgement.duplicate, QStringList({u"+4799999999"_s}));
}

void TestJudge::groupHasMembers()
{
    const support::ManualClock clock(nowMs);
    simulator::Judge judge({1234, {}, true}, clock);
    const auto judgement = judge.judged(
        asking::changed(Form::Bulk, asking::object(R"({"phoneno":null,"group":"Kunder i Åsane"})")));
    QCOMPARE(judgement.accepted.size(), 3); // BLK-10: known to the gateway alone
    QVERIFY(judgement.invalid.isEmpty());
}

void TestJudge::startsWhenScheduled()
{
    const support::ManualClock clock(nowMs);
    simulator::Judge judge({1234, {}, true}, clock);
    QCOMPARE(judge.judged(asking::changed(Form::Json, {})).startMs, nowMs);
    const auto later = judge.judged(
        asking::changed(Form::Json, asking::object(R"({"scheduled":"2030-03-17T19:46:50+02:00"})")));
    QCOMPARE(later.startMs, nowMs + 10'000); // OUT-13
}

void TestJudge::descriptionsTellCodesApart()
{
    QSet<QString> words;
    for (const QJsonValue &row : asking::vectors(u"errors.json"_s))
        words.insert(simulator::description(row[u"code"].toInt()));
    QCOMPARE(words.size(), 40);
    QCOMPARE(simulator::description(0), u"OK"_s);
    QCOMPARE(simulator::description(1), u"Invalid mobile number"_s); // the description's own example
    QVERIFY(!words.contains(simulator::description(77)));
}

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
