// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/request.h"
#include "gateway/vectors.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using gateway::PushRequest;

Q_DECLARE_METATYPE(gateway::PushRequest)
Q_DECLARE_METATYPE(base::ErrorCode)

namespace {

const qint64 now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();

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

PushRequest fromVector(const QJsonObject &message)
{
    const QStringList templateNames{u"code"_s,   u"sendername"_s, u"username"_s, u"orderno"_s,
                                    u"amount"_s, u"currency"_s,   u"orderurl"_s, u"pax"_s,
                                    u"date"_s,   u"time"_s,       u"datetime"_s};
    PushRequest request;
    request.serviceId = message.value(u"serviceid"_s).toInteger();
    request.sender = message.value(u"fromid"_s).toString();
    request.text = message.value(u"txt"_s).toString();
    request.group = message.value(u"group"_s).toString();
    request.ref = message.value(u"ref"_s).toVariant().toString();
    const QJsonValue numbers = message.value(u"phoneno"_s);
    if (numbers.isString())
        request.numbers = {numbers.toString()};
    for (const QJsonValue &number : numbers.toArray())
        request.numbers.append(number.toString());
    domain::SendOptions &options = request.options;
    options.unicode = message.value(u"unicode"_s).toBool();
    options.flash = message.value(u"flash"_s).toBool();
    options.protocolId = message.value(u"protocolid"_s).toInt();
    if (message.contains(u"validity"_s))
        options.validityMinutes = message.value(u"validity"_s).toInt();
    if (message.contains(u"price"_s))
        options.priceOre = message.value(u"price"_s).toInt();
    if (message.contains(u"scheduled"_s)) {
        options.scheduledAtMs =
            QDateTime::fromString(message.value(u"scheduled"_s).toString(), Qt::ISODate).toMSecsSinceEpoch();
    }
    options.templateType = message.value(u"type"_s).toString();
    for (const QString &name : templateNames) {
        if (message.contains(name))
            options.templateFields.insert(name, message.value(name).toString());
    }
    return request;
}

QJsonObject parsed(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(body, &error).object();
    return error.error == QJsonParseError::NoError ? object : QJsonObject();
}

// Parameters as they stand, still percent-encoded: their order has no meaning.
QSet<QByteArray> parameters(const QByteArray &query)
{
    const QList<QByteArray> list = query.split('&');
    return QSet<QByteArray>(list.begin(), list.end());
}

} // namespace

class RequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestVectors_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray all = vectors(u"requests"_s);
        QVERIFY(all.size() >= 12);
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(rowName(all.at(i).toObject(), i).constData()) << all.at(i).toObject();
    }

    void requestVectors()
    {
        QFETCH(QJsonObject, vector);
        const PushRequest request = fromVector(vector.value(u"message"_s).toObject());
        const auto form = gateway::NumberForm::AsGiven;
        if (vector.value(u"method"_s) == u"GET"_s) {
            const auto encoding = vector.contains(u"encoding"_s) ? gateway::QueryEncoding::Utf8
                                                                 : gateway::QueryEncoding::Automatic;
            QCOMPARE(parameters(gateway::singleQuery(request, form, encoding)),
                     parameters(vector.value(u"query"_s).toString().toLatin1()));
        } else if (vector.value(u"endpoint"_s) == u"push_bulk"_s) {
            QCOMPARE(parsed(gateway::bulkBody(request, form)), vector.value(u"json"_s).toObject());
        } else {
            QCOMPARE(parsed(gateway::singleBody(request, form)), vector.value(u"json"_s).toObject());
        }
    }

    void singleFields_data()
    {
        QTest::addColumn<PushRequest>("request");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value"); // undefined: left out
        const QJsonValue absent(QJsonValue::Undefined);
        const auto row = [](const char *name, const QString &key, const QJsonValue &value, auto change) {
            PushRequest request = valid();
            change(request);
            QTest::newRow(name) << request << key << value;
        };
        const auto same = [](PushRequest &) {};
        row("OUT-01 the service ID is a number", u"serviceid"_s, 1234, same);
        row("OUT-02 the password is a text", u"password"_s, u"hemmelig"_s, same);
        row("ACC-01 with an authenticated IP address there is no password", u"password"_s, absent,
            [](PushRequest &request) { request.password.reset(); });
        row("OUT-03 E.164 becomes the form with 00", u"phoneno"_s, u"004799999999"_s, same);
        row("OUT-03 00 stays", u"phoneno"_s, u"004799999998"_s,
            [](PushRequest &request) { request.numbers = {u"004799999998"_s}; });
        row("OUT-04 the text goes as it stands", u"txt"_s, u" æ\n\"€\\ "_s,
            [](PushRequest &request) { request.text = u" æ\n\"€\\ "_s; });
        row("OUT-07 the sender", u"fromid"_s, u"Firmanavn"_s, same);
        row("OUT-08 a price makes the sender 2401", u"fromid"_s, u"2401"_s,
            [](PushRequest &request) { request.options.priceOre = 100; });
        row("OUT-08 no price", u"price"_s, absent, same);
        row("OUT-09 unicode", u"unicode"_s, true,
            [](PushRequest &request) { request.options.unicode = true; });
        row("OUT-19 unicode at its default", u"unicode"_s, absent, same);
        row("OUT-10 encoding is never sent with JSON", u"encoding"_s, absent,
            [](PushRequest &request) { request.text = u"–"_s; });
        row("OUT-12 ref", u"ref"_s, u"~0123456789abcdefghijkl"_s, same);
        row("OUT-13 the time goes in UTC with Z, whole seconds", u"scheduled"_s, u"2026-03-01T12:00:00Z"_s,
            [](PushRequest &request) { request.options.scheduledAtMs = now + 999; });
        row("OUT-19 scheduled left out", u"scheduled"_s, absent, same);
        row("OUT-14 validity in minutes", u"validity"_s, 90,
            [](PushRequest &request) { request.options.validityMinutes = 90; });
        row("OUT-19 validity left out", u"validity"_s, absent, same);
        row("OUT-15 flash", u"flash"_s, true, [](PushRequest &request) { request.options.flash = true; });
        row("OUT-19 flash at its default", u"flash"_s, absent, same);
        row("OUT-16 protocol ID", u"protocolid"_s, 71,
            [](PushRequest &request) { request.options.protocolId = 71; });
        row("OUT-19 protocol ID at its default", u"protocolid"_s, absent, same);
        const auto booking = [](const QString &name, const QString &value) {
            return [name, value](PushRequest &request) {
                request.options.templateType = u"conf_booking"_s;
                request.options.templateFields = {{u"sendername"_s, u"X AS"_s}, {name, value}};
            };
        };
        row("TPL-01 type", u"type"_s, u"conf_booking"_s, booking(u"pax"_s, u"4"_s));
        row("TPL-09 digits go as a number", u"pax"_s, 4, booking(u"pax"_s, u" 4 "_s));
        row("TPL-09 ten digits too", u"pax"_s, qint64(9999999999), booking(u"pax"_s, u"9999999999"_s));
        row("TPL-09 anything else as a text", u"pax"_s, u"4, 5"_s, booking(u"pax"_s, u"4, 5"_s));
        row("TPL-10 date as typed", u"date"_s, u"2030-01-31"_s, booking(u"date"_s, u"2030-01-31"_s));
        row("TPL-13 an empty field is not sent", u"time"_s, absent, booking(u"time"_s, u" "_s));
        row("TPL-01 a field of another type is not sent", u"code"_s, absent, booking(u"code"_s, u"1234"_s));
        row("TPL-01 fields without a type are not sent", u"code"_s, absent, [](PushRequest &request) {
            request.options.templateFields = {{u"code"_s, u"1234"_s}};
        });
    }

    void singleFields()
    {
        QFETCH(PushRequest, request);
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QCOMPARE(parsed(gateway::singleBody(request)).value(key), value);
    }

    void bulkFields()
    {
        PushRequest request = valid();
        request.numbers = {u"+4799999999"_s, u"+46701234567"_s};
        request.options.unicode = true;
        request.options.flash = true;
        request.options.validityMinutes = 5;
        request.options.protocolId = 65;
        request.options.scheduledAtMs = now;
        QCOMPARE(parsed(gateway::bulkBody(request)),
                 (QJsonObject{{u"serviceid"_s, 1234},
                              {u"password"_s, u"hemmelig"_s}, // BLK-09
                              {u"fromid"_s, u"Firmanavn"_s},
                              {u"txt"_s, u"Hei"_s},
                              {u"phoneno"_s, QJsonArray{u"004799999999"_s, u"0046701234567"_s}}, // BLK-02
                              {u"ref"_s, request.ref},                                           // BLK-08
                              {u"unicode"_s, true}, // BLK-03 and all below
                              {u"flash"_s, true},
                              {u"validity"_s, 5},
                              {u"protocolid"_s, 65},
                              {u"scheduled"_s, u"2026-03-01T12:00:00Z"_s}}));
        request.numbers = {u"+4799999999"_s};
        QVERIFY(parsed(gateway::bulkBody(request)).value(u"phoneno"_s).isArray()); // one number too

        // BLK-03: neither price nor templates, whatever is left over in the options.
        request.options.priceOre = 100;
        request.options.templateType = u"otp"_s;
        request.options.templateFields = {{u"code"_s, u"1234"_s}};
        const QJsonObject body = parsed(gateway::bulkBody(request));
        QCOMPARE(body.value(u"fromid"_s).toString(), u"Firmanavn"_s);
        for (const QString &key : {u"price"_s, u"type"_s, u"code"_s, u"encoding"_s})
            QVERIFY2(!body.contains(key), qPrintable(key));
    }

    void groupInsteadOfNumbers()
    {
        PushRequest request = valid();
        request.numbers.clear();
        request.group = u"Kunder i Åsane"_s;
        const QJsonObject body = parsed(gateway::bulkBody(request));
        QCOMPARE(body.value(u"group"_s).toString(), request.group); // BLK-02
        QVERIFY(!body.contains(u"phoneno"_s));
    }

    void query_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("encoded");
        QTest::addColumn<bool>("utf8");
        QTest::newRow("OUT-11 everything but unreserved characters is encoded")
            << u"aZ09-._~ !\"#$%&'()*+,/:;<=>?@[]^`{|}"_s
            << QByteArray(
                   "aZ09-._~%20%21%22%23%24%25%26%27%28%29%2A%2B%2C%2F%3A%3B%3C%3D%3E%3F%40%5B%5D%5E%60%"
                   "7B%7C%7D")
            << false;
        QTest::newRow("OUT-11 Latin-1 reaches to ÿ") << u"ÿ\n"_s << QByteArray("%FF%0A") << false;
        QTest::newRow("OUT-11 the character behind it takes all to UTF-8")
            << u"æĀ"_s << QByteArray("%C3%A6%C4%80") << true;
        QTest::newRow("OUT-11 the euro sign") << u"€"_s << QByteArray("%E2%82%AC") << true;
    }

    void query()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, encoded);
        QFETCH(bool, utf8);
        PushRequest request = valid();
        request.text = text;
        const QSet<QByteArray> all = parameters(gateway::singleQuery(request));
        QVERIFY2(all.contains("txt=" + encoded), gateway::singleQuery(request).constData());
        QCOMPARE(all.contains("encoding=utf8"), utf8);
        QVERIFY(all.contains("password=hemmelig"));
        QVERIFY(all.contains("phoneno=004799999999"));
    }

    void oneFieldTakesTheWholeQueryToUtf8()
    {
        PushRequest request = valid();
        request.text = u"æ"_s;
        request.options.templateType = u"order_confirmation"_s;
        request.options.templateFields = {{u"sendername"_s, u"Ås AS"_s}, {u"currency"_s, u"€"_s}};
        const QSet<QByteArray> all = parameters(gateway::singleQuery(request)); // OUT-11
        QVERIFY(all.contains("encoding=utf8"));
        QVERIFY(all.contains("currency=%E2%82%AC"));
        QVERIFY(all.contains("txt=%C3%A6"));
        QVERIFY(all.contains("sendername=%C3%85s%20AS"));
    }

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
        row("OUT-14 no minutes", false, u"invalidValidity@validity"_s,
            [](PushRequest &request) { request.options.validityMinutes = 0; });
        row("OUT-14 one minute", true, {}, [](PushRequest &request) { request.options.validityMinutes = 1; });
        row("OUT-16 255", false, {}, [](PushRequest &request) { request.options.protocolId = 255; });
        row("OUT-16 256", false, u"invalidProtocolId@protocol-id"_s,
            [](PushRequest &request) { request.options.protocolId = 256; });
        row("OUT-16 less than nothing", false, u"invalidProtocolId@protocol-id"_s,
            [](PushRequest &request) { request.options.protocolId = -1; });
        row("TPL-01 a type that nobody knows", false, u"invalidField@type"_s,
            [](PushRequest &request) { request.options.templateType = u"news"_s; });
        row("TPL-03 an otp without its code", false, u"missingField@code"_s,
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

    void urls_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("single");
        QTest::addColumn<QString>("bulk");
        QTest::newRow("ACC-02 the gateway's own")
            << u"https://www.pling.as/psk/"_s << u"https://www.pling.as/psk/push.php"_s
            << u"https://www.pling.as/psk/push_bulk.php"_s;
        QTest::newRow("ACC-02 without the last slash")
            << u"http://127.0.0.1:8080/a%20b"_s << u"http://127.0.0.1:8080/a%20b/push.php"_s
            << u"http://127.0.0.1:8080/a%20b/push_bulk.php"_s;
        QTest::newRow("ACC-02 without a path") << u"http://localhost:1"_s << u"http://localhost:1/push.php"_s
                                               << u"http://localhost:1/push_bulk.php"_s;
        QTest::newRow("ACC-02 a query and a name are dropped")
            << u"https://me:pw@x.no/p/?a=1#b"_s << u"https://x.no/p/push.php"_s
            << u"https://x.no/p/push_bulk.php"_s;
    }

    void urls()
    {
        QFETCH(QString, base);
        QFETCH(QString, single);
        QFETCH(QString, bulk);
        QCOMPARE(QString::fromLatin1(gateway::singleUrl(QUrl(base)).toEncoded()), single);
        QCOMPARE(QString::fromLatin1(gateway::bulkUrl(QUrl(base)).toEncoded()), bulk);
    }

    void hashKnowsTheMessageAndNotThePassword()
    {
        PushRequest request = valid();
        const QByteArray hash = gateway::bodyHash(request, false);
        QCOMPARE(hash.size(), 32);
        request.password = u"another"_s;
        QCOMPARE(gateway::bodyHash(request, false), hash);
        QVERIFY(gateway::bodyHash(request, true) != hash);
        request.text += u'!';
        QVERIFY(gateway::bodyHash(request, false) != hash);
    }

    void refs()
    {
        static const QRegularExpression form(u"\\Ac-1~[A-Za-z0-9_-]{22}\\z"_s); // OUT-12, BLK-08
        QSet<QString> seen;
        for (int i = 0; i < 1000; ++i) {
            const QString ref = gateway::newRef(u"c-1"_s);
            QVERIFY2(form.match(ref).hasMatch(), qPrintable(ref));
            seen.insert(ref);
        }
        QCOMPARE(seen.size(), 1000);
        QCOMPARE(gateway::newRef({}).size(), 23);
        QVERIFY(gateway::newRef({}).startsWith(u'~'));
        QVERIFY(gateway::newRef(QString(60, u'r')).size() <= 100);
    }

    void checkBodyCanSendNothing()
    {
        QCOMPARE(parsed(gateway::checkBody(7, u"p"_s)),
                 (QJsonObject{{u"serviceid"_s, 7}, {u"password"_s, u"p"_s}}));
        QCOMPARE(parsed(gateway::checkBody(7, std::nullopt)), (QJsonObject{{u"serviceid"_s, 7}}));
    }
};

QTEST_GUILESS_MAIN(RequestTest)
#include "tst_request.moc"
