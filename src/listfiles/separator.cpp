// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/separator.h"

#include "listfiles/columns.h"
#include "phone/phonenumber.h"

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace listfiles {
namespace {

constexpr std::array<char, 4> separators = {';', '\t', '|', ','}; // the surer first
constexpr int linesJudged = 50;

struct Line
{
    QStringList cells;
    bool quoted = false; // its first cell
};

// The first lines that are not blank, cut plainly.
QList<Line> linesOf(QByteArrayView head, bool whole, char separator)
{
    QList<Line> out;
    Line line;
    QByteArray cell;
    bool quoted = false;
    bool atStart = true;
    const auto endCell = [&] {
        line.cells << QString::fromUtf8(cell);
        cell.clear();
        atStart = true;
    };
    const auto endLine = [&] {
        endCell();
        const bool blank = std::all_of(line.cells.begin(), line.cells.end(),
                                       [](const QString &text) { return text.trimmed().isEmpty(); });
        if (!blank)
            out << line;
        line = {};
    };
    for (qsizetype i = 0; i < head.size() && out.size() < linesJudged; ++i) {
        const char c = head[i];
        if (quoted && c == '"' && i + 1 < head.size() && head[i + 1] == '"') {
            cell += head[++i];
        } else if (quoted && c == '"') {
            quoted = false;
        } else if (quoted) {
            cell += c;
        } else if (c == '\r' || c == '\n') {
            endLine();
        } else if (c == separator) {
            endCell();
        } else if (c == '"' && atStart) {
            quoted = true;
            line.quoted = line.quoted || line.cells.isEmpty();
            atStart = false;
        } else {
            cell += c;
            atStart = false;
        }
    }
    if (out.size() < linesJudged && (out.isEmpty() || whole))
        endLine();
    return out;
}

struct Merit
{
    bool header = false; // a line of several cells has a usual header among them
    bool alike = false;  // all lines have as many cells
    int numbers = 0;     // lines with a cell that is a number
    int likeFirst = 0;

    auto operator<=>(const Merit &) const = default; // NOLINT(modernize-use-nullptr): it means its own zero
    bool cuts() const { return likeFirst > 0; }
};

Merit meritOf(const QList<Line> &lines)
{
    Merit out;
    // A title above the table has one cell.
    const auto first =
        std::find_if(lines.begin(), lines.end(), [](const Line &line) { return line.cells.size() > 1; });
    if (first == lines.end())
        return out;
    for (auto line = first; line != lines.end(); ++line) {
        out.likeFirst += line->cells.size() == first->cells.size() ? 1 : 0;
        out.header = out.header || (line->cells.size() > 1 &&
                                    std::any_of(line->cells.begin(), line->cells.end(), isUsualHeader));
        out.numbers += std::any_of(line->cells.begin(), line->cells.end(), [](const QString &cell) {
            return phone::parse(cell).error == phone::NumberError::None;
        });
    }
    out.alike = out.likeFirst == lines.end() - first;
    if (first != lines.begin() && !out.header)
        return {}; // a list of single cells, of which some hold two numbers
    return out;
}

} // namespace

Separation findSeparation(QByteArrayView head, bool whole)
{
    Separation best;
    Merit merit;
    for (const char separator : separators) {
        if (rowsAreQuoted(head, whole, separator))
            return {separator, true};
    }
    for (const char separator : separators) {
        const Merit found = meritOf(linesOf(head, whole, separator));
        if (found.cuts() && found > merit) {
            merit = found;
            best.separator = separator;
        }
    }
    return best;
}

bool rowsAreQuoted(QByteArrayView head, bool whole, char separator)
{
    const QList<Line> lines = linesOf(head, whole, separator);
    const auto isWhole = [separator](const Line &line) {
        return line.quoted && line.cells.size() == 1 &&
               line.cells.constFirst().contains(QLatin1Char(separator));
    };
    if (lines.size() < 2 || !std::all_of(lines.begin() + 1, lines.end(), isWhole))
        return false;
    // All of them in as many cells, so that a list of names with a comma is none.
    const auto width = [separator](const Line &line) {
        return line.cells.size() > 1 ? line.cells.size()
                                     : cutRow(line.cells.constFirst(), QLatin1Char(separator)).size();
    };
    if (!std::all_of(lines.begin(), lines.end(),
                     [&](const Line &line) { return width(line) == width(lines.constFirst()); }))
        return false;
    QByteArray inner;
    for (const Line &line : lines)
        inner += line.cells.join(QLatin1Char(separator)).toUtf8() + '\n';
    const Merit merit = meritOf(linesOf(inner, true, separator));
    return merit.header || merit.numbers > 0;
}

QStringList cutRow(const QString &row, QChar separator)
{
    QStringList out{QString()};
    bool quoted = false;
    bool atStart = true;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const QChar c = row.at(i);
        if (quoted && c == u'"' && i + 1 < row.size() && row.at(i + 1) == u'"') {
            out.last() += row.at(++i);
        } else if (c == u'"' && (quoted || atStart)) {
            quoted = !quoted;
            atStart = false;
        } else if (c == separator && !quoted) {
            out << QString();
            atStart = true;
        } else {
            out.last() += c;
            atStart = false;
        }
    }
    return out;
}

} // namespace listfiles
