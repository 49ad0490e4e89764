// SPDX-License-Identifier: GPL-3.0-or-later
// Delivery statuses on their way to the customer's real server: DLR-01 to DLR-07, with every fault.
#include "asking.h"
#include "customer.h"
#include "simulator/faults.h"
#include "simulator/simulator.h"
#include "support/faultpeer.h"
#include "support/patience.h"
#include "talk.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using simulator::Options;
using simulator::Simulator;
using support::PeerPlan;

Q_DECLARE_METATYPE(support::PeerPlan::Ending)

namespace {

constexpr quint32 seed = 1;
constexpr qint64 firstId = 145099;

// Whether this number is reached at all depends on the seed; both are looked for, not guessed.
QByteArray number(bool reached, int skip = 0)
{
    const simulator::Faults faults(seed);
    for (int i = 0;; ++i) {
        const QString e164 = u"+47%1"_s.arg(90000000 + i);
        if (faults.neverReached(e164) != reached && skip-- == 0)
            return "00" + e164.sliced(1).toLatin1();
    }
}

Options fast(const Customer &customer)
{
    Options options;
    options.seed = seed;
    options.statusDelayMs = 20;
    options.statusUrl = customer.url(u"/dr"_s);
    return options;
}

Options fastWith(const Customer &customer, const QString &fault)
{
    Options options = fast(customer);
    options.faults.insert(fault, 1);
    return options;
}

talk::Answer send(const Simulator &gateway, const QByteArray &to, const QByteArray &more = {})
{
    return talk::answerTo(gateway.baseUrl(), talk::post("/psk/push.php", talk::message(to, more)));
}

} // namespace

class TestStatuses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutReference();
    void withReference_data();
    void withReference();
    void bulkNamesEachNumber();
    void customersOwnQueryIsKept();
    void someAreNeverReached();
    void aboutOneInTwenty();
    void faults_data();
    void faults();
    void lateOnesAreLate();
    void lostOnesDoNotCome();
    void unknownOnesAreNobodys();
    void earlyOnesComeBeforeTheAnswer();
    void refusedMessagesHaveNone();
    void whatIsNotTakenComesAgain_data();
    void whatIsNotTakenComesAgain();
    void eachComesOnce_data();
    void eachComesOnce();
    void manyAreUnderWayAtOnce();
    void scheduledOnesWait();
    void urlMayBeSetLater();
    void repliesComeByThemselves();
};

void TestStatuses::withoutReference()
{
    Customer customer;
    Simulator gateway(fast(customer));
    QVERIFY(gateway.start().ok());
    QCOMPARE(send(gateway, number(true)).json()[u"id"].toInteger(), firstId);
    QVERIFY(customer.waitFor(2));
    QCOMPARE(customer.requests.at(0).method, QByteArray("GET"));
    QCOMPARE(customer.requests.at(0).path, QByteArray("/dr"));
    QCOMPARE(customer.requests.at(0).query, QByteArray("status=-1&origid=145099")); // DLR-01
    QCOMPARE(customer.requests.at(1).query, QByteArray("status=4&origid=145099"));  // DLR-03
}

