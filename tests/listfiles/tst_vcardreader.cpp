// SPDX-License-Identifier: GPL-3.0-or-later
#include "readwhole.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;

class TestVcardReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void encodings();
    void foldsAtEveryPlace();
    void longPicturesAreSkipped();
    void unreadable_data();
    void unreadable();

private:
    WholeList readCards(const QByteArray &bytes)
    {
        return readWhole(writeFile(m_folder, u"kontakter.vcf"_s, bytes));
    }
    static QByteArray card(const QByteArray &lines)
    {
        return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + lines + "END:VCARD\r\n";
    }
    QTemporaryDir m_folder;
};

void TestVcardReader::reads_data()
{
    QTest::addColumn<QByteArray>("cards");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char *name, const QByteArray &cards, const QStringList &rows) {
        QTest::newRow(name) << cards << rows;
    };
    row("a card of 3.0",
        card("N:Nordmann;Ola;;;\r\nFN:Ola Nordmann\r\nTEL;TYPE=CELL:+47 999 99 999\r\n"
             "EMAIL;TYPE=INTERNET:ola@example.no\r\nCATEGORIES:Styret,Trenere\r\n"),
        {u"1: Ola Nordmann|+47 999 99 999|ola@example.no|Styret, Trenere|"_s});
    row("a card of 4.0 with a tel: URI",
        "BEGIN:VCARD\nVERSION:4.0\nFN:Kari\nTEL;VALUE=uri;TYPE=\"cell,voice\":tel:+47-999-99-999;ext=5\nEND:"
        "VCARD\n",
        {u"1: Kari|+47-999-99-999|||"_s});
    row("a card of 2.1 with bare types",
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Hansen;Per\r\nTEL;CELL;VOICE:99999999\r\nEND:VCARD\r\n",
        {u"1: Per Hansen|99999999|||"_s});
    row("one row per card with the mobile, the others kept",
        card(
            "FN:Ola\r\nTEL;TYPE=HOME:22334455\r\nTEL;TYPE=WORK,PREF:22114433\r\nTEL;TYPE=CELL:99999999\r\n") +
            card("FN:Kari\r\nTEL:98765432\r\n"),
        {u"1: Ola|99999999|||22114433, 22334455"_s, u"2: Kari|98765432|||"_s});
    row("a card without a number is told", card("FN:Ola\r\nEMAIL:a@b.no\r\n"), {u"1: Ola||a@b.no||"_s});
    row("a fax is no number to send to",
        card("FN:Ola\r\nTEL;TYPE=FAX:22334455\r\nTEL;TYPE=CELL:99999999\r\n"), {u"1: Ola|99999999|||"_s});
    row("escapes", card("FN:Hansen\\, Ola\\; jr.\\\\\\n x\r\nTEL:99999999\r\nCATEGORIES:A\\,B,C\r\n"),
        {u"1: Hansen, Ola; jr.\\ x|99999999||A,B, C|"_s});
    row("groups of properties",
        card("item1.TEL;type=CELL:99999999\r\nitem1.X-ABLabel:Jobb\r\nitem2.FN:Ola\r\n"),
        {u"1: Ola|99999999|||"_s});
    row("folded lines", card("FN:Ola Nord\r\n mann\r\nTEL;TYPE=\r\n\tCELL:9999\r\n 9999\r\n"),
        {u"1: Ola Nordmann|99999999|||"_s});
    row("the structured name where there is no other", card("N:Nordmann;Ola;Erik;Dr.;\r\nTEL:99999999\r\n"),
        {u"1: Ola Erik Nordmann|99999999|||"_s});
    row("the organisation where there is no name", card("N:;;;;\r\nORG:Røde Kors;Oslo\r\nTEL:99999999\r\n"),
        {u"1: Røde Kors|99999999|||"_s});
    row("the preferred address",
        card("FN:Ola\r\nTEL:99999999\r\nEMAIL:a@b.no\r\nEMAIL;PREF=1:c@d.no\r\nEMAIL:e@f.no\r\n"),
        {u"1: Ola|99999999|c@d.no||"_s});
    row("quoted-printable with its own character set",
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=98deg=C3=A5rd;=C3=\r\n="
        "85se;;;\r\n"
        "TEL;CELL:99999999\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:=D8rjan\r\nTEL;CELL:"
        "98765432\r\n"
        "END:VCARD\r\n",
        {u"1: Åse Ødegård|99999999|||"_s, u"2: Ørjan|98765432|||"_s});
    row("a colon in a quoted parameter", card("FN:Ola\r\nTEL;X-NOTE=\"a:b;c\";TYPE=CELL:99999999\r\n"),
        {u"1: Ola|99999999|||"_s});
    row("lower case", "begin:vcard\nfn:Ola\ntel;type=cell:99999999\nend:vcard\n", {u"1: Ola|99999999|||"_s});
    row("a card within a card belongs to nobody",
        "BEGIN:VCARD\nFN:Ola\nTEL:99999999\nAGENT:\nBEGIN:VCARD\nFN:Sekretær\nTEL:22334455\nEND:VCARD\nEND:"
        "VCARD\n",
        {u"1: Ola|99999999|||"_s});
    row("a group of cards is no person",
        card("FN:Styret\r\nKIND:group\r\nMEMBER:urn:uuid:1\r\n") + card("FN:Ola\r\nTEL:99999999\r\n"),
        {u"1: Ola|99999999|||"_s});
    row("lines between cards",
        card("FN:Ola\r\nTEL:99999999\r\n") + "\r\nTEL:1\r\nhello\r\n" + card("FN:Kari\r\nTEL:98765432\r\n"),
        {u"1: Ola|99999999|||"_s, u"2: Kari|98765432|||"_s});
}

