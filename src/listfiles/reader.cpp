// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/reader.h"

#include "listfiles/csvparser.h"
#include "listfiles/tablerows.h"
#include "listfiles/vcardparser.h"
#include "listfiles/worksheet.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace listfiles {
namespace {

using HeaderTaker = TableRows::HeaderTaker;
using RowTaker = TableRows::RowTaker;

enum class Kind { Csv, Vcard, Zip };

base::Error unreadable(const QString &why, const QString &field = {})
{
    return {ErrorCode::FileUnreadable, why, field};
}

QByteArray inUtf16(QStringView text)
{
    QByteArray out;
    for (const QChar c : text)
        out.append(char(c.unicode() & 0xFF)).append(char(c.unicode() >> 8));
    return out;
}

// An OLE file: Excel's format before 2007, a workbook under a password, or another program's. The names of
// its streams tell.
QString oleKind(QFile &file)
{
    static const QByteArray encrypted = inUtf16(u"EncryptedPackage");
    static const QByteArray workbook = inUtf16(u"Workbook");
    static const QByteArray book = inUtf16(u"Book");
    QByteArray window;
    bool isWorkbook = false;
    file.seek(0);
    for (QByteArray chunk; !(chunk = file.read(1024 * 1024)).isEmpty();) {
        window = window.right(encrypted.size()) + chunk;
        if (window.contains(encrypted))
            return u"encrypted"_s;
        isWorkbook = isWorkbook || window.contains(workbook) || window.contains(book);
    }
    return isWorkbook ? u"oldExcel"_s : u"notASpreadsheet"_s;
}

base::Result<Kind> kindOf(const QString &path)
{
    const QFileInfo info(path);
    QFile file(path);
    if (info.isDir())
        return unreadable(u"is a folder"_s);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    if (file.size() > kMaxFileBytes)
        return unreadable(u"tooLarge"_s);
    const QByteArray head = file.read(8 * 1024);
    if (head.isEmpty())
        return file.error() == QFileDevice::NoError ? unreadable(u"empty"_s) : unreadable(file.errorString());
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
        return Kind::Zip;
    if (head.startsWith("\xD0\xCF\x11\xE0"))
        return unreadable(oleKind(file));
    // A workbook's name with other contents: damaged, or a page that a web system calls .xlsx.
    if (info.suffix().startsWith("xls"_L1, Qt::CaseInsensitive) && info.suffix().size() == 4)
        return unreadable(u"notASpreadsheet"_s);
    // Its letters tell in UTF-16 too, once the zeros are gone.
    QByteArray text = head;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    else if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF"))
        text.remove(0, 2);
    text = text.replace('\0', "").trimmed().left(64).toUpper();
    for (const char *start : {"%PDF", "<HTML", "<!DOCTYPE", "<?XML", "<TABLE", "{\\RTF"}) {
        if (text.startsWith(start))
            return unreadable(u"notASpreadsheet"_s);
    }
    return text.startsWith("BEGIN:VCARD") ? Kind::Vcard : Kind::Csv;
}

base::Result<FileFormat> readCsv(const QString &path, const ReadOptions &options, const HeaderTaker &header,
                                 const RowTaker &row)
{
    TextBytes bytes;
    if (const auto opened = bytes.open(path, options); !opened)
        return opened.error();
    CsvParser parser(bytes);
    if (const auto started = parser.start(options.separator); !started)
        return started.error();
    FileFormat format;
    format.kind = u"csv"_s;
    format.encoding = encodingName(bytes.encoding());
    format.separator = parser.separator();
    TableRows rows(options.hasHeader, header, row);
    bool wanted = true;
    for (Row next; wanted && parser.next(next);)
        wanted = rows.take(std::move(next));
    if (parser.error())
        return *parser.error();
    if (!rows.finish())
        return unreadable(u"empty"_s);
    format.hasHeader = rows.hasHeader();
    if (rows.extraCells())
        format.notes << u"extraCells"_s;
    return format;
}

base::Result<FileFormat> readVcard(const QString &path, const ReadOptions &options, const HeaderTaker &header,
                                   const RowTaker &row)
{
    TextBytes bytes;
    if (const auto opened = bytes.open(path, options); !opened)
        return opened.error();
    FileFormat format;
    format.kind = u"vcard"_s;
    format.encoding = encodingName(bytes.encoding());
    VcardParser parser(bytes);
    bool wanted = !header || header(vcardHeader());
    for (Row next; wanted && parser.next(next);)
        wanted = !row || row(std::move(next));
    if (parser.error())
        return *parser.error();
    if (parser.faxLeftOut())
        format.notes << u"faxNumbersLeftOut"_s;
    return format;
}

base::Result<Sheet> chosenSheet(const QList<Sheet> &sheets, const QString &name)
{
    for (const Sheet &sheet : sheets) {
        if (name.isEmpty() ? !sheet.hidden : sheet.name.compare(name, Qt::CaseInsensitive) == 0)
            return sheet;
    }
    if (name.isEmpty())
        return sheets.constFirst();
    return unreadable(u"no sheet named "_s + name, u"sheet"_s);
}

base::Result<FileFormat> readXlsx(const QString &path, const ReadOptions &options, bool contents,
                                  const HeaderTaker &header, const RowTaker &row)
{
    const auto archive = ZipArchive::open(path);
    if (!archive)
        return archive.error();
    ZipArchive &zip = **archive;
    auto workbook = Workbook::open(zip);
    if (!workbook)
        return workbook.error();
    const auto sheet = chosenSheet(workbook->sheets(), options.sheet);
    if (!sheet)
        return sheet.error();
    FileFormat format;
    format.kind = u"xlsx"_s;
    format.sheet = sheet->name;
    for (const Sheet &each : workbook->sheets()) {
        format.sheets << each.name;
        if (each.hidden && !format.notes.contains(u"hiddenSheets"_s))
            format.notes << u"hiddenSheets"_s;
    }

    const qint64 before = zip.inflatedSize(workbook->sharedTextsPart());
    const qint64 total = before + zip.inflatedSize(sheet->part);
    const auto progress = [&](qint64 done) {
        return !options.progress || options.progress(std::min(done, total), total);
    };
    if (!progress(0))
        return base::Error{ErrorCode::Cancelled, {}, {}};
    if (const auto loaded = workbook.value().loadContents(zip, progress); !loaded)
        return loaded.error();
    Worksheet worksheet(zip, *workbook, sheet->part);
    TableRows rows(options.hasHeader, header, row);
    bool wanted = true;
    int count = 0;
    for (Row next; wanted && worksheet.next(next);) {
        wanted = rows.take(std::move(next));
        if ((++count & 0x3FF) == 0 && !progress(before + worksheet.inflated()))
            return base::Error{ErrorCode::Cancelled, {}, {}};
    }
    if (const auto error = worksheet.error())
        return *error;
    if (!rows.finish() && contents)
        return unreadable(u"empty"_s);
    format.hasHeader = rows.hasHeader();
    const std::pair<bool, QString> notes[] = {{worksheet.hiddenRows(), u"hiddenRows"_s},
                                              {worksheet.hiddenColumns(), u"hiddenColumns"_s},
                                              {worksheet.errorCells(), u"errorCells"_s},
                                              {worksheet.numbersAsText(), u"numbersAsText"_s},
                                              {rows.extraCells(), u"extraCells"_s}};
    for (const auto &[holds, note] : notes) {
        if (holds)
            format.notes << note;
    }
    return format;
}

base::Result<FileFormat> readAny(const QString &path, const ReadOptions &options, bool contents,
                                 const HeaderTaker &header, const RowTaker &row)
{
    const auto kind = kindOf(path);
    if (!kind)
        return kind.error();
    switch (*kind) {
    case Kind::Zip:
        return readXlsx(path, options, contents, header, row);
    case Kind::Vcard:
        return readVcard(path, options, header, row);
    case Kind::Csv:
        break;
    }
    return readCsv(path, options, header, row);
}

} // namespace

base::Result<FileFormat> inspect(const QString &path, const ReadOptions &options)
{
    // Reading until the header is enough, and one mechanism for both. An empty sheet is no failure here:
    // another sheet may be meant.
    return readAny(path, options, false, [](const QStringList &) { return false; }, {});
}

base::Result<FileFormat> read(const QString &path, const ReadOptions &options, const HeaderTaker &header,
                              const RowTaker &row)
{
    return readAny(path, options, true, header, row);
}

} // namespace listfiles
