// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/cli/service.h"

#include "programs/cli/commands.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStringEncoder>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

#include <tuple>

namespace cli {
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;

// As systemd reads a command line: no %-specifiers, no $variables, and words whatever is in them.
QString forSystemd(QString word)
{
    word.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'%', u"%%"_s).replace(u'$', u"$$"_s);
    return u'"' + word + u'"';
}

// As a Windows program splits its command line.
QString forWindows(const QString &word)
{
    QString quoted;
    qsizetype slashes = 0;
    for (const QChar c : word) {
        if (c == u'\\') {
            ++slashes;
            continue;
        }
        quoted += QString(c == u'"' ? 2 * slashes + 1 : slashes, u'\\') + c;
        slashes = 0;
    }
    return u'"' + quoted + QString(2 * slashes, u'\\') + u'"';
}

QByteArray systemdUnit(const Service &service)
{
    QStringList words;
    for (const QString &word : service.command)
        words.append(forSystemd(word));
    return u"# Written by budstikke-cli; --remove takes it away.\n"
           "[Unit]\nDescription=%1\nDocumentation=man:budstikke-cli(1)\nStartLimitIntervalSec=0\n\n"
           "[Service]\nExecStart=%2\nRestart=always\nRestartSec=30\nNoNewPrivileges=yes\nUMask=0077\n\n"
           "[Install]\nWantedBy=default.target\n"_s.arg(service.description, words.join(u' '))
               .toUtf8();
}

QByteArray launchdAgent(const Service &service)
{
    QString words;
    for (const QString &word : service.command)
        words += u"    <string>%1</string>\n"_s.arg(word.toHtmlEscaped());
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
           "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
           "<plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n  <string>%1</string>\n"
           "  <key>ProgramArguments</key>\n  <array>\n%2  </array>\n  <key>RunAtLoad</key>\n  <true/>\n"
           "  <key>KeepAlive</key>\n  <true/>\n  <key>ThrottleInterval</key>\n  <integer>30</integer>\n"
           "</dict>\n</plist>\n"_s.arg(service.name, words)
               .toUtf8();
}

// Without a login and without a stored password (S4U), at the computer's start and every five minutes in
// which it does not run.
QByteArray scheduledTask(const Service &service)
{
    QStringList words;
    for (const QString &word : service.command.sliced(1))
        words.append(forWindows(word));
    const QString text =
        u"<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n"
        "<Task version=\"1.2\" xmlns=\"http://schemas.microsoft.com/windows/2004/02/mit/task\">\n"
        "  <RegistrationInfo><Description>%1</Description></RegistrationInfo>\n"
        "  <Triggers>\n    <BootTrigger><Repetition><Interval>PT5M</Interval></Repetition></BootTrigger>\n"
        "    <RegistrationTrigger><Repetition><Interval>PT5M</Interval></Repetition></RegistrationTrigger>\n"
        "  </Triggers>\n"
        "  <Principals><Principal id=\"Author\"><UserId>%2</UserId><LogonType>S4U</LogonType>"
        "<RunLevel>LeastPrivilege</RunLevel></Principal></Principals>\n"
        "  <Settings>\n    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>\n"
        "    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>\n"
        "    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>\n"
        "    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>\n  </Settings>\n"
        "  <Actions "
        "Context=\"Author\"><Exec><Command>%3</Command><Arguments>%4</Arguments></Exec></Actions>\n"
        "</Task>\n"_s.arg(service.description.toHtmlEscaped(), service.user.toHtmlEscaped(),
                          QDir::toNativeSeparators(service.command.constFirst()).toHtmlEscaped(),
                          words.join(u' ').toHtmlEscaped());
    QStringEncoder utf16(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
    return utf16.encode(text);
}

QString definitionFile(const Service &service, ServiceSystem system)
{
    switch (system) {
    case ServiceSystem::Systemd:
        return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
               "/systemd/user/%1.service"_L1.arg(service.name);
    case ServiceSystem::Launchd:
        return QDir::homePath() + "/Library/LaunchAgents/%1.plist"_L1.arg(service.name);
    case ServiceSystem::ScheduledTasks:
        return QDir::tempPath() + "/%1.xml"_L1.arg(service.name); // read once
    }
    return {};
}

// In order; those that may fail only tidy up.
struct Step
{
    QStringList command;
    bool mayFail = false;
};

QString domainOfLaunchd()
{
#ifdef Q_OS_UNIX
    return u"gui/%1"_s.arg(::getuid());
#else
    return {};
#endif
}

QList<Step> installing(const Service &service, ServiceSystem system, const QString &file)
{
    switch (system) {
    case ServiceSystem::Systemd:
        return {{{u"systemctl"_s, u"--user"_s, u"daemon-reload"_s}},
                {{u"systemctl"_s, u"--user"_s, u"enable"_s, service.name}},
                {{u"systemctl"_s, u"--user"_s, u"restart"_s, service.name}}};
    case ServiceSystem::Launchd:
        return {{{u"launchctl"_s, u"bootout"_s, QString(domainOfLaunchd() + u'/' + service.name)}, true},
                {{u"launchctl"_s, u"bootstrap"_s, domainOfLaunchd(), file}}};
    case ServiceSystem::ScheduledTasks:
        return {{{u"schtasks"_s, u"/Create"_s, u"/F"_s, u"/TN"_s, service.name, u"/XML"_s,
                  QDir::toNativeSeparators(file)}}};
    }
    return {};
}

QList<Step> removing(const Service &service, ServiceSystem system)
{
    switch (system) {
    case ServiceSystem::Systemd:
        return {{{u"systemctl"_s, u"--user"_s, u"disable"_s, u"--now"_s, service.name}}};
    case ServiceSystem::Launchd:
        return {{{u"launchctl"_s, u"bootout"_s, QString(domainOfLaunchd() + u'/' + service.name)}, true}};
    case ServiceSystem::ScheduledTasks:
        return {{{u"schtasks"_s, u"/End"_s, u"/TN"_s, service.name}, true},
                {{u"schtasks"_s, u"/Delete"_s, u"/F"_s, u"/TN"_s, service.name}}};
    }
    return {};
}

base::Error refused(const QString &program, const QString &words)
{
    const QString said = words.simplified();
    return {base::ErrorCode::WrongState,
            said.isEmpty() ? QCoreApplication::translate("Cli", "%1 cannot be run").arg(program)
                           : u"%1: %2"_s.arg(program, said),
            u"service"_s};
}

base::Result<void> run(const QList<Step> &steps)
{
    for (const Step &step : steps) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(step.command.constFirst(), step.command.sliced(1));
        const bool done = process.waitForFinished(patienceMs) &&
                          process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        if (!done && !step.mayFail)
            return refused(step.command.constFirst(), QString::fromLocal8Bit(process.readAll()));
    }
    return {};
}

