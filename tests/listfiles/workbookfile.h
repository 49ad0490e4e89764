// SPDX-License-Identifier: GPL-3.0-or-later
// Makes XLSX files by hand, part by part, good ones and broken ones.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QPair>
#include <QString>

#include <zip.h>

using ZipParts = QList<QPair<QByteArray, QByteArray>>;

// False if libzip could not write it. With a password every entry is encrypted.
inline bool writeZipFile(const QString &path, const ZipParts &parts, const char *password = nullptr)
{
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    if (!archive)
        return false;
    for (const auto &[name, bytes] : parts) {
        zip_source_t *source = zip_source_buffer(archive, bytes.constData(), zip_uint64_t(bytes.size()), 0);
        const zip_int64_t at = zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8);
        if (at < 0)
            return false;
        if (password)
            zip_file_set_encryption(archive, zip_uint64_t(at), ZIP_EM_AES_256, password);
    }
    return zip_close(archive) == 0;
}

struct SheetPart
{
    QByteArray name;
    QByteArray xml;   // what stands in <worksheet>
    QByteArray state; // "hidden", "veryHidden"
};

// A workbook as Excel lays it out; each piece can be changed before it is written.
struct WorkbookFile
{
    QList<SheetPart> sheets;
    QByteArray sharedStrings; // what stands in <sst>; empty: no such part
    QByteArray styles;        // what stands in <styleSheet>; empty: no such part
    QByteArray workbookHead;  // before <sheets>
    QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    QByteArray relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    QByteArray target = "worksheets/"; // of the sheets, as the relations have it
    QByteArray prefix;                 // of the elements, with its colon

    QByteArray element(const QByteArray &name, const QByteArray &inside) const
    {
        QByteArray space = prefix.isEmpty() ? QByteArray("xmlns") : "xmlns:" + prefix.chopped(1);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<" + prefix + name + " " +
               space + "=\"" + main + "\" xmlns:r=\"" + relations + "\">" + inside + "</" + prefix + name +
               ">";
    }

    static QByteArray relation(const QByteArray &id, const QByteArray &type, const QByteArray &target)
    {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    static QByteArray relationships(const QByteArray &inside)
    {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
               inside + "</Relationships>";
    }

    ZipParts parts() const
    {
        QByteArray list;
        QByteArray related;
        ZipParts out{{"[Content_Types].xml", "<Types/>"},
                     {"_rels/.rels",
                      relationships(relation("rId1", relations + "/officeDocument", "xl/workbook.xml"))}};
        for (int i = 0; i < sheets.size(); ++i) {
            const QByteArray number = QByteArray::number(i + 1);
            const SheetPart &sheet = sheets.at(i);
            list += "<" + prefix + "sheet name=\"" + sheet.name + "\" sheetId=\"" +
                    QByteArray::number(i + 11) +
                    (sheet.state.isEmpty() ? QByteArray() : "\" state=\"" + sheet.state) + "\" r:id=\"rId" +
                    number + "\"/>";
            related += relation("rId" + number, relations + "/worksheet", target + "sheet" + number + ".xml");
            out.append({"xl/worksheets/sheet" + number + ".xml", element("worksheet", sheet.xml)});
        }
        if (!sharedStrings.isEmpty()) {
            related += relation("rId901", relations + "/sharedStrings", "sharedStrings.xml");
            out.append({"xl/sharedStrings.xml", element("sst", sharedStrings)});
        }
        if (!styles.isEmpty()) {
            related += relation("rId902", relations + "/styles", "styles.xml");
            out.append({"xl/styles.xml", element("styleSheet", styles)});
        }
        out.append({"xl/workbook.xml", element("workbook", workbookHead + "<" + prefix + "sheets>" + list +
                                                               "</" + prefix + "sheets>")});
        out.append({"xl/_rels/workbook.xml.rels", relationships(related)});
        return out;
    }

    bool write(const QString &path) const { return writeZipFile(path, parts()); }
};

// A workbook of one sheet with the given rows (what stands in <sheetData>).
inline WorkbookFile oneSheet(const QByteArray &rows)
{
    WorkbookFile out;
    out.sheets << SheetPart{"Ark1", "<sheetData>" + rows + "</sheetData>", {}};
    return out;
}

// A text cell of its own.
inline QByteArray text(const QByteArray &value)
{
    return "<c t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
}
