// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/answer.h"
#include "gateway/vectors.h"

#include <QTest>

using namespace Qt::StringLiterals;
using gateway::Exchange;
using gateway::Outcome;
using gateway::Verdict;

Q_DECLARE_METATYPE(gateway::Verdict)

namespace {

Exchange answered(int status, const QByteArray &body)
{
    Exchange exchange;
    exchange.complete = true;
    exchange.endProven = true;
    exchange.httpStatus = status;
    exchange.body = body;
    return exchange;
}

Exchange broken(const QString &failure, int status = 0, const QByteArray &body = {})
{
    Exchange exchange;
    exchange.httpStatus = status;
    exchange.body = body;
    exchange.failure = failure;
    return exchange;
}

Exchange untouched(const QString &failure)
{
    Exchange exchange = broken(failure);
    exchange.bodyUntouched = true;
    return exchange;
}

Exchange larger(int status)
{
    Exchange exchange = broken(u"answer larger than 64 KiB"_s, status, QByteArray(64 * 1024, ' '));
    exchange.tooLarge = true;
    return exchange;
}

QString vectorWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Accepted:
        return u"accepted"_s;
    case Verdict::Refused:
    case Verdict::AccountRefused:
        return u"refused"_s;
    case Verdict::Duplicate:
        return u"duplicate"_s;
    case Verdict::Uncertain:
    case Verdict::UncertainAndPause:
        return u"uncertain"_s;
    case Verdict::Unsent:
    case Verdict::UnsentAndPause:
        return u"unsent"_s;
    case Verdict::SendAgain:
        break; // no answer's
    }
    return {};
}

QStringList e164(const QJsonValue &list)
{
    QStringList numbers;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue &entry : entries)
        numbers.append(u'+' + entry.toString().sliced(2));
    return numbers;
}

const QByteArray accepted = R"({"id": 145099, "errorcode": 0, "description": "OK"})";

} // namespace

class TestAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerVectors_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray all = vectors(u"answers"_s);
        QVERIFY(all.size() >= 11);
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(rowName(all.at(i).toObject(), i).constData()) << all.at(i).toObject();
    }

    void answerVectors()
    {
        QFETCH(QJsonObject, vector);
        const Exchange exchange =
            answered(vector.value(u"status"_s).toInt(), vector.value(u"body"_s).toString().toUtf8());
        const bool bulk = vector.value(u"endpoint"_s) == u"push_bulk"_s;
        const bool text = vector.value(u"method"_s) == u"GET"_s;
        const Outcome outcome = bulk   ? gateway::judgeBulk(exchange)
                                : text ? gateway::judgeSingleText(exchange)
                                       : gateway::judgeSingle(exchange);
        const bool isAccepted = outcome.verdict == Verdict::Accepted;
        QCOMPARE(vectorWord(outcome.verdict), vector.value(u"outcome"_s).toString());
        QCOMPARE(outcome.gatewayId.value_or(0), vector.value(u"id"_s).toInteger());
        if (vector.contains(u"errorcode"_s))
            QCOMPARE(outcome.errorCode.value_or(-1), vector.value(u"errorcode"_s).toInt());
        if (vector.contains(u"description"_s))
            QCOMPARE(outcome.description, vector.value(u"description"_s).toString());
        if (bulk && isAccepted) {
            QVERIFY(outcome.listsKnown);
            QCOMPARE(outcome.invalidNumbers, e164(vector.value(u"invalid"_s)));
            QCOMPARE(outcome.duplicateNumbers, e164(vector.value(u"duplicate"_s)));
        }
    }

    void single_data()
    {
        QTest::addColumn<Exchange>("exchange");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char *name, const Exchange &exchange, Verdict verdict) {
            QTest::newRow(name) << exchange << verdict;
        };
        row("OUT-17 code 0 with an id is accepted", answered(200, accepted), Verdict::Accepted);
        row("OUT-17 any 2xx will do", answered(201, accepted), Verdict::Accepted);
        row("OUT-17 an id beyond 32 bits", answered(200, R"({"id":9007199254740993,"errorcode":0})"),
            Verdict::Accepted);
        row("OUT-17 code 0 without id is uncertain", answered(200, R"({"errorcode":0})"), Verdict::Uncertain);
        row("OUT-17 code 0 with id 0", answered(200, R"({"id":0,"errorcode":0})"), Verdict::Uncertain);
        row("OUT-17 a negative id", answered(200, R"({"id":-5,"errorcode":0})"), Verdict::Uncertain);
        row("OUT-17 half an id", answered(200, R"({"id":1.5,"errorcode":0})"), Verdict::Uncertain);
        row("OUT-17 an id beyond every integer", answered(200, R"({"id":1e30,"errorcode":0})"),
            Verdict::Uncertain);
        row("OUT-17 an id in quotes", answered(200, R"({"id":"145099","errorcode":0})"), Verdict::Uncertain);
        row("OUT-17 a code in quotes", answered(200, R"({"id":145099,"errorcode":"0"})"), Verdict::Uncertain);
        row("OUT-17 a refusal in quotes", answered(200, R"({"id":0,"errorcode":"1"})"), Verdict::Uncertain);
        row("OUT-17 a code that is null", answered(200, R"({"id":145099,"errorcode":null})"),
            Verdict::Uncertain);
        row("OUT-17 half a code", answered(200, R"({"id":145099,"errorcode":0.5})"), Verdict::Uncertain);
        row("OUT-17 no code", answered(200, R"({"id":145099})"), Verdict::Uncertain);
        row("OUT-17 a list around it", answered(200, "[" + accepted + "]"), Verdict::Uncertain);
        row("OUT-17 text after it", answered(200, accepted + "<br>"), Verdict::Uncertain);
        row("OUT-17 a warning before it", answered(200, "Warning: x\n" + accepted), Verdict::Uncertain);
        row("OUT-17 half of it", answered(200, accepted.first(20)), Verdict::Uncertain);
        row("OUT-17 nothing", answered(200, {}), Verdict::Uncertain);
        row("OUT-17 the text of the GET interface", answered(200, "ErrorCode=0, ID=145099"),
            Verdict::Uncertain);
        row("OUT-17 acceptance under 302", answered(302, accepted), Verdict::Uncertain);
        row("OUT-17 acceptance under 404", answered(404, accepted), Verdict::Uncertain);
        row("OUT-17 acceptance under 500", answered(500, accepted), Verdict::Uncertain);
        row("OUT-17 HTML under 200", answered(200, "<html>hello</html>"), Verdict::Uncertain);
        row("OUT-17 HTML under 301", answered(301, "<html>moved</html>"), Verdict::Uncertain);
        row("OUT-17 HTML under 403", answered(403, "<html>forbidden</html>"), Verdict::Uncertain);
        row("OUT-17 a refusal under 500", answered(500, R"({"id":0,"errorcode":1})"), Verdict::Refused);
        row("ERR-01 a wrong number", answered(200, R"({"id":0,"errorcode":1})"), Verdict::Refused);
        row("ERR-14 too long", answered(200, R"({"id":0,"errorcode":14})"), Verdict::Refused);
        row("ERR-21 blacklisted", answered(200, R"({"id":0,"errorcode":21})"), Verdict::Refused);
        row("ERR-39 the last known", answered(200, R"({"id":0,"errorcode":39})"), Verdict::Refused);
        row("ERR-00 an unknown code", answered(200, R"({"id":0,"errorcode":4711})"), Verdict::Refused);
        row("ERR-17 a duplicate", answered(200, R"({"id":0,"errorcode":17})"), Verdict::Duplicate);
        for (int code : {2, 3, 5, 6, 7, 8, 13, 18}) {
            const QByteArray body = R"({"id":0,"errorcode":)" + QByteArray::number(code) + "}";
            QTest::addRow("ERR-%02d concerns the account", code)
                << answered(200, body) << Verdict::AccountRefused;
        }
        row("no byte left: unsent, whatever the error", untouched(u"timeout"_s), Verdict::Unsent);
        row("bytes left, then a timeout", broken(u"timeout"_s), Verdict::Uncertain);
        row("bytes left, then a cancel", broken(u"cancelled"_s), Verdict::Uncertain);
        row("OUT-17 whole JSON proves itself, whatever the network says",
            broken(u"connection closed"_s, 200, accepted), Verdict::Accepted);
        row("OUT-17 whole JSON proves a refusal, whatever the network says",
            broken(u"connection closed"_s, 200, R"({"id":0,"errorcode":1})"), Verdict::Refused);
        row("OUT-17 whole JSON, then a timeout", broken(u"timeout"_s, 200, accepted), Verdict::Accepted);
        row("OUT-17 whole JSON that is not the gateway's, then a reset",
            broken(u"connection closed"_s, 200, R"({"ok":true,"id":145099})"), Verdict::Uncertain);
        for (qsizetype cut = 0; cut < accepted.size(); ++cut) {
            QTest::addRow("OUT-17 cut behind %d bytes", static_cast<int>(cut))
                << broken(u"connection closed"_s, 200, accepted.first(cut)) << Verdict::Uncertain;
        }
        row("an answer of more than 64 KiB", larger(200), Verdict::Uncertain);
    }

    void single()
    {
        QFETCH(Exchange, exchange);
        QFETCH(Verdict, verdict);
        const Outcome outcome = gateway::judgeSingle(exchange);
        QCOMPARE(outcome.verdict, verdict);
        QCOMPARE(outcome.gatewayId.has_value(), verdict == Verdict::Accepted);
        const bool answeredWithCode = verdict == Verdict::Accepted || verdict == Verdict::Refused ||
                                      verdict == Verdict::AccountRefused || verdict == Verdict::Duplicate;
        QCOMPARE(outcome.errorCode.has_value(), answeredWithCode);
        QCOMPARE(outcome.reason.isEmpty(), answeredWithCode);
    }

    void answeredBeforeTheBodyLeft()
    {
        Exchange exchange = answered(413, "<html>too large</html>");
        exchange.bodyUntouched = true;
        QCOMPARE(gateway::judgeSingle(exchange).verdict, Verdict::Unsent);
        QCOMPARE(gateway::judgeBulk(exchange).verdict, Verdict::Unsent);
        exchange = answered(200, R"({"id":0,"errorcode":13})");
        exchange.bodyUntouched = true;
        QCOMPARE(gateway::judgeSingle(exchange).verdict, Verdict::AccountRefused);
        // A success without a request is nobody's promise: neither believed nor sent again.
        exchange = answered(200, accepted);
        exchange.bodyUntouched = true;
        QCOMPARE(gateway::judgeSingle(exchange).verdict, Verdict::Uncertain);
        exchange.httpStatus = 201;
        QCOMPARE(gateway::judgeBulk(exchange).verdict, Verdict::UncertainAndPause);
    }

    void text_data()
    {
        QTest::addColumn<Exchange>("exchange");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char *name, const Exchange &exchange, Verdict verdict) {
            QTest::newRow(name) << exchange << verdict;
        };
        row("OUT-18 accepted", answered(200, "ErrorCode=0, ID=145099"), Verdict::Accepted);
        row("OUT-18 with a line's end", answered(200, "ErrorCode=0, ID=145099\r\n"), Verdict::Accepted);
        row("OUT-18 refused", answered(200, "ErrorCode=1, ID=0"), Verdict::Refused);
        row("OUT-18 duplicate", answered(200, "ErrorCode=17, ID=0"), Verdict::Duplicate);
        row("OUT-18 the account's fault", answered(200, "ErrorCode=18, ID=0"), Verdict::AccountRefused);
        row("OUT-18 an unknown code", answered(200, "ErrorCode=77, ID=0"), Verdict::Refused);
        row("OUT-18 code 0 without an id", answered(200, "ErrorCode=0, ID=0"), Verdict::Uncertain);
        row("OUT-18 cut before the id", answered(200, "ErrorCode=0, ID="), Verdict::Uncertain);
        row("OUT-18 cut in the code", answered(200, "ErrorCode=1"), Verdict::Uncertain);
        row("OUT-18 other letters", answered(200, "errorcode=0, id=145099"), Verdict::Uncertain);
        row("OUT-18 something before", answered(200, " ErrorCode=0, ID=145099"), Verdict::Uncertain);
        row("OUT-18 something after", answered(200, "ErrorCode=0, ID=145099 <br>"), Verdict::Uncertain);
        row("OUT-18 an id with a sign", answered(200, "ErrorCode=0, ID=+5"), Verdict::Uncertain);
        row("OUT-18 an id without end", answered(200, "ErrorCode=0, ID=" + QByteArray(40, '9')),
            Verdict::Uncertain);
        row("OUT-18 JSON", answered(200, accepted), Verdict::Uncertain);
        row("OUT-18 accepted under 500", answered(500, "ErrorCode=0, ID=145099"), Verdict::Uncertain);
        row("OUT-18 accepted under 302", answered(302, "ErrorCode=0, ID=145099"), Verdict::Uncertain);
        row("OUT-18 cut off by the network within the id",
            broken(u"connection closed"_s, 200, "ErrorCode=0, ID=14"), Verdict::Accepted);
        row("OUT-18 cut off by the network before the id",
            broken(u"connection closed"_s, 200, "ErrorCode=0, ID="), Verdict::Uncertain);
        row("OUT-18 cut off by the network within the code",
            broken(u"connection closed"_s, 200, "ErrorCode=1"), Verdict::Uncertain);
        row("OUT-18 a refusal cut off behind its code",
            broken(u"connection closed"_s, 200, "ErrorCode=17, ID=0"), Verdict::Duplicate);
        row("OUT-18 a timeout behind the line's end", broken(u"timeout"_s, 200, "ErrorCode=0, ID=145099\n"),
            Verdict::Accepted);
        row("OUT-18 no connection was made", untouched(u"connection refused"_s), Verdict::Unsent);
        row("OUT-18 too large", larger(200), Verdict::Uncertain);
    }

    void text()
    {
        QFETCH(Exchange, exchange);
        QFETCH(Verdict, verdict);
        const Outcome outcome = gateway::judgeSingleText(exchange);
        QCOMPARE(outcome.verdict, verdict);
        // An id is kept only where its last digit is known to be the last.
        const bool ends = exchange.endProven || exchange.body.endsWith('\n');
        QCOMPARE(outcome.gatewayId.value_or(0), verdict == Verdict::Accepted && ends ? 145099 : 0);
    }

    void bulk_data()
    {
        QTest::addColumn<Exchange>("exchange");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<bool>("listsKnown");
        const auto row = [](const char *name, const Exchange &exchange, Verdict verdict,
                            bool listsKnown = true) {
            QTest::newRow(name) << exchange << verdict << listsKnown;
        };
        const QByteArray empty = R"({"errorcode":0,"invalidPhoneno":[],"duplicatePhoneno":[]})";
        const QByteArray refusal = R"({"errorcode":16,"description":"no"})";
        row("BLK-05 201 with its JSON", answered(201, empty), Verdict::Accepted);
        row("BLK-05 201 and HTML: accepted, lists unknown", answered(201, "<html>"), Verdict::Accepted,
            false);
        row("BLK-05 201 and nothing", answered(201, {}), Verdict::Accepted, false);
        row("BLK-05 201 and too much", larger(201), Verdict::Accepted, false);
        row("BLK-06 201 without one of the lists", answered(201, R"({"errorcode":0,"invalidPhoneno":[]})"),
            Verdict::Accepted, false);
        row("BLK-06 201 with something else in a list of numbers",
            answered(201, R"({"errorcode":0,"invalidPhoneno":[true],"duplicatePhoneno":[]})"),
            Verdict::Accepted, false);
        row("BLK-05 201 with a code other than 0", answered(201, refusal), Verdict::UncertainAndPause);
        row("BLK-05 201 with a code in quotes", answered(201, R"({"errorcode":"0"})"),
            Verdict::UncertainAndPause);
        row("BLK-05 200 with code 0", answered(200, empty), Verdict::UncertainAndPause);
        row("BLK-05 200 with a refusal", answered(200, refusal), Verdict::Refused);
        row("BLK-05 400 with a refusal", answered(400, refusal), Verdict::Refused);
        row("BLK-05 408 with a refusal", answered(408, refusal), Verdict::Refused);
        row("BLK-05 500 with a refusal", answered(500, refusal), Verdict::Refused);
        row("BLK-05 403 for the account", answered(403, R"({"errorcode":13})"), Verdict::AccountRefused);
        row("BLK-05 400 for a duplicate", answered(400, R"({"errorcode":17})"), Verdict::Duplicate);
        row("BLK-05 400 without JSON", answered(400, "<html>"), Verdict::UnsentAndPause);
        row("BLK-05 403 with a proxy's own JSON", answered(403, R"({"error":"denied"})"),
            Verdict::UnsentAndPause);
        row("BLK-05 413 with nothing", answered(413, {}), Verdict::UnsentAndPause);
        row("BLK-05 400 with a code in quotes", answered(400, R"({"errorcode":"16"})"),
            Verdict::UncertainAndPause);
        row("BLK-05 400 with code 0", answered(400, empty), Verdict::UncertainAndPause);
        row("BLK-05 408 without JSON", answered(408, "<html>"), Verdict::UncertainAndPause);
        row("BLK-05 302", answered(302, "<html>"), Verdict::UncertainAndPause);
        row("BLK-05 500 without JSON", answered(500, "<html>"), Verdict::UncertainAndPause);
        row("BLK-05 503 with code 0", answered(503, empty), Verdict::UncertainAndPause);
        row("BLK-05 202 with code 0", answered(202, empty), Verdict::UncertainAndPause);
        row("BLK-05 200 and HTML", answered(200, "<html>"), Verdict::UncertainAndPause);
        row("BLK-05 502 and too much", larger(502), Verdict::UncertainAndPause);
        row("no byte left", untouched(u"connection refused"_s), Verdict::Unsent);
        row("bytes left, then a reset", broken(u"connection closed"_s), Verdict::Uncertain);
        row("half a 201", broken(u"connection closed"_s, 201, empty.first(10)), Verdict::Uncertain);
        row("half a 400", broken(u"connection closed"_s, 400, refusal.first(20)), Verdict::Uncertain);
        row("BLK-05 whole JSON under 201 proves itself", broken(u"connection closed"_s, 201, empty),
            Verdict::Accepted);
        row("BLK-05 whole JSON under 400 proves itself", broken(u"connection closed"_s, 400, refusal),
            Verdict::Refused);
    }

    void bulk()
    {
        QFETCH(Exchange, exchange);
        QFETCH(Verdict, verdict);
        QFETCH(bool, listsKnown);
        const Outcome outcome = gateway::judgeBulk(exchange);
        QCOMPARE(outcome.verdict, verdict);
        QCOMPARE(outcome.listsKnown, listsKnown);
        QVERIFY(!outcome.gatewayId);
    }

    void listsAreE164WhereReadable()
    {
        const Outcome outcome = gateway::judgeBulk(answered(
            201,
            R"({"errorcode":0,"invalidPhoneno":["0047123","99999999","00x"],"duplicatePhoneno":["+4799999998","4799999997"]})"));
        QCOMPARE(outcome.invalidNumbers, (QStringList{u"+47123"_s, u"99999999"_s, u"00x"_s})); // BLK-06
        QCOMPARE(outcome.duplicateNumbers, (QStringList{u"+4799999998"_s, u"+4799999997"_s}));
    }

    void listsMeanWhatWasSent()
    {
        const auto named = [](const QByteArray &invalid) {
            return gateway::namedAsSent(
                gateway::judgeBulk(answered(201, R"({"errorcode":0,"invalidPhoneno":[)" + invalid +
                                                     R"(],"duplicatePhoneno":[]})")),
                {u"+4799999901"_s, u"004799999902"_s, u"+4699999902"_s});
        };
        const auto known = [&](const QByteArray &invalid, const QString &number) {
            const Outcome outcome = named(invalid);
            return outcome.listsKnown && outcome.invalidNumbers == QStringList{number};
        };
        QVERIFY(known("4799999901", u"+4799999901"_s));   // BLK-06, as a number
        QVERIFY(known("\"99999901\"", u"+4799999901"_s)); // without its country
        QVERIFY(known("\"0047 99 99 99 02\"", u"+4799999902"_s));
        QVERIFY(!named("\"99999902\"").listsKnown); // of two countries
        QVERIFY(!named("\"99999909\"").listsKnown); // of nobody
        QVERIFY(!named("\"01\"").listsKnown);       // the end of many
    }
};

QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answer.moc"
