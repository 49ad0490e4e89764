// SPDX-License-Identifier: GPL-3.0-or-later
// Statuses that have come in and been answered, and wait until they become states. To append one costs a
// page; what it changes, it changes later, beside its neighbours. Writes expect an open Transaction or a
// GroupCommit work.
#pragma once

#include "base/result.h"
#include "domain/message.h"
#include "storage/database.h"

#include <QList>

#include <limits>

namespace storage {

struct Arrival
{
    // Taken after all others: one of those may tell whose it is.
    static constexpr qint64 unknown = std::numeric_limits<qint64>::max();

    qint64 message = 0; // whose it was when it came, or unknown
    qint64 place = 0;   // among those of the message
    domain::StatusEvent event;
};

class Arrivals
{
public:
    explicit Arrivals(Database &database)
        : m_database(database)
    {
    }

    // Whoever was erased is kept as a hash; not where a message is theirs, or is about to be (BLK-10).
    base::Result<void> append(const domain::StatusEvent &event);
    // Without looking whose it is: what a failure there leaves.
    base::Result<void> appendUnmatched(const domain::StatusEvent &event);
    base::Result<bool> any();
    base::Result<qint64> count();
    // Those behind this place, in order; a default one is before all.
    base::Result<QList<Arrival>> after(const Arrival &place, int limit);
    base::Result<QList<Arrival>> of(const QList<qint64> &messages); // and of these alone
    // Each that was read by after(), up to the last of them; or all of these messages.
    base::Result<void> dropBetween(const Arrival &before, const Arrival &last);
    base::Result<void> dropOf(const QList<qint64> &messages);

private:
    base::Result<void> insert(const domain::StatusEvent &event, qint64 message);

    Database &m_database;
};

} // namespace storage
