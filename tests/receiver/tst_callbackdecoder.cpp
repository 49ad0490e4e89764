// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/callbackdecoder.h"
#include "receiver/jsonmembers.h"
#include "receiver/legible.h"
#include "support/places.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace receiver;

namespace {

QString optional(const std::optional<qint64> &value)
{
    return value ? QString::number(*value) : u"-"_s;
}

// The whole value as one line.
QString text(const Decoded &decoded)
{
    if (const auto *event = std::get_if<domain::StatusEvent>(&decoded))
        return u"status %1 origid %2 ref '%3' number '%4'"_s.arg(
            QString::number(event->status.number()), optional(event->origId), event->ref, event->number);
    if (const auto *message = std::get_if<domain::InboundMessage>(&decoded)) {
        QStringList files;
        for (const domain::InboundFile &file : message->files)
            files << file.id + u' ' + file.contentType + u' ' + file.fileName + u' ' +
                         QString::fromLatin1(file.content.toHex());
        return u"id %1 from '%2' to '%3' text '%4' sent %5 counter %6 keyword '%7' files [%8]"_s.arg(
            optional(message->gatewayId), message->from, message->to, message->text,
            QDateTime::fromMSecsSinceEpoch(message->sentMs, Qt::UTC).toString(Qt::ISODateWithMs),
            optional(message->counter), message->keyword, files.join(u", "_s));
    }
    return std::get<Unreadable>(decoded).reason;
}

QByteArray json(const QByteArray &changed = {}, const QByteArray &left = {})
{
    const QList<QPair<QByteArray, QByteArray>> members{{"id", "7"},
                                                       {"to", "\"26114\""},
                                                       {"from", "\"+4799999999\""},
                                                       {"text", "\"Hei\""},
                                                       {"sent", "\"2019-12-31T23:59:59Z\""},
                                                       {"counter", "3"},
                                                       {"keyword", "\"HEI\""}};
    const QByteArray changedName = changed.left(changed.indexOf(':'));
    QByteArrayList parts;
    for (const auto &[name, value] : members) {
        if (name != left && name != changedName)
            parts << '"' + name + "\":" + value;
    }
    if (!changed.isEmpty())
        parts << '"' + changedName + "\":" + changed.mid(changedName.size() + 1);
    return '{' + parts.join(',') + '}';
}

QByteArray withFile(const QByteArray &name, const QByteArray &base64)
{
    return json("files:[{\"id\":1,\"contentType\":\"image/png\",\"fileName\":\"" + name +
                "\",\"fileData\":\"" + base64 + "\"}]");
}

QString message(const QString &part = u"text 'Hei' sent 2019-12-31T23:59:59.000Z"_s)
{
    return u"id 7 from '+4799999999' to '26114' "_s + part + u" counter 3 keyword 'HEI' files []"_s;
}

} // namespace

class TestCallbackDecoder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheGatewaysVectors_data();
    void readsTheGatewaysVectors();
    void readsStatuses_data();
    void readsStatuses();
    void readsInboundParameters_data();
    void readsInboundParameters();
    void readsInboundJson_data();
    void readsInboundJson();
    void boundsFiles();
    void keepsWhatWasReceived();
    void findsDuplicateMembersQuickly();
    void whatIsLegibleOfTheUnreadable_data();
    void whatIsLegibleOfTheUnreadable();
};

