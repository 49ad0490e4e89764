// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/cellvalue.h"
#include "readwhole.h"
#include "workbookfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using listfiles::DateKind;
using listfiles::ReadOptions;

class TestXlsxReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainNumbers_data();
    void plainNumbers();
    void dateFormats_data();
    void dateFormats();
    void dates_data();
    void dates();
    void reads_data();
    void reads();
    void sharedStringsAndRichText();
    void cellsByTheirStyle();
    void sheetChoice();
    void hiddenIsTold();
    void otherLayouts_data();
    void otherLayouts();
    void manySharedStringsAndRows();

private:
    WholeList readBook(const WorkbookFile &book, const ReadOptions &options = {})
    {
        const QString path = m_folder.filePath(u"bok.xlsx"_s);
        if (!book.write(path))
            qFatal("the workbook could not be written");
        return readWhole(path, options);
    }
    QTemporaryDir m_folder;
};

void TestXlsxReader::plainNumbers_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("plain");
    const auto row = [](const char *written, const char *plain) {
        QTest::newRow(written) << QString::fromLatin1(written) << QString::fromLatin1(plain);
    };
    row("4799992002", "4799992002");
    row("4.799992002E9", "4799992002");
    row("4.799992002e+9", "4799992002");
    row("4.799992002E+09", "4799992002");
    row("47999920020E-1", "4799992002");
    row("4799992002.0", "4799992002");
    row("4799992002.0000005", "4799992002");
    row("4799992001.9999995", "4799992002");
    row("999999999999999", "999999999999999");
    row("9.99999999999999E14", "999999999999999");
    row("12345678901234567", "12345678901234567");
    row("0", "0");
    row("-0", "0");
    row("0.0", "0");
    row("007", "7");
    row("-12.50", "-12.5");
    row("1.1000000000000001", "1.1");
    row("0.30000000000000004", "0.3");
    row("99999999999999.99", "100000000000000");
    row("1E-3", "0.001");
    row("1.5E-7", "0.00000015");
    row("1E20", "100000000000000000000");
    row("1E999999999", "1E999999999");
    row("4,79E+10", "4,79E+10");
    row("NaN", "NaN");
    row("1E", "1E");
    row(".5", "0.5");
    row("", "");
}

void TestXlsxReader::plainNumbers()
{
    QFETCH(QString, written);
    QFETCH(QString, plain);
    QCOMPARE(listfiles::plainNumber(written), plain);
}

void TestXlsxReader::dateFormats_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("kind");
    for (const char *code : {"yyyy-mm-dd", "dd.mm.yyyy", "d/m/yy h:mm", "[$-414]d. mmmm yyyy;@", "mmm\\ yy",
                             "dd/mm/åååå", "m/d/yy\\ h:mm;@", "\"den \"d.m.yyyy", "mmmm"})
        QTest::newRow(code) << QString::fromUtf8(code) << int(DateKind::Date);
    for (const char *code : {"hh:mm", "h:mm:ss AM/PM", "mm:ss.0", "[$-F400]h:mm:ss"})
        QTest::newRow(code) << QString::fromUtf8(code) << int(DateKind::TimeOnly);
    for (const char *code : {"[h]:mm:ss", "[mm]:ss"})
        QTest::newRow(code) << QString::fromUtf8(code) << int(DateKind::Elapsed);
    for (const char *code :
         {"General", "0", "0.00E+00", "#,##0.00", "#,##0\\ \"dager\"", "@", "[Red]0", "[$kr-414] #,##0",
          "0\\ \\d\\m", "_-* #,##0_-", "\"d\"0", "\"unterminated d", "[unterminated d"})
        QTest::newRow(code) << QString::fromUtf8(code) << int(DateKind::None);
}

void TestXlsxReader::dateFormats()
{
    QFETCH(QString, code);
    QFETCH(int, kind);
    QCOMPARE(int(listfiles::dateKindOf(code)), kind);
}