void TestStatuses::withReference_data()
{
    QTest::addColumn<QByteArray>("ref");
    QTest::addColumn<QByteArray>("back");
    QTest::newRow("DLR-02 a text") << QByteArray("\"abc\"") << QByteArray("abc");
    QTest::newRow("DLR-02 OUT-12 a whole number") << QByteArray("987654321") << QByteArray("987654321");
    QTest::newRow("DLR-02 every kind of character")
        << QByteArray(R"("ø & = % + # ? ~1/ 🤣")") << QByteArray("ø & = % + # ? ~1/ 🤣");
}

void TestStatuses::withReference()
{
    QFETCH(const QByteArray, ref);
    QFETCH(const QByteArray, back);
    Customer customer;
    Simulator gateway(fast(customer));
    QVERIFY(gateway.start().ok());
    const QByteArray to = number(true);
    send(gateway, to, ",\"ref\":" + ref);
    QVERIFY(customer.waitFor(2));
    for (const http::Request &request : customer.requests) {
        const auto named = Customer::parameters(request);
        QCOMPARE(named.value("ref"), back);
        QCOMPARE(named.value("phoneno"), '+' + to.sliced(2));
        QVERIFY(request.query.contains("&phoneno=%2B47"));
    }
}

void TestStatuses::bulkNamesEachNumber()
{
    Customer customer;
    Simulator gateway(fast(customer));
    QVERIFY(gateway.start().ok());
    const QByteArray first = number(true, 0);
    const QByteArray second = number(true, 1);
    const auto answer = talk::answerTo(
        gateway.baseUrl(),
        talk::post("/psk/push_bulk.php",
                   talk::bulk('"' + first + "\",\"0047\",\"" + second + '"', ",\"ref\":\"c-1\"")));
    QCOMPARE(answer.status, 201);
    QVERIFY(customer.waitFor(4));
    QMap<QByteArray, QByteArray> ids;
    for (const http::Request &request : customer.requests) {
        const auto named = Customer::parameters(request);
        QCOMPARE(named.value("ref"), QByteArray("c-1")); // BLK-08
        ids.insert(named.value("phoneno"), named.value("origid"));
    }
    QCOMPARE(ids.keys(), QByteArrayList({'+' + first.sliced(2), '+' + second.sliced(2)}));
    QCOMPARE(ids.values(), QByteArrayList({"145099", "145100"}));
    QCOMPARE(customer.statuses(firstId), QList<int>({-1, 4}));
}

void TestStatuses::customersOwnQueryIsKept()
{
    Customer customer;
    Options options = fast(customer);
    options.statusUrl = customer.url(u"/dr?kunde=%C3%A5"_s);
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    send(gateway, number(true));
    QVERIFY(customer.waitFor(1));
    QCOMPARE(customer.requests.at(0).query, QByteArray("kunde=%C3%A5&status=-1&origid=145099"));
}

void TestStatuses::someAreNeverReached()
{
    Customer customer;
    Simulator gateway(fast(customer));
    QVERIFY(gateway.start().ok());
    send(gateway, number(false));
    QVERIFY(customer.waitFor(2));
    QCOMPARE(customer.statuses(), QList<int>({-1, 5})); // DLR-03
}

void TestStatuses::aboutOneInTwenty()
{
    const simulator::Faults faults(seed);
    const simulator::Faults others(seed + 1);
    int failed = 0;
    int same = 0;
    for (int i = 0; i < 10'000; ++i) {
        const QString e164 = u"+47%1"_s.arg(90000000 + i);
        failed += faults.neverReached(e164) ? 1 : 0;
        same += faults.neverReached(e164) && others.neverReached(e164) ? 1 : 0;
        QCOMPARE(faults.neverReached(e164), simulator::Faults(seed).neverReached(e164));
    }
    QVERIFY(failed > 400 && failed < 600);
    QVERIFY(same < failed / 4);
}

void TestStatuses::faults_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QList<int>>("statuses");
    QTest::newRow("DLR-04 -1 after 4") << u"statusReordered"_s << QList<int>({4, -1});
    QTest::newRow("DLR-07 the same again") << u"statusRepeated"_s << QList<int>({-1, 4, 4, -1});
    QTest::newRow("DLR-03 failed") << u"statusFailed"_s << QList<int>({-1, 5});
    QTest::newRow("DLR-05 late") << u"statusLate"_s << QList<int>({-1, 4});
    QTest::newRow("DLR-06 early") << u"statusEarly"_s << QList<int>({-1, 4});
}

void TestStatuses::faults()
{
    QFETCH(const QString, fault);
    QFETCH(const QList<int>, statuses);
    Customer customer;
    Simulator gateway(fastWith(customer, fault));
    QVERIFY(gateway.start().ok());
    send(gateway, number(true));
    QVERIFY(customer.waitFor(statuses.size()));
    QList<int> came = customer.statuses();
    if (fault == "statusEarly"_L1)
        std::sort(came.begin(), came.end()); // both at once: either may win
    QCOMPARE(came, statuses);
}

