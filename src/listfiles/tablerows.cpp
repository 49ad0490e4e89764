// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/tablerows.h"

#include "listfiles/columns.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace listfiles {
namespace {

bool isBlank(const QString &cell)
{
    return std::all_of(cell.begin(), cell.end(), [](QChar c) { return c.isSpace(); });
}

// Spreadsheets write formatted but empty cells to the right of the table.
void trimEnd(QStringList &cells)
{
    while (!cells.isEmpty() && isBlank(cells.constLast()))
        cells.removeLast();
}

} // namespace

QStringList headerNames(const QStringList &cells)
{
    QStringList out;
    QSet<QString> used;
    for (int i = 0; i < cells.size(); ++i) {
        QString name = cells.at(i).simplified();
        if (name.isEmpty())
            name = columnLetters(i);
        QString unique = name;
        for (int n = 2; used.contains(unique.toCaseFolded()); ++n)
            unique = name + u' ' + QString::number(n);
        used.insert(unique.toCaseFolded());
        out << unique;
    }
    return out;
}

TableRows::TableRows(std::optional<bool> hasHeader, const HeaderTaker &header, const RowTaker &row)
    : m_wanted(hasHeader)
    , m_header(header)
    , m_row(row)
{
}

bool TableRows::take(Row &&row)
{
    trimEnd(row.cells);
    if (row.cells.isEmpty() || m_stopped)
        return !m_stopped;
    if (m_released)
        return give(std::move(row));
    m_width = std::max(m_width, row.cells.size());
    m_held << std::move(row);
    return m_held.size() < kHeldRows || release();
}

bool TableRows::finish()
{
    if (m_released)
        return true;
    if (m_held.isEmpty())
        return false;
    release();
    return true;
}

bool TableRows::release()
{
    m_released = true;
    QStringList first = m_held.constFirst().cells;
    m_hasHeader = m_wanted.value_or(std::none_of(first.begin(), first.end(), readsAsPhone));
    if (m_hasHeader)
        m_held.removeFirst();
    else
        first.clear();
    first.resize(m_width);
    m_stopped = m_header && !m_header(headerNames(first));
    QList<Row> held;
    held.swap(m_held);
    for (Row &row : held) {
        if (m_stopped || !give(std::move(row)))
            break;
    }
    return !m_stopped;
}

bool TableRows::give(Row &&row)
{
    m_extraCells = m_extraCells || row.cells.size() > m_width;
    if (row.cells.size() < m_width)
        row.cells.resize(m_width);
    m_stopped = m_row && !m_row(std::move(row));
    return !m_stopped;
}

} // namespace listfiles
