// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/contactbook.h"

#include "engine/erasejob.h"
#include "engine/importjob.h"
#include "storage/contactrepository.h"
#include "storage/inboxrepository.h"
#include "storage/optoutrepository.h"
#include "storage/personerasure.h"
#include "storage/transaction.h"

#include <QTimer>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

domain::Contact joined(const ContactMerge &merge)
{
    domain::Contact contact = merge.kept;
    for (const domain::Contact &other : merge.gone) {
        if (contact.name.isEmpty())
            contact.name = other.name;
        if (contact.email.isEmpty())
            contact.email = other.email;
        for (const QString &group : other.groups) {
            if (!contact.groups.contains(group))
                contact.groups.append(group);
        }
        for (auto field = other.fields.cbegin(); field != other.fields.cend(); ++field) {
            if (contact.fields.value(field.key()).isEmpty())
                contact.fields.insert(field.key(), field.value());
        }
    }
    return contact;
}

bool carriesOptOut(const ContactMerge &merge)
{
    const auto optedOut = [](const domain::Contact &contact) { return contact.optedOut; };
    return !merge.kept.optedOut && std::any_of(merge.gone.cbegin(), merge.gone.cend(), optedOut);
}

// How often, and how soon, it is tried to empty the database's log before a person is told; then in peace.
constexpr int logTries = 50;
constexpr int logFreeMs = 100;
constexpr int logKeptMs = 5000;

} // namespace

ContactBook::ContactBook(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock,
                         Jobs &jobs)
    : m_database(database)
    , m_commits(commits)
    , m_clock(clock)
    , m_jobs(jobs)
{
}

// A reader that is in the way is gone a moment later, or stays.
void ContactBook::emptyLog(qint64 job, int tries, const JobDone<bool> &done)
{
    m_commits.flush();
    const auto emptied = storage::PersonErasure(m_database).emptyLog(job);
    if (emptied && *emptied)
        return tries > 0 ? done(true) : void();
    if (tries == 1)
        done(false);
    QTimer::singleShot(tries > 1 ? logFreeMs : logKeptMs, this,
                       [this, job, left = std::max(0, tries - 1), done] { emptyLog(job, left, done); });
}

base::Result<qint64> ContactBook::save(const domain::Contact &contact)
{
    return inTransaction([&](storage::Database &database) -> base::Result<qint64> {
        storage::ContactRepository contacts(database);
        const auto other = contacts.contact(contact.number);
        if (other && other->id != contact.id)
            return base::Error{base::ErrorCode::InvalidField, contact.number, u"number"_s};
        return contacts.save(contact);
    });
}

base::Result<void> ContactBook::remove(const QList<domain::Contact> &gone)
{
    return inTransaction([&](storage::Database &database) -> base::Result<void> {
        storage::ContactRepository contacts(database);
        for (const domain::Contact &contact : gone) {
            if (auto removed = contacts.remove(contact.id); !removed)
                return removed;
        }
        return {};
    });
}

base::Result<void> ContactBook::addMissing(const QList<domain::Contact> &missing)
{
    return inTransaction([&](storage::Database &database) -> base::Result<void> {
        storage::ContactRepository contacts(database);
        for (const domain::Contact &contact : missing) {
            if (contacts.contact(contact.number))
                continue;
            if (auto added = contacts.upsert(contact); !added)
                return added.error();
        }
        return {};
    });
}

base::Result<void> ContactBook::restore(const QList<domain::Contact> &back)
{
    return inTransaction([&](storage::Database &database) -> base::Result<void> {
        // A contact re-created in the meantime keeps its values; only empty ones are filled.
        if (auto restored = storage::ContactRepository(database).upsertAll(storage::contactRows(back));
            !restored)
            return restored.error();
        return {};
    });
}

base::Result<QList<QList<domain::Contact>>> ContactBook::namesakes(int mostNames, int mostEntries)
{
    return storage::ContactRepository(m_database).namesakes(mostNames, mostEntries);
}

base::Result<void> ContactBook::merge(const QList<ContactMerge> &merges)
{
    const qint64 now = m_clock.nowMs();
    return inTransaction([&](storage::Database &database) -> base::Result<void> {
        storage::ContactRepository contacts(database);
        for (const ContactMerge &one : merges) {
            for (const domain::Contact &contact : one.gone) {
                if (auto removed = contacts.remove(contact.id); !removed)
                    return removed;
            }
            if (auto saved = contacts.save(joined(one)); !saved)
                return saved.error();
            if (!carriesOptOut(one))
                continue;
            const auto added =
                storage::OptOutRepository(database).add({one.kept.number, now, domain::OptOutSource::Person});
            if (!added)
                return added.error();
        }
        return {};
    });
}

