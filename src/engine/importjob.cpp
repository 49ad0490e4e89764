// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/importjob.h"

#include "engine/importspool.h"
#include "storage/contactrepository.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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

// What a job's row remembers.
struct Argument
{
    qint64 import = 0;
    QString spool;         // none: it is being taken back
    QStringList newGroups; // which it has made: they go with it where they are empty
};

QString textOf(const Argument &argument)
{
    const QJsonObject object{{u"import"_s, argument.import},
                             {u"spool"_s, argument.spool},
                             {u"newGroups"_s, QJsonArray::fromStringList(argument.newGroups)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Argument argumentOf(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    Argument argument;
    argument.import = object.value("import"_L1).toInteger();
    argument.spool = object.value("spool"_L1).toString();
    for (const QJsonValue &group : object.value("newGroups"_L1).toArray())
        argument.newGroups.append(group.toString());
    return argument;
}

QString folderOf(const Database &database)
{
    return QFileInfo(database.file()).absolutePath();
}

void count(ContactImportSummary &summary, const QList<ContactRepository::Outcome> &outcomes)
{
    using enum ContactRepository::Outcome;
    for (const ContactRepository::Outcome outcome : outcomes)
        ++(outcome == Added ? summary.added : outcome == Updated ? summary.updated : summary.unchanged);
}

// A list that has been read, and what is to be known before its first contact is stored.
struct ReadList
{
    std::unique_ptr<ImportSpool> spool;
    QStringList fields;
    QSet<QString> groups;
    qint64 contacts = 0;
    qint64 bytes = 0; // of the list
    ContactImportSummary summary;
};

class Storing
{
public:
    Storing(JobRun &job, qint64 id, const Argument &argument)
        : m_job(job)
        , m_id(id)
        , m_argument(argument)
    {
    }

    // Cancelled: its row says how far it has come.
    base::Result<void> forward(ImportSpool &spool, qint64 toldBefore);
    base::Result<qint64> takeBack(qint64 after);

    const ContactImportSummary &counts() const { return *m_counts; } // once all is durable

private:
    JobRun &m_job;
    qint64 m_id;
    Argument m_argument;
    std::shared_ptr<ContactImportSummary> m_counts = std::make_shared<ContactImportSummary>();
};

base::Result<void> Storing::forward(ImportSpool &spool, qint64 toldBefore)
{
    while (true) {
        if (!m_job.goesOn(toldBefore + spool.position(), toldBefore + spool.size()))
            return base::Error{base::ErrorCode::Cancelled, {}, {}};
        auto contacts = spool.next(jobPortion);
        if (!contacts)
            return contacts.error();
        if (contacts->isEmpty())
            break;
        auto written = m_job.write([contacts = std::move(contacts).value(), import = m_argument.import,
                                    counts = m_counts, id = m_id,
                                    to = spool.position()](Database &writer) -> base::Result<void> {
            const auto outcomes = ContactRepository(writer).upsertAll(contacts, import);
            if (!outcomes)
                return outcomes.error();
            count(*counts, *outcomes);
            return JobRows(writer).moveTo(id, to);
        });
        if (!written)
            return written;
    }
    return m_job.store([this](Database &writer) { return JobRows(writer).end(m_id); });
}

base::Result<qint64> Storing::takeBack(qint64 after)
{
    const auto reader = m_job.reader();
    if (!reader)
        return reader.error();
    ContactRepository known(**reader);
    const auto changed = std::make_shared<qint64>(0);
    while (true) {
        const auto page = known.importedBy(m_argument.import, after, jobPortion);
        if (!page)
            return page.error();
        if (page->isEmpty())
            break;
        after = page->constLast();
        auto written = m_job.write([changed, ids = *page, import = m_argument.import,
                                    id = m_id](Database &writer) -> base::Result<void> {
            const auto undone = ContactRepository(writer).takeBack(import, ids);
            if (!undone)
                return undone.error();
            *changed += *undone;
            return JobRows(writer).moveTo(id, ids.constLast());
        });
        if (!written)
            return written.error();
    }
    auto ended = m_job.store([this](Database &writer) -> base::Result<void> {
        ContactRepository contacts(writer);
        for (const QString &group : std::as_const(m_argument.newGroups)) {
            if (auto removed = contacts.removeEmptyGroup(group); !removed)
                return removed;
        }
        if (auto removed = contacts.endUndo(m_argument.import); !removed)
            return removed;
        return JobRows(writer).end(m_id);
    });
    if (!ended)
        return ended.error();
    return *changed;
}

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
    const auto progress = [&](qint64 done, qint64 total) {
        list.bytes = total;
        return job.goesOn(done, 2 * total); // the other half is the storing
    };
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
base::Result<std::pair<qint64, Argument>> begin(JobRun &job, const QString &file, const ReadList &list,
                                                qint64 nowMs)
{
    std::pair<qint64, Argument> begun;
    auto stored = job.store([&](Database &writer) -> base::Result<void> {
        ContactRepository contacts(writer);
        const auto import = contacts.beginImport(file, list.fields, nowMs);
        if (!import)
            return import.error();
        Argument argument{*import, list.spool->name(), {}};
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
base::Result<qint64> turnBack(JobRun &job, qint64 id, Argument argument)
{
    argument.spool.clear();
    auto turned = job.store([id, text = textOf(argument)](Database &writer) {
        return JobRows(writer).setState(id, JobState::Undo, text);
    });
    if (!turned)
        return turned.error();
    return Storing(job, id, argument).takeBack(0);
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
    Storing storing(job, id, argument);
    if (auto stored = storing.forward(*list.spool, list.spool->size()); !stored) {
        (void)job.settle(); // what was on its way
        if (turnBack(job, id, argument))
            list.spool->remove();
        return stored.error();
    }
    list.spool->remove();
    list.summary.added = storing.counts().added;
    list.summary.updated = storing.counts().updated;
    list.summary.unchanged = storing.counts().unchanged;
    list.summary.import = argument.import;
    return list.summary;
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
    const Argument argument{import, {}, {}};
    qint64 id = 0;
    auto begun = job.store([&](Database &writer) -> base::Result<void> {
        const auto row = JobRows(writer).begin(JobKind::Import, JobState::Undo, textOf(argument));
        if (!row)
            return row.error();
        id = *row;
        return {};
    });
    if (!begun)
        return begun.error();
    return Storing(job, id, argument).takeBack(0);
}

base::Result<void> endImport(JobRun &job, const storage::JobRow &row)
{
    const auto reader = job.reader();
    if (!reader)
        return reader.error();
    const Argument argument = argumentOf(row.argument);
    Storing storing(job, row.id, argument);
    if (row.state == JobState::Undo) {
        const auto undone = storing.takeBack(row.cursor);
        return undone ? base::Result<void>() : base::Result<void>(undone.error());
    }
    auto spool = ImportSpool::open(folderOf(**reader), argument.spool);
    if (!spool) { // a backup's: what it holds of this import is not all of it
        const auto undone = turnBack(job, row.id, argument);
        return undone ? base::Result<void>() : base::Result<void>(undone.error());
    }
    spool.value()->seek(row.cursor);
    auto stored = storing.forward(*spool.value(), 0);
    if (stored)
        spool.value()->remove();
    return stored;
}

void removeUnusedSpools(const QString &databaseFile, const QList<storage::JobRow> &left)
{
    QStringList needed;
    for (const storage::JobRow &row : left) {
        if (row.kind == JobKind::Import)
            needed.append(argumentOf(row.argument).spool);
    }
    ImportSpool::removeBut(QFileInfo(databaseFile).absolutePath(), needed);
}

} // namespace engine
