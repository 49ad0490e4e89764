// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the rows of a sheet of an OpenDocument spreadsheet (.ods), one at a time.
#pragma once

#include "listfiles/mergedcells.h"
#include "listfiles/workbook.h"

namespace listfiles {

// True if the archive is such a spreadsheet.
bool isOpenDocument(ZipArchive &archive);

// The names of its sheets; a failure is "encrypted" or as the archive's.
base::Result<QList<Sheet>> openDocumentSheets(ZipArchive &archive);

class OpenDocumentSheet
{
public:
    OpenDocumentSheet(ZipArchive &archive, QString sheet, bool repeatMerged);

    // The next row that holds something. False at the end, and on a failure, which error() then holds.
    bool next(Row &row);
    std::optional<base::Error> error() const;

    qint64 inflated() const { return m_xml.inflated(); }
    QList<Finding> notes() const; // of the rows so far

private:
    bool readRow();
    void takeCell(int &column);
    QString cellText();

    XmlPart m_xml;
    QString m_sheet;
    bool m_inSheet = false;
    int m_next = 1; // number of the next row
    Row m_row;
    int m_repeats = 0; // how often m_row is still to be given
    bool m_hiddenRows = false;
    bool m_errorCells = false;
    bool m_mergedCells = false;
    std::optional<MergedCells> m_repeated; // where a person wants them repeated
};

} // namespace listfiles
