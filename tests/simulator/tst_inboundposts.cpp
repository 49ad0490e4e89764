// SPDX-License-Identifier: GPL-3.0-or-later
// Inbound messages on their way to the customer's real server, as JSON and as GET: INB-01 to INB-07.
#include "asking.h"
#include "customer.h"
#include "simulator/simulator.h"
#include "talk.h"

using namespace Qt::StringLiterals;
using simulator::Options;
using simulator::Simulator;

namespace {

Options inboundTo(const Customer &customer)
{
    Options options;
    options.inboundUrl = customer.url(u"/inn"_s);
    return options;
}

talk::Answer ask(const Simulator &gateway, const QByteArray &json)
{
    return talk::answerTo(gateway.baseUrl(), talk::post("/simulate/inbound", json));
}

} // namespace

class TestInboundPosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asJson();
    void withFiles();
    void asGet_data();
    void asGet();
    void everyLatin1CharacterArrives();
    void keyword_data();
    void keyword();
    void counterIncreases();
    void notTakenIsQueued_data();
    void notTakenIsQueued();
    void asked_data();
    void asked();
    void withoutAUrl();
    void fromTheProgram();
};

void TestInboundPosts::asJson()
{
    Customer customer;
    Simulator gateway(inboundTo(customer));
    QVERIFY(gateway.start().ok());
    const auto answer = ask(gateway, R"({"from":"+4799999999","to":"26114123","text":"Test æøå 🤣"})");
    QCOMPARE(answer.status, 202);
    QVERIFY(customer.waitFor(1));
    const http::Request request = customer.requests.constFirst();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/inn"));
    QCOMPARE(request.header("content-type"), QByteArray("application/json"));
    const QJsonObject message = asking::object(request.body); // INB-01
    QCOMPARE(message.keys(), QStringList({u"counter"_s, u"files"_s, u"from"_s, u"id"_s, u"keyword"_s,
                                          u"sent"_s, u"text"_s, u"to"_s}));
    QCOMPARE(message[u"from"].toString(), u"+4799999999"_s);
    QCOMPARE(message[u"to"].toString(), u"26114123"_s);
    QCOMPARE(message[u"text"].toString(), u"Test æøå 🤣"_s);
    QCOMPARE(message[u"keyword"].toString(), u"TEST"_s);
    QCOMPARE(message[u"counter"].toInteger(), answer.json()[u"counter"].toInteger());
    QVERIFY(message[u"id"].toInteger() > 0);
    QVERIFY(message[u"files"].isArray() && message[u"files"].toArray().isEmpty());
    const QDateTime sent = QDateTime::fromString(message[u"sent"].toString(), Qt::ISODate);
    QVERIFY(qAbs(sent.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QVERIFY(message[u"sent"].toString().endsWith(u'Z'));
}

void TestInboundPosts::withFiles()
{
    Customer customer;
    Simulator gateway(inboundTo(customer));
    QVERIFY(gateway.start().ok());
    const QByteArray files =
        R"([{"id":4748,"contentType":"text/plain","fileName":"a.txt","fileData":"VGVzdCAxMjM="}])";
    ask(gateway, R"({"from":"Front","text":"Emne","files":)" + files + '}');
    QVERIFY(customer.waitFor(1));
    const QJsonObject message = asking::object(customer.requests.constFirst().body);
    QCOMPARE(message[u"files"].toArray(), QJsonDocument::fromJson(files).array()); // INB-02
    QCOMPARE(message[u"to"].toString(), u"26114"_s);
}

void TestInboundPosts::asGet_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("start"); // of the query, up to the time
    const auto row = [](const char *name, const char *asked, const char *start) {
        QTest::newRow(name) << QByteArray(asked) << QByteArray(start);
    };
    row("INB-04 the description's example",
        R"({"from":"+4799999999","to":"26114123450000","text":"Test æøå ÆØÅ")",
        "fromid=123450000&phonenr=004799999999&txt=Test%20%E6%F8%E5%20%C6%D8%C5");
    row("INB-04 what Latin-1 lacks is one question mark", R"({"from":"Front","text":"10 € – 🤣!")",
        "fromid=26114&phonenr=Front&txt=10%20%3F%20%3F%20%3F%21");
    row("INB-04 a plus and an ampersand", R"({"from":"+4799999999","text":"1+1&2=%")",
        "fromid=26114&phonenr=004799999999&txt=1%2B1%262%3D%25");
    row("INB-06 a short number and an E.164 number", R"({"from":"26114","to":"+4759440000","text":"a")",
        "fromid=%2B4759440000&phonenr=26114&txt=a");
}

void TestInboundPosts::asGet()
{
    QFETCH(const QByteArray, asked);
    QFETCH(const QByteArray, start);
    Customer customer;
    Simulator gateway(inboundTo(customer));
    QVERIFY(gateway.start().ok());
    QCOMPARE(ask(gateway, asked + R"(,"form":"get"})").status, 202);
    QVERIFY(customer.waitFor(1));
    const http::Request request = customer.requests.constFirst();
    QCOMPARE(request.method, QByteArray("GET"));
    QVERIFY2(request.query.startsWith(start + "&time="), request.query.constData());
    const auto named = Customer::parameters(request);
    QCOMPARE(named.keys(), QByteArrayList({"code", "countnr", "fromid", "phonenr", "time", "txt"}));
    QVERIFY(qAbs(named.value("time").toLongLong() - QDateTime::currentSecsSinceEpoch()) < 60);
    QVERIFY(named.value("countnr").toLongLong() > 0);
}

void TestInboundPosts::everyLatin1CharacterArrives()
{
    QByteArray all;
    for (int byte = 1; byte < 256; ++byte)
        all.append(static_cast<char>(byte));
    Customer customer;
    Simulator gateway(inboundTo(customer));
    QVERIFY(gateway.start().ok());
    const QJsonObject message{
        {u"from"_s, u"+4799999999"_s}, {u"text"_s, QString::fromLatin1(all)}, {u"form"_s, u"get"_s}};
    ask(gateway, QJsonDocument(message).toJson());
    QVERIFY(customer.waitFor(1));
    QCOMPARE(Customer::parameters(customer.requests.constFirst()).value("txt"), all); // INB-04
}

void TestInboundPosts::keyword_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("keyword");
    QTest::newRow("INB-01 the first word") << QByteArray(R"("text":"Test 123")") << u"TEST"_s;
    QTest::newRow("INB-01 up to a line feed") << QByteArray(R"("text":"stopp\nhilsen Åse")") << u"STOPP"_s;
    QTest::newRow("INB-01 as given") << QByteArray(R"("text":"Test 123","keyword":"Annet")") << u"Annet"_s;
    QTest::newRow("INB-01 none of an empty text") << QByteArray(R"("text":"")") << QString();
}

