// SPDX-License-Identifier: GPL-3.0-or-later
// contacts import, list and export, as a script uses them (cli.md).
#include "listfiles/workbookfile.h"
#include "programs/contacts.h"

using namespace Qt::StringLiterals;
using namespace programs;

namespace {

QByteArray sheet(const QByteArray &rows)
{
    return "<sheetData>" + rows + "</sheetData>";
}

} // namespace

class TestContacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingWorksBeforeAnythingIsStored();
    void goodRowsComeInAndOthersAreNamed();
    void theSamePersonIsKnownByNumber();
    void ownColumnsBecomeFields_data();
    void ownColumnsBecomeFields();
    void aCellMayHoldSeveralNumbers();
    void numbersOfAnyCountryComeIn();
    void columnsCanBeMapped();
    void wrongMappingsAreRefused_data();
    void wrongMappingsAreRefused();
    void aDryRunChangesNothing();
    void nothingUsableChangesNothing_data();
    void nothingUsableChangesNothing();
    void aSpreadsheetsNumbersAreExact();
    void aVcardComesInWithItsGroups();
    void anExportComesBackAsItWas_data();
    void anExportComesBackAsItWas();
    void readingWorksBesideAnOwnerAndChangingNamesIt();
};

void TestContacts::readingWorksBeforeAnythingIsStored()
{
    const Profile profile;
    QCOMPARE(listed(profile).status, 0);
    QCOMPARE(listed(profile).out, QByteArray());
    QCOMPARE(profile.cli({u"optout"_s, u"list"_s}).status, 0);
    QCOMPARE(errorCode(profile.cli({u"contacts"_s, u"show"_s, u"99999999"_s})), u"notFound"_s);
    QCOMPARE(profile.cli({u"contacts"_s, u"show"_s, u"abc"_s}).status, 1);
}

void TestContacts::goodRowsComeInAndOthersAreNamed()
{
    const Profile profile;
    const Ended ended = imported(profile, "Navn;Mobil;By\r\n"
                                          "Kari Nordmann;999 99 999;Oslo\r\n"
                                          "\r\n"
                                          "Ola;4,79E+10;Bergen\r\n"
                                          "Per;;Bergen\r\n"
                                          "Kari igjen;+47 99999999;\r\n"
                                          "Anne;12;\r\n"
                                          "Siri;ring meg;\r\n"
                                          "Liv;0047 99 99 99 98;\r\n"
                                          "Geir;+999 12345678;\r\n"
                                          "Eva;479999999912345678;\r\n");
    QCOMPARE(ended.status, 0);
    QCOMPARE(counts(ended), u"2 added, 0 updated, 0 unchanged"_s);
    // Blank rows count: the numbers are the spreadsheet's.
    QCOMPARE(skipped(ended),
             (QStringList{u"4 Mobil «4,79E+10» scientificNotation"_s, u"5 Mobil «» empty"_s,
                          u"6 Mobil «+47 99999999» duplicate"_s, u"7 Mobil «12» tooShort"_s,
                          u"8 Mobil «ring meg» notANumber"_s, u"10 Mobil «+999 12345678» invalidCountry"_s,
                          u"11 Mobil «479999999912345678» tooLong"_s}));
    QCOMPARE(listed(profile).lines().constFirst(),
             (QJsonObject{{u"number"_s, u"+4799999999"_s},
                          {u"name"_s, u"Kari Nordmann"_s},
                          {u"groups"_s, QJsonArray()},
                          {u"fields"_s, QJsonObject{{u"By"_s, u"Oslo"_s}}},
                          {u"optedOut"_s, false}}));
    QCOMPARE(numbers(listed(profile)), (QStringList{u"+4799999999"_s, u"+4799999998"_s}));
}

void TestContacts::theSamePersonIsKnownByNumber()
{
    const Profile profile;
    QCOMPARE(counts(imported(profile, "Navn;Mobil;By\nKari;99999999;Oslo\nOla;99999998;Bergen\n")),
             u"2 added, 0 updated, 0 unchanged"_s);
    QCOMPARE(counts(imported(profile, "Mobil;Navn;By\n+47 999 99 999;Kari;Oslo\n0047 99999998;;Voss\n"
                                      "99999997;Per;\n")),
             u"1 added, 1 updated, 1 unchanged"_s);
    const QList<QJsonObject> contacts = listed(profile).lines();
    QCOMPARE(contacts.size(), 3);
    QCOMPARE(contacts.at(1).value(u"name"_s).toString(), u"Ola"_s); // what is empty takes nothing away
    QCOMPARE(contacts.at(1).value(u"fields"_s).toObject().value(u"By"_s).toString(), u"Voss"_s);
    // Only the group is new for these.
    QCOMPARE(counts(imported(profile, "Mobil\n99999999\n99999997\n", {u"--group"_s, u"Kor"_s})),
             u"0 added, 2 updated, 0 unchanged"_s);
    QCOMPARE(numbers(listed(profile, {u"--group"_s, u"Kor"_s})),
             (QStringList{u"+4799999999"_s, u"+4799999997"_s}));
    QVERIFY(listed(profile, {u"--group"_s, u"kor"_s}).out.isEmpty());
}

