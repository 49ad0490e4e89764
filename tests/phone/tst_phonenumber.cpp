// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/phonenumber.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using phone::NumberError;
using phone::NumberType;

class TestPhoneNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void acceptsTheGatewaysOwnExampleOfASender();
    void refuses_data();
    void refuses();
    void warnsOfUnknownRanges_data();
    void warnsOfUnknownRanges();
    void readsWithTheRegion_data();
    void readsWithTheRegion();
    void keepsTheInput();
    void readsTheSameEachTime_data() { accepts_data(); }
    void readsTheSameEachTime();
    void tellsCountries_data();
    void tellsCountries();
    void writesForTheGateway();
    void writesForPeople_data();
    void writesForPeople();
    void masksForLogs_data();
    void masksForLogs();
    void namesWhatCliPromises();
};

void TestPhoneNumber::accepts_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("country");
    QTest::addColumn<NumberType>("type");
    const auto mobile = [](const char *name, const QString &input) {
        QTest::newRow(name) << input << u"+4799999999"_s << u"NO"_s << NumberType::Mobile;
    };
    mobile("eight digits", u"99999999"_s);
    mobile("with spaces", u"999 99 999"_s);
    mobile("with spaces around", u"  99999999 \t"_s);
    mobile("with no-break spaces", u"999\u00a099\u00a0999"_s);
    mobile("with thin and narrow spaces", u"999\u200999\u202f999"_s);
    mobile("with hyphens", u"999-99-999"_s);
    mobile("with dashes of other kinds", u"999–99‑999"_s);
    mobile("with dots", u"99.99.99.99"_s);
    mobile("with slashes", u"999/99/999"_s);
    mobile("in brackets", u"(999) 99 999"_s);
    mobile("with the country code", u"4799999999"_s);
    mobile("with the country code and spaces", u"47 999 99 999"_s);
    mobile("with 00", u"004799999999"_s);
    mobile("with 00 and spaces", u"00 47 999 99 999"_s);
    mobile("with a plus", u"+4799999999"_s);
    mobile("with a plus and a space behind it", u"+ 47 999 99 999"_s);
    mobile("with a full-width plus", u"＋47 999 99 999"_s);
    mobile("with two pluses", u"++4799999999"_s);
    mobile("with plus and 00", u"+004799999999"_s);
    mobile("with the country code in brackets", u"(+47) 999 99 999"_s);
    mobile("with the country code's digits in brackets", u"+(47) 999 99 999"_s);
    mobile("with 00 in brackets", u"(0047) 999 99 999"_s);
    mobile("with (0) behind the country code", u"+47 (0) 999 99 999"_s);
    mobile("with (0) behind 0047", u"0047(0)99999999"_s);
    mobile("with (0) behind 47", u"47 ( 0 ) 999 99 999"_s);
    mobile("with a leading apostrophe", u"'99999999"_s);
    mobile("with a typographic apostrophe", u"’+4799999999"_s);
    mobile("with an acute accent for an apostrophe", u"´99999999"_s);
    mobile("in quotes", u"\"99999999\""_s);
    mobile("as a formula that keeps text", u"=\"004799999999\""_s);
    mobile("as a tel: link", u"tel:+47-999-99-999"_s);
    mobile("as a TEL: link without country code", u"TEL: 99999999"_s);
    mobile("in full-width digits", u"９９９９９９９９"_s);
    mobile("in Arabic digits", u"٩٩٩٩٩٩٩٩"_s);
    mobile("in digits beyond the basic plane", u"𝟗𝟗𝟗𝟗𝟗𝟗𝟗𝟗"_s);
    mobile("with direction marks around it", u"\u202a+47 999 99 999\u202c"_s);
    mobile("with a left-to-right mark before it", u"\u200e99999999"_s);
    mobile("with a word joiner inside", u"9999\u20609999"_s);
    mobile("with a byte order mark", u"\ufeff99999999"_s);
    mobile("with a soft hyphen and a zero-width space", u"9999\u00ad99\u200b99"_s);
    mobile("as a whole number with a fraction of zero", u"4799999999.0"_s);
    mobile("as a whole number with a Norwegian fraction of zero", u"99999999,00"_s);
    mobile("with dots in pairs, like no date", u"99.99.9999"_s);
    mobile("with the dot of a country code", u"+47.99999999"_s);
    mobile("with a switchboard's extension", u"tel:+4799999999;ext=5"_s);
    mobile("with a comma left over", u"99999999,"_s);
    mobile("with a full stop left over", u"99999999."_s);

    const auto row = [](const char *name, const QString &input, const QString &e164, const QString &country,
                        NumberType type) { QTest::newRow(name) << input << e164 << country << type; };
    row("a Norwegian number of the 4 series", u"41234567"_s, u"+4741234567"_s, u"NO"_s, NumberType::Mobile);
    row("eight digits that begin like the country code", u"47123456"_s, u"+4747123456"_s, u"NO"_s,
        NumberType::Mobile);
    row("a land line", u"22 22 22 22"_s, u"+4722222222"_s, u"NO"_s, NumberType::Fixed);
    row("a land line on Svalbard", u"79 02 12 34"_s, u"+4779021234"_s, u"SJ"_s, NumberType::Fixed);
    row("a free number", u"800 12 345"_s, u"+4780012345"_s, u"NO"_s, NumberType::Other);
    row("a premium number", u"82912345"_s, u"+4782912345"_s, u"NO"_s, NumberType::Other);
    row("a Swedish mobile", u"+46 70 123 45 67"_s, u"+46701234567"_s, u"SE"_s, NumberType::Mobile);
    row("a Swedish mobile with (0)", u"+46 (0)70-123 45 67"_s, u"+46701234567"_s, u"SE"_s,
        NumberType::Mobile);
    row("a Swedish mobile with its 0 left in", u"+46 070-123 45 67"_s, u"+46701234567"_s, u"SE"_s,
        NumberType::Mobile);
    row("a Swedish mobile that lost its plus", u"46701234567"_s, u"+46701234567"_s, u"SE"_s,
        NumberType::Mobile);
    row("a Danish mobile that lost its plus", u"4520123456"_s, u"+4520123456"_s, u"DK"_s, NumberType::Mobile);
    row("a Swedish mobile with (0) that lost its plus", u"46(0)701234567"_s, u"+46701234567"_s, u"SE"_s,
        NumberType::Mobile);
    row("an Italian land line that lost its plus", u"39 (0)6 1234 5678"_s, u"+390612345678"_s, u"IT"_s,
        NumberType::Fixed);
    row("a British mobile with (0)", u"+44 (0)7400 123456"_s, u"+447400123456"_s, u"GB"_s,
        NumberType::Mobile);
    row("an Italian land line whose (0) belongs to it", u"+39 (0)6 1234 5678"_s, u"+390612345678"_s, u"IT"_s,
        NumberType::Fixed);
    row("a Spanish mobile with a needless (0)", u"+34 (0)612 345 678"_s, u"+34612345678"_s, u"ES"_s,
        NumberType::Mobile);
    row("an American number, mobile or fixed", u"+1 202-555-0123"_s, u"+12025550123"_s, u"US"_s,
        NumberType::Mobile);
    row("a Canadian number with the same code", u"+1 604 555 0123"_s, u"+16045550123"_s, u"CA"_s,
        NumberType::Mobile);
    row("a number of no country", u"+800 1234 5678"_s, u"+80012345678"_s, u""_s, NumberType::Other);
    row("a short but valid foreign number", u"+683 4000"_s, u"+6834000"_s, u"NU"_s, NumberType::Fixed);
}

