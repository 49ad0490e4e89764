// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/intake.h"
#include "support/patience.h"

#include "inbox/inboxsamples.h"
#include "storage/contactrepository.h"
#include "storage/inboxrepository.h"
#include "storage/optoutrepository.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/databasefaults.h"
#include "support/manualclock.h"
#include "support/serverdatabase.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using inbox::IntakeRules;
using support::inbound;
using support::kari;
using support::withKeywords;

namespace {

constexpr qint64 hourMs = 60LL * 60 * 1000;

// The inbox over a real database, its clock in a local afternoon so that two hours are one day.
struct Room
{
    std::unique_ptr<support::ServerDatabase> server; // none: a file; outlives the connections
    QTemporaryDir folder;
    support::ManualClock clock{QDateTime(QDate(2030, 3, 4), QTime(14, 0)).toMSecsSinceEpoch()};
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<storage::GroupCommit> commits;
    std::unique_ptr<inbox::Intake> intake;
    QList<inbox::Reply> replies;
    QStringList stored;
    QStringList optedOut;

    Room()
    {
        if (support::ServerDatabase::isAsked())
            server = std::make_unique<support::ServerDatabase>();
        auto opened = open(storage::OpenMode::ReadWrite);
        if (!opened)
            qFatal("no database");
        database = std::move(opened).value();
        commits = std::make_unique<storage::GroupCommit>(*database);
        intake = std::make_unique<inbox::Intake>(*database, *commits, clock);
        QObject::connect(intake.get(), &inbox::Intake::replyWanted, intake.get(),
                         [this](const inbox::Reply &reply) { replies.append(reply); });
        QObject::connect(intake.get(), &inbox::Intake::messageStored, intake.get(),
                         [this](const QString &, const QString &text) { stored.append(text); });
        QObject::connect(intake.get(), &inbox::Intake::optedOut, intake.get(),
                         [this](const QString &number) { optedOut.append(number); });
    }

    // What the sender is told.
    bool take(const domain::InboundMessage &message)
    {
        bool answer = false;
        intake->take(message, [&answer](bool good) { answer = good; });
        commits->flush();
        return answer;
    }
    QStringList actions(qint64 message)
    {
        QStringList list;
        for (const storage::InboundAction &action :
             storage::InboxRepository(*database).actions(message).value())
            list.append(QString(identifier(action.what) + u' ' + action.detail));
        return list;
    }
    QList<domain::InboundMessage> messages()
    {
        return storage::InboxRepository(*database).messages({}).value();
    }
    base::Result<std::unique_ptr<storage::Database>> open(storage::OpenMode mode)
    {
        return server ? server->open(mode)
                      : storage::Database::open(folder.filePath(u"a.sqlite"_s), mode, clock);
    }
    std::unique_ptr<storage::Database> beside() { return open(storage::OpenMode::ReadOnly).value(); }
};

} // namespace

class TestIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageAndItsOptOutShareOneCommit();
    void theAnswerWaitsForTheCommit();
    void whatCannotBeStoredIsNotAnsweredAsSuccess();
    void aFailingOptOutTakesItsMessageBack();
    void aFailingRuleIsUndoneAndItsMessageKept_data();
    void aFailingRuleIsUndoneAndItsMessageKept();
    void aRepeatIsStoredOnceAndAnsweredAsSuccess_data();
    void aRepeatIsStoredOnceAndAnsweredAsSuccess();
    void aRepeatWithOtherContentIsKept();
    void missingCountersAreListedUntilTheyCome();
    void anUnwatchedCounterLeavesNoGaps();
    void whatNobodyCanReadIsKept();
    void anOptOutIsNotLostToAnotherField();

    void aKeywordBesideAnOptOutJoinsNothing();
    void whatResemblesAnOptOutIsMarked();
    void aKeywordJoinsTheGroup();
    void aKeywordIsAnsweredOncePerNumberAndDay();
    void whoHasOptedOutGetsNoAnswer();
    void aTextSenderGetsNoAnswer();
    void anAutomaticAnswerGetsNone();
};

