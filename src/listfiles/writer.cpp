// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/writer.h"

#include "listfiles/outputfile.h"
#include "listfiles/xlsxwriter.h"

#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace listfiles {
namespace {

constexpr qsizetype buffer = 256 * 1024;

bool isE164(const QString &cell)
{
    return cell.startsWith(u'+') && cell.size() >= 7 && cell.size() <= 16 &&
           std::all_of(cell.begin() + 1, cell.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

class CsvWriter final : public TableWriter
{
public:
    explicit CsvWriter(const QString &path)
        : m_file(path)
    {
    }

    base::Result<void> open()
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return writeError(m_file);
        m_buffer = "\xEF\xBB\xBF";
        return {};
    }

    base::Result<void> writeRow(const QStringList &cells) override
    {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (i > 0)
                m_buffer += ';';
            append(neutralised(cells.at(i)));
        }
        m_buffer += "\r\n";
        return m_buffer.size() < buffer ? base::Result<void>() : flush();
    }

    base::Result<void> finish() override
    {
        if (const auto flushed = flush(); !flushed)
            return flushed;
        if (!m_file.commit())
            return writeError(m_file);
        return {};
    }

private:
    void append(QString cell)
    {
        const bool quoted = std::any_of(cell.begin(), cell.end(),
                                        [](QChar c) {
                                            return c == u';' || c == u',' || c == u'"' || c == u'\r' ||
                                                   c == u'\n' || c == u'\t';
                                        }) ||
                            cell.startsWith(u' ') || cell.endsWith(u' ');
        cell.remove(QChar::Null); // no reader takes it
        if (quoted)
            m_buffer += '"' + cell.replace(u'"', "\"\""_L1).toUtf8() + '"';
        else
            m_buffer += cell.toUtf8();
    }

    base::Result<void> flush()
    {
        if (!writeWhole(m_file, m_buffer))
            return writeError(m_file);
        m_buffer.clear();
        return {};
    }

    QSaveFile m_file;
    QByteArray m_buffer;
};

} // namespace

namespace {

// What a spreadsheet would run, behind any number of apostrophes.
bool wouldRun(QStringView cell)
{
    while (cell.startsWith(u'\''))
        cell = cell.sliced(1);
    return !cell.isEmpty() && u"=+-@\t\r\n＝＋－＠"_s.contains(cell.front());
}

} // namespace

QString neutralised(const QString &cell)
{
    return isE164(cell) || !wouldRun(cell) ? cell : QString(u'\'' + cell);
}

QString restored(const QString &cell)
{
    return cell.startsWith(u'\'') && wouldRun(cell) ? cell.sliced(1) : cell;
}

base::Result<std::unique_ptr<TableWriter>> TableWriter::create(const QString &path)
{
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive)) {
        auto writer = std::make_unique<CsvWriter>(path);
        if (const auto opened = writer->open(); !opened)
            return opened.error();
        return std::unique_ptr<TableWriter>(std::move(writer));
    }
    if (path.endsWith(".xlsx"_L1, Qt::CaseInsensitive)) {
        auto writer = std::make_unique<XlsxWriter>(path);
        if (const auto opened = writer->open(); !opened)
            return opened.error();
        return std::unique_ptr<TableWriter>(std::move(writer));
    }
    return base::Error{ErrorCode::FileUnwritable, u"unknownFormat"_s, {}};
}

} // namespace listfiles
