// SPDX-License-Identifier: GPL-3.0-or-later
// Computers that lack something, or call things by names that programs stumble over: each has a sentence that
// says what to do, and none a silent end.
#include "programs/contacts.h"

#include <QDirIterator>
#include <QLibraryInfo>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace programs;

namespace {

const QStringList everyPlugin{u"sqldrivers"_s, u"tls"_s, u"platforms"_s};

enum class Rights { Own, Nobodys };

#ifdef Q_OS_UNIX
// As long as it lives, all may enter the folder and what holds it, and read; nobody but root may write.
class Shut
{
public:
    explicit Shut(const QString &folder)
        : m_folder(folder)
    {
        constexpr auto entered = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup |
                                 QFile::ReadOther | QFile::ExeOther;
        for (QDir above(folder); above.path().startsWith(QDir::tempPath() + u'/') && above.cdUp();)
            QFile::setPermissions(above.path(), QFile::permissions(above.path()) | entered);
        QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString file = all.next();
            QFile::setPermissions(file,
                                  all.fileInfo().isDir() ? entered : QFile::ReadOwner | QFile::ReadOther);
        }
        QFile::setPermissions(folder, entered);
    }
    ~Shut() { QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); }

private:
    QString m_folder;
};
#endif

// The program in a folder of its own, where Qt finds only the plugins that are named, as on a computer that
// lacks the others.
class Computer
{
public:
    explicit Computer(const QStringList &plugins, const QString &program = u"budstikke-cli"_s)
    {
        const QDir folder(file(u""_s));
        folder.mkpath(u"plugins"_s);
        m_program = folder.filePath(program);
        QFile::copy(support::program(program), m_program);
        for (const QString &kind : plugins)
            QFile::link(QLibraryInfo::path(QLibraryInfo::PluginsPath) + u'/' + kind,
                        folder.filePath(u"plugins/"_s + kind));
        QFile conf(folder.filePath(u"qt.conf"_s));
        if (!conf.open(QIODevice::WriteOnly) || conf.write("[Paths]\nPlugins=plugins\n") < 0)
            qFatal("not written");
        m_environment.remove(u"QT_PLUGIN_PATH"_s);
        m_environment.insert(u"BUDSTIKKE_PROFILE"_s, folder.filePath(u"profil på norsk"_s));
    }

    // In a folder whose name has blanks and letters of the north.
    QString file(const QString &name) const { return m_folder.filePath(u"Kari Åse/æ ø/"_s + name); }
    QProcessEnvironment &environment() { return m_environment; }
    Ended run(const QStringList &arguments, Rights rights = Rights::Own, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
#ifdef Q_OS_UNIX
        if (rights == Rights::Nobodys && ::geteuid() == 0) { // root may write where nobody may
            process.setChildProcessModifier([] {
                constexpr unsigned nobody = 65534;
                if (::setgid(nobody) != 0 || ::setuid(nobody) != 0)
                    ::_exit(99);
            });
        }
#endif
        process.start(m_program, QStringList{u"--language"_s, u"en"_s} + arguments);
        process.write(input);
        process.closeWriteChannel();
        Ended ended;
        if (!process.waitForFinished(60000))
            process.kill();
        ended.out = process.readAllStandardOutput();
        ended.err = process.readAllStandardError();
        ended.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return ended;
    }

private:
    QTemporaryDir m_folder;
    QString m_program;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

} // namespace

class TestSurroundings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutTheDriverForSqlite()
    {
        const Computer computer({u"tls"_s});
        const Ended ended = computer.run({u"optout"_s, u"add"_s, u"99999999"_s});
        QCOMPARE(ended.status, 4);
        QVERIFY2(ended.err.contains("driver for SQLite is missing"), ended.err.constData());
    }

    void withoutTls()
    {
        const Computer computer({u"sqldrivers"_s});
        QCOMPARE(computer
                     .run({u"account"_s, u"set"_s, u"--service-id"_s, u"1234"_s, u"--ip-auth"_s,
                           u"--base-url"_s, u"https://127.0.0.1:9/psk/"_s})
                     .status,
                 0);
        const Ended checked = computer.run({u"account"_s, u"check"_s});
        QCOMPARE(checked.status, 1);
        QVERIFY2(checked.err.contains("lacks TLS"), checked.err.constData());
        const Ended sent =
            computer.run({u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"F"_s, u"--text"_s, u"Hei"_s});
        QCOMPARE(sent.status, 1);
        QVERIFY2(sent.err.contains("lacks TLS, so the gateway cannot be reached"), sent.err.constData());
        QVERIFY2(sent.out.contains("Waiting"), sent.out.constData()); // nothing is lost
    }

    void aProfileThatCannotBeMade()
    {
        Computer computer(everyPlugin);
        computer.environment().insert(u"BUDSTIKKE_PROFILE"_s, u"/proc/budstikke"_s);
        const Ended ended = computer.run({u"optout"_s, u"add"_s, u"99999999"_s});
        QCOMPARE(ended.status, 4);
        QVERIFY2(ended.err.contains("/proc/budstikke"), ended.err.constData());
    }

