// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a list of people from CSV, XLSX or vCard, row by row; what kind of file it is follows from its
// contents, not its name.
#pragma once

#include "base/result.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace listfiles {

constexpr qint64 kMaxFileBytes = 200LL * 1024 * 1024;
constexpr qsizetype kMaxCellBytes = 64 * 1024;
constexpr int kMaxColumns = 16384;

struct Row
{
    int number = 0;    // the spreadsheet's row: 1 is the first, blank rows are counted
    QStringList cells; // at least as many as the header; more where the row itself has more
};

struct FileFormat
{
    QString kind;          // "csv", "xlsx", "vcard"
    QString encoding;      // "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252"; empty for xlsx
    QChar separator;       // csv only
    bool hasHeader = true; // else the header is "A", "B", … and the first row is data
    QStringList sheets;    // xlsx: every worksheet, hidden ones too, in the workbook's order
    QString sheet;         // xlsx: the one that is read
    // Each once: "hiddenSheets"; and after a whole read() "hiddenRows", "hiddenColumns", "errorCells"
    // (such as #N/A, read as empty), "numbersAsText" (digits in a text cell), "extraCells" (a row wider
    // than the header), "faxNumbersLeftOut" (vCard).
    QStringList notes;
};

struct ReadOptions
{
    QString sheet;                 // by name, in any case; empty: the first visible one
    QString encoding;              // as FileFormat::encoding; empty: found
    QChar separator;               // null: found
    std::optional<bool> hasHeader; // absent: found (no header if a cell of the first row is a number)
    std::function<bool(qint64 done, qint64 total)> progress; // in bytes; false ends with Cancelled
};

// Every failure is FileUnreadable (or Cancelled). Its detail is one of the identifiers "oldExcel",
// "binaryExcel", "encrypted", "openDocument", "numbers", "notASpreadsheet", "damaged", "empty",
// "tooLarge", "tooManyEntries", "inflatedTooLarge", "compressionRatio", "doctype", or the system's words,
// or a short English phrase with its place, such as "row 12 column 3: unterminated quote". It does not
// repeat the file's name. With field "sheet", "encoding" or "separator" it concerns that option.
base::Result<FileFormat> inspect(const QString &path, const ReadOptions &options = {});

// Calls header once, then row for each row that is not blank. Either may return false to stop early (for a
// preview), which is no error. On failure rows may have been given: keep none of them before the result.
// A vCard file reads as a table with the header name, phone, email, categories, one row per number.
base::Result<FileFormat> read(const QString &path, const ReadOptions &options,
                              const std::function<bool(const QStringList &header)> &header,
                              const std::function<bool(Row &&)> &row);

} // namespace listfiles
