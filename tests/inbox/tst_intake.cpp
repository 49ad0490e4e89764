// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/intake.h"
#include "storage/contactrepository.h"
#include "storage/inboxrepository.h"
#include "storage/optoutrepository.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using inbox::IntakeRules;

namespace {

const QString kari = QStringLiteral("+4799999999");
constexpr qint64 hourMs = 60LL * 60 * 1000;

domain::InboundMessage inbound(const QString &text, qint64 id)
{
    domain::InboundMessage message;
    message.gatewayId = id;
    message.from = kari;
    message.to = u"26114"_s;
    message.text = text;
    message.sentMs = 1000;
    message.receivedMs = 2000;
    message.counter = id;
    return message;
}

IntakeRules withKeywords()
{
    IntakeRules rules;
    rules.keywords = {{u"Sommer"_s, u"Sommerfest"_s, u"Velkommen!"_s},
                      {u"PRIS"_s, {}, u"En billett koster 250 kr."_s},
                      {u"nyheter"_s, u"Nyhetsbrev"_s, {}}};
    return rules;
}

// The inbox over a real database, its clock in a local afternoon so that two hours are one day.
struct Room
{
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
        auto opened =
            storage::Database::open(folder.filePath(u"a.sqlite"_s), storage::OpenMode::ReadWrite, clock);
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
            list.append(QString(action.what + u' ' + action.detail));
        return list;
    }
    QList<domain::InboundMessage> messages()
    {
        return storage::InboxRepository(*database).messages({}).value();
    }
    std::unique_ptr<storage::Database> beside()
    {
        return std::move(storage::Database::open(database->file(), storage::OpenMode::ReadOnly, clock))
            .value();
    }
    void exec(const QString &sql)
    {
        storage::Transaction transaction(*database);
        QVERIFY(transaction.begin().ok());
        QVERIFY(storage::execute(*database, sql).ok());
        QVERIFY(transaction.commit().ok());
    }
};

} // namespace

Q_DECLARE_METATYPE(inbox::OptOutReading)

class TestIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOptOutIsRecognised_data();
    void anOptOutIsRecognised();
    void theGatewaysKeywordIsANameOfOurs_data();
    void theGatewaysKeywordIsANameOfOurs();
    void theWordsCanBeOthers();
    void aKeywordIsTheFirstWord_data();
    void aKeywordIsTheFirstWord();
    void anAutomaticAnswerIsRecognised_data();
    void anAutomaticAnswerIsRecognised();

    void aMessageAndItsOptOutShareOneCommit();
    void theAnswerWaitsForTheCommit();
    void whatCannotBeStoredIsNotAnsweredAsSuccess();
    void aFailingOptOutTakesItsMessageBack();
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

