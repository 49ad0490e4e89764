// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/numberformat.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestNumberFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
    void builtInFormats_data();
    void builtInFormats();
};

void TestNumberFormat::shows_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("norwegian");
    QTest::addColumn<QString>("english");
    const auto row = [](const char *written, const char *code, const char *norwegian, const char *english) {
        QTest::addRow("%s as %s", written, code)
            << QString::fromUtf8(written) << QString::fromUtf8(code) << QString::fromUtf8(norwegian)
            << QString::fromUtf8(english);
    };
    row("12.5", "General", "12,5", "12.5");
    row("4.799992002E9", "General", "4799992002", "4799992002");
    row("0.1", "General", "0,1", "0.1");
    row("0.30000000000000004", "General", "0,3", "0.3");
    row("0.33333333333333331", "General", "0,333333333", "0.333333333");
    row("-12.50", "General", "-12,5", "-12.5");
    row("0", "General", "0", "0");
    row("2.5", "0", "3", "3");
    row("7", "000", "007", "007");
    row("150", "0000", "0150", "0150");
    row("1250", "#,##0", "1 250", "1,250");
    row("1250", "#,##0.00", "1 250,00", "1,250.00");
    row("1234567.891", "#,##0.00", "1 234 567,89", "1,234,567.89");
    row("999.999", "0.00", "1000,00", "1000.00");
    row("0.5", "#.##", ",5", ".5");
    row("0.5", "0.##", "0,5", "0.5");
    row("0.25", "0%", "25 %", "25%");
    row("0.255", "0.0%", "25,5%", "25.5%");
    row("1250", "\"kr\" #,##0.00", "kr 1 250,00", "kr 1,250.00");
    row("1250", "\"kr\"\\ #,##0.00", "kr 1 250,00", "kr 1,250.00");
    row("1250", "[$kr-414] #,##0.00", "kr 1 250,00", "kr 1,250.00");
    row("1250", "_-\"kr\"\\ * #,##0.00_-;\\-\"kr\"\\ * #,##0.00_-", "kr 1 250,00", "kr 1,250.00");
    row("-1250", "_-\"kr\"\\ * #,##0.00_-;\\-\"kr\"\\ * #,##0.00_-", "-kr 1 250,00", "-kr 1,250.00");
    row("-5", "0;[Red]-0", "-5", "-5");
    row("-5", "0", "-5", "-5");
    row("-0.2", "0", "0", "0");
    row("0", "0;-0;\"ingen\"", "ingen", "ingen");
    row("5", "[<10]\"få\";\"mange\"", "få", "få");
    row("50", "[<10]\"få\";\"mange\"", "mange", "mange");
    row("3", "0\\ \"dager\"", "3 dager", "3 dager");
    row("2.25", "# ?/?", "2 1/4", "2 1/4");
    row("-0.5", "# ?/?", "-1/2", "-1/2");
    row("3", "# ?/?", "3", "3");
    row("0", "# ?/?", "0", "0");
    row("1.999", "# ?/?", "2", "2");
    row("2.25", "# ?/8", "2 2/8", "2 2/8");
    row("2.25", "?/?", "9/4", "9/4");
    row("46356", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "mandag 30. november 2026",
        "Monday, November 30, 2026");
    row("0.75", "[$-F400]h:mm:ss\\ AM/PM", "18:00:00", "18:00:00");
    row("1500000", "0.0,,", "1,5", "1.5");
    row("99999991", "00\\ 00\\ 00\\ 00", "99 99 99 91", "99 99 99 91");
    row("99999991", "###\\ ##\\ ###", "999 99 991", "999 99 991");
    row("12345", "0.00E+00", "1,23E+04", "1.23E+04");
    row("46356", "dd/mm/yyyy", "30.11.2026", "30/11/2026");
    row("46356", "dd\\.mm\\.yyyy", "30.11.2026", "30.11.2026");
    row("46356", "d. mmmm yyyy", "30. november 2026", "30. November 2026");
    row("46356", "d-mmm-yy", "30-nov-26", "30-Nov-26");
    row("46356", "[$-414]dddd d. mmmm", "mandag 30. november", "Monday 30. November");
    row("46356.5625", "dd/mm/yyyy hh:mm", "30.11.2026 13:30", "30/11/2026 13:30");
    row("0.5625", "h:mm AM/PM", "1:30 PM", "1:30 PM");
    row("0.5625", "hh:mm", "13:30", "13:30");
    row("1.5", "[h]:mm:ss", "36:00:00", "36:00:00");
    row("0.000011574", "mm:ss.0", "00:01,0", "00:01.0");
    row("4799992002", "dd/mm/yyyy", "4799992002", "4799992002");
    row("12", "@", "12", "12");
    row("tekst", "0", "tekst", "tekst");
}

void TestNumberFormat::shows()
{
    QFETCH(QString, written);
    QFETCH(QString, code);
    QFETCH(QString, norwegian);
    QFETCH(QString, english);
    const QLocale nb(QLocale::NorwegianBokmal, QLocale::Norway);
    const QLocale en(QLocale::English, QLocale::UnitedKingdom);
    QCOMPARE(listfiles::shownNumber(written, code, nb, false), norwegian);
    QCOMPARE(listfiles::shownNumber(written, code, en, false), english);
}

void TestNumberFormat::builtInFormats_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("norwegian");
    const auto row = [](int id, const char *written, const char *norwegian) {
        QTest::addRow("%d", id) << id << QString::fromUtf8(written) << QString::fromUtf8(norwegian);
    };
    row(0, "12.5", "12,5");
    row(1, "12.5", "13");
    row(2, "12.5", "12,50");
    row(3, "1250", "1 250");
    row(4, "1250", "1 250,00");
    row(7, "1250", "kr 1 250,00");
    row(9, "0.25", "25 %");
    row(10, "0.255", "25,50 %");
    row(14, "46356", "30.11.2026");
    row(20, "0.5625", "13:30");
    row(22, "46356.5625", "30.11.2026 13:30");
    row(44, "1250", "kr 1 250,00");
    row(49, "007", "7");
}

void TestNumberFormat::builtInFormats()
{
    QFETCH(int, id);
    QFETCH(QString, written);
    QFETCH(QString, norwegian);
    const QLocale nb(QLocale::NorwegianBokmal, QLocale::Norway);
    QCOMPARE(listfiles::shownNumber(written, listfiles::builtInFormat(id, nb), nb, false), norwegian);
    QCOMPARE(listfiles::shownTruth(true, nb), u"SANN"_s);
}

QTEST_GUILESS_MAIN(TestNumberFormat)
#include "tst_numberformat.moc"
