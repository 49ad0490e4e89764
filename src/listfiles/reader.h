// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a list of people from CSV, XLSX or vCard, row by row; what kind of file it is follows from its
// contents, not its name.
#pragma once

#include "base/result.h"
#include "base/words.h"

#include <QLocale>
#include <QStringList>

#include <functional>
#include <optional>

namespace listfiles {
using base::identifier;

inline constexpr qint64 mostFileBytes = 200LL * 1024 * 1024;
inline constexpr qsizetype mostCellBytes = 64 * 1024;
inline constexpr int mostColumns = 16384;

struct Row
{
    // A cell that is a number to the sheet, shown there in another way, or an error such as #N/A.
    struct Fact
    {
        int column = 0;
        QString exact; // "4799992002", "0.25"; empty for an error
    };

    int number = 0;    // the spreadsheet's row: 1 is the first, blank rows are counted
    QStringList cells; // at least as many as the header; more where the row itself has more
    QList<Fact> facts; // by column

    // As a telephone number is to be read: a number's exact value, else the cell.
    QString exact(int column) const;
    bool isError(int column) const;
};

struct Header
{
    QStringList names;    // each different in any case; without a header "A", "B", …
    int row = 0;          // the spreadsheet's; 0: the list has none, and the first row is data
    bool ofCards = false; // of a vCard file: each row is one person
};

enum class FileKind { Csv, Xlsx, OpenDocument, Vcard };

// What a person should know of a file that was read all the same.
enum class Finding {
    HiddenSheets,
    HiddenRows,
    HiddenColumns,
    ErrorCells,       // such as #N/A, read as empty
    NumbersAsText,    // digits in a text cell
    ExtraCells,       // a row wider than the header
    TitleRows,        // some stand above the header
    MergedCells,      // over several rows, and not repeated
    MixedEncoding,    // rows in UTF-8 beside others
    DoubtfulEncoding, // a guess that may be wrong
    FaxNumbersLeftOut,
    MorePhoneColumns, // which nobody reads; said by those who choose the columns
};
constexpr auto wordsOf(Finding) // cli.md
{
    return base::Words<Finding::MorePhoneColumns>({"hiddenSheets", "hiddenRows", "hiddenColumns",
                                                   "errorCells", "numbersAsText", "extraCells", "titleRows",
                                                   "mergedCells", "mixedEncoding", "doubtfulEncoding",
                                                   "faxNumbersLeftOut", "morePhoneColumns"});
}

struct FileFormat
{
    FileKind kind = FileKind::Csv;
    QString encoding;            // of encodingNames(); empty for xlsx
    QChar separator;             // csv only
    int headerRow = 0;           // the spreadsheet's; 0: none
    QList<Row> above;            // what stands above the header, such as a title: at most ten rows
    QStringList encodingSamples; // three rows, where the encoding is a guess that may be wrong
    QStringList sheets;          // xlsx: every worksheet, hidden ones too, in the workbook's order
    QString sheet;               // xlsx: the one that is read
    QList<Finding> notes;        // each once; of its rows only after a whole read()
};

struct ReadOptions
{
    QString sheet;                // by name, in any case; empty: the first visible one
    QString encoding;             // as FileFormat::encoding; empty: found
    QChar separator;              // null: found
    std::optional<int> headerRow; // the spreadsheet's; 0: none; absent: found
    bool repeatMerged = false;    // a cell that is merged over several rows has its value in each of them
    QLocale locale;               // in which a sheet's numbers and dates are shown
    std::function<bool(qint64 done, qint64 total)> progress; // in bytes; false ends with Cancelled
};

// The encodings of text files by name; isEncodingName also knows their usual other names, in any case.
QStringList encodingNames();
bool isEncodingName(const QString &name);

// Every failure is FileUnreadable (or Cancelled). Its detail is one of the identifiers "oldExcel",
// "binaryExcel", "encrypted", "numbers", "notASpreadsheet", "damaged", "empty",
// "tooLarge", "tooManyEntries", "inflatedTooLarge", "compressionRatio", "doctype", or the system's words,
// or a short English phrase with its place, such as "row 12 column 3: unterminated quote". It does not
// repeat the file's name. With field "sheet", "encoding", "separator" or "header-row" it concerns that
// option.
//
// Calls header once, then row for each row that is not blank. Either may return false to stop early (for a
// preview), which is no error. On failure rows may have been given: keep none of them before the result.
// A vCard file reads as a table with the header name, phone, email, categories, other phones: a row per
// card, whose phone is the mobile if it has one.
base::Result<FileFormat> read(const QString &path, const ReadOptions &options,
                              const std::function<bool(const Header &)> &header,
                              const std::function<bool(Row &&)> &row);

} // namespace listfiles
