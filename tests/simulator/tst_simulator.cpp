// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator over real sockets: its answers' form, kept connections, latency, the log.
#include "asking.h"
#include "simulator/simulator.h"
#include "support/patience.h"
#include "talk.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using simulator::Options;
using simulator::Simulator;

class TestSimulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void singleByJson();
    void singleByGet_data();
    void singleByGet();
    void bulk_data();
    void bulk();
    void idsIncrease();
    void otherPlaces_data();
    void otherPlaces();
    void unreadableBodyHasNoServiceId();
    void connectionIsKept();
    void requestInPieces();
    void requestSentAheadWaits();
    void closesWhenAsked();
    void manyAtOnceWaitTogether();
    void logHoldsTheRequestBeforeTheAnswer();
    void logIsAppended();
    void clockIsBorrowed();
    void cannotStart_data();
    void cannotStart();

private:
    static QList<QJsonObject> lines(const QString &file);
};

QList<QJsonObject> TestSimulator::lines(const QString &file)
{
    QFile log(file);
    QList<QJsonObject> objects;
    if (log.open(QIODevice::ReadOnly)) {
        while (!log.atEnd())
            objects.append(QJsonDocument::fromJson(log.readLine()).object());
    }
    return objects;
}

void TestSimulator::singleByJson()
{
    Simulator gateway{Options()};
    QVERIFY(gateway.start().ok());
    QSignalSpy accepted(&gateway, &Simulator::accepted);
    const auto good = talk::answerTo(gateway.baseUrl(), talk::post("/psk/push.php", talk::message()));
    QCOMPARE(good.status, 200);
    QVERIFY(good.head.contains("Content-Type: application/json"));
    QCOMPARE(good.json(), asking::object(R"({"id":145099,"errorcode":0,"description":"OK"})")); // OUT-17
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(accepted.constFirst().constFirst().toString(), u"+4799999999"_s);

    const auto bad = talk::answerTo(gateway.baseUrl(), talk::post("/psk/push.php", talk::message("0047")));
    QCOMPARE(bad.status, 200);
    QCOMPARE(bad.json(),
             asking::object(R"({"id":0,"errorcode":1,"description":"Invalid mobile number"})")); // OUT-17
    QCOMPARE(accepted.size(), 1);
}

void TestSimulator::singleByGet_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("text");
    int row = 0;
    for (const QJsonValue &vector : asking::vectors(u"requests.json"_s)) {
        if (vector[u"query"].isString())
            QTest::addRow("%s vector %d", qPrintable(vector[u"rule"].toString()), ++row)
                << vector[u"query"].toString().toLatin1() << QByteArray("ErrorCode=0, ID=145099")
                << vector[u"message"][u"txt"].toString();
    }
    const QByteArray start = "serviceid=1&phoneno=004799999999&fromid=F&txt=";
    QTest::newRow("OUT-10 UTF-8 that does not say so is read as Latin-1")
        << start + "%C3%A6" << QByteArray("ErrorCode=0, ID=145099") << u"Ã¦"_s;
    QTest::newRow("OUT-10 a plus is a space, as in every query of a form")
        << start + "a+b" << QByteArray("ErrorCode=0, ID=145099") << u"a b"_s;
    QTest::newRow("ERR-19 OUT-10 Latin-1 that says it is UTF-8")
        << start + "%E6&encoding=utf8" << QByteArray("ErrorCode=19, ID=0") << QString();
    QTest::newRow("ERR-19 OUT-10 a percent sign alone")
        << start + "100%" << QByteArray("ErrorCode=19, ID=0") << QString();
    QTest::newRow("ERR-01 OUT-03 a plus that is not encoded")
        << QByteArray("serviceid=1&phoneno=+4799999999&fromid=F&txt=a") << QByteArray("ErrorCode=1, ID=0")
        << QString();
    QTest::newRow("ERR-08 OUT-18 no query") << QByteArray() << QByteArray("ErrorCode=8, ID=0") << QString();
}

