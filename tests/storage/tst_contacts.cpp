// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "storage/contactrepository.h"
#include "storage/optoutrepository.h"
#include "storage/statement.h"
#include "storage/textrepository.h"
#include "storage/transaction.h"
#include "support/temporarydatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Contact;
using storage::ContactFilter;
using storage::ContactRepository;
using Outcome = storage::ContactRepository::Outcome;

namespace {

Contact person(const QString &number, const QString &name, const QStringList &groups = {},
               const QMap<QString, QString> &fields = {})
{
    Contact contact;
    contact.number = number;
    contact.name = name;
    contact.groups = groups;
    contact.fields = fields;
    return contact;
}

QStringList names(const base::Result<QList<Contact>> &contacts)
{
    QStringList names;
    for (const Contact &contact : contacts.value())
        names.append(contact.name);
    return names;
}

ContactFilter searching(const QString &typed)
{
    ContactFilter filter;
    filter.search = typed;
    return filter;
}

ContactFilter inGroup(const QString &group)
{
    ContactFilter filter;
    filter.group = group;
    return filter;
}

// In portions of two.
qint64 undone(ContactRepository &contacts, qint64 import)
{
    qint64 count = 0;
    qint64 after = 0;
    while (true) {
        const auto page = contacts.importedBy(import, after, 2);
        if (!page || page->isEmpty())
            return contacts.endUndo(import) ? count : -1;
        count += contacts.takeBack(import, *page).value();
        after = page->constLast();
    }
}

} // namespace

class TestContacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areReadInAnyOrderAndByWhatBecameOfTheirMessages()
    {
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        const QString by = u"By"_s;
        QVERIFY(contacts.upsert(person(samples::number(1), u"Per"_s, {u"B"_s}, {{by, u"Oslo"_s}})));
        QVERIFY(contacts.upsert(person(samples::number(0), u"Kari"_s, {}, {{by, u"Bergen"_s}})));
        QVERIFY(contacts.upsert(person(samples::number(2), u"Anne"_s, {u"A"_s})));
        QVERIFY(storage::OptOutRepository(database).add(
            {samples::number(1), samples::noon, domain::OptOutSource::Person}));
        ContactFilter filter;
        const auto read = [&](storage::ContactOrder order, bool descending) {
            filter.order = order;
            filter.descending = descending;
            return names(contacts.list(filter));
        };
        using enum storage::ContactOrder;
        QCOMPARE(read(ByName, true), (QStringList{u"Per"_s, u"Kari"_s, u"Anne"_s}));
        QCOMPARE(read(ByNumber, false), (QStringList{u"Kari"_s, u"Per"_s, u"Anne"_s}));
        QCOMPARE(read(ByGroups, false), (QStringList{u"Anne"_s, u"Per"_s, u"Kari"_s}));
        QCOMPARE(read(ByOptOut, false), (QStringList{u"Per"_s, u"Anne"_s, u"Kari"_s}));
        filter.orderField = by;
        QCOMPARE(read(ByField, false), (QStringList{u"Kari"_s, u"Per"_s, u"Anne"_s}));
        filter.limit = 1;
        filter.offset = 1;
        QCOMPARE(read(ByField, false), QStringList{u"Per"_s});
        filter = {};
        filter.optedOut = true;
        QCOMPARE(names(contacts.list(filter)), QStringList{u"Per"_s});
        filter.optedOut = false;
        QCOMPARE(names(contacts.list(filter)), (QStringList{u"Anne"_s, u"Kari"_s}));
        QCOMPARE(contacts.count(filter).value(), 2);
        filter = {};
        filter.field = by;
        QCOMPARE(names(contacts.list(filter)), (QStringList{u"Kari"_s, u"Per"_s}));
        filter.fieldValue = u"Oslo"_s;
        filter.group = u"B"_s;
        QCOMPARE(contacts.count(filter).value(), 1);
        filter.group = u"A"_s;
        QCOMPARE(contacts.count(filter).value(), 0);
    }

    void thoseWhomNothingReachesAreFound()
    {
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        for (int i = 0; i < 3; ++i)
            QVERIFY(contacts.upsert(person(samples::number(i), u"Navn %1"_s.arg(i))));
        // Of three campaigns: nothing of them reaches 0, the last one did not reach 1, 2 it did.
        using enum domain::MessageState;
        const QList<QList<domain::MessageState>> runs{
            {Failed, Delivered, Failed}, {Refused, Delivered, Failed}, {Failed, Failed, Delivered}};
        for (qsizetype run = 0; run < runs.size(); ++run) {
            samples::addCampaign(database, 3);
            for (qsizetype i = 0; i < 3; ++i)
                QVERIFY(storage::Journal(database).apply(samples::step(1 + 3 * run + i, runs.at(run).at(i))));
        }
        ContactFilter filter;
        filter.trouble = storage::ContactTrouble::FailedLast;
        QCOMPARE(names(contacts.list(filter)), (QStringList{u"Navn 0"_s, u"Navn 1"_s}));
        filter.trouble = storage::ContactTrouble::FailedThrice;
        QCOMPARE(names(contacts.list(filter)), QStringList{u"Navn 0"_s});
    }

    void aPersonIsKnownByNumber()
    {
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        Contact kari = person(u"+4790000001"_s, u"Kari"_s, {u"Kunder"_s}, {{u"By"_s, u"Bodø"_s}});
        QCOMPARE(contacts.upsert(kari).value(), Outcome::Added);
        QCOMPARE(contacts.upsert(kari).value(), Outcome::Unchanged);

        Contact more = person(kari.number, {}, {u"Ansatte"_s}, {{u"By"_s, {}}, {u"Alder"_s, u"40"_s}});
        more.email = u"kari@example.no"_s;
        QCOMPARE(contacts.upsert(more).value(), Outcome::Updated);
        database.reopen();
        const auto kept = ContactRepository(database).contact(kari.number);
        QCOMPARE(kept->name, u"Kari"_s); // what the file leaves empty stays
        QCOMPARE(kept->email, u"kari@example.no"_s);
        QCOMPARE(kept->fields, (QMap<QString, QString>{{u"Alder"_s, u"40"_s}, {u"By"_s, u"Bodø"_s}}));
        QCOMPARE(kept->groups, (QStringList{u"Ansatte"_s, u"Kunder"_s}));
        QCOMPARE(ContactRepository(database).contact(u"+4790000002"_s).error().code,
                 base::ErrorCode::NotFound);
        QCOMPARE(ContactRepository(database).fieldNames().value(), (QStringList{u"Alder"_s, u"By"_s}));
    }

    void takesAListInItsOrder_data()
    {
        QTest::addColumn<bool>("sameGroups");
        QTest::newRow("all into one group") << true;
        QTest::newRow("each into its own group") << false;
    }
    void takesAListInItsOrder()
    {
        QFETCH(bool, sameGroups);
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        QVERIFY(contacts.upsert(person(u"+4790000002"_s, u"Ola"_s, {u"Gamle"_s})));
        const QString other = sameGroups ? u"Nye"_s : u"Andre"_s;
        const auto outcomes = contacts.upsertAll(storage::contactRows(
            {person(u"+4790000001"_s, u"Kari"_s, {u"Nye"_s}),
             person(u"+4790000002"_s, u"Ola"_s, {u"Gamle"_s}), person(u"+4790000003"_s, u"Per"_s, {other}),
             person(u"+4790000001"_s, u"Kari Moe"_s, {u"Nye"_s})}));
        QCOMPARE(outcomes.value(),
                 (QList<Outcome>{Outcome::Added, Outcome::Unchanged, Outcome::Added, Outcome::Updated}));
        QCOMPARE(contacts.contact(u"+4790000001"_s)->name, u"Kari Moe"_s);
        QCOMPARE(contacts.contact(u"+4790000001"_s)->groups, QStringList{u"Nye"_s});
        QCOMPARE(contacts.contact(u"+4790000002"_s)->groups, QStringList{u"Gamle"_s});
        QCOMPARE(contacts.contact(u"+4790000003"_s)->groups, QStringList{other});
        QVERIFY(contacts.upsertAll({})->isEmpty());
    }

    void manyAreAddedWithTheirOwnWordsAndGroups()
    {
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        QList<Contact> people;
        for (int i = 0; i < 250; ++i) // two statements of a hundred, and what is left
            people.append(person(samples::number(i), u"P%1"_s.arg(i), {u"G%1"_s.arg(i % 3)}));
        const auto outcomes = contacts.upsertAll(storage::contactRows(people), 7);
        QCOMPARE(outcomes.value(), QList<Outcome>(250, Outcome::Added));
        for (const int i : {0, 99, 100, 199, 200, 249}) {
            const auto found = contacts.contact(samples::number(i));
            QCOMPARE(found->name, u"P%1"_s.arg(i));
            QCOMPARE(found->groups, QStringList{u"G%1"_s.arg(i % 3)});
        }
        QCOMPARE(contacts.count(inGroup(u"G0"_s)).value(), 84);
        ContactFilter search;
        search.search = u"P249"_s;
        QCOMPARE(contacts.count(search).value(), 1);
        QCOMPARE(contacts.importedBy(7, 0, 1000)->size(), 250);
    }

    void joiningAGroupIsAnUpdate()
    {
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        QVERIFY(contacts.upsert(person(u"+4790000001"_s, u"Kari"_s, {u"A"_s})));
        QCOMPARE(contacts.upsert(person(u"+4790000001"_s, u"Kari"_s, {u"A"_s, u"B"_s})).value(),
                 Outcome::Updated);
        QCOMPARE(contacts.upsert(person(u"+4790000001"_s, u"Kari"_s, {u"B"_s})).value(), Outcome::Unchanged);
    }

    void aPersonSavesExactlyWhatIsGiven()
    {
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        const auto id = contacts.save(person(u"+4790000001"_s, u"Kari"_s, {u"A"_s}, {{u"By"_s, u"Bodø"_s}}));
        QVERIFY(id);
        Contact changed = person(u"+4790000009"_s, u"Kari Moe"_s, {u"B"_s});
        changed.id = *id;
        QCOMPARE(contacts.save(changed).value(), *id);
        auto kept = contacts.contact(u"+4790000009"_s);
        QVERIFY(kept.value() == changed);
        QVERIFY(!contacts.contact(u"+4790000001"_s));

        QVERIFY(contacts.save(person(u"+4790000002"_s, u"Ola"_s)));
        changed.number = u"+4790000002"_s;
        QVERIFY(!contacts.save(changed)); // taken
        QVERIFY(contacts.remove(*id));
        QCOMPARE(contacts.remove(*id).error().code, base::ErrorCode::NotFound);
        QCOMPARE(contacts.count({}).value(), 1);
    }

    void listsAsNorwegiansSort()
    {
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        const QStringList expected{u"Ali"_s,   u"Berit"_s, u"berit"_s, u"Zoe"_s,
                                   u"Ærlig"_s, u"Øst"_s,   u"Åse"_s,   {}};
        int number = 90000100;
        for (int i : {7, 3, 6, 0, 5, 1, 4, 2})
            QVERIFY(contacts.upsert(person(u"+47%1"_s.arg(number++), expected.at(i))));
        QCOMPARE(names(contacts.list({})), expected);
        ContactFilter page;
        page.limit = 3;
        QStringList paged;
        for (;;) {
            const auto part = contacts.list(page);
            paged += names(part);
            if (part->size() < 3)
                break;
            page.afterId = part->constLast().id;
        }
        QCOMPARE(paged, expected);
    }

    void findsPeople_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("åse by åse") << u"åse"_s << QStringList{u"Åse Bærum"_s};
        QTest::newRow("Åse by ase") << u"ase"_s << QStringList{u"Åse Bærum"_s};
        QTest::newRow("Ørjan by orjan") << u"ORJAN"_s << QStringList{u"Ørjan Nordmann"_s};
        QTest::newRow("Bærum by baerum") << u"baerum"_s << QStringList{u"Åse Bærum"_s};
        QTest::newRow("a part of a name") << u"mann"_s << QStringList{u"Ola Nordmann"_s, u"Ørjan Nordmann"_s};
        QTest::newRow("two words in any order") << u"nord ola"_s << QStringList{u"Ola Nordmann"_s};
        QTest::newRow("a number in groups") << u"900 00 002"_s << QStringList{u"Ørjan Nordmann"_s};
        QTest::newRow("a number with its country")
            << u"+47 90 00 00 02"_s << QStringList{u"Ørjan Nordmann"_s};
        QTest::newRow("an e-mail address") << u"ola@example"_s << QStringList{u"Ola Nordmann"_s};
        QTest::newRow("a field of the user's own") << u"tromsø"_s << QStringList{u"Ola Nordmann"_s};
        QTest::newRow("a percent sign is nothing special") << u"50%"_s << QStringList{};
    }
    void findsPeople()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, found);
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        QVERIFY(contacts.upsert(person(u"+4790000001"_s, u"Åse Bærum"_s)));
        QVERIFY(contacts.upsert(person(u"+4790000002"_s, u"Ørjan Nordmann"_s)));
        Contact ola = person(u"+4641000000"_s, u"Ola Nordmann"_s, {}, {{u"By"_s, u"Tromsø"_s}});
        ola.email = u"ola@example.no"_s;
        QVERIFY(contacts.upsert(ola));
        QCOMPARE(names(contacts.list(searching(typed))), found);
        QCOMPARE(contacts.count(searching(typed)).value(), found.size());
    }

    void groupsHoldContacts()
    {
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        for (int i = 0; i < 5; ++i)
            QVERIFY(contacts.upsert(
                person(samples::number(i), u"P%1"_s.arg(i), {i % 2 ? u"Odde"_s : u"Åpne"_s})));
        QCOMPARE(contacts.createGroup(u"Tom"_s).value(), true);
        QCOMPARE(contacts.createGroup(u"Tom"_s).value(), false);
        QCOMPARE(names(contacts.list(inGroup(u"Odde"_s))), (QStringList{u"P1"_s, u"P3"_s}));
        auto groups = contacts.groups();
        QCOMPARE(groups->size(), 3);
        QCOMPARE(groups->at(0).name, u"Odde"_s);
        QCOMPARE(groups->at(0).contacts, 2);
        QCOMPARE(groups->at(1).contacts, 0);
        QCOMPARE(groups->at(2).name, u"Åpne"_s);

        const qint64 id = contacts.contact(samples::number(0))->id;
        QVERIFY(contacts.setMember(u"Odde"_s, id, true));
        QVERIFY(contacts.setMember(u"Åpne"_s, id, false));
        QCOMPARE(contacts.contact(samples::number(0))->groups, QStringList{u"Odde"_s});
        QCOMPARE(contacts.setMember(u"Ingen"_s, id, true).error().code, base::ErrorCode::NotFound);

        QCOMPARE(contacts.renameGroup(u"Odde"_s, u"Åpne"_s).error().code, base::ErrorCode::WrongState);
        QCOMPARE(contacts.renameGroup(u"Ingen"_s, u"Noe"_s).error().code, base::ErrorCode::NotFound);
        QVERIFY(contacts.renameGroup(u"Odde"_s, u"Nye"_s));
        QCOMPARE(contacts.count(inGroup(u"Nye"_s)).value(), 3);
        QVERIFY(contacts.removeGroup(u"Nye"_s));
        QCOMPARE(contacts.count({}).value(), 5);
        QCOMPARE(contacts.removeGroup(u"Nye"_s).error().code, base::ErrorCode::NotFound);
    }

    void visitsAGroupWhole()
    {
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        QList<Contact> people;
        for (int i = 0; i < 5300; ++i)
            people.append(
                person(samples::number(i), u"P%1"_s.arg(9999 - i), {i < 5100 ? u"Store"_s : u"Andre"_s}));
        storage::Transaction transaction(database);
        QVERIFY(transaction.begin());
        QVERIFY(contacts.upsertAll(storage::contactRows(people)));
        QVERIFY(transaction.commit());
        QSet<QString> seen;
        QVERIFY(contacts.forEach(inGroup(u"Store"_s), [&](const Contact &contact) {
            seen.insert(contact.number);
            return true;
        }));
        QCOMPARE(seen.size(), 5100);
        QCOMPARE(contacts.count(inGroup(u"Store"_s)).value(), 5100);
        ContactFilter page = inGroup(u"Store"_s);
        page.limit = 2;
        QCOMPARE(names(contacts.list(page)), (QStringList{u"P4900"_s, u"P4901"_s}));
        page.afterId = contacts.list(page)->constLast().id;
        QCOMPARE(names(contacts.list(page)), (QStringList{u"P4902"_s, u"P4903"_s}));
        int visits = 0;
        QVERIFY(contacts.forEach({}, [&](const Contact &) { return ++visits < 5; }));
        QCOMPARE(visits, 5);
    }

    void anImportIsUndone()
    {
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        const Contact kari = person(u"+4790000001"_s, u"Kari"_s, {u"Kunder"_s}, {{u"By"_s, u"Bodø"_s}});
        const Contact ola = person(u"+4790000002"_s, u"Ola"_s);
        QVERIFY(contacts.upsert(kari));
        QVERIFY(contacts.upsert(ola));
        const auto import = contacts.beginImport(u"liste.csv"_s, {u"Alder"_s}, samples::noon);
        QVERIFY(
            contacts.upsert(person(kari.number, u"Kari Moe"_s, {u"Nye"_s}, {{u"Alder"_s, u"4"_s}}), *import));
        QVERIFY(contacts.upsert(person(kari.number, u"Kari Mo"_s), *import)); // the first 'before' counts
        QCOMPARE(contacts.upsert(person(ola.number, u"Ola"_s), *import).value(), Outcome::Unchanged);
        QCOMPARE(contacts.upsert(person(u"+4790000003"_s, u"Per"_s, {u"Nye"_s}), *import).value(),
                 Outcome::Added);
        const QString files = u"SELECT count(*) FROM contact_import WHERE file = 'liste.csv'"_s;
        QCOMPARE(storage::selectNumber(database, files).value(), 1);
        QVERIFY(contacts.fieldNames()->contains(u"Alder"_s));

        QCOMPARE(undone(contacts, *import), 2);
        const auto restored = contacts.contact(kari.number);
        QCOMPARE(restored->name, kari.name);
        QCOMPARE(restored->fields, kari.fields);
        QCOMPARE(restored->groups, kari.groups);
        QVERIFY(contacts.contact(ola.number));
        QVERIFY(!contacts.contact(u"+4790000003"_s));
        QCOMPARE(storage::selectNumber(database, files).value(), 0);
        QCOMPARE(contacts.endUndo(*import).error().code, base::ErrorCode::NotFound);
    }

    void undoLeavesWhatAPersonChangedSince()
    {
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        const auto import = contacts.beginImport(u"liste.csv"_s, {}, samples::noon);
        QVERIFY(contacts.upsert(person(u"+4790000001"_s, u"Kari"_s), *import));
        QVERIFY(contacts.upsert(person(u"+4790000002"_s, u"Ola"_s), *import));
        QVERIFY(contacts.upsert(person(u"+4790000003"_s, u"Per"_s), *import));
        Contact edited = contacts.contact(u"+4790000001"_s).value();
        edited.name = u"Kari Moe"_s;
        QVERIFY(contacts.save(edited));
        const auto later = contacts.beginImport(u"senere.csv"_s, {}, samples::noon);
        QVERIFY(contacts.upsert(person(u"+4790000002"_s, u"Ola Dunk"_s), *later));
        QCOMPARE(undone(contacts, *import), 1);
        QCOMPARE(names(contacts.list({})), (QStringList{u"Kari Moe"_s, u"Ola Dunk"_s}));
    }

    void showsWhoHasOptedOut()
    {
        support::TemporaryDatabase database;
        ContactRepository contacts(database);
        QVERIFY(contacts.upsert(person(u"+4790000001"_s, u"Kari"_s)));
        QVERIFY(!contacts.contact(u"+4790000001"_s)->optedOut);
        QVERIFY(storage::OptOutRepository(database).add({u"+4790000001"_s, 1, domain::OptOutSource::Person}));
        QVERIFY(contacts.contact(u"+4790000001"_s)->optedOut);
    }

    void keepsSavedTexts()
    {
        support::TemporaryDatabase database;
        storage::TextRepository texts(database);
        QVERIFY(texts.save({u"Åpent"_s, u"Vi har åpent"_s, 1}));
        QVERIFY(texts.save({u"Stengt"_s, u"Vi har stengt"_s, 2}));
        QVERIFY(texts.save({u"Åpent"_s, u"Vi har åpent til 16"_s, 3}));
        const QList<storage::SavedText> expected{{u"Stengt"_s, u"Vi har stengt"_s, 2},
                                                 {u"Åpent"_s, u"Vi har åpent til 16"_s, 3}};
        QCOMPARE(texts.texts().value(), expected);
        QVERIFY(texts.remove(u"Stengt"_s));
        QCOMPARE(texts.remove(u"Stengt"_s).error().code, base::ErrorCode::NotFound);
        QCOMPARE(texts.texts()->size(), 1);
        QVERIFY(texts.contains(u"Åpent"_s).value());
        QVERIFY(!texts.contains(u"Stengt"_s).value());
    }

    void keepsAFilledInTemplateAsItWasTyped()
    {
        support::TemporaryDatabase database;
        storage::TextRepository texts(database);
        const storage::SavedText booking{u"Time"_s,
                                         u"Timen er bekreftet"_s,
                                         1,
                                         u"conf_booking"_s,
                                         {{u"sendername"_s, u"Frisør \"Ås\""_s}, {u"pax"_s, u"2"_s}}};
        QVERIFY(texts.save(booking));
        QCOMPARE(texts.texts().value(), QList<storage::SavedText>{booking});
    }
};

QTEST_GUILESS_MAIN(TestContacts)
#include "tst_contacts.moc"
