// SPDX-License-Identifier: GPL-3.0-or-later
// A status is durable before it is answered, and becomes a state afterwards, whatever happens between.
#include "campaign/projecting.h"
#include "campaign/sentmessages.h"
#include "campaign/transitions.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/databasefaults.h"
#include "support/patience.h"

using namespace Qt::StringLiterals;
using campaign::StatusProjector;
using domain::MessageState;
using domain::SendMode;
using domain::StatusEvent;
using support::SendingPlace;
using support::sent;
using support::status;
using support::Statuses;

class TestDurableStatuses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEventIsDurableBeforeItIsAnswered()
    {
        SendingPlace place;
        const auto reader = place.open(storage::OpenMode::ReadOnly);
        QVERIFY(reader.ok());
        StatusProjector projector(*place.database, *place.commits, place.clock);
        int seen = 0;
        projector.take(status(4, 77), [&](bool ok) {
            QVERIFY(ok);
            seen = static_cast<int>(storage::Arrivals(*reader.value()).after({}, 10)->size());
        });
        QCOMPARE(seen, 0); // never from inside the call
        SendingPlace::settle();
        QCOMPARE(seen, 1);
    }

    void whatCannotBeStoredIsNotAnsweredAsStored()
    {
        SendingPlace place;
        const auto blocker = place.open(storage::OpenMode::ReadWrite);
        QVERIFY(blocker.ok());
        storage::Transaction lock(*blocker.value());
        QVERIFY(lock.begin().ok());
        QVERIFY(support::beImpatient(*place.database).ok());
        Statuses statuses(place);
        statuses.take(status(4, 77));
        QCOMPARE(statuses.stored, QList<bool>{false});
    }

    void theEventIsKeptWhateverBecomesOfItsProjection()
    {
        SendingPlace place;
        const auto campaign = place.planned(1);
        sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, MessageState::Accepted, true);
        QVERIFY(support::refuse(*place.database, u"UPDATE ON message"_s).ok());
        Statuses statuses(place);
        statuses.take(status(4, 145001));
        QCOMPARE(statuses.stored, QList<bool>{true});
        QCOMPARE(statuses.changed.size(), 0);
        QCOMPARE(place.states(campaign.id), u"accepted"_s);
        QCOMPARE(storage::Journal(*place.database).keptFor(145001, {}, {})->size(), 1);
    }

    void theAnswerWaitsForNoProjection()
    {
        SendingPlace place;
        const auto campaign = place.planned(1);
        sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, MessageState::Accepted, true);
        StatusProjector projector(*place.database, *place.commits, place.clock);
        bool stored = false;
        projector.take(status(4, 145001), [&](bool ok) {
            stored = ok;
            QCOMPARE(place.states(campaign.id), u"accepted"_s);
            QCOMPARE(storage::Arrivals(*place.database).after({}, 10)->constFirst().message, 1);
        });
        place.commits->flush();
        QVERIFY(stored);
        QTRY_COMPARE_WITH_TIMEOUT(place.states(campaign.id), u"delivered"_s, 1000);
        QVERIFY(!storage::Arrivals(*place.database).any().value());
    }

    void whatADeadProcessLeftIsProjectedByTheNextOne()
    {
        SendingPlace place;
        const auto campaign = place.planned(2);
        const auto messages = place.messages(campaign.id);
        sent(place, campaign.id, {messages[0]}, u"r~1"_s, MessageState::Accepted, true);
        sent(place, campaign.id, {messages[1]}, u"r~2"_s, std::nullopt, false);
        {
            StatusProjector dead(*place.database, *place.commits, place.clock);
            dead.take(status(4, 145001), {});
            dead.take(status(5, 77, u"r~2"_s, support::numberAt(1)), {});
            dead.take(status(4, 145001), {}); // DLR-07
            place.commits->flush();
        }
        QCOMPARE(place.states(campaign.id), u"accepted sending"_s);
        StatusProjector next(*place.database, *place.commits, place.clock);
        QVERIFY(next.drain());
        QCOMPARE(place.states(campaign.id), u"delivered failed"_s);
        QVERIFY(!storage::Arrivals(*place.database).any().value());
        QCOMPARE(place.eventDetails(1).filter(u"status"_s).size(), 1);
    }

    void theyAreTakenInTheOrderOfTheirMessages()
    {
        SendingPlace place;
        const auto campaign = place.planned(4, SendMode::Bulk);
        sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, MessageState::Accepted, false);
        place.write([&] {
            storage::Arrivals arrivals(*place.database);
            for (const int person : {3, 0, 2, 1})
                QVERIFY(arrivals.append(status(4, 100 + person, u"r~1"_s, support::numberAt(person))));
        });
        storage::Arrival at;
        const auto portion = [&](int most) {
            QList<qint64> taken;
            place.write([&] {
                const auto projected = campaign::projectArrivals(*place.database, at, most).value();
                for (const auto &changed : projected.changed)
                    taken.append(changed.message);
            });
            return taken;
        };
        QCOMPARE(portion(3), (QList<qint64>{1, 2, 3}));
        // What comes in behind the place waits until it has come round.
        place.write([&] {
            QVERIFY(
                storage::Arrivals(*place.database).append(status(5, 100, u"r~1"_s, support::numberAt(0))));
        });
        QCOMPARE(portion(3), QList<qint64>{4});
        QCOMPARE(portion(3), QList<qint64>{1});
        QCOMPARE(portion(3), QList<qint64>());
    }

    // The one whose id nobody knows yet waits for the one that names it with its request.
    void oneOfThemMayTellWhoseAnotherIs()
    {
        SendingPlace place;
        const auto campaign = place.planned(2, SendMode::Bulk);
        sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, MessageState::Accepted, false);
        StatusProjector projector(*place.database, *place.commits, place.clock);
        projector.take(status(4, 77), {});
        projector.take(status(-1, 77, u"r~1"_s, support::numberAt(1)), {});
        QVERIFY(projector.drain());
        QCOMPARE(place.states(campaign.id), u"accepted delivered"_s);
    }

    void oneThatCannotBeProjectedHarmsNoOther()
    {
        SendingPlace place;
        const auto campaign = place.planned(3, SendMode::Bulk);
        sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, MessageState::Accepted, false);
        QVERIFY(support::refuse(*place.database, u"UPDATE ON message"_s, u"NEW.id = 2"_s).ok());
        Statuses statuses(place);
        for (int person = 0; person < 3; ++person)
            statuses.take(status(4, 100 + person, u"r~1"_s, support::numberAt(person)));
        QCOMPARE(place.states(campaign.id), u"delivered accepted delivered"_s);
        QCOMPARE(storage::Journal(*place.database).keptFor(101, {}, {})->size(), 1);
        QVERIFY(!storage::Arrivals(*place.database).any().value());
    }
};

QTEST_GUILESS_MAIN(TestDurableStatuses)
#include "tst_durablestatuses.moc"
