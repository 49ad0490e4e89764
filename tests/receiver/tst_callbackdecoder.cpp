// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoded.h"
#include "support/places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace receiver;
using namespace decoded;

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
    void keepsWhatWasReceived();
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
        const QDateTime sent = QDateTime::fromMSecsSinceEpoch(message->sentMs).toUTC();
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

QTEST_GUILESS_MAIN(TestCallbackDecoder)
#include "tst_callbackdecoder.moc"
