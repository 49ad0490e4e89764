// SPDX-License-Identifier: GPL-3.0-or-later
// contacts import, list, export, show and erase; optout add, remove and list. No account is needed.
#include "engine/awaited.h"
#include "engine/contactbook.h"
#include "engine/contactimport.h"
#include "engine/wording.h"
#include "phone/phonenumber.h"
#include "programs/cli/commands.h"
#include "programs/cli/listoptions.h"
#include "programs/cli/logcommand.h"
#include "programs/interrupt.h"
#include "storage/contactrepository.h"
#include "storage/inboxrepository.h"
#include "storage/optoutrepository.h"
#include "storage/personrecords.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace cli {
using namespace Qt::StringLiterals;

namespace {

base::Result<engine::ContactImportRequest> importRequest(const Console &console)
{
    const QCommandLineParser &options = console.options();
    engine::ContactImportRequest request;
    request.file = console.words().constFirst();
    request.group = options.value(u"group"_s).trimmed();
    request.dryRun = options.isSet(u"dry-run"_s);
    auto choices = listChoices(options, engine::ListUse::Contacts);
    if (!choices)
        return choices.error();
    request.list = std::move(choices).value();
    return request;
}

// cli.md's object, row by row: there may be a million of them.
void printSummary(const engine::ContactImportSummary &summary)
{
    QJsonObject reading;
    addReading(reading, summary.list);
    const QByteArray members = QJsonDocument(reading).toJson(QJsonDocument::Compact);
    std::printf("{\"added\":%lld,\"updated\":%lld,\"unchanged\":%lld,%s,\"skipped\":[", summary.added,
                summary.updated, summary.unchanged, members.sliced(1, members.size() - 2).constData());
    const char *comma = "";
    for (const engine::SkippedContact &row : summary.skipped) {
        const QJsonObject object{{u"row"_s, row.row},
                                 {u"column"_s, row.column},
                                 {u"input"_s, row.input},
                                 {u"reason"_s, domain::identifier(row.reason)}};
        std::printf("%s%s", comma, QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
        comma = ",";
    }
    QJsonArray warnings;
    for (const listfiles::Finding note : summary.notes)
        warnings.append(identifier(note));
    std::printf("],\"warnings\":%s}\n", QJsonDocument(warnings).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void saySummary(Console &console, const engine::ContactImportSummary &summary)
{
    console.print(QCoreApplication::translate("Cli", "Added %1, updated %2, unchanged %3, skipped %4.")
                      .arg(summary.added)
                      .arg(summary.updated)
                      .arg(summary.unchanged)
                      .arg(summary.skipped.size()));
    printHowRead(console, summary.list, summary.notes);
    for (const engine::SkippedContact &row : summary.skipped) {
        console.print(QCoreApplication::translate("Cli", "Row %1, %2: “%3” is skipped: %4")
                          .arg(QString::number(row.row), row.column, row.input,
                               engine::wording::skipReason(row.reason)));
    }
}

Ended runImport(Console &console)
{
    const auto request = importRequest(console);
    if (!request)
        return request.error();
    if (!QFileInfo(request->file).isFile())
        return base::Error{base::ErrorCode::FileUnreadable, request->file, u"file"_s};
    const auto engine = console.engine();
    if (!engine)
        return engine.error();

    programs::Interrupt interrupt;
    bool interrupted = false;
    QObject::connect(&interrupt, &programs::Interrupt::requested, &interrupt,
                     [&interrupted] { interrupted = true; });
    int tenths = 0;
    const auto progress = [&](qint64 done, qint64 total) {
        const int now = total > 0 ? static_cast<int>(done * 10 / total) : 0;
        if (now > tenths && now < 10 && !console.json()) {
            tenths = now;
            console.say(QCoreApplication::translate("Cli", "%1 % done").arg(now * 10));
        }
        return !interrupted;
    };
    const auto summary = engine::awaited<engine::ContactImportSummary>(
        [&](const auto &ended) { (*engine)->contactBook().import(*request, progress, ended); });
    if (!summary)
        return summary.error();
    if (console.json())
        printSummary(*summary);
    else
        saySummary(console, *summary);
    if (summary->usable() > 0)
        return Done;
    console.say(QCoreApplication::translate(
        "Cli", "No row has a number that can be used, so nothing was changed. Check the skipped rows, or "
               "choose the column with --map phone=COLUMN."));
    return Failed;
}

QJsonObject contactObject(const domain::Contact &contact)
{
    QJsonObject fields;
    for (auto field = contact.fields.cbegin(); field != contact.fields.cend(); ++field)
        fields.insert(field.key(), field.value());
    if (!contact.email.isEmpty())
        fields.insert(u"email"_s, contact.email);
    return {{u"number"_s, contact.number},
            {u"name"_s, contact.name},
            {u"groups"_s, QJsonArray::fromStringList(contact.groups)},
            {u"fields"_s, fields},
            {u"optedOut"_s, contact.optedOut}};
}

void printContact(Console &console, const domain::Contact &contact)
{
    if (console.json())
        console.print(contactObject(contact));
    else
        console.print("%1  %2  %3"_L1.arg(contact.number, contact.name, contact.groups.join(u", "_s)));
}

Ended runList(Console &console)
{
    const auto reader = console.reader();
    if (!reader)
        return nothingIn(reader.error());
    storage::ContactFilter filter;
    filter.group = console.options().value(u"group"_s);
    storage::ContactRepository contacts(**reader);
    storage::OptOutRepository optOuts(**reader);
    const auto hidden = optOuts.anyHidden();
    if (!hidden)
        return hidden.error();
    base::Result<bool> out = false;
    const auto walked = contacts.forEach(filter, [&](domain::Contact contact) {
        // Somebody who was erased and came back has opted out all the same.
        if (*hidden && !contact.optedOut) {
            out = optOuts.contains(contact.number);
            contact.optedOut = out && *out;
        }
        if (out)
            printContact(console, contact);
        return out.ok();
    });
    if (!out)
        return out.error();
    if (!walked)
        return walked.error();
    return Done;
}

Ended runExport(Console &console)
{
    const auto file = console.outputSheet();
    if (!file)
        return file.error();
    const auto reader = console.reader();
    if (!reader && reader.error().code == base::ErrorCode::NotFound)
        return base::Error{base::ErrorCode::NotFound, {}, u"contacts"_s};
    if (!reader)
        return reader.error();
    storage::ContactFilter filter;
    filter.group = console.options().value(u"group"_s);
    const auto rows = engine::exportContacts(**reader, filter, *file);
    if (!rows)
        return rows.error();
    if (console.json())
        console.print(QJsonObject{{u"file"_s, *file}, {u"rows"_s, *rows}});
    return Done;
}

base::Result<QString> givenNumber(const QString &typed)
{
    const phone::PhoneNumber number = phone::parse(typed);
    if (number.error != phone::NumberError::None)
        return base::Error{base::ErrorCode::InvalidNumber, typed, u"number"_s};
    return number.e164;
}

void showAsOwned(storage::PersonRecord &person, const Owner &owner)
{
    for (qsizetype i = 0; i < person.messages.size(); ++i)
        owner.show(person.messages[i], person.events[i]);
    for (const campaign::ArrivedStatuses::Shown &made : owner.arrived.made()) {
        if (made.message.number == person.number) {
            person.messages.append(made.message);
            person.events.append(made.events);
        }
    }
}

QJsonObject personObject(const storage::PersonRecord &person)
{
    domain::Contact contact = person.contact.value_or(domain::Contact());
    contact.number = person.number;
    contact.optedOut = person.optedOut;
    QJsonObject object = contactObject(contact);
    QJsonArray messages;
    for (qsizetype i = 0; i < person.messages.size(); ++i)
        messages.append(logObject(person.messages.at(i), person.events.at(i)));
    QJsonArray inbound;
    for (const domain::InboundMessage &message : person.inbound) {
        QList<qint64> bytes;
        for (const domain::InboundFile &file : message.files)
            bytes.append(file.content.size());
        inbound.append(inboundObject(message, bytes));
    }
    QJsonArray history;
    for (const domain::OptOutChange &change : person.optOutHistory)
        history.append(QJsonObject{{u"at"_s, base::isoUtc(change.atMs)}, {u"what"_s, identifier(change)}});
    object.insert(u"messages"_s, messages);
    object.insert(u"inbound"_s, inbound);
    object.insert(u"optOuts"_s, history);
    return object;
}

// With the number that the command was given.
std::function<Ended(Console &)> withNumber(Ended (*run)(Console &, const QString &number))
{
    return [run](Console &console) -> Ended {
        const auto number = givenNumber(console.words().constFirst());
        return number ? run(console, *number) : number.error();
    };
}

Ended runShow(Console &console, const QString &number)
{
    const auto reader = console.reader();
    const base::Error unknown{base::ErrorCode::NotFound, number, u"number"_s};
    if (!reader)
        return reader.error().code == base::ErrorCode::NotFound ? unknown : reader.error();
    auto person = storage::PersonRecords(**reader).everything(number);
    if (!person)
        return person.error();
    showAsOwned(person.value(), console.owner());
    if (person->isEmpty())
        return unknown;
    if (console.json()) {
        console.print(personObject(*person));
        return Done;
    }
    if (person->contact)
        printContact(console, *person->contact);
    for (const domain::OptOutChange &change : person->optOutHistory)
        console.print("%1  %2"_L1.arg(base::isoUtc(change.atMs), identifier(change)));
    for (const domain::Message &message : person->messages)
        console.print(u"%1  →  %2  %3"_s.arg(
            base::isoUtc(message.sinceMs), engine::wording::state(message.state), message.text.simplified()));
    for (const domain::InboundMessage &message : person->inbound)
        console.print(u"%1  ←  %2"_s.arg(base::isoUtc(message.receivedMs), message.text.simplified()));
    return Done;
}

Ended runErase(Console &console, const QString &number)
{
    const auto engine = console.engine();
    if (!engine)
        return engine.error();
    const auto scrubbed =
        engine::awaited<bool>([&](const auto &done) { (*engine)->contactBook().erase(number, done); });
    if (!scrubbed)
        return scrubbed.error();
    if (!*scrubbed) {
        console.say(QCoreApplication::translate(
            "Cli", "Erased, but another program is reading, so traces remain in the database's log until "
                   "that program is closed. Close it and erase again."));
    }
    if (console.json())
        console.print(QJsonObject{{u"erased"_s, number}});
    return Done;
}

// All of the numbers, or with one that is wrong none.
Ended changeOptOuts(Console &console, bool add)
{
    QStringList numbers;
    const QStringList typed = console.words();
    for (const QString &word : typed) {
        const auto number = givenNumber(word);
        if (!number)
            return number.error();
        numbers.append(*number);
    }
    const auto engine = console.engine();
    if (!engine)
        return engine.error();
    if (auto changed = (*engine)->contactBook().setOptedOut(numbers, add); !changed)
        return changed.error();
    for (const QString &number : std::as_const(numbers)) {
        if (console.json())
            console.print(QJsonObject{{u"number"_s, number}, {u"optedOut"_s, add}});
    }
    return Done;
}

Ended runOptOuts(Console &console)
{
    return printEach(
        console, [](storage::Database &database) { return storage::OptOutRepository(database).list(); },
        [](const domain::OptOut &optOut) {
            return QJsonObject{{u"number"_s, optOut.number},
                               {u"at"_s, base::isoUtc(optOut.atMs)},
                               {u"source"_s, identifier(optOut.source)}};
        },
        [](const domain::OptOut &optOut) -> QString {
            return "%1  %2"_L1.arg(optOut.number, base::isoUtc(optOut.atMs));
        });
}

} // namespace

QList<Command> contactCommands()
{
    const QCommandLineOption group =
        valued(u"group"_s, u"G"_s, QCoreApplication::translate("Cli", "only this group"));
    return {
        command(u"contacts import"_s,
                QCoreApplication::translate("Cli", "import contacts from CSV, XLSX, ODS or vCard"), runImport)
            .takes(u"FILE"_s)
            .with(listOptions() +
                  QList<QCommandLineOption>{
                      group, flag(u"dry-run"_s, QCoreApplication::translate(
                                                    "Cli", "show what would happen; changes nothing"))}),
        command(u"contacts list"_s, QCoreApplication::translate("Cli", "list contacts"), runList)
            .with({group}),
        command(u"contacts export"_s, QCoreApplication::translate("Cli", "write contacts to a spreadsheet"),
                runExport)
            .with({group,
                   valued(u"o"_s, u"FILE"_s, QCoreApplication::translate("Cli", "FILE.csv or FILE.xlsx"))}),
        command(u"contacts show"_s, QCoreApplication::translate("Cli", "show one contact"),
                withNumber(runShow))
            .takes(u"NUMBER"_s),
        command(u"contacts erase"_s, QCoreApplication::translate("Cli", "erase everything about a person"),
                withNumber(runErase))
            .takes(u"NUMBER"_s),
        command(u"optout add"_s, QCoreApplication::translate("Cli", "opt a number out"),
                [](Console &console) { return changeOptOuts(console, true); })
            .takes(u"NUMBER…"_s, 1, anyNumber),
        command(u"optout remove"_s, QCoreApplication::translate("Cli", "remove an opt-out"),
                [](Console &console) { return changeOptOuts(console, false); })
            .takes(u"NUMBER…"_s, 1, anyNumber),
        command(u"optout list"_s, QCoreApplication::translate("Cli", "list opted-out numbers"), runOptOuts),
    };
}

} // namespace cli
