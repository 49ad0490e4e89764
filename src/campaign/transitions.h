// SPDX-License-Identifier: GPL-3.0-or-later
// The message state machine (design: reliability): what an answer, a status or a person's decision
// makes of a message. Pure functions.
#pragma once

#include "domain/message.h"
#include "domain/pausereason.h"
#include "gateway/answer.h"
#include "storage/journal.h"

#include <optional>

namespace campaign {

// What one exchange makes of one of its messages (bulk: by its number in the lists, BLK-06). `message`
// is as it stands now: a status that came before its answer is never undone by it.
storage::Step afterAnswer(const domain::Message &message, const gateway::Outcome &outcome, bool bulk,
                          qint64 atMs);
// The one repetition of an uncertain single message under the duplicate lock: 17 is 'presumed
// accepted', 0 accepted; anything else says nothing of the first attempt and leaves it uncertain.
storage::Step afterRepetition(const domain::Message &message, const gateway::Outcome &outcome, qint64 atMs);
// DLR-03, DLR-04: -1 never lowers 4 or 5; 4 beats 5; a status overrides refused, duplicate and
// uncertain. nullopt: nothing changes (the event is kept all the same). What waits to be sent again
// is taken out of the queue only by a delivery (4): -1 and 5 speak of the attempt that failed.
std::optional<storage::Step> afterStatus(const domain::Message &message, domain::DeliveryStatus status,
                                         qint64 atMs);
// The step of a status that has come in: what it changes; where that is nothing, its event alone. sentTwice:
// it names a second origid for its attempt and number.
storage::Step heardStep(const domain::Message &message, const domain::StatusEvent &event, bool sentTwice);
// It names another id than the answer did, and a request: whether it is a second one is to be looked up.
bool namesAnotherId(const domain::Message &message, const domain::StatusEvent &event);
// A person's, on an uncertain message or a duplicate.
enum class Decision { TreatAsSent, SendAgain };
std::optional<storage::Step> afterDecision(const domain::Message &message, Decision decision, qint64 atMs);

// The note to set, or None when the one the message has says more, so that the order of events does not
// matter.
domain::Note strongerNote(domain::Note has, domain::Note note);

// True once nothing more will be sent for it in this run: neither waiting nor under way.
bool isSettled(domain::MessageState state);

// Seconds until the n-th new try of something proven unsent (n from 1): 2, 8, 30, 120, 300, 300 …
int backOffSeconds(int tries);

// The pause reason of an outcome, or None.
domain::PauseReason pauseReason(const gateway::Outcome &outcome);

} // namespace campaign