void TestIntake::aMessageAndItsOptOutShareOneCommit()
{
    Room room;
    bool answered = false;
    room.intake->take(inbound(u"STOPP"_s, 1), [&](bool stored) {
        // INB-08: by the time of the answer another connection sees both.
        answered = stored;
        const auto reader = room.beside();
        QCOMPARE(storage::InboxRepository(*reader).messages({}).value().size(), 1);
        QVERIFY(storage::OptOutRepository(*reader).contains(kari).value());
    });
    QTRY_VERIFY(answered);
    QCOMPARE(room.optedOut, QStringList{kari});
    QCOMPARE(room.stored, QStringList{u"STOPP"_s});
    QCOMPARE(room.actions(1), QStringList{u"optedOut +4799999999"_s});
}

void TestIntake::theAnswerWaitsForTheCommit()
{
    Room room;
    bool answered = false;
    room.intake->take(inbound(u"Hei"_s, 1), [&answered](bool) { answered = true; });
    QVERIFY(!answered); // INB-08
    room.commits->flush();
    QVERIFY(answered);
}

void TestIntake::whatCannotBeStoredIsNotAnsweredAsSuccess()
{
    Room room;
    QVERIFY(support::refuse(*room.database, u"INSERT ON inbound"_s).ok());
    QVERIFY(!room.take(inbound(u"STOPP"_s, 1))); // INB-08: 5xx, so that the gateway queues it
    QVERIFY(room.stored.isEmpty());
    QVERIFY(room.optedOut.isEmpty());
    QVERIFY(support::refuseNothing(*room.database).ok());
    QVERIFY(room.take(inbound(u"STOPP"_s, 1)));
    QCOMPARE(room.messages().size(), 1);
}

void TestIntake::aFailingOptOutTakesItsMessageBack()
{
    Room room;
    QVERIFY(support::refuse(*room.database, u"INSERT ON opt_out"_s).ok());
    QVERIFY(!room.take(inbound(u"STOPP"_s, 1)));
    // Else the repeat would be known, and the opt-out lost.
    QVERIFY(room.messages().isEmpty());
    QVERIFY(support::refuseNothing(*room.database).ok());
    QVERIFY(room.take(inbound(u"STOPP"_s, 1)));
    QVERIFY(storage::OptOutRepository(*room.database).contains(kari).value());
}

// INB-08: it would fail at each repetition of the gateway's, and nobody ever see the message.
void TestIntake::aFailingRuleIsUndoneAndItsMessageKept_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("broken");
    QTest::addColumn<QString>("when");
    QTest::addColumn<bool>("optedOut");
    QTest::newRow("INB-08 a group that cannot be joined")
        << u"sommer"_s << u"contact_group"_s << QString() << false;
    QTest::newRow("INB-08 an answer that cannot be noted")
        << u"sommer"_s << u"inbound_action"_s << u"NEW.what = 'answered'"_s << false;
    QTest::newRow("INB-08 what comes of an opt-out")
        << u"STOPP"_s << u"inbound_action"_s << u"NEW.what = 'optedOut'"_s << true;
}

void TestIntake::aFailingRuleIsUndoneAndItsMessageKept()
{
    QFETCH(QString, text);
    QFETCH(QString, broken);
    QFETCH(QString, when);
    QFETCH(bool, optedOut);
    Room room;
    room.intake->setRules(withKeywords());
    QVERIFY(support::refuse(*room.database, u"INSERT ON "_s + broken, when).ok());
    QVERIFY(room.take(inbound(text, 1)));
    QCOMPARE(room.messages().size(), 1);
    QCOMPARE(room.actions(1), QStringList{u"ruleFailed "_s});
    QVERIFY(room.replies.isEmpty());
    QCOMPARE(storage::OptOutRepository(*room.database).contains(kari).value(), optedOut);
    QCOMPARE(room.optedOut, optedOut ? QStringList{kari} : QStringList());
    QVERIFY(!storage::ContactRepository(*room.database).contact(kari).ok());
}

void TestIntake::aRepeatIsStoredOnceAndAnsweredAsSuccess_data()
{
    QTest::addColumn<bool>("hasId");
    QTest::newRow("INB-09 by its id") << true;
    QTest::newRow("INB-09 by counter, time, sender and content where there is no id") << false;
}

void TestIntake::aRepeatIsStoredOnceAndAnsweredAsSuccess()
{
    QFETCH(bool, hasId);
    Room room;
    domain::InboundMessage message = inbound(u"Hei"_s, 7);
    if (!hasId)
        message.gatewayId.reset();
    for (int i = 0; i < 3; ++i) {
        message.receivedMs += 1000;
        QVERIFY(room.take(message));
    }
    QCOMPARE(room.messages().size(), 1);
    QCOMPARE(room.stored.size(), 1);
    if (!hasId) {
        message.counter = 8; // the same words again are another message
        QVERIFY(room.take(message));
        QCOMPARE(room.messages().size(), 2);
    }
}

