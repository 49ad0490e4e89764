// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/opendocument.h"

#include "listfiles/cellvalue.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace listfiles {
namespace {

constexpr int maxRows = 1048576;
const QString content = u"content.xml"_s;

int repeated(const XmlPart &xml, QLatin1StringView name)
{
    return std::clamp(xml.attribute(name).toInt(), 1, maxRows);
}

// Its own type stands beside the one that older programs know.
bool isErrorCell(const XmlPart &xml)
{
    const QXmlStreamAttributes attributes = xml.xml().attributes();
    return std::any_of(attributes.begin(), attributes.end(), [](const QXmlStreamAttribute &attribute) {
        return attribute.name() == "value-type"_L1 && attribute.value() == "error"_L1;
    });
}

} // namespace

bool isOpenDocument(ZipArchive &archive)
{
    return archive.has(u"mimetype"_s) && archive.has(content) && !archive.has(u"xl/workbook.xml"_s);
}

base::Result<QList<Sheet>> openDocumentSheets(ZipArchive &archive)
{
    XmlPart manifest(archive, u"META-INF/manifest.xml"_s);
    while (manifest.next()) {
        if (manifest.starts("encryption-data"_L1))
            return base::Error{base::ErrorCode::FileUnreadable, u"encrypted"_s, {}};
    }
    QList<Sheet> sheets;
    bool isSpreadsheet = false;
    XmlPart xml(archive, content);
    while (xml.next()) {
        isSpreadsheet = isSpreadsheet || xml.starts("spreadsheet"_L1);
        if (!xml.starts("table"_L1))
            continue;
        const QString name = xml.attribute("name"_L1).toString();
        sheets << Sheet{name, name, false, false};
        xml.skip();
    }
    if (xml.failed())
        return xml.error();
    if (!isSpreadsheet || sheets.isEmpty())
        return base::Error{base::ErrorCode::FileUnreadable, u"notASpreadsheet"_s, {}};
    return sheets;
}

OpenDocumentSheet::OpenDocumentSheet(ZipArchive &archive, QString sheet, bool repeatMerged)
    : m_xml(archive, content)
    , m_sheet(std::move(sheet))
{
    if (repeatMerged)
        m_repeated.emplace();
}

std::optional<base::Error> OpenDocumentSheet::error() const
{
    return m_xml.failed() ? std::optional(m_xml.error()) : std::nullopt;
}

QList<Finding> OpenDocumentSheet::notes() const
{
    QList<Finding> out;
    if (m_hiddenRows)
        out << Finding::HiddenRows;
    if (m_errorCells)
        out << Finding::ErrorCells;
    if (m_mergedCells)
        out << Finding::MergedCells;
    return out;
}

bool OpenDocumentSheet::next(Row &row)
{
    if (m_repeats == 0 && !readRow())
        return false;
    --m_repeats;
    row = m_row;
    ++m_row.number;
    if (m_repeated)
        m_repeated->fill(row);
    return true;
}

// Rows without anything are often repeated to the end of the sheet, so they are only counted.
bool OpenDocumentSheet::readRow()
{
    while (m_xml.next()) {
        if (m_xml.starts("table"_L1)) {
            m_inSheet = m_xml.attribute("name"_L1) == m_sheet;
            if (!m_inSheet)
                m_xml.skip();
        } else if (m_inSheet && m_xml.ends("table"_L1)) {
            return false;
        } else if (m_inSheet && m_xml.starts("table-row"_L1)) {
            const int repeats = repeated(m_xml, "number-rows-repeated"_L1);
            const QStringView visibility = m_xml.attribute("visibility"_L1);
            const bool hidden = !visibility.isEmpty() && visibility != "visible"_L1;
            m_row = Row{m_next, {}, {}};
            m_next = std::min(m_next + repeats, maxRows + 1);
            int column = 0;
            while (m_xml.next() && !m_xml.ends("table-row"_L1)) {
                if (m_xml.starts("table-cell"_L1) || m_xml.starts("covered-table-cell"_L1))
                    takeCell(column);
                else if (m_xml.xml().isStartElement())
                    m_xml.skip();
            }
            if (m_xml.failed()) {
                m_xml.failAt(u"row %1: "_s.arg(m_row.number));
                return false;
            }
            if (m_row.cells.isEmpty())
                continue;
            m_hiddenRows = m_hiddenRows || hidden;
            m_repeats = m_next - m_row.number;
            return true;
        }
    }
    return false;
}

void OpenDocumentSheet::takeCell(int &column)
{
    const int repeats = repeated(m_xml, "number-columns-repeated"_L1);
    const QString type = m_xml.attribute("value-type"_L1).toString();
    const bool isError = isErrorCell(m_xml);
    const int rows = repeated(m_xml, "number-rows-spanned"_L1);
    QString exact;
    if (type == "date"_L1)
        exact = isoDateText(m_xml.attribute("date-value"_L1).toString());
    else if (type == "float"_L1 || type == "currency"_L1 || type == "percentage"_L1)
        exact = plainNumber(m_xml.attribute("value"_L1).toString());
    QString text = cellText();
    if (text.isEmpty())
        text = exact;
    const int from = column;
    column = std::min(column + repeats, mostColumns);
    if (text.isEmpty() || m_xml.failed())
        return;
    m_errorCells = m_errorCells || isError;
    if (rows > 1 && m_repeated)
        m_repeated->add({m_row.number, m_row.number + rows - 1, from});
    m_mergedCells = m_mergedCells || (rows > 1 && !m_repeated);
    for (int i = from; i < column; ++i) {
        m_row.cells.resize(i + 1);
        m_row.cells[i] = text;
        if (isError || (!exact.isEmpty() && exact != text && !addsCountryCode(text, exact)))
            m_row.facts.append({i, isError ? QString() : exact});
    }
}

// Its paragraphs, without notes that are stuck to it.
QString OpenDocumentSheet::cellText()
{
    QString out;
    int depth = 1;
    bool any = false;
    while (depth > 0 && m_xml.next()) {
        if (m_xml.xml().isStartElement()) {
            if (m_xml.starts("annotation"_L1) || m_xml.starts("table"_L1) || m_xml.starts("ruby-text"_L1)) {
                m_xml.skip();
                continue;
            }
            ++depth;
            if (m_xml.starts("p"_L1)) {
                out += any ? u"\n"_s : QString();
                any = true;
            } else if (m_xml.starts("s"_L1)) {
                out += QString(std::clamp(m_xml.attribute("c"_L1).toInt(), 1, 100), u' ');
            } else if (m_xml.starts("tab"_L1)) {
                out += u'\t';
            } else if (m_xml.starts("line-break"_L1)) {
                out += u'\n';
            }
        } else if (m_xml.xml().isEndElement()) {
            --depth;
        } else if (any) {
            out += m_xml.xml().text();
        }
        if (out.size() > mostCellBytes)
            m_xml.fail(u"cell over 64 KiB"_s);
    }
    return out;
}

} // namespace listfiles
