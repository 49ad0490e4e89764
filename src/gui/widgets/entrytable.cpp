// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/entrytable.h"

#include "gui/widgets/theme.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QTableWidget>

namespace gui::entrytable {

void dress(QTableWidget *table, int columns, int lines)
{
    table->setColumnCount(columns);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setFixedHeight(lines * theme::rowHeight);
}

void connectButtons(QTableWidget *table, QAbstractButton *add, const std::function<void()> &newRow,
                    QAbstractButton *remove)
{
    QObject::connect(add, &QAbstractButton::clicked, table, [table, newRow] {
        newRow();
        table->setCurrentCell(table->rowCount() - 1, 0);
        table->editItem(table->currentItem());
    });
    QObject::connect(remove, &QAbstractButton::clicked, table,
                     [table] { table->removeRow(table->currentRow()); });
}

void append(QTableWidget *table, const QStringList &cells)
{
    const int row = table->rowCount();
    table->insertRow(row);
    for (int column = 0; column < cells.size(); ++column)
        table->setItem(row, column, new QTableWidgetItem(cells.at(column)));
}

} // namespace gui::entrytable
