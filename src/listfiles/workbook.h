// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an XLSX file around its sheets: where they are, their names, shared texts and formats.
#pragma once

#include "listfiles/reader.h"
#include "listfiles/ziparchive.h"

#include <QXmlStreamReader>

namespace listfiles {

// An XML part read within limits: no DOCTYPE, no deep nesting, no cell over the limit.
class XmlPart
{
public:
    XmlPart(ZipArchive &archive, const QString &name);

    bool exists() const { return m_entry != nullptr; }
    // To the next start or end of an element or piece of text; false at the end or on a failure.
    bool next();
    const QXmlStreamReader &xml() const { return m_xml; }
    bool starts(QLatin1StringView name) const { return m_xml.isStartElement() && m_xml.name() == name; }
    bool ends(QLatin1StringView name) const { return m_xml.isEndElement() && m_xml.name() == name; }
    // By its local name: writers choose prefixes and, with strict OOXML, other namespaces.
    QStringView attribute(QLatin1StringView name) const;
    // Each from an element's start to its end: its own text; the text of its runs, without the phonetic
    // reading; nothing.
    QString text();
    QString richText();
    void skip();

    qint64 inflated() const { return m_entry->inflated(); }
    void fail(const QString &why);
    // Puts the place before a failure that is a phrase and names none yet; what: if nothing has failed yet.
    void failAt(const QString &place, const QString &what = {});
    bool failed() const { return !m_failure.isEmpty(); }
    base::Error error() const; // once next() was false and failed() is true

private:
    QString m_name;
    std::unique_ptr<ZipEntry> m_entry;
    QXmlStreamReader m_xml;
    int m_depth = 0;
    QString m_failure;
};

struct Sheet
{
    QString name;
    QString part;
    bool hidden = false;
    bool active = false; // the one that was shown when the file was saved
};

// Said with each step of a long part: bytes inflated so far, false to cancel.
using Progress = std::function<bool(qint64)>;

class Workbook
{
public:
    static base::Result<Workbook> open(ZipArchive &archive);

    const QList<Sheet> &sheets() const { return m_sheets; }
    bool from1904() const { return m_from1904; }

    // Shared texts and cell formats, needed for cells.
    base::Result<void> loadContents(ZipArchive &archive, const QLocale &locale, const Progress &progress);
    const QString &sharedTextsPart() const { return m_sharedTextsPart; }
    qsizetype sharedTextCount() const { return m_textEnds.size(); }
    QString sharedText(qsizetype index) const;
    // The code of a cell's format, in the language that loadContents was given.
    QString format(qsizetype index) const;

private:
    struct Relation
    {
        QString type; // the last part of its URI
        QString part;
    };
    static base::Result<QHash<QString, Relation>> relations(ZipArchive &archive, const QString &part);
    base::Result<void> loadStyles(ZipArchive &archive, const QLocale &locale);

    QList<Sheet> m_sheets;
    QString m_sharedTextsPart;
    QString m_stylesPart;
    bool m_from1904 = false;
    // One UTF-8 pool instead of a million strings: a quarter of the memory.
    QByteArray m_texts;
    QList<qsizetype> m_textEnds;
    QStringList m_formats;
};

} // namespace listfiles
