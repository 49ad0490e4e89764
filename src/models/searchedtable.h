// SPDX-License-Identifier: GPL-3.0-or-later
// A table of rows that it has been given, of which a search shows some, in the order that is chosen.
#pragma once

#include "models/table.h"

namespace models {

class SearchedTable : public Table
{
    Q_OBJECT
public:
    using Table::Table;

    void search(const QString &text); // shows the rows that have it; empty: all

protected:
    virtual qsizetype allRows() const = 0;
    virtual bool has(qsizetype place, const QString &text) const = 0; // of one of all
    virtual QString sortKey(qsizetype place, int column) const = 0;

    qsizetype placeOf(int row) const { return m_shown.at(row); } // among all
    template <typename Change>
    void reset(const Change &change) // of all rows
    {
        beginResetModel();
        change();
        choose();
        endResetModel();
    }

private:
    qsizetype rows() const final { return m_shown.size(); }
    void arrange() final; // by nothing chosen, as they were given
    void choose();

    QList<qsizetype> m_shown;
    QString m_search;
};

} // namespace models