void TestCallbackDecoder::readsTheGatewaysVectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    QFile file(support::dataFile(QStringLiteral("callbacks.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray vectors = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(vectors.size() >= 6);
    for (const QJsonValue &vector : vectors)
        QTest::newRow(qPrintable(vector["rule"_L1].toString() + u" as the gateway sends it"_s))
            << vector.toObject();
}

// Everything that the vector says was stored is found in the value, and nothing else.
void TestCallbackDecoder::readsTheGatewaysVectors()
{
    QFETCH(QJsonObject, vector);
    const QByteArray line = vector["request"_L1].toString().toLatin1();
    const QByteArray query = line.split(' ').at(1).mid(4);
    const QJsonObject stored = vector["stored"_L1].toObject();
    const QJsonObject body = vector["body"_L1].toObject();
    QJsonObject seen{{u"kind"_s, stored["kind"_L1]}};
    if (stored["kind"_L1] == "status"_L1) {
        const Decoded decoded = decodeStatus(query);
        const auto *event = std::get_if<domain::StatusEvent>(&decoded);
        QVERIFY(event);
        seen["status"_L1] = event->status.number();
        if (event->origId)
            seen["origid"_L1] = *event->origId;
        if (!event->ref.isEmpty())
            seen["ref"_L1] = event->ref;
        if (!event->number.isEmpty())
            seen["phoneno"_L1] = event->number;
        QCOMPARE(event->raw, query);
    } else {
        const Decoded decoded =
            body.isEmpty() ? decodeInboundParameters(query) : decodeInboundJson(QJsonDocument(body).toJson());
        const auto *message = std::get_if<domain::InboundMessage>(&decoded);
        QVERIFY(message);
        if (message->gatewayId)
            seen["id"_L1] = *message->gatewayId;
        seen["to"_L1] = message->to;
        seen["from"_L1] = message->from;
        seen["counter"_L1] = *message->counter;
        const QDateTime sent = QDateTime::fromMSecsSinceEpoch(message->sentMs, Qt::UTC);
        if (stored.contains("text"_L1)) { // the vector with files names neither of these
            seen["text"_L1] = message->text;
            seen["sent"_L1] = sent.toString(Qt::ISODate);
            seen["keyword"_L1] = message->keyword;
        } else {
            QCOMPARE(message->text, body["text"_L1].toString());
            QCOMPARE(sent.toString(Qt::ISODate), body["sent"_L1].toString());
            QCOMPARE(message->keyword, body["keyword"_L1].toString());
        }
        QJsonArray names;
        for (qsizetype i = 0; i < message->files.size(); ++i) {
            const QJsonValue given = body["files"_L1].toArray().at(i);
            names.append(message->files[i].fileName);
            QCOMPARE(message->files[i].id, QString::number(given["id"_L1].toInteger()));
            QCOMPARE(message->files[i].contentType, given["contentType"_L1].toString());
            QCOMPARE(message->files[i].content.toBase64(), given["fileData"_L1].toString().toLatin1());
        }
        if (!names.isEmpty())
            seen["files"_L1] = names;
    }
    QCOMPARE(seen, stored);
}

void TestCallbackDecoder::readsStatuses_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &parameters, const QString &expected) {
        QTest::newRow(name) << parameters << expected;
    };
    row("DLR-01 status and origid", "status=4&origid=145099", u"status 4 origid 145099 ref '' number ''"_s);
    row("DLR-02 status with ref, in any order", "phoneno=%2B4799999999&ref=abc&status=5&origid=1",
        u"status 5 origid 1 ref 'abc' number '+4799999999'"_s);
    row("DLR-02 a plus that was not escaped", "status=4&ref=a&phoneno=+4799999999",
        u"status 4 origid - ref 'a' number '+4799999999'"_s);
    row("DLR-02 a number with 00", "status=4&ref=a&phoneno=004799999999",
        u"status 4 origid - ref 'a' number '+4799999999'"_s);
    row("DLR-02 a number without plus", "status=4&ref=a&phoneno=4799999999",
        u"status 4 origid - ref 'a' number '+4799999999'"_s);
    row("DLR-02 our own reference", "status=4&ref=Mai%20%26%20juni~AZaz09-_&phoneno=%2B47",
        u"status 4 origid - ref 'Mai & juni~AZaz09-_' number '+47'"_s);
    row("DLR-02 a reference encoded as forms do", "status=4&ref=Mai+%2B+juni",
        u"status 4 origid - ref 'Mai + juni' number ''"_s);
    row("DLR-02 a reference in UTF-8", "status=4&ref=p%C3%A5ske",
        u"status 4 origid - ref 'påske' number ''"_s);
    row("DLR-02 BLK-08 no origid", "status=4&ref=a&phoneno=%2B4799999999",
        u"status 4 origid - ref 'a' number '+4799999999'"_s);
    row("DLR-03 with the operator", "status=-1&origid=2", u"status -1 origid 2 ref '' number ''"_s);
    row("unknown parameters are passed over, twice too", "x=1&status=4&origid=2&x=2&Status=9",
        u"status 4 origid 2 ref '' number ''"_s);
    row("empty optional parameters are none",
        "status=4&origid=2&ref=&phoneno=", u"status 4 origid 2 ref '' number ''"_s);

    row("DLR-03 a status the description lacks", "status=6&origid=2",
        u"status 6 origid 2 ref '' number ''"_s);
    row("DLR-03 status 0", "status=0&origid=2", u"status 0 origid 2 ref '' number ''"_s);
    row("DLR-03 status -4", "status=-4&origid=2", u"status -4 origid 2 ref '' number ''"_s);
    row("DLR-03 the greatest status", "status=2147483647&origid=2",
        u"status 2147483647 origid 2 ref '' number ''"_s);
    row("a status greater than that", "status=2147483648&origid=2", u"badParameter"_s);
    row("no status", "origid=2", u"missingParameter"_s);
    row("an empty status", "status=&origid=2", u"missingParameter"_s);
    row("nothing", "", u"missingParameter"_s);
    row("nothing to match by", "status=4&phoneno=%2B4799999999", u"missingParameter"_s);
    row("a status in words", "status=delivered&origid=2", u"badParameter"_s);
    row("a status with a plus", "status=%2B4&origid=2", u"badParameter"_s);
    row("a status with a blank", "status=%204&origid=2", u"badParameter"_s);
    row("a status with a blank behind", "status=4%20&origid=2", u"badParameter"_s);
    row("a status with a fraction", "status=4.0&origid=2", u"badParameter"_s);
    row("a lone minus", "status=-&origid=2", u"badParameter"_s);
    row("a status beyond all numbers", "status=99999999999999999999&origid=2", u"badParameter"_s);
    row("an origid with letters", "status=4&origid=1x", u"badParameter"_s);
    row("a negative origid", "status=4&origid=-1", u"badParameter"_s);
    row("an origid beyond all numbers", "status=4&origid=9223372036854775808", u"badParameter"_s);
    row("the greatest origid", "status=4&origid=9223372036854775807",
        u"status 4 origid 9223372036854775807 ref '' number ''"_s);
    row("a number with letters", "status=4&origid=1&phoneno=%2B47abc", u"badParameter"_s);
    row("a number longer than E.164", "status=4&origid=1&phoneno=%2B1234567890123456", u"badParameter"_s);
    row("a lone plus", "status=4&origid=1&phoneno=%2B", u"badParameter"_s);
    row("two statuses", "status=4&status=5&origid=2", u"duplicateParameter"_s);
    row("two equal statuses", "status=4&status=4&origid=2", u"duplicateParameter"_s);
    row("two references, one name escaped", "status=4&ref=a&r%65f=b", u"duplicateParameter"_s);
    row("DLR-01 an escape cut short in the reference hides no origid",
        "status=4&origid=2&ref=P%C3%A&phoneno=47", u"status 4 origid 2 ref '' number '+47'"_s);
    row("an escape cut short without an origid", "status=4&ref=%2", u"badEscape"_s);
    row("an escape cut short in two references", "status=4&origid=2&ref=%2&ref=a", u"badEscape"_s);
    row("an escape cut short elsewhere", "status=4&origid=2&ref=a&phoneno=%2", u"badEscape"_s);
    row("a malformed escape in an unknown parameter", "status=4&origid=2&x=%zz", u"badEscape"_s);
    row("DLR-02 a reference that came back in Latin-1", "status=4&origid=7&ref=P%E5minnelse~a",
        u"status 4 origid 7 ref 'Påminnelse~a' number ''"_s);
}