void TestSimulator::singleByGet()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, text);
    const support::ManualClock clock(1'763'000'000'000);
    Options options;
    options.clock = &clock;
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    QSignalSpy accepted(&gateway, &Simulator::accepted);
    const auto answer = talk::answerTo(gateway.baseUrl(), talk::get("/psk/push.php?" + query));
    QCOMPARE(answer.status, 200);
    QTEST(answer.body, "answer"); // OUT-18
    QCOMPARE(accepted.isEmpty(), text.isEmpty());
    if (!accepted.isEmpty())
        QCOMPARE(accepted.constFirst().at(1).toString(), text);
}

void TestSimulator::bulk_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("BLK-05 BLK-06 accepted, with its lists")
        << talk::bulk(R"("004799999999","0047123","004799999999")") << 201
        << QByteArray(R"({"errorcode":0,"description":"OK","invalidPhoneno":["0047123"],)"
                      R"("duplicatePhoneno":["004799999999"]})");
    QTest::newRow("BLK-05 BLK-07 refused, with its lists")
        << talk::bulk(R"("0047123")") << 400
        << QByteArray(R"({"errorcode":1,"description":"Invalid mobile number","invalidPhoneno":["0047123"],)"
                      R"("duplicatePhoneno":[]})");
    QTest::newRow("BLK-04 BLK-05 ERR-16 refused for its text")
        << QByteArray(R"({"serviceid":1,"phoneno":["004799999999"],"txt":"–","fromid":"F"})") << 400
        << QByteArray(R"({"errorcode":16,"description":"txt contains characters outside GSM 03.38",)"
                      R"("invalidPhoneno":[],"duplicatePhoneno":[]})");
}

void TestSimulator::bulk()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, answer);
    Simulator gateway{Options()};
    QVERIFY(gateway.start().ok());
    const auto given = talk::answerTo(gateway.baseUrl(), talk::post("/psk/push_bulk.php", body));
    QTEST(given.status, "status");
    QCOMPARE(given.json(), asking::object(answer));
}

void TestSimulator::idsIncrease()
{
    Simulator gateway{Options()};
    QVERIFY(gateway.start().ok());
    const auto id = [&](const QByteArray &number) {
        return talk::answerTo(gateway.baseUrl(), talk::post("/psk/push.php", talk::message(number)))
            .json()[u"id"]
            .toInteger();
    };
    QCOMPARE(id("004799999991"), 145099);
    QCOMPARE(id("0047"), 0);
    QCOMPARE(id("004799999992"), 145100);
    const auto group = talk::answerTo(
        gateway.baseUrl(),
        talk::post("/psk/push_bulk.php", R"({"serviceid":1,"group":"Alle","txt":"Hei","fromid":"F"})"));
    QCOMPARE(group.status, 201);
    QCOMPARE(id("004799999993"), 145104); // each of the group's three took one (BLK-10)
}

void TestSimulator::otherPlaces_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("the root") << talk::get("/") << 404;
    QTest::newRow("ACC-02 another folder") << talk::post("/push.php", talk::message()) << 404;
    QTest::newRow("another file") << talk::post("/psk/push.phpx", talk::message()) << 404;
    QTest::newRow("BLK-01 bulk by GET") << talk::get("/psk/push_bulk.php?serviceid=1") << 405;
    QTest::newRow("PUT") << talk::post("/psk/push.php", talk::message()).replace(0, 4, "PUT") << 405;
    QTest::newRow("a request without Host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
}

void TestSimulator::otherPlaces()
{
    QFETCH(const QByteArray, request);
    Simulator gateway{Options()};
    QVERIFY(gateway.start().ok());
    QSignalSpy accepted(&gateway, &Simulator::accepted);
    const auto answer = talk::answerTo(gateway.baseUrl(), request);
    QTEST(answer.status, "status");
    QCOMPARE(answer.head.contains("\r\nAllow: "), answer.status == 405);
    QVERIFY(accepted.isEmpty());
}

void TestSimulator::unreadableBodyHasNoServiceId()
{
    Simulator gateway{Options()};
    QVERIFY(gateway.start().ok());
    const auto single = talk::answerTo(gateway.baseUrl(), talk::post("/psk/push.php", "{\"serviceid\":1,"));
    QCOMPARE(single.status, 200);
    QCOMPARE(single.errorCode(), 8);
    const auto bulk = talk::answerTo(gateway.baseUrl(), talk::post("/psk/push_bulk.php", "[1]"));
    QCOMPARE(bulk.status, 400);
    QCOMPARE(bulk.errorCode(), 8);
}

