// SPDX-License-Identifier: GPL-3.0-or-later
// log, inbox, gaps and quarantine: what there is to read, beside any owner.
#include "programs/cli/commands.h"
#include "programs/cli/logcommand.h"
#include "storage/inboxrepository.h"

#include <QJsonArray>

namespace cli {
using namespace Qt::StringLiterals;

QJsonObject inboundObject(const domain::InboundMessage &message, const QList<qint64> &bytes, bool mayBeOptOut)
{
    QJsonArray files;
    for (int place = 0; place < message.files.size(); ++place) {
        const domain::InboundFile &file = message.files.at(place);
        bool isNumber = false; // as the gateway gives it (INB-02)
        const qint64 id = file.id.toLongLong(&isNumber);
        files.append(QJsonObject{{u"id"_s, isNumber ? QJsonValue(id) : QJsonValue(file.id)},
                                 {u"contentType"_s, file.contentType},
                                 {u"fileName"_s, file.fileName},
                                 {u"bytes"_s, bytes.value(place)}});
    }
    QJsonObject object{{u"id"_s, orNull(message.gatewayId)},
                       {u"from"_s, message.from},
                       {u"to"_s, message.to},
                       {u"text"_s, message.text},
                       {u"sent"_s, base::isoUtc(message.sentMs)},
                       {u"received"_s, base::isoUtc(message.receivedMs)},
                       {u"counter"_s, orNull(message.counter)},
                       {u"keyword"_s, message.keyword},
                       {u"files"_s, files}};
    if (mayBeOptOut) // only then
        object.insert(u"mayBeOptOut"_s, true);
    return object;
}

namespace {

base::Result<QList<qint64>> fileSizes(storage::InboxRepository &inbox, const domain::InboundMessage &message)
{
    QList<qint64> sizes;
    for (int place = 0; place < message.files.size(); ++place) {
        const auto bytes = inbox.fileSize(message.rowId, place);
        if (!bytes)
            return bytes.error();
        sizes.append(*bytes);
    }
    return sizes;
}

Ended runInbox(Console &console)
{
    storage::InboxFilter filter;
    if (console.options().isSet(u"since"_s)) {
        filter.sinceMs = timeOption(console.options().value(u"since"_s));
        if (!filter.sinceMs) {
            return badUsage(QCoreApplication::translate("Cli", "“%1” is not a time like 2030-01-31T19:15:00Z")
                                .arg(console.options().value(u"since"_s)));
        }
    }
    const auto reader = console.reader();
    if (!reader)
        return nothingIn(reader.error());
    storage::InboxRepository inbox(**reader);
    const auto possible = inbox.possibleOptOuts();
    if (!possible)
        return possible.error();
    while (true) {
        const auto page = inbox.messages(filter);
        if (!page)
            return page.error();
        for (const domain::InboundMessage &message : *page) {
            filter.afterId = message.rowId;
            const auto sizes = fileSizes(inbox, message);
            if (!sizes)
                return sizes.error();
            const bool mayBeOptOut = possible->contains(message.rowId);
            if (console.json()) {
                console.print(inboundObject(message, *sizes, mayBeOptOut));
                continue;
            }
            console.print("%1  %2  %3"_L1.arg(base::isoUtc(message.receivedMs), message.from,
                                              message.text.simplified()));
            if (mayBeOptOut) {
                console.print(QCoreApplication::translate(
                                  "Cli",
                                  "  This may be an opt-out. If it is: budstikke-cli optout add %1; if not: "
                                  "budstikke-cli optout remove %1")
                                  .arg(message.from));
            }
        }
        if (page->size() < filter.limit)
            return Done;
    }
}

Ended runGaps(Console &console)
{
    return printEach(
        console, [](storage::Database &database) { return storage::InboxRepository(database).gaps(); },
        [](const storage::CounterGap &gap) {
            return QJsonObject{{u"from"_s, gap.first}, {u"to"_s, gap.last}};
        },
        [](const storage::CounterGap &gap) {
            return u"%1–%2"_s.arg(QString::number(gap.first), QString::number(gap.last));
        });
}

Ended runQuarantine(Console &console)
{
    constexpr int most = 100'000;
    return printEach(
        console,
        [](storage::Database &database) { return storage::InboxRepository(database).quarantine(most); },
        [](const domain::Quarantined &item) {
            return QJsonObject{{u"received"_s, base::isoUtc(item.receivedMs)},
                               {u"peer"_s, item.peer},
                               {u"reason"_s, identifier(item.reason)},
                               {u"raw"_s, QString::fromLatin1(item.raw.toBase64())}};
        },
        [](const domain::Quarantined &item) -> QString {
            return "%1  %2  %3"_L1.arg(base::isoUtc(item.receivedMs), item.peer, identifier(item.reason));
        });
}

} // namespace

QList<Command> inboxCommands()
{
    return {
        command(u"log"_s, QCoreApplication::translate("Cli", "list messages with their events, oldest first"),
                runLog)
            .with({valued(u"campaign"_s, u"ID"_s,
                          QCoreApplication::translate("Cli", "only from this campaign")),
                   valued(u"state"_s, u"S"_s, QCoreApplication::translate("Cli", "only in this state"))}),
        command(u"inbox"_s, QCoreApplication::translate("Cli", "list received messages"), runInbox)
            .with({valued(u"since"_s, u"ISO"_s,
                          QCoreApplication::translate("Cli", "received at that time or later"))}),
        command(u"gaps"_s, QCoreApplication::translate("Cli", "list missing counters"), runGaps),
        command(u"quarantine"_s, QCoreApplication::translate("Cli", "list unreadable requests"),
                runQuarantine),
    };
}

} // namespace cli
