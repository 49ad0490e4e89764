// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"
#include "storage/arrivals.h"
#include "storage/contactrepository.h"
#include "storage/inboxrepository.h"
#include "storage/jobrows.h"
#include "storage/messagesearch.h"
#include "storage/optoutrepository.h"
#include "storage/personerasure.h"
#include "storage/personrecords.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/temporarydatabase.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace people;

namespace {

void erase(storage::Database &database)
{
    storage::PersonErasure erasure(database);
    QVERIFY(storage::inTransaction(database, [&] { return erasure.eraseAtOnce(kari, noon); }).ok());
}

bool scrubbed(storage::Database &database)
{
    storage::PersonErasure erasure(database);
    bool more = true;
    for (bool first = true; more; first = false) {
        const auto step = storage::inTransaction(database, [&] { return erasure.scrubSome(first); });
        if (!step)
            return false;
        more = *step;
    }
    const auto left = storage::JobRows(database).left();
    return left && left->size() == 1 && erasure.emptyLog(left->constFirst().id).value();
}

// Everything that is kept, by where: the bytes of each file or, of a server whose files are its own, the rows
// of each table.
QMap<QString, QByteArray> contents(support::TemporaryDatabase &database)
{
    QMap<QString, QByteArray> all;
    if (!database.database().dialect().isServer()) {
        QDirIterator files(database.folder(), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            all.insert(file.fileName(), file.open(QIODevice::ReadOnly) ? file.readAll() : "unreadable");
        }
        return all;
    }
    const auto tables = storage::rows<QString>(
        database, u"SELECT CAST(tablename AS text) FROM pg_tables WHERE schemaname = 'public'"_s,
        [](const storage::Statement &row) { return row.text(0); });
    for (const QString &table : tables.value()) {
        const auto lines =
            storage::rows<QString>(database, u"SELECT CAST(t AS text) FROM %1 AS t"_s.arg(table),
                                   [](const storage::Statement &row) { return row.text(0); });
        all.insert(table, lines ? lines->join(u'\n').toUtf8() : "unreadable");
    }
    return all;
}

// Which of the words are still to be found.
QStringList leftIn(support::TemporaryDatabase &database, QByteArrayList words)
{
    words.append("unreadable");
    QStringList left;
    const auto all = contents(database);
    for (auto place = all.cbegin(); place != all.cend(); ++place) {
        for (const QByteArray &word : std::as_const(words)) {
            if (place.value().toLower().contains(word))
                left.append(QString::fromUtf8(word) + u" in "_s + place.key());
        }
    }
    return left;
}

} // namespace

