// SPDX-License-Identifier: GPL-3.0-or-later
// What the fault switches of a request do to its client, and whether the request was taken.
#include "asking.h"
#include "simulator/faults.h"
#include "simulator/simulator.h"
#include "support/patience.h"
#include "talk.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <arpa/inet.h>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using simulator::Options;
using simulator::Simulator;

namespace {

enum class Ending { Closed, Answered };

constexpr int noAnswer = 0;

} // namespace

Q_DECLARE_METATYPE(Ending)

class TestSimulatorFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request_data();
    void request();
#ifdef Q_OS_UNIX
    void resetIsNoOrderlyEnd_data();
    void resetIsNoOrderlyEnd();
#endif
    void bodyIsNotWaitedFor();
    void halfAnAnswerIsHalf();
    void slowAnswerIsLate();
    void errorCodeOnDemand_data();
    void errorCodeOnDemand();
    void sameSeedSameFaults();
    void ratesAreKept();
    void bulk200LeavesSinglesAlone();
    void everyKindIsNamedOnce();
};

void TestSimulatorFaults::request_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("taken");
    QTest::addColumn<bool>("logged");
    const QByteArray single = talk::post("/psk/push.php", talk::message());
    const QByteArray bulk = talk::post("/psk/push_bulk.php", talk::bulk("\"004799999999\""));
    const QByteArray get = talk::get("/psk/push.php?serviceid=1&phoneno=004799999999&fromid=F&txt=Hei");
    const auto row = [&](const char *kind, Ending ending, int singleStatus, int bulkStatus, bool taken,
                         bool logged) {
        const QString name = QString::fromLatin1(kind);
        QTest::addRow("%s, single", kind) << name << single << ending << singleStatus << taken << logged;
        QTest::addRow("%s, GET", kind) << name << get << ending << singleStatus << taken << logged;
        QTest::addRow("%s, bulk", kind) << name << bulk << ending << bulkStatus << taken << logged;
    };
    row("dropBeforeBody", Ending::Closed, noAnswer, noAnswer, false, false);
    row("dropDuringBody", Ending::Closed, noAnswer, noAnswer, false, false);
    row("dropAfterBody", Ending::Closed, noAnswer, noAnswer, true, true);
    row("reset", Ending::Closed, noAnswer, noAnswer, true, true);
    row("halfAnswer", Ending::Closed, noAnswer, noAnswer, true, true);
    row("redirect", Ending::Answered, 302, 302, false, true);
    row("html500", Ending::Answered, 500, 500, false, true);
    row("wrongJson", Ending::Answered, 200, 201, true, true);
    row("bulk200", Ending::Answered, 200, 200, true, true);
}

void TestSimulatorFaults::request()
{
    QFETCH(const QString, kind);
    QFETCH(const QByteArray, bytes);
    QFETCH(const Ending, ending);
    QFETCH(const int, status);
    const QTemporaryDir folder;
    Options options;
    options.faults.insert(kind, 1);
    options.logFile = folder.filePath(u"log"_s);
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    QSignalSpy accepted(&gateway, &Simulator::accepted);
    talk::Talk talk(gateway.baseUrl(), bytes);
    if (ending == Ending::Answered) {
        QVERIFY(talk.waitForAnswers(1));
        QVERIFY(talk.isOpen());
    } else {
        QVERIFY(talk.waitForEnd());
        QVERIFY(talk.answers().isEmpty());
        QCOMPARE(talk.lastError, QAbstractSocket::RemoteHostClosedError);
    }
    const talk::Answer answer = talk.last();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.head.contains("Location: /elsewhere"), status == 302);
    QCOMPARE(answer.head.contains("text/html"), status == 302 || status == 500);
    if (kind == "wrongJson"_L1)
        QVERIFY(answer.json().isEmpty() && answer.body != "ErrorCode=0, ID=145099");
    QTEST(!accepted.isEmpty(), "taken");
    QFile log(options.logFile);
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray line = log.readAll();
    QTEST(!line.isEmpty(), "logged");
    const bool named = QJsonDocument::fromJson(line).object().value(u"fault"_s) == kind;
    QCOMPARE(named,
             !line.isEmpty() && !(kind == "bulk200"_L1 && status == 200 && bytes.contains("push.php")));
}

#ifdef Q_OS_UNIX
void TestSimulatorFaults::resetIsNoOrderlyEnd_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("error"); // of the client's last read; 0: the end of the stream
    QTest::newRow("a reset") << u"reset"_s << ECONNRESET;
    QTest::newRow("a close") << u"dropAfterBody"_s << 0;
}

// Qt tells both ends alike, so this client is a plain socket.
void TestSimulatorFaults::resetIsNoOrderlyEnd()
{
    QFETCH(const QString, kind);
    Options options;
    options.faults.insert(kind, 1);
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<quint16>(gateway.baseUrl().port()));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int client = ::socket(AF_INET, SOCK_STREAM, 0);
    QVERIFY(client >= 0);
    const auto closed = qScopeGuard([client] { ::close(client); });
    QCOMPARE(::connect(client, reinterpret_cast<const sockaddr *>(&place), sizeof place), 0);
    const QByteArray bytes = talk::post("/psk/push.php", talk::message());
    QCOMPARE(::send(client, bytes.constData(), static_cast<size_t>(bytes.size()), 0), ssize_t(bytes.size()));
    ssize_t got = -1;
    int error = EAGAIN;
    QVERIFY(QTest::qWaitFor(
        [&] {
            char byte = 0;
            got = ::recv(client, &byte, 1, MSG_DONTWAIT);
            error = got < 0 ? errno : 0;
            return error != EAGAIN;
        },
        talk::patienceMs));
    QVERIFY(got <= 0);
    QTEST(error, "error");
}
#endif

