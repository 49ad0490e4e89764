// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that are being written outlive the program; a campaign becomes one again.
#include "engine/drafts.h"
#include "engine/office.h"
#include "storage/personerasure.h"
#include "storage/retention.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace {

engine::Draft fullDraft()
{
    engine::Draft draft;
    draft.sender = u"Korps"_s;
    draft.text = u"Hei {navn}"_s;
    draft.options.unicode = true;
    draft.options.validityMinutes = 60;
    draft.options.templateType = u"otp"_s;
    draft.options.templateFields = {{u"code"_s, u"1234"_s}};
    draft.mode = domain::SendMode::Single;
    draft.startAtMs = 1'900'000'100'000;
    draft.startZone = u"Europe/Oslo"_s;
    draft.catchUpMinutes = 15;
    draft.repeat = domain::Repeat::Weekly;
    engine::Recipients &recipients = draft.recipients;
    recipients.typed = {u"999 99 991"_s, u"12"_s};
    recipients.groups = {u"Styret"_s};
    recipients.listFile = u"/tmp/liste.xlsx"_s;
    recipients.list.sheet = u"Ark 2"_s;
    recipients.list.headerRow = 3;
    recipients.list.separator = u';';
    recipients.list.columns = {{engine::ColumnRole::Phone, {u"Mobil"_s, u"Mobil 2"_s}}};
    recipients.removed = {u"+4799999993"_s};
    recipients.retyped = {{4, u"9999999"_s, u"+4799999994"_s}};
    recipients.leaveOutLandlines = true;
    recipients.plainLetters = true;
    recipients.eachRow = true;
    return draft;
}

base::Result<engine::Reused> reuse(support::Office &office, qint64 campaign, engine::Again again,
                                   const QString &list = {})
{
    return engine::awaited<engine::Reused>(
        [&](const auto &done) { office.engine->drafts().reuse(campaign, again, list, done); });
}

QList<storage::DraftRow> rowsOf(support::Office &office)
{
    return storage::DraftRepository(office.engine->database()).drafts().value();
}

} // namespace

class TestDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftComesBackWhole()
    {
        support::Office office;
        const engine::Draft draft = fullDraft();
        QVERIFY(office.engine->drafts().save({7, 0, true, draft, {}}).ok());
        office.open(); // the program ended, however
        const auto rows = rowsOf(office);
        QCOMPARE(rows.size(), 1);
        const engine::StoredDraft stored = engine::fromRow(rows.constFirst());
        QCOMPARE(stored.id, 7);
        QVERIFY(stored.open);
        QCOMPARE(stored.changedMs, office.clock.nowMs());
        QVERIFY(stored.draft.recipients == draft.recipients);
        QVERIFY(stored.draft.options == draft.options);
        QCOMPARE(stored.draft.sender, draft.sender);
        QCOMPARE(stored.draft.text, draft.text);
        QCOMPARE(stored.draft.mode, draft.mode);
        QCOMPARE(stored.draft.startAtMs, draft.startAtMs);
        QCOMPARE(stored.draft.startZone, draft.startZone);
        QCOMPARE(stored.draft.catchUpMinutes, draft.catchUpMinutes);
        QCOMPARE(stored.draft.repeat, draft.repeat);
    }

    void oneIsOpenAndTheOthersWait()
    {
        support::Office office;
        engine::Drafts &drafts = office.engine->drafts();
        QVERIFY(drafts.save({1, 0, true, fullDraft(), {}}).ok());
        office.clock.advance(1000);
        QVERIFY(drafts.save({2, 0, true, fullDraft(), u"Navn\tMobil\nKari\t99999991"_s}).ok());
        auto rows = rowsOf(office);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).id, 2); // the last changed first
        QVERIFY(rows.at(0).open && !rows.at(1).open);
        QCOMPARE(engine::fromRow(rows.at(0)).draft.recipients.listFile, QString()); // it comes from `pasted`
        QVERIFY(drafts.remove(2).ok());
        QVERIFY(drafts.remove(2).ok());
        QCOMPARE(rowsOf(office).size(), 1);
    }

    void whoIsErasedIsTakenOut()
    {
        support::Office office;
        engine::Draft draft = fullDraft();
        draft.recipients.typed = {u"999 99 991"_s, u"99999992"_s};
        QVERIFY(office.engine->drafts()
                    .save({1, 0, true, draft, u"Navn\tMobil\nKari\t+47 99 99 99 91\nOla\t99999992"_s})
                    .ok());
        const auto erase = [&office](const QString &number) {
            return storage::inTransaction(office.engine->database(), [&] {
                return storage::PersonErasure(office.engine->database())
                    .eraseAtOnce(number, office.clock.nowMs());
            });
        };
        QVERIFY(erase(u"+4799999991"_s).ok());
        QVERIFY(erase(u"+4799999993"_s).ok());
        const engine::StoredDraft stored = engine::fromRow(rowsOf(office).constFirst());
        QCOMPARE(stored.draft.recipients.typed, QStringList{u"99999992"_s});
        QCOMPARE(stored.pasted, u"Navn\tMobil\nOla\t99999992"_s);
        QVERIFY(!rowsOf(office).constFirst().content.contains(u"99999993"_s)); // which had been removed
    }

    void oldOnesAreForgottenWithTheTexts()
    {
        support::Office office;
        QVERIFY(office.engine->drafts().save({1, 0, true, fullDraft(), {}}).ok());
        const qint64 now = office.clock.nowMs();
        const auto forget = [&office](qint64 before, qint64 at) {
            return storage::inTransaction(office.engine->database(), [&] {
                return storage::Retention(office.engine->database()).forgetTexts({before, at}, 100);
            });
        };
        QCOMPARE(forget(now, now).value(), 0);
        QCOMPARE(rowsOf(office).size(), 1);
        QCOMPARE(forget(now + 1, now + 1).value(), 1);
        QVERIFY(rowsOf(office).isEmpty());
    }

    void whoGetsItAgain_data()
    {
        QTest::addColumn<engine::Again>("again");
        QTest::addColumn<QStringList>("numbers"); // that get it
        QTest::newRow("all") << engine::Again::Everybody
                             << QStringList{u"+4799999991"_s, u"+4799999992"_s, u"+4799999995"_s};
        QTest::newRow("those who did not get it")
            << engine::Again::NotReached << QStringList{u"+4799999992"_s};
        QTest::newRow("the text alone") << engine::Again::Nobody << QStringList();
    }
    void whoGetsItAgain()
    {
        QFETCH(engine::Again, again);
        QFETCH(QStringList, numbers);
        support::Office office;
        const QString list = office.folder.filePath(u"liste.csv"_s);
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Mobil;Navn\n99999991;Kari\n99999992;Ola\n");
        file.close();
        engine::Draft draft;
        draft.sender = u"26114"_s;
        draft.text = u"Hei {navn|du}"_s;
        draft.recipients.listFile = list;
        draft.recipients.typed = {u"99999995"_s};
        const qint64 id = office.planned(draft)->campaign;
        QVERIFY(storage::inTransaction(office.engine->database(), [&] {
                    storage::Step step;
                    step.to = domain::MessageState::Delivered;
                    step.kind = domain::EventKind::Status;
                    step.atMs = office.clock.nowMs();
                    return storage::Journal(office.engine->database())
                        .moveAll(id, {domain::MessageState::Queued}, step);
                }).ok());
        QVERIFY(storage::inTransaction(office.engine->database(), [&] {
                    storage::MessageFilter filter;
                    filter.campaign = id;
                    storage::Journal journal(office.engine->database());
                    for (const domain::Message &message : journal.messages(filter).value()) {
                        if (message.number == "+4799999992"_L1)
                            return journal.apply(stepTo(message.id, domain::MessageState::Failed));
                    }
                    return base::Result<void>(base::Error{base::ErrorCode::NotFound, {}, {}});
                }).ok());
        const auto reused = reuse(office, id, again);
        QVERIFY(reused.ok());
        QVERIFY(reused->goneList.isEmpty());
        QCOMPARE(reused->draft.text, draft.text);
        const auto plan = office.examined(reused->draft);
        QVERIFY(plan.ok());
        QStringList found;
        for (const domain::Message &message : plan->sample) {
            found.append(message.number);
            if (message.number == "+4799999992"_L1)
                QCOMPARE(message.text, u"Hei Ola"_s); // its column is there
        }
        found.sort();
        QCOMPARE(found, numbers);
    }

    void aNameOfNumbersComesBackAndIsErasedWithThem()
    {
        support::Office office;
        engine::StoredDraft draft{7, 0, true, fullDraft(), {}};
        draft.names = {{u"999 99 991"_s, u"Kari Nordmann"_s}};
        QVERIFY(office.engine->drafts().save(draft).ok());
        const engine::StoredDraft back = engine::fromRow(rowsOf(office).constFirst());
        QCOMPARE(back.draft.recipients.typed, draft.draft.recipients.typed);
        QCOMPARE(back.names, draft.names);
        QVERIFY(!rowsOf(office).constFirst().content.contains(u"Kari"_s));
        QVERIFY(storage::inTransaction(office.engine->database(), [&] {
                    return storage::PersonErasure(office.engine->database())
                        .eraseAtOnce(u"+4799999991"_s, office.clock.nowMs());
                }).ok());
        QCOMPARE(rowsOf(office).constFirst().typed, QStringList{u"12"_s});
    }

    void aPastedListIsUsedAgainWithItsColumns()
    {
        support::Office office;
        const QString pasted = u"Navn\tMobil\nKari\t99999991\nOla\t99999992"_s;
        const QString list = office.folder.filePath(u"Pasted list (3).tsv"_s);
        QVERIFY(engine::writePasted(pasted, list).ok());
        engine::StoredDraft draft{5, 0, true, {}, pasted};
        draft.draft.sender = u"26114"_s;
        draft.draft.text = u"Hei {navn}"_s;
        draft.draft.recipients.listFile = list;
        QVERIFY(office.engine->drafts().save(draft).ok());
        const qint64 id = office.planned(draft.draft)->campaign;
        QVERIFY(office.engine->drafts().handOver(draft, id).ok());
        QVERIFY(rowsOf(office).isEmpty()); // it waits for nobody
        QVERIFY(QFile::remove(list));      // as the window's end does
        office.open();
        const auto reused = reuse(office, id, engine::Again::Everybody);
        QVERIFY(reused.ok());
        QVERIFY(reused->goneList.isEmpty());
        QCOMPARE(reused->pasted, pasted);
        QVERIFY(reused->draft.recipients.typed.isEmpty());
        QVERIFY(storage::inTransaction(office.engine->database(), [&] {
                    return storage::PersonErasure(office.engine->database())
                        .eraseAtOnce(u"+4799999991"_s, office.clock.nowMs());
                }).ok());
        QVERIFY(!reuse(office, id, engine::Again::Everybody)->pasted.contains(u"Kari"_s));
    }

    void aListThatWasMovedIsReadWhereItIsNow()
    {
        support::Office office;
        const QString list = office.folder.filePath(u"liste.csv"_s);
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Mobil;Navn\n99999991;Kari\n99999992;Ola\n");
        file.close();
        engine::Draft draft;
        draft.sender = u"26114"_s;
        draft.text = u"Hei {navn}"_s;
        draft.recipients.listFile = list;
        const qint64 id = office.planned(draft)->campaign;
        const QString moved = office.folder.filePath(u"flyttet.csv"_s);
        QVERIFY(QFile::rename(list, moved));
        QCOMPARE(reuse(office, id, engine::Again::Everybody)->goneList, list);
        const auto found = reuse(office, id, engine::Again::Everybody, moved);
        QVERIFY(found.ok());
        QVERIFY(found->goneList.isEmpty());
        QCOMPARE(found->draft.recipients.listFile, moved);
        const auto plan = office.examined(found->draft);
        QVERIFY(plan.ok());
        QCOMPARE(plan->sample.constFirst().text, u"Hei Kari"_s);
    }

    void withoutTheListItsNumbersAreThere()
    {
        support::Office office;
        const QString list = office.folder.filePath(u"liste.csv"_s);
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Mobil;Navn\n99999991;Kari\n99999992;Ola\n");
        file.close();
        engine::Draft draft;
        draft.sender = u"26114"_s;
        draft.text = u"Hei"_s;
        draft.recipients.listFile = list;
        const qint64 id = office.planned(draft)->campaign;
        QVERIFY(file.remove());
        const auto reused = reuse(office, id, engine::Again::Everybody);
        QVERIFY(reused.ok());
        QCOMPARE(reused->goneList, list);
        QCOMPARE(reused->draft.recipients.typed, (QStringList{u"+4799999991"_s, u"+4799999992"_s}));
        QCOMPARE(reused->draft.recipients.listFile, QString());
    }

private:
    static storage::Step stepTo(qint64 message, domain::MessageState state)
    {
        storage::Step step;
        step.message = message;
        step.to = state;
        step.kind = domain::EventKind::Status;
        return step;
    }
};

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
