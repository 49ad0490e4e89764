// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/alphabet.h"

namespace simulator {

namespace {

const QString single = QStringLiteral("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                                      "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
const QString twofold = QStringLiteral("^{}\\[~]|€\f");

} // namespace

bool fitsGsm(const QString &text)
{
    for (const QChar character : text) {
        if (!single.contains(character) && !twofold.contains(character))
            return false;
    }
    return true;
}

int lengthAsSent(const QString &text, bool unicodeAllowed)
{
    if (unicodeAllowed && !fitsGsm(text))
        return static_cast<int>(text.size());
    int length = 0;
    for (const QChar character : text) {
        if (!character.isLowSurrogate()) // a replaced character is one septet, however it is encoded
            length += twofold.contains(character) ? 2 : 1;
    }
    return length;
}

} // namespace simulator