void TestPhoneNumber::accepts()
{
    QFETCH(QString, input);
    QFETCH(QString, e164);
    QFETCH(QString, country);
    QFETCH(NumberType, type);
    const auto number = phone::parse(input);
    QCOMPARE(phone::identifier(number.error), QString());
    QCOMPARE(number.e164, e164);
    QCOMPARE(number.country, country);
    QCOMPARE(phone::identifier(number.type), phone::identifier(type));
    QVERIFY(!number.unknownRange);
}

// Numbering plans of different years know its range or do not: it is good either way.
void TestPhoneNumber::acceptsTheGatewaysOwnExampleOfASender()
{
    const auto number = phone::parse(u"+4759440000"_s);
    QCOMPARE(phone::identifier(number.error), QString());
    QCOMPARE(number.e164, u"+4759440000"_s);
    QCOMPARE(number.country, u"NO"_s);
    QCOMPARE(phone::identifier(number.type),
             phone::identifier(number.unknownRange ? NumberType::Unknown : NumberType::Mobile));
}

void TestPhoneNumber::refuses_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QString &input, const char *error) {
        QTest::newRow(name) << input << QString::fromLatin1(error);
    };
    row("nothing", u""_s, "empty");
    row("blanks", u" \u00a0\t"_s, "empty");
    row("an apostrophe alone", u"'"_s, "empty");
    row("invisible characters alone", u"\ufeff\u200e"_s, "empty");
    row("a name", u"Ola Nordmann"_s, "notANumber");
    row("punctuation alone", u"-"_s, "notANumber");
    row("a plus alone", u"+"_s, "notANumber");
    row("letters behind digits", u"99999999 mob"_s, "notANumber");
    row("letters for digits", u"0800 FLOWERS"_s, "notANumber");
    row("an extension", u"22222222 ext. 12"_s, "notANumber");
    row("an e-mail address", u"99999999@example.com"_s, "notANumber");
    row("a service code", u"*21#"_s, "notANumber");
    row("a plus inside", u"9999+9999"_s, "notANumber");
    row("two numbers", u"99999999, 98888888"_s, "notANumber");
    row("a hidden number", u"xxxxxxxx"_s, "notANumber");
    row("superscript digits", u"⁹⁹⁹⁹⁹⁹⁹⁹"_s, "notANumber");
    row("a spreadsheet's rounding with a comma", u"4,79E+10"_s, "scientificNotation");
    row("a spreadsheet's rounding with a point", u"4.79E+10"_s, "scientificNotation");
    row("a spreadsheet's rounding without sign", u"4.79e10"_s, "scientificNotation");
    row("a spreadsheet's rounding without fraction", u"5E+09"_s, "scientificNotation");
    row("a spreadsheet's rounding behind an apostrophe", u"'4,79999E+09 "_s, "scientificNotation");
    row("almost a rounding", u"4,79E"_s, "notANumber");
    row("a date", u"24.12.1948"_s, "notANumber");
    row("a date with hyphens", u"10-12-1985"_s, "notANumber");
    row("a date with slashes", u"24/12/1948"_s, "notANumber");
    row("a date as written by hand", u"24/12-1948"_s, "notANumber");
    row("a date with nothing but blanks", u"24 12 1948"_s, "notANumber");
    row("a date with nothing but blanks from the year on", u"1948 12 24"_s, "notANumber");
    row("a bank account", u"1234.56.78901"_s, "notANumber");
    row("a bank account with blanks", u"1234 56 78901"_s, "notANumber");
    row("a bank account without anything between", u"15031234567"_s, "tooLong");
    row("a birth number that would be an American number", u"12109912345"_s, "tooLong");
    row("a birth number that would be a Dutch number", u"31100112345"_s, "tooLong");
    row("an American date", u"12/24/1948"_s, "notANumber");
    row("a date with blanks", u"24. 12. 1948"_s, "notANumber");
    row("a short date", u"24.12.48"_s, "notANumber");
    row("a date in ISO 8601", u"1948-12-24"_s, "notANumber");
    row("a date and a time", u"24.12.1948 12.30"_s, "notANumber");
    row("a date and a time with a colon", u"1948-12-24 12:30"_s, "notANumber");
    row("a time", u"12.30"_s, "notANumber");
    row("a time with a colon", u"12:30"_s, "notANumber");
    row("a fraction", u"1140362.5"_s, "notANumber");
    row("a fraction that would be a foreign number", u"626592.1875"_s, "notANumber");
    row("a fraction with a comma", u"626592,1875"_s, "notANumber");
    row("an amount", u"kr 12 345 678,00"_s, "notANumber");
    row("an amount without currency", u"12 345 678,50"_s, "notANumber");
    row("an amount with dots", u"12.345.678"_s, "notANumber");
    row("an amount with dots and decimals", u"12.345.678,00"_s, "notANumber");
    row("an English amount", u"12,345,678.00"_s, "notANumber");
    row("whole kroner", u"12345678,-"_s, "notANumber");
    row("a negative amount", u"-12345678"_s, "notANumber");
    row("a share", u"25 %"_s, "notANumber");
    row("one digit", u"1"_s, "tooShort");
    row("an emergency number", u"112"_s, "tooShort");
    row("a four-digit number", u"1881"_s, "tooShort");
    row("a five-digit number", u"26114"_s, "tooShort");
    row("a five-digit number that is valid in Norway", u"02800"_s, "tooShort");
    row("a five-digit number with country code", u"+47 02800"_s, "tooShort");
    row("seven digits", u"9999999"_s, "tooShort");
    row("seven digits with country code", u"+47 999 99 99"_s, "tooShort");
    row("seven digits that would be valid on a small island", u"6834000"_s, "tooShort");
    row("a country code alone", u"+47"_s, "tooShort");
    row("00 alone", u"00"_s, "tooShort");
    row("nine digits", u"999999999"_s, "tooLong");
    row("nine digits with country code", u"+47 999 999 999"_s, "tooLong");
    row("a 0 before eight digits", u"099999999"_s, "tooLong");
    row("two numbers with a space between", u"99999999 98888888"_s, "tooLong");
    row("twenty digits", u"12345678901234567890"_s, "tooLong");
    row("very many digits", QString(60000, u'9'), "tooLong");
    row("a country code that does not exist", u"+999 12345678"_s, "invalidCountry");
    row("00 before a national number", u"0099999999"_s, "invalidCountry");
    row("a Swedish number with a digit too few", u"+46 70 12"_s, "tooShort");
    row("a Danish number with a digit too many", u"+45 20 12 34 567"_s, "tooLong");
}

