// SPDX-License-Identifier: GPL-3.0-or-later
// What scripts do to the cli: full disks, closed streams, signals, odd bytes.
#include "base/clock.h"
#include "programs/contacts.h"
#include "storage/olddatabase.h"
#include "storage/statement.h"
#include "support/patience.h"

#include <QDir>
#include <QElapsedTimer>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace programs;

namespace {

// A planned campaign of so many personal messages; its number.
QString planned(const Profile &profile, int recipients)
{
    QByteArray list = "mobil;navn\n";
    for (int i = 0; i < recipients; ++i)
        list += QByteArray::number(99000000 + i) + ";N" + QByteArray::number(i) + "\n";
    profile.write(u"l.csv"_s, list);
    const Ended ended = profile.cli({u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"l.csv"_s),
                                     u"--from"_s, u"Firma"_s, u"--text"_s, u"Hei {navn}"_s});
    return QString::number(ended.last().value(u"campaign"_s).toInteger());
}

QJsonObject shown(const Profile &profile, const QString &campaign)
{
    return profile.cli({u"campaign"_s, u"show"_s, campaign}).last();
}

} // namespace

class TestScripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputThatCannotBeWrittenIsAFailure();
    void aNulDoesNotCutALine();
    void whoReadsTheProgressMayLeave();
    void whatEndsTheSessionPausesTheCampaign_data();
    void whatEndsTheSessionPausesTheCampaign();
    void whoWatchesACampaignSeesItRunning();
    void everyRowThatIsLeftOutIsListed();
    void askedTwiceItWaitsForNoAnswer();
    void readersSeeNothingOfADatabaseInTheMaking();
    void aReaderBringsAnOlderDatabaseUpToDate();
    void anEmptyPasswordIsNone();
    void aByteOrderMarkIsNoText();
    void whatAKillCutOffIsEndedByTheNextChange();
};

void TestScripts::outputThatCannotBeWrittenIsAFailure()
{
    if (!QFile::exists(u"/dev/full"_s))
        return; // Linux alone has such a device
    const Profile profile;
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    profile.begin(process, {u"count"_s, u"Hei"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(!process.readAllStandardError().isEmpty());
}

void TestScripts::aNulDoesNotCutALine()
{
    const Ended ended = Profile().cli({u"numbers"_s}, QByteArray("99999999\0"
                                                                 "1\n99999998\n",
                                                                 20));
    QCOMPARE(ended.lines().size(), 2);
    QCOMPARE(ended.lines().at(0).value(u"error"_s).toString(), u"notANumber"_s);
    QCOMPARE(ended.lines().at(0).value(u"input"_s).toString().size(), 10);
    QCOMPARE(ended.lines().at(1).value(u"e164"_s).toString(), u"+4799999998"_s);
}

void TestScripts::whoReadsTheProgressMayLeave()
{
    const Gateway gateway({u"--latency"_s, u"5"_s});
    const Profile profile;
    setAccount(profile, gateway);
    const QString id = planned(profile, 100);
    QProcess run;
    profile.begin(run, {u"campaign"_s, u"start"_s, id});
    QVERIFY(run.waitForReadyRead(20000));
    run.closeReadChannel(QProcess::StandardOutput);
    QVERIFY(run.waitForFinished(30000));
    QCOMPARE(run.exitStatus(), QProcess::NormalExit);
    QCOMPARE(run.exitCode(), 0);
    QCOMPARE(shown(profile, id).value(u"state"_s).toString(), u"finished"_s);
    QCOMPARE(gateway.requests().size(), 100);
}

void TestScripts::whatEndsTheSessionPausesTheCampaign_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("a closed terminal") << SIGHUP;
    QTest::newRow("log-off, shutdown, a stopped service") << SIGTERM;
}

void TestScripts::whatEndsTheSessionPausesTheCampaign()
{
    QFETCH(int, signal);
    const Gateway gateway({u"--latency"_s, u"20"_s});
    const Profile profile;
    setAccount(profile, gateway);
    const QString id = planned(profile, 300);
    QProcess run;
    profile.begin(run, {u"campaign"_s, u"start"_s, id});
    QTRY_VERIFY_WITH_TIMEOUT(gateway.requests().size() > 5, 20000);
    QElapsedTimer since;
    since.start();
    while (run.state() == QProcess::Running && since.elapsed() < 20000) { // the shell says it, and the system
        ::kill(static_cast<pid_t>(run.processId()), signal);
        run.waitForFinished(1);
    }
    QCOMPARE(run.state(), QProcess::NotRunning);
    QCOMPARE(run.exitStatus(), QProcess::NormalExit);
    QCOMPARE(run.exitCode(), 1);
    const QJsonObject after = shown(profile, id);
    QCOMPARE(after.value(u"state"_s).toString(), u"paused"_s);
    QCOMPARE(after.value(u"reason"_s).toString(), u"sessionEnded"_s);
    QCOMPARE(after.value(u"totals"_s).toObject().value(u"uncertain"_s).toInt(), 0);
}

// Asked beside the sending process, and after it was killed.
void TestScripts::whoWatchesACampaignSeesItRunning()
{
    const Gateway gateway({u"--latency"_s, u"20"_s});
    const Profile profile;
    setAccount(profile, gateway);
    const QString id = planned(profile, 300);
    QProcess run;
    profile.begin(run, {u"campaign"_s, u"start"_s, id});
    QTRY_VERIFY_WITH_TIMEOUT(gateway.requests().size() > 5, 20000);
    QCOMPARE(shown(profile, id).value(u"state"_s).toString(), u"running"_s);
    run.kill();
    QVERIFY(run.waitForFinished());
    QCOMPARE(shown(profile, id).value(u"state"_s).toString(), u"paused"_s);
    QCOMPARE(shown(profile, id).value(u"reason"_s).toString(), u"interrupted"_s);
}

void TestScripts::everyRowThatIsLeftOutIsListed()
{
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway);
    constexpr int wrong = 10050;
    profile.write(u"l.csv"_s, "mobil\n" + QByteArray("12\n").repeated(wrong) + "99999999\n");
    const Ended ended = profile.cli({u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"l.csv"_s),
                                     u"--from"_s, u"Firma"_s, u"--text"_s, u"Hei"_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.last().value(u"recipients"_s).toInt(), 1);
    const QJsonArray left = ended.last().value(u"skipped"_s).toArray();
    QCOMPARE(left.size(), wrong);
    QCOMPARE(left.last().toObject().value(u"row"_s).toInt(), wrong + 1);
}