void TestCallbackDecoder::readsStatuses()
{
    QFETCH(QByteArray, parameters);
    QFETCH(QString, expected);
    QCOMPARE(text(decodeStatus(parameters)), expected);
}

void TestCallbackDecoder::readsInboundParameters_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &parameters, const QString &expected) {
        QTest::newRow(name) << parameters << expected;
    };
    const QByteArray base = "fromid=26114&phonenr=004799999999&time=1077181484&countnr=157&code=HEI";
    const auto expected = [](const QString &body, const QString &from = u"+4799999999"_s,
                             const QString &to = u"26114"_s) {
        return u"id - from '%1' to '%2' text '%3' sent 2004-02-19T09:04:44.000Z counter 157 keyword 'HEI' files []"_s
            .arg(from, to, body);
    };
    row("INB-04 Latin-1", base + "&txt=%E6%F8%E5%20%C6%D8%C5%80", expected(u"æøå ÆØÅ\u0080"_s));
    row("INB-04 what Latin-1 lacks is a question mark", base + "&txt=%3F%3f?", expected(u"???"_s));
    row("INB-04 an unescaped plus is a blank", base + "&txt=Hei+du+1%2B1", expected(u"Hei du 1+1"_s));
    row("INB-04 UTF-8 is not guessed", base + "&txt=%C3%A6", expected(u"Ã¦"_s));
    row("INB-04 an empty text", base + "&txt=", expected({}));
    row("INB-04 line breaks and ampersands", base + "&txt=a%0D%0Ab%26c%3Dd", expected(u"a\r\nb&c=d"_s));
    row("INB-04 only the sub-number", "fromid=123450000&phonenr=004799999999&txt=&time=1&countnr=&code=",
        u"id - from '+4799999999' to '123450000' text '' sent 1970-01-01T00:00:01.000Z counter - keyword '' files []"_s);
    row("INB-06 a name as sender",
        "fromid=26114&phonenr=Front%20%C5S&time=1077181484&countnr=157&code=HEI&txt=x",
        expected(u"x"_s, u"Front ÅS"_s));
    row("INB-06 a national number as sender",
        "fromid=26114&phonenr=2020&time=1077181484&countnr=157&code=HEI&txt=x", expected(u"x"_s, u"2020"_s));
    row("INB-06 a plus that was not escaped",
        "fromid=+4759440000&phonenr=+4799999999&time=1077181484&countnr=157&code=HEI&txt=x",
        expected(u"x"_s, u"+4799999999"_s, u"+4759440000"_s));
    row("INB-06 a name that begins with a blank is no number",
        "fromid=26114&phonenr=+Front&time=1077181484&countnr=157&code=HEI&txt=x",
        expected(u"x"_s, u" Front"_s));
    row("INB-06 the number it was sent to, with 00",
        "fromid=004759440000&phonenr=004799999999&time=1077181484&countnr=157&code=HEI&txt=x",
        expected(u"x"_s, u"+4799999999"_s, u"+4759440000"_s));
    row("INB-04 no counter and no code", "fromid=1&phonenr=2&txt=x&time=0",
        u"id - from '2' to '1' text 'x' sent 1970-01-01T00:00:00.000Z counter - keyword '' files []"_s);
    row("unknown parameters are passed over", base + "&txt=x&new=1&new=2&TXT=y", expected(u"x"_s));

    row("no text", base, u"missingParameter"_s);
    row("no sender", "fromid=1&txt=x&time=1", u"missingParameter"_s);
    row("an empty sender", "fromid=1&phonenr=&txt=x&time=1", u"missingParameter"_s);
    row("no receiver", "phonenr=1&txt=x&time=1", u"missingParameter"_s);
    row("no time", "fromid=1&phonenr=2&txt=x", u"missingParameter"_s);
    row("a time with a fraction", "fromid=1&phonenr=2&txt=x&time=1.5", u"badParameter"_s);
    row("a negative time", "fromid=1&phonenr=2&txt=x&time=-1", u"badParameter"_s);
    row("a time after the year 9999", "fromid=1&phonenr=2&txt=x&time=253402300800", u"badParameter"_s);
    row("a counter with letters", "fromid=1&phonenr=2&txt=x&time=1&countnr=x", u"badParameter"_s);
    row("two texts", base + "&txt=a&txt=b", u"duplicateParameter"_s);
    row("a malformed escape", base + "&txt=100%", u"badEscape"_s);
    row("a malformed escape in the middle", base + "&txt=%E6%F", u"badEscape"_s);
}

