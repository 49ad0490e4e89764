// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the rows of one worksheet, one at a time.
#pragma once

#include "listfiles/workbook.h"

namespace listfiles {

class Worksheet
{
public:
    Worksheet(ZipArchive &archive, const Workbook &workbook, const QString &part);

    // The next row that the sheet holds. False at the end, and on a failure, which error() then holds.
    bool next(Row &row);
    std::optional<base::Error> error() const;

    qint64 inflated() const { return m_xml.inflated(); }
    // Of the rows so far.
    bool hiddenRows() const { return m_hiddenRows; }
    bool hiddenColumns() const { return m_hiddenColumns; }
    bool errorCells() const { return m_errorCells; }
    bool numbersAsText() const { return m_numbersAsText; }

private:
    void takeCell(Row &row, int &column);
    QString value(const QString &type, qsizetype format, const QString &written, const QString &inlineText);
    void failHere(const QString &what = {});

    const Workbook &m_workbook;
    XmlPart m_xml;
    int m_row = 0;
    int m_column = 0;
    bool m_inData = false;
    bool m_hiddenRows = false;
    bool m_hiddenColumns = false;
    bool m_errorCells = false;
    bool m_numbersAsText = false;
};

} // namespace listfiles
