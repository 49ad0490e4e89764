// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "storage/messagesearch.h"
#include "storage/transaction.h"
#include "support/temporarydatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::MessageState;
using storage::Journal;
using storage::MessageFilter;
using storage::MessageSearch;

namespace {

void addMessages(storage::Database &database, const QList<std::pair<QString, QString>> &namesAndTexts)
{
    const qint64 campaign = samples::addCampaign(database, 0);
    QList<domain::Message> messages;
    for (const auto &[name, text] : namesAndTexts) {
        domain::Message message = samples::message(samples::number(int(messages.size())), text);
        message.name = name;
        messages.append(message);
    }
    storage::Transaction transaction(database);
    QVERIFY(transaction.begin());
    QVERIFY(storage::CampaignRepository(database).addMessages(campaign, messages, samples::noon));
    QVERIFY(transaction.commit());
}

void indexAll(storage::Database &database)
{
    storage::Transaction transaction(database);
    QVERIFY(transaction.begin());
    MessageSearch search(database);
    while (search.advance(100).value() > 0) {
    }
    QVERIFY(transaction.commit());
}

MessageFilter searching(const QString &typed, bool newestFirst = true)
{
    MessageFilter filter;
    filter.search = typed;
    filter.newestFirst = newestFirst;
    filter.limit = 100;
    return filter;
}

QList<qint64> found(storage::Database &database, const MessageFilter &filter)
{
    QList<qint64> ids;
    const auto messages = Journal(database).messages(filter);
    for (const domain::Message &message : *messages)
        ids.append(message.id);
    return ids;
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QList<qint64>>("ids");
        QTest::newRow("Åse by åse") << u"åse"_s << QList<qint64>{1};
        QTest::newRow("Åse by ase") << u"ase"_s << QList<qint64>{1};
        QTest::newRow("Ørjan by ørjan") << u"Ørjan"_s << QList<qint64>{2};
        QTest::newRow("Ørjan by orjan") << u"orjan"_s << QList<qint64>{2};
        QTest::newRow("as typed, one letter") << u"h"_s << QList<qint64>{3, 2, 1};
        QTest::newRow("as typed, more of it") << u"hils"_s << QList<qint64>{3, 1};
        QTest::newRow("a longer word than the index knows by its beginning")
            << u"hilsen"_s << QList<qint64>{3, 1};
        QTest::newRow("a long word nobody wrote") << u"hilsenes"_s << QList<qint64>{};
        QTest::newRow("two words, both must be there") << u"hilsen avtalen"_s << QList<qint64>{3};
        QTest::newRow("only beginnings of words") << u"ilsen"_s << QList<qint64>{};
        QTest::newRow("a number in groups") << u"900 00 001"_s << QList<qint64>{2};
        QTest::newRow("a number with its country") << u"+47 90 00 00 01"_s << QList<qint64>{2};
        QTest::newRow("the beginning of a number") << u"9000"_s << QList<qint64>{3, 2, 1};
        QTest::newRow("the reference of an attempt") << u"faktura~AbC"_s << QList<qint64>{2};
        QTest::newRow("quotes and stars are nothing special") << u"\"hils* OR\""_s << QList<qint64>{};
        QTest::newRow("no word at all") << u"!?"_s << QList<qint64>{};
    }
    void finds()
    {
        QFETCH(QString, typed);
        QFETCH(QList<qint64>, ids);
        support::TemporaryDatabase database;
        addMessages(database, {{u"Åse Bærum"_s, u"Hei! Hilsen oss"_s},
                               {u"Ørjan"_s, u"Hei på deg"_s},
                               {u"Ola"_s, u"Hei, avtalen er flyttet. Hilsen Firma"_s}});
        QVERIFY(Journal(database).beginAttempt(samples::attempt(1, u"faktura~AbCdEf"_s), {2}));
        QCOMPARE(found(database, searching(typed)), ids); // not indexed yet
        indexAll(database);
        QCOMPARE(found(database, searching(typed)), ids);
        std::reverse(ids.begin(), ids.end());
        QCOMPARE(found(database, searching(typed, false)), ids);
    }

