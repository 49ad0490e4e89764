// SPDX-License-Identifier: GPL-3.0-or-later
// What every table of a page does alike: it sorts by a click on a column's head, gives the room that is left
// to the columns whose cells want it and the rest to one, keeps the width and the order that a person gives
// them, copies rows as rows, and has a menu.
#pragma once

#include "gui/context.h"
#include "gui/oneshot.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QMenu;
class QModelIndex;
class QTableView;

namespace gui {

struct TableKind
{
    QString name;          // its columns are kept under it
    int wide = 0;          // the column that takes the room that is left
    QList<int> characters; // how wide each column is at first; as wide as its head it always is
    bool sorts = true;     // by any of its columns
};

class TableHabits final : public QObject
{
    Q_OBJECT
public:
    // After the table has its model. Looks and delegates are tablelook's and the page's.
    TableHabits(QTableView *table, Context &context, TableKind kind);

    // What can be done with the chosen rows; copying is added beneath.
    using Fill = std::function<void(QMenu &menu)>;
    void setMenu(Fill fill) { m_fill = std::move(fill); }
    // The chosen rows as they are shown: the columns of one between tabs, the rows beneath each other.
    QString chosenRows() const;
    void resetColumns();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore();
    void keep();
    void fit();
    QList<int> shares() const; // how wide each column is, if nobody has arranged them
    int giveUp(QList<int> &widths, int most) const;
    int firstWidth(int column) const;
    int wantedBy(int column) const;
    void showRowMenu(const QPoint &place);
    void showHeadMenu(const QPoint &place);
    int shownColumns() const;

    QTableView *const m_table;
    Context &m_context;
    const TableKind m_kind;
    Fill m_fill;
    mutable QList<int> m_wanted; // the widest that each column's cells have been since they were read
    OneShot m_fitTimer{100};     // ms after the rows changed
    bool m_arranged = false;     // by a person
    bool m_fitting = false;
    bool m_restored = false;
};

} // namespace gui
