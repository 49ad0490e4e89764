// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "storage/messagesearch.h"
#include "storage/optoutrepository.h"
#include "storage/statement.h"
#include "storage/wordindex.h"
#include "support/temporarydatabase.h"

#include <QTest>

#include <algorithm>
#include <ctime>
#include <limits>

using namespace Qt::StringLiterals;
using domain::CampaignState;
using domain::MessageState;
using samples::noon;
using storage::CampaignRepository;

class TestCampaignRepository : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEverythingOfACampaign()
    {
        support::TemporaryDatabase database;
        domain::Campaign plan = samples::campaign(u"Åpningstider 'jul'"_s);
        plan.mode = domain::SendMode::GatewayGroup;
        plan.gatewayGroup = u"Kunder Øst"_s;
        plan.reason = domain::PauseReason::answer(7);
        plan.state = CampaignState::Held;
        plan.startAtMs = noon + 1;
        plan.startZone = u"Europe/Oslo"_s;
        plan.catchUpMinutes = 30;
        plan.recipients = 200000;
        plan.segments = 400000;
        plan.costOre = 19'600'000'000;
        plan.options.unicode = true;
        plan.options.flash = true;
        plan.options.scheduledAtMs = noon + 2;
        plan.options.validityMinutes = 90;
        plan.options.protocolId = 65;
        plan.options.priceOre = 500;
        plan.options.reference = u"faktura"_s;
        plan.options.templateType = u"otp"_s;
        plan.options.templateFields = {{u"code"_s, u"1234"_s}, {u"sendername"_s, u"Blåbær & \"Co\""_s}};
        const auto id = CampaignRepository(database).create(plan);
        database.reopen();
        const auto kept = CampaignRepository(database).campaign(*id);
        QVERIFY(kept);
        QCOMPARE(kept->name, plan.name);
        QCOMPARE(kept->account, plan.account);
        QCOMPARE(kept->sender, plan.sender);
        QCOMPARE(kept->text, plan.text);
        QVERIFY(kept->options == plan.options);
        QCOMPARE(kept->mode, plan.mode);
        QCOMPARE(kept->gatewayGroup, plan.gatewayGroup);
        QCOMPARE(kept->state, plan.state);
        QCOMPARE(kept->reason, plan.reason);
        QCOMPARE(kept->createdMs, plan.createdMs);
        QCOMPARE(kept->startAtMs, plan.startAtMs);
        QCOMPARE(kept->startZone, plan.startZone);
        QCOMPARE(kept->catchUpMinutes, plan.catchUpMinutes);
        QCOMPARE(kept->recipients, plan.recipients);
        QCOMPARE(kept->segments, plan.segments);
        QCOMPARE(kept->costOre, plan.costOre);
        QVERIFY(!kept->startedMs && !kept->finishedMs);
    }

    void optionsNotGivenStayNotGiven()
    {
        support::TemporaryDatabase database;
        const auto id = CampaignRepository(database).create(domain::Campaign());
        const auto kept = CampaignRepository(database).campaign(*id);
        QVERIFY(kept->options == domain::SendOptions());
        QVERIFY(!kept->costOre && !kept->startAtMs);
    }

    void keepsMessagesAsPlanned()
    {
        support::TemporaryDatabase database;
        CampaignRepository campaigns(database);
        const auto id = campaigns.create(samples::campaign());
        domain::Message message =
            samples::message(u"+4799999999"_s, u"Hei, Åse 🎉\nlinje to"_s, MessageState::Scheduled);
        message.segments = 2;
        message.row = 17;
        QVERIFY(campaigns.addMessages(*id, {message, samples::message(u"+4799999998"_s)}, noon + 5));
        storage::Journal journal(database);
        const auto kept = journal.message(1);
        QCOMPARE(kept->campaign, *id);
        QCOMPARE(kept->number, message.number);
        QCOMPARE(kept->name, message.name);
        QCOMPARE(kept->sender, message.sender);
        QCOMPARE(kept->text, message.text);
        QCOMPARE(kept->segments, 2);
        QCOMPARE(kept->row, 17);
        QCOMPARE(kept->ref, QString());
        QCOMPARE(kept->sinceMs, noon + 5);
        QCOMPARE(samples::story(journal, 1), u"scheduled: queued"_s);
        QCOMPARE(samples::story(journal, 2), u"queued: queued"_s);
        const auto counts = campaigns.campaign(*id)->counts;
        QCOMPARE(counts[static_cast<int>(MessageState::Scheduled)], 1);
        QCOMPARE(counts[static_cast<int>(MessageState::Queued)], 1);
    }

    void aNumberComesOnceInACampaign()
    {
        support::TemporaryDatabase database;
        const qint64 first = samples::addCampaign(database, 1);
        CampaignRepository campaigns(database);
        QVERIFY(!campaigns.addMessages(first, {samples::message(samples::number(0))}, noon));
        const qint64 second = samples::addCampaign(database, 1); // in another it may
        QVERIFY(second > first);
        domain::Message copy = samples::message(samples::number(0));
        copy.copy = 1; // each row its own message
        QVERIFY(campaigns.addMessages(first, {copy}, noon));
        QVERIFY(!campaigns.addMessages(first, {copy}, noon));
        storage::Journal journal(database);
        const auto both = journal.messages(samples::inCampaign(first)).value();
        QCOMPARE(both.size(), 2);
        QCOMPARE(both.at(1).copy, 1);
        QVERIFY(*journal.sharesItsNumber(both.at(0)));
        const auto other = journal.messages(samples::inCampaign(second)).value();
        QVERIFY(!*journal.sharesItsNumber(other.constFirst()));
    }

    void startAndFinishAreRemembered()
    {
        support::TemporaryDatabase database;
        CampaignRepository campaigns(database);
        const auto id = campaigns.create(samples::campaign());
        QVERIFY(campaigns.setState(*id, CampaignState::Running, {}, noon + 1));
        QVERIFY(campaigns.setState(*id, CampaignState::Paused, domain::PauseReason::answer(7), noon + 2));
        QCOMPARE(campaigns.campaign(*id)->reason, domain::PauseReason::answer(7));
        QVERIFY(!campaigns.campaign(*id)->finishedMs);
        QVERIFY(campaigns.setState(*id, CampaignState::Running, {}, noon + 3));
        QVERIFY(campaigns.setState(*id, CampaignState::Finished, {}, noon + 4));
        const auto kept = campaigns.campaign(*id);
        QCOMPARE(kept->startedMs, noon + 1);
        QCOMPARE(kept->finishedMs, noon + 4);
        QCOMPARE(kept->reason, domain::PauseReason());
        QCOMPARE(campaigns.setState(99, CampaignState::Paused, {}, 1).error().code,
                 base::ErrorCode::NotFound);
        QCOMPARE(campaigns.campaign(99).error().code, base::ErrorCode::NotFound);
    }

    void onlyAPlanIsDiscarded()
    {
        support::TemporaryDatabase database;
        CampaignRepository campaigns(database);
        const qint64 planned = samples::addCampaign(database, 3);
        const qint64 started = samples::addCampaign(database, 2);
        QVERIFY(campaigns.setState(started, CampaignState::Running, {}, noon));
        QVERIFY(storage::MessageSearch(database).advance(2));
        QCOMPARE(campaigns.hidePlan(started).error().code, base::ErrorCode::WrongState);
        QVERIFY(campaigns.hidePlan(planned));
        QCOMPARE(campaigns.campaign(planned).error().code, base::ErrorCode::NotFound);
        QCOMPARE(campaigns.campaigns()->size(), 1);
        QCOMPARE(campaigns.dropSome(planned, 2).value(), true);
        QCOMPARE(campaigns.dropSome(planned, 2).value(), true);
        QCOMPARE(campaigns.dropSome(planned, 2).value(), false);
        QCOMPARE(campaigns.dropSome(started, 2).value(), false); // nobody may drop it
        storage::Journal journal(database);
        QCOMPARE(journal.messages({})->size(), 2);
        QVERIFY(journal.differences()->isEmpty());
        const storage::WordIndex index(database.database().dialect());
        QCOMPARE(storage::selectNumber(database,
                                       u"SELECT count(*) FROM message_search WHERE "_s + index.matches(),
                                       index.query({u"kari"_s}))
                     .value(),
                 0);
        QVERIFY(campaigns.setMode(started, domain::SendMode::Bulk));
        QCOMPARE(campaigns.campaign(started)->mode, domain::SendMode::Bulk);
        QCOMPARE(campaigns.setMode(planned, domain::SendMode::Bulk).error().code, base::ErrorCode::NotFound);
    }

    void listsNewestFirst()
    {
        support::TemporaryDatabase database;
        CampaignRepository campaigns(database);
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            samples::addCampaign(database, 2, samples::campaign(name));
        QVERIFY(campaigns.setState(2, CampaignState::Running, {}, noon));
        const auto all = campaigns.campaigns();
        QCOMPARE(all->size(), 3);
        QCOMPARE(all->constFirst().name, u"c"_s);
        QCOMPARE(all->at(1).counts[static_cast<int>(MessageState::Queued)], 2);
        const auto running = campaigns.withState(CampaignState::Running);
        QCOMPARE(running->size(), 1);
        QCOMPARE(running->constFirst().name, u"b"_s);
        QCOMPARE(running->constFirst().counts[static_cast<int>(MessageState::Queued)], 2);
    }

    void keepsTotalsSkippedRowsAndHistory()
    {
        support::TemporaryDatabase database;
        CampaignRepository campaigns(database);
        const auto id = campaigns.create(samples::campaign());
        QVERIFY(campaigns.setTotals(*id, 3, 6, 294));
        QCOMPARE(campaigns.campaign(*id)->recipients, 3);
        QCOMPARE(campaigns.campaign(*id)->segments, 6);
        QCOMPARE(campaigns.campaign(*id)->costOre, 294);
        QVERIFY(campaigns.setTotals(*id, 3, 6, std::nullopt));
        QVERIFY(!campaigns.campaign(*id)->costOre);

        const domain::Skipped missing{12, u"90 00 00 00"_s, domain::SkipReason::MissingField, u"navn"_s};
        QVERIFY(campaigns.addSkipped(
            *id, {{3, u"4,79E+10"_s, domain::SkipReason::ScientificNotation, {}}, missing}));
        const auto skipped = campaigns.skipped(*id);
        QCOMPARE(skipped->size(), 2);
        QCOMPARE(skipped->at(0).reason, domain::SkipReason::ScientificNotation);
        QCOMPARE(skipped->at(1).row, 12);
        QCOMPARE(skipped->at(1).input, u"90 00 00 00"_s);
        QCOMPARE(skipped->at(1).detail, u"navn"_s);

        QVERIFY(campaigns.addHistory({noon, u"Kari"_s, *id, domain::HistoryKind::Created, {}, {}}));
        QVERIFY(
            campaigns.addHistory({noon + 1, u"Ola"_s, *id, domain::HistoryKind::Started, u"--yes"_s, {}}));
        const auto history = campaigns.history(*id);
        QCOMPARE(history->size(), 2);
        QCOMPARE(history->at(1).who, u"Ola"_s);
        QCOMPARE(history->at(1).what, domain::HistoryKind::Started);
        QCOMPARE(history->at(1).detail, u"--yes"_s);
        QCOMPARE(history->at(1).atMs, noon + 1);
    }

    void theLargestStartedCampaignOfAnAccount()
    {
        support::TemporaryDatabase database;
        CampaignRepository campaigns(database);
        domain::Campaign other = samples::campaign();
        other.account = u"other"_s;
        const QList<domain::Campaign> plans{samples::campaign(), samples::campaign(), samples::campaign(),
                                            other};
        const QList<qint64> sizes{100, 300, 900, 5000};
        for (int i = 0; i < 4; ++i) {
            const auto id = campaigns.create(plans.at(i));
            QVERIFY(campaigns.setTotals(*id, sizes.at(i), 1, {}));
            if (i != 2)
                QVERIFY(campaigns.setState(*id, CampaignState::Running, {}, noon));
        }
        QCOMPARE(campaigns.largestCampaign(u"default"_s, 0).value(), 300);
        QCOMPARE(campaigns.largestCampaign(u"default"_s, 2).value(), 100);
        QCOMPARE(campaigns.largestCampaign(u"nobody"_s, 0).value(), 0);
    }

    void countsTheSmsWhoseSendingBegan()
    {
        support::TemporaryDatabase database;
        CampaignRepository campaigns(database);
        const qint64 campaign = samples::addCampaign(database, 4);
        domain::Campaign plan = samples::campaign();
        plan.account = u"other"_s;
        const qint64 other = samples::addCampaign(database, 1, plan);
        domain::Message wide = samples::message(u"+4741000000"_s);
        wide.segments = 3;
        QVERIFY(campaigns.addMessages(campaign, {wide}, noon)); // message 6
        storage::Journal journal(database);
        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"a"_s, noon + 1000), {1, 6}));
        constexpr qint64 quarter = 15 * 60 * 1000;
        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"b"_s, noon + quarter), {2}));
        QVERIFY(journal.beginAttempt(samples::attempt(other, u"c"_s, noon + 2000), {5}));
        QCOMPARE(campaigns.segmentsSentSince(u"default"_s, noon).value(), 5);
        QCOMPARE(campaigns.segmentsSentSince(u"default"_s, noon + quarter).value(), 1);
        QCOMPARE(campaigns.segmentsSentSince(u"other"_s, noon).value(), 1);
        QVERIFY(journal.apply(samples::step(6, MessageState::Queued))); // proven unsent
        QCOMPARE(campaigns.segmentsSentSince(u"default"_s, noon).value(), 2);
        QVERIFY(journal.apply(samples::step(1, MessageState::Uncertain)));
        QVERIFY(journal.apply(samples::step(1, MessageState::Queued))); // sent again, by a decision
        QCOMPARE(campaigns.segmentsSentSince(u"default"_s, noon).value(), 2);
        // The first one may have gone out too.
        QVERIFY(journal.beginAttempt(samples::attempt(campaign, u"d"_s, noon + 2 * quarter), {1}));
        QCOMPARE(campaigns.segmentsSentSince(u"default"_s, noon).value(), 3);
        QVERIFY(journal.apply(samples::step(1, MessageState::Queued)));
        QCOMPARE(campaigns.segmentsSentSince(u"default"_s, noon).value(), 2);
        QCOMPARE(campaigns.segmentsSentSince(u"default"_s, noon + quarter).value(), 1);
    }

    void countsWhoGotTheSameTextBefore()
    {
        support::TemporaryDatabase database;
        CampaignRepository campaigns(database);
        storage::Journal journal(database);
        const qint64 before = samples::addCampaign(database, 5); // ids 1 to 5
        QVERIFY(journal.beginAttempt(samples::attempt(before, u"a"_s, noon), {1, 2, 3}));
        QVERIFY(journal.apply(samples::step(2, MessageState::Delivered)));
        QVERIFY(journal.apply(samples::step(3, MessageState::Refused)));
        const qint64 again = samples::addCampaign(database, 10);
        QCOMPARE(campaigns.repeatedSince(again, noon).value(), 2);
        QCOMPARE(campaigns.repeatedSince(again, noon + 1).value(), 0);
        QVERIFY(journal.apply(samples::step(6, MessageState::Cancelled))); // one of the two waits no more
        QCOMPARE(campaigns.repeatedSince(again, noon).value(), 1);
        domain::Campaign plan = samples::campaign();
        plan.text = u"Noe annet"_s;
        QCOMPARE(campaigns.repeatedSince(samples::addCampaign(database, 10, plan), noon).value(), 0);
        QCOMPARE(campaigns.repeatedSince(before, 0).value(), 0); // not against itself
    }

    // With as many messages to each of them as the rows of a list say, 16 times the rows took 250 times the
    // time.
    void howManyMessagesANumberHasDoesNotMatterToThat()
    {
        support::TemporaryDatabase database;
        CampaignRepository campaigns(database);
        const auto toOneNumber = [&database, &campaigns](int rows) {
            QList<domain::Message> messages;
            for (int i = 0; i < rows; ++i) {
                messages.append(samples::message(samples::number(rows), u"Faktura %1"_s.arg(i)));
                messages.last().copy = i;
            }
            const qint64 id = samples::addCampaign(database, 1);
            storage::Transaction transaction(database);
            return transaction.begin() && campaigns.addMessages(id, messages, noon) && transaction.commit()
                       ? id
                       : qint64(0);
        };
        const auto leastTicks = [&campaigns](qint64 id) {
            std::clock_t least = std::numeric_limits<std::clock_t>::max();
            for (int i = 0; i < 5; ++i) {
                const std::clock_t begun = std::clock();
                const auto repeated = campaigns.repeatedSince(id, noon);
                if (!repeated || *repeated != 0)
                    return std::clock_t(0);
                least = std::min(least, std::clock() - begun);
            }
            return std::max(std::clock_t(1), least);
        };
        const std::clock_t few = leastTicks(toOneNumber(250));
        const std::clock_t many = leastTicks(toOneNumber(4000));
        QVERIFY(few > 0 && many > 0);
        QVERIFY2(many < 64 * few, qPrintable(u"%1 and %2 ticks"_s.arg(few).arg(many)));
    }

    void optOutsStayOptedOut()
    {
        support::TemporaryDatabase database;
        storage::OptOutRepository optOuts(database);
        QCOMPARE(optOuts.add({u"+4790000001"_s, noon, domain::OptOutSource::Keyword}).value(), true);
        QCOMPARE(optOuts.add({u"+4790000001"_s, noon + 1, domain::OptOutSource::Person}).value(), false);
        QCOMPARE(optOuts.add({u"+4790000002"_s, noon + 2, domain::OptOutSource::Person}).value(), true);
        database.reopen();
        storage::OptOutRepository reopened(database);
        QCOMPARE(reopened.contains(u"+4790000001"_s).value(), true);
        QCOMPARE(reopened.contains(u"+479000000"_s).value(), false);
        QCOMPARE(reopened.among({u"+4790000000"_s, u"+4790000002"_s}).value(),
                 QSet<QString>{u"+4790000002"_s});
        const auto list = reopened.list();
        QCOMPARE(list->size(), 2);
        QCOMPARE(list->constFirst().number, u"+4790000001"_s);
        QCOMPARE(list->constFirst().source, domain::OptOutSource::Keyword);
        QCOMPARE(list->constFirst().atMs, noon);
        QCOMPARE(reopened.remove(u"+4790000001"_s, noon + 3).value(), true);
        QCOMPARE(reopened.remove(u"+4790000001"_s, noon + 4).value(), false);
        QCOMPARE(reopened.contains(u"+4790000001"_s).value(), false);
    }
};

QTEST_GUILESS_MAIN(TestCampaignRepository)
#include "tst_campaignrepository.moc"
