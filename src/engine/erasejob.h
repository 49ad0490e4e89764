// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing a person as a job: looked up on a pool thread, removed in portions. What was cut off goes forward.
#pragma once

#include "engine/job.h"
#include "storage/jobrows.h"

namespace engine {

// All but the log, which is emptied once the job is over (storage/personerasure.h): its row, for that.
// NotFound: nothing is known of them; WrongState while a message to them is being sent.
base::Result<qint64> erasePerson(JobRun &job, const QString &number, qint64 nowMs);
base::Result<qint64> endErasure(JobRun &job, const storage::JobRow &row);

} // namespace engine
