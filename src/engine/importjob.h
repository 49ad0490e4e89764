// SPDX-License-Identifier: GPL-3.0-or-later
// The import of contacts or of opt-outs as a job, the undo of the former, and what a kill leaves of them.
#pragma once

#include "engine/contactimport.h"
#include "engine/job.h"
#include "engine/optoutlist.h"
#include "storage/jobrows.h"

namespace engine {

// Reads the whole list, and then stores it in portions. Errors: those of readContacts; contacts are then
// unchanged, as they are when no row can be used. Cancelled, DiskFull: what had been stored is taken back.
base::Result<ContactImportSummary> importContacts(JobRun &job, const ContactImportRequest &request,
                                                  qint64 nowMs);

// Every number of the list's phone column opts out. Errors as readList; then nothing is changed. Others
// (DiskFull …) leave it to the next opening: nobody is written to because of half of it.
base::Result<OptOutImport> importOptOuts(JobRun &job, const QString &file, ListChoices choices, qint64 nowMs);

// Takes an import back; how many contacts changed. NotFound: there is none, or it has been taken back.
base::Result<qint64> undoImport(JobRun &job, qint64 import);

// Ends what was cut off: goes forward with an import; takes it back where that had begun, or where its rows
// are lost.
base::Result<void> endImport(JobRun &job, const storage::JobRow &row);

// Removes what was read of lists that no import has begun to store.
void removeUnusedSpools(const QString &databaseFile, const QList<storage::JobRow> &left);

} // namespace engine
