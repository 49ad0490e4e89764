// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/headerrow.h"

#include "listfiles/columns.h"
#include "phone/cellnumbers.h"

#include <algorithm>

namespace listfiles {
namespace {

// A number that a person would see, whether or not it can be used: "9999999", "24.12.1948", "9999999x".
bool looksLikeFigures(const QString &cell)
{
    qsizetype digits = 0;
    qsizetype letters = 0;
    for (const QChar c : cell) {
        digits += c.isDigit() ? 1 : 0;
        letters += c.isLetter() ? 1 : 0;
    }
    return digits >= 5 || (digits >= 3 && digits >= letters); // "Kari Nordmann 9999999"
}

struct Glance
{
    int filled = 0;
    int known = 0;      // cells that are usual headers
    bool says = false;  // … of which one says telephone
    QList<int> numbers; // columns
};

Glance glanceAt(const Row &row)
{
    Glance out;
    for (int i = 0; i < row.cells.size(); ++i) {
        const QString &cell = row.cells.at(i);
        if (cell.trimmed().isEmpty())
            continue;
        ++out.filled;
        if (phone::holdsNumber(row.exact(i))) {
            out.numbers.append(i);
        } else {
            const bool says = saysTelephone(cell);
            out.says = out.says || says;
            out.known += says || isUsualHeader(cell) ? 1 : 0;
        }
    }
    return out;
}

// "Telefonliste 2026" above a table says telephone too, but stands alone in its row.
bool isTitle(const Glance &row, const Glance &next)
{
    return row.filled == 1 && next.filled > 1;
}

} // namespace

int findHeader(const QList<Row> &rows)
{
    QList<Glance> glances;
    for (const Row &row : rows)
        glances.append(glanceAt(row));
    const int count = int(glances.size());
    int firstData = count;
    for (int i = 0; i < count; ++i) {
        const bool title = i + 1 < count && isTitle(glances.at(i), glances.at(i + 1));
        if (glances.at(i).says && !title)
            return i;
        // A number in a title is nobody's, if the header follows.
        const bool headerFollows = title && glances.at(i + 1).says;
        if (!glances.at(i).numbers.isEmpty() && !headerFollows) {
            firstData = i;
            break;
        }
    }
    for (int i = 0; i < std::min(firstData + 1, count); ++i) {
        const Glance &row = glances.at(i);
        if (row.known >= (row.numbers.isEmpty() ? 1 : 2) && (row.filled > 1 || i + 1 == firstData))
            return i;
    }
    if (firstData == count) {
        const QStringList &first = rows.constFirst().cells;
        return std::any_of(first.begin(), first.end(), looksLikeFigures) ? -1 : 0;
    }
    // Words above the numbers are a header that is called otherwise.
    for (int i = 0; i < firstData; ++i) {
        for (const int column : glances.at(firstData).numbers) {
            const QString cell = rows.at(i).cells.value(column).trimmed();
            if (!cell.isEmpty() && !looksLikeFigures(cell))
                return i;
        }
    }
    return -1;
}

} // namespace listfiles