void TestPhoneNumber::refuses()
{
    QFETCH(QString, input);
    QFETCH(QString, error);
    const auto number = phone::parse(input);
    QCOMPARE(phone::identifier(number.error), error);
    QCOMPARE(number.e164, QString());
    QCOMPARE(number.country, QString());
    QVERIFY(!number.unknownRange);
}

void TestPhoneNumber::warnsOfUnknownRanges_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("country");
    QTest::newRow("eight digits of no known range") << u"13123456"_s << u"+4713123456"_s << u"NO"_s;
    QTest::newRow("with country code") << u"004743123456"_s << u"+4743123456"_s << u"NO"_s;
    QTest::newRow("eight digits that would be valid on a small island")
        << u"29022222"_s << u"+4729022222"_s << u"NO"_s;
    QTest::newRow("eight digits that begin with 0") << u"01234567"_s << u"+4701234567"_s << u"NO"_s;
    QTest::newRow("a German number of possible length")
        << u"+49 1234 567890"_s << u"+491234567890"_s << u"DE"_s;
}

void TestPhoneNumber::warnsOfUnknownRanges()
{
    QFETCH(QString, input);
    QFETCH(QString, e164);
    QFETCH(QString, country);
    const auto number = phone::parse(input);
    QCOMPARE(phone::identifier(number.error), QString());
    QCOMPARE(number.e164, e164);
    QCOMPARE(number.country, country);
    QCOMPARE(phone::identifier(number.type), u"unknown"_s);
    QVERIFY(number.unknownRange);
}

