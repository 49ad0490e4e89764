// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/writer.h"
#include "readwhole.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using listfiles::TableWriter;

class TestTableWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvBytes();
    void neutralised_data();
    void neutralised();
    void roundTrip_data();
    void roundTrip();
    void xlsxHasNoFormulaAndNoNumber();
    void droppedWriterLeavesTheOldFile_data();
    void droppedWriterLeavesTheOldFile();
    void cannotBeWritten();
    void fullDiskLeavesTheOldFile_data();
    void fullDiskLeavesTheOldFile();
    void sheetsLimitsAreKept();

private:
    static void formats()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("CSV") << u"ut.csv"_s;
        QTest::newRow("XLSX") << u"ut.xlsx"_s;
    }
    static base::Result<void> writeAll(const QString &path, const QList<QStringList> &rows)
    {
        auto writer = TableWriter::create(path);
        if (!writer)
            return writer.error();
        for (const QStringList &row : rows) {
            if (const auto written = writer.value()->writeRow(row); !written)
                return written;
        }
        return writer.value()->finish();
    }
    QByteArray bytes(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
};

void TestTableWriter::csvBytes()
{
    QVERIFY(writeAll(m_folder.filePath(u"bytes.CSV"_s), {{u"Nummer"_s, u"Tekst"_s},
                                                         {u"+4799999999"_s, u"Hei, «Åse»; \"du\""_s},
                                                         {u"=1+1"_s, u"a\nb"_s}})
                .ok());
    QCOMPARE(bytes(u"bytes.CSV"_s),
             QByteArray("\xEF\xBB\xBFNummer;Tekst\r\n+4799999999;\"Hei, \xC2\xAB\xC3\x85se\xC2\xBB; "
                        "\"\"du\"\"\"\r\n'=1+1;\"a\nb\"\r\n"));
}

void TestTableWriter::neutralised_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("runs");
    for (const char *cell :
         {"=1+1", "=cmd|' /C calc'!A0", "+47 999 99 999", "+1+1", "+4799999999999999", "+47999", "-5", "-1+1",
          "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=", "+", "'=1", "''-5", "'+4799999999"})
        QTest::newRow(cell) << QString::fromLatin1(cell) << true;
    QTest::newRow("a wide equals sign") << u"＝1+1"_s << true;
    for (const char *cell :
         {"+4799999999", "+479999", "Ola", "", "1=2", " =1", "'Ola", "'", "a@b.no", "99999999"})
        QTest::newRow(cell) << QString::fromLatin1(cell) << false;
}

void TestTableWriter::neutralised()
{
    QFETCH(QString, cell);
    QFETCH(bool, runs);
    QCOMPARE(listfiles::neutralised(cell), runs ? u'\'' + cell : cell);
    QCOMPARE(listfiles::restored(listfiles::neutralised(cell)), cell);
}

void TestTableWriter::roundTrip_data()
{
    formats();
}

void TestTableWriter::roundTrip()
{
    QFETCH(QString, name);
    QList<QStringList> rows{{u"Nummer"_s, u"Tekst"_s, u"Ref"_s},
                            {u"+4799999999"_s, u"Hei Åse 😀 – «alt» \"bra\"; du & <jeg>"_s, u"0047"_s},
                            {u""_s, u"linje\nto\ttre"_s, u""_s},
                            {u"12345678901234567890"_s, u"_x000D_ og _x005F_"_s, u" med rom "_s},
                            {u"x"_s, u"=1+1"_s, u"-5"_s},
                            {u"'=1+1"_s, u"'Ola"_s, u"''-5"_s}};
    for (int i = 0; i < 20000; ++i)
        rows << QStringList{u"+47%1"_s.arg(40000000 + i), u"Melding nummer %1 til deg"_s.arg(i),
                            u"r%1"_s.arg(i)};
    const auto written = writeAll(m_folder.filePath(name), rows);
    QVERIFY2(written.ok(), written.ok() ? "" : qPrintable(written.error().detail));
    const WholeList list = readWhole(m_folder.filePath(name));
    QVERIFY2(list.ok, qPrintable(list.error.detail));
    QCOMPARE(list.header, rows.constFirst());
    QCOMPARE(list.rows.size(), rows.size() - 1);
    for (int i = 1; i < rows.size(); ++i) {
        QCOMPARE(list.rows.at(i - 1).number, i + 1);
        QCOMPARE(list.rows.at(i - 1).cells, rows.at(i));
    }
    QCOMPARE(QDir(m_folder.path()).entryList({name + u"*"_s}, QDir::Files), QStringList{name});
}