void TestStatuses::lateOnesAreLate()
{
    Customer customer;
    Simulator gateway(fastWith(customer, u"statusLate"_s));
    QVERIFY(gateway.start().ok());
    QElapsedTimer time;
    time.start();
    send(gateway, number(true));
    QVERIFY(customer.waitFor(2));
    QVERIFY(time.elapsed() >= 20 * 20); // the slowest without it: 2 + 9 delays
}

void TestStatuses::lostOnesDoNotCome()
{
    Customer customer;
    Simulator gateway(fastWith(customer, u"statusLost"_s));
    QVERIFY(gateway.start().ok());
    QCOMPARE(send(gateway, number(true)).errorCode(), 0);
    QVERIFY(!QTest::qWaitFor([&] { return !customer.requests.isEmpty(); }, 600)); // 11 delays are 220 ms
}

void TestStatuses::unknownOnesAreNobodys()
{
    Customer customer;
    Simulator gateway(fastWith(customer, u"statusUnknown"_s));
    QVERIFY(gateway.start().ok());
    send(gateway, number(true), ",\"ref\":\"abc\"");
    QVERIFY(customer.waitFor(3));
    QCOMPARE(customer.statuses(firstId), QList<int>({-1, 4}));
    int strangers = 0;
    for (const http::Request &request : customer.requests)
        strangers += Customer::parameters(request).value("ref") != "abc" ? 1 : 0;
    QCOMPARE(strangers, 1); // DLR-06
}

void TestStatuses::earlyOnesComeBeforeTheAnswer()
{
    Customer customer;
    Simulator gateway(fastWith(customer, u"statusEarly"_s));
    QVERIFY(gateway.start().ok());
    talk::Talk talk(gateway.baseUrl(), talk::post("/psk/push.php", talk::message(number(true))));
    QVERIFY(customer.waitFor(2));
    QVERIFY(talk.received.isEmpty()); // DLR-06: known before the message has its id
    QVERIFY(talk.waitForAnswers(1));
    QCOMPARE(talk.last().json()[u"id"].toInteger(), firstId);
}

void TestStatuses::refusedMessagesHaveNone()
{
    Customer customer;
    Simulator gateway(fastWith(customer, u"statusEarly"_s));
    QVERIFY(gateway.start().ok());
    send(gateway, "0047");
    send(gateway, number(true));
    QVERIFY(customer.waitFor(2));
    QCOMPARE(customer.statuses(firstId).size(), customer.requests.size());
}

void TestStatuses::whatIsNotTakenComesAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("503") << 503;
    QTest::newRow("404") << 404;
    QTest::newRow("a redirect") << 302;
    QTest::newRow("a closed connection") << 0;
}

// DLR-08: anything but 2xx is no success.
void TestStatuses::whatIsNotTakenComesAgain()
{
    QFETCH(const int, status);
    int refusals = 0;
    bool refuse = true;
    Customer customer([&](const http::Request &) {
        refusals += refuse ? 1 : 0;
        return refuse ? status : 204;
    });
    Simulator gateway(fast(customer));
    QVERIFY(gateway.start().ok());
    send(gateway, number(true));
    QVERIFY(QTest::qWaitFor([&] { return refusals >= 2; }, support::patienceMs));
    refuse = false;
    QTRY_VERIFY_WITH_TIMEOUT(customer.requests.size() >= refusals + 2, support::patienceMs);
    QList<int> taken = customer.statuses().sliced(refusals);
    std::sort(taken.begin(), taken.end());
    QCOMPARE(taken, QList<int>({-1, 4}));
}

void TestStatuses::eachComesOnce_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<PeerPlan::Ending>("ending");
    QTest::newRow("DLR-08 a plain PHP server")
        << QByteArray("HTTP/1.0 200 OK\r\n\r\ntrue") << PeerPlan::Ending::Close;
    QTest::newRow("DLR-08 no body, closed")
        << QByteArray("HTTP/1.1 204 X\r\n\r\n") << PeerPlan::Ending::Close;
    QTest::newRow("DLR-08 a length, closed") << support::httpAnswer(200, "true") << PeerPlan::Ending::Close;
    QTest::newRow("DLR-08 a length, kept open")
        << support::httpAnswer(200, "true") << PeerPlan::Ending::KeepAlive;
}

