// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/deadline.h"

#include "storage/statement.h"

#include <algorithm>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 afterValidityMs = 24 * 60 * minuteMs;
constexpr int defaultValidityMinutes = 7 * 24 * 60; // OUT-14

} // namespace

base::Result<qint64> deadline(Database &database, qint64 campaign, qint64 sentMs)
{
    const auto ends = rows<qint64>(
        database, u"SELECT scheduled_ms, validity_minutes FROM campaign WHERE id = ?"_s,
        [sentMs](const Statement &row) {
            const qint64 fromMs = std::max(sentMs, row.number(0)); // NULL is 0
            return fromMs + row.optionalNumber(1).value_or(defaultValidityMinutes) * minuteMs +
                   afterValidityMs;
        },
        campaign);
    if (!ends)
        return ends.error();
    if (ends->isEmpty())
        return base::Error{base::ErrorCode::NotFound, QString::number(campaign), {}};
    return ends->constFirst();
}

} // namespace storage
