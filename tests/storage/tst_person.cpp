// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "storage/arrivals.h"
#include "storage/contactrepository.h"
#include "storage/inboxrepository.h"
#include "storage/jobrows.h"
#include "storage/messagesearch.h"
#include "storage/optoutrepository.h"
#include "storage/personerasure.h"
#include "storage/personrecords.h"
#include "storage/retention.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/temporarydatabase.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::MessageState;
using samples::noon;
using storage::Journal;

namespace {

const QString kari = u"+4799887766"_s;
const QString ola = u"+4711223344"_s;

// What was before then is old; it is a day later now.
storage::Age at(qint64 beforeMs)
{
    return {beforeMs, beforeMs + 24LL * 3600 * 1000};
}

// Kari in every table, and Ola beside her.
void fill(storage::Database &database)
{
    storage::Transaction transaction(database);
    QVERIFY(transaction.begin());
    storage::CampaignRepository campaigns(database);
    storage::ContactRepository contacts(database);
    storage::InboxRepository inbox(database);
    Journal journal(database);
    const auto import = contacts.beginImport(u"liste.csv"_s, {u"Lege"_s}, noon);
    for (const QString &number : {kari, ola}) {
        domain::Contact contact;
        contact.number = number;
        contact.name = number == kari ? u"Karianne Hemmelig"_s : u"Ola Dunk"_s;
        contact.groups = {u"Kunder"_s};
        contact.fields = {{u"Lege"_s, u"Doktorsen"_s}};
        QVERIFY(contacts.upsert(contact));
        contact.email = number == kari ? u"karianne@hemmelig.no"_s : u"ola@dunk.no"_s;
        QVERIFY(contacts.upsert(contact, *import));
    }
    const auto campaign = campaigns.create(samples::campaign());
    const auto alone = campaigns.create(samples::campaign(u"Bare Karianne"_s));
    domain::Message toKari = samples::message(kari, u"Kjaere Karianne, timen din"_s);
    toKari.name = u"Karianne Hemmelig"_s;
    QVERIFY(campaigns.addMessages(*campaign, {toKari, samples::message(ola, u"Hei Ola"_s)}, noon));
    QVERIFY(campaigns.addMessages(*alone, {toKari}, noon));
    QVERIFY(campaigns.addSkipped(*campaign, {{4, u"0047 998 87 766"_s, domain::SkipReason::Duplicate, {}},
                                             {5, u"112233"_s, domain::SkipReason::TooShort, {}}}));
    QVERIFY(campaigns.addHistory({noon, u"Per"_s, *campaign, domain::HistoryKind::SendAgain, kari, {}}));
    const auto attempt = journal.beginAttempt(samples::attempt(*campaign, u"bulk"_s), {1, 2});
    storage::AttemptResult result;
    result.httpStatus = 201;
    result.answer = "{\"invalidPhoneno\": [\"004799887766\"]}";
    result.endedMs = noon;
    QVERIFY(journal.endAttempt(*attempt, result));
    for (const qint64 message : {1, 2})
        QVERIFY(journal.apply(samples::step(message, MessageState::Accepted)));
    domain::StatusEvent status = samples::status(4, 500, u"bulk"_s, kari);
    status.raw = "status=4&phoneno=%2B4799887766";
    const auto kept = journal.addStatus(status);
    QVERIFY(journal.setMatched(*kept, 1));
    QVERIFY(journal.addStatus(samples::status(4, 501, u"bulk"_s, ola)));
    domain::InboundMessage inbound;
    inbound.gatewayId = 1;
    inbound.from = kari;
    inbound.text = u"Svar fra Karianne"_s;
    inbound.raw = "{\"from\":\"+4799887766\"}";
    inbound.receivedMs = noon;
    inbound.files = {{u"1"_s, u"image/png"_s, u"karianne.png"_s, "bilde av Karianne"}};
    QVERIFY(inbox.add(inbound));
    QVERIFY(inbox.addAction({1, noon, domain::ActionKind::Answered, u"Karianne"_s}));
    QVERIFY(inbox.addQuarantined({noon, u"::1"_s, u"badJson"_s, "{\"from\":\"+4799887766\""}));
    QVERIFY(storage::OptOutRepository(database).add({kari, noon, domain::OptOutSource::Keyword}));
    QVERIFY(storage::MessageSearch(database).advance(100));
    QVERIFY(transaction.commit());
}

void settle(Journal &journal)
{
    for (const qint64 message : {1, 2})
        QVERIFY(journal.apply(samples::step(message, MessageState::Delivered)));
}

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

// Which of the words are still to be found in the bytes of any file of the folder.
QStringList leftIn(const QString &folder, const QByteArrayList &words)
{
    QStringList left;
    QDirIterator files(folder, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return {u"unreadable"_s};
        const QByteArray content = file.readAll().toLower();
        for (const QByteArray &word : words) {
            if (content.contains(word))
                left.append(QString::fromUtf8(word) + u" in "_s + file.fileName());
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
        QVERIFY(!leftIn(database.folder(), words).isEmpty());
        storage::PersonRecords records(database);
        erase(database);
        QVERIFY(scrubbed(database));
        QCOMPARE(leftIn(database.folder(), words), QStringList()); // not in the log of the database either

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
        QCOMPARE(leftIn(database.folder(), {"99887766", "karianne", "hemmelig"}), QStringList());
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
        QCOMPARE(leftIn(database.folder(), {"99887766"}), QStringList());

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
        QCOMPARE(leftIn(database.folder(), {"99887766"}), QStringList());

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

    void aReaderDelaysTheScrubbing()
    {
        support::TemporaryDatabase database;
        fill(database);
        const auto reader = database.reader();
        erase(database);
        {
            storage::Statement reading(*reader, u"SELECT id FROM message"_s);
            QVERIFY(reading.run() && reading.next());
            QVERIFY(!scrubbed(database));
        }
        QVERIFY(scrubbed(database));
    }

    void forgetsOldTexts()
    {
        support::TemporaryDatabase database;
        fill(database);
        storage::CampaignRepository campaigns(database);
        Journal journal(database);
        QVERIFY(campaigns.setState(1, domain::CampaignState::Finished, {}, noon + 10));
        storage::Retention retention(database);
        QCOMPARE(retention.forgetTexts(at(noon), 1).value(), 0); // nothing is old enough
        QCOMPARE(retention.forgetTexts(at(noon + 5000), 1).value(),
                 1); // what came in; no status has settled the others
        settle(journal);
        QCOMPARE(journal.message(1)->text, u"Kjaere Karianne, timen din"_s);

        int rounds = 0;
        while (retention.forgetTexts(at(noon + 5000), 1).value() > 0)
            QVERIFY(++rounds < 20);
        QCOMPARE(journal.message(1)->text, QString());
        QCOMPARE(journal.message(2)->text, QString());
        QCOMPARE(journal.message(1)->name, u"Karianne Hemmelig"_s);
        const QString answers = u"SELECT count(*) FROM attempt WHERE campaign = 1 AND length(answer) > 0"_s;
        QCOMPARE(storage::selectNumber(database, answers).value(), 0);       // a page may show the text again
        QCOMPARE(journal.message(3)->text, u"Kjaere Karianne, timen din"_s); // its campaign has not finished
        QCOMPARE(campaigns.campaign(1)->text, QString());
        const auto inbound = storage::InboxRepository(database).message(1);
        QCOMPARE(inbound->text, QString());
        QVERIFY(inbound->raw.isEmpty());
        QVERIFY(inbound->files.isEmpty());
        storage::MessageFilter filter;
        filter.search = u"timen"_s;
        QCOMPARE(journal.messages(filter)->size(), 1);
        filter.search = u"karianne"_s;
        QCOMPARE(journal.messages(filter)->size(), 2);
        QVERIFY(journal.differences()->isEmpty());
    }

    // An uncertain message must keep the text that a person may want to send again.
    void whatIsUndecidedIsKept()
    {
        support::TemporaryDatabase database;
        fill(database);
        storage::CampaignRepository campaigns(database);
        Journal journal(database);
        settle(journal);
        QVERIFY(journal.apply(samples::step(2, MessageState::Uncertain)));
        QVERIFY(campaigns.setState(1, domain::CampaignState::Finished, {}, noon + 10));
        storage::Retention retention(database);
        while (retention.forgetTexts(at(noon + 9'000'000), 100).value() > 0) {
        }
        while (retention.dropLog(at(noon + 9'000'000), 100).value() > 0) {
        }
        QCOMPARE(journal.message(1)->text, u"Kjaere Karianne, timen din"_s);
        QCOMPARE(journal.message(2)->text, u"Hei Ola"_s);

        QVERIFY(journal.apply(samples::step(2, MessageState::Delivered, noon + 5'000'000)));
        while (retention.forgetTexts(at(noon + 4'000'000), 100).value() > 0) {
        }
        QCOMPARE(journal.message(1)->text, QString());
        QCOMPARE(journal.message(2)->text, u"Hei Ola"_s); // decided a moment ago
        while (retention.forgetTexts(at(noon + 5'000'001), 100).value() > 0) {
        }
        QCOMPARE(journal.message(2)->text, QString());
    }

    // What is forgotten already is not looked at again, but for what a clock that ran ahead has stamped.
    void whatCameInIsWalkedById()
    {
        support::TemporaryDatabase database;
        storage::InboxRepository inbox(database);
        const QList<qint64> times{noon, noon + 1, noon + 9'000'000, noon + 2, noon + 3};
        for (int i = 0; i < times.size(); ++i) {
            domain::InboundMessage inbound;
            inbound.gatewayId = i + 1;
            inbound.from = ola;
            inbound.text = u"Hei %1"_s.arg(i);
            inbound.receivedMs = times.at(i);
            QVERIFY(inbox.add(inbound, false).ok());
        }
        storage::Retention retention(database);
        const auto forgotten = [&](qint64 beforeMs, qint64 nowMs) {
            qint64 all = 0;
            while (const qint64 some = retention.forgetTexts({beforeMs, nowMs}, 2).value())
                all += some;
            return all;
        };
        const auto to = [&] {
            return storage::selectNumber(database,
                                         u"SELECT value FROM meta WHERE key = 'inboundForgottenTo'"_s)
                ->value_or(0);
        };
        QCOMPARE(forgotten(noon + 1, noon + 10), 1);
        QCOMPARE(to(), 1);
        QCOMPARE(forgotten(noon + 10, noon + 10), 2); // 2, and 4 behind the one from the future
        QCOMPARE(to(), 2);
        QCOMPARE(inbox.message(3)->text, u"Hei 2"_s);
        QCOMPARE(inbox.message(4)->text, QString());
        QCOMPARE(forgotten(noon + 9'000'001, noon + 10'000'000), 2);
        QCOMPARE(to(), 5);
        QVERIFY(storage::execute(database, u"UPDATE inbound SET text = 'again' WHERE id = 1"_s));
        QCOMPARE(forgotten(noon + 9'000'001, noon + 10'000'000), 0);
    }

    void aConversationGoesWithItsLastMessage()
    {
        support::TemporaryDatabase database;
        storage::InboxRepository inbox(database);
        const QList<QPair<QString, qint64>> came{{ola, noon}, {kari, noon}, {kari, noon + 1000}};
        for (int i = 0; i < came.size(); ++i) {
            domain::InboundMessage inbound;
            inbound.gatewayId = i + 1;
            inbound.from = came.at(i).first;
            inbound.text = u"Hei"_s;
            inbound.receivedMs = came.at(i).second;
            QVERIFY(inbox.add(inbound, false).ok());
        }
        QCOMPARE(storage::Retention(database).dropLog({noon + 500, noon + 2000}, 100).value(), 2);
        const auto talks = inbox.conversations(10).value();
        QCOMPARE(talks.size(), 1);
        QCOMPARE(talks.constFirst().number, kari);
    }

    // A clock that stood in 1971 for an hour makes nothing old.
    void whatCameAfterSomethingYoungerIsKept()
    {
        support::TemporaryDatabase database;
        fill(database);
        storage::CampaignRepository campaigns(database);
        Journal journal(database);
        settle(journal);
        for (const qint64 campaign : {1, 2})
            QVERIFY(campaigns.setState(campaign, domain::CampaignState::Finished, {}, noon + 10));
        QVERIFY(storage::execute(database, u"UPDATE message SET state = 8, since_ms = 1000"_s));
        QVERIFY(storage::execute(database, u"UPDATE campaign SET finished_ms = 1000 WHERE id = 2"_s));
        QVERIFY(storage::execute(database, u"UPDATE campaign_count SET messages = 0 WHERE state <> 8"_s));
        // The first of each came just now, the second an hour ago, as the clock said then.
        domain::InboundMessage inbound;
        inbound.gatewayId = 2;
        inbound.from = ola;
        inbound.text = u"Hei"_s;
        inbound.receivedMs = 1000;
        QVERIFY(storage::InboxRepository(database).add(inbound, false).ok());
        QVERIFY(
            storage::InboxRepository(database).addQuarantined({1000, u"::1"_s, u"badJson"_s, "x", {}}).ok());
        domain::StatusEvent status = samples::status(4, 502, u"other"_s, ola);
        status.receivedMs = 1000;
        QVERIFY(journal.addStatus(status).ok());
        const auto rows = [&](const QString &table) {
            return storage::selectNumber(database, u"SELECT count(*) FROM "_s + table)->value_or(-1);
        };
        const QStringList tables{u"campaign"_s, u"message WHERE text <> ''"_s, u"inbound WHERE text <> ''"_s,
                                 u"quarantine"_s, u"status_event"_s};
        QList<qint64> before;
        for (const QString &table : tables)
            before.append(rows(table));
        storage::Retention retention(database);
        QCOMPARE(retention.forgetTexts(at(noon), 100).value(), 0);
        QCOMPARE(retention.dropLog(at(noon), 100).value(), 0);
        QList<qint64> after;
        for (const QString &table : tables)
            after.append(rows(table));
        QCOMPARE(after, before);
        while (retention.forgetTexts(at(noon + 9'000'000), 100).value() > 0) {
        }
        while (retention.dropLog(at(noon + 9'000'000), 100).value() > 0) {
        }
        for (const QString &table : tables)
            QCOMPARE(rows(table), 0);
    }

    void dropsTheOldLog()
    {
        support::TemporaryDatabase database;
        fill(database);
        storage::CampaignRepository campaigns(database);
        storage::InboxRepository inbox(database);
        Journal journal(database);
        QVERIFY(campaigns.setState(1, domain::CampaignState::Finished, {}, noon + 10));
        storage::Retention retention(database);
        settle(journal);
        QCOMPARE(retention.dropLog(at(noon), 1).value(), 0);
        int rounds = 0;
        while (retention.dropLog(at(noon + 6000), 1).value() > 0)
            QVERIFY(++rounds < 20);
        QCOMPARE(campaigns.campaigns()->size(), 1);
        QCOMPARE(campaigns.campaigns()->constFirst().id, 2);
        QCOMPARE(journal.messages({})->size(), 1);
        QVERIFY(journal.events(1)->isEmpty());
        QVERIFY(inbox.messages({})->isEmpty());
        QVERIFY(inbox.conversations(10)->isEmpty());
        QVERIFY(inbox.quarantine(10)->isEmpty());
        QVERIFY(storage::OptOutRepository(database).contains(kari).value()); // never ages out
        storage::MessageFilter filter;
        filter.search = u"ola"_s;
        QVERIFY(journal.messages(filter)->isEmpty());
        QVERIFY(journal.differences()->isEmpty());
        QCOMPARE(database.database().integrityProblems(false).value(), QStringList());
        // Ids are never used again: a late status cannot reach another person's message.
        QVERIFY(samples::addCampaign(database, 1) > 2);
        QCOMPARE(journal.messages({})->constLast().id, 4);
    }
};

QTEST_GUILESS_MAIN(TestPerson)
#include "tst_person.moc"