void TestScripts::askedTwiceItWaitsForNoAnswer()
{
    const Gateway gateway({u"--latency"_s, u"25000"_s});
    const Profile profile;
    setAccount(profile, gateway);
    QProcess run;
    profile.begin(run, {u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"F"_s, u"--text"_s, u"Hei"_s});
    // The simulator logs with its answer, so the journal says when the request is out.
    const auto isSending = [&] {
        return profile.cli({u"log"_s, u"--state"_s, u"sending"_s}).last().contains(u"state"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSending(), 20000);
    const pid_t process = static_cast<pid_t>(run.processId());
    ::kill(process, SIGINT);
    QVERIFY2(!run.waitForFinished(500), "the first time it waits for the answer");
    ::kill(process, SIGINT);
    QVERIFY(run.waitForFinished(5000));
    QCOMPARE(run.exitStatus(), QProcess::NormalExit);
    QCOMPARE(run.exitCode(), 3);
    const QJsonObject after = shown(profile, u"1"_s);
    QCOMPARE(after.value(u"state"_s).toString(), u"paused"_s);
    QCOMPARE(after.value(u"totals"_s).toObject().value(u"uncertain"_s).toInt(), 1);
}

// The first command that changes something makes the database, beside whatever reads.
void TestScripts::readersSeeNothingOfADatabaseInTheMaking()
{
    for (int round = 0; round < 8; ++round) {
        const Profile profile;
        QProcess writer;
        QProcess readers[3];
        for (QProcess &reader : readers)
            profile.begin(reader, {u"log"_s});
        profile.begin(writer, {u"optout"_s, u"add"_s, u"99999999"_s});
        while (writer.state() != QProcess::NotRunning) {
            writer.waitForFinished(1);
            for (QProcess &reader : readers) {
                if (reader.waitForFinished(1)) {
                    QVERIFY2(reader.exitCode() == 0, reader.readAllStandardError());
                    profile.begin(reader, {u"log"_s});
                }
            }
        }
        QCOMPARE(writer.exitCode(), 0);
        for (QProcess &reader : readers) {
            QVERIFY(reader.waitForFinished());
            QVERIFY2(reader.exitCode() == 0, reader.readAllStandardError());
        }
    }
}

// After an upgrade the first command may be one that reads.
void TestScripts::aReaderBringsAnOlderDatabaseUpToDate()
{
    const Profile profile;
    QVERIFY(samples::makeOldDatabase(profile.file(u"budstikke.sqlite"_s), 2));
    const Ended ended = profile.cli({u"campaign"_s, u"list"_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.last().value(u"name"_s).toString(), u"Fra før"_s);
    QVERIFY(!QDir(profile.file(u"backups"_s)).entryList(QDir::Files).isEmpty());
}

// A script whose own variable is unset must not be refused by the gateway for a wrong password.
void TestScripts::anEmptyPasswordIsNone()
{
    const Gateway gateway;
    Profile profile;
    setAccount(profile, gateway);
    profile.environment().insert(u"BUDSTIKKE_PASSWORD"_s, QString());
    profile.environment().insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s); // no keyring
    const Ended sent = profile.cli(
        {u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"F"_s, u"--text"_s, u"Hei"_s}); // ACC-01
    QCOMPARE(sent.status, 1);
    QVERIFY(gateway.requests().isEmpty());
}

void TestScripts::aByteOrderMarkIsNoText()
{
    const Profile profile;
    const Ended texts = profile.cli({u"count"_s}, "\xef\xbb\xbf\"Hei\"\r\n\"du\"\r\n");
    QCOMPARE(texts.status, 0);
    QCOMPARE(texts.lines().size(), 2);
    QCOMPARE(texts.lines().at(0).value(u"units"_s).toInt(), 3);
    const Ended numbers = profile.cli({u"numbers"_s}, "\xef\xbb\xbf"
                                                      "99999999\r\n");
    QCOMPARE(numbers.last().value(u"input"_s).toString(), u"99999999"_s);
    QCOMPARE(numbers.last().value(u"e164"_s).toString(), u"+4799999999"_s);
}

// Killed in the middle of storing; a list of 5,000 is stored in portions.
void TestScripts::whatAKillCutOffIsEndedByTheNextChange()
{
    constexpr int people = 5000;
    QByteArray list = "Mobil\n";
    for (int i = 0; i < people; ++i)
        list += number(i).toUtf8() + '\n';
    Profile profile;
    const auto killed = [&](const QStringList &command) {
        profile.environment().insert(u"BUDSTIKKE_CRASH_AT"_s, u"beforeCommit:8"_s);
        QCOMPARE(profile.cli(command).status, -1);
        profile.environment().remove(u"BUDSTIKKE_CRASH_AT"_s);
    };
    const auto rows = [&](const QString &table) {
        const base::SystemClock clock;
        const auto database =
            storage::Database::open(profile.file(u"budstikke.sqlite"_s), storage::OpenMode::ReadOnly, clock);
        return storage::selectNumber(**database, u"SELECT count(*) FROM "_s + table)->value_or(-1);
    };
    QCOMPARE(profile.cli({u"optout"_s, u"add"_s, u"99999997"_s}).status, 0); // makes the database
    profile.write(u"liste.csv"_s, list);
    killed({u"contacts"_s, u"import"_s, profile.file(u"liste.csv"_s)});
    QVERIFY(rows(u"contact"_s) > 0);
    QVERIFY(rows(u"contact"_s) < people);
    QCOMPARE(profile.cli({u"optout"_s, u"add"_s, u"99999999"_s}).status, 0);
    QCOMPARE(listed(profile).lines().size(), people);

    QCOMPARE(withAccount(profile, u"http://127.0.0.1:9/"_s).status, 0);
    killed({u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"liste.csv"_s), u"--from"_s, u"F"_s,
            u"--text"_s, u"Hei"_s});
    QVERIFY(rows(u"message"_s) > 0);
    QVERIFY(profile.cli({u"campaign"_s, u"list"_s}).out.isEmpty());
    QVERIFY(profile.cli({u"log"_s}).out.isEmpty());
    QCOMPARE(profile.cli({u"optout"_s, u"add"_s, u"99999998"_s}).status, 0);
    QCOMPARE(rows(u"message"_s), 0);
}

QTEST_GUILESS_MAIN(TestScripts)
#include "tst_scripts.moc"