void TestContacts::ownColumnsBecomeFields_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("fields"); // "header=value"
    QTest::newRow("all but number and name")
        << QByteArray("Navn;Mobil;By;Beløp\nKari;99999999;Oslo;1 200,50\n") << u"Kari"_s
        << QStringList{u"Beløp=1 200,50"_s, u"By=Oslo"_s};
    QTest::newRow("a column of towns is no name, whatever it reads like")
        << QByteArray("Mobil;By\n99999999;Oslo\n99999998;Bergen\n") << QString() << QStringList{u"By=Oslo"_s};
    QTest::newRow("a column of groups is a field, too")
        << QByteArray("Mobil;Gruppe\n99999999;A\n") << QString() << QStringList{u"Gruppe=A"_s};
    QTest::newRow("first and last name make the name and stay")
        << QByteArray("Fornavn;Etternavn;Mobil\nKari;Nordmann;99999999\n") << u"Kari Nordmann"_s
        << QStringList{u"Etternavn=Nordmann"_s, u"Fornavn=Kari"_s};
    QTest::newRow("an empty cell is no field")
        << QByteArray("Navn;Mobil;By;Sted\nKari;99999999;;Ski\n") << u"Kari"_s << QStringList{u"Sted=Ski"_s};
    QTest::newRow("without a header there are none")
        << QByteArray("Kari;99999999\nOla;99999998\n") << u"Kari"_s << QStringList();
}

void TestContacts::ownColumnsBecomeFields()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, name);
    QFETCH(QStringList, fields);
    const Profile profile;
    QCOMPARE(imported(profile, content).status, 0);
    const QJsonObject contact = listed(profile).lines().value(0);
    QCOMPARE(contact.value(u"name"_s).toString(), name);
    QCOMPARE(contact.value(u"groups"_s).toArray(), QJsonArray());
    const QJsonObject object = contact.value(u"fields"_s).toObject();
    QStringList found;
    for (auto field = object.begin(); field != object.end(); ++field)
        found.append(QString(field.key() + u'=' + field.value().toString()));
    QCOMPARE(found, fields);
}

void TestContacts::aCellMayHoldSeveralNumbers()
{
    const Profile profile;
    const Ended ended = imported(profile, "Navn;Mobil\nKari;99999999 / 99999998\nOla;99999998, 12\n");
    QCOMPARE(counts(ended), u"2 added, 0 updated, 0 unchanged"_s);
    QCOMPARE(skipped(ended), (QStringList{u"3 Mobil «99999998» duplicate"_s, u"3 Mobil «12» tooShort"_s}));
}

void TestContacts::numbersOfAnyCountryComeIn()
{
    const Profile profile;
    QCOMPARE(imported(profile, "Mobil\n+46701234567\n+4799999999\n").status, 0);
    QCOMPARE(numbers(listed(profile)), (QStringList{u"+46701234567"_s, u"+4799999999"_s}));
}

