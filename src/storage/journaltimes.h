// SPDX-License-Identifier: GPL-3.0-or-later
// Where in time the journal's messages lie.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QList>

namespace storage {

struct IdRange
{
    qint64 from = 0;
    qint64 to = 0;
};

// Deliveries in equal spans of time, oldest first.
struct Deliveries
{
    qint64 firstMs = 0;
    qint64 lastMs = 0;
    QList<qint64> counts; // empty: none yet
};

class JournalTimes
{
public:
    explicit JournalTimes(Database &database)
        : m_database(database)
    {
    }

    // The messages made from one time until before another, as the bounds of a filter; by bisection,
    // since ids follow time. Nothing was made then: from is larger than to.
    base::Result<IdRange> idsMadeBetween(qint64 fromMs, qint64 untilMs);
    base::Result<IdRange> allIds(); // of the oldest and the newest message; 0 and 0: there is none
    // Of a campaign; walks all of its messages: not for the window's thread.
    base::Result<Deliveries> deliveriesOverTime(qint64 campaign, int spans);

private:
    base::Result<qint64> firstIdSince(qint64 ms, const IdRange &all);

    Database &m_database;
};

} // namespace storage
