// SPDX-License-Identifier: GPL-3.0-or-later
// A spreadsheet that is written row by row, with progress; failing or cancelled it leaves no file.
#pragma once

#include "base/result.h"
#include "listfiles/writer.h"

#include <functional>

namespace engine {

// How far an export has come; total 0: unknown. False cancels: then no file appears (Cancelled).
using ExportProgress = std::function<bool(qint64 done, qint64 total)>;

class SheetExport
{
public:
    // .csv or .xlsx by the file's name. Errors: as TableWriter.
    static base::Result<SheetExport> create(const QString &file, const QStringList &header, qint64 total,
                                            const ExportProgress &progress);

    bool add(const QStringList &row); // false: no more is wanted, and finish() says why
    base::Result<qint64> finish();    // how many rows were written; or the first error

private:
    std::unique_ptr<listfiles::TableWriter> m_writer;
    QString m_file;
    qint64 m_total = 0;
    ExportProgress m_progress;
    qint64 m_rows = 0;
    base::Result<void> m_written;
};

} // namespace engine
