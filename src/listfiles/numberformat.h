// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a sheet's number as the sheet does: by its format code, in a person's language; pure.
#pragma once

#include <QLocale>
#include <QString>

namespace listfiles {

// The code of a format that a workbook only numbers, as Excel has it in that language.
QString builtInFormat(int id, const QLocale &locale);

// `written` as the file has it, such as "0.25" under "0 %": "25 %". Decimals and thousands are the
// language's, thousands apart by a plain space in Norwegian. What is no number comes back as it is.
QString shownNumber(const QString &written, const QString &code, const QLocale &locale, bool from1904);

// "SANN" or "TRUE".
QString shownTruth(bool value, const QLocale &locale);

} // namespace listfiles
