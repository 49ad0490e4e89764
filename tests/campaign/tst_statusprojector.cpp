// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/projecting.h"
#include "campaign/sentmessages.h"
#include "campaign/transitions.h"
#include "storage/arrivals.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/patience.h"

#include <QRandomGenerator>
#include <QTimer>

using namespace Qt::StringLiterals;
using campaign::StatusProjector;
using domain::MessageState;
using domain::SendMode;
using domain::StatusEvent;
using support::SendingPlace;
using support::sent;
using support::status;
using support::Statuses;

class TestStatusProjector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matched_data()
    {
        QTest::addColumn<StatusEvent>("event");
        QTest::addColumn<QString>("states"); // of two accepted messages with ids 145001 and 145002
        const QString first = support::numberAt(0);
        const QString second = support::numberAt(1);
        QTest::newRow("DLR-01 by origid") << status(4, 145001) << u"delivered accepted"_s;
        QTest::newRow("DLR-02 by ref and number")
            << status(-1, 145002, u"r~2"_s, second) << u"accepted withOperator"_s;
        QTest::newRow("DLR-02 ref and number weigh more than origid")
            << status(5, 145001, u"r~2"_s, second) << u"accepted failed"_s;
        QTest::newRow("an unknown ref, but a known origid")
            << status(4, 145001, u"other"_s, first) << u"delivered accepted"_s;
        QTest::newRow("DLR-06 nothing fits") << status(4, 999) << u"accepted accepted"_s;
    }
    void matched()
    {
        QFETCH(StatusEvent, event);
        SendingPlace place;
        const auto campaign = place.planned(2);
        const auto messages = place.messages(campaign.id);
        sent(place, campaign.id, {messages[0]}, u"r~1"_s, MessageState::Accepted, true);
        sent(place, campaign.id, {messages[1]}, u"r~2"_s, MessageState::Accepted, true);
        Statuses statuses(place);
        statuses.take(event);
        QCOMPARE(statuses.stored, QList<bool>{true});
        QTEST(place.states(campaign.id), "states");
        QCOMPARE(statuses.changed.size(), event.origId == 999 ? 0 : 1);
    }

    void aReferenceInAnotherCharacterSetIsKnownByItsRandomPart_data()
    {
        QTest::addColumn<QString>("came");
        QTest::addColumn<QString>("states");
        const QString random = u"~0123456789abcdefghijkl"_s;
        QTest::newRow("DLR-02 as it was sent") << u"Påminnelse"_s + random << u"delivered"_s;
        QTest::newRow("DLR-02 UTF-8 taken for Latin-1") << u"PÃ¥minnelse"_s + random << u"delivered"_s;
        QTest::newRow("DLR-02 a question mark") << u"P?minnelse"_s + random << u"delivered"_s;
        QTest::newRow("DLR-02 U+FFFD") << u"P\ufffdminnelse"_s + random << u"delivered"_s;
        QTest::newRow("DLR-02 another one") << u"Påminnelse~0123456789abcdefghijkL"_s << u"accepted"_s;
        QTest::newRow("DLR-02 without its random part") << u"Påminnelse"_s << u"accepted"_s;
    }
    void aReferenceInAnotherCharacterSetIsKnownByItsRandomPart()
    {
        QFETCH(QString, came);
        SendingPlace place;
        const auto campaign = place.planned(1);
        sent(place, campaign.id, place.messages(campaign.id), u"Påminnelse~0123456789abcdefghijkl"_s,
             MessageState::Accepted, false);
        Statuses statuses(place);
        statuses.take(status(4, 77, came, support::numberAt(0)));
        QCOMPARE(statuses.stored, QList<bool>{true});
        QTEST(place.states(campaign.id), "states");
        // The same one in yet another form is the same: noted once, and no second id.
        statuses.take(status(4, 77, u"Paminnelse~0123456789abcdefghijkl"_s, support::numberAt(0)));
        QCOMPARE(statuses.twice.size(), 0);
    }

    void aStatusThatTheDescriptionLacksIsShownAndChangesNothing_data()
    {
        QTest::addColumn<int>("value");
        QTest::newRow("DLR-03 status 0") << 0;
        QTest::newRow("DLR-03 status 7") << 7;
        QTest::newRow("DLR-03 status -2") << -2;
    }
    void aStatusThatTheDescriptionLacksIsShownAndChangesNothing()
    {
        QFETCH(int, value);
        SendingPlace place;
        const auto campaign = place.planned(1);
        sent(place, campaign.id, place.messages(campaign.id), u"~r"_s, MessageState::Uncertain, false);
        Statuses statuses(place);
        statuses.take(status(value, 999, u"~r"_s, support::numberAt(0)));
        QCOMPARE(statuses.stored, QList<bool>{true});
        QCOMPARE(place.states(campaign.id), u"uncertain"_s);
        const domain::Message message = place.message(campaign.id, 0);
        const auto events = storage::Journal(*place.database).events(message.id).value();
        QCOMPARE(events.constLast().status, domain::DeliveryStatus(value));
        statuses.take(status(4, 145001, u"~r"_s, support::numberAt(0)));
        QCOMPARE(place.states(campaign.id), u"delivered"_s);
        QCOMPARE(statuses.twice.size(), 0); // the unknown one proved no id
    }

    void anUnknownStatusMakesNobodyAMemberOfAGroup()
    {
        SendingPlace place;
        const auto campaign = place.planned(0, SendMode::GatewayGroup);
        sent(place, campaign.id, {}, u"~r"_s, std::nullopt, false);
        Statuses statuses(place);
        statuses.take(status(0, 7, u"~r"_s, support::numberAt(0))); // DLR-03, BLK-10
        QCOMPARE(place.messages(campaign.id).size(), 0);
        statuses.take(status(4, 7, u"~r"_s, support::numberAt(0)));
        QCOMPARE(place.states(campaign.id), u"delivered"_s);
    }

    void aRepeatedStatusIsRecordedOnceAndAnsweredEachTime()
    {
        SendingPlace place;
        const auto campaign = place.planned(1);
        sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, MessageState::Accepted, true);
        Statuses statuses(place);
        for (int i = 0; i < 3; ++i)
            statuses.take(status(4, 145001, u"r~1"_s, support::numberAt(0)));
        QCOMPARE(statuses.stored, (QList<bool>{true, true, true})); // DLR-07
        QCOMPARE(statuses.changed.size(), 1);
        QCOMPARE(place.eventDetails(1).filter(u"status"_s).size(), 1);
    }

    void aLateIntermediateStatusIsLoggedButChangesNothing()
    {
        SendingPlace place;
        const auto campaign = place.planned(1);
        sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, MessageState::Accepted, true);
        Statuses statuses(place);
        statuses.take(status(4, 145001));
        const domain::Message before = place.message(campaign.id, 0);
        statuses.take(status(-1, 145001)); // DLR-04
        const domain::Message after = place.message(campaign.id, 0);
        QCOMPARE(after.state, MessageState::Delivered);
        QCOMPARE(after.note, before.note);
        QCOMPARE(storage::Journal(*place.database).events(1)->constLast().status,
                 domain::DeliveryStatus::WithOperator);
        QVERIFY(storage::Journal(*place.database).differences()->isEmpty());
    }

    void aStatusResolvesWhatWasUncertain_data()
    {
        QTest::addColumn<MessageState>("from");
        QTest::addColumn<domain::Note>("note");
        QTest::newRow("uncertain") << MessageState::Uncertain << domain::Note::None;
        QTest::newRow("BLK-06 refused") << MessageState::Refused << domain::Note::StatusOverrides;
        QTest::newRow("BLK-06 duplicate") << MessageState::Duplicate << domain::Note::StatusOverrides;
        QTest::newRow("BLK-08 accepted without an id") << MessageState::Accepted << domain::Note::None;
    }
    void aStatusResolvesWhatWasUncertain()
    {
        QFETCH(MessageState, from);
        SendingPlace place;
        const auto campaign = place.planned(2, SendMode::Bulk);
        sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, from, false);
        Statuses statuses(place);
        statuses.take(status(4, 5, u"r~1"_s, support::numberAt(1)));
        QCOMPARE(place.message(campaign.id, 1).state, MessageState::Delivered);
        QTEST(place.message(campaign.id, 1).note, "note");
        QCOMPARE(place.message(campaign.id, 0).state, from);
    }

    void aSecondOrigIdRaisesSentTwice()
    {
        SendingPlace place;
        const auto campaign = place.planned(1);
        sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, MessageState::Accepted, false);
        Statuses statuses(place);
        statuses.take(status(-1, 100, u"r~1"_s, support::numberAt(0)));
        statuses.take(status(4, 100, u"r~1"_s, support::numberAt(0)));
        QCOMPARE(statuses.twice.size(), 0);
        QCOMPARE(place.message(campaign.id, 0).note, domain::Note::None);
        statuses.take(status(4, 101, u"r~1"_s, support::numberAt(0)));
        QCOMPARE(statuses.twice.size(), 1);
        QCOMPARE(statuses.twice[0][0].toLongLong(), campaign.id);
        QCOMPARE(statuses.twice[0][1].toLongLong(), 1);
        QCOMPARE(place.message(campaign.id, 0).state, MessageState::Delivered);
        QCOMPARE(place.message(campaign.id, 0).note, domain::Note::SentTwice);
        statuses.take(status(5, 100, u"r~1"_s, support::numberAt(0)));
        QCOMPARE(place.message(campaign.id, 0).note, domain::Note::SentTwice); // the graver note stays
    }

    void keptStatusesAreMatchedOnceTheIdIsKnown()
    {
        SendingPlace place;
        const auto campaign = place.planned(1);
        sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, std::nullopt, false);
        Statuses statuses(place);
        statuses.take(status(4, 145001));
        statuses.take(status(-1, 145001));
        QCOMPARE(place.states(campaign.id), u"sending"_s); // DLR-06: kept
        place.write([&] {
            storage::Journal journal(*place.database);
            storage::Step answer;
            answer.message = 1;
            answer.to = MessageState::Accepted;
            answer.gatewayId = 145001;
            QVERIFY(journal.apply(answer).ok());
            QVERIFY(campaign::matchKept(journal, place.message(campaign.id, 0), 145001, u"r~1"_s).ok());
        });
        QCOMPARE(place.states(campaign.id), u"delivered"_s);
        QVERIFY(storage::Journal(*place.database).keptFor(145001, {}, {})->isEmpty());
        statuses.take(status(4, 145001)); // DLR-07
        QCOMPARE(place.states(campaign.id), u"delivered"_s);
    }

    void statusesMakeUpAGatewayGroupsList()
    {
        SendingPlace place;
        const auto campaign = place.planned(0, SendMode::GatewayGroup);
        sent(place, campaign.id, {}, u"r~1"_s, std::nullopt, false);
        Statuses statuses(place);
        statuses.take(status(4, 1, u"r~1"_s, support::numberAt(7)));
        statuses.take(status(-1, 2, u"r~1"_s, support::numberAt(8)));
        statuses.take(status(5, 2, u"r~1"_s, support::numberAt(8)));
        statuses.take(status(4, 3, u"other"_s, support::numberAt(9)));
        QCOMPARE(place.states(campaign.id), u"delivered failed"_s); // BLK-10
        QCOMPARE(place.message(campaign.id, 0).number, support::numberAt(7));
        QCOMPARE(statuses.twice.size(), 0);
    }

    void manyThatWaitAreDrainedInPortions()
    {
        constexpr int people = 1000;
        SendingPlace place;
        const auto campaign = place.planned(people, SendMode::Bulk);
        sent(place, campaign.id, place.messages(campaign.id), u"r~1"_s, MessageState::Accepted, false);
        StatusProjector projector(*place.database, *place.commits, place.clock);
        const auto come = [&projector](int person) {
            projector.take(status(4, {}, u"r~1"_s, support::numberAt(person)), {});
        };
        for (int person = 0; person < people; ++person)
            come(person);
        int turns = 0;
        bool done = false;
        QTimer others; // what else the thread has to do
        QObject::connect(&others, &QTimer::timeout, &others, [&] {
            if (++turns == 1)
                projector.take(status(-1, {}, u"r~1"_s, support::numberAt(0)), {});
        });
        others.start(0);
        projector.drained([&](const base::Result<void> &drained) {
            done = drained.ok();
            others.stop();
        });
        QVERIFY(!done);
        QTRY_VERIFY(done);
        QVERIFY(turns >= 3);
        QCOMPARE(storage::Arrivals(*place.database).any().value(), false);
        QCOMPARE(place.read(campaign.id).counts[static_cast<size_t>(MessageState::Delivered)], people);
        done = false;
        come(1); // few, at once
        projector.drained([&](const base::Result<void> &drained) { done = drained.ok(); });
        QVERIFY(done);
        QCOMPARE(storage::Arrivals(*place.database).any().value(), false);
    }

    // 10,000 statuses, each three times, one in twenty for nobody: whatever the order, one end.
    void anyOrderEndsInOneState_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 3; ++seed)
            QTest::addRow("DLR-04 DLR-07 order %u", seed) << seed;
    }
    void anyOrderEndsInOneState()
    {
        QFETCH(quint32, seed);
        constexpr int recipients = 5000;
        constexpr int distinct = 10'000;
        SendingPlace place;
        const auto campaign = place.planned(recipients, SendMode::Bulk);
        const auto messages = place.messages(campaign.id);
        using enum MessageState;
        const QList<std::optional<MessageState>> starts{Accepted, Uncertain, Refused, Duplicate,
                                                        std::nullopt};
        for (int i = 0; i < 5; ++i)
            sent(place, campaign.id, messages.mid(i * 1000, 1000), u"r~%1"_s.arg(i), starts[i], false);

        // The set is the same in each order; what it must come to follows from it alone.
        QRandomGenerator fixed(4711);
        QList<StatusEvent> events;
        QList<QSet<int>> heard(recipients);
        for (int i = 0; i < distinct; ++i) {
            const int person = fixed.bounded(recipients);
            const int value = QList<int>{-1, 4, 5}[fixed.bounded(3)];
            const bool unknown = i % 20 == 0;
            if (!unknown)
                heard[person].insert(value);
            const QString ref = unknown ? u"unknown~%1"_s.arg(i) : u"r~%1"_s.arg(person / 1000);
            const StatusEvent event = status(value, 1'000'000 + person, ref, support::numberAt(person));
            events.append({event, event, event});
            if (unknown)
                events.last().origId = events[events.size() - 2].origId = events[events.size() - 3].origId =
                    9'000'000 + i;
        }
        QRandomGenerator order(seed);
        std::shuffle(events.begin(), events.end(), order);

        StatusProjector projector(*place.database, *place.commits, place.clock);
        int stored = 0;
        for (const StatusEvent &event : std::as_const(events))
            projector.take(event, [&](bool ok) { stored += ok ? 1 : 0; });
        QVERIFY(projector.drain());
        QCOMPARE(stored, 3 * distinct);

        const auto after = place.messages(campaign.id);
        for (int i = 0; i < recipients; ++i) {
            const auto start = starts[i / 1000];
            MessageState expected = start.value_or(Sending);
            if (heard[i].contains(4))
                expected = Delivered;
            else if (heard[i].contains(5))
                expected = Failed;
            else if (heard[i].contains(-1))
                expected = WithOperator;
            const bool overridden = start == Refused || start == Duplicate;
            domain::Note note = domain::Note::None;
            if (overridden && !heard[i].isEmpty())
                note = domain::Note::StatusOverrides;
            else if (heard[i].contains(4) && heard[i].contains(5))
                note = domain::Note::DeliveredAfterFailed;
            QCOMPARE(after[i].state, expected);
            QCOMPARE(after[i].note, note);
        }
        QVERIFY(storage::Journal(*place.database).differences()->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestStatusProjector)
#include "tst_statusprojector.moc"
