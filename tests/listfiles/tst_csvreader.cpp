// SPDX-License-Identifier: GPL-3.0-or-later
#include "readwhole.h"

#include <QFile>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using listfiles::ReadOptions;

class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void formatIsFound_data();
    void formatIsFound();
    void lateByteDecidesTheEncoding();
    void quotesAndLinesAcrossChunks();
    void choiceOfThePersonCounts();
    void unreadable_data();
    void unreadable();
    void otherFilesAreNamed_data();
    void otherFilesAreNamed();
    void oneBadNulFarDownIsPlaced();
    void previewStopsEarly();
    void progressAndCancel();
    void millionRowsStayBelow150MiB();

private:
    QString path(const QByteArray &bytes, const QString &name = u"liste.csv"_s)
    {
        return writeFile(m_folder, name, bytes);
    }
    QTemporaryDir m_folder;
};

void TestCsvReader::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("printed");
    const auto row = [](const char *name, const QByteArray &bytes, const QStringList &printed) {
        QTest::newRow(name) << bytes << printed;
    };
    row("semicolons and CR LF", "telefon;navn\r\n99999999;Ola\r\n",
        {u"telefon|navn"_s, u"2: 99999999|Ola"_s});
    row("commas and LF", "phone,name\n99999999,Ola\n", {u"phone|name"_s, u"2: 99999999|Ola"_s});
    row("tabs and CR", "phone\tname\r99999999\tOla, Kari\r", {u"phone|name"_s, u"2: 99999999|Ola, Kari"_s});
    row("no end of line at the end", "telefon;navn\n99999999;Ola", {u"telefon|navn"_s, u"2: 99999999|Ola"_s});
    row("an empty last cell at the end of the file", "telefon;navn\n99999999;",
        {u"telefon|navn"_s, u"2: 99999999|"_s});
    row("quotes hold separators and doubled quotes", "navn;telefon\n\"Hansen; \"\"Ola\"\"\";99999999\n",
        {u"navn|telefon"_s, u"2: Hansen; \"Ola\"|99999999"_s});
    row("a line end in quotes is one row of the spreadsheet",
        "navn;telefon\n\"Ola\r\nHansen\";99999999\nKari;98765432\n",
        {u"navn|telefon"_s, u"2: Ola\r\nHansen|99999999"_s, u"3: Kari|98765432"_s});
    row("a quote inside a cell is a character", "navn;telefon\n5\" pipe;99999999\n",
        {u"navn|telefon"_s, u"2: 5\" pipe|99999999"_s});
    row("text after the closing quote is kept", "navn;telefon\n\"Ola\" Hansen;99999999\n",
        {u"navn|telefon"_s, u"2: Ola Hansen|99999999"_s});
    row("blank lines are left out but counted", "telefon;navn\n\n99999999;Ola\n;;\n \n98765432;Kari\n",
        {u"telefon|navn"_s, u"3: 99999999|Ola"_s, u"6: 98765432|Kari"_s});
    row("blank lines before the header are counted", "\n\ntelefon;navn\n99999999;Ola\n",
        {u"telefon|navn"_s, u"4: 99999999|Ola"_s});
    row("a sep= line names the separator and is no row", "sep=,\r\nname,phone\r\nOla; Kari,99999999\r\n",
        {u"name|phone"_s, u"2: Ola; Kari|99999999"_s});
    row("a quoted sep= line with another character", "\"SEP=|\"\nname|phone\nOla|99999999\n",
        {u"name|phone"_s, u"2: Ola|99999999"_s});
    row("no header: letters instead, and the first row is data", "99999999;Ola\n98765432;Kari\n",
        {u"A|B"_s, u"1: 99999999|Ola"_s, u"2: 98765432|Kari"_s});
    row("no header, a number with plus and spaces", "Ola;+47 999 99 999\n",
        {u"A|B"_s, u"1: Ola|+47 999 99 999"_s});
    row("a date in the header is no number", "navn;2024-01-31\nOla;x\n",
        {u"navn|2024-01-31"_s, u"2: Ola|x"_s});
    row("the header's empty and repeated names", "Telefon;;telefon; Navn \n1;2;3;4\n",
        {u"Telefon|B|telefon 2|Navn"_s, u"2: 1|2|3|4"_s});
    row("empty columns at the right are left out", "telefon;navn;;;\n99999999;Ola;;;\n",
        {u"telefon|navn"_s, u"2: 99999999|Ola"_s});
    row("a column without a name that holds something", "telefon;navn;\n99999999;Ola;x\n",
        {u"telefon|navn|C"_s, u"2: 99999999|Ola|x"_s});
    row("short rows are filled", "telefon;navn;by\n99999999\n", {u"telefon|navn|by"_s, u"2: 99999999||"_s});
    row("header only", "telefon;navn\n", {u"telefon|navn"_s});
    row("one column", "telefon\n99999999, 98765432\n", {u"telefon"_s, u"2: 99999999, 98765432"_s});
    row("separator by the first lines, not by the text in quotes", "\"a,b,c\";d\n\"e,f,g\";h\n",
        {u"a,b,c|d"_s, u"2: e,f,g|h"_s});
    row("decimals with a comma do not make columns", "navn;sum;rest\nOla;1,5;2,5\nKari;2,5;3,5\n",
        {u"navn|sum|rest"_s, u"2: Ola|1,5|2,5"_s, u"3: Kari|2,5|3,5"_s});
    row("names with a comma in a list with semicolons", "Etternavn, fornavn;Mobil\nHansen, Ola;99999999\n",
        {u"Etternavn, fornavn|Mobil"_s, u"2: Hansen, Ola|99999999"_s});
}