void TestContacts::columnsCanBeMapped()
{
    const Profile profile;
    const Ended ended =
        imported(profile, "Mobil;Privat;Hvem;Adresse\n99999999;99999998;Kari;k@firma.no\n;x;Ola;\n",
                 {u"--map"_s, u"phone=privat"_s, u"--map"_s, u"name=Hvem"_s, u"--map"_s, u"email=Adresse"_s,
                  u"--group"_s, u" Nye "_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(skipped(ended), QStringList{u"3 Privat «x» notANumber"_s});
    const QJsonObject contact = listed(profile, {u"--group"_s, u"Nye"_s}).last();
    QCOMPARE(contact.value(u"number"_s).toString(), u"+4799999998"_s);
    QCOMPARE(contact.value(u"name"_s).toString(), u"Kari"_s);
    QCOMPARE(contact.value(u"fields"_s).toObject(),
             (QJsonObject{{u"Mobil"_s, u"99999999"_s}, {u"email"_s, u"k@firma.no"_s}}));

    const Ended grouped =
        imported(profile, "Mobil;Lag\n99999997;Kor, Styret\n", {u"--map"_s, u"groups=Lag"_s});
    QCOMPARE(grouped.status, 0);
    const QJsonObject member = listed(profile, {u"--group"_s, u"Styret"_s}).last();
    QCOMPARE(member.value(u"groups"_s).toArray(), (QJsonArray{u"Kor"_s, u"Styret"_s}));
    QCOMPARE(member.value(u"fields"_s).toObject(), QJsonObject());
}

void TestContacts::wrongMappingsAreRefused_data()
{
    QTest::addColumn<QString>("map");
    QTest::addColumn<int>("status");
    QTest::newRow("no equals sign") << u"Mobil"_s << 2;
    QTest::newRow("no column") << u"phone="_s << 2;
    QTest::newRow("an unknown part") << u"street=Mobil"_s << 2;
    QTest::newRow("a column that is not there") << u"phone=Telefon"_s << 1;
}

void TestContacts::wrongMappingsAreRefused()
{
    QFETCH(QString, map);
    QFETCH(int, status);
    const Profile profile;
    const Ended ended = imported(profile, "Navn;Mobil\nKari;99999999\n", {u"--map"_s, map});
    QCOMPARE(ended.status, status);
    QVERIFY(!errorCode(ended).isEmpty());
    QVERIFY(listed(profile).out.isEmpty());
}

void TestContacts::aDryRunChangesNothing()
{
    const Profile profile;
    QCOMPARE(imported(profile, "Navn;Mobil\nKari;99999999\n").status, 0);
    const Ended ended = imported(profile, "Navn;Mobil\nKari N;99999999\nOla;99999998\nPer;1\n",
                                 {u"--dry-run"_s, u"--group"_s, u"Nye"_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(counts(ended), u"1 added, 1 updated, 0 unchanged"_s);
    QCOMPARE(skipped(ended), QStringList{u"4 Mobil «1» tooShort"_s});
    QCOMPARE(listed(profile).lines().size(), 1);
    QCOMPARE(listed(profile).last().value(u"name"_s).toString(), u"Kari"_s);
    QVERIFY(listed(profile, {u"--group"_s, u"Nye"_s}).out.isEmpty());
}

void TestContacts::nothingUsableChangesNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code"); // empty: the summary tells
    const QString csv = u"ny.csv"_s;
    const QString unreadable = u"fileUnreadable"_s;
    QTest::newRow("no row with a number") << QByteArray("Navn;Mobil\nKari;12\nOla;\n") << csv << QString();
    QTest::newRow("a header alone") << QByteArray("Navn;Mobil\n") << csv << QString();
    QTest::newRow("no column of numbers") << QByteArray("Navn;By\nKari;Oslo\n") << csv << u"invalidField"_s;
    QTest::newRow("an empty file") << QByteArray() << csv << unreadable;
    QTest::newRow("a quote that never ends, after good rows")
        << QByteArray("Navn;Mobil\nOla;99999998\n\"Per;99999997\n") << csv << unreadable;
    QTest::newRow("a web page that is called a workbook")
        << QByteArray("<html><body>Log in</body></html>") << u"ny.xlsx"_s << unreadable;
    QTest::newRow("a workbook that was cut off")
        << QByteArray("PK\x03\x04 and then nothing") << u"ny.xlsx"_s << unreadable;
}

void TestContacts::nothingUsableChangesNothing()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, name);
    QFETCH(QString, code);
    const Profile profile;
    QCOMPARE(imported(profile, "Navn;Mobil\nKari;99999999\n").status, 0);
    const QByteArray before = listed(profile).out;
    const Ended ended = imported(profile, content, {u"--group"_s, u"Nye"_s}, name);
    QCOMPARE(ended.status, 1);
    QCOMPARE(errorCode(ended), code);
    QVERIFY(!ended.err.isEmpty());
    if (code.isEmpty())
        QCOMPARE(counts(ended), u"0 added, 0 updated, 0 unchanged"_s);
    QCOMPARE(listed(profile).out, before);
}

void TestContacts::aSpreadsheetsNumbersAreExact()
{
    const Profile profile;
    WorkbookFile book;
    book.sheets = {{"Forside", sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"), {}},
                   {"Liste",
                    sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Mobil</t></is></c></row>"
                          "<row r=\"2\"><c r=\"A2\"><v>4.799992002E9</v></c></row>"
                          "<row r=\"3\"><c r=\"A3\"><v>4.799999999E9</v></c></row>"
                          "<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>4,79E+10</t></is></c></row>"
                          "<row r=\"6\"><c r=\"A6\"><v>99999998</v></c></row>"),
                    {}}};
    QVERIFY(book.write(profile.file(u"bok.xlsx"_s)));
    const Ended ended =
        profile.cli({u"contacts"_s, u"import"_s, profile.file(u"bok.xlsx"_s), u"--sheet"_s, u"Liste"_s});
    QCOMPARE(ended.status, 0);
    const QStringList found = numbers(listed(profile));
    QVERIFY(found.contains(u"+4799999999"_s));
    QVERIFY(found.contains(u"+4799999998"_s));
    QVERIFY(skipped(ended).contains(u"5 Mobil «4,79E+10» scientificNotation"_s));
    QCOMPARE(profile.cli({u"contacts"_s, u"import"_s, profile.file(u"bok.xlsx"_s), u"--sheet"_s, u"Annet"_s})
                 .status,
             1);
}

void TestContacts::aVcardComesInWithItsGroups()
{
    const Profile profile;
    const Ended ended =
        imported(profile,
                 "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kari Nordmann\r\nTEL;TYPE=CELL:999 99 999\r\n"
                 "EMAIL:kari@firma.no\r\nCATEGORIES:Kor,Styret\r\nEND:VCARD\r\n",
                 {u"--group"_s, u"Nye"_s}, u"kort.vcf"_s);
    QCOMPARE(ended.status, 0);
    const QJsonObject contact = listed(profile).last();
    QCOMPARE(contact.value(u"number"_s).toString(), u"+4799999999"_s);
    QCOMPARE(contact.value(u"name"_s).toString(), u"Kari Nordmann"_s);
    QCOMPARE(contact.value(u"groups"_s).toArray(), (QJsonArray{u"Kor"_s, u"Nye"_s, u"Styret"_s}));
}

void TestContacts::anExportComesBackAsItWas_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("CSV") << u"ut.csv"_s;
    QTest::newRow("XLSX") << u"ut.xlsx"_s;
}