base::Result<void> ContactBook::unmerge(const QList<ContactMerge> &merges)
{
    return inTransaction([&](storage::Database &database) -> base::Result<void> {
        storage::ContactRepository contacts(database);
        for (const ContactMerge &one : merges) {
            if (auto saved = contacts.save(one.kept); !saved)
                return saved.error();
            if (auto restored = contacts.upsertAll(storage::contactRows(one.gone)); !restored)
                return restored.error();
        }
        return {};
    });
}

base::Result<void> ContactBook::createGroup(const QString &name)
{
    return inTransaction([&](storage::Database &database) -> base::Result<void> {
        const auto created = storage::ContactRepository(database).createGroup(name);
        if (!created)
            return created.error();
        if (!*created)
            return base::Error{base::ErrorCode::WrongState, name, u"group"_s};
        return {};
    });
}

base::Result<void> ContactBook::renameGroup(const QString &name, const QString &to)
{
    return inTransaction([&](storage::Database &database) {
        return storage::ContactRepository(database).renameGroup(name, to);
    });
}

base::Result<void> ContactBook::removeGroup(const QString &name)
{
    return inTransaction(
        [&](storage::Database &database) { return storage::ContactRepository(database).removeGroup(name); });
}

base::Result<void> ContactBook::setMembers(const QString &group, const QList<domain::Contact> &contacts,
                                           bool members)
{
    return inTransaction([&](storage::Database &database) -> base::Result<void> {
        storage::ContactRepository repository(database);
        for (const domain::Contact &contact : contacts) {
            if (auto changed = repository.setMember(group, contact.id, members); !changed)
                return changed;
        }
        return {};
    });
}

base::Result<ContactPreview> ContactBook::preview(const ContactImportRequest &request)
{
    return previewContacts(request);
}

void ContactBook::import(const ContactImportRequest &request, const JobProgress &progress,
                         const JobDone<ContactImportSummary> &done)
{
    m_jobs.start<ContactImportSummary>(
        [request, now = m_clock.nowMs()](JobRun &job) { return importContacts(job, request, now); }, progress,
        done);
}

void ContactBook::undoImport(qint64 import, const JobDone<qint64> &done)
{
    m_jobs.start<qint64>([import](JobRun &job) { return engine::undoImport(job, import); }, {}, done);
}

void ContactBook::endLeft(const storage::JobRow &row)
{
    if (row.kind == storage::JobKind::Import)
        return m_jobs.start<void>([row](JobRun &job) { return endImport(job, row); }, {},
                                  [](const auto &) {});
    m_jobs.start<qint64>([row](JobRun &job) { return endErasure(job, row); }, {},
                         [this](const base::Result<qint64> &ended) {
                             if (ended)
                                 emptyLog(*ended, logTries, [](const auto &) {});
                         });
}

void ContactBook::afterJobs(const JobDone<void> &done)
{
    m_jobs.start<void>([](JobRun &) { return base::Result<void>(); }, {}, done);
}

base::Result<void> ContactBook::setOptedOut(const QStringList &numbers, bool out)
{
    const auto done = inTransaction([&](storage::Database &database) -> base::Result<void> {
        storage::OptOutRepository optOuts(database);
        const qint64 now = m_clock.nowMs();
        for (const QString &number : numbers) {
            const auto changed =
                out ? optOuts.add({number, now, domain::OptOutSource::Person}) : optOuts.remove(number, now);
            if (!changed)
                return changed.error();
            if (auto decided = storage::InboxRepository(database).decidePossibleOptOuts(number, out);
                !decided)
                return decided;
        }
        return {};
    });
    if (done)
        Q_EMIT optOutsChanged();
    return done;
}

void ContactBook::importOptOuts(const QString &file, const ListChoices &choices,
                                const JobDone<OptOutImport> &done)
{
    m_jobs.start<OptOutImport>([file, choices, now = m_clock.nowMs()](
                                   JobRun &job) { return engine::importOptOuts(job, file, choices, now); },
                               {},
                               [this, done](const base::Result<OptOutImport> &imported) {
                                   if (imported)
                                       Q_EMIT optOutsChanged();
                                   done(imported);
                               });
}

void ContactBook::erase(const QString &number, const JobDone<bool> &done)
{
    m_jobs.start<qint64>(
        [number, now = m_clock.nowMs()](JobRun &job) { return erasePerson(job, number, now); }, {},
        [this, done](const base::Result<qint64> &row) {
            if (!row)
                return done(row.error());
            emptyLog(*row, logTries, done);
        });
}

} // namespace engine
