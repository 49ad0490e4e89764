// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/mobileblocks.h"

#include <array>
#include <atomic>

namespace phone {

namespace {

constexpr qsizetype digitsInBlock = 3;
constexpr qsizetype e164MaxDigits = 15;

// A block as one number: its digits in decimal, then how many they are, for 46 70 is not 467 0.
// At most 12 digits and 4 bits: 44 bits, of which none is 0 for a block.
constexpr int blockBits = 44;
quint64 blockOf(QByteArrayView digits)
{
    if (digits.size() <= digitsInBlock || digits.size() > e164MaxDigits)
        return 0;
    quint64 value = 0;
    for (const char digit : digits.chopped(digitsInBlock))
        value = value * 10 + static_cast<quint64>(digit - '0');
    return value << 4 | static_cast<quint64>(digits.size());
}

// A slot holds a block and, above it, its country's two letters; a later block may take its place.
constexpr size_t slotCount = size_t(1) << 16;
std::atomic<quint64> &slotOf(quint64 block)
{
    static std::array<std::atomic<quint64>, slotCount> slotArray{};
    constexpr quint64 spread = 0x9E3779B97F4A7C15; // an odd number whose multiples scatter
    return slotArray[(block * spread) >> 48];
}

} // namespace

std::optional<QString> mobileBlockCountry(QByteArrayView digits)
{
    const quint64 block = blockOf(digits);
    const quint64 slot = block == 0 ? 0 : slotOf(block).load(std::memory_order_relaxed);
    if (block == 0 || (slot & ((quint64(1) << blockBits) - 1)) != block)
        return std::nullopt;
    const QChar letters[] = {QLatin1Char(static_cast<char>(slot >> blockBits & 0xFF)),
                             QLatin1Char(static_cast<char>(slot >> (blockBits + 8) & 0xFF))};
    return QString(letters, 2);
}

void rememberMobileBlock(QByteArrayView digits, const QString &country)
{
    const quint64 block = blockOf(digits);
    if (block == 0 || country.size() != 2)
        return;
    const auto letter = [&country](int at) { return static_cast<quint64>(country[at].toLatin1()); };
    slotOf(block).store(letter(1) << (blockBits + 8) | letter(0) << blockBits | block,
                        std::memory_order_relaxed);
}

} // namespace phone
