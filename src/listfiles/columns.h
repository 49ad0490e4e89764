// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a list holds what: by its header in Norwegian or English, and by its contents only in a
// list without a header.
#pragma once

#include "listfiles/reader.h"

namespace listfiles {

// Indexes into the header, -1 where there is none. A person may correct each.
struct ColumnMap
{
    // Empty: nothing says which it is, so a person has to. Several (Google's "Phone 1 - Value" …) are
    // numbers of one person, of which a row gives one.
    QList<int> phones;
    QList<int> phoneLabels; // "Phone 1 - Type" beside each of phones, -1 where there is none
    QList<int> otherPhones; // hold numbers too and are not taken
    int name = -1;          // the whole name, or the first name if lastName is given
    int lastName = -1;
    int email = -1;
    int groups = -1;

    bool operator==(const ColumnMap &) const = default;
};

ColumnMap guessColumns(const Header &header, const QList<Row> &sample);

// True if the header's text says that telephone numbers stand below it: "Mobil", "Foresattes tlf."; not
// "Medlemsnr", "Faks", "Phone 1 - Type".
bool saysTelephone(const QString &name);
// True if calling codes such as 47 stand below it: "Landkode", "Country code".
bool saysCountryCode(const QString &name);
// True if it is just a usual name of a column of telephones, persons, addresses or groups: "Tlf.", "E-post".
bool isUsualHeader(const QString &name);

// The spreadsheet's name of a column: 0 is "A", 26 is "AA".
QString columnLetters(int index);

} // namespace listfiles
