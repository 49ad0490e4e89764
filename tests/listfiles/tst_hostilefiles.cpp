// SPDX-License-Identifier: GPL-3.0-or-later
// reliability.md "Imports": workbooks made to harm end with a reason.
#include "readwhole.h"
#include "workbookfile.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestHostileFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void sheetContents_data();
    void sheetContents();
    void otherZips_data();
    void otherZips();
    void directoryThatLies();
    void anyCutIsAnError();
    void anyChangedByteIsNoCrash();
    void repetitiveButHonestFileIsRead();
    void strangeNamesHarmNothing();

private:
    QString write(const ZipParts &parts, const char *password = nullptr)
    {
        const QString path = m_folder.filePath(u"bok.xlsx"_s);
        if (!writeZipFile(path, parts, password))
            qFatal("the zip could not be written");
        return path;
    }
    static QString failure(const QString &path)
    {
        const WholeList list = readWhole(path);
        return list.ok ? u"(read)"_s : list.error.detail;
    }
    static ZipParts small()
    {
        return oneSheet("<row>" + text("telefon") + "</row><row>" + text("x") + "</row>").parts();
    }
    static QByteArray fileBytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
};

void TestHostileFiles::refused_data()
{
    QTest::addColumn<ZipParts>("parts");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const ZipParts &parts, const char *detail) {
        QTest::newRow(name) << parts << QString::fromLatin1(detail);
    };
    const auto with = [](const QByteArray &name, const QByteArray &bytes) {
        ZipParts parts = small();
        for (auto &part : parts) {
            if (part.first == name) {
                part.second = bytes;
                return parts;
            }
        }
        parts.append({name, bytes});
        return parts;
    };
    row("a bomb in the sheet",
        with("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + QByteArray(8 << 20, ' ')),
        "compressionRatio");
    row("a bomb in a part that is not read", with("xl/media/image1.png", QByteArray(8 << 20, '\0')),
        "compressionRatio");
    ZipParts many = small();
    for (int i = 0; many.size() < 2001; ++i)
        many.append({"x/" + QByteArray::number(i), "x"});
    row("2,001 entries", many, "tooManyEntries");
    many.removeLast();
    row("2,000 entries are allowed", many, "(read)");
    row("a DOCTYPE with an entity in the sheet",
        with("xl/worksheets/sheet1.xml",
             "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
             "<worksheet><sheetData><row><c "
             "t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>"),
        "doctype");
    row("a DOCTYPE that names a file",
        with("xl/workbook.xml", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><workbook/>"), "doctype");
    row("a DOCTYPE in the relations",
        with("xl/_rels/workbook.xml.rels", "<!DOCTYPE x [<!ENTITY a \"b\">]><Relationships/>"), "doctype");
    row("relations that lead out of the archive",
        with("xl/_rels/workbook.xml.rels", WorkbookFile::relationships(WorkbookFile::relation(
                                               "rId1", "x/worksheet", "../../../../etc/passwd"))),
        "damaged");
    row("a sheet that is missing",
        with("xl/_rels/workbook.xml.rels", WorkbookFile::relationships(WorkbookFile::relation(
                                               "rId1", "x/worksheet", "worksheets/sheet9.xml"))),
        "damaged");
    row("no relations", with("xl/_rels/workbook.xml.rels", WorkbookFile::relationships({})), "empty");
    row("a workbook that is none", with("xl/workbook.xml", "<html/>"), "notASpreadsheet");
    row("a workbook that is no XML", with("xl/workbook.xml", "PK and so on"),
        "bad XML in xl/workbook.xml line 1");
}

void TestHostileFiles::refused()
{
    QFETCH(ZipParts, parts);
    QFETCH(QString, detail);
    const QString path = write(parts);
    QCOMPARE(failure(path), detail);
}

void TestHostileFiles::sheetContents_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("detail");
    const QByteArray head = "<row r=\"1\">" + text("telefon") + "</row>";
    const auto row = [&head](const char *name, const QByteArray &rows, const char *detail) {
        QTest::newRow(name) << head + rows << QString::fromLatin1(detail);
    };
    row("a shared string that does not exist", "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>3</v></c></row>",
        "row 2 column 2: no shared string 3");
    row("a negative shared string", "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>-1</v></c></row>",
        "row 2 column 1: no shared string -1");
    row("a reference that is none", "<row r=\"2\"><c r=\"5\"><v>1</v></c></row>",
        "row 2 column 0: bad cell reference");
    row("a column beyond the last", "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>",
        "row 2 column 16385: bad cell reference");
    row("a cell over 64 KiB",
        "<row r=\"2\"><c t=\"inlineStr\"><is><t>" + QByteArray(70000, 'x') + "</t></is></c></row>",
        "row 2 column 1: cell over 64 KiB");
    QByteArray random;
    for (uint i = 0, x = 1; i < 400000; ++i) {
        x = x * 1664525 + 1013904223;
        random += char('a' + (x >> 24) % 26);
    }
    row("a cell without an end", "<row r=\"2\"><c t=\"inlineStr\"><is><t>" + random + "</t></is></c></row>",
        "row 2 column 1: cell over 64 KiB");
    QByteArray runs;
    for (int i = 0; i < 70; ++i)
        runs += "<r><t>" + random.mid(i * 1000, 1000) + "</t></r>";
    row("a cell over 64 KiB in many runs", "<row r=\"2\"><c t=\"inlineStr\"><is>" + runs + "</is></c></row>",
        "row 2 column 1: cell over 64 KiB");
    row("a tag that is not closed", "<row r=\"2\"><c><v>1</c></row>",
        "row 2 column 1: bad XML in xl/worksheets/sheet1.xml line 2");
    row("an entity nobody declared", "<row r=\"2\">" + text("&xxe;") + "</row>",
        "row 2 column 1: bad XML in xl/worksheets/sheet1.xml line 2");
    row("a hundred thousand nested elements", "<row r=\"2\">" + QByteArray("<a>").repeated(100000),
        "row 2: xl/worksheets/sheet1.xml: nested too deeply");
    row("a character that XML has no place for", "<row r=\"2\">" + text("\x01") + "</row>",
        "row 2 column 1: bad XML in xl/worksheets/sheet1.xml line 2");
}

void TestHostileFiles::sheetContents()
{
    QFETCH(QByteArray, rows);
    QFETCH(QString, detail);
    WorkbookFile book = oneSheet(rows);
    book.sharedStrings = "<si><t>a</t></si><si><t>b</t></si><si><t>c</t></si>";
    QCOMPARE(failure(write(book.parts())), detail);
}

void TestHostileFiles::otherZips_data()
{
    QTest::addColumn<ZipParts>("parts");
    QTest::addColumn<QString>("detail");
    QTest::newRow("an OpenDocument file without a table")
        << ZipParts{{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}}
        << u"notASpreadsheet"_s;
    QTest::newRow("Apple Numbers") << ZipParts{{"Index/Document.iwa", "x"}} << u"numbers"_s;
    QTest::newRow("binary Excel") << ZipParts{{"xl/workbook.bin", "x"}} << u"binaryExcel"_s;
    QTest::newRow("a Word document") << ZipParts{{"word/document.xml", "<x/>"}} << u"notASpreadsheet"_s;
}

void TestHostileFiles::otherZips()
{
    QFETCH(ZipParts, parts);
    QFETCH(QString, detail);
    QCOMPARE(failure(write(parts)), detail);
    QCOMPARE(failure(write(parts, "hemmelig")), u"encrypted"_s);
}

// The zip's directory says 1,000 bytes, the data inflates to 200 MiB.
void TestHostileFiles::directoryThatLies()
{
    ZipParts parts = small();
    parts[2].second = "<worksheet><sheetData>" + QByteArray("<x/>").repeated(50 << 20);
    const QString path = write(parts);
    QByteArray bytes = fileBytes(path);
    QByteArray size(4, '\0');
    for (int i = 0; i < 4; ++i)
        size[i] = char((parts.at(2).second.size() >> (8 * i)) & 0xFF);
    QCOMPARE(bytes.count(size), 2); // the local head and the directory
    bytes.replace(size, QByteArray::fromHex("e8030000"));
    const QString detail = failure(writeFile(m_folder, u"løgn.xlsx"_s, bytes));
    QCOMPARE(detail, u"compressionRatio"_s); // counted while inflating, long before all 200 MiB
}

void TestHostileFiles::anyCutIsAnError()
{
    const QByteArray whole = fileBytes(write(small()));
    for (qsizetype size = 0; size < whole.size(); size += 7) {
        const QString detail = failure(writeFile(m_folder, u"kappet.xlsx"_s, whole.left(size)));
        QVERIFY2(detail == u"damaged"_s || detail == u"empty"_s || detail == u"notASpreadsheet"_s,
                 qPrintable(detail));
    }
}

void TestHostileFiles::anyChangedByteIsNoCrash()
{
    const QByteArray whole = fileBytes(write(small()));
    const QStringList good = readWhole(m_folder.filePath(u"bok.xlsx"_s)).print();
    int failures = 0;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray changed = whole;
        changed[i] = char(changed[i] ^ (1 << (i % 8)));
        const WholeList list = readWhole(writeFile(m_folder, u"endret.xlsx"_s, changed));
        // Names and times may change unseen, cells may not: each entry has its checksum.
        if (list.ok)
            QCOMPARE(list.print(), good);
        else
            ++failures;
    }
    QVERIFY(failures > whole.size() / 4);
}

