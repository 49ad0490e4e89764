// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/columns.h"

#include <QTest>

using namespace Qt::StringLiterals;
using listfiles::ColumnMap;

class ColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guesses_data();
    void guesses();
    void readsAsPhone_data();
    void readsAsPhone();
    void letters();
};

void ColumnsTest::guesses_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QList<int>>("map"); // phone, name, lastName, email, groups
    const auto row = [](const char *name, const QString &header, const QStringList &rows,
                        const QList<int> &map) { QTest::newRow(name) << header << rows << map; };
    row("Norwegian names", u"Navn|Mobilnummer|E-post|Gruppe"_s, {}, {1, 0, -1, 2, 3});
    row("English names", u"Phone|Full name|Email address"_s, {}, {0, 1, -1, 2, -1});
    row("first and last names apart", u"Fornavn|Etternavn|Tlf."_s, {}, {2, 0, 1, -1, -1});
    row("the mobile before the telephone", u"Telefon|Mobil|Navn"_s, {u"22334455|99999999|Ola"_s},
        {1, 2, -1, -1, -1});
    row("the telephone if no mobile is filled in", u"Telefon|Mobil|Navn"_s, {u"22334455||Ola"_s},
        {0, 2, -1, -1, -1});
    row("a member's number is no telephone", u"Nummer|Navn|Kontakt mobil"_s, {u"17|Ola|99999999"_s},
        {2, 1, -1, -1, -1});
    row("in other words", u"Elev|Foresattes mobil (1)"_s, {u"Ola|99999999"_s}, {1, 0, -1, -1, -1});
    row("by contents without names", u"A|B|C"_s,
        {u"Ola|99999999|ola@example.no"_s, u"Kari|x|kari@example.no"_s, u"Per|+47 98 76 54 32|"_s},
        {1, 0, -1, 2, -1});
    row("nothing to be found", u"A|B"_s, {u"1|2"_s}, {-1, -1, -1, -1, -1});
    row("a vCard's header", u"name|phone|email|categories"_s, {}, {1, 0, -1, 2, 3});
}

void ColumnsTest::guesses()
{
    QFETCH(QString, header);
    QFETCH(QStringList, rows);
    QFETCH(QList<int>, map);
    QList<listfiles::Row> sample;
    for (const QString &row : rows)
        sample << listfiles::Row{0, row.split(u'|')};
    const ColumnMap found = listfiles::guessColumns(header.split(u'|'), sample);
    QCOMPARE((QList<int>{found.phone, found.name, found.lastName, found.email, found.groups}), map);
}

void ColumnsTest::readsAsPhone_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("reads");
    for (const char *cell : {"99999999", "+47 999 99 999", "0047-99999999", "'99999999", "(+47) 99 99 99 99",
                             "999 99 999 / 987 65 432", "99999999, 98765432", "4,79E+10", "4.799992002E9",
                             "tel:+47-999-99-999", " 99999999 "})
        QTest::newRow(cell) << QString::fromLatin1(cell) << true;
    for (const char *cell : {"", "Telefon", "1234567", "2024-01-31", "31.12.2024", "2024-01-31 13:45",
                             "Kampanje 20240131", "Ola 99999999", "E+10"})
        QTest::newRow(cell) << QString::fromLatin1(cell) << false;
}

void ColumnsTest::readsAsPhone()
{
    QFETCH(QString, cell);
    QFETCH(bool, reads);
    QCOMPARE(listfiles::readsAsPhone(cell), reads);
}

void ColumnsTest::letters()
{
    QCOMPARE(listfiles::columnLetters(0), u"A"_s);
    QCOMPARE(listfiles::columnLetters(25), u"Z"_s);
    QCOMPARE(listfiles::columnLetters(26), u"AA"_s);
    QCOMPARE(listfiles::columnLetters(701), u"ZZ"_s);
    QCOMPARE(listfiles::columnLetters(702), u"AAA"_s);
    QCOMPARE(listfiles::columnLetters(16383), u"XFD"_s);
}

QTEST_GUILESS_MAIN(ColumnsTest)
#include "tst_columns.moc"