class TestPerson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsEverythingAboutAPerson()
    {
        support::TemporaryDatabase database;
        fill(database);
        const auto record = storage::PersonRecords(database).everything(kari);
        QVERIFY(record);
        QCOMPARE(record->contact->email, u"karianne@hemmelig.no"_s);
        QCOMPARE(record->messages.size(), 2);
        QCOMPARE(record->events.size(), 2);
        QCOMPARE(record->events.at(0).size(), 3);
        QCOMPARE(record->statuses.size(), 1);
        QCOMPARE(record->inbound.size(), 1);
        QCOMPARE(record->inbound.at(0).files.at(0).content, QByteArray("bilde av Karianne"));
        QVERIFY(record->optedOut);
        QCOMPARE(record->optOutHistory.size(), 1);
        QVERIFY(storage::PersonRecords(database).everything(u"+4700000000"_s)->isEmpty());
    }

    void erasesAPerson()
    {
        support::TemporaryDatabase database;
        fill(database);
        const QByteArrayList words{"99887766", "karianne", "hemmelig"};
        QVERIFY(!leftIn(database, words).isEmpty());
        storage::PersonRecords records(database);
        erase(database);
        QVERIFY(scrubbed(database));
        QCOMPARE(leftIn(database, words), QStringList()); // not in the log of the database either

        const auto record = records.everything(kari);
        QVERIFY(record->optedOut); // still must not be written to
        QVERIFY(!record->contact && record->messages.isEmpty() && record->inbound.isEmpty());
        storage::OptOutRepository optOuts(database);
        QVERIFY(optOuts.contains(kari).value());
        QVERIFY(optOuts.list()->isEmpty());
        QCOMPARE(optOuts.add({kari, noon, domain::OptOutSource::Person}).value(), false);
        QCOMPARE(optOuts.among({kari, ola}).value(), QSet<QString>{kari});
        QCOMPARE(optOuts.remove(kari, noon).value(), true);

        const auto other = records.everything(ola);
        QCOMPARE(other->messages.size(), 1);
        QCOMPARE(other->statuses.size(), 1);
        QVERIFY(other->contact);
        storage::CampaignRepository campaigns(database);
        QCOMPARE(campaigns.skipped(1)->size(), 1);
        QCOMPARE(campaigns.campaign(1)->text, u"Hei på deg"_s);
        QCOMPARE(campaigns.campaign(2)->text, QString());
        QVERIFY(Journal(database).differences()->isEmpty());
        QCOMPARE(database.database().integrityProblems(false).value(), QStringList());
    }

    // Killed between the commit and the scrubbing: whoever opens next sees that it is to be done.
    void anErasureThatWasCutOffIsEnded()
    {
        support::TemporaryDatabase database;
        fill(database);
        erase(database);
        const auto left = storage::JobRows(database).left();
        QCOMPARE(left->size(), 1);
        QCOMPARE(left->constFirst().state, storage::JobState::Scrub);
        QCOMPARE(left->constFirst().argument, QString()); // not her number
        QVERIFY(scrubbed(database));
        QVERIFY(storage::JobRows(database).left()->isEmpty());
        QCOMPARE(leftIn(database, {"99887766", "karianne", "hemmelig"}), QStringList());
    }

    void aStatusThatComesAfterwardsKeepsNoNumber()
    {
        support::TemporaryDatabase database;
        fill(database);
        storage::PersonRecords records(database);
        erase(database);
        Journal journal(database);
        domain::StatusEvent late = samples::status(4, 777, u"bulk"_s, kari);
        late.raw = "status=4&phoneno=%2B4799887766";
        QVERIFY(journal.addStatus(late).value() > 0);
        QCOMPARE(journal.addStatus(late).value(), 0); // the same once more
        QVERIFY(journal.addStatus(samples::status(4, 778, u"bulk"_s, ola)).value() > 0);
        QCOMPARE(records.everything(kari)->statuses.size(), 0);
        QCOMPARE(records.everything(ola)->statuses.size(), 2);
        QVERIFY(scrubbed(database));
        QCOMPARE(leftIn(database, {"99887766"}), QStringList());

        // Written to again, as somebody new: its status finds it, early or late.
        QCOMPARE(journal.keptFor(0, u"bulk"_s, kari)->size(), 1);
    }

    void oneThatWaitsKeepsNoNumberEither()
    {
        support::TemporaryDatabase database;
        fill(database);
        storage::PersonRecords records(database);
        storage::Arrivals arrivals(database);
        domain::StatusEvent early = samples::status(-1, 776, u"bulk"_s, kari);
        early.raw = "status=-1&phoneno=%2B4799887766";
        QVERIFY(arrivals.append(early)); // came before, and waits
        QCOMPARE(records.everything(kari)->statuses.size(), 2);
        erase(database);
        QVERIFY(!arrivals.any().value());
        domain::StatusEvent late = samples::status(4, 777, u"bulk"_s, kari);
        late.raw = "status=4&phoneno=%2B4799887766";
        QVERIFY(arrivals.append(late));
        QVERIFY(arrivals.append(samples::status(4, 778, u"bulk"_s, ola)));
        QCOMPARE(records.everything(kari)->statuses.size(), 0);
        QCOMPARE(records.everything(ola)->statuses.size(), 2);
        QVERIFY(scrubbed(database));
        QCOMPARE(leftIn(database, {"99887766"}), QStringList());

        // A group of the gateway's has been written to since: its list is made of numbers (BLK-10).
        domain::Campaign plan = samples::campaign();
        plan.mode = domain::SendMode::GatewayGroup;
        const qint64 group = samples::addCampaign(database, 0, plan);
        QVERIFY(Journal(database).beginAttempt(samples::attempt(group, u"group"_s), {}));
        QVERIFY(arrivals.append(samples::status(4, 779, u"group"_s, kari)));
        QCOMPARE(records.everything(kari)->statuses.size(), 1);
    }

    void isNotErasedWhileAMessageIsOnItsWay()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 1);
        QVERIFY(Journal(database).beginAttempt(samples::attempt(campaign, u"r"_s), {1}));
        storage::PersonErasure erasure(database);
        QCOMPARE(erasure.begin(samples::number(0), noon).error().code, base::ErrorCode::WrongState);
        QVERIFY(erasure.isBeingSent(samples::number(0)).value());
    }

    // Looked up before its sending begins, and taken after.
    void aMessageWhoseSendingHasBegunIsLeft()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 1);
        storage::PersonErasure erasure(database);
        const auto found = erasure.find(samples::number(0), 10, [&](const auto &portion) {
            if (!Journal(database).beginAttempt(samples::attempt(campaign, u"r"_s), {1}))
                return base::Result<void>(base::Error{});
            return erasure.take(portion);
        });
        QCOMPARE(found.value(), 1);
        QCOMPARE(Journal(database).message(1)->state, MessageState::Sending);
        QCOMPARE(erasure.find(samples::number(0), 10, {}).value(), 0);
    }

    // Its message was still there when it became known.
    void aStatusThatBecomesKnownMeanwhileGoesToo()
    {
        support::TemporaryDatabase database;
        fill(database);
        storage::PersonErasure erasure(database);
        QVERIFY(erasure.begin(kari, noon).ok());
        bool came = false;
        const auto found = erasure.find(kari, 10, [&](const auto &portion) -> base::Result<void> {
            if (portion.place == storage::PersonErasure::Place::Message && !std::exchange(came, true)) {
                const auto added = Journal(database).addStatus(samples::status(5, 501, u"bulk"_s, kari), 1);
                if (!added)
                    return added.error();
            }
            return erasure.take(portion);
        });
        QVERIFY(found.ok());
        QVERIFY(came);
        QCOMPARE(storage::PersonRecords(database).everything(kari)->statuses.size(), 0);
    }

    void aReaderDelaysTheScrubbing()
    {
        support::TemporaryDatabase database;
        fill(database);
        const auto reader = database.reader();
        erase(database);
        const bool atOnce = database.database().dialect().isServer(); // no log of its is ours to be emptied
        {
            storage::Statement reading(*reader, u"SELECT id FROM message"_s);
            QVERIFY(reading.run() && reading.next());
            QCOMPARE(scrubbed(database), atOnce);
        }
        QVERIFY(atOnce || scrubbed(database));
    }
};

QTEST_GUILESS_MAIN(TestPerson)
#include "tst_person.moc"