void TestTableWriter::xlsxHasNoFormulaAndNoNumber()
{
    const QString path = m_folder.filePath(u"tekst.xlsx"_s);
    QVERIFY(writeAll(path, {{u"Nummer"_s, u"Tekst"_s},
                            {u"99999999"_s, u"=1+1"_s},
                            {u"a\x01\x0B\u0007z"_s, QString(QChar(0xD800)) + u"å\r\nb"_s}})
                .ok());
    const WholeList list = readWhole(path);
    QCOMPARE(list.print(), (QStringList{u"Nummer|Tekst"_s, u"2: 99999999|=1+1"_s, u"3: az|å\nb"_s}));
    QCOMPARE(list.format.notes, QList<listfiles::Finding>{listfiles::Finding::NumbersAsText});
}

void TestTableWriter::droppedWriterLeavesTheOldFile_data()
{
    formats();
}

void TestTableWriter::droppedWriterLeavesTheOldFile()
{
    QFETCH(QString, name);
    const QString path = writeFile(m_folder, name, "gammel");
    {
        auto writer = TableWriter::create(path);
        QVERIFY(writer.ok());
        QVERIFY(writer.value()->writeRow({u"ny"_s}).ok());
    }
    QCOMPARE(bytes(name), QByteArray("gammel"));
    QCOMPARE(QDir(m_folder.path()).entryList({name + u"*"_s}, QDir::Files), QStringList{name});
    QVERIFY(writeAll(path, {{u"ny"_s}}).ok());
    QCOMPARE(readWhole(path).header, QStringList{u"ny"_s});
}

void TestTableWriter::cannotBeWritten()
{
    for (const QString &name : {u"ut.txt"_s, u"ut"_s}) {
        const auto writer = TableWriter::create(m_folder.filePath(name));
        QVERIFY(!writer.ok());
        QCOMPARE(writer.error().detail, u"unknownFormat"_s);
    }
    for (const QString &name : {u"ingen mappe/ut.csv"_s, u"ingen mappe/ut.xlsx"_s}) {
        const auto writer = TableWriter::create(m_folder.filePath(name));
        QVERIFY(!writer.ok());
        QCOMPARE(writer.error().code, base::ErrorCode::FileUnwritable);
        QVERIFY(!writer.error().detail.isEmpty());
    }
}

void TestTableWriter::fullDiskLeavesTheOldFile_data()
{
    formats();
}

// A limit on the size of files is the full disk that a test can have without being root.
void TestTableWriter::fullDiskLeavesTheOldFile()
{
    QFETCH(QString, name);
#ifdef Q_OS_UNIX
    const QString path = writeFile(m_folder, name, "gammel");
    QList<QStringList> rows{{u"Nummer"_s, u"Tekst"_s}};
    for (uint i = 0, x = 1; i < 30000; ++i) {
        x = x * 1664525 + 1013904223;
        rows << QStringList{u"+47%1"_s.arg(x), QString::number(qulonglong(x) * x, 36)};
    }
    const QString whole = m_folder.filePath(u"hel-"_s + name);
    QVERIFY(writeAll(whole, rows).ok());
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old;
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
    for (const rlim_t size :
         {rlim_t(100), rlim_t(100000), rlim_t(300000), rlim_t(QFileInfo(whole).size() - 1)}) {
        const rlimit low{size, old.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &low), 0);
        const auto written = writeAll(path, rows);
        setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY(!written.ok());
        QVERIFY(written.error().code == base::ErrorCode::FileUnwritable ||
                written.error().code == base::ErrorCode::DiskFull);
        QCOMPARE(written.error().detail, u"File too large"_s);
        QCOMPARE(bytes(name), QByteArray("gammel"));
        QCOMPARE(QDir(m_folder.path()).entryList({name + u"*"_s}, QDir::Files), QStringList{name});
    }
    QVERIFY(writeAll(path, rows).ok());
    QCOMPARE(readWhole(path).rows.size(), 30000);
#else
    QVERIFY(!writeAll(u"//ingen/steder/"_s + name, {{u"ny"_s}}).ok());
#endif
}

void TestTableWriter::sheetsLimitsAreKept()
{
    const QString path = m_folder.filePath(u"stor.xlsx"_s);
    const auto longCell = writeAll(path, {{u"a"_s}, {u"b"_s, QString(32768, u'x')}});
    QCOMPARE(longCell.error().detail, u"row 2 column 2: cell over 32767 characters"_s);
    QVERIFY(writeAll(path, {{u"a"_s}, {QString(32767, u'x')}}).ok());
    auto writer = TableWriter::create(path);
    QVERIFY(writer.ok());
    for (int i = 0; i < 1048576; ++i)
        QVERIFY(writer.value()->writeRow({QString()}).ok());
    QCOMPARE(writer.value()->writeRow({QString()}).error().detail, u"tooManyForASheet"_s);
}

QTEST_GUILESS_MAIN(TestTableWriter)
#include "tst_tablewriter.moc"
