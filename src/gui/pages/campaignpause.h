// SPDX-License-Identifier: GPL-3.0-or-later
// Why a campaign stands still, and what leads on from there.
#pragma once

#include "domain/account.h"
#include "domain/campaign.h"

#include <QString>

#include <optional>

namespace gui {

QString pauseInWords(const domain::Campaign &campaign, const std::optional<domain::Account> &account);
bool concernsContact(const domain::PauseReason &reason); // with the gateway
bool isQuietPause(const domain::Campaign &campaign);     // by the quiet hours
// The time of day at which they end; empty when the account has none.
QString quietEnd(const std::optional<domain::Account> &account);
int pauseCode(const domain::Campaign &campaign);         // of the gateway's answer to be corrected; 0: none
bool hasMissedItsTime(const domain::Campaign &campaign); // and a person is to be asked

} // namespace gui
