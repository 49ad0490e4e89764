// SPDX-License-Identifier: GPL-3.0-or-later
// Changes to contacts, groups and opt-outs by a person: each one transaction of the engine's own
// connection; those that may be long are jobs.
#pragma once

#include "base/clock.h"
#include "domain/contact.h"
#include "engine/contactimport.h"
#include "engine/job.h"
#include "engine/optoutlist.h"
#include "storage/groupcommit.h"
#include "storage/jobrows.h"
#include "storage/transaction.h"

#include <QObject>

namespace engine {

struct ContactMerge // of entries that are one person
{
    domain::Contact kept;
    QList<domain::Contact> gone;
};

class ContactBook final : public QObject
{
    Q_OBJECT
public:
    ContactBook(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock,
                Jobs &jobs);

    // New with id 0. Its id. InvalidField "number" when another contact has it.
    base::Result<qint64> save(const domain::Contact &contact);
    base::Result<void> remove(const QList<domain::Contact> &contacts);
    base::Result<void> addMissing(const QList<domain::Contact> &contacts); // whose numbers are nobody's
    base::Result<void> restore(const QList<domain::Contact> &contacts);    // undo of remove()

    // Entries with a name in common, of so many names with so many entries each.
    base::Result<QList<QList<domain::Contact>>> namesakes(int mostNames, int mostEntries);
    // What the kept one lacks it gets from the others, in their order; groups are joined. Who had opted
    // out by one of the numbers has by the kept one, too.
    base::Result<void> merge(const QList<ContactMerge> &merges);
    // The entries as they were. An opt-out that went along stays: a STOP may have come in since, which is
    // not stored twice, and nobody may be written to again by an undo.
    base::Result<void> unmerge(const QList<ContactMerge> &merges);

    base::Result<void> createGroup(const QString &name); // WrongState: taken
    base::Result<void> renameGroup(const QString &name, const QString &to);
    base::Result<void> removeGroup(const QString &name); // its contacts stay
    base::Result<void> setMembers(const QString &group, const QList<domain::Contact> &contacts, bool members);

    base::Result<ContactPreview> preview(const ContactImportRequest &request);
    // Both in portions. Errors as importContacts() and undoImport() of engine/importjob.h.
    void import(const ContactImportRequest &request, const JobProgress &progress,
                const JobDone<ContactImportSummary> &done);
    void undoImport(qint64 import, const JobDone<qint64> &done); // how many contacts
    // What an earlier process left of an import, its undo or an erasure.
    void endLeft(const storage::JobRow &row);
    // Once that, and what else was asked for before, has ended or failed.
    void afterJobs(const JobDone<void> &done);

    // By hand; true: nothing is sent to them any more.
    base::Result<void> setOptedOut(const QStringList &numbers, bool out);
    void importOptOuts(const QString &file, const ListChoices &choices, const JobDone<OptOutImport> &done);

    // Everything about the person, for good. False: another reader keeps traces in the database's log;
    // they are wiped as soon as it lets them go. NotFound: nothing is known of them; WrongState while a
    // message to them is being sent.
    void erase(const QString &number, const JobDone<bool> &done);

Q_SIGNALS:
    void optOutsChanged();

private:
    template <typename Work>
    auto inTransaction(const Work &work)
    {
        m_commits.flush();
        return storage::inTransaction(m_database, [&] { return work(m_database); });
    }
    void emptyLog(qint64 job, int tries, const JobDone<bool> &done);

    storage::Database &m_database;
    storage::GroupCommit &m_commits;
    const base::Clock &m_clock;
    Jobs &m_jobs;
};

} // namespace engine
