// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone numbers as people have them, brought to E.164 with a verdict; all functions are thread-safe.
#pragma once

#include "base/words.h"

#include <QString>
#include <QStringList>
#include <QStringView>

namespace phone {
using base::identifier;

enum class NumberError { None, Empty, NotANumber, TooShort, TooLong, ScientificNotation, InvalidCountry };
constexpr auto wordsOf(NumberError) // cli.md
{
    return base::Words<NumberError::InvalidCountry>(
        {"", "empty", "notANumber", "tooShort", "tooLong", "scientificNotation", "invalidCountry"});
}

// Mobile also where a country's mobile and fixed numbers look alike (North America); Other: toll-free,
// premium, voice over IP and the like; Unknown: possible, but in no range that the library knows.
enum class NumberType { Mobile, Fixed, Other, Unknown };
constexpr auto wordsOf(NumberType) // cli.md
{
    return base::Words<NumberType::Unknown>({"mobile", "fixed", "other", "unknown"});
}

struct PhoneNumber
{
    QString input;   // as given
    QString e164;    // "+4799999999", empty with an error
    QString country; // ISO alpha-2, empty with an error or where a number belongs to no country (+800)
    NumberType type = NumberType::Unknown;
    NumberError error = NumberError::None;
    bool unknownRange = false; // possible, but not known as valid: a warning, since the ranges age

    bool operator==(const PhoneNumber &) const = default;
};

// `region` (ISO alpha-2) is the country of numbers that name none. Takes spaces, hyphens, dots, slashes
// and brackets, "(0)" behind a country code, 00 or a plus or (from 9 digits on, if only that makes it
// valid) neither before the country code, any script's digits, a leading apostrophe, "tel:" with its
// parameters and invisible characters. Numbers that are too short to be reached from abroad are too short.
// What is written as a date, an amount, a fraction or a time is no number, whatever its digits.
PhoneNumber parse(QStringView input, const QString &region = QStringLiteral("NO"));

// Which of a person's numbers a message goes to, lower first: 0 a mobile that is said to be one, 1 a mobile,
// 2 what is only said to be one (so that its fault is told), 3 another number, 4 none.
int rankForSms(const PhoneNumber &number, bool saidToBeMobile);
int rankForSms(const QString &typed, bool saidToBeMobile);

// OUT-03: "+4799999999" → "004799999999".
QString international00(const QString &e164);

// ISO alpha-2, or empty for what is no number or belongs to no country.
QString countryOf(const QString &e164);

// "+47 999 99 999", grouped as in its country; what is not E.164 (a short number, a sender text) as it is.
QString forDisplay(const QString &e164);

// "+47 ××××× 12", for logs; what is not E.164 is hidden altogether.
QString masked(const QString &e164);

// The pieces of a cell that holds several numbers, between commas, semicolons, slashes, line breaks, bars,
// `:::` or words such as "og" and "and", trimmed; none for an empty cell. A comma or slash inside a number
// ("4,79E+10", "22/33 44 55") parts nothing, nor does what stands in a note ("99999999 (mor, far)").
QStringList splitCell(const QString &cell);

} // namespace phone
