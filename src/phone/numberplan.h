// SPDX-License-Identifier: GPL-3.0-or-later
// What libphonenumber knows of the world's number plans; the only place that asks it. Thread-safe.
#pragma once

#include "phone/phonenumber.h"
#include "phone/typednumber.h"

namespace phone {

// The library's reading of any number that was read without error; `input` is left empty.
PhoneNumber readByPlan(const TypedNumber &typed, const QString &region);

// The same verdict for a Norwegian number of eight digits, 10'000'000 to 99'999'999: remembered by its
// first five digits, of which the library is asked at first use (no hard-coded ranges, as they age).
struct NorwegianVerdict
{
    NumberType type = NumberType::Unknown; // Unknown: in no range that the library knows
    bool svalbard = false;                 // SJ, which shares Norway's country code
};
NorwegianVerdict norwegianVerdict(quint32 national);

// The region whose numbers follow "46", "+46", "0046" or "+46 (Sverige)"; empty for anything else.
QString regionOfCode(const QString &code);

// For a number in E.164; empty when the library cannot read it.
QString countryByPlan(const QString &e164);
QString groupedByPlan(const QString &e164);

// Digits of the country calling code that `digits` begin with, 0 if none does.
int callingCodeLength(QByteArrayView digits);

} // namespace phone
