// SPDX-License-Identifier: GPL-3.0-or-later
// The table of lists, as a script has it from the cli; and what it says about lists and options.
#include "programs/contacts.h"
#include "support/listcases.h"

using namespace Qt::StringLiterals;
using namespace programs;

namespace {

QStringList reasons(const Ended &ended)
{
    QStringList list;
    for (const QJsonValue &value : ended.last().value(u"skipped"_s).toArray()) {
        const QJsonObject row = value.toObject();
        list.append(u"%1 %2"_s.arg(QString::number(row[u"row"_s].toInt()), row[u"reason"_s].toString()));
    }
    return list;
}

// What a person gets to read.
QString plain(Profile &profile, const QString &language, const QStringList &command)
{
    QProcess process;
    process.setProcessEnvironment(profile.environment());
    process.start(support::program(u"budstikke-cli"_s),
                  QStringList{u"--profile"_s, profile.folder(), u"--language"_s, language} + command);
    process.waitForFinished(60000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

class TestLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contactsComeIn_data() { addListCases(); }
    void contactsComeIn();
    void campaignsAreReadAlike();
    void optionsAreGivenOnce_data();
    void optionsAreGivenOnce();
    void plainOutputSaysHowItWasRead();
    void plainOutputHasTheNotesOfJson_data();
    void plainOutputHasTheNotesOfJson();
    void aDoubtfulEncodingIsShownByThreeRows();
};

void TestLists::contactsComeIn()
{
    QFETCH(ListCase, expected);
    const Profile profile;
    const Ended ended = profile.cli(QStringList{u"contacts"_s, u"import"_s, expected.path} + expected.args);
    if (expected.refused) {
        QCOMPARE(ended.status, 1);
        const QString message = ended.last()[u"error"_s].toObject()[u"message"_s].toString();
        for (const QString &part : expected.refusal)
            QVERIFY2(message.contains(part), qPrintable(message));
        return;
    }
    QCOMPARE(ended.status, expected.to.isEmpty() ? 1 : 0);
    QCOMPARE(reasons(ended), expected.skipped);
    QStringList notes = stringsOf(ended.last()[u"warnings"_s]);
    notes.sort();
    QCOMPARE(notes, expected.notes);
    const QJsonObject columns = ended.last()[u"columns"_s].toObject();
    QCOMPARE(stringsOf(columns[u"phone"_s]), expected.phone);
    QCOMPARE(columns[u"name"_s].toString(), expected.name);
    QStringList people;
    QJsonObject fields;
    for (const QJsonObject &contact : listed(profile).lines()) {
        people.append(contact[u"number"_s].toString() + u' ' + contact[u"name"_s].toString());
        if (people.constLast().startsWith(expected.to.value(0)))
            fields = contact[u"fields"_s].toObject();
    }
    people.sort();
    QStringList wanted;
    for (qsizetype i = 0; i < expected.to.size(); ++i) {
        const QString name = expected.names ? expected.names->at(i) : QString();
        wanted.append(expected.names ? QString(expected.to.at(i) + u' ' + name)
                                     : people.value(people.indexOf(QRegularExpression(
                                           QRegularExpression::escape(expected.to.at(i)) + u" .*"_s))));
    }
    wanted.sort();
    QCOMPARE(people, wanted);
    for (auto field = expected.fields.begin(); field != expected.fields.end(); ++field)
        QCOMPARE(fields[field.key()].toString(), field.value().toString());
}

// One reader for both, so a few tell.
void TestLists::campaignsAreReadAlike()
{
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway);
    const auto planned = [&](const QString &file, const QString &text, const QStringList &more = {}) {
        return profile.cli(QStringList{u"campaign"_s, u"create"_s, u"--list"_s,
                                       support::dataFile(QStringLiteral("lists/")) + file, u"--from"_s,
                                       u"Firma"_s, u"--text"_s, text} +
                           more);
    };
    Ended ended = planned(u"unreadable-mobile.csv"_s, u"Hei {Navn}"_s);
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.last()[u"columns"_s].toObject(),
             (QJsonObject{{u"phone"_s, QJsonArray{u"Mobil"_s}}, {u"name"_s, u"Navn"_s}}));
    QCOMPARE(reasons(ended), QStringList{u"2 notANumber"_s});
    ended = planned(u"no-telephone.csv"_s, u"Hei"_s);
    QCOMPARE(ended.status, 1);
    QVERIFY(ended.err.contains("Navn, Medlemsnr"));
    ended = planned(u"shown.xlsx"_s, u"{Rabatt}/{Dato}/{Pris}/{Nr}/{Tall}"_s, {u"--language"_s, u"nb"_s});
    QCOMPARE(ended.status, 0);
    const auto log = profile.cli({u"log"_s, u"--campaign"_s, u"2"_s});
    QCOMPARE(log.last()[u"text"_s].toString(), u"25 %/30.11.2026/kr 1 250,00/007/12,5"_s);
    // An error such as #N/A is nobody's text.
    ended = planned(u"shown.xlsx"_s, u"Hei {Feil}"_s);
    QCOMPARE(ended.status, 1);
    QCOMPARE(reasons(ended), QStringList{u"2 missingField"_s});
    ended = planned(u"two-phones.vcf"_s, u"Hei {name}: {other phones}"_s);
    QCOMPARE(ended.last()[u"recipients"_s].toInt(), 1);
}

