// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as spreadsheets, with states and reasons in words.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QString>

#include <functional>

namespace engine {

// Recipient, name, text, SMS, state, times and reason of every message; .csv or .xlsx by the file's
// name. How many rows were written.
base::Result<qint64> exportCampaign(storage::Database &database, qint64 campaign, const QString &file,
                                    const std::function<bool(qint64 done, qint64 total)> &progress = {});

} // namespace engine
