// SPDX-License-Identifier: GPL-3.0-or-later
// What a long job still has to do, so that whoever opens the database next ends what was cut off. A row
// comes with the commit that begins the job, moves with each portion, and goes with the last one. Writes
// expect an open Transaction or a GroupCommit work.
#pragma once

#include "base/result.h"
#include "base/words.h"
#include "storage/database.h"

#include <QList>

namespace storage {

enum class JobKind { Import, Plan, Erase };
constexpr auto wordsOf(JobKind) // the stored form
{
    return base::Words<JobKind::Erase>({"import", "plan", "erase"});
}
// Undo: takes back, in portions too, what it has stored. Scrub: all is erased, but for its traces.
enum class JobState { Forward, Undo, Scrub };
constexpr auto wordsOf(JobState) // the stored form
{
    return base::Words<JobState::Scrub>({"forward", "undo", "scrub"});
}

struct JobRow
{
    qint64 id = 0;
    JobKind kind = JobKind::Import;
    JobState state = JobState::Forward;
    QString argument;  // which import, campaign or person; a text of the kind's own
    qint64 cursor = 0; // how far it has come, by the kind's own measure
};

class JobRows
{
public:
    explicit JobRows(Database &database)
        : m_database(database)
    {
    }

    base::Result<qint64> begin(JobKind kind, JobState state, const QString &argument); // its id
    base::Result<void> moveTo(qint64 job, qint64 cursor);
    base::Result<void> setState(qint64 job, JobState state, const QString &argument); // its cursor is 0 then
    base::Result<void> end(qint64 job);                              // no error where it has ended already
    base::Result<void> endOf(JobKind kind, const QString &argument); // whichever have it; there may be none

    base::Result<QList<JobRow>> left(); // oldest first

private:
    Database &m_database;
};

} // namespace storage
