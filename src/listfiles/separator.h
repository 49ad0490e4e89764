// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what separates the cells of a CSV file, from its first lines; pure.
#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace listfiles {

struct Separation
{
    char separator = ';';
    bool rowsInQuotes = false; // each row is one quoted cell that holds the separators
};

// The one of `;`, tab, `|` and `,` that makes cells with the names of usual headers, cuts all lines alike,
// and makes cells that are numbers, in this order; among equals the surer. `whole`: the bytes are all of
// the file, so that the last line has its end.
Separation findSeparation(QByteArrayView head, bool whole);

// Whether rows are quoted as a whole, with a separator that is known.
bool rowsAreQuoted(QByteArrayView head, bool whole, char separator);

// A row that stood in quotes, cut once more.
QStringList cutRow(const QString &row, QChar separator);

} // namespace listfiles
