// SPDX-License-Identifier: GPL-3.0-or-later
// What an import has read, stored portion by portion, and taken back so.
#pragma once

#include "engine/contactimport.h"
#include "engine/importspool.h"
#include "engine/job.h"
#include "storage/contactrepository.h"

#include <utility>

namespace engine {

// What a job's row remembers.
struct ImportArgument
{
    qint64 import = 0;
    qint64 optOutMs = 0;   // not 0: they are numbers that opt out, since then
    QString spool;         // none: it is being taken back
    QStringList newGroups; // which it has made: they go with it where they are empty
};

QString textOf(const ImportArgument &argument);
ImportArgument importArgument(const QString &text);

void count(ContactImportSummary &summary, const QList<storage::ContactRepository::Outcome> &outcomes);

class ImportPortions
{
public:
    ImportPortions(JobRun &job, qint64 id, ImportArgument argument)
        : m_job(job)
        , m_id(id)
        , m_argument(std::move(argument))
    {
    }

    // All that is left in the spool. Its progress is told in bytes, after as many that have been told
    // before. Cancelled, DiskFull …: the row says how far it has come.
    base::Result<void> forward(ImportSpool &spool, qint64 toldBefore);
    base::Result<qint64> takeBack(qint64 after); // from the contact after this one; how many

    const ContactImportSummary &counts() const { return *m_counts; } // once all is durable

private:
    JobRun &m_job;
    qint64 m_id;
    ImportArgument m_argument;
    std::shared_ptr<ContactImportSummary> m_counts = std::make_shared<ContactImportSummary>();
};

} // namespace engine