void TestSimulator::connectionIsKept()
{
    Simulator gateway{Options()};
    QVERIFY(gateway.start().ok());
    talk::Talk talk(gateway.baseUrl());
    for (int i = 1; i <= 50; ++i) {
        talk.write(talk::post("/psk/push.php", talk::message("0047999999" + QByteArray::number(49 + i))));
        QVERIFY(talk.waitForAnswers(i));
        QCOMPARE(talk.last().json()[u"id"].toInt(), 145098 + i);
    }
    QVERIFY(talk.isOpen());
    QVERIFY(!talk.received.contains("Connection: close"));
}

void TestSimulator::requestInPieces()
{
    Simulator gateway{Options()};
    QVERIFY(gateway.start().ok());
    QSignalSpy accepted(&gateway, &Simulator::accepted);
    const QByteArray request = talk::post("/psk/push.php", talk::message(), "Expect: 100-continue\r\n");
    const qsizetype body = request.indexOf("\r\n\r\n") + 4;
    talk::Talk talk(gateway.baseUrl(), request.first(10));
    QVERIFY(QTest::qWaitFor([&] { return talk.isOpen(); }, support::patienceMs));
    talk.write(request.sliced(10, body - 10));
    QVERIFY(QTest::qWaitFor([&] { return talk.received == "HTTP/1.1 100 Continue\r\n\r\n"; },
                            support::patienceMs));
    talk.write(request.sliced(body, 20));
    QVERIFY(accepted.isEmpty());
    talk.received.clear();
    talk.write(request.sliced(body + 20));
    QVERIFY(talk.waitForAnswers(1));
    QCOMPARE(talk.last().errorCode(), 0);
}

// What comes while an answer is on its way is served after it, in order.
void TestSimulator::requestSentAheadWaits()
{
    Options options;
    options.latencyMs = 100;
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    talk::Talk talk(gateway.baseUrl(), talk::post("/psk/push.php", talk::message("004799999991")));
    QSignalSpy accepted(&gateway, &Simulator::accepted);
    QVERIFY(accepted.wait(support::patienceMs));
    talk.write(talk::get("/elsewhere")); // which would be answered at once
    QVERIFY(talk.waitForAnswers(2));
    QCOMPARE(talk.answers().at(0).json()[u"id"].toInt(), 145099);
    QCOMPARE(talk.answers().at(1).status, 404);
}

void TestSimulator::closesWhenAsked()
{
    Simulator gateway{Options()};
    QVERIFY(gateway.start().ok());
    talk::Talk talk(gateway.baseUrl(), talk::post("/psk/push.php", talk::message(), "Connection: close\r\n"));
    QVERIFY(talk.waitForEnd());
    QCOMPARE(talk.answers().size(), 1);
    QVERIFY(talk.received.contains("Connection: close\r\n"));
}

// The latency is waited for by all at the same time.
void TestSimulator::manyAtOnceWaitTogether()
{
    Options options;
    options.latencyMs = 200;
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    QElapsedTimer time;
    time.start();
    std::vector<std::unique_ptr<talk::Talk>> talks;
    for (int i = 0; i < 100; ++i)
        talks.push_back(std::make_unique<talk::Talk>(
            gateway.baseUrl(),
            talk::post("/psk/push.php", talk::message("00479999" + QByteArray::number(1000 + i)))));
    for (const auto &talk : talks) {
        QVERIFY(talk->waitForAnswers(1));
        QCOMPARE(talk->last().errorCode(), 0);
    }
    QVERIFY(time.elapsed() >= 200);
    QVERIFY(time.elapsed() < 100 * 200 / 4); // one after the other would take 20 s
}