void TestInboundPosts::keyword()
{
    QFETCH(const QByteArray, rest);
    Customer customer;
    Simulator gateway(inboundTo(customer));
    QVERIFY(gateway.start().ok());
    ask(gateway, R"({"from":"+4799999999",)" + rest + '}');
    QVERIFY(customer.waitFor(1));
    QTEST(asking::object(customer.requests.constFirst().body)[u"keyword"].toString(), "keyword");
}

void TestInboundPosts::counterIncreases()
{
    Customer customer;
    Simulator gateway(inboundTo(customer));
    QVERIFY(gateway.start().ok());
    for (int i = 0; i < 3; ++i)
        ask(gateway, R"({"from":"+4799999999","text":"a"})");
    ask(gateway, R"({"from":"+4799999999","text":"a","form":"get"})");
    QVERIFY(customer.waitFor(4));
    const qint64 first = asking::object(customer.requests.at(0).body)[u"counter"].toInteger();
    for (int i = 1; i < 3; ++i) {
        const QJsonObject message = asking::object(customer.requests.at(i).body);
        QCOMPARE(message[u"counter"].toInteger(), first + i); // INB-07
    }
    QCOMPARE(Customer::parameters(customer.requests.at(3)).value("countnr").toLongLong(), first + 3);
}

void TestInboundPosts::notTakenIsQueued_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("INB-03 503 to JSON") << QByteArray("json") << 503 << QByteArray("true");
    QTest::newRow("INB-03 302 to JSON") << QByteArray("json") << 302 << QByteArray("true");
    QTest::newRow("INB-05 503 to GET") << QByteArray("get") << 503 << QByteArray("true");
    QTest::newRow("INB-05 200 without the word true") << QByteArray("get") << 200 << QByteArray("false");
}