void TestPhoneNumber::readsWithTheRegion_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("e164");
    QTest::newRow("Sweden, with trunk 0") << u"070-123 45 67"_s << u"SE"_s << u"+46701234567"_s;
    QTest::newRow("Sweden, with (0)") << u"(0)70-123 45 67"_s << u"SE"_s << u"+46701234567"_s;
    QTest::newRow("Sweden in small letters") << u"0701234567"_s << u"se"_s << u"+46701234567"_s;
    QTest::newRow("Norway in small letters") << u"99999999"_s << u"no"_s << u"+4799999999"_s;
    QTest::newRow("Sweden, a Norwegian number with plus") << u"+4799999999"_s << u"SE"_s << u"+4799999999"_s;
    QTest::newRow("Sweden, a Norwegian number that lost its plus")
        << u"4799999999"_s << u"SE"_s << u"+4799999999"_s;
    QTest::newRow("Denmark, eight digits") << u"20123456"_s << u"DK"_s << u"+4520123456"_s;
    QTest::newRow("Svalbard, eight digits") << u"99999999"_s << u"SJ"_s << u"+4799999999"_s;
    QTest::newRow("America, with its own prefix abroad")
        << u"011 47 99999999"_s << u"US"_s << u"+4799999999"_s;
    QTest::newRow("America, with 00") << u"004799999999"_s << u"US"_s << u"+4799999999"_s;
    QTest::newRow("no such region, a number with plus") << u"+4799999999"_s << u"XX"_s << u"+4799999999"_s;
    QTest::newRow("no such region, a national number") << u"0701234567"_s << u"XX"_s << u""_s;
}

void TestPhoneNumber::readsWithTheRegion()
{
    QFETCH(QString, input);
    QFETCH(QString, region);
    QFETCH(QString, e164);
    const auto number = phone::parse(input, region);
    QCOMPARE(number.e164, e164);
    QCOMPARE(phone::identifier(number.error), e164.isEmpty() ? u"invalidCountry"_s : u""_s);
}

void TestPhoneNumber::keepsTheInput()
{
    for (const QString &input : {u" 999 99 999 "_s, u"+46 70 123 45 67"_s, u"kari"_s, u""_s})
        QCOMPARE(phone::parse(input).input, input);
}

void TestPhoneNumber::readsTheSameEachTime()
{
    QFETCH(QString, input);
    const auto first = phone::parse(input);
    QVERIFY(phone::parse(input) == first);
    // However it was typed at first, its own E.164 reads the same.
    auto again = phone::parse(first.e164);
    again.input = input;
    QVERIFY(again == first);
}

