// SPDX-License-Identifier: GPL-3.0-or-later
// support collect: what who helps has to know, without texts, numbers or passwords.
#include "programs/cli/supportcommand.h"

#include "engine/support.h"

namespace cli {
using namespace Qt::StringLiterals;

namespace {

Ended runCollect(Console &console, engine::Profile &profile)
{
    const QString file = console.words().constFirst();
    const auto reader = console.reader(); // what is wrong with it is what they want to know
    if (auto collected = engine::collectForSupport(profile, reader ? *reader : nullptr, file); !collected)
        return collected.error();
    if (console.json())
        console.print(QJsonObject{{u"file"_s, file}});
    else
        console.print(QCoreApplication::translate(
            "Cli", "Saved. It holds no texts, numbers or passwords. Read it before you send it."));
    return Done;
}

} // namespace

QList<Command> supportCommands()
{
    return {
        command(u"support collect"_s,
                QCoreApplication::translate("Cli",
                                            "write a file for support, without texts, numbers or passwords"),
                runCollect)
            .takes(u"FILE"_s),
    };
}

} // namespace cli
