// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/alphabet.h"

#include <array>

namespace simulator {
using namespace Qt::StringLiterals;

namespace {

// Septets of each UTF-16 unit; 0 for what the alphabet lacks.
const std::array<quint8, 0x10000> &septets()
{
    static const auto table = [] {
        std::array<quint8, 0x10000> cost{};
        for (const QChar single : u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                                  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"_s)
            cost[single.unicode()] = 1;
        for (const QChar twofold : u"^{}\\[~]|€\f"_s)
            cost[twofold.unicode()] = 2;
        return cost;
    }();
    return table;
}

} // namespace

bool fitsGsm(const QString &text)
{
    for (const QChar unit : text) {
        if (septets()[unit.unicode()] == 0)
            return false;
    }
    return true;
}

qsizetype lengthAsSent(const QString &text, bool unicodeAllowed)
{
    if (unicodeAllowed && !fitsGsm(text))
        return text.size();
    qsizetype length = 0;
    for (const QChar unit : text) {
        if (!unit.isLowSurrogate()) // a pair is one character, so it is replaced by one
            length += qMax<qsizetype>(1, septets()[unit.unicode()]);
    }
    return length;
}

qsizetype characters(const QString &text)
{
    qsizetype count = 0;
    for (const QChar unit : text)
        count += unit.isLowSurrogate() ? 0 : 1;
    return count;
}

} // namespace simulator
