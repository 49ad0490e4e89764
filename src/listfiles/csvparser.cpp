// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/csvparser.h"

#include "listfiles/separator.h"
#include "listfiles/writer.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace listfiles {
namespace {

constexpr qsizetype window = 512 * 1024;

// ="4799999999" makes a spreadsheet keep what it would change.
void takeFormulaOff(QString &cell)
{
    if (cell.size() >= 3 && cell.startsWith("=\""_L1) && cell.endsWith(u'"'))
        cell = cell.sliced(2, cell.size() - 3).replace("\"\""_L1, "\""_L1);
}

} // namespace

CsvParser::CsvParser(TextBytes &source)
    : m_source(source)
    , m_window(window, Qt::Uninitialized)
{
}

base::Result<void> CsvParser::start(QChar separator)
{
    if (!separator.isNull() && (separator.unicode() > 0x7E || u"\"\r\n"_s.contains(separator)))
        return base::Error{ErrorCode::FileUnreadable, u"separator is not one plain character"_s,
                           u"separator"_s};
    more();
    if (m_error)
        return *m_error;
    if (!separator.isNull())
        m_separator = separator.toLatin1();
    takeSeparatorLine(!separator.isNull());
    m_stops[static_cast<uchar>(m_separator)] = true;
    for (const char c : {'\r', '\n', '\0'})
        m_stops[static_cast<uchar>(c)] = true;
    return {};
}

void CsvParser::takeSeparatorLine(bool isGiven)
{
    const QByteArrayView text(m_window.constData() + m_pos, m_end - m_pos);
    const qsizetype quote = text.startsWith('"') ? 1 : 0;
    qsizetype at = quote + 5;
    const bool says = text.size() >= at && text.sliced(quote, 4).compare("sep=", Qt::CaseInsensitive) == 0 &&
                      (quote == 0 || (text.size() > at && text[at++] == '"')) &&
                      (text.size() == at || text[at] == '\r' || text[at] == '\n');
    if (says) {
        m_separator = isGiven ? m_separator : text[quote + 4];
        if (at < text.size() && text[at] == '\r')
            ++at;
        if (at < text.size() && text[at] == '\n')
            ++at;
        m_pos += at;
    }
    const QByteArrayView head(m_window.constData() + m_pos, m_end - m_pos);
    if (says || isGiven) {
        m_rowsInQuotes = rowsAreQuoted(head, m_ended, m_separator);
    } else {
        const Separation found = findSeparation(head, m_ended);
        m_separator = found.separator;
        m_rowsInQuotes = found.rowsInQuotes;
    }
}

// Reads on, keeping the cell at hand. False at the end of the file or on a failure.
bool CsvParser::more()
{
    if (m_ended)
        return false;
    const qsizetype kept = m_end - m_cell;
    if (kept > 2 * mostCellBytes + 2) {
        fail(m_inQuotes ? u"cell over 64 KiB, perhaps an unterminated quote"_s : u"cell over 64 KiB"_s);
        return false;
    }
    std::memmove(m_window.data(), m_window.constData() + m_cell, size_t(kept));
    m_pos -= m_cell;
    m_end = kept;
    m_cell = 0;
    const auto got = m_source.read(m_window.data() + m_end, m_window.size() - m_end);
    if (!got) {
        m_ended = true;
        m_error = got.error();
        if (m_error->code == ErrorCode::FileUnreadable)
            m_error->detail.prepend(u"row %1: "_s.arg(std::max(m_row, 1)));
        return false;
    }
    m_ended = *got == 0;
    m_end += qsizetype(*got);
    return !m_ended;
}

bool CsvParser::next(Row &row)
{
    row.cells.clear();
    m_cell = m_pos;
    if (m_error || (m_pos == m_end && !more()))
        return false;
    row.number = ++m_row;
    m_column = 0;
    for (;;) {
        switch (takeCell(row.cells)) {
        case Ended::BySeparator:
            break;
        case Ended::ByNewline:
        case Ended::ByFile:
            if (m_rowsInQuotes && row.cells.size() == 1)
                row.cells = cutRow(row.cells.constFirst(), separator());
            return true;
        case Ended::ByFailure:
            return false;
        }
    }
}

CsvParser::Ended CsvParser::takeCell(QStringList &cells)
{
    if (++m_column > mostColumns)
        return fail(u"too many columns"_s);
    m_cell = m_pos;
    qsizetype closed = 0; // where the text after the closing quote begins, counted from m_cell
    bool doubled = false;
    if ((m_pos < m_end || more()) && m_window[m_pos] == '"') {
        if (!skipQuoted(doubled))
            return m_error ? Ended::ByFailure : fail(u"unterminated quote"_s);
        closed = m_pos - m_cell;
    }
    do {
        const char *const bytes = m_window.constData();
        while (m_pos < m_end && !m_stops[static_cast<uchar>(bytes[m_pos])])
            ++m_pos;
    } while (m_pos == m_end && more());
    if (m_error)
        return Ended::ByFailure;

    QByteArrayView piece(m_window.constData() + m_cell, m_pos - m_cell);
    if (closed > 0)
        piece = unquoted(piece, closed, doubled);
    if (piece.size() > mostCellBytes)
        return fail(u"cell over 64 KiB"_s);
    if ((m_pos < m_end && m_window[m_pos] == '\0') || (closed > 0 && piece.contains('\0')))
        return fail(u"NUL byte"_s);
    if (!m_source.wellFormed(piece))
        return fail(u"not valid UTF-8"_s);
    cells << restored(m_source.text(piece));
    if (piece.startsWith('='))
        takeFormulaOff(cells.last());

    if (m_pos == m_end)
        return Ended::ByFile;
    const char stop = m_window[m_pos++];
    if (stop == m_separator)
        return Ended::BySeparator;
    m_cell = m_pos;
    if (stop == '\r' && (m_pos < m_end || more()) && m_window[m_pos] == '\n')
        ++m_pos;
    return m_error ? Ended::ByFailure : Ended::ByNewline;
}

// To after the closing quote; false if there is none.
bool CsvParser::skipQuoted(bool &doubled)
{
    ++m_pos;
    m_inQuotes = true;
    for (;;) {
        const void *quote = std::memchr(m_window.constData() + m_pos, '"', size_t(m_end - m_pos));
        m_pos = quote ? static_cast<const char *>(quote) - m_window.constData() + 1 : m_end;
        if (m_pos == m_end && !more() && (!quote || m_error))
            return false;
        if (!quote)
            continue;
        if (m_pos == m_end || m_window[m_pos] != '"')
            break;
        doubled = true;
        ++m_pos;
    }
    m_inQuotes = false;
    return true;
}

// Text after the closing quote is kept, as spreadsheets do.
QByteArrayView CsvParser::unquoted(QByteArrayView raw, qsizetype closed, bool doubled)
{
    const QByteArrayView inner = raw.sliced(1, closed - 2);
    if (!doubled && closed == raw.size())
        return inner;
    m_unquoted = inner.toByteArray();
    if (doubled)
        m_unquoted.replace("\"\"", "\"");
    m_unquoted += raw.sliced(closed);
    return m_unquoted;
}

CsvParser::Ended CsvParser::fail(const QString &what)
{
    m_ended = true;
    m_error =
        base::Error{ErrorCode::FileUnreadable,
                    u"row %1 column %2: %3"_s.arg(QString::number(m_row), QString::number(m_column), what),
                    {}};
    return Ended::ByFailure;
}

} // namespace listfiles