// Repeats are a fault to be asked for, not what the server's way of closing makes of them.
void TestStatuses::eachComesOnce()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const PeerPlan::Ending, ending);
    support::FaultPeer server;
    PeerPlan plan;
    plan.answer = answer;
    plan.ending = ending;
    server.setPlans({plan});
    Options options;
    options.seed = seed;
    options.statusDelayMs = 5;
    options.statusUrl = QUrl(u"http://127.0.0.1:%1/dr"_s.arg(server.port()));
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    QByteArrayList numbers;
    for (int i = 0; i < 40; ++i)
        numbers.append("\"0047" + QByteArray::number(90000000 + i) + '"');
    talk::answerTo(gateway.baseUrl(),
                   talk::post("/psk/push_bulk.php", talk::bulk(numbers.join(','), ",\"ref\":1")));
    QVERIFY(QTest::qWaitFor([&] { return server.seen().heads >= 80; }, support::patienceMs));
    QVERIFY(!QTest::qWaitFor([&] { return server.seen().heads > 80; }, 600)); // the first repeat is after 400
}

void TestStatuses::manyAreUnderWayAtOnce()
{
    Customer customer;
    Options options = fast(customer);
    options.statusDelayMs = 1;
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    QByteArrayList numbers;
    for (int i = 0; i < 60; ++i)
        numbers.append("\"0047" + QByteArray::number(90000000 + i) + '"');
    const auto answer = talk::answerTo(
        gateway.baseUrl(), talk::post("/psk/push_bulk.php", talk::bulk(numbers.join(','), ",\"ref\":1")));
    QCOMPARE(answer.status, 201);
    QVERIFY(customer.waitFor(120));
    QVERIFY(customer.mostOpen > 1);
    QMap<QByteArray, QList<int>> byId;
    for (const http::Request &request : customer.requests) {
        const auto named = Customer::parameters(request);
        byId[named.value("origid")].append(named.value("status").toInt());
    }
    QCOMPARE(byId.size(), 60);
    for (const QList<int> &came : byId) {
        QCOMPARE(came.size(), 2);
        QVERIFY(came.contains(-1));
    }
}

// OUT-13: nothing is told of a message before its time.
void TestStatuses::scheduledOnesWait()
{
    support::ManualClock clock(1'900'000'000'000);
    Customer customer;
    Options options = fast(customer);
    options.clock = &clock;
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    QElapsedTimer time;
    time.start();
    QCOMPARE(send(gateway, number(true), R"(,"scheduled":"2030-03-17T17:46:41Z")").errorCode(), 0);
    QVERIFY(customer.waitFor(1));
    QVERIFY(time.elapsed() >= 1000);
}

void TestStatuses::urlMayBeSetLater()
{
    Customer customer;
    Options options = fast(customer);
    options.statusUrl.clear();
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    send(gateway, number(true, 0));
    gateway.setStatusUrl(customer.url(u"/senere"_s));
    send(gateway, number(true, 1));
    QVERIFY(customer.waitFor(2));
    QCOMPARE(customer.requests.at(0).path, QByteArray("/senere"));
    QCOMPARE(customer.statuses(firstId + 1), QList<int>({-1, 4}));
}

// The demo: who was reached may answer, to the number that the message came from.
void TestStatuses::repliesComeByThemselves()
{
    Customer customer;
    Options options = fast(customer);
    options.inboundUrl = customer.url(u"/inn"_s);
    options.repliesRate = 1;
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    const QByteArray to = number(true);
    const QByteArray body =
        "{\"serviceid\":1,\"phoneno\":\"" + to + "\",\"txt\":\"Passer det?\",\"fromid\":\"26114123\"}";
    talk::answerTo(gateway.baseUrl(), talk::post("/psk/push.php", body));
    QVERIFY(customer.waitFor(3));
    const http::Request reply = customer.requests.at(2);
    QCOMPARE(reply.path, QByteArray("/inn"));
    const QJsonObject message = asking::object(reply.body);
    QCOMPARE(message[u"from"].toString(), QString::fromLatin1('+' + to.sliced(2)));
    QCOMPARE(message[u"to"].toString(), u"26114123"_s);
    QVERIFY(!message[u"text"].toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestStatuses)
#include "tst_simulatedstatuses.moc"
