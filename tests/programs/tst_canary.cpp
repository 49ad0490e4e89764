// SPDX-License-Identifier: GPL-3.0-or-later
// A password that is easy to find goes through everything that uses it; then everything that was written,
// printed or visible is searched for it (ACC-01). keyring.sh does the same with a real keyring.
#include "programs/contacts.h"
#include "support/patience.h"

#include <QDirIterator>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace programs;

namespace {

const QByteArray canary = "kanari-7Qx9!æ";

// Answers each request with a page that shows it again, as some proxies do.
class Mirror : public QTcpServer
{
public:
    explicit Mirror(QByteArray status, QByteArray before = {}, QByteArray after = {})
        : m_status(std::move(status))
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
        });
    }
    QString baseUrl() const { return u"http://127.0.0.1:%1/psk/"_s.arg(serverPort()); }
    QByteArray seen;

private:
    void answer(QTcpSocket *socket)
    {
        QByteArray request = socket->property("request").toByteArray() + socket->readAll();
        socket->setProperty("request", request);
        const qsizetype head = request.indexOf("\r\n\r\n");
        const qsizetype at = request.indexOf("Content-Length: ");
        const qsizetype length = request.mid(at + 16, request.indexOf("\r\n", at) - at - 16).toInt();
        if (head < 0 || request.size() < head + 4 + length)
            return;
        seen += request;
        QByteArray body = m_before + request.first(request.indexOf("\r\n")) + request.sliced(head + 4);
        if (!m_before.isEmpty())
            body = m_before + body.sliced(m_before.size()).replace('\\', "\\\\").replace('"', "\\\"");
        body += m_after;
        socket->write("HTTP/1.1 " + m_status + " X\r\nContent-Length: " + QByteArray::number(body.size()) +
                      "\r\nConnection: close\r\n\r\n" + body);
        socket->disconnectFromHost();
    }

    const QByteArray m_status;
    const QByteArray m_before;
    const QByteArray m_after;
};

// Where the canary is found under the folder, however it may be written.
QStringList nests(const QString &folder)
{
    const QString text = QString::fromUtf8(canary);
    const QByteArray utf16(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    const QByteArrayList forms{canary,
                               text.toLatin1(),
                               canary.toBase64(),
                               canary.toPercentEncoding(),
                               text.toLatin1().toPercentEncoding(),
                               utf16};
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const bool opened = file.open(QIODevice::ReadOnly);
        const QByteArray content = file.readAll();
        for (const QByteArray &form : forms) {
            if (!opened || content.contains(form))
                found.append(file.fileName());
        }
    }
    return found;
}

} // namespace

class TestCanary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePasswordIsNowhere_data();
    void thePasswordIsNowhere();
    void aProcessThatSendsDoesNotShowIt();
};

void TestCanary::thePasswordIsNowhere_data()
{
    QTest::addColumn<QString>("method");
    QTest::newRow("ACC-01 sent as JSON") << u"json"_s;
    QTest::newRow("ACC-01 sent in the address") << u"get"_s;
}

void TestCanary::thePasswordIsNowhere()
{
    QFETCH(QString, method);
    Profile profile;
    profile.environment().insert(u"BUDSTIKKE_PASSWORD"_s, QString::fromUtf8(canary));
    profile.environment().insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    QByteArray printed;
    const auto run = [&](const QStringList &arguments) {
        // The peers live in this process, so its event loop turns while the cli runs.
        QProcess process;
        profile.begin(process, arguments);
        process.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30000);
        printed += process.readAllStandardOutput() + process.readAllStandardError();
    };
    const QStringList message{u"--from"_s, u"F"_s, u"--text"_s, u"Hei"_s, u"--yes"_s};
    QByteArray seen;
    int recipient = 99000000;
    Mirror peers[]{Mirror("200", R"({"id":7,"errorcode":0,"description":")", "\"}"),
                   Mirror("200", R"({"id":0,"errorcode":77,"description":")", "\"}"),
                   Mirror("201", R"({"errorcode":0,"description":")", "\"}"),
                   Mirror("302"),
                   Mirror("404"),
                   Mirror("500")};
    for (Mirror &peer : peers) {
        run({u"account"_s, u"set"_s, u"--service-id"_s, u"3"_s, u"--method"_s, method, u"--base-url"_s,
             peer.baseUrl()});
        run({u"account"_s, u"check"_s});
        const QString to = QString::number(++recipient);
        run(QStringList{u"send"_s, u"--to"_s, to} + message);
        run(QStringList{u"send"_s, u"--bulk"_s, u"--to"_s, QString::number(++recipient)} + message);
        seen += peer.seen;
    }
    QVERIFY2(seen.contains(canary), "it was really sent");
    run({u"account"_s, u"show"_s});
    run({u"log"_s});
    run({u"campaign"_s, u"export"_s, u"1"_s, u"-o"_s, profile.file(u"ut.csv"_s)});
    run({u"db"_s, u"backup"_s, profile.file(u"kopi.sqlite"_s)});
    QVERIFY(!printed.isEmpty());
    QFile out(profile.file(u"printed"_s));
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(printed), printed.size());
    out.close();
    QCOMPARE(nests(profile.folder()), QStringList());
}

// The command line of a process is for all to see; its environment is not.
void TestCanary::aProcessThatSendsDoesNotShowIt()
{
    const Gateway gateway({u"--latency"_s, u"400"_s});
    Profile profile;
    profile.environment().insert(u"BUDSTIKKE_PASSWORD"_s, QString::fromUtf8(canary));
    setAccount(profile, gateway);
    QProcess process;
    profile.begin(process, {u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"F"_s, u"--text"_s, u"Hei"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!gateway.requests().isEmpty() || process.state() == QProcess::NotRunning, 20000);
    QFile commandLine(u"/proc/%1/cmdline"_s.arg(process.processId()));
    if (commandLine.open(QIODevice::ReadOnly)) // Linux
        QVERIFY(!commandLine.readAll().contains(canary));
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QFile log(gateway.logFile());
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY2(!log.readAll().contains(canary), "the simulator masks it");
}

QTEST_GUILESS_MAIN(TestCanary)
#include "tst_canary.moc"
