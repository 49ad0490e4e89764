// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/tablerows.h"

#include "listfiles/columns.h"
#include "listfiles/headerrow.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace listfiles {
namespace {

// Nothing that a person would see: neither a zero-width space nor the Ctrl-Z that ends a DOS file.
bool isBlank(const QString &cell)
{
    return std::all_of(cell.begin(), cell.end(), [](QChar c) {
        return c.isSpace() || c == QChar(0x1A) || c.category() == QChar::Other_Format;
    });
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
    QHash<QString, int> counts; // of equal names so far, so that a thousand of them take no million steps
    for (int i = 0; i < cells.size(); ++i) {
        QString name = cells.at(i).normalized(QString::NormalizationForm_C);
        name.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
        name = name.simplified();
        if (name.isEmpty())
            name = columnLetters(i);
        QString unique = name;
        int &count = counts[name.toCaseFolded()];
        while (used.contains(unique.toCaseFolded()))
            unique = name + u' ' + QString::number(++count + 1);
        used.insert(unique.toCaseFolded());
        out << unique;
    }
    return out;
}

TableRows::TableRows(std::optional<int> headerRow, HeaderTaker header, RowTaker row)
    : m_wanted(headerRow)
    , m_header(std::move(header))
    , m_row(std::move(row))
{
}

bool TableRows::take(Row &&row)
{
    trimEnd(row.cells);
    if (row.cells.isEmpty() || m_stopped)
        return !m_stopped;
    m_any = true;
    if (m_released)
        return give(std::move(row));
    if (m_wanted && row.number < *m_wanted) {
        setAside(std::move(row));
        return true;
    }
    m_held << std::move(row);
    if (m_wanted && *m_wanted > 0 && m_held.constFirst().number != *m_wanted)
        return false; // that row is blank
    return m_held.size() < heldRows || release();
}

bool TableRows::finish()
{
    if (!m_released && !m_held.isEmpty())
        release();
    return m_any;
}

void TableRows::setAside(Row &&row)
{
    if (m_above.size() < rowsAbove)
        m_above << std::move(row);
}

bool TableRows::release()
{
    if (m_wanted && *m_wanted > 0 && m_held.constFirst().number != *m_wanted)
        return false;
    m_released = true;
    int place = -1;
    if (m_wanted)
        place = *m_wanted > 0 ? 0 : -1;
    else
        place = findHeader(m_held);
    QStringList names;
    for (int i = 0; i < place; ++i)
        setAside(m_held.takeFirst());
    for (const Row &row : std::as_const(m_held))
        m_width = std::max(m_width, row.cells.size());
    if (place >= 0) {
        Row header = m_held.takeFirst();
        m_headerRow = header.number;
        names = std::move(header.cells);
    }
    names.resize(m_width);
    m_stopped = m_header && !m_header(Header{headerNames(names), m_headerRow, false});
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

void TableRows::describe(FileFormat &format) const
{
    format.headerRow = m_headerRow;
    format.above = m_above;
    if (!m_above.isEmpty())
        format.notes << Finding::TitleRows;
    if (m_extraCells)
        format.notes << Finding::ExtraCells;
}

} // namespace listfiles
