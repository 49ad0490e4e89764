// SPDX-License-Identifier: GPL-3.0-or-later
// receive and mailbox serve that go on by themselves: what is written for each system, and on Linux what the
// system's own commands are asked, by commands in their place.
#include "programs/cli/service.h"
#include "programs/programs.h"

#include <QStandardPaths>
#include <QStringDecoder>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace programs;

namespace {

const cli::Service service{
    u"budstikke-receive"_s,
    u"Budstikke's receiver"_s,
    {u"/opt/b/budstikke-cli"_s, u"--profile"_s, u"/home/åse/100 % $HOME \"x\""_s, u"receive"_s},
    u"KONTOR\\åse"_s};

// The texts of all elements of that name.
QStringList textsOf(const QByteArray &xml, const QString &name)
{
    QStringList texts;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == name)
            texts.append(reader.readElementText());
    }
    return reader.hasError() ? QStringList{reader.errorString()} : texts;
}

} // namespace

class TestServices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aUnitOfSystemdRunsWhatWasTyped()
    {
        const QByteArray unit = cli::definition(service, cli::ServiceSystem::Systemd);
        QVERIFY2(unit.contains("\nExecStart=\"/opt/b/budstikke-cli\" \"--profile\" "
                               "\"/home/åse/100 %% $$HOME \\\"x\\\"\" \"receive\"\n"),
                 unit.constData());
        QVERIFY(unit.contains("\nRestart=always\n")); // a window gives the profile back
        QVERIFY(unit.contains("\nWantedBy=default.target\n"));
    }

    void anAgentOfLaunchdRunsWhatWasTyped()
    {
        const QByteArray agent = cli::definition(service, cli::ServiceSystem::Launchd);
        QCOMPARE(textsOf(agent, u"string"_s), QStringList{u"budstikke-receive"_s} + service.command);
        QCOMPARE(textsOf(agent, u"key"_s), (QStringList{u"Label"_s, u"ProgramArguments"_s, u"RunAtLoad"_s,
                                                        u"KeepAlive"_s, u"ThrottleInterval"_s}));
    }

    void aScheduledTaskRunsWhatWasTyped()
    {
        const QByteArray written = cli::definition(service, cli::ServiceSystem::ScheduledTasks);
        QVERIFY(written.startsWith("\xff\xfe")); // schtasks wants UTF-16
        QStringDecoder decode(QStringDecoder::Utf16LE);
        QString text = decode(written);
        const QByteArray task = text.replace(u"encoding=\"UTF-16\""_s, u"encoding=\"UTF-8\""_s).toUtf8();
        QCOMPARE(textsOf(task, u"Arguments"_s),
                 QStringList{u"\"--profile\" \"/home/åse/100 % $HOME \\\"x\\\"\" \"receive\""_s});
        QCOMPARE(textsOf(task, u"UserId"_s), QStringList{service.user});
        QCOMPARE(textsOf(task, u"LogonType"_s), QStringList{u"S4U"_s});
        QCOMPARE(textsOf(task, u"ExecutionTimeLimit"_s), QStringList{u"PT0S"_s});
    }

