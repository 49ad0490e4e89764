// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "storage/gatewaygroup.h"
#include "support/temporarydatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::MessageState;
using samples::noon;
using samples::status;
using storage::GatewayGroup;
using storage::Journal;

class TestStatuses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void storesEachStatusOnce_data()
    {
        QTest::addColumn<domain::StatusEvent>("first");
        QTest::addColumn<domain::StatusEvent>("second");
        QTest::addColumn<bool>("same");
        QTest::newRow("DLR-07 the same status by origid comes again")
            << status(4, 145099) << status(4, 145099) << true;
        QTest::newRow("DLR-07 the same status with ref and number comes again")
            << status(4, 145099, u"a"_s, u"+4799999999"_s) << status(4, 145099, u"a"_s, u"+4799999999"_s)
            << true;
        QTest::newRow("DLR-07 the same status without origid comes again")
            << status(4, {}, u"a"_s, u"+4799999999"_s) << status(4, {}, u"a"_s, u"+4799999999"_s) << true;
        QTest::newRow("DLR-03 another status of the same message is another event")
            << status(-1, 145099) << status(4, 145099) << false;
        QTest::newRow("DLR-01 another origid is another event") << status(4, 1) << status(4, 2) << false;
        QTest::newRow("DLR-02 another number of the same bulk request is another event")
            << status(4, {}, u"a"_s, u"+4799999999"_s) << status(4, {}, u"a"_s, u"+4799999998"_s) << false;
    }
    void storesEachStatusOnce()
    {
        QFETCH(domain::StatusEvent, first);
        QFETCH(domain::StatusEvent, second);
        QFETCH(bool, same);
        support::TemporaryDatabase database;
        Journal journal(database);
        QVERIFY(journal.addStatus(first).value() > 0);
        second.receivedMs += 60'000;
        second.peer = u"18.197.138.46"_s;
        QCOMPARE(journal.addStatus(second).value() == 0, same);
        database.reopen();
        Journal reopened(database);
        QCOMPARE(reopened.addStatus(second).value(), 0);
    }

    void matches_data()
    {
        QTest::addColumn<domain::StatusEvent>("event");
        QTest::addColumn<qint64>("message"); // 0: none
        // Message 1 was sent as "single" with id 500 and before that as "old"; 2 and 3 as "bulk".
        QTest::newRow("DLR-01 by the id of the single message's answer") << status(4, 500) << qint64(1);
        QTest::newRow("DLR-02 by ref and number")
            << status(4, 501, u"bulk"_s, samples::number(2)) << qint64(3);
        QTest::newRow("DLR-02 ref and number win over origid")
            << status(4, 500, u"bulk"_s, samples::number(1)) << qint64(2);
        QTest::newRow("DLR-02 the ref of an earlier attempt still leads to its message")
            << status(4, 900, u"old"_s, samples::number(0)) << qint64(1);
        QTest::newRow("DLR-02 a ref with a number that was not in its request")
            << status(4, 900, u"bulk"_s, samples::number(0)) << qint64(0);
        QTest::newRow("DLR-01 an unknown ref falls back on origid")
            << status(4, 500, u"elsewhere"_s, samples::number(0)) << qint64(1);
        QTest::newRow("DLR-06 an unknown origid matches nothing") << status(4, 999) << qint64(0);
        QTest::newRow("DLR-06 a number alone matches nothing")
            << status(4, {}, {}, samples::number(0)) << qint64(0);
    }
    void matches()
    {
        QFETCH(domain::StatusEvent, event);
        QFETCH(qint64, message);
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 3);
        Journal journal(database);
        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"old"_s), {1}));
        QVERIFY(journal.apply(samples::step(1, MessageState::Queued)));
        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"single"_s), {1}));
        auto accepted = samples::step(1, MessageState::Accepted);
        accepted.gatewayId = 500;
        QVERIFY(journal.apply(accepted));
        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"bulk"_s), {2, 3}));
        const auto found = journal.matching(event);
        QVERIFY(found);
        QCOMPARE(found->value_or(0), message);
    }

    void keepsEarlyStatusesUntilTheirMessageIsKnown_data()
    {
        QTest::addColumn<domain::StatusEvent>("event");
        QTest::newRow("DLR-06 kept by origid") << status(4, 500);
        QTest::newRow("DLR-06 kept by ref and number") << status(4, {}, u"single"_s, samples::number(0));
    }
    void keepsEarlyStatusesUntilTheirMessageIsKnown()
    {
        QFETCH(domain::StatusEvent, event);
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 1);
        Journal journal(database);
        const auto id = journal.addStatus(event);
        QVERIFY(journal.addStatus(status(5, 777, u"other"_s, samples::number(0))));
        QVERIFY(!journal.matching(event)->has_value());
        database.reopen();

        Journal later(database);
        QVERIFY(later.beginAttempt(samples::attempt(campaign, u"single"_s), {1}));
        const auto kept = later.keptFor(500, u"single"_s, samples::number(0));
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->constFirst().id, *id);
        QCOMPARE(kept->constFirst().event.status, domain::DeliveryStatus::Delivered);
        QCOMPARE(kept->constFirst().event.origId, event.origId);
        QCOMPARE(kept->constFirst().event.raw, event.raw);
        QVERIFY(later.setMatched(*id, 1));
        QVERIFY(later.keptFor(500, u"single"_s, samples::number(0))->isEmpty());
    }

    void keptStatusesComeInTheOrderTheyCame()
    {
        support::TemporaryDatabase database;
        Journal journal(database);
        QVERIFY(journal.addStatus(status(4, 500)));
        QVERIFY(journal.addStatus(status(-1, 500, u"r"_s, u"+4790000000"_s)));
        QVERIFY(journal.addStatus(status(5, 501, u"r"_s, u"+4790000000"_s)));
        const auto kept = journal.keptFor(500, u"r"_s, u"+4790000000"_s);
        QCOMPARE(kept->size(), 3);
        QCOMPARE(kept->at(0).event.status, domain::DeliveryStatus::Delivered);
        QCOMPARE(kept->at(1).event.status, domain::DeliveryStatus::WithOperator);
        QCOMPARE(kept->at(2).event.status, domain::DeliveryStatus::Failed);
    }

    void nothingKnownMatchesNoKeptStatus()
    {
        support::TemporaryDatabase database;
        Journal journal(database);
        QVERIFY(journal.addStatus(status(4, {}, {}, u"+4790000000"_s)));
        QVERIFY(journal.addStatus(status(4, 0)));
        QVERIFY(journal.keptFor(0, {}, u"+4790000000"_s)->isEmpty());
    }

    void aSecondOrigIdMeansSentTwice()
    {
        support::TemporaryDatabase database;
        const qint64 campaign = samples::addCampaign(database, 3);
        Journal journal(database);
        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"bulk"_s), {1, 2}));
        QCOMPARE(journal.noteOrigId(1, u"bulk"_s, 500).value(), false);
        QCOMPARE(journal.noteOrigId(1, u"bulk"_s, 500).value(), false);
        QCOMPARE(journal.noteOrigId(2, u"bulk"_s, 501).value(), false); // another number
        QCOMPARE(journal.noteOrigId(1, u"bulk"_s, 502).value(), true);
        QCOMPARE(journal.noteOrigId(3, u"bulk"_s, 503).value(), false); // not of this request
        QCOMPARE(journal.noteOrigId(1, u"unknown"_s, 504).value(), false);
        // Known by the origid of its bulk status from now on (DLR-01).
        QCOMPARE(journal.matching(status(4, 501)).value(), 2);

        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"single"_s), {3}));
        auto accepted = samples::step(3, MessageState::Accepted);
        accepted.gatewayId = 600;
        QVERIFY(journal.apply(accepted));
        QCOMPARE(journal.noteOrigId(3, u"single"_s, 600).value(), false); // the answer's own id
        QCOMPARE(journal.noteOrigId(3, u"single"_s, 601).value(), true);
    }

    void tellsWhatHasWaitedTooLong_data()
    {
        QTest::addColumn<std::optional<int>>("validity");
        QTest::addColumn<std::optional<qint64>>("scheduled");
        QTest::addColumn<qint64>("deadline");
        constexpr qint64 hour = 3'600'000, day = 24 * hour, sent = noon + 1000;
        QTest::newRow("DLR-05 OUT-14 a week and 24 hours after sending")
            << std::optional<int>() << std::optional<qint64>() << sent + 8 * day;
        QTest::newRow("DLR-05 validity and 24 hours after sending")
            << std::optional<int>(60) << std::optional<qint64>() << sent + 25 * hour;
        QTest::newRow("DLR-05 OUT-13 counted from the gateway's schedule")
            << std::optional<int>(60) << std::optional<qint64>(noon + 3 * day) << noon + 3 * day + 25 * hour;
    }
    void tellsWhatHasWaitedTooLong()
    {
        QFETCH(std::optional<int>, validity);
        QFETCH(std::optional<qint64>, scheduled);
        QFETCH(qint64, deadline);
        support::TemporaryDatabase database;
        domain::Campaign plan = samples::campaign();
        plan.options.validityMinutes = validity;
        plan.options.scheduledAtMs = scheduled;
        const qint64 campaign = samples::addCampaign(database, 5, plan);
        Journal journal(database);
        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"r"_s), {1, 2, 3, 4}));
        QVERIFY(journal.apply(samples::step(1, MessageState::Accepted)));
        QVERIFY(journal.apply(samples::step(2, MessageState::WithOperator)));
        QVERIFY(journal.apply(samples::step(3, MessageState::Delivered)));
        QVERIFY(journal.apply(samples::step(4, MessageState::Uncertain)));
        QCOMPARE(journal.awaitingSince(deadline - 1, 10).value(), QList<qint64>());
        QCOMPARE(journal.awaitingSince(deadline, 10).value(), (QList<qint64>{1, 2}));
        QCOMPARE(journal.awaitingSince(deadline, 1).value(), QList<qint64>{1});
    }

    void statusesMakeAGatewayGroupsList()
    {
        support::TemporaryDatabase database;
        domain::Campaign plan = samples::campaign();
        plan.mode = domain::SendMode::GatewayGroup;
        plan.gatewayGroup = u"Kunder"_s;
        const qint64 group = samples::addCampaign(database, 0, plan);
        const qint64 bulk = samples::addCampaign(database, 1);
        Journal journal(database);
        QVERIFY(journal.beginAttempt(samples::attempt(group, u"group"_s), {}));
        QVERIFY(journal.beginAttempt(samples::attempt(bulk, u"bulk"_s), {1}));

        const auto event = status(4, 700, u"group"_s, u"+4741000000"_s);
        QVERIFY(!journal.matching(event)->has_value());
        const auto member = GatewayGroup(database).add(event); // BLK-10
        QVERIFY(member->has_value());
        QCOMPARE(journal.matching(event).value(), *member);
        const auto message = journal.message(**member);
        QCOMPARE(message->campaign, group);
        QCOMPARE(message->number, u"+4741000000"_s);
        QCOMPARE(message->text, plan.text);
        QCOMPARE(message->sender, plan.sender);
        QCOMPARE(message->state, MessageState::Accepted);
        QCOMPARE(message->segments, 1);
        QCOMPARE(message->ref, u"group"_s);
        QCOMPARE(GatewayGroup(database).add(event).value(), *member); // once only
        QCOMPARE(journal.messages(samples::inCampaign(group))->size(), 1);
        QCOMPARE(journal.noteOrigId(**member, u"group"_s, 701).value(), true);

        // BLK-10 is for groups alone, and needs both.
        QVERIFY(!GatewayGroup(database).add(status(4, 1, u"bulk"_s, u"+4741000001"_s))->has_value());
        QVERIFY(!GatewayGroup(database).add(status(4, 1, u"group"_s))->has_value());
        QVERIFY(!GatewayGroup(database).add(status(4, 1, u"unknown"_s, u"+4741000001"_s))->has_value());
        QVERIFY(journal.differences()->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestStatuses)
#include "tst_statuses.moc"
