// SPDX-License-Identifier: GPL-3.0-or-later
// What is forgotten when it is old, and what never is.
#include "people.h"
#include "storage/retention.h"
#include "storage/statement.h"
#include "support/temporarydatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace people;

namespace {

// What was before then is old; it is a day later now.
storage::Age at(qint64 beforeMs)
{
    return {beforeMs, beforeMs + 24LL * 3600 * 1000};
}

void settle(Journal &journal)
{
    for (const qint64 message : {1, 2})
        QVERIFY(journal.apply(samples::step(message, MessageState::Delivered)));
}

} // namespace

class TestRetention : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
                                         u"SELECT value FROM counter WHERE key = 'inboundForgottenTo'"_s)
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
        QVERIFY(storage::InboxRepository(database)
                    .addQuarantined({1000, u"::1"_s, domain::Unreadable::BadJson, "x", {}})
                    .ok());
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

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