#ifdef Q_OS_LINUX
    void receivingIsInstalledAndRemoved()
    {
        Computer computer;
        const QString unit = computer.unit(u"budstikke-receive"_s);
        const Ended installed =
            computer.cli({u"receive"_s, u"--install"_s, u"--listen"_s, u"127.0.0.1:8099"_s, u"--allow"_s,
                          u"10.0.0.1"_s, u"--allow"_s, u"10.0.0.2"_s});
        QVERIFY2(installed.status == 0, installed.err.constData());
        QCOMPARE(installed.last().value(u"installed"_s).toString(), u"budstikke-receive"_s);
        QFile file(unit);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(content.contains("\"receive\" \"--listen\" \"127.0.0.1:8099\" \"--allow\" \"10.0.0.1\" "
                                  "\"--allow\" \"10.0.0.2\"\n"),
                 content.constData());
        QVERIFY(content.contains(QString(u"\"--profile\" \""_s + computer.profile.folder()).toUtf8()));
        QCOMPARE(
            computer.asked(),
            (QByteArrayList{"systemctl --user daemon-reload", "systemctl --user enable budstikke-receive",
                            "systemctl --user restart budstikke-receive", "loginctl enable-linger"}));
        verify(unit);

        const Ended removed = computer.cli({u"receive"_s, u"--remove"_s});
        QCOMPARE(removed.status, 0);
        QVERIFY(!QFileInfo::exists(unit));
        QVERIFY(computer.asked().contains("systemctl --user disable --now budstikke-receive"));
        QCOMPARE(computer.cli({u"receive"_s, u"--remove"_s}).status, 1); // there is none
    }

    void aMailboxIsInstalledWithWholePaths()
    {
        Computer computer;
        const QString config = computer.profile.file(u"mailbox.json"_s);
        QCOMPARE(computer.cli({u"mailbox"_s, u"new"_s, u"--server"_s, u"-o"_s, config}).status, 0);
        const QString relative = QDir::current().relativeFilePath(config);
        const Ended installed = computer.cli({u"mailbox"_s, u"serve"_s, u"--install"_s, u"--config"_s,
                                              relative, u"--data"_s, computer.profile.file(u"data"_s)});
        QVERIFY2(installed.status == 0, installed.err.constData());
        QFile file(computer.unit(u"budstikke-mailbox"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(content.contains(QString(u"\"--config\" \""_s + config + u'"').toUtf8()),
                 content.constData());
        QCOMPARE(computer.cli({u"mailbox"_s, u"serve"_s, u"--remove"_s}).status, 0);
    }

    void aSystemThatRefusesIsQuoted()
    {
        Computer computer("echo Failed to connect to bus >&2; exit 1\n");
        const Ended refused = computer.cli({u"receive"_s, u"--install"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("systemctl: Failed to connect to bus"), refused.err.constData());
        QVERIFY(!QFileInfo::exists(computer.unit(u"budstikke-receive"_s)));
    }

    void whoMayNotStayIsToldWhatAnAdministratorEnters()
    {
        Computer computer("case $0 in *loginctl) exit 1;; esac\n");
        const Ended installed = computer.cli({u"receive"_s, u"--install"_s});
        QCOMPARE(installed.status, 0);
        QVERIFY2(installed.err.contains("loginctl enable-linger kari"), installed.err.constData());
    }

    void whatCannotRunIsNotInstalled()
    {
        Computer computer;
        QCOMPARE(computer.cli({u"receive"_s, u"--install"_s, u"--remove"_s}).status, 2);
        QCOMPARE(computer.cli({u"receive"_s, u"--install"_s, u"--listen"_s, u"nowhere"_s}).status, 2);
        QCOMPARE(computer.asked(), QByteArrayList());
    }

private:
    // systemctl and loginctl write down how they were called.
    struct Computer
    {
        Profile profile;

        explicit Computer(const QByteArray &then = {})
        {
            QDir(profile.folder()).mkdir(u"bin"_s);
            for (const QString &name : {u"systemctl"_s, u"loginctl"_s}) {
                QFile script(profile.file(u"bin/"_s + name));
                if (!script.open(QIODevice::WriteOnly))
                    qFatal("not written");
                script.write("#!/bin/sh\necho \"${0##*/} $*\" >> " + profile.file(u"asked"_s).toUtf8() +
                             "\n" + then);
                script.close();
                script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
            }
            QProcessEnvironment &environment = profile.environment();
            environment.insert(u"PATH"_s,
                               QString(profile.file(u"bin"_s) + u':' + qEnvironmentVariable("PATH")));
            environment.insert(u"XDG_CONFIG_HOME"_s, profile.file(u"config"_s));
            environment.insert(u"USER"_s, u"kari"_s);
        }
        Ended cli(const QStringList &words) const
        {
            return profile.cli(QStringList{u"--language"_s, u"en"_s} + words);
        }
        QString unit(const QString &name) const
        {
            return profile.file(u"config/systemd/user/%1.service"_s.arg(name));
        }
        QByteArrayList asked() const
        {
            QFile file(profile.file(u"asked"_s));
            return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QByteArrayList();
        }
    };

    // By systemd's own eyes, where it is installed.
    static void verify(const QString &unit)
    {
        const QString analyze = QStandardPaths::findExecutable(u"systemd-analyze"_s);
        if (analyze.isEmpty())
            return;
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(analyze, {u"--user"_s, u"--man=no"_s, u"verify"_s, unit});
        QVERIFY(process.waitForFinished(60000));
        const QByteArray said = process.readAll();
        QVERIFY2(!said.contains(QFileInfo(unit).fileName().toUtf8()), said.constData());
    }
#endif
};

QTEST_GUILESS_MAIN(TestServices)
#include "tst_services.moc"
