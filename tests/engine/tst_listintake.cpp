// SPDX-License-Identifier: GPL-3.0-or-later
// The table of lists, read by the engine and looked at as the import wizard does.
#include "engine/contactimport.h"
#include "engine/filewording.h"
#include "engine/language.h"
#include "engine/listintake.h"
#include "engine/wording.h"
#include "support/listcases.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

engine::ListChoices choicesOf(const QStringList &args)
{
    engine::ListChoices choices;
    for (qsizetype i = 0; i < args.size(); i += 2) {
        if (args.at(i) == "--repeat-merged"_L1) {
            choices.repeatMerged = true;
            --i; // a flag
            continue;
        }
        const QString value = args.value(i + 1);
        if (args.at(i) == "--map"_L1)
            choices.columns[*base::valueOf<engine::ColumnRole>(value.section(u'=', 0, 0))].append(
                value.section(u'=', 1));
        else if (args.at(i) == "--header-row"_L1)
            choices.headerRow = value.toInt();
        else if (args.at(i) == "--separator"_L1)
            choices.separator = value.front();
        else if (args.at(i) == "--encoding"_L1)
            choices.encoding = value;
    }
    return choices;
}

struct Read
{
    base::Error error;
    bool ok = false;
    QStringList to;
    QStringList names;
    QStringList skipped;
    QStringList notes;
    engine::ListFound found;
};

Read readWhole(const QString &path, const engine::ListChoices &choices)
{
    Read out;
    engine::ListColumns columns;
    const auto read = engine::readList(
        path, choices, {},
        [&columns](const engine::ListColumns &found) {
            columns = found;
            return base::Result<void>();
        },
        [&out](const engine::ListRow &row) {
            for (const engine::ListNumber &each : row.numbers()) {
                if (each.number.error == phone::NumberError::None) {
                    out.to.append(each.number.e164);
                    out.names.append(row.name());
                } else {
                    out.skipped.append(
                        u"%1 %2"_s.arg(QString::number(row.number()), phone::identifier(each.number.error)));
                }
            }
            return base::Result<void>();
        });
    out.ok = read.ok();
    if (!read.ok()) {
        out.error = read.error();
        return out;
    }
    for (const listfiles::Finding note : read->notes)
        out.notes.append(identifier(note));
    out.notes.sort();
    out.found = engine::found(columns, *read);
    return out;
}

} // namespace

class TestListIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { engine::language::install(u"nb"_s); }
    void readsAsItShould_data() { addListCases(); }
    void readsAsItShould();
    void theWizardSeesTheSame_data() { addListCases(); }
    void theWizardSeesTheSame();
    void theWizardSuggestsTheGroups();
    void equalHeadersTakeNoTime();
    void aPersonsEveryNumberMayCount();
};

void TestListIntake::readsAsItShould()
{
    QFETCH(ListCase, expected);
    const Read read = readWhole(expected.path, choicesOf(expected.args));
    if (expected.refused) {
        QVERIFY(!read.ok);
        const QString sentence = engine::wording::sentence(read.error);
        for (const QString &part : expected.refusal)
            QVERIFY2(sentence.contains(part), qPrintable(sentence));
        QVERIFY2(sentence.size() < 400, qPrintable(sentence));
        return;
    }
    QVERIFY2(read.ok, qPrintable(engine::wording::sentence(read.error)));
    QCOMPARE(read.to, expected.to);
    if (expected.names)
        QCOMPARE(read.names, *expected.names);
    QCOMPARE(read.skipped, expected.skipped);
    QCOMPARE(read.notes, expected.notes);
    QCOMPARE(read.found.phones, expected.phone);
    QCOMPARE(read.found.name, expected.name);
}

void TestListIntake::theWizardSeesTheSame()
{
    QFETCH(ListCase, expected);
    engine::ContactImportRequest request;
    request.file = expected.path;
    request.list = choicesOf(expected.args);
    const auto preview = engine::previewContacts(request);
    if (!preview) {
        QVERIFY(expected.refused);
        return;
    }
    QCOMPARE(preview->asksForPhone, expected.refused);
    QCOMPARE(preview->columns.value(engine::ColumnRole::Phone), expected.phone.join(u" + "_s));
    if (!expected.refused)
        QCOMPARE(preview->columns.value(engine::ColumnRole::Name), expected.name);
}

// "Gruppe" is a field of its own for a script (cli.md), and what a person is offered for the groups.
void TestListIntake::theWizardSuggestsTheGroups()
{
    const QTemporaryDir folder;
    engine::ContactImportRequest request;
    request.file = folder.filePath(u"liste.csv"_s);
    const auto suggested = [&request](const QByteArray &header) {
        QFile file(request.file);
        if (!file.open(QIODevice::WriteOnly))
            return u"no file"_s;
        file.write(header + "\nKari;99999991;Styret\n");
        file.close();
        const auto preview = engine::previewContacts(request);
        if (!preview || preview->columns.contains(engine::ColumnRole::Groups))
            return u"taken"_s;
        return preview->suggestedGroups;
    };
    for (const char *header : {"Gruppe", "Grupper", "Group"})
        QCOMPARE(suggested(QByteArray("Navn;Mobil;") + header), QString::fromLatin1(header));
    QCOMPARE(suggested("Navn;Mobil;By"), QString());
    QCOMPARE(suggested("Navn;Mobil;groups"), u"taken"_s);        // our own export's
    request.list.columns.insert(engine::ColumnRole::Groups, {}); // none, a person says
    QCOMPARE(suggested("Navn;Mobil;Gruppe"), QString());
}

void TestListIntake::equalHeadersTakeNoTime()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"like.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("mobil;").repeated(16384).chopped(1) + '\n' +
               QByteArray("99999991;").repeated(16384).chopped(1) + '\n');
    file.close();
    QElapsedTimer clock;
    clock.start();
    const Read read = readWhole(file.fileName(), {});
    QVERIFY(read.ok);
    QCOMPARE(read.to, QStringList{u"+4799999991"_s});
    QCOMPARE(read.found.phones, QStringList{u"mobil"_s});
    QVERIFY2(clock.elapsed() < 5000, "more than linear"); // it takes a tenth of a second
    for (const QString &sentence : engine::wording::howRead(read.found))
        QVERIFY2(sentence.size() < 200, qPrintable(sentence.left(300)));
}

void TestListIntake::aPersonsEveryNumberMayCount()
{
    engine::ListChoices choices;
    choices.everyNumber = true;
    const QString folder = support::dataFile(QStringLiteral("lists/"));
    QCOMPARE(readWhole(folder + u"two-phones.vcf"_s, choices).to,
             (QStringList{u"+4799999991"_s, u"+4722334455"_s}));
    QCOMPARE(readWhole(folder + u"google.csv"_s, choices).to,
             (QStringList{u"+4722334455"_s, u"+4799999991"_s, u"+4799999992"_s, u"+4722334456"_s}));
}

QTEST_GUILESS_MAIN(TestListIntake)
#include "tst_listintake.moc"