    void findsInPartsOfTheLog()
    {
        support::TemporaryDatabase database;
        addMessages(database, {{u"Kari"_s, u"hilsen en"_s}, {u"Kari"_s, u"hilsen to"_s}});
        addMessages(database, {{u"Kari"_s, u"hilsen tre"_s}, {u"Kari"_s, u"hilsen fire"_s}});
        QVERIFY(Journal(database).apply(samples::step(3, MessageState::Failed)));
        indexAll(database);
        MessageFilter filter = searching(u"hilsen"_s);
        filter.campaign = 2;
        QCOMPARE(found(database, filter), (QList<qint64>{4, 3}));
        filter.states = {MessageState::Failed};
        QCOMPARE(found(database, filter), QList<qint64>{3});
        filter = searching(u"hils"_s);
        filter.number = samples::number(0);
        QCOMPARE(found(database, filter), (QList<qint64>{3, 1}));
    }

    void pagesByKey()
    {
        support::TemporaryDatabase database;
        QList<std::pair<QString, QString>> many;
        for (int i = 0; i < 250; ++i)
            many.append({u"Kari"_s, i % 10 ? u"hilsen"_s : u"svarfrist"_s});
        addMessages(database, many);
        indexAll(database);
        for (const QString &typed : {u"svar"_s, u"svarfrist"_s}) {
            MessageFilter filter = searching(typed);
            filter.limit = 10;
            QList<qint64> all;
            for (;;) {
                const QList<qint64> page = found(database, filter);
                all += page;
                if (page.size() < 10)
                    break;
                filter.afterId = page.constLast();
            }
            QCOMPARE(all.size(), 25);
            QCOMPARE(all.constFirst(), 241);
            QCOMPARE(all.constLast(), 1);
            QVERIFY(std::is_sorted(all.crbegin(), all.crend()));
        }
    }

    void findsOldOnesBehindManyAlike()
    {
        // More than are compared one by one begin with the same four letters.
        support::TemporaryDatabase database;
        QList<std::pair<QString, QString>> many{{u"Kari"_s, u"hilsesang"_s}};
        for (int i = 0; i < 2500; ++i)
            many.append({u"Kari"_s, u"hilsen"_s});
        addMessages(database, many);
        indexAll(database);
        QCOMPARE(found(database, searching(u"hilsesang"_s)), QList<qint64>{1});
    }

    void indexesInPortions()
    {
        support::TemporaryDatabase database;
        addMessages(database, {{u"A"_s, u"en"_s}, {u"B"_s, u"to"_s}, {u"C"_s, u"tre"_s}});
        MessageSearch search(database);
        QCOMPARE(search.advance(2).value(), 2);
        QCOMPARE(found(database, searching(u"tre"_s)), QList<qint64>{3}); // the tail is looked at
        QCOMPARE(search.advance(2).value(), 1);
        QCOMPARE(search.advance(2).value(), 0);
        addMessages(database, {{u"D"_s, u"tre til"_s}});
        QCOMPARE(found(database, searching(u"tre"_s)), (QList<qint64>{4, 3}));
        QCOMPARE(search.advance(2).value(), 1);
        QCOMPARE(found(database, searching(u"tre"_s)), (QList<qint64>{4, 3}));
    }

    void forgetsWhatIsToldToGo()
    {
        support::TemporaryDatabase database;
        addMessages(database, {{u"Kari"_s, u"hemmelig"_s}});
        indexAll(database);
        MessageSearch search(database);
        const auto message = Journal(database).message(1);
        QVERIFY(search.forget(*message));
        QCOMPARE(found(database, searching(u"heme"_s)), QList<qint64>{});
        QCOMPARE(found(database, searching(u"kari"_s)), QList<qint64>{});
        QVERIFY(search.remember(*message));
        QCOMPARE(found(database, searching(u"hemm"_s)), QList<qint64>{1});
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
