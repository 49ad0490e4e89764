// SPDX-License-Identifier: GPL-3.0-or-later
// The message state machine (design: reliability): what an answer, a status or a person's decision
// makes of a message. Pure functions.
#pragma once

#include "domain/message.h"
#include "gateway/answer.h"
#include "storage/journal.h"

#include <optional>

namespace campaign {

// What one exchange makes of one of its messages (bulk: by its number in the lists, BLK-06).
storage::Step afterAnswer(const domain::Message &message, const gateway::Outcome &outcome, bool bulk, qint64 atMs);
// DLR-03, DLR-04: -1 never lowers 4 or 5; 4 beats 5; a status overrides refused, duplicate and
// uncertain. nullopt: nothing changes (the event is kept all the same).
std::optional<storage::Step> afterStatus(const domain::Message &message, int status, qint64 atMs);
enum class Decision { TreatAsSent, SendAgain };
std::optional<storage::Step> afterDecision(const domain::Message &message, Decision decision, qint64 atMs);

// Seconds until the n-th new try of something proven unsent (n from 1): 2, 8, 30, 120, 300, 300 …
int backOffSeconds(int tries);

// The pause reason of an outcome, or empty: "error7", "bulkAnswer" …
QString pauseReason(const gateway::Outcome &outcome);

} // namespace campaign
