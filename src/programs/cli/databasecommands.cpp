// SPDX-License-Identifier: GPL-3.0-or-later
// db check, backup and restore.
#include "engine/mailboxkeys.h"
#include "engine/maintenance.h"
#include "engine/wording.h"
#include "programs/cli/commands.h"

#include <QJsonArray>

namespace cli {
using namespace Qt::StringLiterals;

namespace {

Ended runCheck(Console &console, engine::Profile &profile)
{
    const auto findings = engine::checkDatabase(profile, console.clock());
    if (!findings)
        return findings.error();
    if (console.json()) {
        console.print(QJsonObject{{u"ok"_s, findings->isEmpty()},
                                  {u"problems"_s, QJsonArray::fromStringList(*findings)}});
    } else if (findings->isEmpty()) {
        console.print(QCoreApplication::translate(
            "Cli", "The database is in order, and every message's state matches its events."));
    }
    for (const QString &finding : *findings)
        console.say(finding);
    return findings->isEmpty() ? Done : Failed;
}

Ended runBackup(Console &console)
{
    const QString file = console.words().constFirst();
    if (auto taken = console.takesOutput(file); !taken)
        return taken.error();
    // Beside any owner; where nothing is stored yet, or the database is of an older version, as its owner.
    const auto reader = console.reader();
    storage::Database *source = reader ? *reader : nullptr;
    if (!source) {
        const auto engine = console.engine();
        if (!engine)
            return engine.error();
        source = &(*engine)->database();
    }
    if (auto written = source->backup(file); !written)
        return written.error();
    if (console.json())
        console.print(QJsonObject{{u"file"_s, file}});
    if (const auto profile = console.profile(); profile && engine::hasMailboxKeys(**profile)) {
        console.say(QCoreApplication::translate(
            "Cli", "The mailbox's key is not in it: keep that too (budstikke-cli mailbox key save FILE)."));
    }
    return Done;
}

Ended runRestore(Console &console, engine::Profile &profile)
{
    const auto restored = engine::restoreDatabase(profile, console.words().constFirst(), console.clock());
    if (!restored)
        return restored.error();
    if (!restored->whole)
        console.say(engine::wording::notAllCarriedOver());
    if (console.json())
        console.print(QJsonObject{{u"held"_s, restored->held}, {u"whole"_s, restored->whole}});
    else
        console.print(QCoreApplication::translate("Cli",
                                                  "Restored. %n message(s) are held until you release them.",
                                                  nullptr, static_cast<int>(restored->held)));
    return Done;
}

} // namespace

QList<Command> databaseCommands()
{
    return {
        command(u"db check"_s, QCoreApplication::translate("Cli", "check the database"), runCheck),
        command(u"db backup"_s, QCoreApplication::translate("Cli", "write a consistent backup"), runBackup)
            .takes(u"FILE"_s),
        command(u"db restore"_s,
                QCoreApplication::translate("Cli", "restore a backup; nothing is sent automatically"),
                runRestore)
            .takes(u"FILE"_s),
    };
}

} // namespace cli
