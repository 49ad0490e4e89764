// SPDX-License-Identifier: GPL-3.0-or-later
// Tells dates, amounts, fractions and times from telephone numbers by how they are written; pure.
#pragma once

#include <QStringView>

namespace phone {

// Of a trimmed text of digits and marks: "24.12.1948", "1948-12-24 12.30", "1140362.5", "12.345.678",
// "-99999999", "12345678.-". Not "99.99.99.99", "999-99-999" or "22.33.4455", which is no day.
bool isFigure(QStringView text);

qsizetype digitsIn(QStringView text); // how many

} // namespace phone
