// SPDX-License-Identifier: GPL-3.0-or-later
// How every table of the window looks: rows to be chosen whole, no grid, the last column taking the rest.
#pragma once

#include <initializer_list>

class QTableView;

namespace gui::tablelook {

void dress(QTableView *table);
int widthOf(const QTableView *table, int characters); // of a column, in pixels
// The first columns as wide as so many characters each.
void widen(QTableView *table, std::initializer_list<int> characters);

} // namespace gui::tablelook
