// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/importjob.h"

#include "engine/importportions.h"
#include "storage/contactrepository.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

using storage::ContactRepository;
using storage::Database;
using storage::JobKind;
using storage::JobRows;
using storage::JobState;

QString folderOf(const Database &database)
{
    return QFileInfo(database.file()).absolutePath();
}

// A list that has been read, and what is to be known before its first contact is stored.
struct ReadList
{
    std::unique_ptr<ImportSpool> spool;
    QStringList fields;
    QSet<QString> groups;
    qint64 contacts = 0;
    ContactImportSummary summary;
};

base::Result<ReadList> readWhole(JobRun &job, const ContactImportRequest &request)
{
    const auto reader = job.reader();
    if (!reader)
        return reader.error();
    auto spool = ImportSpool::create(folderOf(**reader));
    if (!spool)
        return spool.error();
    ReadList list;
    list.spool = std::move(spool).value();
    ContactSink sink;
    sink.begun = [&list](const QStringList &fields) -> base::Result<void> {
        list.fields = fields;
        return {};
    };
    sink.contact = [&list](const domain::Contact &contact) -> base::Result<void> {
        ++list.contacts;
        for (const QString &group : contact.groups)
            list.groups.insert(group);
        list.spool->append(contact);
        return {};
    };
    // The other half is the storing.
    const auto progress = [&job](qint64 done, qint64 total) { return job.goesOn(done, 2 * total); };
    auto summary = readContacts(request, progress, sink);
    if (!summary)
        return summary.error();
    list.summary = std::move(summary).value();
    if (!request.group.isEmpty())
        list.groups.insert(request.group);
    if (auto finished = list.spool->finish(); !finished)
        return finished.error();
    return list;
}

// What would become of the contacts.
base::Result<ContactImportSummary> tryOut(JobRun &job, const ContactImportRequest &request)
{
    const auto reader = job.reader();
    if (!reader)
        return reader.error();
    ContactRepository contacts(**reader);
    ContactImportSummary counts;
    ContactSink sink;
    sink.begun = [](const QStringList &) { return base::Result<void>(); };
    sink.contact = [&](const domain::Contact &contact) -> base::Result<void> {
        const auto outcome = contacts.outcomeOf(contact);
        if (!outcome)
            return outcome.error();
        count(counts, {*outcome});
        return {};
    };
    auto summary = readContacts(
        request, [&job](qint64 done, qint64 total) { return job.goesOn(done, total); }, sink);
    if (!summary)
        return summary;
    summary.value().added = counts.added;
    summary.value().updated = counts.updated;
    summary.value().unchanged = counts.unchanged;
    return summary;
}

// From its commit on, the import is ended whatever happens.
base::Result<std::pair<qint64, ImportArgument>> begin(JobRun &job, const QString &file, const ReadList &list,
                                                      qint64 nowMs)
{
    std::pair<qint64, ImportArgument> begun;
    auto stored = job.store([&](Database &writer) -> base::Result<void> {
        ContactRepository contacts(writer);
        const auto import = contacts.beginImport(file, list.fields, nowMs);
        if (!import)
            return import.error();
        ImportArgument argument{*import, 0, list.spool->name(), {}};
        for (const QString &group : list.groups) {
            const auto created = contacts.createGroup(group);
            if (!created)
                return created.error();
            if (*created)
                argument.newGroups.append(group);
        }
        const auto id = JobRows(writer).begin(JobKind::Import, JobState::Forward, textOf(argument));
        if (!id)
            return id.error();
        begun = {*id, argument};
        return {};
    });
    if (!stored)
        return stored.error();
    return begun;
}

// Where even that fails, the next opening goes forward.
base::Result<qint64> turnBack(JobRun &job, qint64 id, ImportArgument argument)
{
    argument.spool.clear();
    auto turned = job.store([id, text = textOf(argument)](Database &writer) {
        return JobRows(writer).setState(id, JobState::Undo, text);
    });
    if (!turned)
        return turned.error();
    return ImportPortions(job, id, argument).takeBack(0);
}

base::Result<qint64> beginRow(JobRun &job, JobState state, const ImportArgument &argument)
{
    qint64 id = 0;
    auto stored = job.store([&](Database &writer) -> base::Result<void> {
        const auto row = JobRows(writer).begin(JobKind::Import, state, textOf(argument));
        if (!row)
            return row.error();
        id = *row;
        return {};
    });
    if (!stored)
        return stored.error();
    return id;
}

} // namespace

