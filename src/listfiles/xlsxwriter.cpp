// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/xlsxwriter.h"

#include "listfiles/cellvalue.h"
#include "listfiles/columns.h"
#include "listfiles/outputfile.h"
#include "listfiles/ziparchive.h"

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace listfiles {
namespace {

constexpr qsizetype buffer = 256 * 1024;
constexpr int maxRows = 1048576;     // of a sheet
constexpr qsizetype maxCell = 32767; // characters; Excel calls a file with more damaged

#define PART_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define FORMATS "http://schemas.openxmlformats.org/"
#define CONTENT "application/vnd.openxmlformats-officedocument.spreadsheetml."

constexpr char contentTypes[] = PART_HEAD
    "<Types xmlns=\"" FORMATS "package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" CONTENT "sheet.main+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" CONTENT "worksheet+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" ContentType=\"" CONTENT "styles+xml\"/></Types>";
constexpr char topRelationsXml[] = PART_HEAD
    "<Relationships xmlns=\"" FORMATS "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" FORMATS
    "officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
constexpr char workbookXml[] =
    PART_HEAD "<workbook xmlns=\"" FORMATS "spreadsheetml/2006/main\" xmlns:r=\"" FORMATS
              "officeDocument/2006/relationships\"><sheets><sheet name=\"Budstikke\" sheetId=\"1\" "
              "r:id=\"rId1\"/></sheets>"
              "</workbook>";
constexpr char workbookRelationsXml[] = PART_HEAD
    "<Relationships xmlns=\"" FORMATS "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" FORMATS
    "officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship "
    "Id=\"rId2\" "
    "Type=\"" FORMATS "officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";
// Cell formats: 0 is general, 1 text, 2 bold text.
constexpr char stylesXml[] = PART_HEAD
    "<styleSheet xmlns=\"" FORMATS "spreadsheetml/2006/main\"><fonts count=\"2\"><font><sz val=\"11\"/>"
    "<name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/>"
    "<diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\"/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/><xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" "
    "xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
// The header stays in sight.
constexpr char sheetHead[] = PART_HEAD
    "<worksheet xmlns=\"" FORMATS "spreadsheetml/2006/main\"><sheetViews><sheetView workbookViewId=\"0\">"
    "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
    "state=\"frozen\"/></sheetView></sheetViews>"
    "<sheetFormatPr defaultRowHeight=\"15\"/><sheetData>";
// No green corners on the numbers.
constexpr char sheetTail[] = "</sheetData><ignoredErrors><ignoredError sqref=\"A1:XFD1048576\" "
                             "numberStoredAsText=\"1\"/></ignoredErrors></worksheet>";

#undef PART_HEAD
#undef FORMATS
#undef CONTENT

// Without the characters that XML 1.0 has no place for.
QString xmlText(const QString &cell)
{
    QString out;
    out.reserve(cell.size());
    for (qsizetype i = 0; i < cell.size(); ++i) {
        const QChar c = cell.at(i);
        if (c.isHighSurrogate() && i + 1 < cell.size() && cell.at(i + 1).isLowSurrogate()) {
            out += c;
            out += cell.at(++i);
        } else if (c == u'\r') {
            if (i + 1 == cell.size() || cell.at(i + 1) != u'\n')
                out += u'\n';
        } else if (c == u'<') {
            out += "&lt;"_L1;
        } else if (c == u'>') {
            out += "&gt;"_L1;
        } else if (c == u'&') {
            out += "&amp;"_L1;
        } else if (!c.isSurrogate() && c.unicode() < 0xFFFE &&
                   (c.unicode() >= 0x20 || c == u'\t' || c == u'\n')) {
            out += c;
        }
    }
    return out;
}

} // namespace

XlsxWriter::XlsxWriter(const QString &path)
    : m_file(path)
{
}

base::Result<void> XlsxWriter::open()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return writeError(m_file);
    if (!m_sheet.open())
        return writeError(m_sheet);
    m_buffer = sheetHead;
    return {};
}

base::Result<void> XlsxWriter::writeRow(const QStringList &cells)
{
    ++m_rows;
    if (m_rows > maxRows || cells.size() > 16384)
        return base::Error{ErrorCode::FileUnwritable, u"tooManyForASheet"_s, {}};
    const QByteArray row = QByteArray::number(m_rows);
    m_buffer += "<row r=\"" + row + "\">";
    for (int i = 0; i < cells.size(); ++i) {
        const QString &cell = cells.at(i);
        if (cell.isEmpty())
            continue;
        if (cell.size() > maxCell)
            return base::Error{ErrorCode::FileUnwritable,
                               u"row %1 column %2: cell over 32767 characters"_s.arg(m_rows).arg(i + 1),
                               {}};
        const QString text = xmlText(withEscapes(cell));
        const bool kept =
            text.startsWith(u' ') || text.endsWith(u' ') || text.contains(u'\n') || text.contains(u'\t');
        m_buffer += "<c r=\"" + columnLetters(i).toLatin1() + row +
                    (m_rows == 1 ? "\" s=\"2\"" : "\" s=\"1\"") + " t=\"inlineStr\"><is><t" +
                    (kept ? " xml:space=\"preserve\">" : ">") + text.toUtf8() + "</t></is></c>";
    }
    m_buffer += "</row>";
    return m_buffer.size() < buffer ? base::Result<void>() : flush();
}

base::Result<void> XlsxWriter::flush()
{
    if (!writeWhole(m_sheet, m_buffer) || !m_sheet.flush())
        return writeError(m_sheet);
    m_buffer.clear();
    return {};
}

base::Result<void> XlsxWriter::finish()
{
    m_buffer += sheetTail;
    if (const auto flushed = flush(); !flushed)
        return flushed;
    const auto packed = writeZip(m_file, {{u"[Content_Types].xml"_s, contentTypes, nullptr},
                                          {u"_rels/.rels"_s, topRelationsXml, nullptr},
                                          {u"xl/workbook.xml"_s, workbookXml, nullptr},
                                          {u"xl/_rels/workbook.xml.rels"_s, workbookRelationsXml, nullptr},
                                          {u"xl/styles.xml"_s, stylesXml, nullptr},
                                          {u"xl/worksheets/sheet1.xml"_s, {}, &m_sheet}});
    if (!packed && m_file.error() != QFileDevice::NoError)
        return writeError(m_file);
    if (!packed)
        return packed;
    if (!m_file.commit())
        return writeError(m_file);
    return {};
}

} // namespace listfiles
