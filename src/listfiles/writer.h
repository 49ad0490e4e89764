// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a table as CSV or XLSX, row by row, so that no cell of it runs as a formula.
#pragma once

#include "base/result.h"

#include <QStringList>

#include <memory>

namespace listfiles {

// The file appears, whole, with finish(); a writer that is dropped before leaves what was there untouched.
class TableWriter
{
public:
    virtual ~TableWriter() = default;

    // The first row is the header. DiskFull or FileUnwritable; then the writer is of no more use.
    virtual base::Result<void> writeRow(const QStringList &cells) = 0;
    virtual base::Result<void> finish() = 0;

    // .csv: UTF-8 with byte order mark, semicolons, CR LF. .xlsx: text cells. Another name is FileUnwritable
    // with detail "unknownFormat".
    static base::Result<std::unique_ptr<TableWriter>> create(const QString &path);
};

// A cell's text as it stands in CSV, before quotes: what a spreadsheet would run (= + - @, tab or return in
// front) gets an apostrophe in front, and so does such a text that has apostrophes already. A number in
// E.164 stays as it is.
QString neutralised(const QString &cell);
// The reverse, on reading: what was written comes back. A lone apostrophe before anything else stays.
QString restored(const QString &cell);

} // namespace listfiles
