// SPDX-License-Identifier: GPL-3.0-or-later
// The log, what is left of a crash in it, and the file for who helps: enough to help by, and nothing of
// anybody's.
#include "engine/programlog.h"
#include "programs/contacts.h"
#include "programs/receiving.h"

#include <QRegularExpression>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;
using namespace programs;

class TestSupport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersAndSecretsAreMasked_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("kept");
        QTest::newRow("a number") << u"sent to +4799999999 at once"_s << u"sent to ××× at once"_s;
        QTest::newRow("a number with blanks") << u"+47 999 99 999."_s << u"×××."_s;
        QTest::newRow("an id") << u"campaign 12345 begins"_s << u"campaign 12345 begins"_s;
        QTest::newRow("a path that is secret")
            << u"at http://10.0.0.1:8088/c2VjcmV0/status now"_s << u"at http://10.0.0.1:8088/… now"_s;
        QTest::newRow("a password in an address")
            << u"\"https://a:geheim@x.no/psk?p=1\""_s << u"\"https://x.no/…\""_s;
        QTest::newRow("two lines") << u"a\nb"_s << u"a b"_s;
    }
    void numbersAndSecretsAreMasked()
    {
        QFETCH(QString, line);
        QTEST(engine::masked(line), "kept");
    }

    void theLogSaysWhatWasDone()
    {
        const Gateway gateway;
        const Profile profile;
        setAccount(profile, gateway);
        send(profile);
        const QByteArray log = content(profile.file(u"budstikke.log"_s));
        QVERIFY2(log.contains("budstikke-cli 0."), log.constData());
        QVERIFY2(log.contains("campaign 1 begins"), log.constData());
        QVERIFY2(log.contains("campaign 1: finished"), log.constData());
        holdsNothingOfAnybodys(log);
    }

    void whatIsWrittenReplacesNothingOfTheProfile_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("a backup") << QStringList{u"db"_s, u"backup"_s};
        QTest::newRow("a file for support") << QStringList{u"support"_s, u"collect"_s};
        QTest::newRow("a mailbox") << QStringList{u"mailbox"_s, u"new"_s, u"-o"_s};
    }
    void whatIsWrittenReplacesNothingOfTheProfile()
    {
        QFETCH(QStringList, command);
        const Gateway gateway;
        const Profile profile;
        setAccount(profile, gateway);
        const QString settings = profile.file(u"settings.ini"_s);
        const QByteArray before = content(settings);
        const Ended ended = profile.cli(command + QStringList{settings});
        QCOMPARE(ended.status, 1);
        QVERIFY2(ended.err.contains(settings.toUtf8()), ended.err.constData());
        QCOMPARE(content(settings), before);
    }

    void aLogThatHasGrownMakesRoom()
    {
        const Gateway gateway;
        const Profile profile;
        setAccount(profile, gateway);
        profile.write(u"budstikke.log"_s, QByteArray("old\n").repeated(300'000));
        send(profile);
        QVERIFY(content(profile.file(u"budstikke.1.log"_s)).startsWith("old\n"));
        QVERIFY(content(profile.file(u"budstikke.log"_s)).size() < 10'000);
    }

#ifdef Q_OS_UNIX
    void aCrashLeavesItsCallsAndNoMemory()
    {
        const Profile profile;
        Receiving receiving(profile);
        QVERIFY(receiving.isReady());
        ::kill(static_cast<pid_t>(receiving.process().processId()), SIGSEGV);
        QVERIFY(receiving.process().waitForFinished());
        QCOMPARE(receiving.process().exitStatus(), QProcess::CrashExit);
        const QString log = QString::fromUtf8(content(profile.file(u"budstikke.log"_s)));
        static const QRegularExpression crash(
            u"\ncrash: signal 0xb, 0\\.[0-9.]+\n((  [^ \n]+\\+0x[0-9a-f]+\n){3,})"_s);
        const QRegularExpressionMatch found = crash.match(log);
        QVERIFY2(found.hasMatch(), qPrintable(log));
        QVERIFY2(found.captured(1).contains(u"  budstikke-cli+0x"_s), qPrintable(log));
    }
#endif

    void theFileHelpsAndHoldsNothingOfAnybodys()
    {
        const Gateway gateway;
        const Profile profile;
        setAccount(profile, gateway);
        profile.cli({u"account"_s, u"set"_s, u"--sender"_s, u"+4799999997"_s});
        profile.write(u"l.csv"_s, "mobil;navn\n99999999;Kari Nordmann\n");
        QCOMPARE(profile.cli({u"contacts"_s, u"import"_s, profile.file(u"l.csv"_s)}).status, 0);
        send(profile);
        const QString file = profile.file(u"support.txt"_s);
        const Ended collected = profile.cli({u"support"_s, u"collect"_s, file});
        QCOMPARE(collected.status, 0);
        QCOMPARE(collected.last().value(u"file"_s).toString(), file);
        const QByteArray text = content(file);
        for (const char *helps :
             {"Budstikke 0.", "system: ", "budstikke.sqlite: ", "account: own, at 127.0.0.1", "1 senders",
              "schema ", "campaign 1: finished", "campaign 1 begins"})
            QVERIFY2(text.contains(helps), helps);
        holdsNothingOfAnybodys(text);
    }

    void itIsCollectedFromAProfileThatCannotBeRead()
    {
        const Profile profile;
        profile.write(u"budstikke.sqlite"_s, "no database");
        const QString file = profile.file(u"support.txt"_s);
        QCOMPARE(profile.cli({u"support"_s, u"collect"_s, file}).status, 0);
        QVERIFY(content(file).contains("none, or it cannot be read"));
        QCOMPARE(profile.cli({u"support"_s, u"collect"_s, u"/no/such/x.txt"_s}).status, 1);
    }

private:
    static void send(const Profile &profile)
    {
        const Ended sent = profile.cli({u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"Klinikken"_s,
                                        u"--text"_s, u"Husk timen, kanarifugl"_s});
        QCOMPARE(sent.status, 0);
    }
    static QByteArray content(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void holdsNothingOfAnybodys(const QByteArray &text)
    {
        for (const char *secret : {"9999999", "kanarifugl", "hemmelig-passord", "Kari", "Klinikken"})
            QVERIFY2(!text.contains(secret), secret);
    }
};

QTEST_GUILESS_MAIN(TestSupport)
#include "tst_support.moc"
