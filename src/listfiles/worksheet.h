// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the rows of one worksheet, one at a time.
#pragma once

#include "listfiles/mergedcells.h"
#include "listfiles/workbook.h"

namespace listfiles {

class Worksheet
{
public:
    Worksheet(ZipArchive &archive, const Workbook &workbook, const QString &part, const ReadOptions &options);

    // The next row that the sheet holds. False at the end, and on a failure, which error() then holds.
    bool next(Row &row);
    std::optional<base::Error> error() const;

    qint64 inflated() const { return m_xml.inflated(); }
    QList<Finding> notes() const; // of the rows so far

private:
    void findMerged(ZipArchive &archive, const QString &part);
    void takeCell(Row &row, int &column);
    QString value(const QString &type, const QString &written, const QString &inlineText);
    void takeNumber(Row &row, int column, const QString &written, qsizetype format);
    void put(Row &row, int column, QString &&text);
    void failHere(const QString &what = {});

    const Workbook &m_workbook;
    XmlPart m_xml;
    QLocale m_locale;
    int m_row = 0;
    int m_column = 0;
    bool m_inData = false;
    bool m_hiddenRows = false;
    bool m_hiddenColumns = false;
    bool m_errorCells = false;
    bool m_numbersAsText = false;
    bool m_mergedCells = false;
    std::optional<MergedCells> m_repeated; // where a person wants them repeated
};

} // namespace listfiles