void TestCallbackDecoder::readsInboundParameters()
{
    QFETCH(QByteArray, parameters);
    QFETCH(QString, expected);
    QCOMPARE(text(decodeInboundParameters(parameters)), expected);
}

void TestCallbackDecoder::readsInboundJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &body, const QString &expected) {
        QTest::newRow(name) << body << expected;
    };
    const QString sent = u" sent 2019-12-31T23:59:59.000Z"_s;
    row("INB-01 a message", json(), message());
    row("INB-01 an id in digits", json("id:\"7\""), message());
    row("INB-01 a counter in digits", json("counter:\"3\""), message());
    row("INB-02 a file's id in digits",
        json("files:[{\"id\":\"1\",\"contentType\":\"image/png\",\"fileName\":\"a.png\",\"fileData\":\"\"}]"),
        message().replace(u"[]"_s, u"[1 image/png a.png ]"_s));
    row("an id in words", json("id:\"x7\""), u"badParameter"_s);
    row("an id of no digits", json("id:\"\""), u"badParameter"_s);
    row("an id with a sign", json("id:\"+7\""), u"badParameter"_s);
    row("a counter with a blank", json("counter:\" 3\""), u"badParameter"_s);
    row("digits beyond all numbers", json("id:\"9223372036854775808\""), u"badParameter"_s);
    row("INB-01 no files member", json({}, "files"), message());
    row("INB-01 files may be null", json("files:null"), message());
    row("INB-01 no files in the list", json("files:[]"), message());
    row("INB-01 unknown members are passed over", json("new:{\"a\":[1,2]}"), message());
    row("INB-01 every character", json("text:\"\xC3\xA6 \xF0\x9F\x98\x80 \\u20ac\\n\\ud83d\\ude00\""),
        message(u"text 'æ 😀 €\n😀'"_s + sent));
    row("INB-01 half a character becomes a question mark", json("text:\"a\\ud83db\""),
        message(u"text 'a?b'"_s + sent));
    row("INB-01 an empty text", json("text:\"\""), message(u"text ''"_s + sent));
    row("INB-01 a time with an offset", json("sent:\"2020-01-01T01:59:59+02:00\""), message());
    row("INB-01 a time with milliseconds", json("sent:\"2019-12-31T23:59:59.250Z\""),
        message(u"text 'Hei' sent 2019-12-31T23:59:59.250Z"_s));
    row("INB-01 a time without zone is UTC", json("sent:\"2019-12-31T23:59:59\""), message());
    row("OUT-13 a time without zone is UTC in the hour that Oslo's spring lacks",
        json("sent:\"2026-03-29T02:30:00\""), message(u"text 'Hei' sent 2026-03-29T02:30:00.000Z"_s));
    row("INB-01 a byte order mark", "\xEF\xBB\xBF" + json(), message());
    row("INB-06 a sender with 00", json("from:\"004799999999\""), message());
    row("INB-06 a name as sender", json("from:\"Front\""),
        u"id 7 from 'Front' to '26114' text 'Hei'"_s + sent + u" counter 3 keyword 'HEI' files []"_s);
    row("INB-06 a short number with sub-number", json("to:\"26114123456789\""),
        u"id 7 from '+4799999999' to '26114123456789' text 'Hei'"_s + sent +
            u" counter 3 keyword 'HEI' files []"_s);
    row("INB-01 no counter", json({}, "counter"), message().replace(u"counter 3"_s, u"counter -"_s));
    row("INB-01 no keyword", json({}, "keyword"), message().replace(u"'HEI'"_s, u"''"_s));
    row("INB-02 a file", withFile("a.png", "iVBORw=="),
        message().replace(u"[]"_s, u"[1 image/png a.png 89504e47]"_s));
    row("INB-02 an empty file", withFile("a.png", ""), message().replace(u"[]"_s, u"[1 image/png a.png ]"_s));
    row("INB-02 a path is stripped", withFile("../../etc/a.png", ""),
        message().replace(u"[]"_s, u"[1 image/png a.png ]"_s));
    row("INB-02 a Windows path is stripped", withFile("..\\\\C:\\\\a.png", ""),
        message().replace(u"[]"_s, u"[1 image/png a.png ]"_s));
    row("INB-02 a name of dots is none", withFile("x/..", ""),
        message().replace(u"[]"_s, u"[1 image/png  ]"_s));
    row("INB-02 control characters and turned text leave the name", withFile("a\\u0000\\n\\u202egnp.exe", ""),
        message().replace(u"[]"_s, u"[1 image/png agnp.exe ]"_s));

    row("no JSON", "hello", u"badJson"_s);
    row("nothing", "", u"badJson"_s);
    row("a list", "[" + json() + "]", u"badJson"_s);
    row("JSON cut short", json().chopped(1), u"badJson"_s);
    row("two documents", json() + json(), u"badJson"_s);
    row("deep nesting", QByteArray(100000, '['), u"badJson"_s);
    row("Latin-1 bytes", json("text:\"\xE6\""), u"badUtf8"_s);
    row("overlong UTF-8", json("text:\"\xC0\xAF\""), u"badUtf8"_s);
    row("a surrogate in UTF-8", json("text:\"\xED\xA0\x80\""), u"badUtf8"_s);
    row("UTF-8 cut short", json("text:\"\xE2\x82\""), u"badUtf8"_s);
    for (const char *name : {"id", "to", "from", "text", "sent"}) {
        row(qPrintable(u"no "_s + QString::fromLatin1(name)), json({}, name), u"missingParameter"_s);
        row(qPrintable(QString::fromLatin1(name) + u" is null"_s), json(QByteArray(name) + ":null"),
            u"missingParameter"_s);
        row(qPrintable(QString::fromLatin1(name) + u" is of another type"_s), json(QByteArray(name) + ":[1]"),
            u"badParameter"_s);
    }
    row("an empty sender", json("from:\"\""), u"missingParameter"_s);
    row("an id with a fraction", json("id:7.5"), u"badParameter"_s);
    row("a negative id", json("id:-7"), u"badParameter"_s);
    row("an id beyond all numbers", json("id:1e300"), u"badParameter"_s);
    row("a keyword as number", json("keyword:3"), u"badParameter"_s);
    row("a day without time", json("sent:\"2019-12-31\""), u"badParameter"_s);
    row("a time that is none", json("sent:\"2019-13-31T23:59:59Z\""), u"badParameter"_s);
    row("files that are no list", json("files:{}"), u"badParameter"_s);
    row("a file that is no object", json("files:[1]"), u"badParameter"_s);
    row("a file without content", json("files:[{\"id\":1,\"contentType\":\"a/b\",\"fileName\":\"a\"}]"),
        u"badParameter"_s);
    row("Base64 with a foreign character", withFile("a", "iVBO*w=="), u"badBase64"_s);
    row("Base64 with a line break", withFile("a", "iVBO\\nRw=="), u"badBase64"_s);
    row("Base64 without its padding", withFile("a", "iVBORw"), u"badBase64"_s);
    row("Base64 with padding inside", withFile("a", "iVBORw==iVBORw=="), u"badBase64"_s);
    row("Base64 of URLs", withFile("a", "_-8="), u"badBase64"_s);
    row("two texts", R"({"id":1,"to":"1","from":"2","text":"a","text":"b","sent":"2019-12-31T23:59:59Z"})",
        u"duplicateParameter"_s);
    row("two ids, one escaped",
        R"({"id":1,"to":"1","from":"2","text":"a","\u0069d":2,"sent":"2019-12-31T23:59:59Z"})",
        u"duplicateParameter"_s);
    row("two contents of a file",
        json("files:[{\"id\":1,\"contentType\":\"\",\"fileName\":\"\",\"fileData\":\"\",\"fileData\":\"\"}]"),
        u"duplicateParameter"_s);
    row("a text that looks like members", json("text:\"{\\\"id\\\":1,\\\"id\\\":2}\""),
        message(u"text '{\"id\":1,\"id\":2}'"_s + sent));
}

