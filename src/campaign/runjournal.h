// SPDX-License-Identifier: GPL-3.0-or-later
// What a run writes: one request before its first byte, and what its answer makes of its messages.
// All of it inside a GroupCommit work.
#pragma once

#include "base/result.h"
#include "domain/message.h"
#include "gateway/answer.h"
#include "gateway/request.h"
#include "storage/database.h"

#include <QList>

namespace campaign {

// One request of a run. Without messages it is for a group that the gateway knows (BLK-10).
struct Request
{
    domain::Attempt attempt; // id 0: not journalled
    gateway::PushRequest push;
    QList<domain::Message> messages;
    int round = 0;               // of unsent tries, in which it began
    bool repeated = false;       // the one repetition under the duplicate lock
    bool confirmsOptOut = false; // for those who opted out, to tell them so
    bool counted = false;        // in the SMS of the day
    QList<qint64> sentTwice;     // as was found when it began

    bool isBulk() const { return attempt.endpoint == domain::Endpoint::Bulk; }
};

// Those who have opted out by now are cancelled and taken out of the request, and those are taken out who
// have it already by a status that waited to be projected; for the rest, if any, the attempt is journalled
// and they are `sending`. WrongState when one is no longer queued.
base::Result<void> beginRequest(storage::Database &database, Request &request, qint64 nowMs);
// The message is `sending` again, with the same attempt. WrongState unless it is uncertain.
base::Result<void> beginRepetition(storage::Database &database, const Request &request, qint64 nowMs);
struct RequestEnd
{
    QList<domain::Message> queued; // again
    QList<qint64> sentTwice;       // a status had named another id for the same request and number
};
// The raw answer, then the transitions, with statuses that came before it (DLR-06).
base::Result<RequestEnd> endRequest(storage::Database &database, const Request &request,
                                    const gateway::Outcome &outcome, qint64 nowMs);
// What has not begun is cancelled with the campaign.
base::Result<void> cancelWaiting(storage::Database &database, qint64 campaign, qint64 atMs);

} // namespace campaign
