// SPDX-License-Identifier: GPL-3.0-or-later
// What the detail of a message's event says, beside the sets that it may name as well (HistoryKind of a
// decision, PauseReason of what was held back or interrupted).
#pragma once

#include "base/words.h"

#include <QString>

#include <optional>

namespace domain {

enum class EventDetail {
    Due,      // of a scheduled message
    Repeated, // under the duplicate lock
    Accepted,
    Refused,
    InvalidNumber, // BLK-06: named in a bulk answer's lists
    DuplicateNumber,
    Duplicate,
    AccountRefused,
    Unsent,
    Uncertain,
    PresumedAccepted, // the gateway already knew what was repeated
    NoConfirmation,
    OptedOut,
};
constexpr auto wordsOf(EventDetail)
{
    return base::Words<EventDetail::OptedOut>(
        {"due", "repeated", "accepted", "refused", "invalidPhoneno", "duplicatePhoneno", "duplicate",
         "accountRefused", "unsent", "uncertain", "presumedAccepted", "noConfirmation", "optedOut"});
}
// The stored form: its word, then the reason, if any, behind a colon.
QString identifier(EventDetail detail, const QString &reason = {});
std::optional<EventDetail> eventDetail(QStringView stored); // whatever the reason

} // namespace domain
