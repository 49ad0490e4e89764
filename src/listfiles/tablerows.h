// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the raw rows of a table into a header and data rows: finds the header, names its columns, leaves
// out blank rows and what stands above the header.
#pragma once

#include "listfiles/reader.h"

namespace listfiles {

class TableRows
{
public:
    using HeaderTaker = std::function<bool(const Header &)>;
    using RowTaker = std::function<bool(Row &&)>;

    TableRows(std::optional<int> headerRow, HeaderTaker header, RowTaker row);

    // False when the taker wants no more.
    bool take(Row &&row);
    // Gives what is held back. False if the table had no row at all.
    bool finish();

    // What the table is like, put into the format: header, title rows, notes.
    void describe(FileFormat &format) const;
    // The row that is to be the header is blank or behind the last one.
    bool lacksHeaderRow() const { return m_wanted && *m_wanted > 0 && m_headerRow == 0; }

private:
    void setAside(Row &&row);
    bool release();
    bool give(Row &&row);

    // The header is as wide as the widest of these first rows, so they wait for it.
    static constexpr int heldRows = 100;
    static constexpr int rowsAbove = 10;

    std::optional<int> m_wanted;
    HeaderTaker m_header;
    RowTaker m_row;
    QList<Row> m_held;
    QList<Row> m_above;
    qsizetype m_width = 0;
    int m_headerRow = 0;
    bool m_any = false;
    bool m_released = false;
    bool m_stopped = false;
    bool m_extraCells = false;
};

// Trimmed, never empty (a column's letters instead), each different in any case: "Mobil", "Mobil 2".
QStringList headerNames(const QStringList &cells);

} // namespace listfiles
