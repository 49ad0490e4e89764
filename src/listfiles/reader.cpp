// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/reader.h"

#include "listfiles/csvparser.h"
#include "listfiles/opendocument.h"
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

base::Error noHeaderRow(int row)
{
    return unreadable(u"no row %1"_s.arg(row), u"header-row"_s);
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
        return unreadable(info.fileName() + ": "_L1 + file.errorString());
    if (file.size() > mostFileBytes)
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
    if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF"))
        text.remove(0, 2);
    text = withoutMarks(text.replace('\0', "")).trimmed().left(64).toUpper();
    for (const char *start : {"%PDF", "<HTML", "<!DOCTYPE", "<?XML", "<TABLE", "{\\RTF"}) {
        if (text.startsWith(start))
            return unreadable(u"notASpreadsheet"_s);
    }
    return text.startsWith("BEGIN:VCARD") ? Kind::Vcard : Kind::Csv;
}

void describeText(const TextBytes &bytes, FileFormat &format)
{
    format.encodingSamples = bytes.samples();
    if (bytes.mixed())
        format.notes << Finding::MixedEncoding;
    if (!format.encodingSamples.isEmpty())
        format.notes << Finding::DoubtfulEncoding;
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
    format.kind = FileKind::Csv;
    format.encoding = identifier(bytes.encoding());
    format.separator = parser.separator();
    TableRows rows(options.headerRow, header, row);
    bool wanted = true;
    for (Row next; wanted && parser.next(next);)
        wanted = rows.take(std::move(next));
    if (parser.error())
        return *parser.error();
    if (!rows.finish())
        return unreadable(u"empty"_s);
    if (rows.lacksHeaderRow())
        return noHeaderRow(*options.headerRow);
    rows.describe(format);
    describeText(bytes, format);
    return format;
}

base::Result<FileFormat> readVcard(const QString &path, const ReadOptions &options, const HeaderTaker &header,
                                   const RowTaker &row)
{
    TextBytes bytes;
    if (const auto opened = bytes.open(path, options); !opened)
        return opened.error();
    FileFormat format;
    format.kind = FileKind::Vcard;
    format.encoding = identifier(bytes.encoding());
    VcardParser parser(bytes);
    format.headerRow = 1;
    bool wanted = !header || header(Header{vcardHeader(), 1, true});
    for (Row next; wanted && parser.next(next);)
        wanted = !row || row(std::move(next));
    if (parser.error())
        return *parser.error();
    describeText(bytes, format);
    if (parser.faxLeftOut())
        format.notes << Finding::FaxNumbersLeftOut;
    return format;
}

// Reads one sheet of a workbook of any kind, row by row.
struct SheetReader
{
    std::function<bool(Row &)> next;
    std::function<std::optional<base::Error>()> error;
    std::function<qint64()> inflated;
    std::function<QList<Finding>()> notes; // of the rows so far
};

using OpenSheet = std::function<SheetReader(const Sheet &)>;

