// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/request.h"
#include "gateway/vectors.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
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

class TestRequest : public QObject
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

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
