// SPDX-License-Identifier: GPL-3.0-or-later
// budstikke-simulator as a program: what cli.md promises of it.
#include "asking.h"
#include "customer.h"
#include "support/patience.h"
#include "support/places.h"
#include "talk.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

class Program
{
public:
    explicit Program(const QStringList &arguments, const QString &password = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"BUDSTIKKE_SIMULATOR_PASSWORD"_s);
        if (!password.isEmpty())
            environment.insert(u"BUDSTIKKE_SIMULATOR_PASSWORD"_s, password);
        process.setProcessEnvironment(environment);
        process.start(support::program(QStringLiteral("budstikke-simulator")), arguments);
    }
    ~Program()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }

    // What the first line says.
    QUrl baseUrl()
    {
        if (!QTest::qWaitFor([this] { return process.canReadLine(); }, talk::patienceMs))
            return {};
        return QUrl(QJsonDocument::fromJson(process.readLine()).object().value(u"baseUrl"_s).toString());
    }
    int status()
    {
        return process.waitForFinished(talk::patienceMs) && process.exitStatus() == QProcess::NormalExit
                   ? process.exitCode()
                   : -1;
    }

    QProcess process;
};

} // namespace

class TestSimulatorProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstLineThenAnswers();
    void listensWhereItIsTold();
    void serviceIdAndPassword();
    void logMasksThePassword();
    void faultsAndLatency();
    void postsStatusesAndInbound();
    void endsCleanly_data();
    void endsCleanly();
    void usage_data();
    void usage();
    void portInUse();
    void helpNamesEveryFault();
};

void TestSimulatorProgram::firstLineThenAnswers()
{
    Program program({});
    const QUrl url = program.baseUrl();
    QCOMPARE(url.scheme(), u"http"_s);
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    QVERIFY(url.port() > 0);
    QCOMPARE(url.path(), u"/psk/"_s);
    const QByteArray request = talk::post("/psk/push.php", talk::message());
    QCOMPARE(talk::answerTo(url, request).errorCode(), 0);
    QCOMPARE(talk::answerTo(url, request).errorCode(), 17);
    QVERIFY(program.process.readAllStandardOutput().isEmpty());
}

void TestSimulatorProgram::listensWhereItIsTold()
{
    Program program({u"--listen"_s, u"localhost:0"_s, u"--no-duplicate-lock"_s});
    const QUrl url = program.baseUrl();
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    const QByteArray request = talk::post("/psk/push.php", talk::message());
    QCOMPARE(talk::answerTo(url, request).errorCode(), 0);
    QCOMPARE(talk::answerTo(url, request).errorCode(), 0);
}

void TestSimulatorProgram::serviceIdAndPassword()
{
    Program program({u"--service-id"_s, u"1234"_s}, u"hemmelig"_s);
    const QUrl url = program.baseUrl();
    const auto code = [&](const QByteArray &body) {
        return talk::answerTo(url, talk::post("/psk/push.php", body)).errorCode();
    };
    QCOMPARE(code(R"({"serviceid":4321,"password":"hemmelig"})"), 7);
    QCOMPARE(code(R"({"serviceid":1234,"password":"feil"})"), 13);
    QCOMPARE(code(R"({"serviceid":1234})"), 13);
    QCOMPARE(code(R"({"serviceid":1234,"password":"hemmelig"})"), 9); // what `account check` hopes for
    QCOMPARE(code(talk::message("004799999999", R"(,"password":"hemmelig")")), 0);
}

void TestSimulatorProgram::logMasksThePassword()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"log.jsonl"_s);
    Program program({u"--log"_s, file}, u"canary-91c"_s);
    const QUrl url = program.baseUrl();
    talk::answerTo(url, talk::post("/psk/push.php",
                                   talk::message("004799999999", R"(,"ref":"r~1","password":"canary-91c")")));
    talk::answerTo(url, talk::get("/psk/push.php?serviceid=1&password=canary-91c"));
    QFile log(file);
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArrayList lines = log.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(!lines.join().contains("canary"));
    const QJsonObject body = asking::object(lines.at(0))[u"body"].toObject();
    QCOMPARE(body[u"ref"].toString(), u"r~1"_s);
    QCOMPARE(body[u"password"].toString(), u"***"_s);
    QCOMPARE(asking::object(lines.at(1))[u"method"].toString(), u"GET"_s);
}

void TestSimulatorProgram::faultsAndLatency()
{
    Program program({u"--fault"_s, u"html500:1"_s, u"--fault=error5:0"_s, u"--latency"_s, u"300"_s,
                     u"--seed"_s, u"42"_s});
    const QUrl url = program.baseUrl();
    QElapsedTimer time;
    time.start();
    QCOMPARE(talk::answerTo(url, talk::post("/psk/push.php", talk::message())).status, 500);
    QVERIFY(time.elapsed() >= 300);
}