void TestCallbackDecoder::readsInboundJson()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QCOMPARE(text(decodeInboundJson(body)), expected);
}

void TestCallbackDecoder::boundsFiles()
{
    const auto files = [](int count, qsizetype bytesEach) {
        const QByteArray file = "{\"id\":1,\"contentType\":\"\",\"fileName\":\"\",\"fileData\":\"" +
                                QByteArray(bytesEach, 'x').toBase64() + "\"}";
        QByteArrayList list;
        for (int i = 0; i < count; ++i)
            list << file;
        return json("files:[" + list.join(',') + "]");
    };
    const auto number = [](const Decoded &decoded) {
        const auto *message = std::get_if<domain::InboundMessage>(&decoded);
        return message ? QString::number(message->files.size()) : std::get<Unreadable>(decoded).reason;
    };
    QCOMPARE(number(decodeInboundJson(files(32, 3))), u"32"_s);
    QCOMPARE(number(decodeInboundJson(files(33, 3))), u"tooManyFiles"_s);
    QCOMPARE(number(decodeInboundJson(files(2, maximumFileBytes / 2))), u"2"_s);
    QCOMPARE(number(decodeInboundJson(files(2, maximumFileBytes / 2 + 1))), u"filesTooLarge"_s);
}

void TestCallbackDecoder::keepsWhatWasReceived()
{
    const QByteArray plain = json();
    QCOMPARE(std::get<domain::InboundMessage>(decodeInboundJson(plain)).raw, plain);
    const QByteArray raw =
        std::get<domain::InboundMessage>(decodeInboundJson(withFile("../a.png", "iVBORw=="))).raw;
    QVERIFY(!raw.contains("iVBORw"));
    QVERIFY(raw.contains("../a.png")); // as it was named
    const QByteArray query = "fromid=1&phonenr=2&txt=%E6&time=1&x=y";
    QCOMPARE(std::get<domain::InboundMessage>(decodeInboundParameters(query)).raw, query);
}

