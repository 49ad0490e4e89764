// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the digits out of a number as it was typed or pasted, before any country's rules; pure.
#pragma once

#include "phone/phonenumber.h"

#include <QByteArrayView>

#include <array>

namespace phone {

struct TypedNumber
{
    // More digits than any number has, so that a longer one is known to be too long.
    static constexpr int maxDigits = 24;

    NumberError error = NumberError::None; // Empty, NotANumber, ScientificNotation or TooLong
    bool international = false;            // began with a plus or 00, which `digits` lacks
    int bracketedZero = -1;                // index of the 0 of "(0)", or -1
    int count = 0;
    std::array<char, maxDigits> ascii{};

    QByteArrayView digits() const { return {ascii.data(), count}; }
};

TypedNumber readTyped(QStringView input);

} // namespace phone
