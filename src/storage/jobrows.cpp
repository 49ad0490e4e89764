// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/jobrows.h"

#include "storage/statement.h"

#include <algorithm>
#include <array>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

// As the table has them, in the enums' order.
constexpr std::array kinds{"import"_L1, "plan"_L1, "erase"_L1};
constexpr std::array states{"forward"_L1, "undo"_L1, "scrub"_L1};

template <typename Value, typename Names>
QString nameOf(Value value, const Names &names)
{
    return names.at(static_cast<size_t>(value));
}

template <typename Value, typename Names>
base::Result<Value> valueOf(const QString &name, const Names &names)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return base::Error{base::ErrorCode::DatabaseUnusable, name, u"job"_s};
    return static_cast<Value>(found - names.begin());
}

base::Result<void> done(const base::Result<qint64> &changed)
{
    return changed ? base::Result<void>() : base::Result<void>(changed.error());
}

} // namespace

base::Result<qint64> JobRows::begin(JobKind kind, JobState state, const QString &argument)
{
    return insert(m_database, u"INSERT INTO job (kind, state, argument, cursor) VALUES (?, ?, ?, 0)"_s,
                  nameOf(kind, kinds), nameOf(state, states), argument);
}

base::Result<void> JobRows::moveTo(qint64 job, qint64 cursor)
{
    return done(execute(m_database, u"UPDATE job SET cursor = ? WHERE id = ?"_s, cursor, job));
}

base::Result<void> JobRows::setState(qint64 job, JobState state, const QString &argument)
{
    return done(execute(m_database, u"UPDATE job SET state = ?, argument = ?, cursor = 0 WHERE id = ?"_s,
                        nameOf(state, states), argument, job));
}

base::Result<void> JobRows::end(qint64 job)
{
    return done(execute(m_database, u"DELETE FROM job WHERE id = ?"_s, job));
}

base::Result<QList<JobRow>> JobRows::left()
{
    QList<JobRow> jobs;
    base::Result<void> known;
    const auto read =
        forEachRow(m_database, u"SELECT id, kind, state, argument, cursor FROM job ORDER BY id"_s,
                   [&](const Statement &row) {
                       const auto kind = valueOf<JobKind>(row.text(1), kinds);
                       const auto state = valueOf<JobState>(row.text(2), states);
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
