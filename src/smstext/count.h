// SPDX-License-Identifier: GPL-3.0-or-later
// How a text is encoded, how long it is and where the network cuts it into parts.
#pragma once

#include "base/words.h"
#include "smstext/gsmalphabet.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace smstext {
using base::identifier;

// OUT-09: Unicode only when it is allowed and the text has a character outside GSM 03.38.
enum class Encoding { Gsm, Unicode };
constexpr auto wordsOf(Encoding) // cli.md
{
    return base::Words<Encoding::Unicode>({"gsm", "unicode"});
}

// OUT-05: the most that a text may hold, in GSM septets or UTF-16 units.
constexpr int maxUnits = 1530;

struct Count
{
    Encoding encoding = Encoding::Gsm;
    int characters = 0;   // code points
    int units = 0;        // septets (Gsm) or UTF-16 units (Unicode)
    int segments = 0;     // 0 for an empty text
    int remaining = 0;    // units left in the last segment; a whole single segment for an empty text
    QStringList nonGsm;   // each character outside GSM once, in order of appearance
    bool tooLong = false; // OUT-05: units > maxUnits

    bool operator==(const Count &) const = default;
};

// OUT-04, OUT-05, OUT-06, OUT-09. A character outside GSM in a text that may not go as Unicode counts
// as one septet, since the gateway puts one character in its place.
Count count(QStringView text, bool unicodeAllowed);

// OUT-06: the UTF-16 offsets at which the parts begin; the first is 0, also of an empty text.
QList<qsizetype> segmentStarts(QStringView text, bool unicodeAllowed);

// A run of characters outside GSM 03.38, for the editor to mark.
struct Mark
{
    qsizetype position = 0; // UTF-16 offset
    qsizetype length = 0;   // UTF-16 units

    bool operator==(const Mark &) const = default;
};
QList<Mark> nonGsmMarks(QStringView text);

} // namespace smstext