void TestXlsxReader::dates_data()
{
    QTest::addColumn<QString>("serial");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("from1904");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *serial, DateKind kind, bool from1904, const char *text) {
        QTest::addRow("%s as %s%s", serial, text, from1904 ? " from 1904" : "")
            << QString::fromLatin1(serial) << int(kind) << from1904 << QString::fromLatin1(text);
    };
    row("45322", DateKind::Date, false, "2024-01-31");
    row("45322.5", DateKind::Date, false, "2024-01-31 12:00");
    row("45322.572916666664", DateKind::Date, false, "2024-01-31 13:45");
    row("45322.99999999", DateKind::Date, false, "2024-02-01");
    row("45322.000011574", DateKind::Date, false, "2024-01-31 00:00:01");
    row("4.5322E4", DateKind::Date, false, "2024-01-31");
    row("43860", DateKind::Date, true, "2024-01-31");
    row("0", DateKind::Date, true, "1904-01-01");
    row("1", DateKind::Date, false, "1900-01-01");
    row("59", DateKind::Date, false, "1900-02-28");
    row("60", DateKind::Date, false, "1900-02-29");
    row("61", DateKind::Date, false, "1900-03-01");
    row("2958465", DateKind::Date, false, "9999-12-31");
    row("4799992002", DateKind::Date, false, "4799992002");
    row("-1", DateKind::Date, false, "-1");
    row("0.5625", DateKind::TimeOnly, false, "13:30");
    row("0.5625", DateKind::Date, false, "13:30");
    row("1.5", DateKind::Elapsed, false, "36:00");
}

void TestXlsxReader::dates()
{
    QFETCH(QString, serial);
    QFETCH(int, kind);
    QFETCH(bool, from1904);
    QFETCH(QString, text);
    QCOMPARE(listfiles::dateText(serial, DateKind(kind), from1904), text);
}

void TestXlsxReader::reads_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QStringList>("printed");
    const QByteArray head = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>telefon</t></is></c>"
                            "<c r=\"B1\" t=\"inlineStr\"><is><t>navn</t></is></c>"
                            "<c r=\"C1\" t=\"inlineStr\"><is><t>by</t></is></c></row>";
    const auto row = [&head](const char *name, const QByteArray &rows, const QStringList &printed) {
        QTest::newRow(name) << head + rows << QStringList{u"telefon|navn|by"_s} + printed;
    };
    row("a number is its exact value however written",
        "<row r=\"2\"><c r=\"A2\"><v>4.799992002E9</v></c></row>", {u"2: 4799992002||"_s});
    row("a text like a spoiled number stays as it is",
        "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>4,79E+10</v></c></row>", {u"2: 4,79E+10||"_s});
    row("missing cells by the reference", "<row r=\"2\"><c r=\"C2\"><v>3</v></c></row>", {u"2: ||3"_s});
    row("missing rows are counted", "<row r=\"7\"><c r=\"A7\"><v>1</v></c></row>", {u"7: 1||"_s});
    row("neither rows nor cells have references",
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", {u"2: 1|2|"_s, u"3: 3||"_s});
    row("some cells have references", "<row r=\"2\"><c r=\"B2\"><v>2</v></c><c><v>3</v></c></row>",
        {u"2: |2|3"_s});
    row("rows without cells and blank ones",
        "<row r=\"2\"/><row r=\"3\"><c r=\"A3\" s=\"1\"/></row>"
        "<row r=\"4\"><c r=\"B4\" t=\"str\"><v> </v></c></row>"
        "<row r=\"5\"><c r=\"A5\"><v>1</v></c></row>",
        {u"5: 1||"_s});
    row("a formula by its cached value",
        "<row r=\"2\"><c r=\"A2\"><f>47*1E8+1</f><v>4700000001</v></c>"
        "<c r=\"B2\" t=\"str\"><f>A&amp;B</f><v>Ola &amp; Kari</v></c></row>",
        {u"2: 4700000001|Ola & Kari|"_s});
    row("a formula without a cached value is empty",
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><f>1+1</f></c></row>", {u"2: 1||"_s});
    row("truth values", "<row r=\"2\"><c r=\"A2\" t=\"b\"><v>1</v></c><c r=\"B2\" t=\"b\"><v>0</v></c></row>",
        {u"2: TRUE|FALSE|"_s});
    row("a date of its own type",
        "<row r=\"2\"><c r=\"A2\" t=\"d\"><v>2024-01-31T00:00:00</v></c>"
        "<c r=\"B2\" t=\"d\"><v>2024-01-31T13:45:10Z</v></c></row>",
        {u"2: 2024-01-31|2024-01-31 13:45:10|"_s});
    row("escaped characters and an escaped underscore",
        "<row r=\"2\">" + text("a_x000D__x000A_b") + text("_x005F_x000D_") + text("_x00zz_") + "</row>",
        {u"2: a\r\nb|_x000D_|_x00zz_"_s});
    row("rich inline text without the phonetic reading",
        "<row r=\"2\"><c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>Ola </t></r>\n<r><t>Hansen</t></r>"
        "<rPh sb=\"0\" eb=\"1\"><t>o-ra</t></rPh></is></c></row>",
        {u"2: Ola Hansen||"_s});
    row("lower case references", "<row r=\"2\"><c r=\"b2\"><v>2</v></c></row>", {u"2: |2|"_s});
    row("CDATA and character references",
        "<row r=\"2\"><c t=\"inlineStr\"><is><t><![CDATA[<Ola>]]> &#197;se</t></is></c></row>",
        {u"2: <Ola> Åse||"_s});
}

void TestXlsxReader::reads()
{
    QFETCH(QByteArray, rows);
    QFETCH(QStringList, printed);
    QCOMPARE(readBook(oneSheet(rows)).print(), printed);
}

void TestXlsxReader::sharedStringsAndRichText()
{
    WorkbookFile book =
        oneSheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>"
                 "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>3</v></c>"
                 "<c r=\"C2\" t=\"s\"/></row>");
    book.sharedStrings =
        "<si><t>navn</t></si>\n<si>\n  <r><rPr><sz val=\"11\"/></rPr><t xml:space=\"preserve\">Åse </t>"
        "</r>\n  <r><t>Ørjan</t></r><rPh sb=\"0\" eb=\"2\"><t>x</t></rPh><phoneticPr fontId=\"1\"/>"
        "</si><si><t>hele&#10;navnet</t></si><si><t/></si>";
    QCOMPARE(readBook(book).print(), (QStringList{u"hele navnet|navn"_s, u"2: Åse Ørjan|"_s}));
}

