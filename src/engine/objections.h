// SPDX-License-Identifier: GPL-3.0-or-later
// What stands against a campaign's start, from what the database knows. What takes a walk over all its
// messages is found apart, so that it can be found on a pool thread.
#pragma once

#include "base/result.h"
#include "campaign/guards.h"
#include "domain/account.h"
#include "storage/database.h"

#include <QList>

#include <optional>

namespace engine {

struct WaitingFacts
{
    qint64 messages = 0; // that were queued then
    qint64 segments = 0;
    qint64 foreign = 0;  // in countries that are not allowed (any more)
    qint64 repeated = 0; // same text to the same number within 24 hours, since this campaign's first start
    bool groupRepeated = false; // the same to the same gateway group
};

struct ObjectionsAsked
{
    domain::Account account;
    qint64 nowMs = 0;
    qint64 reservedToday = 0; // SMS of its account that running campaigns have yet to send
};

// Reads each message that waits.
base::Result<WaitingFacts> waitingFacts(storage::Database &database, qint64 campaign,
                                        const ObjectionsAsked &asked);
// Reads no message. Absent: others wait than when the facts were found.
base::Result<std::optional<QList<campaign::Objection>>> objections(storage::Database &database,
                                                                   qint64 campaign,
                                                                   const ObjectionsAsked &asked,
                                                                   const WaitingFacts &waiting);
// To one that has just been planned: every number's country has been judged.
base::Result<QList<campaign::Objection>> objectionsToPlan(storage::Database &database, qint64 campaign,
                                                          const ObjectionsAsked &asked);

} // namespace engine
