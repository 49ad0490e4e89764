// SPDX-License-Identifier: GPL-3.0-or-later
// log: every message with its events, beside any owner.
#include "programs/cli/logcommand.h"

#include "engine/wording.h"
#include "storage/journal.h"

#include <QJsonArray>

namespace cli {
using namespace Qt::StringLiterals;

QJsonObject logObject(const domain::Message &message, const QList<domain::MessageEvent> &events,
                      const Owner &owner)
{
    QJsonArray list;
    for (const domain::MessageEvent &event : events) {
        list.append(
            QJsonObject{{u"at"_s, base::isoUtc(event.atMs)},
                        {u"kind"_s, domain::identifier(event.kind)},
                        {u"status"_s, event.status ? QJsonValue(event.status->number()) : QJsonValue()},
                        {u"detail"_s, event.detail}});
    }
    return {{u"campaign"_s, message.campaign},
            {u"to"_s, message.number},
            {u"from"_s, message.sender},
            {u"text"_s, message.text},
            {u"segments"_s, message.segments},
            {u"state"_s, domain::identifier(owner.shown(message.state))},
            {u"gatewayId"_s, orNull(message.gatewayId)},
            {u"errorCode"_s, message.errorCode ? QJsonValue(*message.errorCode) : QJsonValue()},
            {u"ref"_s, orNull(message.ref)},
            {u"note"_s, orNull(domain::identifier(message.note))},
            {u"events"_s, list}};
}

Ended runLog(Console &console)
{
    const QCommandLineParser &options = console.options();
    storage::MessageFilter filter;
    filter.limit = storage::everyMessage;
    if (options.isSet(u"campaign"_s)) {
        bool good = false;
        filter.campaign = options.value(u"campaign"_s).toLongLong(&good);
        if (!good)
            return badUsage(QCoreApplication::translate(
                                "Cli", "“%1” is not a campaign's number. See budstikke-cli campaign list.")
                                .arg(options.value(u"campaign"_s)));
    }
    const Owner owner = console.owner();
    if (options.isSet(u"state"_s)) {
        const auto state = domain::messageState(options.value(u"state"_s));
        if (!state)
            return badUsage(
                QCoreApplication::translate("Cli", "Unknown state “%1”.").arg(options.value(u"state"_s)));
        for (const domain::MessageState stored : domain::allMessageStates()) {
            if (owner.shown(stored) == *state)
                filter.states.append(stored);
        }
        if (filter.states.isEmpty())
            return Done;
    }
    const auto reader = console.reader();
    if (!reader)
        return nothingIn(reader.error());
    const auto walked = storage::Journal(**reader).forEach(
        filter, [&](const domain::Message &message, const QList<domain::MessageEvent> &events) {
            if (console.json()) {
                console.print(logObject(message, events, owner));
            } else {
                console.print("%1  %2  %3  %4"_L1.arg(base::isoUtc(message.sinceMs), message.number,
                                                      engine::wording::state(owner.shown(message.state)),
                                                      message.text.simplified()));
            }
            return true;
        });
    if (!walked)
        return walked.error();
    return Done;
}

} // namespace cli
