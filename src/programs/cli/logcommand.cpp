// SPDX-License-Identifier: GPL-3.0-or-later
// log: every message with its events, beside any owner.
#include "programs/cli/logcommand.h"

#include "engine/wording.h"
#include "storage/journal.h"

#include <QJsonArray>

namespace cli {
using namespace Qt::StringLiterals;

QJsonObject logObject(const domain::Message &message, const QList<domain::MessageEvent> &events)
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
            {u"state"_s, domain::identifier(message.state)},
            {u"gatewayId"_s, orNull(message.gatewayId)},
            {u"errorCode"_s, message.errorCode ? QJsonValue(*message.errorCode) : QJsonValue()},
            {u"ref"_s, orNull(message.ref)},
            {u"note"_s, orNull(domain::identifier(message.note))},
            {u"events"_s, list}};
}

namespace {

void print(Console &console, const domain::Message &message, const QList<domain::MessageEvent> &events)
{
    if (console.json()) {
        console.print(logObject(message, events));
        return;
    }
    console.print("%1  %2  %3  %4"_L1.arg(base::isoUtc(message.sinceMs), message.number,
                                          engine::wording::state(message.state), message.text.simplified()));
}

// Those that are stored in a state which is shown as this one.
QList<domain::MessageState> statesShownAs(domain::MessageState state, const Owner &owner)
{
    QList<domain::MessageState> states = domain::allMessageStates();
    if (owner.arrived.isEmpty()) // else none is known by what is stored
        states.removeIf([&](domain::MessageState stored) { return owner.shown(stored) != state; });
    return states;
}

} // namespace

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
    std::optional<domain::MessageState> wanted;
    if (options.isSet(u"state"_s)) {
        wanted = base::valueOf<domain::MessageState>(options.value(u"state"_s));
        if (!wanted)
            return badUsage(
                QCoreApplication::translate("Cli", "Unknown state “%1”.").arg(options.value(u"state"_s)));
        filter.states = statesShownAs(*wanted, owner);
        if (filter.states.isEmpty())
            return Done;
    }
    const auto reader = console.reader();
    if (!reader)
        return nothingIn(reader.error());
    const auto show = [&](domain::Message message, QList<domain::MessageEvent> events) {
        owner.show(message, events);
        if (!wanted || message.state == *wanted)
            print(console, message, events);
        return true;
    };
    const auto walked = storage::Journal(**reader).forEach(filter, show);
    if (!walked)
        return walked.error();
    for (const campaign::ArrivedStatuses::Shown &made : owner.arrived.made()) {
        if (!filter.campaign || made.message.campaign == *filter.campaign)
            show(made.message, made.events);
    }
    return Done;
}

} // namespace cli
