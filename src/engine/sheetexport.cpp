// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sheetexport.h"

namespace engine {

namespace {

constexpr qint64 rowsBetweenTellings = 500;

} // namespace

base::Result<SheetExport> SheetExport::create(const QString &file, const QStringList &header, qint64 total,
                                              const ExportProgress &progress)
{
    auto writer = listfiles::TableWriter::create(file);
    if (!writer)
        return writer.error();
    SheetExport sheet;
    sheet.m_writer = std::move(writer).value();
    sheet.m_file = file;
    sheet.m_total = total;
    sheet.m_progress = progress;
    if (auto written = sheet.m_writer->writeRow(header); !written)
        return written.error();
    return sheet;
}

bool SheetExport::add(const QStringList &row)
{
    if (!m_written)
        return false;
    m_written = m_writer->writeRow(row);
    ++m_rows;
    if (m_written && m_progress && m_rows % rowsBetweenTellings == 0 && !m_progress(m_rows, m_total))
        m_written = base::Error{base::ErrorCode::Cancelled, m_file, {}};
    return m_written.ok();
}

base::Result<qint64> SheetExport::finish()
{
    if (m_written)
        m_written = m_writer->finish();
    return m_written ? base::Result<qint64>(m_rows) : m_written.error();
}

} // namespace engine
