// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/deadline.h"

#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 afterValidityMs = 24 * 60 * minuteMs;
constexpr int defaultValidityMinutes = 7 * 24 * 60; // OUT-14

} // namespace

base::Result<qint64> deadline(Database &database, qint64 campaign, qint64 sentMs)
{
    return selectKnown(database, QString::number(campaign),
                       u"SELECT max(?, coalesce(scheduled_ms, 0)) + coalesce(validity_minutes, ?) * ? + ? "
                       "FROM campaign WHERE id = ?"_s,
                       sentMs, defaultValidityMinutes, minuteMs, afterValidityMs, campaign);
}

} // namespace storage