bool isBlankRow(const Row &row)
{
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

bool holdsRows(const SheetReader &sheet)
{
    for (Row row; sheet.next(row);) {
        if (!isBlankRow(row))
            return true;
    }
    return false;
}

// The one with that name; else the first visible one, and if it is empty the one that was shown last, and
// if that is empty too, the first that is not.
base::Result<Sheet> chosenSheet(const QList<Sheet> &sheets, const QString &name, const OpenSheet &open)
{
    QList<Sheet> visible;
    for (const Sheet &sheet : sheets) {
        if (!name.isEmpty() && sheet.name.compare(name, Qt::CaseInsensitive) == 0)
            return sheet;
        if (!sheet.hidden)
            visible << sheet;
    }
    if (!name.isEmpty()) {
        QStringList names;
        for (const Sheet &sheet : sheets)
            names << sheet.name;
        return unreadable(u"no sheet named %1: %2"_s.arg(name, names.join(u", "_s)), u"sheet"_s);
    }
    if (visible.isEmpty())
        return sheets.constFirst();
    if (visible.size() == 1 || holdsRows(open(visible.constFirst())))
        return visible.constFirst();
    std::stable_sort(visible.begin() + 1, visible.end(),
                     [](const Sheet &a, const Sheet &b) { return a.active && !b.active; });
    const auto found = std::find_if(visible.cbegin() + 1, visible.cend(),
                                    [&open](const Sheet &sheet) { return holdsRows(open(sheet)); });
    return found == visible.cend() ? visible.constFirst() : *found;
}

base::Result<FileFormat> readSheet(FileFormat format, const QList<Sheet> &sheets, const ReadOptions &options,
                                   const OpenSheet &open, const std::function<bool(qint64)> &progress,
                                   const HeaderTaker &header, const RowTaker &row)
{
    for (const Sheet &each : sheets) {
        format.sheets << each.name;
        if (each.hidden && !format.notes.contains(Finding::HiddenSheets))
            format.notes << Finding::HiddenSheets;
    }
    const auto sheet = chosenSheet(sheets, options.sheet, open);
    if (!sheet)
        return sheet.error();
    format.sheet = sheet->name;
    const SheetReader reader = open(*sheet);
    TableRows rows(options.headerRow, header, row);
    bool wanted = true;
    int count = 0;
    for (Row next; wanted && reader.next(next);) {
        wanted = rows.take(std::move(next));
        if ((++count & 0x3FF) == 0 && !progress(reader.inflated()))
            return base::Error{ErrorCode::Cancelled, {}, {}};
    }
    if (const auto error = reader.error())
        return *error;
    if (!rows.finish())
        return unreadable(u"emptySheet: %1"_s.arg(format.sheets.join(u", "_s)), u"sheet"_s);
    if (rows.lacksHeaderRow())
        return noHeaderRow(*options.headerRow);
    rows.describe(format);
    format.notes << reader.notes();
    return format;
}

base::Result<FileFormat> readXlsx(ZipArchive &zip, const ReadOptions &options, const HeaderTaker &header,
                                  const RowTaker &row)
{
    auto workbook = Workbook::open(zip);
    if (!workbook)
        return workbook.error();
    const qint64 before = zip.inflatedSize(workbook->sharedTextsPart());
    qint64 total = before;
    for (const Sheet &sheet : workbook->sheets())
        total += zip.inflatedSize(sheet.part);
    const auto progress = [&](qint64 done) {
        return !options.progress || options.progress(std::min(done, total), total);
    };
    if (!progress(0))
        return base::Error{ErrorCode::Cancelled, {}, {}};
    if (const auto loaded = workbook.value().loadContents(zip, options.locale, progress); !loaded)
        return loaded.error();
    const OpenSheet open = [&](const Sheet &sheet) {
        total = before + zip.inflatedSize(sheet.part);
        const auto worksheet = std::make_shared<Worksheet>(zip, *workbook, sheet.part, options);
        return SheetReader{[worksheet](Row &next) { return worksheet->next(next); },
                           [worksheet] { return worksheet->error(); },
                           [worksheet] { return worksheet->inflated(); },
                           [worksheet] { return worksheet->notes(); }};
    };
    FileFormat format;
    format.kind = FileKind::Xlsx;
    return readSheet(
        format, workbook->sheets(), options, open, [&](qint64 done) { return progress(before + done); },
        header, row);
}

base::Result<FileFormat> readOpenDocument(ZipArchive &zip, const ReadOptions &options,
                                          const HeaderTaker &header, const RowTaker &row)
{
    const auto sheets = openDocumentSheets(zip);
    if (!sheets)
        return sheets.error();
    const qint64 total = zip.inflatedSize(u"content.xml"_s);
    const OpenSheet open = [&](const Sheet &sheet) {
        const auto table = std::make_shared<OpenDocumentSheet>(zip, sheet.name, options.repeatMerged);
        return SheetReader{[table](Row &next) { return table->next(next); },
                           [table] { return table->error(); }, [table] { return table->inflated(); },
                           [table] { return table->notes(); }};
    };
    FileFormat format;
    format.kind = FileKind::OpenDocument;
    return readSheet(
        format, *sheets, options, open,
        [&](qint64 done) { return !options.progress || options.progress(std::min(done, total), total); },
        header, row);
}

base::Result<FileFormat> readZip(const QString &path, const ReadOptions &options, const HeaderTaker &header,
                                 const RowTaker &row)
{
    const auto archive = ZipArchive::open(path);
    if (!archive)
        return archive.error();
    return isOpenDocument(**archive) ? readOpenDocument(**archive, options, header, row)
                                     : readXlsx(**archive, options, header, row);
}

} // namespace

QStringList encodingNames()
{
    QStringList names;
    for (const Encoding each : allEncodings())
        names.append(identifier(each));
    return names;
}

bool isEncodingName(const QString &name)
{
    return encodingNamed(name).has_value();
}

QString Row::exact(int column) const
{
    for (const Fact &fact : facts) {
        if (fact.column == column && !fact.exact.isEmpty())
            return fact.exact;
    }
    return cells.value(column);
}

bool Row::isError(int column) const
{
    return std::any_of(facts.begin(), facts.end(),
                       [column](const Fact &fact) { return fact.column == column && fact.exact.isEmpty(); });
}

base::Result<FileFormat> read(const QString &path, const ReadOptions &options, const HeaderTaker &header,
                              const RowTaker &row)
{
    const auto kind = kindOf(path);
    if (!kind)
        return kind.error();
    if (*kind != Kind::Zip && !options.sheet.isEmpty())
        return unreadable(u"noSheets"_s, u"sheet"_s);
    switch (*kind) {
    case Kind::Zip:
        return readZip(path, options, header, row);
    case Kind::Vcard:
        return readVcard(path, options, header, row);
    case Kind::Csv:
        break;
    }
    return readCsv(path, options, header, row);
}

} // namespace listfiles