void TestContacts::anExportComesBackAsItWas()
{
    QFETCH(QString, name);
    const Profile profile;
    // Fields may be called as other lists call their telephones and groups.
    QCOMPARE(imported(profile,
                      "Navn;Foresatt tlf;By;E-post;Mobil;Gruppe\n"
                      "Kari;99999999;\"Oslo; øst\";k@firma.no;98765432;Sopran\nOla;+46701234567;;;;\n"
                      "@Per;99999998;=1+1;;;\nPål;99999997;'-5;;;\n",
                      {u"--group"_s, u"Kor"_s, u"--map"_s, u"phone=Foresatt tlf"_s})
                 .status,
             0);
    QCOMPARE(profile.cli({u"contacts"_s, u"export"_s, u"-o"_s, profile.file(name)}).status, 0);
    const Profile other;
    QCOMPARE(counts(other.cli({u"contacts"_s, u"import"_s, profile.file(name)})),
             u"4 added, 0 updated, 0 unchanged"_s);
    QCOMPARE(listed(other).out, listed(profile).out);
    QCOMPARE(counts(profile.cli({u"contacts"_s, u"import"_s, profile.file(name)})),
             u"0 added, 0 updated, 4 unchanged"_s);
    QVERIFY(listed(profile).out.contains("\"@Per\"") && listed(profile).out.contains("\"=1+1\""));
    QCOMPARE(profile.cli({u"contacts"_s, u"export"_s, u"-o"_s, profile.file(u"ut.doc"_s)}).status, 1);
    QCOMPARE(profile.cli({u"contacts"_s, u"export"_s}).status, 2);
}

void TestContacts::readingWorksBesideAnOwnerAndChangingNamesIt()
{
    const Profile profile;
    QCOMPARE(imported(profile, "Mobil\n99999999\n").status, 0);
    QProcess receiver;
    profile.begin(receiver, {u"receive"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    while (!receiver.canReadLine() && receiver.waitForReadyRead(10000)) {
    }
    const QString file = profile.file(u"liste.csv"_s);
    for (const QStringList &changing : {QStringList{u"contacts"_s, u"import"_s, file},
                                        QStringList{u"contacts"_s, u"erase"_s, u"99999999"_s},
                                        QStringList{u"optout"_s, u"add"_s, u"99999999"_s},
                                        QStringList{u"optout"_s, u"remove"_s, u"99999999"_s}}) {
        const Ended ended = profile.cli(changing);
        QCOMPARE(ended.status, 4);
        QCOMPARE(errorCode(ended), u"profileInUse"_s);
        QVERIFY(ended.err.contains(QByteArray::number(receiver.processId())));
    }
    QCOMPARE(listed(profile).lines().size(), 1);
    QCOMPARE(profile.cli({u"contacts"_s, u"show"_s, u"99999999"_s}).status, 0);
    QCOMPARE(profile.cli({u"contacts"_s, u"export"_s, u"-o"_s, profile.file(u"u.csv"_s)}).status, 0);
    QCOMPARE(profile.cli({u"optout"_s, u"list"_s}).status, 0);
    receiver.terminate();
    QVERIFY(receiver.waitForFinished());
}

QTEST_GUILESS_MAIN(TestContacts)
#include "tst_contacts.moc"
