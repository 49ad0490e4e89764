// SPDX-License-Identifier: GPL-3.0-or-later
#include "smstext/gsmalphabet.h"

#include <array>
#include <string_view>

namespace smstext {

namespace {

// The escape code 0x1B is left out: it only introduces an extension character and is none itself.
constexpr std::u16string_view basicAlphabet =
    u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    u"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr std::u16string_view extensionTable = u"\f^{}\\[~]|"; // and the euro sign, beyond the table below
static_assert(basicAlphabet.size() == 127);

// All of the alphabet but the euro sign lies below this, so one look-up in 1 KiB decides.
constexpr char32_t tableSize = 0x400;
constexpr char32_t euroSign = 0x20AC;

constexpr auto septetTable = [] {
    std::array<quint8, tableSize> table{};
    for (const char16_t c : basicAlphabet)
        table[c] = 1;
    for (const char16_t c : extensionTable)
        table[c] = 2;
    return table;
}();

} // namespace

int septets(char32_t codePoint)
{
    if (codePoint < tableSize)
        return septetTable[codePoint];
    return codePoint == euroSign ? 2 : 0;
}

bool isGsm(char32_t codePoint)
{
    return septets(codePoint) != 0;
}

} // namespace smstext
