// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decides about messages that stopped short.
#include "engine/campaigns.h"
#include "engine/decisions.h"
#include "engine/office.h"
#include "engine/planning.h"
#include "engine/reception.h"
#include "receiver/receiver.h"
#include "storage/arrivals.h"

using namespace Qt::StringLiterals;
using domain::CampaignState;
using domain::MessageState;

class TestDecisions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void uncertainOnesAreDecidedAtOnceOrOneByOne_data()
    {
        QTest::addColumn<campaign::Decision>("decision");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QList<MessageState>>("states");
        QTest::addColumn<domain::HistoryKind>("noted");
        using States = QList<MessageState>;
        QTest::newRow("all are sent again")
            << campaign::Decision::SendAgain << QString()
            << States{MessageState::Queued, MessageState::Queued} << domain::HistoryKind::SendAgain;
        QTest::newRow("all are taken as sent")
            << campaign::Decision::TreatAsSent << QString()
            << States{MessageState::Accepted, MessageState::Accepted} << domain::HistoryKind::TreatAsSent;
        QTest::newRow("one is sent again")
            << campaign::Decision::SendAgain << u"+4799999992"_s
            << States{MessageState::Uncertain, MessageState::Queued} << domain::HistoryKind::SendAgain;
    }
    void uncertainOnesAreDecidedAtOnceOrOneByOne()
    {
        QFETCH(campaign::Decision, decision);
        QFETCH(QString, number);
        QFETCH(QList<MessageState>, states);
        QFETCH(domain::HistoryKind, noted);
        support::Office office;
        const qint64 id = stoppedWith(office, MessageState::Uncertain);
        const auto count = office.engine->decisions().resolve(id, decision, number);
        QVERIFY(count.ok());
        QCOMPARE(*count, number.isEmpty() ? 2 : 1);
        QCOMPARE(statesOf(office, id), states);
        const auto history = storage::CampaignRepository(office.engine->database()).history(id).value();
        QCOMPARE(history.constLast().what, noted);
        QCOMPARE(history.constLast().detail, number);
    }

    void aStatusThatHasComeInIsHeardFirst_data()
    {
        QTest::addColumn<MessageState>("state");
        QTest::addColumn<std::function<qint64(engine::Decisions &, qint64)>>("decide");
        using Decide = std::function<qint64(engine::Decisions &, qint64)>;
        QTest::newRow("send again")
            << MessageState::Uncertain << Decide([](engine::Decisions &decisions, qint64 id) {
                   return decisions.resolve(id, campaign::Decision::SendAgain).value();
               });
        QTest::newRow("retry") << MessageState::Failed << Decide([](engine::Decisions &decisions, qint64 id) {
            return decisions.retryFailed(id).value();
        });
    }
    void aStatusThatHasComeInIsHeardFirst()
    {
        QFETCH(MessageState, state);
        QFETCH(std::function<qint64(engine::Decisions &, qint64)>, decide);
        support::Office office;
        const qint64 id = stoppedWith(office, state, 145000);
        domain::StatusEvent event;
        event.status = domain::DeliveryStatus::Delivered;
        event.origId = 145000;
        office.engine->reception().sink().status(event, [](bool) {});
        QCOMPARE(decide(office.engine->decisions(), id), 1);
        QCOMPARE(statesOf(office, id), (QList{MessageState::Delivered, MessageState::Queued}));
    }

    void whatWaitedWhenTheProgramDiedIsKnownWhenItOpens()
    {
        support::Office office;
        const qint64 id = stoppedWith(office, MessageState::Uncertain, 145000);
        domain::StatusEvent event;
        event.status = domain::DeliveryStatus::Delivered;
        event.origId = 145000;
        office.engine.reset();
        {
            const auto database = storage::Database::open(office.profile->databaseFile(),
                                                          storage::OpenMode::ReadWrite, office.clock);
            QVERIFY(database.ok());
            QVERIFY(storage::Arrivals(*database.value()).append(event).ok());
        }
        office.open();
        QCOMPARE(statesOf(office, id), (QList{MessageState::Delivered, MessageState::Uncertain}));
    }

    void duplicatesAreDecidedByThemselves()
    {
        support::Office office;
        const qint64 id = stoppedWith(office, MessageState::Duplicate);
        auto &decisions = office.engine->decisions();
        QCOMPARE(decisions.resolve(id, campaign::Decision::SendAgain).value(), 0); // not uncertain
        QCOMPARE(
            decisions.resolve(id, campaign::Decision::TreatAsSent, u"+4799999991"_s, MessageState::Duplicate)
                .value(),
            1);
        QCOMPARE(decisions.resolve(id, campaign::Decision::SendAgain, {}, MessageState::Duplicate).value(),
                 1);
        QCOMPARE(statesOf(office, id), (QList{MessageState::Accepted, MessageState::Queued}));
        QVERIFY(!decisions.resolve(id, campaign::Decision::SendAgain, {}, MessageState::Failed).ok());
    }

    void whatIsDecidedTwiceChangesNothing()
    {
        support::Office office;
        const qint64 id = stoppedWith(office, MessageState::Uncertain);
        QVERIFY(office.engine->decisions().resolve(id, campaign::Decision::TreatAsSent).ok());
        const auto again = office.engine->decisions().resolve(id, campaign::Decision::SendAgain);
        QVERIFY(again.ok());
        QCOMPARE(*again, 0);
    }

    void failedAndRefusedOnesAreQueuedAgainAndWaitForResume_data()
    {
        QTest::addColumn<MessageState>("state");
        QTest::newRow("failed") << MessageState::Failed;
        QTest::newRow("refused") << MessageState::Refused;
    }
    void failedAndRefusedOnesAreQueuedAgainAndWaitForResume()
    {
        QFETCH(MessageState, state);
        support::Office office;
        const qint64 id = stoppedWith(office, state);
        const auto count = office.engine->decisions().retryFailed(id);
        QVERIFY(count.ok());
        QCOMPARE(*count, 2);
        QCOMPARE(office.campaign(id).state, CampaignState::Paused);
        QCOMPARE(statesOf(office, id), (QList{MessageState::Queued, MessageState::Queued}));
    }

    void heldOnesAreReleased()
    {
        support::Office office;
        const qint64 id = stoppedWith(office, MessageState::Held);
        QVERIFY(released(office, id));
        QCOMPARE(statesOf(office, id), (QList{MessageState::Queued, MessageState::Queued}));
    }

    void whatWasAcceptedIsNotSentAgain()
    {
        support::Office office;
        const qint64 id = stoppedWith(office, MessageState::Accepted);
        QCOMPARE(office.engine->decisions().retryFailed(id).value(), 0);
        QVERIFY(released(office, id));
        QCOMPARE(office.engine->decisions().resolve(id, campaign::Decision::SendAgain).value(), 0);
        QCOMPARE(statesOf(office, id), (QList{MessageState::Accepted, MessageState::Accepted}));
    }

