// SPDX-License-Identifier: GPL-3.0-or-later
// The GSM 03.38 default alphabet with its extension table, and how code points lie in UTF-16.
#pragma once

#include <QStringView>

#include <array>

namespace smstext {

namespace gsm {
// All of the alphabet but the euro sign lies below this, so one look-up in 1 KiB decides.
constexpr char32_t tableSize = 0x400;
constexpr char32_t euroSign = 0x20AC;
extern const std::array<quint8, tableSize> septetTable;
} // namespace gsm

// Septets that a code point takes in a GSM part: 1, 2 for an extension character (OUT-06), or 0 when
// it is outside GSM 03.38 (OUT-04). Inline: it is asked of every character of every message.
inline int septets(char32_t codePoint)
{
    if (codePoint < gsm::tableSize)
        return gsm::septetTable[codePoint];
    return codePoint == gsm::euroSign ? 2 : 0;
}
inline bool isGsm(char32_t codePoint)
{
    return septets(codePoint) != 0;
}

// One code point of a text; an unpaired surrogate is returned as it is.
struct CodePoint
{
    char32_t value;
    int length; // UTF-16 units: 1 or 2
};
inline CodePoint codePointAt(QStringView text, qsizetype position)
{
    const QChar first = text[position];
    if (first.isHighSurrogate() && position + 1 < text.size() && text[position + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(first, text[position + 1]), 2};
    return {first.unicode(), 1};
}

} // namespace smstext
