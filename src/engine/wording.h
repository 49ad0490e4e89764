// SPDX-License-Identifier: GPL-3.0-or-later
// Errors, states and the gateway's codes as sentences in the person's language, for the window, the
// cli and exports alike.
#pragma once

#include "base/result.h"
#include "campaign/guards.h"
#include "domain/campaign.h"
#include "domain/message.h"

#include <QString>

namespace engine {
struct AccountAnswer;
}

namespace engine::wording {

// What went wrong and what to do about it.
QString sentence(const base::Error &error);
QString sentence(const campaign::Objection &objection);

QString state(domain::MessageState state);         // "Delivered"
QString state(domain::CampaignState state);        // "Paused"
QString group(domain::StateGroup group);           // "Held back"
QString count(domain::StateGroup group, qint64 n); // "3 held back"
QString repeat(domain::Repeat repeat);             // "every week"
// With when it begins: "Planned: 01.12.2026 08:00", "Every week, next 01.12.2026 08:00".
QString stateAndTime(const domain::Campaign &campaign);
QString skipped(const domain::Skipped &skipped);    // row, what was typed, why
QString clockDoubt(qint64 clockMs, qint64 knownMs); // the clock is not believed, and nothing is forgotten
QString notAllCarriedOver();                        // after a restore
QString skipReason(domain::SkipReason reason);      // short: "not a number"
QString answerMeaning(int code,
                      const QString &gatewayDescription = {}); // unknown: number and the gateway's words
QString answerRemedy(int code);                                // empty when there is none
QString accountAnswer(const AccountAnswer &answer);            // to the check; without its remedy
QString withRemedy(const QString &meaning, int code);          // both as one text
// Why a message is in its state, and what the person can do: for the recipients' table and exports.
QString messageReason(const domain::Message &message);

} // namespace engine::wording
