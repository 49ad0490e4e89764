// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as spreadsheets, with states and reasons in words.
#pragma once

#include "campaign/arrivedstatuses.h"
#include "domain/campaign.h"
#include "engine/sheetexport.h"
#include "storage/journal.h"

#include <QString>

#include <functional>

namespace engine {

// What a reader beside an owner that died makes of what is stored; by itself: it is shown as it is.
struct ShownAs
{
    std::function<void(domain::Message &, QList<domain::MessageEvent> &)> show;
    QList<campaign::ArrivedStatuses::Shown> made; // messages that are not stored yet
};

// Recipient, name, text, SMS, state, times and reason of every message; .csv or .xlsx by the file's
// name. How many rows were written.
base::Result<qint64> exportCampaign(storage::Database &database, qint64 campaign, const QString &file,
                                    const ExportProgress &progress = {}, const ShownAs &shown = {});
// The same of the log, newest first, with the campaign's name; the filter's page does not matter.
base::Result<qint64> exportLog(storage::Database &database, const storage::MessageFilter &filter,
                               const QString &file, const ExportProgress &progress = {});

// Who is left out of a message that is being written, and why; otherwise as exportCampaign.
base::Result<qint64> exportSkipped(const QList<domain::Skipped> &rows, const QString &file);

} // namespace engine