// A client that waits between head and body is cut off where the fault says.
void TestSimulatorFaults::bodyIsNotWaitedFor()
{
    const QByteArray bytes = talk::post("/psk/push.php", talk::message());
    const qsizetype head = bytes.indexOf("\r\n\r\n") + 4;
    Options options;
    options.faults.insert(u"dropBeforeBody"_s, 1);
    Simulator before(options);
    QVERIFY(before.start().ok());
    talk::Talk headAlone(before.baseUrl(), bytes.first(head));
    QVERIFY(headAlone.waitForEnd());

    options.faults = {{u"dropDuringBody"_s, 1.0}};
    Simulator during(options);
    QVERIFY(during.start().ok());
    talk::Talk halfBody(during.baseUrl(), bytes.first(head));
    QVERIFY(QTest::qWaitFor([&] { return halfBody.isOpen(); }, support::patienceMs));
    halfBody.write(bytes.sliced(head, 5));
    QVERIFY(halfBody.waitForEnd());
}

void TestSimulatorFaults::halfAnAnswerIsHalf()
{
    Options options;
    options.faults.insert(u"halfAnswer"_s, 1);
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    talk::Talk talk(gateway.baseUrl(), talk::post("/psk/push_bulk.php", talk::bulk("\"004799999999\"")));
    QVERIFY(talk.waitForEnd());
    QVERIFY(talk.received.startsWith("HTTP/1.1 201 "));
    const QByteArray body = talk.received.sliced(talk.received.indexOf("\r\n\r\n") + 4);
    QVERIFY(body.startsWith('{'));
    QVERIFY(!body.endsWith('}'));
}

void TestSimulatorFaults::slowAnswerIsLate()
{
    Options options;
    QVERIFY(options.slowAnswerMs > 60'000); // beyond the client's patience for bulk
    options.slowAnswerMs = 300;
    options.faults.insert(u"slowAnswer"_s, 1);
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    QElapsedTimer time;
    time.start();
    const auto answer = talk::answerTo(gateway.baseUrl(), talk::post("/psk/push.php", talk::message()));
    QVERIFY(time.elapsed() >= 300);
    QCOMPARE(answer.errorCode(), 0);
}

void TestSimulatorFaults::errorCodeOnDemand_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("ERR-02 a foreign address") << 2;
    QTest::newRow("ERR-05 nothing left on the account") << 5;
    QTest::newRow("ERR-06 no access to charged messages") << 6;
    QTest::newRow("ERR-18 http in place of https") << 18;
    QTest::newRow("ERR-21 a blacklisted number") << 21;
    QTest::newRow("a code of a later version") << 77;
}

void TestSimulatorFaults::errorCodeOnDemand()
{
    QFETCH(const int, code);
    Options options;
    options.faults.insert(u"error%1"_s.arg(code), 1);
    Simulator gateway(options);
    QVERIFY(gateway.start().ok());
    QSignalSpy accepted(&gateway, &Simulator::accepted);
    const auto single = talk::answerTo(gateway.baseUrl(), talk::post("/psk/push.php", talk::message()));
    QCOMPARE(single.status, 200);
    QCOMPARE(single.errorCode(), code);
    QCOMPARE(single.json()[u"id"].toInt(-1), 0);
    const auto bulk =
        talk::answerTo(gateway.baseUrl(), talk::post("/psk/push_bulk.php", talk::bulk("\"004799999999\"")));
    QCOMPARE(bulk.status, 400);
    QCOMPARE(bulk.errorCode(), code);
    QVERIFY(accepted.isEmpty());
}

void TestSimulatorFaults::sameSeedSameFaults()
{
    const auto row = [](quint32 seed, bool otherWayRound) {
        simulator::Faults faults(seed);
        const QStringList kinds{u"reset"_s, u"html500"_s, u"error5"_s};
        for (qsizetype i = 0; i < kinds.size(); ++i)
            faults.set(kinds.at(otherWayRound ? kinds.size() - 1 - i : i), 0.3);
        QStringList met;
        for (int i = 0; i < 200; ++i)
            met.append(faults.ofRequest(false));
        return met;
    };
    QCOMPARE(row(7, false), row(7, true));
    QVERIFY(row(7, false) != row(8, false));
}

void TestSimulatorFaults::ratesAreKept()
{
    simulator::Faults faults(3);
    QVERIFY(faults.set(u"reset"_s, 0.2));
    QVERIFY(faults.set(u"redirect"_s, 0.1));
    QMap<QString, int> met;
    for (int i = 0; i < 10'000; ++i)
        ++met[faults.ofRequest(false)];
    QVERIFY(qAbs(met[u"reset"_s] - 2000) < 200);
    QVERIFY(qAbs(met[u"redirect"_s] - 1000) < 150);
    QCOMPARE(met.size(), 3);
}

void TestSimulatorFaults::bulk200LeavesSinglesAlone()
{
    simulator::Faults faults;
    QVERIFY(faults.set(u"bulk200"_s, 1));
    QCOMPARE(faults.ofRequest(true), u"bulk200"_s);
    QCOMPARE(faults.ofRequest(false), QString());
}

void TestSimulatorFaults::everyKindIsNamedOnce()
{
    QStringList names;
    for (const auto &kinds : {simulator::requestFaults(), simulator::statusFaults()}) {
        for (const simulator::FaultKind &kind : kinds) {
            QVERIFY(!names.contains(kind.name));
            QVERIFY(!kind.meaning.isEmpty());
            names.append(kind.name);
        }
    }
    QCOMPARE(names.size(), 17);
}

QTEST_GUILESS_MAIN(TestSimulatorFaults)
#include "tst_simulatorfaults.moc"
