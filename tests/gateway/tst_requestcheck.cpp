// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/request.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using gateway::PushRequest;

Q_DECLARE_METATYPE(gateway::PushRequest)

namespace {

const qint64 now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::utc()).toMSecsSinceEpoch();

PushRequest valid()
{
    PushRequest request;
    request.serviceId = 1234;
    request.password = u"hemmelig"_s;
    request.numbers = {u"+4799999999"_s};
    request.sender = u"Firmanavn"_s;
    request.text = u"Hei"_s;
    request.ref = u"~0123456789abcdefghijkl"_s;
    return request;
}

} // namespace

class TestRequestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check_data()
    {
        QTest::addColumn<PushRequest>("request");
        QTest::addColumn<bool>("bulk");
        QTest::addColumn<QString>("error"); // "code@field", empty: passes
        const auto row = [](const char *name, bool bulk, const QString &error, auto change) {
            PushRequest request = valid();
            change(request);
            QTest::newRow(name) << request << bulk << error;
        };
        const auto text = [](const QString &value, bool unicode = false) {
            return [value, unicode](PushRequest &request) {
                request.text = value;
                request.options.unicode = unicode;
            };
        };
        const auto sender = [](const QString &value) {
            return [value](PushRequest &request) { request.sender = value; };
        };
        const auto number = [](const QString &value) {
            return [value](PushRequest &request) { request.numbers = {value}; };
        };
        const auto price = [](int ore) {
            return [ore](PushRequest &request) { request.options.priceOre = ore; };
        };

        row("BLK-01 a plain request passes in bulk", true, {}, [](PushRequest &) {});
        row("OUT-01 a plain request passes", false, {}, [](PushRequest &) {});
        row("OUT-01 no service ID", false, u"noAccount@account"_s,
            [](PushRequest &request) { request.serviceId = 0; });
        row("OUT-03 no number", false, u"noRecipients@to"_s,
            [](PushRequest &request) { request.numbers.clear(); });
        row("OUT-03 a national number", false, u"invalidNumber@to"_s, number(u"99999999"_s));
        row("OUT-03 a number with spaces", false, u"invalidNumber@to"_s, number(u"+47 99999999"_s));
        row("OUT-03 sixteen digits", false, u"invalidNumber@to"_s, number(u"+1234567890123456"_s));
        row("OUT-03 a number after a line break", false, u"invalidNumber@to"_s, number(u"+4799999999\n"_s));
        row("OUT-03 two numbers in a single message", false, u"usage@to"_s,
            [](PushRequest &request) { request.numbers.append(u"+4799999998"_s); });
        row("OUT-04 an empty text", false, u"textEmpty@text"_s, text({}));
        row("OUT-04 white space alone", false, u"textEmpty@text"_s, text(u" \n\t"_s));
        row("OUT-04 a dash that GSM lacks", false, u"needsUnicode@text"_s, text(u"a – b"_s));
        row("BLK-04 the same in bulk", true, u"needsUnicode@text"_s, text(u"a – b"_s));
        row("OUT-09 the dash with unicode", false, {}, text(u"a – b"_s, true));
        row("OUT-05 1,530 characters", false, {}, text(QString(1530, u'a')));
        row("OUT-05 1,531 characters", false, u"textTooLong@text"_s, text(QString(1531, u'a')));
        row("OUT-05 766 euro signs are 1,532 septets", false, u"textTooLong@text"_s,
            text(QString(766, u'€')));
        row("OUT-05 1,531 units of Unicode", false, u"textTooLong@text"_s, text(QString(1531, u'–'), true));
        row("OUT-07 no sender", false, u"senderEmpty@from"_s, sender({}));
        row("OUT-07 white space for a sender", false, u"senderEmpty@from"_s, sender(u"  "_s));
        row("OUT-07 eleven characters", false, {}, sender(u"Bjørnøya AS"_s));
        row("OUT-07 twelve characters", false, u"senderTooLong@from"_s, sender(u"Firmanavn AS"_s));
        row("OUT-07 a number series", false, {}, sender(u"26114123450000"_s));
        row("OUT-07 a number with plus", false, {}, sender(u"+4759440000"_s));
        row("OUT-07 twenty-one digits", false, u"senderTooLong@from"_s, sender(QString(21, u'1')));
        row("OUT-07 two digits", false, u"invalidSender@from"_s, sender(u"12"_s));
        row("OUT-07 a character that no phone can show", false, u"invalidSender@from"_s, sender(u"Firma™"_s));
        row("OUT-07 a line break", false, u"invalidSender@from"_s, sender(u"Fir\nma"_s));
        row("OUT-08 the lowest price", false, {}, price(100));
        row("OUT-08 the highest price", false, {}, price(20000));
        row("OUT-08 half a krone", false, u"invalidPrice@price"_s, price(150));
        row("OUT-08 nothing", false, u"invalidPrice@price"_s, price(0));
        row("OUT-08 too much", false, u"invalidPrice@price"_s, price(20100));
        row("OUT-08 less than nothing", false, u"invalidPrice@price"_s, price(-100));
        row("BLK-03 a price in bulk", true, u"invalidPrice@price"_s, price(100));
        row("OUT-08 the sender does not matter, it becomes 2401", false, {}, [](PushRequest &request) {
            request.options.priceOre = 100;
            request.sender.clear();
        });
        row("OUT-08 a Swedish subscriber", false, u"countryNotAllowed@to"_s, [](PushRequest &request) {
            request.options.priceOre = 100;
            request.numbers = {u"+46701234567"_s};
        });
        row("OUT-08 a Norwegian one in the form with 00", false, {}, [](PushRequest &request) {
            request.options.priceOre = 100;
            request.numbers = {u"004799999999"_s};
        });
        row("OUT-08 160 characters", false, {}, [](PushRequest &request) {
            request.options.priceOre = 100;
            request.text = QString(160, u'a');
        });
        row("OUT-08 161 characters", false, u"textTooLong@text"_s, [](PushRequest &request) {
            request.options.priceOre = 100;
            request.text = QString(161, u'a');
        });
        row("OUT-12 a reference of 60 characters", false, {},
            [](PushRequest &request) { request.options.reference = QString(60, u'r'); });
        row("OUT-12 a reference of 61 characters", false, u"refTooLong@ref"_s,
            [](PushRequest &request) { request.options.reference = QString(61, u'r'); });
        row("OUT-12 a whole ref of 101 characters", false, u"refTooLong@ref"_s,
            [](PushRequest &request) { request.ref = QString(101, u'r'); });
        row("OUT-13 a second ahead", false, {},
            [](PushRequest &request) { request.options.scheduledAtMs = now + 1000; });
        row("OUT-13 now is not the future", false, u"scheduledInPast@scheduled"_s,
            [](PushRequest &request) { request.options.scheduledAtMs = now; });
        row("OUT-13 what is left of the second is not sent", true, u"scheduledInPast@scheduled"_s,
            [](PushRequest &request) { request.options.scheduledAtMs = now + 999; });
        row("OUT-14 no minutes", false, u"invalidField@validity"_s,
            [](PushRequest &request) { request.options.validityMinutes = 0; });
        row("OUT-14 one minute", true, {}, [](PushRequest &request) { request.options.validityMinutes = 1; });
        row("OUT-16 255", false, {}, [](PushRequest &request) { request.options.protocolId = 255; });
        row("OUT-16 256", false, u"invalidField@protocol-id"_s,
            [](PushRequest &request) { request.options.protocolId = 256; });
        row("OUT-16 less than nothing", false, u"invalidField@protocol-id"_s,
            [](PushRequest &request) { request.options.protocolId = -1; });
        row("TPL-01 a type that nobody knows", false, u"invalidField@type"_s,
            [](PushRequest &request) { request.options.templateType = u"news"_s; });
        row("TPL-03 an otp without its code", false, u"invalidField@code"_s,
            [](PushRequest &request) { request.options.templateType = u"otp"_s; });
        row("TPL-05 a wrong order number", false, u"invalidField@orderno"_s, [](PushRequest &request) {
            request.options.templateType = u"order_ready"_s;
            request.options.templateFields = {{u"sendername"_s, u"X"_s}, {u"orderno"_s, u"1 2"_s}};
        });
        row("TPL-05 capitals do not stop it", false, {}, [](PushRequest &request) {
            request.options.templateType = u"order_ready"_s;
            request.options.templateFields = {{u"sendername"_s, u"X"_s}, {u"orderno"_s, u"A1"_s}};
        });
        row("BLK-03 a template in bulk", true, u"invalidField@type"_s, [](PushRequest &request) {
            request.options.templateType = u"otp"_s;
            request.options.templateFields = {{u"code"_s, u"1234"_s}};
        });
        row("BLK-02 a group", true, {}, [](PushRequest &request) {
            request.numbers.clear();
            request.group = u"Kunder"_s;
        });
        row("BLK-02 a group and numbers", true, u"usage@group"_s,
            [](PushRequest &request) { request.group = u"Kunder"_s; });
        row("BLK-02 a group in a single message", false, u"usage@group"_s, [](PushRequest &request) {
            request.numbers.clear();
            request.group = u"Kunder"_s;
        });
        row("BLK-02 neither", true, u"noRecipients@to"_s,
            [](PushRequest &request) { request.numbers.clear(); });
        row("BLK-02 1,000 numbers", true, {},
            [](PushRequest &request) { request.numbers = QStringList(1000, u"+4799999999"_s); });
        row("BLK-02 1,001 numbers", true, u"usage@to"_s,
            [](PushRequest &request) { request.numbers = QStringList(1001, u"+4799999999"_s); });
        row("BLK-07 one bad number stops all here", true, u"invalidNumber@to"_s,
            [](PushRequest &request) { request.numbers.append(u"0047"_s); });
    }

    void check()
    {
        QFETCH(PushRequest, request);
        QFETCH(bool, bulk);
        QFETCH(QString, error);
        const base::Result<void> result = gateway::checked(request, bulk, now);
        const QString seen =
            result ? QString() : base::identifier(result.error().code) + u'@' + result.error().field;
        QCOMPARE(seen, error);
    }

    void theErrorNamesWhatWasSeen()
    {
        PushRequest request = valid();
        request.text = u"a – b “c” –"_s;
        QCOMPARE(gateway::checked(request, false, now).error().detail, u"– “ ”"_s); // OUT-04
        request = valid();
        request.numbers = {u"12"_s};
        QCOMPARE(gateway::checked(request, false, now).error().detail, u"12"_s);
    }

    void onlyANumberCanBeAnswered_data()
    {
        QTest::addColumn<QString>("sender");
        QTest::addColumn<bool>("number");
        QTest::newRow("OUT-07 a short number") << u"26114"_s << true;
        QTest::newRow("OUT-07 with plus") << u"+4759440000"_s << true;
        QTest::newRow("OUT-07 space around it") << u" 26114 "_s << true;
        QTest::newRow("OUT-07 a hyphen makes it a text") << u"26-114"_s << false;
        QTest::newRow("OUT-07 a space in it does") << u"26 114"_s << false;
        QTest::newRow("OUT-07 a name") << u"Firmanavn"_s << false;
        QTest::newRow("OUT-07 nothing") << QString() << false;
    }
    void onlyANumberCanBeAnswered()
    {
        QFETCH(QString, sender);
        QTEST(gateway::isNumberSender(sender), "number");
    }
};

QTEST_GUILESS_MAIN(TestRequestCheck)
#include "tst_requestcheck.moc"