void TestLists::optionsAreGivenOnce_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("status");
    QTest::newRow("a second sender") << QStringList{u"--from"_s, u"G"_s} << 2;
    QTest::newRow("a second text") << QStringList{u"--text"_s, u"y"_s} << 2;
    QTest::newRow("a second list") << QStringList{u"--list"_s, u"x.csv"_s} << 2;
    QTest::newRow("two names") << QStringList{u"--name"_s, u"a"_s, u"--name"_s, u"b"_s} << 2;
    QTest::newRow("two encodings") << QStringList{u"--encoding"_s, u"utf-8"_s, u"--encoding"_s, u"utf-8"_s}
                                   << 2;
    QTest::newRow("two columns of names")
        << QStringList{u"--map"_s, u"name=A"_s, u"--map"_s, u"name=B"_s} << 2;
    QTest::newRow("no row") << QStringList{u"--header-row"_s, u"x"_s} << 2;
    QTest::newRow("a row below the first") << QStringList{u"--header-row"_s, u"-1"_s} << 2;
    QTest::newRow("a row that is blank") << QStringList{u"--header-row"_s, u"9"_s} << 1;
    QTest::newRow("two characters") << QStringList{u"--separator"_s, u";;"_s} << 2;
    QTest::newRow("an unknown encoding") << QStringList{u"--encoding"_s, u"klingon"_s} << 2;
    QTest::newRow("a column that is not there") << QStringList{u"--map"_s, u"phone=Telefaks"_s} << 1;
    QTest::newRow("two columns of numbers")
        << QStringList{u"--map"_s, u"phone=Mobil"_s, u"--map"_s, u"phone=Far"_s} << 0;
    QTest::newRow("a tab by name") << QStringList{u"--separator"_s, u"tab"_s, u"--header-row"_s, u"0"_s} << 0;
}

void TestLists::optionsAreGivenOnce()
{
    QFETCH(QStringList, more);
    QFETCH(int, status);
    const Gateway gateway;
    const Profile profile;
    setAccount(profile, gateway);
    profile.write(u"liste.csv"_s, "Mobil;Far\n99999991;99999992\n");
    const Ended ended =
        profile.cli(QStringList{u"campaign"_s, u"create"_s, u"--list"_s, profile.file(u"liste.csv"_s),
                                u"--from"_s, u"F"_s, u"--text"_s, u"Hei"_s} +
                    more);
    QVERIFY2(ended.status == status, ended.out + ended.err);
    if (status != 0)
        QVERIFY(!errorCode(ended).isEmpty());
}

void TestLists::plainOutputSaysHowItWasRead()
{
    Profile profile;
    const QString out = plain(
        profile, u"en"_s,
        {u"contacts"_s, u"import"_s, u"--dry-run"_s, support::dataFile(u"lists/empty-first-sheet.xlsx"_s)});
    for (const char *sentence : {"The sheet “Liste” is read. The file has the sheets Ark1, Ark2, Liste.",
                                 "The numbers are read from Mobil.", "The names are read from Navn."})
        QVERIFY2(out.contains(QString::fromUtf8(sentence)), qPrintable(out));
}

