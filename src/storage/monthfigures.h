// SPDX-License-Identifier: GPL-3.0-or-later
// What was sent in a span of time and what became of it, by campaign and sender.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QList>
#include <QString>

#include <optional>

namespace storage {

struct SentFigures
{
    qint64 campaign = 0; // 0: opt-outs of people to whom nothing had been sent
    QString name;
    QString sender;
    qint64 messages = 0;           // whose sending began then
    qint64 segments = 0;           // SMS of those that the gateway did not refuse
    std::optional<qint64> costOre; // by the price that the campaign was planned with; absent: none was known
    qint64 delivered = 0;
    qint64 failed = 0; // or refused
    qint64 optOuts = 0;
};

// From one moment until before another (UTC milliseconds). An opt-out counts for what its number got last.
// Walks every message of that time: not for the window's thread.
base::Result<QList<SentFigures>> sentFigures(Database &database, qint64 fromMs, qint64 untilMs);

// SMS of a campaign that those figures leave out, or have yet to count. Walks all of its messages.
base::Result<qint64> unsentSegments(Database &database, qint64 campaign);

} // namespace storage
