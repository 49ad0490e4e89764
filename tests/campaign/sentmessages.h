// SPDX-License-Identifier: GPL-3.0-or-later
// Messages as a run leaves them, without the run.
#pragma once

#include "campaign/sendingplace.h"

namespace support {

// Messages that have gone out, with or without an answer: in `sending`, or as the step says.
inline QString sent(SendingPlace &place, qint64 campaign, const QList<domain::Message> &messages,
                    const QString &ref, std::optional<domain::MessageState> state, bool withIds)
{
    place.write([&] {
        storage::Journal journal(*place.database);
        domain::Attempt attempt;
        attempt.campaign = campaign;
        attempt.ref = ref;
        attempt.bodyHash = QByteArrayLiteral("hash");
        attempt.startedMs = place.clock.nowMs();
        QList<qint64> ids;
        for (const domain::Message &message : messages)
            ids.append(message.id);
        QVERIFY(journal.beginAttempt(attempt, ids).ok());
        for (const qint64 id : ids) {
            if (!state)
                continue;
            storage::Step step;
            step.message = id;
            step.to = *state;
            step.atMs = place.clock.nowMs();
            if (withIds)
                step.gatewayId = 145000 + id;
            QVERIFY(journal.apply(step).ok());
        }
    });
    return ref;
}

} // namespace support