#ifdef Q_OS_UNIX
    // What is there can be read; whatever would change it says why it cannot.
    void aProfileThatCannotBeWrittenTo()
    {
        Computer computer(everyPlugin);
        computer.environment().insert(u"XDG_STATE_HOME"_s, computer.file(u"state"_s));
        computer.environment().insert(u"HOME"_s, computer.file(u"home"_s));
        QCOMPARE(computer.run({u"optout"_s, u"add"_s, u"99999999"_s}).status, 0);
        const QString profile = computer.environment().value(u"BUDSTIKKE_PROFILE"_s);
        const Shut shut(profile);
        const Ended listed = computer.run({u"optout"_s, u"list"_s}, Rights::Nobodys);
        QCOMPARE(listed.status, 0);
        QVERIFY2(listed.out.contains("+4799999999"), listed.out.constData());
        const Ended ended = computer.run({u"optout"_s, u"add"_s, u"99999998"_s}, Rights::Nobodys);
        QCOMPARE(ended.status, 4);
        QVERIFY2(ended.err.contains("cannot be written to"), ended.err.constData());
        QVERIFY2(ended.err.contains(profile.toUtf8()), ended.err.constData());
    }
#endif

    void withoutAKeyring()
    {
        Computer computer(everyPlugin);
        computer.environment().insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
        computer.environment().remove(u"BUDSTIKKE_PASSWORD"_s);
        const QStringList set{u"account"_s, u"set"_s, u"--service-id"_s, u"1234"_s, u"--password-stdin"_s};
        const Ended refused = computer.run(set, Rights::Own, "hemmelig-passord\n");
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("keyring cannot be used"), refused.err.constData());
        QVERIFY2(refused.err.contains("BUDSTIKKE_PASSWORD"), refused.err.constData()); // what to do
        QVERIFY2(!refused.err.contains("hemmelig"), refused.err.constData());
    }

#ifdef Q_OS_LINUX
    void aWindowWithoutAScreen()
    {
        if (!QFileInfo::exists(support::program(u"budstikke"_s)))
            return; // built without the window
        Computer computer(everyPlugin, u"budstikke"_s);
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            computer.environment().remove(name);
        const Ended ended = computer.run({});
        QCOMPARE(ended.status, 1); // no crash
        QVERIFY2(ended.err.contains("needs a screen"), ended.err.constData());
        QVERIFY2(ended.err.contains("budstikke-cli"), ended.err.constData());
    }
#endif

    void foldersWithBlanksAndLettersOfTheNorth()
    {
        const Gateway gateway;
        Computer computer(everyPlugin);
        computer.environment().insert(u"BUDSTIKKE_PASSWORD"_s, u"hemmelig-passord"_s);
        const auto run = [&](const QStringList &words) {
            return computer.run(QStringList{u"--json"_s} + words);
        };
        QFile list(computer.file(u"liste med æøå.csv"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("mobil;navn\n99999999;Kari Åse\n");
        list.close();
        QCOMPARE(
            run({u"account"_s, u"set"_s, u"--service-id"_s, u"1234"_s, u"--base-url"_s, gateway.baseUrl()})
                .status,
            0);
        QCOMPARE(run({u"contacts"_s, u"import"_s, list.fileName()}).last().value(u"added"_s).toInt(), 1);
        QCOMPARE(
            run({u"send"_s, u"--to"_s, u"99999999"_s, u"--from"_s, u"F"_s, u"--text"_s, u"Blåbær"_s}).status,
            0);
        const QString exported = computer.file(u"eksport på norsk.xlsx"_s);
        QCOMPARE(run({u"contacts"_s, u"export"_s, u"-o"_s, exported}).status, 0);
        QVERIFY(QFileInfo::exists(exported));
        const QString backup = computer.file(u"kopi æøå.sqlite"_s);
        QCOMPARE(run({u"db"_s, u"backup"_s, backup}).status, 0);
        QCOMPARE(run({u"db"_s, u"restore"_s, backup}).status, 0);
        QCOMPARE(run({u"contacts"_s, u"list"_s}).last().value(u"name"_s).toString(), u"Kari Åse"_s);
    }
};

QTEST_GUILESS_MAIN(TestSurroundings)
#include "tst_surroundings.moc"