void TestIntake::anOptOutIsRecognised_data()
{
    using inbox::OptOutReading;
    QTest::addColumn<QString>("text");
    QTest::addColumn<OptOutReading>("expected");
    const auto rows = [](OptOutReading expected, const QStringList &texts) {
        for (const QString &text : texts)
            QTest::newRow(qPrintable(QString(text).replace(u'\n', u'/'))) << text << expected;
    };
    rows(OptOutReading::Certain, {u"STOPP"_s,
                                  u" stopp. "_s,
                                  u"Stop!"_s,
                                  u"«Stopp»"_s,
                                  u"STOPP\r\n"_s,
                                  u"KLUBB STOPP"_s,
                                  u"stopp klubb"_s,
                                  u"Klubb: stopp!!"_s,
                                  u"KLUBB-STOPP"_s,
                                  u"KLUBB,STOP."_s,
                                  u"Klubbstopp"_s,
                                  u"STOPPKLUBB"_s,
                                  u"Stop. Takk"_s,
                                  u"Stopp, takk!"_s,
                                  u"Vennligst stopp"_s,
                                  u"Vær så snill: STOPP"_s,
                                  u"Please STOP"_s,
                                  u"stop please, thank you"_s,
                                  u"Hei! STOPP"_s,
                                  u"STOPP\nSendt fra min iPhone"_s,
                                  u"STOPP Sendt fra min iPhone"_s,
                                  u"Stopp.\n\nSent from my Samsung Galaxy S24"_s,
                                  u"Sendt fra Outlook for iOS\nSTOPP"_s,
                                  u"STOPP\nHent Outlook for Android"_s,
                                  u"Klubb stopp\nVon meinem iPhone gesendet"_s,
                                  u"Stopp\nSkickat från min iPhone"_s,
                                  u"STOPP mvh Kari Nordmann"_s,
                                  u"Stopp.\nMed vennlig hilsen\nKari Nordmann"_s,
                                  u"STOP\nBest regards, Ola"_s,
                                  u"STOPP\n--\nKari Nordmann, Storgata 1"_s,
                                  u"stopp stopp"_s,
                                  u"STOPP STOPP STOPP!!!"_s,
                                  u"STOPP ALLE"_s,
                                  u"Stop all"_s,
                                  u"stopp sms"_s,
                                  u"STOPP til 26114"_s,
                                  u"KLUBB STOPP til 26114"_s,
                                  u"S T O P P"_s,
                                  u"S.T.O.P."_s,
                                  u"ＳＴＯＰ"_s,
                                  u"STO\u200BPP"_s,
                                  u"STOPP\uFEFF"_s,
                                  u"STOPP 🙏🏽"_s,
                                  u"🛑 STOPP 👎🏿"_s,
                                  u"Re: STOPP"_s,
                                  u"(uten emne) STOPP"_s,
                                  u"STOPP nå"_s});
    rows(OptOutReading::Possible, {u"Stopp ved døra"_s,
                                   u"Ikke stopp på rødt lys"_s,
                                   u"Ikke stopp"_s,
                                   u"STOPP bussen"_s,
                                   u"Avslutt"_s,
                                   u"KLUBB avslutt"_s,
                                   u"Avslutt abonnementet"_s,
                                   u"STOPPP"_s,
                                   u"Stpp"_s,
                                   u"sotpp"_s,
                                   u"St0pp"_s,
                                   u"Stoppe"_s,
                                   u"slutt"_s,
                                   u"KLUBB SLUTT"_s,
                                   u"Meld meg av"_s,
                                   u"Kan dere melde meg av lista?"_s,
                                   u"Fjern meg fra listen"_s,
                                   u"Slett meg"_s,
                                   u"Ikke send flere meldinger"_s,
                                   u"unsubscribe"_s,
                                   u"Opt-out"_s,
                                   u"Please don't text me"_s,
                                   u"CANCEL"_s,
                                   u"Quit"_s,
                                   u"ARRÊT"_s,
                                   u"Стоп"_s,
                                   u"Feil nummer"_s,
                                   u"Kari Nordmann STOPP"_s,
                                   u"Hvordan får jeg stopp på disse meldingene?"_s,
                                   u"Svar STOPP for å avslutte"_s,
                                   u"Nei takk"_s,
                                   u"STOPP mvh Kari, men bare for meldingene om dugnad og ikke de andre"_s});
    rows(OptOutReading::None,
         {u""_s, u"..."_s, u"Stoppested"_s, u"Topp!"_s, u"Stor takk"_s, u"Takk"_s, u"Hei"_s, u"KLUBB"_s,
          u"Sendt fra min iPhone"_s, u"Jeg kommer"_s, u"Når er kampen slutt i dag?"_s,
          u"Vi kommer av og til"_s, u"👍"_s, u"Mvh Kari"_s, u"Jeg sendte fra telefonen i går"_s});
}

void TestIntake::anOptOutIsRecognised()
{
    QFETCH(QString, text);
    QFETCH(inbox::OptOutReading, expected);
    QCOMPARE(inbox::readOptOut(text, inbox::defaultOptOutWords(), {u"Klubb"_s, u"26114"_s}), expected);
}

void TestIntake::theWordsCanBeOthers()
{
    using inbox::OptOutReading;
    const QStringList words{u"Meld meg av"_s, u"SLUTT"_s, u""_s};
    QCOMPARE(inbox::readOptOut(u"meld  meg AV!"_s, words), OptOutReading::Certain);
    QCOMPARE(inbox::readOptOut(u"slutt"_s, words), OptOutReading::Certain);
    QCOMPARE(inbox::readOptOut(u"STOPP"_s, words), OptOutReading::None);
    QCOMPARE(inbox::readOptOut(u""_s, words), OptOutReading::None);
    QCOMPARE(inbox::readOptOut(u"Avslutt"_s, {}), OptOutReading::None); // the person wants no opt-outs here
    // An accent as a character of its own is the same letter.
    QCOMPARE(inbox::readOptOut(QString(u"a\u030Apent"_s), {u"Åpent"_s}), OptOutReading::Certain);
}

void TestIntake::theGatewaysKeywordIsANameOfOurs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("keyword");
    QTest::addColumn<bool>("optOut");
    QTest::newRow("on a short number that several share")
        << u"KLUBB STOPP"_s << u"26114"_s << u"KLUBB"_s << true;
    QTest::newRow("behind the word") << u"Stopp klubb."_s << u"26114"_s << u"KLUBB"_s << true;
    QTest::newRow("not where the sentence begins with a no")
        << u"Ikke stopp"_s << u"26114"_s << u"IKKE"_s << false;
    QTest::newRow("not on a number of one's own, where it is only the first word")
        << u"Bussen stopp"_s << u"+4759440000"_s << u"BUSSEN"_s << false;
    QTest::newRow("but a rule's keyword is, there too")
        << u"SOMMER STOPP"_s << u"+4759440000"_s << u"SOMMER"_s << true;
    QTest::newRow("a rule's keyword that the gateway does not name")
        << u"stopp sommer"_s << u"26114"_s << u"STOPP"_s << true;
}