// What offices export is repetitive too: it must not be taken for a bomb.
void TestHostileFiles::repetitiveButHonestFileIsRead()
{
    QByteArray rows = "<row r=\"1\">" + text("telefon") + text("navn") + "</row>";
    for (int i = 2; i <= 60000; ++i)
        rows += "<row r=\"" + QByteArray::number(i) + "\" spans=\"1:2\">" + text("99999999") +
                text("Ola Nordmann") + "</row>";
    const WholeList list = readWhole(write(oneSheet(rows).parts()));
    QVERIFY2(list.ok, qPrintable(list.error.detail));
    QCOMPARE(list.rows.size(), 59999);
    // Below 1 MiB anything may be well packed.
    ZipParts parts = small();
    parts.append({"xl/theme.xml", QByteArray(1000000, ' ')});
    QCOMPARE(failure(write(parts)), u"(read)"_s);
}

void TestHostileFiles::strangeNamesHarmNothing()
{
    ZipParts parts = small();
    parts << qMakePair(QByteArray("../../../../tmp/budstikke-was-here"), QByteArray("x"));
    parts << qMakePair(QByteArray("/tmp/budstikke-was-here"), QByteArray("x"));
    parts << qMakePair(QByteArray("xl/../../up"), QByteArray("x"));
    QCOMPARE(failure(write(parts)), u"(read)"_s);
    QVERIFY(!QFile::exists(u"/tmp/budstikke-was-here"_s));
    QCOMPARE(QDir(m_folder.path()).entryList({u"up"_s}), QStringList());
}

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "tst_hostilefiles.moc"
