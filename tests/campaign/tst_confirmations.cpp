// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/confirmations.h"
#include "support/patience.h"

#include "campaign/sentmessages.h"
#include "campaign/statusprojector.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using domain::MessageState;
using domain::SendMode;
using support::SendingPlace;
using support::sent;

class TestConfirmations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silenceBecomesNoConfirmation_data()
    {
        QTest::addColumn<std::optional<int>>("validityMinutes");
        QTest::addColumn<qint64>("afterMinutes");
        QTest::newRow("DLR-05 after a week and a day") << std::optional<int>() << qint64(8 * 24 * 60);
        QTest::newRow("DLR-05 after the validity and a day") << std::optional(60) << qint64(25 * 60);
    }
    void silenceBecomesNoConfirmation()
    {
        QFETCH(std::optional<int>, validityMinutes);
        QFETCH(qint64, afterMinutes);
        SendingPlace place;
        domain::SendOptions options;
        options.validityMinutes = validityMinutes;
        const auto campaign = place.planned(5, SendMode::Bulk, options);
        const auto messages = place.messages(campaign.id);
        sent(place, campaign.id, {messages[0]}, u"r~0"_s, MessageState::Accepted, true);
        sent(place, campaign.id, {messages[1]}, u"r~1"_s, MessageState::WithOperator, true);
        sent(place, campaign.id, {messages[2]}, u"r~2"_s, MessageState::Delivered, true);
        sent(place, campaign.id, {messages[3]}, u"r~3"_s, MessageState::Uncertain, false);

        campaign::Confirmations confirmations(*place.database, *place.commits, place.clock,
                                              [] { return true; });
        QSignalSpy changed(&confirmations, &campaign::Confirmations::messagesChanged);
        place.clock.advance(afterMinutes * 60'000 - 1);
        confirmations.check();
        SendingPlace::settle();
        QCOMPARE(place.states(campaign.id), u"accepted withOperator delivered uncertain queued"_s);
        QCOMPARE(changed.size(), 0);

        place.clock.advance(1);
        confirmations.check();
        SendingPlace::settle();
        QCOMPARE(place.states(campaign.id), u"noConfirmation noConfirmation delivered uncertain queued"_s);
        QCOMPARE(changed.size(), 1);

        campaign::StatusProjector projector(*place.database, *place.commits, place.clock);
        domain::StatusEvent late; // still counts
        late.status = domain::DeliveryStatus::Delivered;
        late.origId = 145001;
        projector.take(late, {});
        QVERIFY(projector.drain());
        QCOMPARE(place.states(campaign.id), u"delivered noConfirmation delivered uncertain queued"_s);
        QVERIFY(storage::Journal(*place.database).differences()->isEmpty());
    }

    void manyAreMovedInBatchesBetweenWhichOthersHaveTheirTurn()
    {
        SendingPlace place;
        const auto campaign = place.planned(130, SendMode::Bulk);
        sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, MessageState::Accepted, false);
        place.clock.advance(9LL * 24 * 60 * 60 * 1000);
        campaign::Confirmations confirmations(*place.database, *place.commits, place.clock,
                                              [] { return true; });
        QSignalSpy changed(&confirmations, &campaign::Confirmations::messagesChanged);
        confirmations.check();
        place.commits->flush();
        QCOMPARE(place.count(campaign.id, MessageState::NoConfirmation), 50);
        place.commits->flush(); // the next batch does not wait in it
        QCOMPARE(place.count(campaign.id, MessageState::NoConfirmation), 50);
        QTRY_COMPARE(place.count(campaign.id, MessageState::NoConfirmation), 130);
        QTRY_COMPARE(changed.size(), 3);
    }

    // One wrong reading of the clock says nothing about what the gateway has not told yet.
    void whileTheClockIsNotBelievedNothingIsDue()
    {
        SendingPlace place;
        const auto campaign = place.planned(2, SendMode::Bulk);
        sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, MessageState::Accepted, false);
        bool believed = false;
        campaign::Confirmations confirmations(*place.database, *place.commits, place.clock,
                                              [&believed] { return believed; });
        place.clock.advance(800LL * 24 * 60 * 60 * 1000);
        confirmations.check();
        SendingPlace::settle();
        QCOMPARE(place.states(campaign.id), u"accepted accepted"_s);
        believed = true;
        confirmations.check();
        SendingPlace::settle();
        QCOMPARE(place.states(campaign.id), u"noConfirmation noConfirmation"_s);
    }
};

QTEST_GUILESS_MAIN(TestConfirmations)
#include "tst_confirmations.moc"
