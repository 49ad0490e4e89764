// SPDX-License-Identifier: GPL-3.0-or-later
// A number format's code cut into its sections and their pieces; pure.
#pragma once

#include <QList>
#include <QLocale>
#include <QString>

namespace listfiles {

// A piece of a format code: what stands in quotes or behind a backslash is text, all else is itself.
struct FormatToken
{
    enum Kind { Text, Bracket, Sign } kind = Sign;
    QString text;
};

using FormatSection = QList<FormatToken>;

QList<FormatSection> sectionsOf(const QString &code);

// What a piece in brackets shows: "kr" of "[$kr-414]".
QString currencyOf(const QString &bracket);

bool isEnglish(const QLocale &locale);
QChar decimalPoint(const QLocale &locale);

// A day, a time or both, by a section that says so. Not for a number that is no day.
QString shownMoment(double serial, const FormatSection &section, const QLocale &locale, bool from1904);

} // namespace listfiles
