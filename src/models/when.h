// SPDX-License-Identifier: GPL-3.0-or-later
// Moments as people read them, in the present language.
#pragma once

#include <QString>

namespace models {

QString when(qint64 ms);            // "12.03.2026 14:05"
QString timeOfDay(qint64 ms);       // "14:05"
QString timeToTheSecond(qint64 ms); // "14:05:09"
QString whenToday(qint64 ms);       // today: the time of day alone
QString sinceInWords(qint64 ms);    // today: the time of day alone, to the second
QString dayOrTime(qint64 ms);       // today: the time of day; else the day alone
QString day(qint64 ms);             // "12.03.2026"
bool sameDay(qint64 aMs, qint64 bMs);

} // namespace models
