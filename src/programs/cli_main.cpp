// SPDX-License-Identifier: GPL-3.0-or-later
// budstikke-cli: finds the command, reads its options, runs it.
#include "engine/language.h"
#include "engine/network.h"
#include "programs/cli/help.h"
#include "programs/cli/mailboxcommands.h"
#include "programs/cli/supportcommand.h"
#include "programs/utf8console.h"

#include <QCoreApplication>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

QList<cli::Command> allCommands()
{
    return cli::accountCommands() + cli::textCommands() + cli::sendCommands() + cli::campaignCommands() +
           cli::contactCommands() + cli::inboxCommands() + cli::receiveCommands() + cli::mailboxCommands() +
           cli::mailboxFetchCommands() + cli::databaseCommands() + cli::supportCommands();
}

// The words that stand before or between options; global options with a value may come first.
QStringList commandWords(const QStringList &arguments)
{
    QStringList words;
    for (qsizetype i = 1; i < arguments.size() && words.size() < 3; ++i) {
        const QString &argument = arguments[i];
        if (argument == "--profile"_L1 || argument == "--account"_L1 || argument == "--language"_L1)
            ++i;
        else if (!argument.startsWith(u'-'))
            words.append(argument);
        else if (!words.isEmpty() && argument != "--json"_L1 && !argument.contains(u'='))
            break; // an option of the command: its value is no word of it
    }
    return words;
}

// Known before the arguments are: the options' descriptions are in it.
QString languageOf(const QStringList &arguments)
{
    const QString name = u"--language"_s;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i].startsWith(QString(name + u'=')))
            return arguments[i].sliced(name.size() + 1);
        if (arguments[i] == name && i + 1 < arguments.size())
            return arguments[i + 1];
    }
    return {};
}

// An option that was given twice, although a later value would take the place of an earlier one without a
// word.
QString givenTwice(const QCommandLineParser &parser, const QList<QCommandLineOption> &options)
{
    static const QStringList several{u"to"_s,    u"field"_s,         u"map"_s,          u"sender"_s,
                                     u"allow"_s, u"allow-country"_s, u"trusted-proxy"_s};
    const QStringList given = parser.optionNames();
    for (const QCommandLineOption &option : options) {
        const QString name = option.names().constLast();
        const bool global = name == "json"_L1 || name == "help"_L1 || name == "version"_L1;
        if (!global && !several.contains(name) && given.count(name) > 1)
            return name;
    }
    return {};
}

QString noCommand(const QStringList &words, const QList<cli::Command> &commands)
{
    if (words.isEmpty())
        return QCoreApplication::translate("Cli", "Give a command. See budstikke-cli --help.");
    QStringList whole;
    for (const cli::Command &command : commands) {
        if (command.words.constFirst() == words.constFirst())
            whole.append(command.words.join(u' '));
    }
    if (whole.isEmpty())
        return QCoreApplication::translate("Cli", "There is no command “%1”. See budstikke-cli --help.")
            .arg(words.constFirst());
    return QCoreApplication::translate("Cli", "Incomplete command “%1”. Available: %2.")
        .arg(words.first(qMin<qsizetype>(2, words.size())).join(u' '), whole.join(u", "_s));
}

void print(FILE *stream, const QString &text)
{
    std::fprintf(stream, "%s\n", qUtf8Printable(text));
}

// A script may have closed them; a file that is opened later must not become standard output.
void keepStandardStreams()
{
#ifdef Q_OS_UNIX
    int file = 0;
    while (file >= 0 && file <= STDERR_FILENO)
        file = ::open("/dev/null", O_RDWR);
    if (file >= 0)
        ::close(file);
#endif
}

// Runs the command, once its words and options make sense.
cli::Ended ended(cli::Console &console, const QCommandLineParser &parser, const cli::Command &command)
{
    if (const QString twice = givenTwice(parser, command.options + cli::globalOptions()); !twice.isEmpty()) {
        return cli::badUsage(QCoreApplication::translate(
                                 "Cli", "--%1 is given twice. Give it once. See budstikke-cli %2 --help.")
                                 .arg(twice, command.words.join(u' ')));
    }
    // An unset variable of a script must not choose for it.
    for (const QString &name : {u"profile"_s, u"account"_s}) {
        if (parser.isSet(name) && parser.value(name).trimmed().isEmpty())
            return cli::badUsage(
                QCoreApplication::translate("Cli", "--%1 is empty. Give its value, or leave it out.")
                    .arg(name));
    }
    const QString language = parser.value(u"language"_s);
    if (parser.isSet(u"language"_s) && language != "nb"_L1 && language != "en"_L1)
        return cli::badUsage(QCoreApplication::translate("Cli", "The language is nb or en."));
    console.setCommandWords(static_cast<int>(command.words.size()));
    const qsizetype count = console.words().size();
    if (count < command.fewest || (command.most != cli::anyNumber && count > command.most)) {
        return cli::badUsage(QCoreApplication::translate("Cli", "Usage: budstikke-cli %1. See --help.")
                                 .arg((command.words + QStringList(command.arguments)).join(u' ').trimmed()));
    }
    return command.run(console);
}

} // namespace

int main(int argc, char *argv[])
{
    keepStandardStreams();
    const programs::Utf8Console letters;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"budstikke-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BUDSTIKKE_VERSION));
    engine::useSystemProxy();
    const QStringList arguments = QCoreApplication::arguments();

    engine::language::install(languageOf(arguments));

    const QStringList words = commandWords(arguments);
    const QList<cli::Command> commands = allCommands();
    const cli::Command *found = nullptr;
    for (const cli::Command &command : commands) {
        if (command.words == words.first(qMin(command.words.size(), words.size())))
            found = &command;
    }

    QCommandLineParser parser;
    parser.addOptions(cli::globalOptions());
    if (found)
        parser.addOptions(found->options);
    const bool understood = parser.parse(arguments);
    if (parser.isSet(u"version"_s)) {
        print(stdout, QString(u"Budstikke "_s + QCoreApplication::applicationVersion()));
        return cli::Done;
    }
    if (parser.isSet(u"help"_s)) {
        print(stdout, found ? cli::helpOf(*found) : cli::overview(commands, words.value(0)));
        return cli::Done;
    }
    cli::Console console(parser);
    if (!found) {
        if (words.isEmpty() && understood && !console.json())
            print(stderr, cli::overview(commands, {}));
        return console.fail(cli::badUsage(noCommand(words, commands)));
    }
    if (!understood) {
        return console.fail(
            cli::badUsage(QCoreApplication::translate("Cli", "%1 See budstikke-cli %2 --help.")
                              .arg(parser.errorText(), found->words.join(u' '))));
    }
    const cli::Ended end = ended(console, parser, *found);
    return console.finished(end ? *end : console.fail(end.error()));
}