void TestVcardReader::reads()
{
    QFETCH(QByteArray, cards);
    QFETCH(QStringList, rows);
    const WholeList list = readCards(cards);
    QCOMPARE(list.print(), QStringList{u"name|phone|email|categories|other phones"_s} + rows);
    QCOMPARE(list.format.kind, listfiles::FileKind::Vcard);
    QCOMPARE(list.format.notes.contains(listfiles::Finding::FaxNumbersLeftOut), cards.contains("FAX"));
    QByteArray otherEnds = cards;
    QCOMPARE(readCards(otherEnds.replace("\r\n", "\n")).print(), list.print());
    QCOMPARE(readCards(otherEnds.replace("\n", "\r")).print(), list.print());
}

void TestVcardReader::encodings()
{
    const QString text = u"BEGIN:VCARD\r\nFN:Åse Ørjan\r\nTEL:99999999\r\nEND:VCARD\r\n"_s;
    const QStringList printed{u"name|phone|email|categories|other phones"_s, u"1: Åse Ørjan|99999999|||"_s};
    QCOMPARE(readCards("\xEF\xBB\xBF" + text.toUtf8()).print(), printed);
    QCOMPARE(readCards(text.toUtf8()).format.encoding, u"UTF-8"_s);
    const WholeList latin = readCards(text.toLatin1());
    QCOMPARE(latin.print(), printed);
    QCOMPARE(latin.format.encoding, u"Windows-1252"_s);
    const QByteArray wide = QStringEncoder(QStringEncoder::Utf16LE)(text);
    QCOMPARE(readCards("\xFF\xFE" + wide).print(), printed);
    QCOMPARE(readCards(wide).print(), printed);
}

void TestVcardReader::foldsAtEveryPlace()
{
    const QByteArray line = "TEL;TYPE=CELL:+4799999999";
    for (qsizetype at = 1; at < line.size(); ++at) {
        const QByteArray folded = line.left(at) + "\r\n " + line.mid(at);
        QCOMPARE(readCards(card("FN:Ola\r\n" + folded + "\r\n")).rows.constFirst().cells.at(1),
                 u"+4799999999"_s);
    }
}

void TestVcardReader::longPicturesAreSkipped()
{
    const QByteArray line = "PHOTO;ENCODING=b:" + QByteArray(3000000, 'A') + "\r\n";
    QByteArray folded = "PHOTO;ENCODING=b:\r\n";
    for (int i = 0; i < 20000; ++i)
        folded += " " + QByteArray(72, 'A') + "\r\n";
    QCOMPARE(readCards(card(line + folded + "FN:Ola\r\nTEL:99999999\r\n")).print(),
             (QStringList{u"name|phone|email|categories|other phones"_s, u"1: Ola|99999999|||"_s}));
}

void TestVcardReader::unreadable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail");
    QTest::newRow("a card without an end") << card("FN:Ola\r\nTEL:1\r\n") + "BEGIN:VCARD\r\nFN:Kari\r\n"
                                           << u"line 7, card 2: card without an end"_s;
    QTest::newRow("a name over 64 KiB")
        << card("FN:" + QByteArray(70000, 'x') + "\r\n") << u"line 4, card 1: property over 64 KiB"_s;
    QTest::newRow("a NUL byte") << card(QByteArray("FN:O\0la\r\n", 9)) << u"line 4, card 1: NUL byte"_s;
}

void TestVcardReader::unreadable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, detail);
    const WholeList list = readCards(bytes);
    QVERIFY(!list.ok);
    QCOMPARE(list.error.detail, detail);
    QCOMPARE(list.error.code, base::ErrorCode::FileUnreadable);
}

QTEST_GUILESS_MAIN(TestVcardReader)
#include "tst_vcardreader.moc"
