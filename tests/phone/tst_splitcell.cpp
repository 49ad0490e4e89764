// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/phonenumber.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSplitCell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data();
    void splits();
};

void TestSplitCell::splits_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("numbers");
    const auto row = [](const char *name, const QString &cell, const QStringList &numbers) {
        QTest::newRow(name) << cell << numbers;
    };
    const QString a = u"99999999"_s;
    const QString b = u"98 88 88 88"_s;
    row("an empty cell holds none", u""_s, {});
    row("blanks hold none", u" \u00a0"_s, {});
    row("separators hold none", u" ; , / \n"_s, {});
    row("one number", a, {a});
    row("one number with spaces in it and around it", u"  98 88 88 88 "_s, {b});
    row("a comma", a + u","_s + b, {a, b});
    row("a comma and a space", a + u", "_s + b, {a, b});
    row("a semicolon", a + u";"_s + b, {a, b});
    row("a slash", a + u"/"_s + b, {a, b});
    row("a slash between spaces", a + u" / "_s + b, {a, b});
    row("a line feed", a + u"\n"_s + b, {a, b});
    row("a carriage return and line feed", a + u"\r\n"_s + b, {a, b});
    row("a line separator", a + u"\u2028"_s + b, {a, b});
    row("a tab", a + u"\t"_s + b, {a, b});
    row("a bar", a + u" | "_s + b, {a, b});
    row("an ampersand", a + u" & "_s + b, {a, b});
    row("og", a + u" og "_s + b, {a, b});
    row("OG between no-break spaces", a + u"\u00a0OG\u00a0"_s + b, {a, b});
    row("og/eller", a + u" og/eller "_s + b, {a, b});
    row("and", a + u" and "_s + b, {a, b});
    row("eller", a + u" eller "_s + b, {a, b});
    row("or", a + u" or "_s + b, {a, b});
    row("three numbers in three ways", u"+4799999999, 98 88 88 88 og 97777777"_s,
        {u"+4799999999"_s, b, u"97777777"_s});
    row("a separator left over at the end", a + u";"_s, {a});
    row("the same number twice stays twice", a + u";"_s + a, {a, a});
    row("a slash inside a number", u"22/33 44 55"_s, {u"22/33 44 55"_s});
    row("a spreadsheet's rounding", u"4,79E+10"_s, {u"4,79E+10"_s});
    row("a spreadsheet's rounding beside a number", u"4,79E+10, 99999999"_s, {u"4,79E+10"_s, a});
    row("a fraction of zero", u"4799999999,0"_s, {u"4799999999,0"_s});
    row("a word that only begins with og", u"99999999 ogso"_s, {u"99999999 ogso"_s});
    row("a name", u"Ola Nordmann"_s, {u"Ola Nordmann"_s});
    row("a name and a number", u"Kari, 99999999"_s, {u"Kari"_s, a});
}

void TestSplitCell::splits()
{
    QFETCH(QString, cell);
    QFETCH(QStringList, numbers);
    QCOMPARE(phone::splitCell(cell), numbers);
}

QTEST_GUILESS_MAIN(TestSplitCell)
#include "tst_splitcell.moc"
