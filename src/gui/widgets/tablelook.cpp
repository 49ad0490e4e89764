// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/tablelook.h"

#include "gui/widgets/theme.h"

#include <QHeaderView>
#include <QTableView>

namespace gui::tablelook {

void dress(QTableView *table)
{
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(
        qMax(theme::rowHeight, table->fontMetrics().height() + 12));
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->setTabKeyNavigation(false);
}

int widthOf(const QTableView *table, int characters)
{
    constexpr int padding = 20; // what the style sheet gives the cells
    return characters * table->fontMetrics().averageCharWidth() + padding;
}

void widen(QTableView *table, std::initializer_list<int> characters)
{
    int column = 0;
    for (const int count : characters)
        table->setColumnWidth(column++, widthOf(table, count));
}

} // namespace gui::tablelook
