// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell of a list holds: its numbers, each with its verdict and what stands beside it. The one
// answer to "is this a number", while columns are guessed as well as when they are read. Thread-safe.
#pragma once

#include "phone/phonenumber.h"

#include <QList>

namespace phone {

struct CellNumber
{
    QString typed; // its piece of the cell, with the note
    QString note;  // "mor" of "99999999 (mor)"
    PhoneNumber number;
};

// Never empty: a cell without anything gives one that is Empty. Notes are words in brackets, behind the
// number, in a piece of their own, or labels before it ("Mob: …"); one that says fax, or that it is
// not to be used ("ikke bruk", "feil nummer", "sluttet"), makes it no number.
QList<CellNumber> readCell(const QString &cell, const QString &region = QStringLiteral("NO"));

// True if readCell() finds at least one number that can be used.
bool holdsNumber(const QString &cell);

} // namespace phone