private:
    // A campaign of two messages that both came to this state.
    static qint64 stoppedWith(support::Office &office, MessageState state, qint64 firstGatewayId = 0)
    {
        engine::Draft draft;
        draft.sender = u"Firmanavn"_s;
        draft.text = u"Hei"_s;
        draft.recipients.typed = {u"99999991"_s, u"99999992"_s};
        const qint64 id = office.planned(draft).value().campaign;
        storage::Transaction transaction(office.engine->database());
        storage::Step step;
        step.to = state;
        step.kind = domain::EventKind::Answer;
        step.atMs = office.clock.nowMs();
        if (!transaction.begin() ||
            !storage::Journal(office.engine->database()).moveAll(id, {MessageState::Queued}, step))
            qFatal("not moved");
        if (firstGatewayId > 0) {
            step.message = 1;
            step.gatewayId = firstGatewayId;
            if (!storage::Journal(office.engine->database()).apply(step))
                qFatal("no id");
        }
        if (!transaction.commit())
            qFatal("not committed");
        return id;
    }
    static bool released(support::Office &office, qint64 id)
    {
        bool good = false;
        office.engine->decisions().release(id, engine::Unfetched::Ask,
                                           [&](const base::Result<void> &result) { good = result.ok(); });
        return good;
    }
    static QList<MessageState> statesOf(support::Office &office, qint64 id)
    {
        QList<MessageState> states;
        storage::MessageFilter filter;
        filter.campaign = id;
        for (const domain::Message &message :
             storage::Journal(office.engine->database()).messages(filter).value())
            states.append(message.state);
        return states;
    }
};

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
