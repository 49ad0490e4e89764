// SPDX-License-Identifier: GPL-3.0-or-later
// A campaign on one printed page: figures, both charts, the text, times and who did what.
#pragma once

#include "domain/campaign.h"
#include "models/deliveriesreader.h"

namespace gui {

// A PDF of one A4 page in the present language. FileUnwritable, DiskFull.
base::Result<void> writeReport(const domain::Campaign &campaign, const models::CampaignWalk &walk,
                               const QList<domain::HistoryEntry> &history, const QString &file);

} // namespace gui
