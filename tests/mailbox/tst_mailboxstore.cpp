// SPDX-License-Identifier: GPL-3.0-or-later
// What the mailbox keeps: nothing that was added is lost, and nothing comes back that was forgotten.
#include "mailbox/store.h"
#include "support/manualclock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mailbox;
using receiver::Leaf;

namespace {

std::unique_ptr<Store> open(const QTemporaryDir &folder, const base::Clock &clock,
                            const StoreLimits &limits = {})
{
    auto store = Store::open(folder.filePath(u"data"_s), clock, limits);
    return store ? std::move(store).value() : nullptr;
}

QStringList contents(const Store &store, qint64 after = 0)
{
    QStringList list;
    for (const StoredEvent &event : store.after(after))
        list.append(u"%1:%2"_s.arg(event.number).arg(QString::fromLatin1(event.sealed)));
    return list;
}

QStringList files(const QTemporaryDir &folder, const QString &pattern)
{
    return QDir(folder.filePath(u"data"_s)).entryList({pattern}, QDir::Files, QDir::Name);
}

StoreLimits ofThree() // events a file
{
    StoreLimits limits;
    limits.eventsAFile = 3;
    return limits;
}

} // namespace

class TestMailboxStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAddedIsThereAfterARestart();
    void forgottenIsForgottenAndNumbersGoOn();
    void aTornEndIsNoEvent();
    void whatIsDamagedHidesNothingBehindIt();
    void statusesCannotFillTheRoomOfReplies();
    void bytesAreBoundedToo();
    void anAnswerHoldsAPortion();
    void repliesOutliveStatuses();
    void twoMailboxesDoNotShareAFolder();
    void allIsForItsOwnerOnly();
};

void TestMailboxStore::whatIsAddedIsThereAfterARestart()
{
    const QTemporaryDir folder;
    const support::ManualClock clock(QDateTime::currentMSecsSinceEpoch());
    {
        const auto store = open(folder, clock, ofThree());
        for (const auto &content : {"a", "b", "c", "d"})
            QVERIFY(store->add(Leaf::Status, content));
    }
    const auto store = open(folder, clock, ofThree());
    QCOMPARE(contents(*store), (QStringList{u"1:a"_s, u"2:b"_s, u"3:c"_s, u"4:d"_s}));
    QCOMPARE(contents(*store, 2), (QStringList{u"3:c"_s, u"4:d"_s}));
    QVERIFY(store->add(Leaf::Inbound, "e"));
    QCOMPARE(contents(*store, 4), (QStringList{u"5:e"_s}));
    QCOMPARE(store->count(), 5);
}

void TestMailboxStore::forgottenIsForgottenAndNumbersGoOn()
{
    const QTemporaryDir folder;
    const support::ManualClock clock(QDateTime::currentMSecsSinceEpoch());
    {
        const auto store = open(folder, clock, ofThree());
        for (const auto &content : {"a", "b", "c", "d", "e"})
            QVERIFY(store->add(Leaf::Status, content));
        QVERIFY(store->forgetUpto(4));
        QCOMPARE(contents(*store), QStringList{u"5:e"_s});
        QCOMPARE(files(folder, u"e*"_s).size(), 1);
    }
    {
        const auto store = open(folder, clock, ofThree());
        QCOMPARE(contents(*store), QStringList{u"5:e"_s});
        QVERIFY(store->forgetUpto(999999)); // of what is there
        QCOMPARE(contents(*store), QStringList());
        QCOMPARE(files(folder, u"e*"_s), QStringList());
    }
    const auto store = open(folder, clock, ofThree());
    QVERIFY(store->add(Leaf::Status, "f"));
    QCOMPARE(contents(*store), QStringList{u"6:f"_s}); // a number is given once
}

void TestMailboxStore::aTornEndIsNoEvent()
{
    const QTemporaryDir folder;
    const support::ManualClock clock(QDateTime::currentMSecsSinceEpoch());
    {
        const auto store = open(folder, clock);
        QVERIFY(store->add(Leaf::Status, "aaaa"));
        QVERIFY(store->add(Leaf::Status, "bbbb"));
    }
    QFile file(folder.filePath(u"data/"_s + files(folder, u"e*"_s).constFirst()));
    const qint64 whole = file.size();
    for (qint64 size = whole - 1; size > whole / 2; --size) {
        QVERIFY(file.resize(size));
        const auto store = open(folder, clock);
        QCOMPARE(contents(*store), QStringList{u"1:aaaa"_s});
    }
    const auto store = open(folder, clock);
    QVERIFY(store->add(Leaf::Inbound, "cccc"));
    QCOMPARE(contents(*store), (QStringList{u"1:aaaa"_s, u"2:cccc"_s}));
}

