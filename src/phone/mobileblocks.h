// SPDX-License-Identifier: GPL-3.0-or-later
// Remembers which blocks of a thousand numbers the library found to be mobile, since asking it costs
// a hundred times as much. Operators get no smaller blocks. Thread-safe; holds 512 KiB at most.
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace phone {

// `digits` are those of a number in E.164. The country (ISO alpha-2) of its block, if remembered.
std::optional<QString> mobileBlockCountry(QByteArrayView digits);
void rememberMobileBlock(QByteArrayView digits, const QString &country);

} // namespace phone
