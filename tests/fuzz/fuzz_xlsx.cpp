// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a workbook: as the zip itself, or, since chance never zips, as the parts of a sound one:
// relations, workbook, sheet, shared texts and styles, parted by a byte 1.
#include "fuzz/listfile.h"
#include "listfiles/ziparchive.h"

#include <QBuffer>

namespace {

const QByteArray rootRelations =
    "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

QByteArray zipped(const QByteArray &bytes)
{
    static const QString names[] = {QStringLiteral("xl/_rels/workbook.xml.rels"),
                                    QStringLiteral("xl/workbook.xml"),
                                    QStringLiteral("xl/worksheets/sheet1.xml"),
                                    QStringLiteral("xl/sharedStrings.xml"), QStringLiteral("xl/styles.xml")};
    const QList<QByteArray> pieces = bytes.split('\1');
    QList<listfiles::ZipPart> parts{{QStringLiteral("_rels/.rels"), rootRelations, nullptr}};
    for (qsizetype i = 0; i < std::min<qsizetype>(pieces.size(), std::size(names)); ++i)
        parts.append({names[i], pieces.at(i), nullptr});
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    listfile::require(bool(listfiles::writeZip(buffer, parts)));
    return buffer.data();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = listfile::readWhole(bytes.startsWith("PK\x03\x04") ? bytes : zipped(bytes));
    listfile::require(!read || read->kind == listfiles::FileKind::Xlsx ||
                      read->kind == listfiles::FileKind::OpenDocument);
    return 0;
}
