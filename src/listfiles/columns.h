// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a list holds what, guessed from its header in Norwegian or English, else its contents.
#pragma once

#include "listfiles/reader.h"

namespace listfiles {

// Indexes into the header, -1 where there is none. A person may correct each.
struct ColumnMap
{
    int phone = -1;
    int name = -1; // the whole name, or the first name if lastName is given
    int lastName = -1;
    int email = -1;
    int groups = -1;

    bool operator==(const ColumnMap &) const = default;
};

ColumnMap guessColumns(const QStringList &header, const QList<Row> &sample);

// True if the cell is made of phone numbers as people type them: eight digits or more with the usual
// separators, or a number that a spreadsheet spoiled (4,79E+10). Not true for dates.
bool readsAsPhone(QStringView cell);

// The spreadsheet's name of a column: 0 is "A", 26 is "AA".
QString columnLetters(int index);

} // namespace listfiles
