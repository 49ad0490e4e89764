// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/erasejob.h"

#include "storage/personerasure.h"

#include <QThread>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

using storage::Database;
using storage::PersonErasure;

constexpr int beingSentMs = 100; // until it is looked at again

// One walk over all there is; how much it found.
base::Result<qint64> walk(JobRun &job, Database &reader, const QString &number)
{
    const auto found =
        PersonErasure(reader).find(number, jobPortion, [&job](const PersonErasure::Portion &some) {
            return job.write([some](Database &writer) { return PersonErasure(writer).take(some); });
        });
    auto settled = job.settle();
    return found && !settled ? settled.error() : found;
}

// What comes in meanwhile, too: until a walk finds nothing.
base::Result<void> eraseAll(JobRun &job, const QString &number)
{
    const auto reader = job.reader();
    if (!reader)
        return reader.error();
    while (true) {
        const auto found = walk(job, **reader, number);
        if (!found)
            return found.error();
        const auto sending = PersonErasure(**reader).isBeingSent(number);
        if (!sending)
            return sending.error();
        if (*found == 0 && !*sending)
            return {};
        if (*sending)
            QThread::msleep(beingSentMs);
        if (job.isCancelled()) // the program ends: the row remembers
            return base::Error{base::ErrorCode::Cancelled, {}, {}};
    }
}

base::Result<void> scrub(JobRun &job)
{
    bool more = true;
    for (bool first = true; more; first = false) {
        auto scrubbed = job.store([&](Database &writer) -> base::Result<void> {
            const auto step = PersonErasure(writer).scrubSome(first);
            if (!step)
                return step.error();
            more = *step;
            return {};
        });
        if (!scrubbed)
            return scrubbed;
    }
    return {};
}

base::Result<qint64> goForward(JobRun &job, qint64 row, const QString &number)
{
    if (auto erased = eraseAll(job, number); !erased)
        return erased.error();
    auto begun = job.store([row](Database &writer) { return PersonErasure(writer).beginScrub(row); });
    if (begun)
        begun = scrub(job);
    return begun ? base::Result<qint64>(row) : begun.error();
}

} // namespace

base::Result<qint64> erasePerson(JobRun &job, const QString &number, qint64 nowMs)
{
    const auto reader = job.reader();
    if (!reader)
        return reader.error();
    const auto known = PersonErasure(**reader).isKnown(number);
    if (!known)
        return known.error();
    if (!*known)
        return base::Error{base::ErrorCode::NotFound, number, u"number"_s};
    qint64 row = 0;
    auto begun = job.store([&](Database &writer) -> base::Result<void> {
        const auto id = PersonErasure(writer).begin(number, nowMs);
        if (!id)
            return id.error();
        row = *id;
        return {};
    });
    return begun ? goForward(job, row, number) : begun.error();
}

base::Result<qint64> endErasure(JobRun &job, const storage::JobRow &row)
{
    if (row.state == storage::JobState::Forward)
        return goForward(job, row.id, row.argument);
    if (auto scrubbed = scrub(job); !scrubbed)
        return scrubbed.error();
    return row.id;
}

} // namespace engine
