// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a sheet that are merged over several rows: a file holds their value in the first one only.
#pragma once

#include "listfiles/reader.h"

namespace listfiles {

struct MergedRows
{
    int first = 0; // the spreadsheet's rows
    int last = 0;
    int column = 0; // the left one, from 0

    bool overRows() const { return last > first; }
};

// Puts the value into the rows below. Rows come from above; a range is known before its second row.
class MergedCells
{
public:
    void add(const MergedRows &rows);
    void fill(Row &row);

private:
    struct Open
    {
        int last = 0;
        int column = 0;
        QString value;
        std::optional<QString> exact; // as Row::Fact's
    };

    QList<MergedRows> m_waiting; // by their first row, the nearest last
    bool m_sorted = true;
    QList<Open> m_open;
};

} // namespace listfiles