void TestXlsxReader::cellsByTheirStyle()
{
    WorkbookFile book = oneSheet("<row r=\"1\">" + text("dato") + text("tid") + text("tall") + text("feil") +
                                 "</row>"
                                 "<row r=\"2\"><c s=\"1\"><v>45322</v></c><c s=\"2\"><v>45322.5</v></c>"
                                 "<c s=\"3\"><v>45322.5</v></c><c t=\"e\"><v>#N/A</v></c></row>"
                                 "<row r=\"3\"><c s=\"99\"><v>45322</v></c></row>");
    book.styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd.mm.yyyy hh:mm\"/></numFmts>"
                  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf "
                  "numFmtId=\"2\"/></cellXfs>";
    ReadOptions norwegian;
    norwegian.locale = QLocale(QLocale::NorwegianBokmal, QLocale::Norway);
    const WholeList list = readBook(book, norwegian);
    QCOMPARE(list.print(),
             (QStringList{u"dato|tid|tall|feil"_s, u"2: 31.01.2024|31.01.2024 12:00|45322,50|#N/A"_s,
                          u"3: 45322|||"_s}));
    QCOMPARE(list.format.notes, QList<listfiles::Finding>{listfiles::Finding::ErrorCells});
    book.workbookHead = "<workbookPr date1904=\"1\"/>";
    QCOMPARE(readBook(book, norwegian).rows.constFirst().cells.constFirst(), u"01.02.2028"_s);
}

void TestXlsxReader::sheetChoice()
{
    WorkbookFile book;
    for (const char *name : {"Skjult", "Medlemmer", "Ærlig &amp; redelig"}) {
        const QByteArray row = "<row>" + text("navn") + "</row><row>" + text(name) + "</row>";
        book.sheets << SheetPart{name, "<sheetData>" + row + "</sheetData>", {}};
    }
    book.sheets.first().state = "veryHidden";
    book.sheets << SheetPart{"Tomt", "<sheetData/>", {}};
    const WholeList list = readBook(book);
    QCOMPARE(list.format.sheets, (QStringList{u"Skjult"_s, u"Medlemmer"_s, u"Ærlig & redelig"_s, u"Tomt"_s}));
    QCOMPARE(list.format.sheet, u"Medlemmer"_s);
    QCOMPARE(list.print(), (QStringList{u"navn"_s, u"2: Medlemmer"_s}));
    QCOMPARE(list.format.notes, QList<listfiles::Finding>{listfiles::Finding::HiddenSheets});
    ReadOptions options;
    options.sheet = u"ærlig & REDELIG"_s;
    QCOMPARE(readBook(book, options).rows.constFirst().cells.constFirst(), u"Ærlig & redelig"_s);
    options.sheet = u"Skjult"_s;
    QCOMPARE(readBook(book, options).rows.constFirst().cells.constFirst(), u"Skjult"_s);
    options.sheet = u"Finnes ikke"_s;
    const WholeList missing = readBook(book, options);
    QCOMPARE(missing.error.detail, u"no sheet named Finnes ikke: Skjult, Medlemmer, Ærlig & redelig, Tomt"_s);
    QCOMPARE(missing.error.field, u"sheet"_s);
    options.sheet = u"Tomt"_s;
    QCOMPARE(readBook(book, options).print(),
             QStringList{u"[emptySheet: Skjult, Medlemmer, Ærlig & redelig, Tomt]"_s});
}