void TestCsvReader::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, printed);
    QCOMPARE(readWhole(path(bytes)).print(), printed);
    // The same through UTF-16, which takes another way in.
    QStringEncoder utf16(QStringEncoder::Utf16LE);
    const QByteArray wide = utf16(QString::fromUtf8(bytes));
    QCOMPARE(readWhole(path("\xFF\xFE" + wide)).print(), printed);
}

void TestCsvReader::formatIsFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const QString text = u"navn;telefon\r\nÅse Ørjan – «»;99999999\r\nBærum;98765432\r\n"_s;
    QStringEncoder little(QStringEncoder::Utf16LE);
    QStringEncoder big(QStringEncoder::Utf16BE);
    const QByteArray le = little(text);
    const QByteArray be = big(text);
    QTest::newRow("UTF-8 without a mark") << text.toUtf8() << u"UTF-8"_s;
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8() << u"UTF-8"_s;
    QTest::newRow("UTF-16LE with a mark") << "\xFF\xFE" + le << u"UTF-16LE"_s;
    QTest::newRow("UTF-16BE with a mark") << "\xFE\xFF" + be << u"UTF-16BE"_s;
    QTest::newRow("UTF-16LE without a mark") << le << u"UTF-16LE"_s;
    QTest::newRow("UTF-16BE without a mark") << be << u"UTF-16BE"_s;
    QTest::newRow("Windows-1252") << QByteArray("navn;telefon\r\n\xC5se \xD8rjan \x96 \xAB\xBB;99999999\r\n"
                                                "B\xE6rum;98765432\r\n")
                                  << u"Windows-1252"_s;
}

void TestCsvReader::formatIsFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    const QString file = path(bytes);
    const WholeList list = readWhole(file);
    QCOMPARE(list.print(),
             (QStringList{u"navn|telefon"_s, u"2: Åse Ørjan – «»|99999999"_s, u"3: Bærum|98765432"_s}));
    QCOMPARE(list.format.kind, listfiles::FileKind::Csv);
    QCOMPARE(list.format.encoding, encoding);
    QCOMPARE(list.format.separator, u';');
    QCOMPARE(list.format.headerRow, 1);
}

void TestCsvReader::lateByteDecidesTheEncoding()
{
    QByteArray bytes = "telefon;navn\n";
    for (int i = 0; i < 60000; ++i)
        bytes += "99999999;Ola Nordmann\n";
    QCOMPARE(readWhole(path(bytes)).format.encoding, u"UTF-8"_s);
    const WholeList latin = readWhole(path(bytes + "98765432;K\xE5re\n"));
    QCOMPARE(latin.format.encoding, u"Windows-1252"_s);
    QCOMPARE(latin.rows.constLast().cells, (QStringList{u"98765432"_s, u"Kåre"_s}));
    QCOMPARE(readWhole(path(bytes + "98765432;K\xC3\xA5re\n")).format.encoding, u"UTF-8"_s);
}