// ACC-05: the same message comes again, and the next ones wait behind it.
void TestInboundPosts::notTakenIsQueued()
{
    QFETCH(const QByteArray, form);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    bool refuse = true;
    Customer customer([&](const http::Request &) { return refuse ? status : 200; });
    customer.body = body;
    Simulator gateway(inboundTo(customer));
    QVERIFY(gateway.start().ok());
    ask(gateway, R"({"from":"+4799999999","text":"en","form":")" + form + "\"}");
    ask(gateway, R"({"from":"+4799999999","text":"to","form":")" + form + "\"}");
    QVERIFY(customer.waitFor(2));
    refuse = false;
    customer.body = "true";
    QVERIFY(customer.waitFor(4));
    const auto line = [&](qsizetype i) {
        return customer.requests.at(i).query + customer.requests.at(i).body;
    };
    QCOMPARE(line(1), line(0));
    QCOMPARE(line(2), line(0));
    QVERIFY(line(3) != line(0));
    QVERIFY(line(3).contains("to"));
}

void TestInboundPosts::asked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request << status;
    };
    row("a sender and a text", talk::post("/simulate/inbound", R"({"from":"Front","text":"a"})"), 202);
    row("beneath the base URL", talk::post("/psk/simulate/inbound", R"({"from":"Front","text":"a"})"), 202);
    row("no sender", talk::post("/simulate/inbound", R"({"text":"a"})"), 400);
    row("another form", talk::post("/simulate/inbound", R"({"from":"Front","text":"a","form":"xml"})"), 400);
    row("no JSON", talk::post("/simulate/inbound", "from=Front"), 400);
    row("by GET", talk::get("/simulate/inbound?from=Front"), 405);
}

void TestInboundPosts::asked()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    Customer customer;
    Options options = inboundTo(customer);
    options.faults.insert(u"html500"_s, 1); // of push and bulk only
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    QCOMPARE(talk::answerTo(gateway.baseUrl(), request).status, status);
    QCOMPARE(QTest::qWaitFor([&] { return !customer.requests.isEmpty(); }, status == 202 ? 10000 : 100),
             status == 202);
}

void TestInboundPosts::withoutAUrl()
{
    Simulator gateway{Options()};
    QVERIFY(gateway.start().ok());
    QCOMPARE(ask(gateway, R"({"from":"Front","text":"a"})").status, 400);
    Customer customer;
    gateway.simulateInbound(u"+4799999999"_s, u"før"_s); // nowhere to go
    gateway.setInboundUrl(customer.url(u"/inn"_s));
    QCOMPARE(ask(gateway, R"({"from":"Front","text":"etter"})").status, 202);
    QVERIFY(customer.waitFor(1));
    QCOMPARE(asking::object(customer.requests.constFirst().body)[u"text"].toString(), u"etter"_s);
}

void TestInboundPosts::fromTheProgram()
{
    Customer customer;
    Simulator gateway(inboundTo(customer));
    QVERIFY(gateway.start().ok());
    gateway.simulateInbound(u"+4799999999"_s, u"Ja"_s);
    gateway.simulateInbound(u"+4799999999"_s, u"Nei"_s, u"+4759440000"_s);
    QVERIFY(customer.waitFor(2));
    QCOMPARE(asking::object(customer.requests.at(0).body)[u"to"].toString(), u"26114"_s);
    QCOMPARE(asking::object(customer.requests.at(1).body)[u"to"].toString(), u"+4759440000"_s);
}

QTEST_GUILESS_MAIN(TestInboundPosts)
#include "tst_inboundposts.moc"
