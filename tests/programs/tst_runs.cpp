// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of budstikke-cli that are killed, that own the profile, or that a person has to confirm (cli.md).
#include "programs/programs.h"
#include "programs/receiving.h"
#include "support/patience.h"

#include <QSet>
#include <QTcpSocket>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace programs;

class TestRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedInTheMiddleNothingIsPostedTwiceAndNobodyLost();
    void statusesArriveThroughReceive();
    void whatADeadReceiverHasAnsweredIsInTheExport();
    void aProfileInUseNamesItsOwner();
    void aLargeListNeedsConfirmation();
    void aResumedCampaignAsksAboutWhatOthersHaveSentMeanwhile();
};

void TestRuns::killedInTheMiddleNothingIsPostedTwiceAndNobodyLost()
{
    const Gateway gateway({u"--latency"_s, u"5"_s});
    const Profile profile;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    constexpr int recipients = 500;
    QByteArray list = "phone;navn\n";
    for (int i = 0; i < recipients; ++i)
        list += number(i).toUtf8() + ";N" + QByteArray::number(i) + "\n";
    profile.write(u"liste.csv"_s, list);
    const QString id =
        QString::number(profile
                            .cli({u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"liste.csv"_s),
                                  u"--from"_s, u"Firmanavn"_s, u"--text"_s, u"Hei {navn}"_s})
                            .last()
                            .value(u"campaign"_s)
                            .toInteger());
    QProcess run;
    profile.begin(run, {u"campaign"_s, u"start"_s, id});
    QTRY_VERIFY_WITH_TIMEOUT(gateway.requests().size() > 100, 30000);
    ::kill(static_cast<pid_t>(run.processId()), SIGKILL);
    QVERIFY(run.waitForFinished());
    const QJsonObject shown = profile.cli({u"campaign"_s, u"show"_s, id}).last();
    QCOMPARE(shown.value(u"state"_s).toString(), u"paused"_s);
    QCOMPARE(shown.value(u"reason"_s).toString(), u"interrupted"_s);

    const Ended resumed = profile.cli({u"campaign"_s, u"resume"_s, id});
    const QJsonObject totals = resumed.last().value(u"totals"_s).toObject();
    const int uncertain = totals.value(u"uncertain"_s).toInt();
    QVERIFY2(uncertain <= 4, "at most what was in flight");
    QCOMPARE(totals.value(u"accepted"_s).toInt() + uncertain, recipients);
    QCOMPARE(resumed.status, uncertain > 0 ? 3 : 0);
    QSet<QString> refs;
    QSet<QString> numbers;
    for (const QJsonObject &request : gateway.requests()) {
        const QJsonObject body = bodyOf(request);
        QVERIFY2(!refs.contains(body.value(u"ref"_s).toString()), "no ref twice");
        QVERIFY2(!numbers.contains(body.value(u"phoneno"_s).toString()), "nobody twice");
        refs.insert(body.value(u"ref"_s).toString());
        numbers.insert(body.value(u"phoneno"_s).toString());
    }
    QCOMPARE_GE(numbers.size() + uncertain, recipients);
    QCOMPARE(profile.cli({u"db"_s, u"check"_s}).status, 0);
}

