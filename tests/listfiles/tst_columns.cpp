// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/columns.h"

#include <QTest>

using namespace Qt::StringLiterals;
using listfiles::ColumnMap;

class TestColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guesses_data();
    void guesses();
    void letters();
};

void TestColumns::guesses_data()
{
    QTest::addColumn<QString>("header"); // empty: none
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QString>("map"); // phones / others that hold numbers, name, lastName, email, groups
    const auto row = [](const char *name, const QString &header, const QStringList &rows, const char *map) {
        QTest::newRow(name) << header << rows << QString::fromLatin1(map);
    };
    row("Norwegian names", u"Navn|Mobilnummer|E-post|Gruppe"_s, {}, "1 / , 0, -1, 2, 3");
    row("English names", u"Phone|Full name|Email address"_s, {}, "0 / , 1, -1, 2, -1");
    row("first and last names apart", u"Fornavn|Etternavn|Tlf."_s, {}, "2 / , 0, 1, -1, -1");
    row("the mobile before the telephone", u"Telefon|Mobil|Navn"_s, {u"22334455|99999999|Ola"_s},
        "1 / 0, 2, -1, -1, -1");
    row("the telephone if no mobile is filled in", u"Telefon|Mobil|Navn"_s, {u"22334455||Ola"_s},
        "0 / , 2, -1, -1, -1");
    row("a mobile that cannot be read stays chosen", u"Telefon|Mobil|Navn"_s, {u"22334455|9999|Ola"_s},
        "1 / 0, 2, -1, -1, -1");
    row("a member's number is no telephone", u"Medlemsnr|Navn|Kontakt mobil"_s, {u"40000001|Ola|99999999"_s},
        "2 / , 1, -1, -1, -1");
    row("not even if it is the only one", u"Medlemsnr|Navn"_s, {u"40000001|Ola"_s}, " / , 1, -1, -1, -1");
    row("nor is a number of some kind", u"Nummer|Nr|Navn"_s, {u"40000001|40000002|Ola"_s},
        " / , 2, -1, -1, -1");
    row("a telephone with notes stays chosen", u"Navn|Mobil|Medlemsnr"_s, {u"Kari|ring mor|40000001"_s},
        "1 / , 0, -1, -1, -1");
    row("in other words", u"Elev|Foresattes mobil (1)"_s, {u"Ola|99999999"_s}, "1 / , -1, -1, -1, -1");
    row("a form's question", u"Tidsmerke|Hva er mobilnummeret ditt? (8 siffer)"_s, {},
        "1 / , -1, -1, -1, -1");
    row("a fax, a type and a consent are no telephones",
        u"Faksnummer|Telefontype: type|SMS samtykke|Landkode mobil"_s, {}, " / , -1, -1, -1, -1");
    row("nor are a phonetic name, a subscription and an hour",
        u"Phonetic First Name|Mobilabonnement|Telefontid"_s, {}, " / , -1, -1, -1, -1");
    row("our own export, whatever fields there are", u"phone|name|email|groups|Gruppe|Mobil|Navn"_s,
        {u"+4799999999|Ola|||Kor|98765432|O"_s}, "0 / , 1, -1, 2, 3");
    row("Google's numbered ones together",
        u"Name|Phone 1 - Type|Phone 1 - Value|Phone 2 - Type|Phone 2 - Value"_s,
        {u"Ola|Home|22334455|Mobile|99999999"_s}, "2 4 / , 0, -1, -1, -1");
    row("Outlook's mobile among its many", u"First Name|Last Name|Home Phone|Business Phone|Mobile Phone"_s,
        {u"Ola|N|22334455|22334456|99999999"_s}, "4 / 2 3, 0, 1, -1, -1");
    row("by contents without a header", QString(),
        {u"Ola|99999999|ola@example.no"_s, u"Kari|x|kari@example.no"_s, u"Per|+47 98 76 54 32|"_s},
        "1 / , 0, -1, 2, -1");
    row("dates are no numbers", QString(), {u"24.12.1948|Ola|99999999"_s, u"31.01.1950|Kari|98765432"_s},
        "2 / , 1, -1, -1, -1");
    row("a land line beside a mobile", QString(), {u"22334455|99999999"_s, u"22334456|98765432"_s},
        "1 / 0, -1, -1, -1, -1");
    row("two that could be meant: nobody guesses", QString(), {u"40000001|99999999"_s},
        " / 0 1, -1, -1, -1, -1");
    row("the only column, so that its rows say what is wrong", QString(), {u"9999999"_s},
        "0 / , -1, -1, -1, -1");
    row("nothing to be found", QString(), {u"1|2"_s}, " / , -1, -1, -1, -1");
    row("a vCard's header", u"name|phone|email|categories|other phones"_s, {}, "1 / , 0, -1, 2, 3");
}

void TestColumns::guesses()
{
    QFETCH(QString, header);
    QFETCH(QStringList, rows);
    QFETCH(QString, map);
    QList<listfiles::Row> sample;
    for (const QString &row : rows)
        sample << listfiles::Row{0, row.split(u'|'), {}};
    listfiles::Header names{header.split(u'|'), 1, false};
    if (header.isEmpty())
        names = {QStringList(rows.constFirst().split(u'|').size(), u"A"_s), 0, false};
    const ColumnMap found = listfiles::guessColumns(names, sample);
    const auto list = [](const QList<int> &columns) {
        QStringList out;
        for (const int column : columns)
            out << QString::number(column);
        return out.join(u' ');
    };
    QCOMPARE(u"%1 / %2, %3, %4, %5, %6"_s.arg(list(found.phones), list(found.otherPhones))
                 .arg(found.name)
                 .arg(found.lastName)
                 .arg(found.email)
                 .arg(found.groups),
             map);
}

void TestColumns::letters()
{
    QCOMPARE(listfiles::columnLetters(0), u"A"_s);
    QCOMPARE(listfiles::columnLetters(25), u"Z"_s);
    QCOMPARE(listfiles::columnLetters(26), u"AA"_s);
    QCOMPARE(listfiles::columnLetters(701), u"ZZ"_s);
    QCOMPARE(listfiles::columnLetters(702), u"AAA"_s);
    QCOMPARE(listfiles::columnLetters(16383), u"XFD"_s);
}

QTEST_GUILESS_MAIN(TestColumns)
#include "tst_columns.moc"