void TestLists::plainOutputHasTheNotesOfJson_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("hidden rows") << u"hidden-rows.xlsx"_s << u"hiddenRows"_s
                                 << u"The sheet has hidden rows; they are included."_s;
    QTest::newRow("errors") << u"exact.xlsx"_s << u"errorCells"_s
                            << u"Some cells contain an error such as #N/A; they were read as empty."_s;
    QTest::newRow("merged cells") << u"merged.ods"_s << u"mergedCells"_s
                                  << u"--repeat-merged gives it to the rows below too."_s;
    QTest::newRow("two encodings") << u"latin-row.csv"_s << u"mixedEncoding"_s
                                   << u"Some rows are stored in another encoding than the rest"_s;
    QTest::newRow("a doubtful encoding")
        << u"doubtful.csv"_s << u"doubtfulEncoding"_s << u"The file's encoding is a guess."_s;
    QTest::newRow("fax numbers") << u"labels.vcf"_s << u"faxNumbersLeftOut"_s
                                 << u"Fax numbers were skipped."_s;
    QTest::newRow("a title") << u"title.csv"_s << u"titleRows"_s
                             << u"Row 1 stands above the header and is skipped: “Medlemsliste”"_s;
    QTest::newRow("more telephones") << u"more-telephones.csv"_s << u"morePhoneColumns"_s
                                     << u"There are numbers in Telefon too. They are not used."_s;
}

void TestLists::plainOutputHasTheNotesOfJson()
{
    QFETCH(QString, file);
    QFETCH(QString, note);
    QFETCH(QString, sentence);
    const Gateway gateway;
    Profile profile;
    setAccount(profile, gateway);
    const QString path = support::dataFile(QStringLiteral("lists/")) + file;
    for (const QStringList &command : {QStringList{u"contacts"_s, u"import"_s, u"--dry-run"_s, path},
                                       QStringList{u"campaign"_s, u"create"_s, u"--list"_s, path, u"--from"_s,
                                                   u"F"_s, u"--text"_s, u"Hei"_s}}) {
        const QStringList warnings = stringsOf(profile.cli(command).last()[u"warnings"_s]);
        QVERIFY2(warnings.contains(note), qPrintable(warnings.join(u' ')));
        const QString out = plain(profile, u"en"_s, command);
        QVERIFY2(out.contains(sentence), qPrintable(out));
    }
}

void TestLists::aDoubtfulEncodingIsShownByThreeRows()
{
    Profile profile;
    profile.write(u"l.csv"_s, "Navn;Mobil\nT\xb5\xb6\xb7;99999991\nU\xb5\xb6\xb7;99999992\n"
                              "V\xb5\xb6\xb7;99999993\nX\xb5\xb6\xb7;99999994\n");
    const QStringList command{u"contacts"_s, u"import"_s, u"--dry-run"_s, profile.file(u"l.csv"_s)};
    const QJsonObject read = profile.cli(command).last();
    const QStringList samples = stringsOf(read[u"encodingSamples"_s]);
    QCOMPARE(samples.size(), 3);
    QVERIFY2(samples.constFirst().startsWith(u'T') && samples.constFirst().endsWith(u";99999991"_s),
             qPrintable(samples.constFirst()));
    const QString encoding = read[u"encoding"_s].toString();
    QVERIFY(!encoding.isEmpty());
    const QString out = plain(profile, u"en"_s, command);
    for (const QString &sample : samples)
        QVERIFY2(out.contains(u"A row read as %1: “%2”"_s.arg(encoding, sample)), qPrintable(out));
    QVERIFY(out.contains(u"Choose another encoding with --encoding."_s));
    // Where a person has said it, it is no guess.
    const QJsonObject said = profile.cli(command + QStringList{u"--encoding"_s, u"cp850"_s}).last();
    QCOMPARE(said[u"encoding"_s].toString(), u"CP850"_s);
    QVERIFY(!said.contains(u"encodingSamples"_s));
}

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
