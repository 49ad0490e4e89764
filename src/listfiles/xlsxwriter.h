// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a workbook of one sheet in which every cell is text, so that nothing in it is a formula, a number
// without its plus, or a date.
#pragma once

#include "listfiles/writer.h"

#include <QSaveFile>
#include <QTemporaryFile>

namespace listfiles {

class XlsxWriter final : public TableWriter
{
public:
    explicit XlsxWriter(const QString &path);

    base::Result<void> open();
    base::Result<void> writeRow(const QStringList &cells) override;
    base::Result<void> finish() override;

private:
    base::Result<void> flush();

    QSaveFile m_file;
    QTemporaryFile m_sheet; // its XML; zip parts are packed when they are whole
    QByteArray m_buffer;
    int m_rows = 0;
};

} // namespace listfiles