void TestXlsxReader::hiddenIsTold()
{
    WorkbookFile book =
        oneSheet("<row r=\"1\">" + text("telefon") + text("navn") + "</row><row r=\"2\" hidden=\"1\">" +
                 text("99999999") + text("Ola") + "</row><row r=\"3\">" + text("98765432") + "</row>");
    book.sheets.first().xml.prepend("<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>");
    const WholeList list = readBook(book);
    QCOMPARE(list.print(), (QStringList{u"telefon|navn"_s, u"2: 99999999|Ola"_s, u"3: 98765432|"_s}));
    QCOMPARE(list.format.notes,
             (QList<listfiles::Finding>{listfiles::Finding::HiddenRows, listfiles::Finding::HiddenColumns,
                                        listfiles::Finding::NumbersAsText}));
}

void TestXlsxReader::otherLayouts_data()
{
    QTest::addColumn<WorkbookFile>("book");
    const WorkbookFile plain = [] {
        WorkbookFile book = oneSheet("<row><c t=\"s\"><v>0</v></c></row><row><c><v>99999999</v></c></row>");
        book.sharedStrings = "<si><t>telefon</t></si>";
        return book;
    }();
    QTest::newRow("as Excel lays it out") << plain;
    WorkbookFile book = plain;
    book.target = "/xl/worksheets/";
    QTest::newRow("targets from the root, as Google writes them") << book;
    book.target = "../xl/./worksheets/";
    QTest::newRow("targets that go up and down") << book;
    book.target = "\\xl\\worksheets\\";
    QTest::newRow("targets with backslashes") << book;
    book.target = "/XL/Worksheets/";
    QTest::newRow("targets in other letters") << book;
    book = plain;
    book.main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    book.relations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    QTest::newRow("strict OOXML") << book;
    book = plain;
    book.prefix = "x:";
    // The test writes rows without a prefix, so they are given one here.
    for (QByteArray *xml : {&book.sheets.first().xml, &book.sharedStrings})
        xml->replace("</", "\1").replace("<", "<x:").replace("\1", "</x:");
    QTest::newRow("elements with a prefix") << book;
}

void TestXlsxReader::otherLayouts()
{
    QFETCH(WorkbookFile, book);
    QCOMPARE(readBook(book).print(), (QStringList{u"telefon"_s, u"2: 99999999"_s}));
}

void TestXlsxReader::manySharedStringsAndRows()
{
    QByteArray rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>";
    QByteArray strings = "<si><t>nr</t></si><si><t>navn</t></si>";
    constexpr int count = 20000;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        rows += "<row r=\"" + QByteArray::number(i + 2) + "\"><c><v>" + number + "</v></c><c t=\"s\"><v>" +
                QByteArray::number(count - i + 1) + "</v></c></row>";
        strings += "<si><t>N\xC3\xA5vn " + number + "</t></si>";
    }
    WorkbookFile book = oneSheet(rows);
    book.sharedStrings = strings;
    ReadOptions options;
    qint64 last = 0;
    bool grows = true;
    options.progress = [&](qint64 done, qint64 total) {
        grows = grows && done >= last && done <= total;
        last = done;
        return true;
    };
    const WholeList list = readBook(book, options);
    QVERIFY2(list.ok, qPrintable(list.error.detail));
    QCOMPARE(list.rows.size(), count);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(list.rows.at(i).number, i + 2);
        QCOMPARE(list.rows.at(i).cells, (QStringList{QString::number(i), u"Nåvn %1"_s.arg(count - i - 1)}));
    }
    QVERIFY(grows && last > rows.size() / 2);
    options.progress = [](qint64 done, qint64 total) { return done * 2 < total; };
    const WholeList half = readBook(book, options);
    QCOMPARE(half.error.code, base::ErrorCode::Cancelled);
    QVERIFY(half.rows.size() < count);
}

QTEST_GUILESS_MAIN(TestXlsxReader)
#include "tst_xlsxreader.moc"
