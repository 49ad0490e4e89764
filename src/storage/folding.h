// SPDX-License-Identifier: GPL-3.0-or-later
// How words are compared when people search and sort: SQLite knows only ASCII. Pure.
#pragma once

#include <QString>
#include <QStringList>

namespace storage {

// Lower case, without marks: Åse and ase are both "ase", Ørjan and orjan "orjan", Bær "baer".
QString folded(const QString &text);
// The folded letters-and-digits words of a text, in order.
QStringList words(const QString &text);
// As words(), but of what a person types to search: a number in any spelling is one word of digits
// without + or leading 00.
QStringList searchTerms(const QString &typed);
// The ways in which a number is found: +4799999999 as 4799999999 and 99999999.
QStringList numberWords(const QString &e164);
// Orders as Norwegians do: æ, ø, å (also aa) last, ä with æ, ö with ø; other marks are ignored.
QString sortKey(const QString &text);

} // namespace storage
