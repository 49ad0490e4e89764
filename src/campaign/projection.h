// SPDX-License-Identifier: GPL-3.0-or-later
// What statuses that have come in make of messages. All of it inside a Transaction or a GroupCommit work.
#pragma once

#include "base/result.h"
#include "domain/message.h"
#include "storage/arrivals.h"
#include "storage/journal.h"

#include <QList>

namespace campaign {

struct Projected
{
    struct Changed
    {
        qint64 campaign = 0;
        qint64 message = 0;
    };
    QList<Changed> changed;
    QList<Changed> sentTwice; // a second origid for one attempt and number
    qsizetype taken = 0;      // arrivals, repeats and those of nobody too
};

// The next `most` behind `place`, which moves on; to the beginning behind the last of all. Each is moved
// to its message's log, or kept (DLR-06); repeats are dropped (DLR-07); statuses of a gateway group make
// its list (BLK-10). careful: one that cannot be projected is kept, and the others are not lost with it.
base::Result<Projected> projectArrivals(storage::Database &database, storage::Arrival &place, int most,
                                        bool careful = false);
// Those of these messages, now: something is about to be decided by their state.
base::Result<Projected> projectArrivalsOf(storage::Database &database, const QList<qint64> &messages);
// Kept statuses that fit this message now (called with the answer that names its id).
base::Result<void> matchKept(storage::Journal &journal, const domain::Message &message, qint64 gatewayId,
                             const QString &ref);

} // namespace campaign
