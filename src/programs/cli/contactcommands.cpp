// SPDX-License-Identifier: GPL-3.0-or-later
// contacts import, list, export, show and erase; optout add, remove and list. No account is needed.
#include "engine/contactimport.h"
#include "phone/phonenumber.h"
#include "programs/cli/commands.h"
#include "storage/contactrepository.h"
#include "storage/optoutrepository.h"
#include "storage/personrecords.h"

#include <QFileInfo>
#include <QJsonArray>

namespace cli {
using namespace Qt::StringLiterals;

namespace {

int runImport(Console &console)
{
    const QCommandLineParser &options = console.options();
    engine::ContactImportRequest request;
    request.file = console.words().constFirst();
    request.sheet = options.value(u"sheet"_s);
    request.group = options.value(u"group"_s).trimmed();
    request.dryRun = options.isSet(u"dry-run"_s);
    for (const QString &pair : options.values(u"map"_s)) {
        const QString role = pair.section(u'=', 0, 0);
        if (!pair.contains(u'=') || (role != "phone"_L1 && role != "name"_L1 && role != "email"_L1)) {
            return console.usage(QCoreApplication::translate(
                                     "Cli", "“%1” is no mapping. Write --map phone=COLUMN, name=COLUMN or "
                                            "email=COLUMN.")
                                     .arg(pair));
        }
        request.columns.insert(role, pair.section(u'=', 1));
    }
    if (!QFileInfo(request.file).isFile())
        return console.fail({base::ErrorCode::FileUnreadable, request.file, u"file"_s});
    const auto engine = console.engine();
    if (!engine)
        return console.fail(engine.error());
    const auto summary = engine::importContacts((*engine)->database(), request, console.clock());
    if (!summary)
        return console.fail(summary.error());
    QJsonArray skipped;
    for (const engine::SkippedContact &row : summary->skipped) {
        skipped.append(QJsonObject{{u"row"_s, row.row},
                                   {u"column"_s, row.column},
                                   {u"input"_s, row.input},
                                   {u"reason"_s, domain::identifier(row.reason)}});
    }
    if (console.json()) {
        console.print(QJsonObject{{u"added"_s, summary->added},
                                  {u"updated"_s, summary->updated},
                                  {u"unchanged"_s, summary->unchanged},
                                  {u"skipped"_s, skipped}});
    } else {
        console.print(QCoreApplication::translate("Cli", "Added %1, updated %2, unchanged %3, left out %4.")
                          .arg(summary->added)
                          .arg(summary->updated)
                          .arg(summary->unchanged)
                          .arg(summary->skipped.size()));
    }
    const bool usable = summary->added + summary->updated + summary->unchanged > 0;
    return usable ? Done : console.failAfterObject({base::ErrorCode::NoRecipients, {}, u"file"_s});
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

int runList(Console &console)
{
    const auto reader = console.reader();
    if (!reader)
        return reader.error().code == base::ErrorCode::NotFound ? Done : console.fail(reader.error());
    storage::ContactFilter filter;
    filter.group = console.options().value(u"group"_s);
    const auto walked =
        storage::ContactRepository(**reader).forEach(filter, [&console](const domain::Contact &contact) {
            printContact(console, contact);
            return true;
        });
    return walked ? Done : console.fail(walked.error());
}

int runExport(Console &console)
{
    const QString file = console.options().value(u"o"_s);
    if (file.isEmpty())
        return console.usage(
            QCoreApplication::translate("Cli", "Give the file to write with -o FILE.csv or -o FILE.xlsx."));
    const auto reader = console.reader();
    if (!reader)
        return console.fail(reader.error());
    const auto rows = engine::exportContacts(**reader, console.options().value(u"group"_s), file);
    if (!rows)
        return console.fail(rows.error());
    if (console.json())
        console.print(QJsonObject{{u"file"_s, file}, {u"rows"_s, *rows}});
    return Done;
}

base::Result<QString> givenNumber(const Console &console)
{
    const QString typed = console.words().constFirst();
    const phone::PhoneNumber number = phone::parse(typed);
    if (number.error != phone::NumberError::None)
        return base::Error{base::ErrorCode::InvalidNumber, typed, u"number"_s};
    return number.e164;
}

int runShow(Console &console)
{
    const auto number = givenNumber(console);
    if (!number)
        return console.fail(number.error());
    const auto reader = console.reader();
    const base::Error unknown{base::ErrorCode::NotFound, *number, u"number"_s};
    if (!reader)
        return console.fail(reader.error().code == base::ErrorCode::NotFound ? unknown : reader.error());
    const auto contact = storage::ContactRepository(**reader).contact(*number);
    if (!contact)
        return console.fail(contact.error().code == base::ErrorCode::NotFound ? unknown : contact.error());
    printContact(console, *contact);
    return Done;
}

int runErase(Console &console)
{
    const auto number = givenNumber(console);
    if (!number)
        return console.fail(number.error());
    const auto engine = console.engine();
    if (!engine)
        return console.fail(engine.error());
    storage::Database &database = (*engine)->database();
    storage::PersonRecords records(database);
    {
        storage::Transaction transaction(database);
        if (auto begun = transaction.begin(); !begun)
            return console.fail(begun.error());
        if (auto erased = records.erase(*number); !erased)
            return console.fail(erased.error());
        if (auto committed = transaction.commit(); !committed)
            return console.fail(committed.error());
    }
    const auto scrubbed = records.scrub();
    if (!scrubbed)
        return console.fail(scrubbed.error());
    if (console.json())
        console.print(QJsonObject{{u"erased"_s, *number}});
    return Done;
}

int changeOptOut(Console &console, bool add)
{
    const auto number = givenNumber(console);
    if (!number)
        return console.fail(number.error());
    const auto engine = console.engine();
    if (!engine)
        return console.fail(engine.error());
    storage::Database &database = (*engine)->database();
    storage::Transaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return console.fail(begun.error());
    storage::OptOutRepository optOuts(database);
    const qint64 now = console.clock().nowMs();
    const auto changed = add ? optOuts.add({*number, now, u"person"_s}) : optOuts.remove(*number, now);
    if (!changed)
        return console.fail(changed.error());
    if (auto committed = transaction.commit(); !committed)
        return console.fail(committed.error());
    if (console.json())
        console.print(QJsonObject{{u"number"_s, *number}, {u"optedOut"_s, add}});
    return Done;
}

int runOptOuts(Console &console)
{
    const auto reader = console.reader();
    if (!reader)
        return reader.error().code == base::ErrorCode::NotFound ? Done : console.fail(reader.error());
    const auto list = storage::OptOutRepository(**reader).list();
    if (!list)
        return console.fail(list.error());
    for (const domain::OptOut &optOut : *list) {
        if (console.json()) {
            console.print(QJsonObject{{u"number"_s, optOut.number},
                                      {u"at"_s, base::isoUtc(optOut.atMs)},
                                      {u"source"_s, optOut.source}});
        } else {
            console.print("%1  %2"_L1.arg(optOut.number, base::isoUtc(optOut.atMs)));
        }
    }
    return Done;
}

} // namespace

QList<Command> contactCommands()
{
    const QCommandLineOption group = valued(u"group"_s, u"G"_s, u"of this group"_s);
    const QStringList contacts{u"contacts"_s};
    const QStringList optout{u"optout"_s};
    return {
        {contacts + QStringList{u"import"_s},
         u"FILE"_s,
         u"contacts from CSV, XLSX or vCard"_s,
         {group, valued(u"sheet"_s, u"S"_s, u"the sheet of an XLSX file"_s),
          valued(u"map"_s, u"phone=COL"_s, u"which column is phone, name or email (repeat)"_s),
          flag(u"dry-run"_s, u"says what would happen, changes nothing"_s)},
         1,
         1,
         runImport},
        {contacts + QStringList{u"list"_s}, {}, u"all contacts"_s, {group}, 0, 0, runList},
        {contacts + QStringList{u"export"_s},
         {},
         u"writes contacts to a spreadsheet"_s,
         {group, valued(u"o"_s, u"FILE"_s, u"FILE.csv or FILE.xlsx"_s)},
         0,
         0,
         runExport},
        {contacts + QStringList{u"show"_s}, u"NUMBER"_s, u"one contact"_s, {}, 1, 1, runShow},
        {contacts + QStringList{u"erase"_s},
         u"NUMBER"_s,
         u"everything about this person"_s,
         {},
         1,
         1,
         runErase},
        {optout + QStringList{u"add"_s},
         u"NUMBER"_s,
         u"gets no messages any more"_s,
         {},
         1,
         1,
         [](Console &console) { return changeOptOut(console, true); }},
        {optout + QStringList{u"remove"_s},
         u"NUMBER"_s,
         u"may get messages again"_s,
         {},
         1,
         1,
         [](Console &console) { return changeOptOut(console, false); }},
        {optout + QStringList{u"list"_s}, {}, u"who has opted out"_s, {}, 0, 0, runOptOuts},
    };
}

} // namespace cli
