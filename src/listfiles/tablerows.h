// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the raw rows of a table into a header and data rows: finds the header, names its columns, leaves
// out blank rows.
#pragma once

#include "listfiles/reader.h"

namespace listfiles {

class TableRows
{
public:
    using HeaderTaker = std::function<bool(const QStringList &)>;
    using RowTaker = std::function<bool(Row &&)>;

    TableRows(std::optional<bool> hasHeader, const HeaderTaker &header, const RowTaker &row);

    // False when the taker wants no more.
    bool take(Row &&row);
    // Gives what is held back. False if the table had no row at all.
    bool finish();

    bool hasHeader() const { return m_hasHeader; }
    bool extraCells() const { return m_extraCells; }

private:
    bool release();
    bool give(Row &&row);

    // The header is as wide as the widest of these first rows, so they wait for it.
    static constexpr int kHeldRows = 100;

    std::optional<bool> m_wanted;
    HeaderTaker m_header;
    RowTaker m_row;
    QList<Row> m_held;
    qsizetype m_width = 0;
    bool m_released = false;
    bool m_stopped = false;
    bool m_hasHeader = true;
    bool m_extraCells = false;
};

// Trimmed, never empty (a column's letters instead), each different in any case: "Mobil", "Mobil 2".
QStringList headerNames(const QStringList &cells);

} // namespace listfiles
