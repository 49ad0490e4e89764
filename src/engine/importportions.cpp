// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/importportions.h"

#include "storage/jobrows.h"
#include "storage/optoutrepository.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace engine {
using namespace Qt::StringLiterals;
using storage::ContactRepository;
using storage::Database;
using storage::JobRows;

QString textOf(const ImportArgument &argument)
{
    const QJsonObject object{{u"import"_s, argument.import},
                             {u"optOutMs"_s, argument.optOutMs},
                             {u"spool"_s, argument.spool},
                             {u"newGroups"_s, QJsonArray::fromStringList(argument.newGroups)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ImportArgument importArgument(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    ImportArgument argument;
    argument.import = object.value("import"_L1).toInteger();
    argument.optOutMs = object.value("optOutMs"_L1).toInteger();
    argument.spool = object.value("spool"_L1).toString();
    for (const auto &group : object.value("newGroups"_L1).toArray())
        argument.newGroups.append(group.toString());
    return argument;
}

void count(ContactImportSummary &summary, const QList<ContactRepository::Outcome> &outcomes)
{
    using enum ContactRepository::Outcome;
    for (const ContactRepository::Outcome outcome : outcomes)
        ++(outcome == Added ? summary.added : outcome == Updated ? summary.updated : summary.unchanged);
}

namespace {

base::Result<QList<ContactRepository::Outcome>>
stored(Database &writer, const QList<storage::ContactRow> &portion, const ImportArgument &argument)
{
    if (argument.optOutMs == 0)
        return ContactRepository(writer).upsertAll(portion, argument.import);
    using enum ContactRepository::Outcome;
    QList<ContactRepository::Outcome> outcomes;
    storage::OptOutRepository optOuts(writer);
    for (const storage::ContactRow &row : portion) {
        const auto added = optOuts.add({row.contact.number, argument.optOutMs, domain::OptOutSource::Import});
        if (!added)
            return added.error();
        outcomes.append(*added ? Added : Unchanged);
    }
    return outcomes;
}

} // namespace

base::Result<void> ImportPortions::forward(ImportSpool &spool, qint64 toldBefore)
{
    while (true) {
        if (!m_job.goesOn(toldBefore + spool.position(), toldBefore + spool.size()))
            return base::Error{base::ErrorCode::Cancelled, {}, {}};
        auto contacts = spool.next(jobPortion);
        if (!contacts)
            return contacts.error();
        if (contacts->isEmpty())
            break;
        auto written = m_job.write([rows = storage::contactRows(std::move(contacts).value()),
                                    argument = m_argument, counts = m_counts, id = m_id,
                                    to = spool.position()](Database &writer) -> base::Result<void> {
            const auto outcomes = stored(writer, rows, argument);
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

base::Result<qint64> ImportPortions::takeBack(qint64 after)
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

} // namespace engine
