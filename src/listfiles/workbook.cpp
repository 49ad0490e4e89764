// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/workbook.h"

#include "listfiles/cellvalue.h"
#include "listfiles/numberformat.h"

#include <QHash>

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace listfiles {
namespace {

constexpr int maxDepth = 100;

// The part that a relation of another part names: from the root with a slash, else from its folder.
// Empty if it leads out of the archive.
QString resolved(const QString &from, QString target)
{
    target.replace(u'\\', u'/');
    QStringList path;
    if (!target.startsWith(u'/'))
        path = from.split(u'/').mid(0, from.count(u'/'));
    for (const QString &step : target.split(u'/', Qt::SkipEmptyParts)) {
        if (step == ".."_L1) {
            if (path.isEmpty())
                return {};
            path.removeLast();
        } else if (step != "."_L1) {
            path << step;
        }
    }
    return path.join(u'/');
}

base::Error unreadable(const QString &why)
{
    return {ErrorCode::FileUnreadable, why, {}};
}

bool isTrue(QStringView value)
{
    return value == "1"_L1 || value == "true"_L1;
}

// A zip without a workbook: what else is it?
QString otherKind(const ZipArchive &archive)
{
    if (archive.has(u"xl/workbook.bin"_s))
        return u"binaryExcel"_s;
    if (archive.has(u"Index/Document.iwa"_s) || archive.has(u"Index.zip"_s))
        return u"numbers"_s;
    return u"notASpreadsheet"_s;
}

} // namespace

XmlPart::XmlPart(ZipArchive &archive, const QString &name)
    : m_name(name)
    , m_entry(archive.entry(name))
{
    if (m_entry)
        m_xml.setDevice(m_entry.get());
}

bool XmlPart::next()
{
    if (!m_entry || failed())
        return false;
    for (;;) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::DTD:
            fail(u"doctype"_s);
            return false;
        case QXmlStreamReader::StartElement:
            if (++m_depth > maxDepth) {
                fail(u"%1: nested too deeply"_s.arg(m_name));
                return false;
            }
            return true;
        case QXmlStreamReader::EndElement:
            --m_depth;
            return true;
        case QXmlStreamReader::Characters:
            return true;
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Invalid:
            if (!m_entry->failure().isEmpty())
                fail(m_entry->failure());
            else if (m_xml.hasError())
                fail(u"bad XML in %1 line %2"_s.arg(m_name, QString::number(m_xml.lineNumber())));
            return false;
        default:
            break;
        }
    }
}

QStringView XmlPart::attribute(QLatin1StringView name) const
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == name)
            return attribute.value();
    }
    return {};
}

QString XmlPart::text()
{
    QString out;
    while (next() && !m_xml.isEndElement()) {
        if (m_xml.isStartElement())
            skip();
        else
            out += m_xml.text();
        if (out.size() > mostCellBytes)
            fail(u"cell over 64 KiB"_s);
    }
    return out;
}

QString XmlPart::richText()
{
    QString out;
    const int outside = m_depth - 1;
    while (m_depth > outside && next()) {
        if (starts("t"_L1))
            out += text();
        else if (starts("rPh"_L1))
            skip();
        if (out.size() > mostCellBytes)
            fail(u"cell over 64 KiB"_s);
    }
    return out;
}

void XmlPart::skip()
{
    const int outside = m_depth - 1;
    while (m_depth > outside && next()) {
    }
}

void XmlPart::fail(const QString &why)
{
    if (m_failure.isEmpty())
        m_failure = why;
}

void XmlPart::failAt(const QString &place, const QString &what)
{
    if (!failed())
        m_failure = place + what;
    else if (m_failure.contains(u' ') && !m_failure.startsWith(place.left(4)))
        m_failure.prepend(place);
}

base::Error XmlPart::error() const
{
    return unreadable(m_failure);
}

base::Result<QHash<QString, Workbook::Relation>> Workbook::relations(ZipArchive &archive, const QString &part)
{
    QHash<QString, Relation> out;
    const qsizetype slash = part.lastIndexOf(u'/') + 1;
    XmlPart xml(archive, part.left(slash) + "_rels/"_L1 + part.mid(slash) + ".rels"_L1);
    while (xml.next()) {
        if (!xml.starts("Relationship"_L1) || xml.attribute("TargetMode"_L1) == "External"_L1)
            continue;
        const QString type = xml.attribute("Type"_L1).toString().section(u'/', -1);
        out.insert(xml.attribute("Id"_L1).toString(),
                   {type, resolved(part, xml.attribute("Target"_L1).toString())});
    }
    if (xml.failed())
        return xml.error();
    return out;
}

