// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a campaign has been sent and what that costs, in words; counted as the month's report does.
#pragma once

#include "domain/campaign.h"

#include <QStringList>

namespace engine::wording {

// "2,895 not sent yet", "105 of 3,000 SMS sent", "about 46.20 kr"; of one that has not begun its plan.
// unsentSegments: storage's; while it is unknown, what depends on it is left out.
QStringList sentFacts(const domain::Campaign &campaign, std::optional<qint64> unsentSegments);

} // namespace engine::wording