void TestIntake::aRepeatWithOtherContentIsKept()
{
    Room room;
    QVERIFY(room.take(inbound(u"Hei"_s, 7)));
    QVERIFY(room.take(inbound(u"Noe annet"_s, 7)));
    QCOMPARE(room.messages().size(), 2);
    QCOMPARE(storage::selectNumber(*room.database, u"SELECT differs_from FROM inbound WHERE id = ?"_s,
                                   room.messages().at(1).rowId)
                 .value(),
             std::optional(room.messages().at(0).rowId));
}

void TestIntake::missingCountersAreListedUntilTheyCome()
{
    Room room;
    storage::InboxRepository inbox(*room.database);
    auto gaps = [&inbox] {
        QStringList list;
        for (const storage::CounterGap &gap : inbox.gaps().value())
            list.append(u"%1–%2"_s.arg(gap.first).arg(gap.last));
        return list.join(u' ');
    };
    QVERIFY(room.take(inbound(u"a"_s, 7162)));
    QCOMPARE(gaps(), QString()); // the first counter is no gap
    QVERIFY(room.take(inbound(u"b"_s, 7166)));
    QCOMPARE(gaps(), u"7163–7165"_s); // INB-07
    QVERIFY(room.take(inbound(u"c"_s, 7164)));
    QCOMPARE(gaps(), u"7163–7163 7165–7165"_s);
    QVERIFY(room.take(inbound(u"d"_s, 7163)));
    QVERIFY(room.take(inbound(u"e"_s, 7165)));
    QCOMPARE(gaps(), QString());
}

void TestIntake::anUnwatchedCounterLeavesNoGaps()
{
    Room room;
    IntakeRules rules;
    rules.watchCounters = false;
    room.intake->setRules(rules);
    QVERIFY(room.take(inbound(u"a"_s, 1)));
    QVERIFY(room.take(inbound(u"b"_s, 50)));
    QVERIFY(storage::InboxRepository(*room.database).gaps().value().isEmpty());
}

void TestIntake::whatNobodyCanReadIsKept()
{
    Room room;
    bool stored = false;
    room.intake->takeQuarantined({5000, u"18.197.36.176"_s, domain::Unreadable::BadJson, "{\xff"},
                                 [&stored](bool good) { stored = good; });
    room.commits->flush();
    QVERIFY(stored);
    const auto items = storage::InboxRepository(*room.database).quarantine(10).value();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.at(0).raw, QByteArray("{\xff"));
    QCOMPARE(items.at(0).reason, domain::Unreadable::BadJson);
}

void TestIntake::anOptOutIsNotLostToAnotherField()
{
    Room room;
    domain::Quarantined item{5000, u"18.197.36.176"_s, domain::Unreadable::BadParameter, "{}"};
    item.legible = inbound(u"Stopp, takk!"_s, 1);
    const auto take = [&room](const domain::Quarantined &unreadable) {
        bool stored = false;
        room.intake->takeQuarantined(unreadable, [&stored](bool good) { stored = good; });
        room.commits->flush();
        return stored;
    };
    QVERIFY(take(item));
    QCOMPARE(room.optedOut, QStringList{kari});
    QVERIFY(storage::OptOutRepository(*room.database).contains(kari).value());
    QVERIFY(room.messages().isEmpty());

    item.raw = "{ }";
    item.legible = inbound(u"Jeg kommer"_s, 2);
    item.legible->from = u"+4799999998"_s;
    QVERIFY(take(item));
    QCOMPARE(room.optedOut.size(), 1);
    QCOMPARE(storage::InboxRepository(*room.database).quarantine(10).value().size(), 2);
    // Both or nothing: the gateway then sends it again.
    QVERIFY(support::refuse(*room.database, u"INSERT ON opt_out"_s).ok());
    item.legible->text = u"STOP"_s;
    QVERIFY(!take(item));
    QCOMPARE(storage::InboxRepository(*room.database).quarantine(10).value().size(), 2);
}

void TestIntake::aKeywordBesideAnOptOutJoinsNothing()
{
    Room room;
    room.intake->setRules(withKeywords());
    QVERIFY(room.take(inbound(u"Sommer STOPP"_s, 1)));
    QCOMPARE(room.optedOut, QStringList{kari});
    QVERIFY(room.replies.isEmpty());
    QVERIFY(!storage::ContactRepository(*room.database).contact(kari).ok());
    QCOMPARE(room.actions(1), QStringList{u"optedOut +4799999999"_s});
}

