// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts CSV into records (RFC 4180 with `;`, `,`, tab or `|`), one at a time, within the limits of
// reliability.md "Imports".
#pragma once

#include "listfiles/textbytes.h"

#include <array>

namespace listfiles {

class CsvParser
{
public:
    explicit CsvParser(TextBytes &source);

    // Finds the separator (unless given) and takes a `sep=;` line, which is no row of the spreadsheet.
    base::Result<void> start(QChar separator);
    // The next record, blank ones too. False at the end, and on a failure, which error() then holds.
    bool next(Row &row);

    const std::optional<base::Error> &error() const { return m_error; }
    QChar separator() const { return QLatin1Char(m_separator); }

private:
    enum class Ended { BySeparator, ByNewline, ByFile, ByFailure };

    Ended takeCell(QStringList &cells);
    bool skipQuoted(bool &doubled);
    QByteArrayView unquoted(QByteArrayView raw, qsizetype closed, bool doubled);
    Ended fail(const QString &what);
    bool more();
    void takeSeparatorLine(bool isGiven);

    TextBytes &m_source;
    QByteArray m_window; // bytes from m_cell (the cell at hand) to m_end are kept while more are read
    qsizetype m_cell = 0;
    qsizetype m_pos = 0;
    qsizetype m_end = 0;
    bool m_ended = false;
    bool m_inQuotes = false;
    char m_separator = ';';
    bool m_rowsInQuotes = false;
    std::array<bool, 256> m_stops{};
    QByteArray m_unquoted;
    int m_row = 0;
    qsizetype m_column = 0;
    std::optional<base::Error> m_error;
};

} // namespace listfiles
