// SPDX-License-Identifier: GPL-3.0-or-later
// mailbox use, off, fetch and show: a profile's own mailbox.
#include "engine/engine.h"
#include "engine/mailbox.h"
#include "engine/mailboxkeys.h"
#include "engine/mailboxwording.h"
#include "mailbox/client.h"
#include "programs/cli/mailboxcommands.h"
#include "programs/interrupt.h"
#include "storage/groupcommit.h"

#include <QEventLoop>

namespace cli {
using namespace Qt::StringLiterals;

namespace {

// What the profile's settings say; works beside any owner.
base::Result<QJsonObject> shown(Console &console)
{
    const auto profile = console.profile();
    if (!profile)
        return profile.error();
    const engine::MailboxSettings settings =
        engine::mailboxSettings(engine::Settings((*profile)->settingsFile()));
    QJsonObject object{{u"url"_s, QJsonValue()},
                       {u"statusUrl"_s, QJsonValue()},
                       {u"inboundUrl"_s, QJsonValue()},
                       {u"lastFetch"_s, QJsonValue()}};
    if (settings.url.isEmpty())
        return object;
    const auto keys = engine::mailboxKeys(**profile);
    if (!keys)
        return keys.error();
    const ::mailbox::Client client(settings.url, *keys);
    object[u"url"_s] = settings.url.toString(QUrl::FullyEncoded);
    object[u"statusUrl"_s] = client.statusUrl();
    object[u"inboundUrl"_s] = client.inboundUrl();
    if (settings.lastFetchMs > 0)
        object[u"lastFetch"_s] = base::isoUtc(settings.lastFetchMs);
    return object;
}

Ended show(Console &console)
{
    const auto object = shown(console);
    if (!object)
        return object.error();
    if (console.json()) {
        console.print(*object);
        return Done;
    }
    if (object->value(u"url"_s).isNull()) {
        console.print(QCoreApplication::translate("Cli", "No mailbox is in use."));
        return Done;
    }
    for (const QString &name : {u"url"_s, u"statusUrl"_s, u"inboundUrl"_s, u"lastFetch"_s}) {
        const QString value = object->value(name).toString();
        if (!value.isEmpty())
            console.print(value);
    }
    return Done;
}

Ended runUse(Console &console, engine::Engine &engine)
{
    engine::Mailbox &mailbox = engine.mailbox();
    QEventLoop loop;
    base::Result<engine::MailboxTest> result = engine::MailboxTest();
    bool ended = false;
    mailbox.use(console.words().constFirst(), [&](const base::Result<engine::MailboxTest> &tested) {
        result = tested;
        ended = true;
        loop.quit();
    });
    if (!ended)
        loop.exec();
    if (!result)
        return result.error();
    for (const QString &remark : engine::wording::mailboxRemarks(*result))
        console.say(remark);
    return show(console);
}

Ended runOff(Console &, engine::Engine &engine)
{
    if (auto off = engine.mailbox().off(); !off)
        return off.error();
    return Done;
}

Ended runFetch(Console &console)
{
    bool good = true;
    const uint seconds =
        console.options().isSet(u"wait"_s) ? console.options().value(u"wait"_s).toUInt(&good) : 0;
    if (!good || seconds > 86400)
        return badUsage(
            QCoreApplication::translate("Cli", "Give a whole number of seconds with --wait, at most 86400."));
    const auto engine = console.engine();
    if (!engine)
        return engine.error();
    engine::Mailbox &mailbox = (*engine)->mailbox();
    QEventLoop loop;
    programs::Interrupt interrupt;
    QObject::connect(&interrupt, &programs::Interrupt::requested, &loop, &QEventLoop::quit);
    base::Result<engine::Fetched> result = base::Error{base::ErrorCode::Cancelled, {}, {}};
    bool ended = false;
    mailbox.fetch(static_cast<int>(seconds), [&](const base::Result<engine::Fetched> &fetched) {
        result = fetched;
        ended = true;
        loop.quit();
    });
    if (!ended)
        loop.exec();
    mailbox.stopAsking();
    (*engine)->commits().flush();
    if (!result)
        return result.error();
    const int events = static_cast<int>(result->events);
    if (console.json())
        console.print(QJsonObject{{u"fetched"_s, result->events}, {u"left"_s, result->left}});
    else
        console.print(QCoreApplication::translate("Cli", "%n event(s) fetched.", nullptr, events));
    return Done;
}

} // namespace

QList<Command> mailboxFetchCommands()
{
    return {
        command(u"mailbox use"_s,
                QCoreApplication::translate("Cli", "test the mailbox at this address and use it"), runUse)
            .takes(u"URL"_s),
        command(u"mailbox off"_s, QCoreApplication::translate("Cli", "stop using the mailbox"), runOff),
        command(u"mailbox fetch"_s, QCoreApplication::translate("Cli", "fetch what has come in"), runFetch)
            .with({valued(
                u"wait"_s, u"S"_s,
                QCoreApplication::translate("Cli", "how many seconds to wait for something to arrive"))}),
        command(u"mailbox show"_s,
                QCoreApplication::translate("Cli", "show its addresses and when it was last asked"), show),
    };
}

} // namespace cli