void TestIntake::theGatewaysKeywordIsANameOfOurs()
{
    QFETCH(QString, text);
    QFETCH(QString, to);
    QFETCH(QString, keyword);
    QFETCH(bool, optOut);
    domain::InboundMessage message = inbound(text, 1);
    message.to = to;
    message.keyword = keyword;
    const inbox::Verdict verdict = inbox::judge(message, withKeywords());
    QCOMPARE(verdict.optOut, optOut);
    QCOMPARE(verdict.mayBeOptOut, !optOut);
    QVERIFY(verdict.groups.isEmpty());
    QVERIFY(verdict.answer.isEmpty());
}

void TestIntake::aKeywordIsTheFirstWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("keyword"); // as the gateway gives it
    QTest::addColumn<QStringList>("groups");
    QTest::addColumn<QString>("answer");
    const QStringList party{u"Sommerfest"_s};
    const QString welcome = u"Velkommen!"_s;
    QTest::newRow("alone") << u"sommer"_s << QString() << party << welcome;
    QTest::newRow("before other words") << u"SOMMER jeg kommer"_s << QString() << party << welcome;
    QTest::newRow("behind other words it is none")
        << u"Jeg liker sommer"_s << QString() << QStringList() << QString();
    QTest::newRow("as the beginning of a word it is none")
        << u"Sommeren er her"_s << QString() << QStringList() << QString();
    QTest::newRow("as the gateway found it") << u"hei"_s << u"SOMMER"_s << party << welcome;
    QTest::newRow("an answer without a group")
        << u"Pris?"_s << u"PRIS?"_s << QStringList() << u"En billett koster 250 kr."_s;
    QTest::newRow("a group without an answer")
        << u"nyheter"_s << QString() << QStringList{u"Nyhetsbrev"_s} << QString();
    QTest::newRow("another word") << u"hei"_s << u"HEI"_s << QStringList() << QString();
    QTest::newRow("nothing") << u""_s << u""_s << QStringList() << QString();
}

void TestIntake::aKeywordIsTheFirstWord()
{
    QFETCH(QString, text);
    QFETCH(QString, keyword);
    QFETCH(QStringList, groups);
    QFETCH(QString, answer);
    domain::InboundMessage message = inbound(text, 1);
    message.keyword = keyword;
    const inbox::Verdict verdict = inbox::judge(message, withKeywords());
    QCOMPARE(verdict.groups, groups);
    QCOMPARE(verdict.answer, answer);
    QVERIFY(!verdict.optOut);
}

void TestIntake::anAutomaticAnswerIsRecognised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("Norwegian") << u"Autosvar: Jeg er på ferie"_s << true;
    QTest::newRow("English") << u"Automatic reply: I am out"_s << true;
    QTest::newRow("our own answer that comes back") << u"velkommen"_s << true;
    QTest::newRow("a person") << u"Pris på billett?"_s << false;
    QTest::newRow("a person who writes of one") << u"Fikk bare et autosvar"_s << false;
}

void TestIntake::anAutomaticAnswerIsRecognised()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(inbox::isAutomaticAnswer(text, withKeywords()), expected);
}

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
    room.exec(u"CREATE TRIGGER full BEFORE INSERT ON inbound BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
    QVERIFY(!room.take(inbound(u"STOPP"_s, 1))); // INB-08: 5xx, so that the gateway queues it
    QVERIFY(room.stored.isEmpty());
    QVERIFY(room.optedOut.isEmpty());
    room.exec(u"DROP TRIGGER full"_s);
    QVERIFY(room.take(inbound(u"STOPP"_s, 1)));
    QCOMPARE(room.messages().size(), 1);
}

void TestIntake::aFailingOptOutTakesItsMessageBack()
{
    Room room;
    room.exec(u"CREATE TRIGGER full BEFORE INSERT ON opt_out BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
    QVERIFY(!room.take(inbound(u"STOPP"_s, 1)));
    // Else the repeat would be known, and the opt-out lost.
    QVERIFY(room.messages().isEmpty());
    room.exec(u"DROP TRIGGER full"_s);
    QVERIFY(room.take(inbound(u"STOPP"_s, 1)));
    QVERIFY(storage::OptOutRepository(*room.database).contains(kari).value());
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
    QCOMPARE(storage::InboxRepository(*room.database).differsFrom(room.messages().at(1).rowId).value(),
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
    room.intake->takeQuarantined({5000, u"18.197.36.176"_s, u"badJson"_s, "{\xff"},
                                 [&stored](bool good) { stored = good; });
    room.commits->flush();
    QVERIFY(stored);
    const auto items = storage::InboxRepository(*room.database).quarantine(10).value();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.at(0).raw, QByteArray("{\xff"));
    QCOMPARE(items.at(0).reason, u"badJson"_s);
}

void TestIntake::anOptOutIsNotLostToAnotherField()
{
    Room room;
    domain::Quarantined item{5000, u"18.197.36.176"_s, u"badParameter"_s, "{}"};
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
    room.exec(u"CREATE TRIGGER full BEFORE INSERT ON opt_out BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
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