// Cells of every length, so that each kind of boundary falls on the end of a chunk somewhere.
void TestCsvReader::quotesAndLinesAcrossChunks()
{
    QByteArray bytes = "nr;tekst;mer\r\n";
    QList<QStringList> expected;
    for (int i = 0; i < 3000; ++i) {
        const QString word = u"æ\"\n;ø"_s.repeated(i % 97) + QString::number(i);
        expected << QStringList{u"n%1"_s.arg(i), word, QString(i % 13, u'x') + u'å'};
        QString quoted = word;
        quoted.replace(u'"', u"\"\""_s);
        bytes += (expected.constLast().at(0) + u";\""_s + quoted + u"\";"_s + expected.constLast().at(2) +
                  u"\r\n"_s)
                     .toUtf8();
    }
    QVERIFY(bytes.size() > 1024 * 1024);
    const WholeList list = readWhole(path(bytes));
    QVERIFY2(list.ok, qPrintable(list.error.detail));
    QCOMPARE(list.rows.size(), expected.size());
    for (int i = 0; i < expected.size(); ++i) {
        QCOMPARE(list.rows.at(i).number, i + 2);
        QCOMPARE(list.rows.at(i).cells, expected.at(i));
    }
    const QByteArray utf16 = QStringEncoder(QStringEncoder::Utf16BE)(QString::fromUtf8(bytes));
    QCOMPARE(readWhole(path("\xFE\xFF" + utf16)).print(), list.print());

    // A character beyond the first plane is two units, and a chunk of the file may end between them.
    for (int before = 131060; before < 131075; ++before) {
        QString text = u"navn;x\n"_s;
        while (text.size() < before)
            text += text.size() % 1000 == 999 ? u'\n' : u'a';
        const QByteArray wide = QStringEncoder(QStringEncoder::Utf16LE)(text + u"😀;b\n"_s);
        const WholeList emoji = readWhole(path("\xFF\xFE" + wide));
        QVERIFY2(emoji.ok, qPrintable(emoji.error.detail));
        QVERIFY(emoji.rows.constLast().cells.constFirst().endsWith(u"😀"_s));
    }
}

void TestCsvReader::choiceOfThePersonCounts()
{
    const QString file = path("a,b;c\xC3\xA6\nd,e;f\n");
    ReadOptions options;
    options.separator = u',';
    options.encoding = u"windows-1252"_s;
    const WholeList list = readWhole(file, options);
    QCOMPARE(list.print(), (QStringList{u"a|b;cÃ¦"_s, u"2: d|e;f"_s}));
    QCOMPARE(list.format.separator, u',');
    options = {};
    options.headerRow = 0;
    QCOMPARE(readWhole(file, options).print(), (QStringList{u"A|B"_s, u"1: a,b|cæ"_s, u"2: d,e|f"_s}));
    options = {};
    options.encoding = u"EBCDIC"_s;
    QCOMPARE(readWhole(file, options).error.field, u"encoding"_s);
    options = {};
    options.separator = u'"';
    QCOMPARE(readWhole(file, options).error.field, u"separator"_s);
    options = {};
    options.encoding = u"UTF-8"_s;
    QCOMPARE(readWhole(path("navn;by\nOla;Oslo\nK\xE5re;Bergen\n"), options).print(),
             QStringList{u"[row 3 column 1: not valid UTF-8]"_s});
}