void TestIntake::whatResemblesAnOptOutIsMarked()
{
    Room room;
    room.intake->setRules(withKeywords());
    QVERIFY(room.take(inbound(u"Sommer, stopp ved døra"_s, 1)));
    QCOMPARE(room.messages().size(), 1);
    QVERIFY(room.optedOut.isEmpty());
    QVERIFY(room.replies.isEmpty()); // neither joined nor greeted before somebody has looked
    QVERIFY(!storage::ContactRepository(*room.database).contact(kari).ok());
    QCOMPARE(room.actions(1), QStringList{u"mayBeOptOut +4799999999"_s});
}

void TestIntake::aKeywordJoinsTheGroup()
{
    Room room;
    room.intake->setRules(withKeywords());
    QVERIFY(room.take(inbound(u"Nyheter takk"_s, 1)));
    const auto contact = storage::ContactRepository(*room.database).contact(kari);
    QVERIFY(contact.ok());
    QCOMPARE(contact->groups, QStringList{u"Nyhetsbrev"_s});
    QCOMPARE(room.actions(1), QStringList{u"joinedGroup Nyhetsbrev"_s});
    QVERIFY(room.take(inbound(u"sommer"_s, 2)));
    QCOMPARE(storage::ContactRepository(*room.database).contact(kari)->groups,
             (QStringList{u"Nyhetsbrev"_s, u"Sommerfest"_s}));
}

void TestIntake::aKeywordIsAnsweredOncePerNumberAndDay()
{
    Room room;
    room.intake->setRules(withKeywords());
    QVERIFY(room.take(inbound(u"PRIS"_s, 1)));
    QCOMPARE(room.replies.size(), 1);
    QCOMPARE(room.replies.at(0).number, kari);
    QCOMPARE(room.replies.at(0).sender, u"26114"_s); // what was written to
    QCOMPARE(room.replies.at(0).text, u"En billett koster 250 kr."_s);
    QCOMPARE(room.actions(1), QStringList{u"answered pris"_s});

    room.clock.advance(2 * hourMs);
    QVERIFY(room.take(inbound(u"pris?"_s, 2)));
    QCOMPARE(room.replies.size(), 1);
    domain::InboundMessage other = inbound(u"pris"_s, 3);
    other.from = u"+4799999998"_s;
    QVERIFY(room.take(other));
    QCOMPARE(room.replies.size(), 2);

    room.clock.advance(12 * hourMs); // the next day, and not yet 24 hours
    QVERIFY(room.take(inbound(u"Pris"_s, 4)));
    QCOMPARE(room.replies.size(), 3);
    QVERIFY(room.take(inbound(u"Pris"_s, 4))); // a repeat of it
    QCOMPARE(room.replies.size(), 3);
}

void TestIntake::whoHasOptedOutGetsNoAnswer()
{
    Room room;
    room.intake->setRules(withKeywords());
    QVERIFY(room.take(inbound(u"STOPP"_s, 1)));
    QVERIFY(room.take(inbound(u"PRIS"_s, 2)));
    QVERIFY(room.replies.isEmpty());
    QVERIFY(room.actions(2).isEmpty());
}

void TestIntake::aTextSenderGetsNoAnswer()
{
    Room room;
    room.intake->setRules(withKeywords());
    domain::InboundMessage message = inbound(u"PRIS"_s, 1);
    message.from = u"Front"_s; // INB-06
    QVERIFY(room.take(message));
    message = inbound(u"STOPP"_s, 2);
    message.from = u"Front"_s;
    QVERIFY(room.take(message));
    QCOMPARE(room.messages().size(), 2);
    QVERIFY(room.replies.isEmpty());
    QVERIFY(storage::OptOutRepository(*room.database).list().value().isEmpty());
}

void TestIntake::anAutomaticAnswerGetsNone()
{
    Room room;
    room.intake->setRules(withKeywords());
    domain::InboundMessage message = inbound(u"Autosvar: Jeg er på ferie"_s, 1);
    message.keyword = u"PRIS"_s;
    QVERIFY(room.take(message));
    QVERIFY(room.replies.isEmpty());
}

QTEST_GUILESS_MAIN(TestIntake)
#include "tst_intake.moc"