base::Result<Workbook> Workbook::open(ZipArchive &archive)
{
    Workbook out;
    const auto top = relations(archive, QString());
    if (!top)
        return top.error();
    QString part = u"xl/workbook.xml"_s;
    for (const Relation &relation : *top) {
        if (relation.type == "officeDocument"_L1 && !relation.part.isEmpty())
            part = relation.part;
    }
    const auto related = relations(archive, part);
    if (!related)
        return related.error();
    for (const Relation &relation : *related) {
        if (relation.type == "sharedStrings"_L1)
            out.m_sharedTextsPart = relation.part;
        else if (relation.type == "styles"_L1)
            out.m_stylesPart = relation.part;
    }
    if (part.endsWith(".bin"_L1))
        return unreadable(u"binaryExcel"_s);
    XmlPart xml(archive, part);
    if (!xml.exists())
        return unreadable(otherKind(archive));
    bool isWorkbook = false;
    int active = 0;
    int place = 0; // charts are counted too
    while (xml.next()) {
        isWorkbook = isWorkbook || xml.starts("workbook"_L1);
        if (xml.starts("workbookPr"_L1)) {
            out.m_from1904 = isTrue(xml.attribute("date1904"_L1));
        } else if (xml.starts("workbookView"_L1)) {
            active = xml.attribute("activeTab"_L1).toInt();
        } else if (xml.starts("sheet"_L1)) {
            const Relation relation = related->value(xml.attribute("id"_L1).toString());
            const QStringView state = xml.attribute("state"_L1);
            const bool isActive = place++ == active;
            if (relation.type == "worksheet"_L1)
                out.m_sheets << Sheet{xml.attribute("name"_L1).toString(), relation.part,
                                      !state.isEmpty() && state != "visible"_L1, isActive};
        }
    }
    if (xml.failed())
        return xml.error();
    if (!isWorkbook)
        return unreadable(otherKind(archive));
    if (out.m_sheets.isEmpty())
        return unreadable(u"empty"_s);
    return out;
}

base::Result<void> Workbook::loadContents(ZipArchive &archive, const QLocale &locale,
                                          const Progress &progress)
{
    if (const auto loaded = loadStyles(archive, locale); !loaded)
        return loaded;
    if (m_sharedTextsPart.isEmpty())
        return {};
    XmlPart xml(archive, m_sharedTextsPart);
    while (xml.next()) {
        if (!xml.starts("si"_L1))
            continue;
        m_texts += withoutEscapes(xml.richText()).toUtf8();
        m_textEnds << m_texts.size();
        if ((m_textEnds.size() & 0xFFF) == 0 && !progress(xml.inflated()))
            return base::Error{ErrorCode::Cancelled, {}, {}};
    }
    if (xml.failed()) {
        xml.failAt(u"shared string %1: "_s.arg(m_textEnds.size()));
        return xml.error();
    }
    return {};
}

QString Workbook::sharedText(qsizetype index) const
{
    const qsizetype start = index == 0 ? 0 : m_textEnds.at(index - 1);
    return QString::fromUtf8(m_texts.constData() + start, m_textEnds.at(index) - start);
}

base::Result<void> Workbook::loadStyles(ZipArchive &archive, const QLocale &locale)
{
    if (m_stylesPart.isEmpty())
        return {};
    QHash<int, QString> own;
    bool inCellFormats = false;
    XmlPart xml(archive, m_stylesPart);
    while (xml.next()) {
        if (xml.starts("numFmt"_L1)) {
            own.insert(xml.attribute("numFmtId"_L1).toInt(), xml.attribute("formatCode"_L1).toString());
        } else if (xml.starts("cellXfs"_L1)) {
            inCellFormats = true;
        } else if (xml.ends("cellXfs"_L1)) {
            inCellFormats = false;
        } else if (inCellFormats && xml.starts("xf"_L1)) {
            const int id = xml.attribute("numFmtId"_L1).toInt();
            const auto found = own.constFind(id);
            m_formats << (found == own.constEnd() ? builtInFormat(id, locale) : *found);
        }
    }
    if (xml.failed())
        return xml.error();
    return {};
}

QString Workbook::format(qsizetype index) const
{
    return m_formats.value(index);
}

} // namespace listfiles
