// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journaltimes.h"

#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;

base::Result<IdRange> JournalTimes::allIds()
{
    // Two statements: one with both scans the table.
    const auto oldest = selectNumber(m_database, u"SELECT min(id) FROM message"_s);
    if (!oldest)
        return oldest.error();
    const auto newest = selectNumber(m_database, u"SELECT max(id) FROM message"_s);
    if (!newest)
        return newest.error();
    return IdRange{oldest->value_or(0), newest->value_or(0)};
}

base::Result<qint64> JournalTimes::firstIdSince(qint64 ms, const IdRange &all)
{
    qint64 low = all.from;
    qint64 high = all.to + 1; // the answer is in [low, high]
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        // Its first event is its making; ids of dropped messages are gaps.
        Statement made(m_database,
                       u"SELECT message, at_ms FROM message_event WHERE message >= ? AND sequence = 1 "
                       "ORDER BY message LIMIT 1"_s);
        if (auto done = made.run(middle); !done)
            return done.error();
        if (!made.next()) {
            if (auto done = made.outcome(); !done)
                return done.error();
            high = middle;
            continue;
        }
        if (made.number(1) < ms)
            low = made.number(0) + 1;
        else
            high = middle;
    }
    return low;
}

base::Result<IdRange> JournalTimes::idsMadeBetween(qint64 fromMs, qint64 untilMs)
{
    const auto all = allIds();
    if (!all)
        return all;
    if (all->to == 0)
        return IdRange{1, 0};
    const auto from = firstIdSince(fromMs, *all);
    if (!from)
        return from.error();
    const auto until = firstIdSince(untilMs, *all);
    if (!until)
        return until.error();
    return IdRange{*from, *until - 1};
}

base::Result<Deliveries> JournalTimes::deliveriesOverTime(qint64 campaign, int spans)
{
    const auto state = domain::MessageState::Delivered;
    Statement limits(m_database,
                     u"SELECT min(since_ms), max(since_ms) FROM message WHERE campaign = ? AND state = ?"_s);
    if (auto done = limits.run(campaign, state); !done)
        return done.error();
    Deliveries deliveries;
    if (!limits.next() || limits.isNull(0)) {
        if (auto done = limits.outcome(); !done)
            return done.error();
        return deliveries;
    }
    deliveries.firstMs = limits.number(0);
    deliveries.lastMs = limits.number(1);
    deliveries.counts.fill(0, spans);
    const qint64 length = deliveries.lastMs - deliveries.firstMs + 1;
    const auto counted = forEachRow(
        m_database,
        u"SELECT (since_ms - ?) * ? / ? AS span, count(*) FROM message "
        "WHERE campaign = ? AND state = ? AND since_ms <= ? GROUP BY span"_s,
        [&](const Statement &row) {
            deliveries.counts[qBound(0, row.integer(0), spans - 1)] += row.number(1);
        },
        deliveries.firstMs, spans, length, campaign, state, deliveries.lastMs);
    if (!counted)
        return counted.error();
    return deliveries;
}

} // namespace storage