void TestCallbackDecoder::findsDuplicateMembersQuickly()
{
    QVERIFY(duplicateMembers('{' + QByteArray("\"a\":1,").repeated(1000000) + "\"b\":1}").isEmpty());
    QCOMPARE(duplicateMembers('{' + QByteArray("\"a\":1,").repeated(1000) + "\"id\":1,\"id\":1}"),
             QStringList{u"id"_s});
    QVERIFY(duplicateMembers(R"([{"id":1},{"id":2}])").isEmpty());
}

void TestCallbackDecoder::whatIsLegibleOfTheUnreadable_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("expected"); // from, to, text, keyword
    const auto row = [](const char *name, const QByteArray &raw, const QString &expected) {
        QTest::newRow(name) << raw << expected;
    };
    const QString whole = u"+4799999999|26114|Hei|HEI"_s;
    row("a time that is none", json("sent:\"soon\""), whole);
    row("no time", json({}, "sent"), whole);
    row("an id of letters", json("id:\"x\""), whole);
    row("no id", json({}, "id"), whole);
    row("a counter that is none", json("counter:-1"), whole);
    row("a broken file", withFile("a", "*"), whole);
    row("a keyword that is none", json("keyword:3"), u"+4799999999|26114|Hei|"_s);
    row("a keyword in another character set",
        json("keyword:\"KL\xDC"
             "BB\""),
        u"+4799999999|26114|Hei|KL\uFFFDBB"_s);
    row("no receiver", json({}, "to"), u"+4799999999||Hei|HEI"_s);
    row("two counters", json().chopped(1) + ",\"counter\":4}", whole);
    row("two texts: neither", json().chopped(1) + ",\"text\":\"Stopp\"}", QString());
    row("two senders: neither", json().chopped(1) + ",\"from\":\"+4799999998\"}", QString());
    row("no sender", json({}, "from"), QString());
    row("JSON cut short", json().chopped(1), QString());
    const QByteArray base = "fromid=26114&phonenr=004799999999&txt=Hei";
    row("no time of a form", base + "&code=HEI", whole);
    row("a broken escape elsewhere", base + "&code=%ZZ&time=1", u"+4799999999|26114|Hei|"_s);
    row("a counter twice", base + "&time=1&countnr=1&countnr=2&code=HEI", whole);
    row("a broken escape in the text", "fromid=26114&phonenr=004799999999&txt=100%&time=1", QString());
    row("two texts of a form: neither", base + "&txt=Stopp&time=1", QString());
    row("a bare plus before the number", "phonenr=+4799999999&txt=Hei+du", u"+4799999999||Hei du|"_s);
}

void TestCallbackDecoder::whatIsLegibleOfTheUnreadable()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, expected);
    const bool isJson = raw.startsWith('{');
    QVERIFY(
        std::holds_alternative<Unreadable>(isJson ? decodeInboundJson(raw) : decodeInboundParameters(raw)));
    const auto message = isJson ? legibleJson(raw) : legibleParameters(raw);
    QString read;
    if (message)
        read = QStringList({message->from, message->to, message->text, message->keyword}).join(u'|');
    QCOMPARE(read, expected);
}

QTEST_GUILESS_MAIN(TestCallbackDecoder)
#include "tst_callbackdecoder.moc"