// Without it the user's units end with their last login. Not everybody may ask for it.
bool mayStayWithoutLogin(ServiceSystem system)
{
    return system != ServiceSystem::Systemd || run({{{u"loginctl"_s, u"enable-linger"_s}}}).ok();
}

base::Result<void> write(const QString &file, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(file).path());
    QSaveFile written(file);
    if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size() || !written.commit())
        return base::Error{base::ErrorCode::FileUnwritable, file, {}};
    return {};
}

QString userOfComputer()
{
#ifdef Q_OS_WIN
    return qEnvironmentVariable("USERDOMAIN") + u'\\' + qEnvironmentVariable("USERNAME");
#else
    return qEnvironmentVariable("USER");
#endif
}

Ended install(Console &console, const Service &service)
{
    const ServiceSystem system = serviceSystem();
    const QString file = definitionFile(service, system);
    if (auto written = write(file, definition(service, system)); !written)
        return written.error();
    const auto installed = run(installing(service, system, file));
    if (system == ServiceSystem::ScheduledTasks || !installed)
        QFile::remove(file);
    if (!installed)
        return installed.error();
    if (!mayStayWithoutLogin(system)) {
        console.say(QCoreApplication::translate(
                        "Cli",
                        "It runs only while you are logged in. To let it run from the computer's start, an "
                        "administrator enters: loginctl enable-linger %1")
                        .arg(service.user));
    }
    console.print(QJsonObject{{u"installed"_s, service.name}});
    return Done;
}

Ended remove(Console &console, const Service &service)
{
    const ServiceSystem system = serviceSystem();
    const QString file = definitionFile(service, system);
    if (system != ServiceSystem::ScheduledTasks && !QFileInfo::exists(file))
        return base::Error{base::ErrorCode::NotFound, service.name, u"service"_s};
    if (auto removed = run(removing(service, system)); !removed)
        return removed.error();
    QFile::remove(file);
    if (system == ServiceSystem::Systemd)
        std::ignore = run({{{u"systemctl"_s, u"--user"_s, u"daemon-reload"_s}}});
    console.print(QJsonObject{{u"removed"_s, service.name}});
    return Done;
}

} // namespace

ServiceSystem serviceSystem()
{
#if defined(Q_OS_WIN)
    return ServiceSystem::ScheduledTasks;
#elif defined(Q_OS_MACOS)
    return ServiceSystem::Launchd;
#else
    return ServiceSystem::Systemd;
#endif
}

QByteArray definition(const Service &service, ServiceSystem system)
{
    switch (system) {
    case ServiceSystem::Systemd:
        return systemdUnit(service);
    case ServiceSystem::Launchd:
        return launchdAgent(service);
    case ServiceSystem::ScheduledTasks:
        return scheduledTask(service);
    }
    return {};
}

QList<QCommandLineOption> serviceOptions()
{
    return {flag(u"install"_s,
                 QCoreApplication::translate("Cli", "let it run unattended, from the computer's start")),
            flag(u"remove"_s, QCoreApplication::translate("Cli", "end that again"))};
}

base::Result<bool> isForService(const QCommandLineParser &options)
{
    if (options.isSet(u"install"_s) && options.isSet(u"remove"_s))
        return badUsage(QCoreApplication::translate("Cli", "Choose either --install or --remove."));
    return options.isSet(u"install"_s) || options.isSet(u"remove"_s);
}

QStringList asTyped(const QCommandLineParser &options, const QList<QCommandLineOption> &of,
                    const QStringList &files)
{
    QStringList words;
    for (const QCommandLineOption &option : of) {
        const QString name = option.names().constLast();
        for (const QString &value : options.values(name)) {
            words.append(QString(u"--"_s + name));
            words.append(files.contains(name) ? QFileInfo(value).absoluteFilePath() : value);
        }
    }
    return words;
}

Ended runService(Console &console, const QString &name, const QString &description,
                 const QStringList &command)
{
    const Service service{name, description, QStringList{QCoreApplication::applicationFilePath()} + command,
                          userOfComputer()};
    return console.options().isSet(u"install"_s) ? install(console, service) : remove(console, service);
}

} // namespace cli
