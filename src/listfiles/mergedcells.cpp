// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/mergedcells.h"

#include <algorithm>

namespace listfiles {

void MergedCells::add(const MergedRows &rows)
{
    if (!rows.overRows())
        return;
    m_waiting.append(rows);
    m_sorted = false;
}

void MergedCells::fill(Row &row)
{
    if (!m_sorted) {
        std::stable_sort(m_waiting.begin(), m_waiting.end(),
                         [](const MergedRows &a, const MergedRows &b) { return a.first > b.first; });
        m_sorted = true;
    }
    m_open.removeIf([&row](const Open &open) { return open.last < row.number; });
    for (const Open &open : std::as_const(m_open)) {
        if (!row.cells.value(open.column).isEmpty())
            continue; // some programs write the value into each
        if (row.cells.size() <= open.column)
            row.cells.resize(open.column + 1);
        row.cells[open.column] = open.value;
        if (open.exact)
            row.facts.append({open.column, *open.exact});
    }
    while (!m_waiting.isEmpty() && m_waiting.constLast().first <= row.number) {
        const MergedRows merged = m_waiting.takeLast();
        const QString value = row.cells.value(merged.column);
        if (merged.first < row.number || value.isEmpty())
            continue;
        Open open{merged.last, merged.column, value, {}};
        for (const Row::Fact &fact : std::as_const(row.facts)) {
            if (fact.column == merged.column)
                open.exact = fact.exact;
        }
        m_open.append(open);
    }
}

} // namespace listfiles
