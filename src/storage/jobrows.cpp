// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/jobrows.h"

#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;

namespace {

template <typename Value>
base::Result<Value> valueOf(const QString &word)
{
    if (const auto value = base::valueOf<Value>(word))
        return *value;
    return base::Error{base::ErrorCode::DatabaseUnusable, word, u"job"_s};
}

base::Result<void> done(const base::Result<qint64> &changed)
{
    return changed ? base::Result<void>() : base::Result<void>(changed.error());
}

} // namespace

base::Result<qint64> JobRows::begin(JobKind kind, JobState state, const QString &argument)
{
    return insert(m_database, u"INSERT INTO job (kind, state, argument, cursor) VALUES (?, ?, ?, 0)"_s,
                  base::identifier(kind), base::identifier(state), argument);
}

base::Result<void> JobRows::moveTo(qint64 job, qint64 cursor)
{
    return done(execute(m_database, u"UPDATE job SET cursor = ? WHERE id = ?"_s, cursor, job));
}

base::Result<void> JobRows::setState(qint64 job, JobState state, const QString &argument)
{
    return done(execute(m_database, u"UPDATE job SET state = ?, argument = ?, cursor = 0 WHERE id = ?"_s,
                        base::identifier(state), argument, job));
}

base::Result<void> JobRows::end(qint64 job)
{
    return done(execute(m_database, u"DELETE FROM job WHERE id = ?"_s, job));
}

base::Result<void> JobRows::endOf(JobKind kind, const QString &argument)
{
    return done(execute(m_database, u"DELETE FROM job WHERE kind = ? AND argument = ?"_s,
                        base::identifier(kind), argument));
}

base::Result<QList<JobRow>> JobRows::left()
{
    QList<JobRow> jobs;
    base::Result<void> known;
    const auto read =
        forEachRow(m_database, u"SELECT id, kind, state, argument, cursor FROM job ORDER BY id"_s,
                   [&](const Statement &row) {
                       const auto kind = valueOf<JobKind>(row.text(1));
                       const auto state = valueOf<JobState>(row.text(2));
                       if (kind && state)
                           jobs.append({row.number(0), *kind, *state, row.text(3), row.number(4)});
                       else
                           known = kind ? state.error() : kind.error();
                   });
    if (!read || !known)
        return read ? known.error() : read.error();
    return jobs;
}

} // namespace storage