void TestCsvReader::unreadable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &bytes, const char *detail) {
        QTest::newRow(name) << bytes << QString::fromLatin1(detail);
    };
    row("a quote that never ends names its row and column", "a;b;c\n1;2;3\n4;5;\"six\n7;8;9\n",
        "row 3 column 3: unterminated quote");
    row("a quote that opens the file and never ends", "\"a;b\n", "row 1 column 1: unterminated quote");
    row("a cell over 64 KiB", "a;b\n1;" + QByteArray(64 * 1024 + 1, 'x') + "\n",
        "row 2 column 2: cell over 64 KiB");
    row("a quoted cell over 64 KiB", "a;b\n\"" + QByteArray(300 * 1024, 'x') + "\"\n",
        "row 2 column 1: cell over 64 KiB");
    row("a quote that never ends in a large file", "a;b\n\"" + QByteArray(3000000, 'x') + "\n",
        "row 2 column 1: cell over 64 KiB, perhaps an unterminated quote");
    row("a quote that never ends in a middling file", "a;b\n\"" + QByteArray(100000, 'x') + "\n",
        "row 2 column 1: unterminated quote");
    row("a line without an end", "a;b\n" + QByteArray(3000000, 'x'), "row 2 column 1: cell over 64 KiB");
    row("a NUL byte", QByteArray("a;b\n1;2\n3;4\0x\n", 14), "row 3 column 2: NUL byte");
    row("a NUL byte in quotes", QByteArray("a;b\n1;\"2\0\"\n", 11), "row 2 column 2: NUL byte");
    row("too many columns", "a;b\n" + QByteArray(20000, ';') + "\n", "row 2 column 16385: too many columns");
    row("UTF-16 cut in half a unit",
        QByteArray("\xFF\xFE"
                   "a\0b\0c",
                   7),
        "truncated UTF-16");
    row("a lone surrogate in UTF-16",
        QByteArray("\xFF\xFE"
                   "a\0\x00\xD8"
                   "b\0",
                   8),
        "row 1: not valid UTF-16");
    row("nothing", "", "empty");
    row("blank lines only", "\n\r\n;;\n", "empty");
}

void TestCsvReader::unreadable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, detail);
    const WholeList list = readWhole(path(bytes));
    QVERIFY(!list.ok);
    QCOMPARE(list.error.code, base::ErrorCode::FileUnreadable);
    QCOMPARE(list.error.detail, detail);
}

void TestCsvReader::otherFilesAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail");
    const QByteArray ole = QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(600, '\0');
    const auto wide = [](const QString &text) {
        return QByteArray(QStringEncoder(QStringEncoder::Utf16LE)(text));
    };
    QTest::newRow("Excel 97") << u"gammel.xls"_s << ole + wide(u"Root Entry Workbook"_s) << u"oldExcel"_s;
    QTest::newRow("a workbook under a password")
        << u"laast.xlsx"_s << ole + wide(u"EncryptedPackage"_s) << u"encrypted"_s;
    QTest::newRow("a Word document of the old kind")
        << u"brev.doc"_s << ole + wide(u"WordDocument"_s) << u"notASpreadsheet"_s;
    QTest::newRow("a web page called .xls")
        << u"rapport.xls"_s << QByteArray("<html><table><tr><td>1</td></tr></table>") << u"notASpreadsheet"_s;
    QTest::newRow("text called .xlsx")
        << u"liste.xlsx"_s << QByteArray("telefon\n99999999\n") << u"notASpreadsheet"_s;
    QTest::newRow("a PDF") << u"liste.csv"_s << QByteArray("%PDF-1.7\n") << u"notASpreadsheet"_s;
}

void TestCsvReader::otherFilesAreNamed()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, detail);
    QCOMPARE(readWhole(path(bytes, name)).print(), QStringList{u"[%1]"_s.arg(detail)});
    QVERIFY(!readWhole(m_folder.filePath(u"finnes ikke.csv"_s)).ok);
    QVERIFY(!readWhole(m_folder.path()).ok);
    // Text that a system calls .xls is common, and readable.
    QCOMPARE(readWhole(path("telefon\tnavn\n99999999\tOla\n", u"eksport.xls"_s)).print(),
             (QStringList{u"telefon|navn"_s, u"2: 99999999|Ola"_s}));
}

void TestCsvReader::oneBadNulFarDownIsPlaced()
{
    QByteArray bytes = "telefon;navn\n";
    for (int i = 0; i < 200000; ++i)
        bytes += "99999999;Ola\n";
    bytes[bytes.size() - 2] = '\0';
    QCOMPARE(readWhole(path(bytes)).error.detail, u"row 200001 column 2: NUL byte"_s);
}