base::Result<ContactImportSummary> importContacts(JobRun &job, const ContactImportRequest &request,
                                                  qint64 nowMs)
{
    if (request.dryRun)
        return tryOut(job, request);
    auto read = readWhole(job, request);
    if (!read)
        return read.error();
    ReadList list = std::move(read).value();
    if (list.contacts == 0)
        return list.summary;
    const auto begun = begin(job, QFileInfo(request.file).fileName(), list, nowMs);
    if (!begun)
        return begun.error();
    const auto &[id, argument] = *begun;
    list.spool->keep();
    ImportPortions portions(job, id, argument);
    if (auto stored = portions.forward(*list.spool, list.spool->size()); !stored) {
        (void)job.settle(); // what was on its way
        if (turnBack(job, id, argument))
            list.spool->remove();
        return stored.error();
    }
    list.spool->remove();
    list.summary.added = portions.counts().added;
    list.summary.updated = portions.counts().updated;
    list.summary.unchanged = portions.counts().unchanged;
    list.summary.import = argument.import;
    return list.summary;
}

base::Result<OptOutImport> importOptOuts(JobRun &job, const QString &file, ListChoices choices, qint64 nowMs)
{
    choices.everyNumber = true; // whoever says stop means each of their phones
    const auto reader = job.reader();
    if (!reader)
        return reader.error();
    const auto spool = ImportSpool::create(folderOf(**reader));
    if (!spool)
        return spool.error();
    OptOutImport result;
    const auto addRow = [&](const ListRow &row) -> base::Result<void> {
        for (const ListNumber &number : row.numbers()) {
            domain::Contact contact;
            contact.number = number.number.e164;
            if (number.number.error == phone::NumberError::None)
                spool.value()->append(contact);
            else
                result.skipped.append({row.number(), number.column, number.typed,
                                       domain::skipReason(number.number.error), number.typed});
        }
        return {};
    };
    const auto read = readList(
        file, choices, [&job](qint64 done, qint64 total) { return job.goesOn(done, 2 * total); },
        [](const ListColumns &) { return base::Result<void>(); }, addRow);
    if (!read)
        return read.error();
    if (auto finished = spool.value()->finish(); !finished)
        return finished.error();
    const ImportArgument argument{0, nowMs, spool.value()->name(), {}};
    const auto id = beginRow(job, JobState::Forward, argument);
    if (!id)
        return id.error();
    spool.value()->keep();
    ImportPortions portions(job, *id, argument);
    if (auto stored = portions.forward(*spool.value(), spool.value()->size()); !stored)
        return stored.error();
    spool.value()->remove();
    result.added = portions.counts().added;
    result.already = portions.counts().unchanged;
    return result;
}

base::Result<qint64> undoImport(JobRun &job, qint64 import)
{
    const auto reader = job.reader();
    if (!reader)
        return reader.error();
    const auto imports = ContactRepository(**reader).imports();
    if (!imports)
        return imports.error();
    if (std::none_of(imports->cbegin(), imports->cend(),
                     [import](const storage::ContactImport &one) { return one.id == import; }))
        return base::Error{base::ErrorCode::NotFound, QString::number(import), {}};
    const ImportArgument argument{import, 0, {}, {}};
    const auto id = beginRow(job, JobState::Undo, argument);
    if (!id)
        return id.error();
    return ImportPortions(job, *id, argument).takeBack(0);
}

base::Result<void> endImport(JobRun &job, const storage::JobRow &row)
{
    const auto reader = job.reader();
    if (!reader)
        return reader.error();
    const ImportArgument argument = importArgument(row.argument);
    ImportPortions portions(job, row.id, argument);
    if (row.state == JobState::Undo) {
        const auto undone = portions.takeBack(row.cursor);
        return undone ? base::Result<void>() : base::Result<void>(undone.error());
    }
    auto spool = ImportSpool::open(folderOf(**reader), argument.spool);
    if (!spool && argument.optOutMs != 0) // a backup's; those who have opted out stay so
        return job.store([&row](Database &writer) { return JobRows(writer).end(row.id); });
    if (!spool) { // a backup's: what it holds of this import is not all of it
        const auto undone = turnBack(job, row.id, argument);
        return undone ? base::Result<void>() : base::Result<void>(undone.error());
    }
    spool.value()->seek(row.cursor);
    auto stored = portions.forward(*spool.value(), 0);
    if (stored)
        spool.value()->remove();
    return stored;
}

void removeUnusedSpools(const QString &databaseFile, const QList<storage::JobRow> &left)
{
    QStringList needed;
    for (const storage::JobRow &row : left) {
        if (row.kind == JobKind::Import)
            needed.append(importArgument(row.argument).spool);
    }
    ImportSpool::removeBut(QFileInfo(databaseFile).absolutePath(), needed);
}

} // namespace engine
