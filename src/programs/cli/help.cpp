// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/cli/help.h"

namespace cli {
using namespace Qt::StringLiterals;

namespace {

constexpr int column = 28;

QString line(const QString &what, const QString &means)
{
    if (what.size() < column)
        return "  %1%2\n"_L1.arg(what.leftJustified(column), means);
    return "  %1\n  %2%3\n"_L1.arg(what, QString(column, u' '), means);
}

QString written(const Command &command)
{
    return (command.words + QStringList(command.arguments)).join(u' ').trimmed();
}

QString described(const QList<QCommandLineOption> &options)
{
    QString text;
    for (const QCommandLineOption &option : options) {
        const QString name = option.names().constLast();
        const QString dashes = name.size() == 1 ? u"-"_s : u"--"_s;
        text += line(QString(dashes + name + u' ' + option.valueName()).trimmed(), option.description());
    }
    return text;
}

QString everywhere()
{
    return QCoreApplication::translate("Cli", "Options of every command:") + u'\n' +
           described(globalOptions());
}

} // namespace

QList<QCommandLineOption> globalOptions()
{
    return {
        valued(u"profile"_s, u"DIR"_s,
               QCoreApplication::translate("Cli", "settings, database and backups (or BUDSTIKKE_PROFILE)")),
        flag(u"json"_s, QCoreApplication::translate("Cli", "machine output on standard output")),
        valued(u"account"_s, u"NAME"_s,
               QCoreApplication::translate("Cli", "this account instead of the active one")),
        valued(u"language"_s, u"nb|en"_s, QCoreApplication::translate("Cli", "the language of messages")),
        QCommandLineOption(QStringList{u"h"_s, u"help"_s},
                           QCoreApplication::translate("Cli", "show this help")),
        flag(u"version"_s, QCoreApplication::translate("Cli", "show the version")),
    };
}

QString overview(const QList<Command> &commands, const QString &firstWord)
{
    QString text = QCoreApplication::translate("Cli", "Usage: budstikke-cli COMMAND [OPTIONS]") + u"\n\n"_s;
    for (const Command &command : commands) {
        if (firstWord.isEmpty() || command.words.constFirst() == firstWord)
            text += line(written(command), command.description);
    }
    return text + u'\n' + everywhere() + u'\n' +
           QCoreApplication::translate("Cli", "budstikke-cli COMMAND --help shows a command's options.");
}

QString helpOf(const Command &command)
{
    QString text =
        QCoreApplication::translate("Cli", "Usage: budstikke-cli %1 [OPTIONS]").arg(written(command)) +
        u"\n\n"_s + command.description + u"\n\n"_s;
    if (!command.options.isEmpty())
        text += QCoreApplication::translate("Cli", "Options:") + u'\n' + described(command.options) + u'\n';
    return text + everywhere();
}

} // namespace cli
