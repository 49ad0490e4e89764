// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator's own reading of the GSM alphabet and of lengths (OUT-04, OUT-05), apart from the
// client's, so that one mistake is not made twice.
#pragma once

#include <QString>

namespace simulator {

bool fitsGsm(const QString &text);
// Septets, extension characters as two, anything else as one; UTF-16 units when it goes as Unicode.
int lengthAsSent(const QString &text, bool unicodeAllowed);

} // namespace simulator
