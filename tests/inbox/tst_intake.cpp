// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/intake.h"
#include "storage/inboxrepository.h"
#include "storage/optoutrepository.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOptOutIsTheWholeMessage_data();
    void anOptOutIsTheWholeMessage();
    void aMessageAndItsOptOutShareOneCommit();
    void aRepeatIsStoredOnceAndAnsweredAsSuccess();
};

namespace {

domain::InboundMessage inbound(const QString &text, qint64 id)
{
    domain::InboundMessage message;
    message.gatewayId = id;
    message.from = u"+4799999999"_s;
    message.to = u"26114"_s;
    message.text = text;
    message.sentMs = 1000;
    message.receivedMs = 2000;
    message.counter = id;
    return message;
}

struct Room
{
    QTemporaryDir folder;
    base::SystemClock clock;
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<storage::GroupCommit> commits;
    std::unique_ptr<inbox::Intake> intake;

    Room()
    {
        auto opened =
            storage::Database::open(folder.filePath(u"a.sqlite"_s), storage::OpenMode::ReadWrite, clock);
        if (!opened)
            qFatal("no database");
        database = std::move(opened).value();
        commits = std::make_unique<storage::GroupCommit>(*database);
        intake = std::make_unique<inbox::Intake>(*database, *commits, clock);
    }
};

} // namespace

void TestIntake::anOptOutIsTheWholeMessage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("the word") << u"STOPP"_s << true;
    QTest::newRow("in small letters, with a full stop") << u" stopp. "_s << true;
    QTest::newRow("the English word") << u"Stop!"_s << true;
    QTest::newRow("the word in a sentence is none") << u"Ikke stopp på rødt lys"_s << false;
    QTest::newRow("a longer word is none") << u"Stoppested"_s << false;
    QTest::newRow("nothing is none") << u""_s << false;
}

void TestIntake::anOptOutIsTheWholeMessage()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(inbox::isOptOut(text, inbox::defaultOptOutWords()), expected);
}

void TestIntake::aMessageAndItsOptOutShareOneCommit()
{
    Room room;
    bool answered = false;
    room.intake->take(inbound(u"STOPP"_s, 1), [&](bool stored) {
        // INB-08: by the time of the answer another connection sees both.
        answered = stored;
        auto reader = storage::Database::open(room.database->file(), storage::OpenMode::ReadOnly, room.clock);
        QVERIFY(reader.ok());
        QCOMPARE(storage::InboxRepository(*reader.value()).messages({}).value().size(), 1);
        QVERIFY(storage::OptOutRepository(*reader.value()).contains(u"+4799999999"_s).value());
    });
    QVERIFY(!answered);
    QTRY_VERIFY(answered);
}

void TestIntake::aRepeatIsStoredOnceAndAnsweredAsSuccess()
{
    Room room;
    int successes = 0;
    for (int i = 0; i < 3; ++i)
        room.intake->take(inbound(u"Hei"_s, 7), [&](bool stored) { successes += stored ? 1 : 0; });
    QTRY_COMPARE(successes, 3); // INB-09
    QCOMPARE(storage::InboxRepository(*room.database).messages({}).value().size(), 1);
}

QTEST_GUILESS_MAIN(TestIntake)
#include "tst_intake.moc"