void TestSimulator::logHoldsTheRequestBeforeTheAnswer()
{
    const QTemporaryDir folder;
    const support::ManualClock clock;
    Options options;
    options.logFile = folder.filePath(u"log.jsonl"_s);
    options.password = u"canary-7f3"_s;
    options.latencyMs = 60'000; // the answer does not come within this test
    options.clock = &clock;
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    const talk::Talk json(
        gateway.baseUrl(),
        talk::post("/psk/push.php",
                   talk::message("004799999999", R"(,"ref":"a~1","password":"canary-7f3")")));
    QTRY_COMPARE(lines(options.logFile).size(), 1);
    const QJsonObject line = lines(options.logFile).constFirst();
    QCOMPARE(line[u"at"].toString(), u"2030-03-17T17:46:40.000Z"_s);
    QCOMPARE(line[u"endpoint"].toString(), u"push"_s);
    QCOMPARE(line[u"method"].toString(), u"POST"_s);
    QCOMPARE(line[u"status"].toInt(), 200);
    QCOMPARE(line[u"body"].toObject(),
             asking::object(talk::message("004799999999", R"(,"ref":"a~1","password":"***")")));
    QCOMPARE(line[u"answer"].toObject(), asking::object(R"({"id":145099,"errorcode":0,"description":"OK"})"));
    QVERIFY(line.contains(u"fault"_s) && line[u"fault"].isNull());
    QVERIFY(json.received.isEmpty());

    const talk::Talk query(
        gateway.baseUrl(),
        talk::get("/psk/push.php?serviceid=1&password=canary-7f3&phoneno=0047&txt=%E6&fromid=F"));
    QTRY_COMPARE(lines(options.logFile).size(), 2);
    QCOMPARE(lines(options.logFile).at(1)[u"answer"].toString(), u"ErrorCode=1, ID=0"_s);
    QCOMPARE(lines(options.logFile).at(1)[u"body"][u"txt"].toString(), u"æ"_s);
    const talk::Talk bulk(gateway.baseUrl(), talk::post("/psk/push_bulk.php", talk::bulk("\"0047\"")));
    QTRY_COMPARE(lines(options.logFile).size(), 3);
    QCOMPARE(lines(options.logFile).at(2)[u"endpoint"].toString(), u"push_bulk"_s);
    QCOMPARE(lines(options.logFile).at(2)[u"answer"][u"errorcode"].toInt(), 13);
    QFile whole(options.logFile);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QVERIFY(!whole.readAll().contains("canary"));
}

void TestSimulator::logIsAppended()
{
    const QTemporaryDir folder;
    Options options;
    options.logFile = folder.filePath(u"log.jsonl"_s);
    for (int run = 1; run <= 2; ++run) {
        Simulator gateway(options);
        QVERIFY(gateway.start().ok());
        talk::answerTo(gateway.baseUrl(), talk::post("/psk/push.php", talk::message()));
        QCOMPARE(lines(options.logFile).size(), run);
    }
}

// ERR-17 over the wire, with a clock that a test sets.
void TestSimulator::clockIsBorrowed()
{
    support::ManualClock clock;
    Options options;
    options.clock = &clock;
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    const QByteArray request = talk::post("/psk/push.php", talk::message());
    QCOMPARE(talk::answerTo(gateway.baseUrl(), request).errorCode(), 0);
    QCOMPARE(talk::answerTo(gateway.baseUrl(), request).errorCode(), 17);
    clock.advance(120'000);
    QCOMPARE(talk::answerTo(gateway.baseUrl(), request).errorCode(), 0);
}

void TestSimulator::cannotStart_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("rate");
    QTest::newRow("an unknown fault") << u"dropped"_s << 0.5;
    QTest::newRow("more often than always") << u"reset"_s << 1.5;
    QTest::newRow("less often than never") << u"reset"_s << -0.1;
    QTest::newRow("no number") << u"reset"_s << qQNaN();
    QTest::newRow("error 0 is no fault") << u"error0"_s << 1.0;
}

void TestSimulator::cannotStart()
{
    QFETCH(const QString, kind);
    QFETCH(const double, rate);
    Options options;
    options.faults.insert(kind, rate);
    const auto started = Simulator(options).start();
    QVERIFY(!started.ok());
    QCOMPARE(started.error().code, base::ErrorCode::InvalidField);
    QCOMPARE(started.error().detail, kind);
}

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