void TestSimulatorProgram::postsStatusesAndInbound()
{
    Customer customer;
    Program program({u"--status-url"_s, customer.url(u"/dr"_s).toString(), u"--inbound-url"_s,
                     customer.url(u"/inn"_s).toString()});
    const QUrl url = program.baseUrl();
    talk::answerTo(url, talk::post("/psk/push.php", talk::message("004799999999", R"(,"ref":"abc")")));
    QVERIFY(customer.waitFor(2));
    QCOMPARE(customer.requests.at(0).query,
             QByteArray("status=-1&origid=145099&ref=abc&phoneno=%2B4799999999")); // DLR-02
    QCOMPARE(
        talk::answerTo(url, talk::post("/simulate/inbound", R"({"from":"+4799999999","text":"Hei"})")).status,
        202);
    QVERIFY(customer.waitFor(3));
    QCOMPARE(customer.requests.at(2).path, QByteArray("/inn"));
}

void TestSimulatorProgram::endsCleanly_data()
{
    QTest::addColumn<bool>("busy");
    QTest::newRow("SIGTERM while nothing happens") << false;
    QTest::newRow("SIGTERM while an answer is due") << true;
}

void TestSimulatorProgram::endsCleanly()
{
    QFETCH(const bool, busy);
    Program program({u"--latency"_s, u"60000"_s});
    const QUrl url = program.baseUrl();
    talk::Talk talk(url, busy ? talk::post("/psk/push.php", talk::message()) : QByteArray());
    QVERIFY(QTest::qWaitFor([&] { return talk.isOpen(); }, support::patienceMs));
    program.process.terminate();
    QCOMPARE(program.status(), 0);
    QVERIFY(program.process.readAllStandardError().isEmpty());
    QVERIFY(talk.waitForEnd());
}

void TestSimulatorProgram::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
    row("an unknown fault", {u"--fault"_s, u"dropped:0.5"_s});
    row("a fault without a rate", {u"--fault"_s, u"reset"_s});
    row("a rate that is no number", {u"--fault"_s, u"reset:often"_s});
    row("a rate above 1", {u"--fault"_s, u"reset:1.01"_s});
    row("a rate below 0", {u"--fault"_s, u"reset:-1"_s});
    row("a rate of nan", {u"--fault"_s, u"reset:nan"_s});
    row("an unknown option", {u"--faults"_s, u"reset:1"_s});
    row("a word beside the options", {u"start"_s});
    row("no port", {u"--listen"_s, u"127.0.0.1"_s});
    row("a port beyond 65535", {u"--listen"_s, u"127.0.0.1:70000"_s});
    row("a name that is no address", {u"--listen"_s, u"gateway.example:0"_s});
    row("service id 0", {u"--service-id"_s, u"0"_s});
    row("a seed that is a word", {u"--seed"_s, u"tre"_s});
    row("a latency below 0", {u"--latency"_s, u"-1"_s});
    row("a status URL without a scheme", {u"--status-url"_s, u"kunde.no/dr"_s});
    row("an inbound URL of a file", {u"--inbound-url"_s, u"file:///tmp/x"_s});
}

void TestSimulatorProgram::usage()
{
    QFETCH(const QStringList, arguments);
    Program program(arguments);
    QCOMPARE(program.status(), 2);
    QVERIFY(program.process.readAllStandardOutput().isEmpty());
    QVERIFY(program.process.readAllStandardError().endsWith("See budstikke-simulator --help.\n"));
}

void TestSimulatorProgram::portInUse()
{
    Program first({});
    const QString place = u"127.0.0.1:%1"_s.arg(first.baseUrl().port());
    Program second({u"--listen"_s, place});
    QCOMPARE(second.status(), 1);
    QVERIFY(second.process.readAllStandardError().startsWith("The simulator cannot start: "));
}

void TestSimulatorProgram::helpNamesEveryFault()
{
    Program program({u"--help"_s});
    QCOMPARE(program.status(), 0);
    const QByteArray help = program.process.readAllStandardOutput();
    for (const char *kind :
         {"dropBeforeBody", "dropDuringBody", "dropAfterBody", "reset", "slowAnswer", "halfAnswer",
          "redirect", "html500", "wrongJson", "bulk200", "statusLate", "statusRepeated", "statusReordered",
          "statusLost", "statusUnknown", "statusFailed", "statusEarly"})
        QVERIFY2(help.contains(QByteArray("  ") + kind + ' '), kind);
    for (const char *option : {"--listen", "--status-url", "--inbound-url", "--service-id", "--seed",
                               "--latency", "--fault", "--no-duplicate-lock", "--log"})
        QVERIFY2(help.contains(option), option);
}

QTEST_GUILESS_MAIN(TestSimulatorProgram)
#include "tst_simulatorprogram.moc"
