// SPDX-License-Identifier: GPL-3.0-or-later
// A short table that is filled in by hand: one button puts a new row beneath and edits it, one takes away the
// row that is chosen.
#pragma once

#include <QStringList>

#include <functional>

class QAbstractButton;
class QTableWidget;

namespace gui::entrytable {

// lines: of height, its header counted. newRow puts a row beneath.
void dress(QTableWidget *table, int columns, int lines);
void connectButtons(QTableWidget *table, QAbstractButton *add, const std::function<void()> &newRow,
                    QAbstractButton *remove);
void append(QTableWidget *table, const QStringList &cells);

} // namespace gui::entrytable
