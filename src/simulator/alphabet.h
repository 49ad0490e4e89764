// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator's own reading of the GSM alphabet and of lengths (OUT-04, OUT-05), apart from the
// client's, so that one mistake is not made twice.
#pragma once

#include <QString>

namespace simulator {

bool fitsGsm(const QString &text);
// Septets, extension characters as two, a replaced character as one (OUT-04); UTF-16 units when the
// text goes as Unicode (OUT-09).
qsizetype lengthAsSent(const QString &text, bool unicodeAllowed);
qsizetype characters(const QString &text); // code points

} // namespace simulator
