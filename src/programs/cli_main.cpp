// SPDX-License-Identifier: GPL-3.0-or-later
// budstikke-cli: finds the command, reads its options, runs it.
#include "engine/language.h"
#include "engine/network.h"
#include "programs/cli/commands.h"

#include <QCoreApplication>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

const QList<QCommandLineOption> &globalOptions()
{
    static const QList<QCommandLineOption> options{
        cli::valued(u"profile"_s, u"DIR"_s, u"settings, database and backups"_s),
        cli::flag(u"json"_s, u"machine output on standard output"_s),
        cli::valued(u"account"_s, u"NAME"_s, u"this account instead of the active one"_s),
        cli::valued(u"language"_s, u"nb|en"_s, u"the language of messages"_s),
        cli::flag(u"help"_s, u"this text"_s),
        cli::flag(u"version"_s, u"the program's version"_s),
    };
    return options;
}

QList<cli::Command> allCommands()
{
    return cli::accountCommands() + cli::textCommands() + cli::sendCommands() + cli::campaignCommands() +
           cli::contactCommands() + cli::inboxCommands() + cli::receiveCommands() + cli::databaseCommands();
}

// The words that stand before or between options; global options with a value may come first.
QStringList commandWords(const QStringList &arguments)
{
    QStringList words;
    for (qsizetype i = 1; i < arguments.size() && words.size() < 2; ++i) {
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

QString overview()
{
    QString text =
        u"budstikke-cli [--profile DIR] [--json] [--account NAME] [--language nb|en] COMMAND\n\n"_s;
    for (const cli::Command &command : allCommands()) {
        const QString line = command.words.join(u' ') + u' ' + command.arguments;
        text += "  %1 %2\n"_L1.arg(line.leftJustified(26), command.description);
    }
    return text + u"\nbudstikke-cli COMMAND --help shows a command's options."_s;
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

} // namespace

int main(int argc, char *argv[])
{
    keepStandardStreams();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"budstikke-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BUDSTIKKE_VERSION));
    engine::useSystemProxy();
    const QStringList arguments = QCoreApplication::arguments();

    const QStringList words = commandWords(arguments);
    const QList<cli::Command> commands = allCommands();
    const cli::Command *found = nullptr;
    for (const cli::Command &command : commands) {
        if (command.words == words.first(qMin(command.words.size(), words.size())))
            found = &command;
    }

    QCommandLineParser parser;
    parser.addOptions(globalOptions());
    if (found) {
        parser.addOptions(found->options);
        for (const QString &word : found->words)
            parser.addPositionalArgument(word, {}, word);
        if (!found->arguments.isEmpty())
            parser.addPositionalArgument(found->arguments, {}, found->arguments);
        parser.setApplicationDescription(found->description);
    }
    const bool understood = parser.parse(arguments);
    engine::language::install(parser.value(u"language"_s));
    if (parser.isSet(u"version"_s)) {
        print(stdout, QString(u"Budstikke "_s + QCoreApplication::applicationVersion()));
        return cli::Done;
    }
    if (parser.isSet(u"help"_s)) {
        print(stdout, found ? parser.helpText() : overview());
        return cli::Done;
    }
    cli::Console console(parser);
    if (!found) {
        if (words.isEmpty() && understood)
            print(stderr, overview());
        return console.usage(
            words.isEmpty()
                ? QCoreApplication::translate("Cli", "Give a command. See budstikke-cli --help.")
                : QCoreApplication::translate("Cli", "There is no command “%1”. See budstikke-cli --help.")
                      .arg(words.join(u' ')));
    }
    if (!understood)
        return console.usage(parser.errorText());
    const QString language = parser.value(u"language"_s);
    if (parser.isSet(u"language"_s) && language != "nb"_L1 && language != "en"_L1)
        return console.usage(QCoreApplication::translate("Cli", "The language is nb or en."));
    console.setCommandWords(static_cast<int>(found->words.size()));
    const qsizetype count = console.words().size();
    if (count < found->fewest || (found->most >= 0 && count > found->most)) {
        return console.usage(
            QCoreApplication::translate("Cli", "Write it as: budstikke-cli %1 %2. See --help.")
                .arg(found->words.join(u' '), found->arguments));
    }
    return console.finished(found->run(console));
}