void TestMailboxStore::whatIsDamagedHidesNothingBehindIt()
{
    const QTemporaryDir folder;
    const support::ManualClock clock(QDateTime::currentMSecsSinceEpoch());
    {
        const auto store = open(folder, clock, ofThree());
        for (const auto &content : {"a", "b", "c", "d"})
            QVERIFY(store->add(Leaf::Status, content));
    }
    QFile file(folder.filePath(u"data/"_s + files(folder, u"e*"_s).constFirst()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(30)); // the head of the second
    QCOMPARE(file.write("zzzz"), 4);
    file.close();
    const auto store = open(folder, clock, ofThree());
    QCOMPARE(contents(*store), (QStringList{u"1:a"_s, u"4:d"_s}));
    QVERIFY(store->add(Leaf::Status, "e"));
    QVERIFY(store->forgetUpto(store->last()));
    QCOMPARE(contents(*store), QStringList());
    QCOMPARE(files(folder, u"damaged-*"_s).size(), 1); // for a person to look at
}

void TestMailboxStore::statusesCannotFillTheRoomOfReplies()
{
    const QTemporaryDir folder;
    const support::ManualClock clock(QDateTime::currentMSecsSinceEpoch());
    StoreLimits limits;
    limits.events = 5;
    limits.reservedEvents = 2;
    const auto store = open(folder, clock, limits);
    for (int i = 0; i < 3; ++i)
        QVERIFY(store->add(Leaf::Status, "s"));
    QVERIFY(store->isFull());
    QCOMPARE(store->add(Leaf::Status, "s").error().code, base::ErrorCode::DiskFull);
    QVERIFY(store->add(Leaf::Inbound, "i"));
    QVERIFY(store->add(Leaf::Inbound, "i"));
    QCOMPARE(store->add(Leaf::Inbound, "i").error().code, base::ErrorCode::DiskFull);
    QVERIFY(store->forgetUpto(5));
    QVERIFY(!store->isFull());
    QVERIFY(store->add(Leaf::Status, "s"));
}

void TestMailboxStore::bytesAreBoundedToo()
{
    const QTemporaryDir folder;
    const support::ManualClock clock(QDateTime::currentMSecsSinceEpoch());
    StoreLimits limits;
    limits.bytes = 1000;
    limits.reservedBytes = 300;
    const auto store = open(folder, clock, limits);
    QVERIFY(store->add(Leaf::Status, QByteArray(600, 's')));
    QVERIFY(!store->add(Leaf::Status, QByteArray(100, 's')));
    QVERIFY(store->add(Leaf::Inbound, QByteArray(100, 'i')));
    QVERIFY(!store->add(Leaf::Inbound, QByteArray(300, 'i')));
}

void TestMailboxStore::anAnswerHoldsAPortion()
{
    const QTemporaryDir folder;
    const support::ManualClock clock(QDateTime::currentMSecsSinceEpoch());
    StoreLimits limits = ofThree();
    limits.eventsAnAnswer = 4;
    limits.bytesAnAnswer = 100;
    const auto store = open(folder, clock, limits);
    for (int i = 0; i < 6; ++i)
        QVERIFY(store->add(Leaf::Status, "s"));
    QCOMPARE(store->after(0).size(), 4);
    QCOMPARE(store->after(4).size(), 2);
    QVERIFY(store->add(Leaf::Inbound, QByteArray(500, 'x'))); // alone it goes, however large
    QCOMPARE(store->after(4).size(), 2);
    QCOMPARE(store->after(6).size(), 1);
}

void TestMailboxStore::repliesOutliveStatuses()
{
    const QTemporaryDir folder;
    support::ManualClock clock;
    clock.set(QDateTime::currentMSecsSinceEpoch());
    {
        const auto store = open(folder, clock, ofThree());
        for (const Leaf leaf : {Leaf::Status, Leaf::Inbound, Leaf::Status, Leaf::Status})
            QVERIFY(store->add(leaf, leaf == Leaf::Inbound ? "i" : "s"));
        clock.advance(365LL * 24 * 3600 * 1000);
        store->forgetOld();
        QCOMPARE(store->count(), 4);
        clock.advance(2LL * 24 * 3600 * 1000);
        store->forgetOld();
        QCOMPARE(contents(*store), QStringList{u"2:i"_s});
    }
    const auto store = open(folder, clock, ofThree());
    QCOMPARE(contents(*store), QStringList{u"2:i"_s});
    QVERIFY(store->add(Leaf::Status, "s"));
    QVERIFY(store->last() > 4);
}

void TestMailboxStore::twoMailboxesDoNotShareAFolder()
{
    const QTemporaryDir folder;
    const support::ManualClock clock(QDateTime::currentMSecsSinceEpoch());
    const auto first = open(folder, clock);
    QVERIFY(first);
    const auto second = Store::open(folder.filePath(u"data"_s), clock);
    QCOMPARE(second.error().field, u"mailboxFolderInUse"_s);
}

void TestMailboxStore::allIsForItsOwnerOnly()
{
    const QTemporaryDir folder;
    const support::ManualClock clock(QDateTime::currentMSecsSinceEpoch());
    const auto store = open(folder, clock);
    QVERIFY(store->add(Leaf::Status, "s"));
    QVERIFY(store->forgetUpto(1));
    QVERIFY(store->add(Leaf::Status, "s"));
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(folder.filePath(u"data"_s)).permissions() & others));
    for (const QString &name : files(folder, u"e*"_s) + files(folder, u"done"_s))
        QVERIFY2(!(QFileInfo(folder.filePath(u"data/"_s + name)).permissions() & others), qPrintable(name));
}

QTEST_GUILESS_MAIN(TestMailboxStore)
#include "tst_mailboxstore.moc"
