// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "storage/contactrepository.h"
#include "storage/inboxrepository.h"
#include "storage/statement.h"
#include "support/temporarydatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::InboundMessage;
using samples::noon;
using storage::InboxFilter;
using storage::InboxRepository;

namespace {

InboundMessage inbound(std::optional<qint64> gatewayId, std::optional<qint64> counter,
                       const QString &text = u"TEST hei"_s)
{
    InboundMessage message;
    message.gatewayId = gatewayId;
    message.counter = counter;
    message.from = u"+4790000001"_s;
    message.to = u"26114"_s;
    message.text = text;
    message.sentMs = noon;
    message.keyword = u"TEST"_s;
    message.peer = u"18.197.36.176"_s;
    message.raw = "{}";
    message.receivedMs = noon + 1000;
    return message;
}

InboundMessage from(const QString &number, const QString &text, qint64 id)
{
    InboundMessage message = inbound(id, {}, text);
    message.from = number;
    message.receivedMs = noon + id;
    return message;
}

// "7163-7165, 7170-7170"
QString gaps(InboxRepository &inbox)
{
    QStringList texts;
    const auto all = inbox.gaps();
    for (const storage::CounterGap &gap : *all)
        texts.append(u"%1-%2"_s.arg(gap.first).arg(gap.last));
    return texts.join(u", "_s);
}

} // namespace

class TestInbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void storesAMessageOnce_data()
    {
        QTest::addColumn<InboundMessage>("first");
        QTest::addColumn<InboundMessage>("second");
        QTest::addColumn<bool>("repeat");
        QTest::addColumn<bool>("differs");
        InboundMessage other;
        QTest::newRow("INB-09 the same id and content comes again")
            << inbound(999, 7166) << inbound(999, 7166) << true << false;
        QTest::newRow("INB-09 the same id with another text is kept and flagged")
            << inbound(999, 7166) << inbound(999, 7166, u"noe annet"_s) << false << true;
        other = inbound(999, 7166);
        other.files = {{u"1"_s, u"image/png"_s, u"a.png"_s, "png"}};
        QTest::newRow("INB-09 the same id with another file is kept and flagged")
            << inbound(999, 7166) << other << false << true;
        QTest::newRow("INB-09 another id is another message though the content is the same")
            << inbound(999, 7166) << inbound(1000, 7167) << false << false;
        QTest::newRow("INB-09 without id the same counter, time, sender and content comes again")
            << inbound({}, 7166) << inbound({}, 7166) << true << false;
        QTest::newRow("INB-09 without id another content of the same counter is kept and flagged")
            << inbound({}, 7166) << inbound({}, 7166, u"noe annet"_s) << false << true;
        other = inbound({}, 7166);
        other.from = u"+4790000002"_s;
        QTest::newRow("INB-09 without id another sender is another message")
            << inbound({}, 7166) << other << false << false;
        other = inbound({}, 7166);
        other.sentMs += 1000;
        QTest::newRow("INB-09 without id another time is another message")
            << inbound({}, 7166) << other << false << false;
        QTest::newRow("INB-09 without id another counter is another message")
            << inbound({}, 7166) << inbound({}, 7167) << false << false;
        QTest::newRow("INB-09 with neither id nor counter the same content comes again")
            << inbound({}, {}) << inbound({}, {}) << true << false;
        QTest::newRow("with neither id nor counter another content is another message")
            << inbound({}, {}) << inbound({}, {}, u"noe annet"_s) << false << false;
    }
    void storesAMessageOnce()
    {
        QFETCH(InboundMessage, first);
        QFETCH(InboundMessage, second);
        QFETCH(bool, repeat);
        QFETCH(bool, differs);
        support::TemporaryDatabase database;
        const auto stored = InboxRepository(database).add(first);
        QVERIFY(stored);
        QVERIFY(!stored->repeat && !stored->differs);
        database.reopen();
        InboxRepository inbox(database);
        second.receivedMs += 3'600'000; // long after, from another address, written differently
        second.peer = u"18.197.138.46"_s;
        second.raw = "{ }";
        const auto again = inbox.add(second);
        QCOMPARE(again->repeat, repeat);
        QCOMPARE(again->differs, differs);
        QCOMPARE(again->id == stored->id, repeat);
        QCOMPARE(inbox.messages({})->size(), repeat ? 1 : 2);
        QCOMPARE(inbox.unread().value(), repeat ? 1 : 2);
        if (differs)
            QCOMPARE(
                storage::selectNumber(database, u"SELECT differs_from FROM inbound WHERE id = ?"_s, again->id)
                    .value(),
                stored->id);
    }

    void keepsAllOfAMessage()
    {
        support::TemporaryDatabase database;
        InboundMessage message = inbound(999, 7166, u"Åpent? 🎉\nlinje"_s);
        message.files = {{u"1"_s, u"image/png"_s, u"../a.png"_s, QByteArray("\x00\xffpng", 5)},
                         {u"2"_s, u"text/plain"_s, u"b.txt"_s, QByteArray()}};
        const auto stored = InboxRepository(database).add(message);
        database.reopen();
        InboxRepository inbox(database);
        const auto kept = inbox.message(stored->id);
        QCOMPARE(kept->rowId, stored->id);
        QCOMPARE(kept->gatewayId, message.gatewayId);
        QCOMPARE(kept->from, message.from);
        QCOMPARE(kept->to, message.to);
        QCOMPARE(kept->text, message.text);
        QCOMPARE(kept->sentMs, message.sentMs);
        QCOMPARE(kept->counter, message.counter);
        QCOMPARE(kept->keyword, message.keyword);
        QCOMPARE(kept->peer, message.peer);
        QCOMPARE(kept->raw, message.raw);
        QCOMPARE(kept->receivedMs, message.receivedMs);
        QCOMPARE(kept->files.size(), 2);
        QCOMPARE(kept->files.at(0).fileName, u"../a.png"_s);
        QCOMPARE(kept->files.at(0).content, message.files.at(0).content);
        QCOMPARE(kept->files.at(1).contentType, u"text/plain"_s);
        QCOMPARE(kept->files.at(1).content, QByteArray());
        const auto listed = inbox.messages({});
        QCOMPARE(listed->constFirst().files.at(0).id, u"1"_s);
        QVERIFY(listed->constFirst().files.at(0).content.isEmpty());
        QCOMPARE(inbox.fileSize(stored->id, 0).value(), 5);
        QCOMPARE(inbox.fileSize(stored->id, 2).error().code, base::ErrorCode::NotFound);
        QCOMPARE(inbox.message(77).error().code, base::ErrorCode::NotFound);
    }

    void aFileIsStoredOnce()
    {
        support::TemporaryDatabase database;
        InboxRepository inbox(database);
        InboundMessage message = inbound(1, {});
        message.files = {{u"1"_s, u"image/png"_s, u"a.png"_s, "same"},
                         {u"2"_s, u"image/png"_s, u"b.png"_s, "same"}};
        QVERIFY(inbox.add(message));
        message.gatewayId = 2;
        QVERIFY(inbox.add(message));
        QCOMPARE(storage::selectNumber(database, u"SELECT count(*) FROM stored_file"_s).value(), 1);
        QVERIFY(storage::execute(database, u"DELETE FROM inbound WHERE id = 1"_s));
        QCOMPARE(inbox.message(2)->files.at(1).content, QByteArray("same"));
        QVERIFY(storage::execute(database, u"DELETE FROM inbound"_s));
        QCOMPARE(storage::selectNumber(database, u"SELECT count(*) FROM stored_file"_s).value(), 0);
    }

    void listsMissingCounters_data()
    {
        QTest::addColumn<QList<int>>("counters");
        QTest::addColumn<QString>("missing");
        QTest::newRow("INB-07 the first counter tells nothing") << QList<int>{7162} << QString();
        QTest::newRow("INB-07 counters in a row") << QList<int>{7162, 7163, 7164} << QString();
        QTest::newRow("INB-07 three are missing") << QList<int>{7162, 7166} << u"7163-7165"_s;
        QTest::newRow("INB-07 two gaps") << QList<int>{1, 3, 6} << u"2-2, 4-5"_s;
        QTest::newRow("INB-07 one comes late in the middle") << QList<int>{1, 5, 3} << u"2-2, 4-4"_s;
        QTest::newRow("INB-07 the first of a gap comes late") << QList<int>{1, 5, 2} << u"3-4"_s;
        QTest::newRow("INB-07 the last of a gap comes late") << QList<int>{1, 5, 4} << u"2-3"_s;
        QTest::newRow("INB-07 all of a gap come late, in any order")
            << QList<int>{1, 5, 3, 2, 4} << QString();
        QTest::newRow("INB-07 a counter from before the first tells nothing")
            << QList<int>{5, 3, 6} << QString();
        QTest::newRow("INB-07 a counter that is known comes again") << QList<int>{1, 4, 4, 1} << u"2-3"_s;
    }
    void listsMissingCounters()
    {
        QFETCH(QList<int>, counters);
        QFETCH(QString, missing);
        support::TemporaryDatabase database;
        int id = 0;
        for (const int counter : counters) {
            InboxRepository inbox(database);
            QVERIFY(inbox.add(inbound(++id, counter)));
        }
        database.reopen();
        InboxRepository inbox(database);
        QCOMPARE(gaps(inbox), missing);
        QVERIFY(inbox.forgetGaps());
        QCOMPARE(gaps(inbox), QString());
    }

    void theCounterNeedNotBeWatched()
    {
        support::TemporaryDatabase database;
        InboxRepository inbox(database);
        QVERIFY(inbox.add(inbound(1, 10), false));
        QVERIFY(inbox.add(inbound(2, 20), false));
        QCOMPARE(gaps(inbox), QString());
        QVERIFY(inbox.add(inbound(3, 21))); // switched on later: no gap from before
        QVERIFY(inbox.add(inbound(4, 23)));
        QCOMPARE(gaps(inbox), u"22-22"_s);
        QCOMPARE(inbox.gaps()->constFirst().noticedMs, noon + 1000);
    }

    void conversationsGoByNumber()
    {
        support::TemporaryDatabase database;
        InboxRepository inbox(database);
        domain::Contact kari;
        kari.number = u"+4790000001"_s;
        kari.name = u"Kari"_s;
        QVERIFY(storage::ContactRepository(database).upsert(kari));
        QVERIFY(inbox.add(from(u"+4790000001"_s, u"en"_s, 1)));
        QVERIFY(inbox.add(from(u"Firma"_s, u"to"_s, 2)));
        QVERIFY(inbox.add(from(u"+4790000002"_s, u"tre"_s, 3)));
        QVERIFY(inbox.add(from(u"+4790000001"_s, u"fire"_s, 4)));
        auto all = inbox.conversations(10);
        QCOMPARE(all->size(), 3);
        QCOMPARE(all->at(0).number, u"+4790000001"_s);
        QCOMPARE(all->at(0).name, u"Kari"_s);
        QCOMPARE(all->at(0).lastText, u"fire"_s);
        QCOMPARE(all->at(0).lastMs, noon + 4);
        QCOMPARE(all->at(0).unread, 2);
        QCOMPARE(all->at(1).number, u"+4790000002"_s);
        QCOMPARE(all->at(2).number, u"Firma"_s);
        QCOMPARE(inbox.unread().value(), 4);
        QVERIFY(inbox.markRead(u"+4790000001"_s));
        QCOMPARE(inbox.unread().value(), 2);
        QCOMPARE(inbox.conversations(1)->size(), 1);
        QCOMPARE(inbox.conversations(1)->constFirst().unread, 0);
    }

    void whatIsArchivedIsBackWithTheNextMessage()
    {
        support::TemporaryDatabase database;
        InboxRepository inbox(database);
        using Shelf = InboxRepository::Shelf;
        QVERIFY(inbox.add(from(u"+4790000001"_s, u"en"_s, 1)));
        QVERIFY(inbox.add(from(u"+4790000002"_s, u"to"_s, 2)));
        QVERIFY(inbox.setArchived(u"+4790000001"_s, true));
        QCOMPARE(inbox.conversations(10)->size(), 1);
        QCOMPARE(inbox.conversations(10, Shelf::Archived)->constFirst().number, u"+4790000001"_s);
        QVERIFY(inbox.setArchived(u"+4790000001"_s, false));
        QCOMPARE(inbox.conversations(10)->size(), 2);
        QVERIFY(inbox.setArchived(u"+4790000001"_s, true));
        QVERIFY(inbox.add(from(u"+4790000001"_s, u"tre"_s, 3)));
        QCOMPARE(inbox.conversations(10)->size(), 2);
        QVERIFY(inbox.conversations(10, Shelf::Archived)->isEmpty());
        QCOMPARE(inbox.unread().value(), 3);
        QVERIFY(inbox.markAllRead());
        QCOMPARE(inbox.unread().value(), 0);
        QCOMPARE(inbox.conversations(10)->constFirst().unread, 0);
    }

    void theNameThatACampaignKnewIsShown()
    {
        support::TemporaryDatabase database;
        samples::addCampaign(database, 1); // to Kari Nordmann
        InboxRepository inbox(database);
        QVERIFY(inbox.add(from(samples::number(0), u"en"_s, 1)));
        QCOMPARE(inbox.conversations(10)->constFirst().name, u"Kari Nordmann"_s);
        QVERIFY(!inbox.conversations(10)->constFirst().isContact);
        domain::Contact contact;
        contact.number = samples::number(0);
        contact.name = u"Kari N."_s;
        QVERIFY(storage::ContactRepository(database).upsert(contact));
        QCOMPARE(inbox.conversations(10)->constFirst().name, u"Kari N."_s);
        QVERIFY(inbox.conversations(10)->constFirst().isContact);
    }

    void filtersMessages()
    {
        support::TemporaryDatabase database;
        InboxRepository inbox(database);
        for (int i = 1; i <= 6; ++i) {
            const QString number = i % 2 ? u"+4790000001"_s : u"+4790000002"_s;
            QVERIFY(inbox.add(from(number, i == 3 ? u"Møte i Ålesund"_s : u"hei"_s, i)));
        }
        const auto ids = [&](const InboxFilter &filter) {
            QList<qint64> rows;
            const auto messages = inbox.messages(filter);
            for (const InboundMessage &message : *messages)
                rows.append(message.rowId);
            return rows;
        };
        InboxFilter filter;
        filter.number = u"+4790000001"_s;
        QCOMPARE(ids(filter), (QList<qint64>{1, 3, 5}));
        filter.newestFirst = true;
        filter.limit = 2;
        QCOMPARE(ids(filter), (QList<qint64>{5, 3}));
        filter.afterId = 3;
        QCOMPARE(ids(filter), QList<qint64>{1});
        filter = {};
        filter.sinceMs = noon + 5;
        QCOMPARE(ids(filter), (QList<qint64>{5, 6}));
        filter = {};
        filter.search = u"alesund mote"_s;
        QCOMPARE(ids(filter), QList<qint64>{3});
    }

    void remembersWhatRulesDid()
    {
        support::TemporaryDatabase database;
        InboxRepository inbox(database);
        QVERIFY(inbox.add(from(u"+4790000001"_s, u"TEST"_s, 1)));
        QVERIFY(inbox.add(from(u"+4790000001"_s, u"TEST"_s, 2)));
        QVERIFY(inbox.addAction({1, noon, domain::ActionKind::Answered, u"TEST"_s}));
        QVERIFY(inbox.addAction({2, noon + 5, domain::ActionKind::Answered, u"TEST"_s}));
        QVERIFY(inbox.addAction({2, noon + 6, domain::ActionKind::JoinedGroup, u"Kunder"_s}));
        QCOMPARE(inbox.actions(2)->size(), 2);
        QCOMPARE(inbox.actions(2)->at(1).what, domain::ActionKind::JoinedGroup);
        QCOMPARE(inbox.actions(2)->at(1).detail, u"Kunder"_s);
        QCOMPARE(inbox.lastAction(u"+4790000001"_s, domain::ActionKind::Answered, u"TEST"_s).value(),
                 noon + 5);
        QVERIFY(!inbox.lastAction(u"+4790000001"_s, domain::ActionKind::Answered, u"INFO"_s)->has_value());
        QVERIFY(!inbox.lastAction(u"+4790000002"_s, domain::ActionKind::Answered, u"TEST"_s)->has_value());
        QVERIFY(!inbox.addAction({99, noon, domain::ActionKind::Answered, {}})); // of no message
    }

    void keepsWhatNobodyCanRead()
    {
        support::TemporaryDatabase database;
        InboxRepository inbox(database);
        QVERIFY(inbox.addQuarantined(
            {noon, u"127.0.0.1"_s, domain::Unreadable::BadJson, QByteArray("\xff\x00{", 3)}));
        QVERIFY(inbox.addQuarantined({noon + 1, u"127.0.0.1"_s, domain::Unreadable::BadEscape, "%zz"}));
        const auto kept = inbox.quarantine(10);
        QCOMPARE(kept->size(), 2);
        QCOMPARE(kept->at(0).reason, domain::Unreadable::BadEscape);
        QCOMPARE(kept->at(1).raw, QByteArray("\xff\x00{", 3));
        QCOMPARE(kept->at(1).receivedMs, noon);
        QCOMPARE(kept->at(1).peer, u"127.0.0.1"_s);
        QCOMPARE(inbox.quarantine(1)->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
