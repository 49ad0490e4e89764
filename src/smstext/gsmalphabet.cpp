// SPDX-License-Identifier: GPL-3.0-or-later
#include "smstext/gsmalphabet.h"

#include <string_view>

namespace smstext {

namespace {

// The escape code 0x1B is left out: it only introduces an extension character and is none itself.
constexpr std::u16string_view basicAlphabet =
    u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    u"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr std::u16string_view extensionTable = u"\f^{}\\[~]|"; // and the euro sign, beyond the table below
static_assert(basicAlphabet.size() == 127);

} // namespace

constinit const std::array<quint8, gsm::tableSize> gsm::septetTable = [] {
    std::array<quint8, tableSize> table{};
    for (const char16_t c : basicAlphabet)
        table[c] = 1;
    for (const char16_t c : extensionTable)
        table[c] = 2;
    return table;
}();

} // namespace smstext