void TestRuns::statusesArriveThroughReceive()
{
    const Gateway gateway;
    const Profile profile;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    const QJsonObject message =
        profile.cli({u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"Firmanavn"_s, u"--text"_s, u"Hei"_s})
            .last()
            .value(u"messages"_s)
            .toArray()
            .at(0)
            .toObject();
    QProcess receiver;
    profile.begin(receiver, {u"receive"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    while (!receiver.canReadLine() && receiver.waitForReadyRead(10000)) {
    }
    const QUrl url(QJsonDocument::fromJson(receiver.readLine()).object().value(u"statusUrl"_s).toString());
    QVERIFY(url.isValid());
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    QVERIFY(socket.waitForConnected());
    const QByteArray query =
        "status=4&origid=" + QByteArray::number(message.value(u"gatewayId"_s).toInteger()) +
        "&ref=" + QUrl::toPercentEncoding(message.value(u"ref"_s).toString()) + "&phoneno=%2B4799999999";
    socket.write("GET " + url.path().toUtf8() + "?" + query + " HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(socket.waitForDisconnected(10000) || socket.state() == QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 2"));
    QTRY_COMPARE(profile.cli({u"log"_s}).last().value(u"state"_s).toString(),
                 u"delivered"_s); // DLR-02, DLR-03
    receiver.terminate();
    QVERIFY(receiver.waitForFinished());
    QCOMPARE(receiver.exitCode(), 0);
}

void TestRuns::whatADeadReceiverHasAnsweredIsInTheExport()
{
    const Gateway gateway;
    Profile profile;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    const QJsonObject sent =
        profile.cli({u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"Firmanavn"_s, u"--text"_s, u"Hei"_s})
            .last();
    const qint64 gatewayId =
        sent.value(u"messages"_s).toArray().at(0).toObject().value(u"gatewayId"_s).toInteger();
    profile.environment().insert(u"BUDSTIKKE_CRASH_AT"_s, u"status-committed:1"_s);
    {
        Receiving receiving(profile);
        QVERIFY(receiving.isReady());
        const QByteArray path = receiving.status().path().toUtf8();
        (void)receiving.talk("GET " + path + "?status=4&origid=" + QByteArray::number(gatewayId) +
                             " HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(receiving.process().waitForFinished());
        QCOMPARE(receiving.process().exitStatus(), QProcess::CrashExit);
    }
    profile.environment().remove(u"BUDSTIKKE_CRASH_AT"_s);
    const QString id = QString::number(sent.value(u"campaign"_s).toInteger());
    QCOMPARE(profile.cli({u"campaign"_s, u"show"_s, id}).last()[u"totals"_s][u"delivered"_s].toInt(), 1);
    const QString file = profile.file(u"ut.csv"_s);
    QCOMPARE(profile.cli({u"campaign"_s, u"export"_s, id, u"-o"_s, file, u"--language"_s, u"en"_s}).status,
             0);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("Delivered"));
}

void TestRuns::aProfileInUseNamesItsOwner()
{
    const Gateway gateway;
    const Profile profile;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    QProcess receiver;
    profile.begin(receiver, {u"receive"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    while (!receiver.canReadLine() && receiver.waitForReadyRead(10000)) {
    }
    const Ended ended = profile.cli(
        {u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"Firmanavn"_s, u"--text"_s, u"Hei"_s});
    QCOMPARE(ended.status, 4);
    QCOMPARE(errorCode(ended), u"profileInUse"_s);
    QVERIFY(ended.err.contains(QByteArray::number(receiver.processId())));
    QCOMPARE(profile.cli({u"campaign"_s, u"list"_s}).status, 0);
    receiver.terminate();
    QVERIFY(receiver.waitForFinished());
}

void TestRuns::aLargeListNeedsConfirmation()
{
    const Gateway gateway;
    const Profile profile;
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    QByteArray list = "phone\n";
    for (int i = 0; i < 501; ++i)
        list += number(i).toUtf8() + "\n";
    profile.write(u"liste.csv"_s, list);
    const Ended plan = profile.cli({u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"liste.csv"_s),
                                    u"--from"_s, u"Firmanavn"_s, u"--text"_s, u"Hei"_s});
    QCOMPARE(plan.status, 0);
    const QString id = QString::number(plan.last().value(u"campaign"_s).toInteger());
    const Ended refused = profile.cli({u"campaign"_s, u"start"_s, id});
    QCOMPARE(refused.status, 1);
    QCOMPARE(errorCode(refused), u"needsConfirmation"_s);
    QVERIFY(gateway.requests().isEmpty());
    QCOMPARE(profile.cli({u"campaign"_s, u"start"_s, id, u"--yes"_s}).status, 0);
    QCOMPARE(gateway.requests().size(), 6);
}

void TestRuns::aResumedCampaignAsksAboutWhatOthersHaveSentMeanwhile()
{
    const Gateway gateway;
    const Profile profile;
    QCOMPARE(withAccount(profile, u"http://127.0.0.1:1/psk/"_s).status, 0); // nobody is there
    profile.write(u"liste.csv"_s, "phone\n" + number(1).toUtf8() + '\n' + number(2).toUtf8() + '\n');
    const auto create = [&] {
        return QString::number(
            profile
                .cli({u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"liste.csv"_s), u"--from"_s,
                      u"Firmanavn"_s, u"--text"_s, u"Husk time"_s})
                .last()
                .value(u"campaign"_s)
                .toInteger());
    };
    const QString first = create();
    QCOMPARE(profile.cli({u"campaign"_s, u"start"_s, first}).status, 1);
    QCOMPARE(withAccount(profile, gateway.baseUrl()).status, 0);
    QCOMPARE(profile.cli({u"campaign"_s, u"start"_s, create()}).status, 0);
    QCOMPARE(gateway.requests().size(), 1);

    const Ended refused = profile.cli({u"campaign"_s, u"resume"_s, first});
    QCOMPARE(refused.status, 1);
    QCOMPARE(errorCode(refused), u"needsConfirmation"_s);
    QCOMPARE(gateway.requests().size(), 1); // nobody gets it twice
    QCOMPARE(profile.cli({u"campaign"_s, u"resume"_s, first, u"--yes"_s}).status, 0);
    QCOMPARE(gateway.requests().size(), 2);
}

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
