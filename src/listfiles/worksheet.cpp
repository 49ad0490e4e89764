// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/worksheet.h"

#include "listfiles/cellvalue.h"
#include "listfiles/numberformat.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace listfiles {
namespace {

constexpr int maxRows = 1048576;

// The column of a reference such as "C3", from 0; -1 if it is none.
int columnOf(QStringView reference)
{
    int column = 0;
    qsizetype i = 0;
    for (; i < reference.size() && i < 4; ++i) {
        const char16_t c = reference[i].unicode() & ~0x20; // upper case
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c - u'A') + 1;
    }
    return i > 0 && i < reference.size() && reference[i].isDigit() ? column - 1 : -1;
}

// Of a reference such as "A2:B4".
MergedRows mergedRowsOf(QStringView reference)
{
    const auto rowOf = [](QStringView cell) {
        while (!cell.isEmpty() && !cell.front().isDigit())
            cell = cell.sliced(1);
        return cell.toInt();
    };
    const qsizetype colon = reference.indexOf(u':');
    const int column = columnOf(reference);
    if (colon < 0 || column < 0 || column >= mostColumns)
        return {};
    return {rowOf(reference.first(colon)), std::min(rowOf(reference.sliced(colon + 1)), maxRows), column};
}

bool isDigits(const QString &text)
{
    return text.size() >= 5 && text.size() <= 20 &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

Worksheet::Worksheet(ZipArchive &archive, const Workbook &workbook, const QString &part,
                     const ReadOptions &options)
    : m_workbook(workbook)
    , m_xml(archive, part)
    , m_locale(options.locale)
{
    if (!m_xml.exists())
        m_xml.fail(u"damaged"_s);
    else if (options.repeatMerged)
        findMerged(archive, part);
}

// They stand behind the rows, so the part is looked through once more. What is wrong with it is found where
// its rows are read.
void Worksheet::findMerged(ZipArchive &archive, const QString &part)
{
    m_repeated.emplace();
    XmlPart xml(archive, part);
    while (xml.next()) {
        if (xml.starts("sheetData"_L1))
            xml.skip();
        else if (xml.starts("mergeCell"_L1))
            m_repeated->add(mergedRowsOf(xml.attribute("ref"_L1)));
    }
}

std::optional<base::Error> Worksheet::error() const
{
    return m_xml.failed() ? std::optional(m_xml.error()) : std::nullopt;
}

QList<Finding> Worksheet::notes() const
{
    QList<Finding> out;
    for (const auto &[holds, note] : {std::pair{m_hiddenRows, Finding::HiddenRows},
                                      {m_hiddenColumns, Finding::HiddenColumns},
                                      {m_errorCells, Finding::ErrorCells},
                                      {m_mergedCells, Finding::MergedCells},
                                      {m_numbersAsText, Finding::NumbersAsText}}) {
        if (holds)
            out << note;
    }
    return out;
}

bool Worksheet::next(Row &row)
{
    row.cells.clear();
    row.facts.clear();
    int column = -1;
    while (m_xml.next()) {
        if (m_xml.starts("sheetData"_L1)) {
            m_inData = true;
        } else if (m_xml.ends("sheetData"_L1)) {
            m_inData = false;
        } else if (!m_inData) {
            if (m_xml.starts("col"_L1) && m_xml.attribute("hidden"_L1) == "1"_L1)
                m_hiddenColumns = true;
            else if (m_xml.starts("mergeCell"_L1) && !m_repeated)
                m_mergedCells = m_mergedCells || mergedRowsOf(m_xml.attribute("ref"_L1)).overRows();
        } else if (m_xml.starts("row"_L1)) {
            const int said = m_xml.attribute("r"_L1).toInt();
            m_row = said > m_row && said <= maxRows ? said : m_row + 1;
            row.number = m_row;
            row.cells.clear();
            row.facts.clear();
            column = -1;
            const QStringView hidden = m_xml.attribute("hidden"_L1);
            m_hiddenRows = m_hiddenRows || hidden == "1"_L1 || hidden == "true"_L1;
        } else if (m_xml.starts("c"_L1)) {
            takeCell(row, column);
        } else if (m_xml.ends("row"_L1)) {
            if (m_repeated)
                m_repeated->fill(row);
            return true;
        }
    }
    if (m_xml.failed())
        m_xml.failAt(u"row %1: "_s.arg(m_row));
    return false;
}

void Worksheet::takeCell(Row &row, int &column)
{
    const QStringView reference = m_xml.attribute("r"_L1);
    column = reference.isEmpty() ? column + 1 : columnOf(reference);
    m_column = column + 1;
    if (column < 0 || column >= mostColumns) {
        failHere(u"bad cell reference"_s);
        return;
    }
    const QString type = m_xml.attribute("t"_L1).toString();
    const QStringView style = m_xml.attribute("s"_L1);
    const qsizetype format = style.isEmpty() ? 0 : style.toInt();
    QString written;
    QString inlineText;
    while (m_xml.next() && !m_xml.ends("c"_L1)) {
        if (m_xml.starts("v"_L1))
            written = m_xml.text();
        else if (m_xml.starts("is"_L1))
            inlineText = m_xml.richText();
        else if (m_xml.xml().isStartElement())
            m_xml.skip();
    }
    if (m_xml.failed()) {
        failHere();
        return;
    }
    if (type.isEmpty() || type == "n"_L1) {
        takeNumber(row, column, written, format);
        return;
    }
    QString text = value(type, written, inlineText);
    if (text.isEmpty() || m_xml.failed())
        return;
    if (type == "e"_L1)
        row.facts.append({column, QString()});
    put(row, column, std::move(text));
}

void Worksheet::put(Row &row, int column, QString &&text)
{
    if (row.cells.size() <= column)
        row.cells.resize(column + 1);
    row.cells[column] = std::move(text);
}

// As the sheet shows it, with what it is beside it where that is something else.
void Worksheet::takeNumber(Row &row, int column, const QString &written, qsizetype format)
{
    if (written.isEmpty())
        return;
    const QString code = m_workbook.format(format);
    QString shown = shownNumber(written, code, m_locale, m_workbook.from1904());
    const DateKind kind = dateKindOf(code.section(u';', 0, 0));
    QString exact =
        kind == DateKind::None ? plainNumber(written) : dateText(written, kind, m_workbook.from1904());
    if (exact != shown && !addsCountryCode(shown, exact))
        row.facts.append({column, std::move(exact)});
    put(row, column, std::move(shown));
}

QString Worksheet::value(const QString &type, const QString &written, const QString &inlineText)
{
    QString text;
    if (type == "s"_L1) {
        bool ok = false;
        const int index = written.trimmed().toInt(&ok);
        if (written.isEmpty())
            return {};
        if (!ok || index < 0 || index >= m_workbook.sharedTextCount()) {
            failHere(u"no shared string %1"_s.arg(written.left(20)));
            return {};
        }
        text = m_workbook.sharedText(index);
    } else if (type == "inlineStr"_L1) {
        text = withoutEscapes(inlineText.isEmpty() ? written : inlineText);
    } else if (type == "b"_L1) {
        return shownTruth(written.trimmed() == "1"_L1 || written.trimmed() == "true"_L1, m_locale);
    } else if (type == "e"_L1) {
        m_errorCells = true;
        return written.trimmed();
    } else if (type == "d"_L1) {
        return isoDateText(written);
    } else {
        text = withoutEscapes(written); // "str", a formula's text
    }
    m_numbersAsText = m_numbersAsText || isDigits(text);
    return text;
}

void Worksheet::failHere(const QString &what)
{
    m_xml.failAt(u"row %1 column %2: "_s.arg(QString::number(m_row), QString::number(m_column)), what);
}

} // namespace listfiles