void TestCsvReader::previewStopsEarly()
{
    const QString file = path("telefon;navn\n1;a\n2;b\n3;\"unterminated\n");
    int rows = 0;
    const auto result = listfiles::read(
        file, {}, [](const listfiles::Header &) { return true; },
        [&](listfiles::Row &&) { return ++rows < 2; });
    // Held rows are read before the header is given, so this small file fails; a longer one does not.
    QVERIFY(!result.ok());
    QByteArray longer = "telefon;navn\n";
    for (int i = 0; i < 500; ++i)
        longer += "1;a\n";
    rows = 0;
    QVERIFY(listfiles::read(
                path(longer + "3;\"unterminated\n"), {}, [](const listfiles::Header &) { return true; },
                [&](listfiles::Row &&) { return ++rows < 2; })
                .ok());
    QCOMPARE(rows, 2);
}

void TestCsvReader::progressAndCancel()
{
    QByteArray bytes = "telefon;navn\n";
    for (int i = 0; i < 200000; ++i)
        bytes += "99999999;Ola\n";
    const QString file = path(bytes);
    ReadOptions options;
    qint64 last = 0;
    bool grows = true;
    options.progress = [&](qint64 done, qint64 total) {
        grows = grows && done >= last && total == bytes.size();
        last = done;
        return true;
    };
    QVERIFY(readWhole(file, options).ok);
    QVERIFY(grows);
    QCOMPARE(last, bytes.size());
    options.progress = [&](qint64 done, qint64 total) { return done * 2 < total; };
    const WholeList half = readWhole(file, options);
    QVERIFY(!half.ok);
    QCOMPARE(half.error.code, base::ErrorCode::Cancelled);
    QVERIFY(half.rows.size() > 50000 && half.rows.size() < 200000);
    options.progress = [](qint64, qint64) { return false; };
    QCOMPARE(readWhole(file, options).error.code, base::ErrorCode::Cancelled);
    QVERIFY(readWhole(file, options).rows.isEmpty());
}

void TestCsvReader::millionRowsStayBelow150MiB()
{
    const QString name = m_folder.filePath(u"million.csv"_s);
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("telefon;navn;e-post;gruppe\r\n");
        for (int i = 0; i < 1000000; ++i)
            file.write(QByteArray::number(40000000 + i) + ";\xC5se Nordmann " + QByteArray::number(i) +
                       ";ase" + QByteArray::number(i) + "@example.no;Medlemmer\r\n");
    }
#ifdef Q_OS_LINUX
    QFile reset(u"/proc/self/clear_refs"_s); // the peak so far is another test's
    QVERIFY(reset.open(QIODevice::WriteOnly) && reset.write("5") == 1);
    reset.close();
#endif
    int rows = 0;
    qint64 sum = 0;
    const auto result = listfiles::read(
        name, {}, [](const listfiles::Header &) { return true; },
        [&](listfiles::Row &&row) {
            ++rows;
            sum += row.cells.constFirst().toLongLong() - 40000000;
            return true;
        });
    QVERIFY(result.ok());
    QCOMPARE(result->encoding, u"Windows-1252"_s);
    QCOMPARE(rows, 1000000);
    QCOMPARE(sum, 999999LL * 1000000 / 2);
#ifdef Q_OS_LINUX
    QFile status(u"/proc/self/status"_s);
    QVERIFY(status.open(QIODevice::ReadOnly));
    const QByteArray text = status.readAll();
    const QByteArray peak = text.mid(text.indexOf("VmHWM:") + 6, 20).trimmed();
    const qint64 kib = peak.left(peak.indexOf(' ')).toLongLong();
    QVERIFY(kib > 0);
#if defined(__SANITIZE_ADDRESS__)
    constexpr qint64 limit = 1024; // its quarantine keeps freed memory
#else
    constexpr qint64 limit = 150;
#endif
    QVERIFY2(kib < limit * 1024, peak.constData());
#endif
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