void TestPhoneNumber::tellsCountries_data()
{
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("country");
    QTest::newRow("Norway") << u"+4799999999"_s << u"NO"_s;
    QTest::newRow("Norway, unknown range") << u"+4713123456"_s << u"NO"_s;
    QTest::newRow("Svalbard") << u"+4779021234"_s << u"SJ"_s;
    QTest::newRow("Sweden") << u"+46701234567"_s << u"SE"_s;
    QTest::newRow("Canada") << u"+16045550123"_s << u"CA"_s;
    QTest::newRow("no country") << u"+80012345678"_s << u""_s;
    QTest::newRow("no such country code") << u"+99912345678"_s << u""_s;
    QTest::newRow("a sender text") << u"Firmanavn"_s << u""_s;
    QTest::newRow("a short number") << u"26114"_s << u""_s;
    QTest::newRow("nothing") << u""_s << u""_s;
}

void TestPhoneNumber::tellsCountries()
{
    QFETCH(QString, e164);
    QTEST(phone::countryOf(e164), "country");
}

void TestPhoneNumber::writesForTheGateway()
{
    QCOMPARE(phone::international00(u"+4799999999"_s), u"004799999999"_s); // OUT-03
    QCOMPARE(phone::international00(u"+46701234567"_s), u"0046701234567"_s);
    QCOMPARE(phone::international00(u"004799999999"_s), u"004799999999"_s);
}

void TestPhoneNumber::writesForPeople_data()
{
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("shown");
    // How the digits stand in groups is the numbering plan's word, and changes with it.
    QTest::newRow("a Norwegian mobile") << u"+4799999999"_s << u"\\+47( 9{2,3}){3,4}"_s;
    QTest::newRow("a Norwegian land line") << u"+4722222222"_s << u"\\+47( 2{2,3}){3,4}"_s;
    QTest::newRow("a Swedish mobile") << u"+46701234567"_s << u"\\+46 70( \\d{2,3}){3}"_s;
    QTest::newRow("a short number") << u"26114"_s << u"26114"_s;
    QTest::newRow("a sender text") << u"Firmanavn"_s << u"Firmanavn"_s;
    QTest::newRow("no such country code") << u"+99912345678"_s << u"\\+99912345678"_s;
    QTest::newRow("nothing") << u""_s << u""_s;
}

void TestPhoneNumber::writesForPeople()
{
    QFETCH(QString, e164);
    QFETCH(QString, shown);
    QString display = phone::forDisplay(e164);
    QVERIFY2(QRegularExpression(QRegularExpression::anchoredPattern(shown)).match(display).hasMatch(),
             qPrintable(display));
    QCOMPARE(display.remove(u' '), e164);
}

void TestPhoneNumber::masksForLogs_data()
{
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a Norwegian number") << u"+4799999912"_s << u"+47 ××××× 12"_s;
    QTest::newRow("a Swedish number shows no length") << u"+46701234567"_s << u"+46 ××××× 67"_s;
    QTest::newRow("a code of one digit") << u"+12025550123"_s << u"+1 ××××× 23"_s;
    QTest::newRow("a code of three digits") << u"+298211234"_s << u"+298 ××××× 34"_s;
    QTest::newRow("a number too short to show two of") << u"+6834000"_s << u"+683 ×××××"_s;
    QTest::newRow("a national number") << u"99999912"_s << u"×××××"_s;
    QTest::newRow("no such country code") << u"+99912345678"_s << u"×××××"_s;
    QTest::newRow("a name") << u"+Ola"_s << u"×××××"_s;
    QTest::newRow("nothing") << u""_s << u"×××××"_s;
}

void TestPhoneNumber::masksForLogs()
{
    QFETCH(QString, e164);
    QTEST(phone::masked(e164), "shown");
}

void TestPhoneNumber::namesWhatCliPromises()
{
    QCOMPARE(phone::identifier(NumberError::InvalidCountry), u"invalidCountry"_s);
    QCOMPARE(phone::identifier(NumberType::Mobile), u"mobile"_s);
    QCOMPARE(phone::identifier(NumberType::Fixed), u"fixed"_s);
    QCOMPARE(phone::identifier(NumberType::Other), u"other"_s);
    QCOMPARE(phone::identifier(NumberType::Unknown), u"unknown"_s);
}

QTEST_GUILESS_MAIN(TestPhoneNumber)
#include "tst_phonenumber.moc"
