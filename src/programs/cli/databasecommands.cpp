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

int runCheck(Console &console)
{
    const auto profile = console.profile();
    if (!profile)
        return console.fail(profile.error());
    const auto findings = engine::checkDatabase(**profile, console.clock());
    if (!findings)
        return console.fail(findings.error());
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

int runBackup(Console &console)
{
    const QString file = console.words().constFirst();
    // A consistent copy is SQLite's VACUUM INTO, which a read-only connection may not do.
    const auto engine = console.engine();
    if (!engine)
        return console.fail(engine.error());
    if (auto written = (*engine)->database().backup(file); !written)
        return console.fail(written.error());
    if (console.json())
        console.print(QJsonObject{{u"file"_s, file}});
    if (const auto profile = console.profile(); profile && engine::hasMailboxKeys(**profile)) {
        console.say(QCoreApplication::translate(
            "Cli", "The mailbox's key is not in it: keep that too (budstikke-cli mailbox key save FILE)."));
    }
    return Done;
}

int runRestore(Console &console)
{
    const auto profile = console.profile();
    if (!profile)
        return console.fail(profile.error());
    const auto restored = engine::restoreDatabase(**profile, console.words().constFirst(), console.clock());
    if (!restored)
        return console.fail(restored.error());
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
        {{u"db"_s, u"check"_s},
         {},
         QCoreApplication::translate("Cli", "check the database"),
         {},
         0,
         0,
         runCheck},
        {{u"db"_s, u"backup"_s},
         u"FILE"_s,
         QCoreApplication::translate("Cli", "write a consistent backup"),
         {},
         1,
         1,
         runBackup},
        {{u"db"_s, u"restore"_s},
         u"FILE"_s,
         QCoreApplication::translate("Cli", "restore a backup; nothing is sent automatically"),
         {},
         1,
         1,
         runRestore},
    };
}

} // namespace cli
