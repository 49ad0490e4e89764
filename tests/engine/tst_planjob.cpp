// SPDX-License-Identifier: GPL-3.0-or-later
// Planning in portions: found by nobody until it is whole, and taken back when it was cut off.
#include "engine/contactbook.h"
#include "engine/office.h"
#include "storage/jobrows.h"
#include "storage/statement.h"
#include "support/patience.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace {

constexpr int people = 3000;

} // namespace

class TestPlanJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_office = std::make_unique<support::Office>();
        writeList(people);
    }
    void cleanup()
    {
        m_reader.reset();
        m_office.reset();
    }

    void aLargePlanIsWhole()
    {
        const auto plan = m_office->planned(draft());
        QCOMPARE(plan->totals.recipients, people);
        QCOMPARE(plan->skippedCount, 1);
        QCOMPARE(m_office->campaign(plan->campaign).recipients, people);
        QCOMPARE(messages(), people);
        QCOMPARE(m_office->numbersOf(plan->campaign).size(), qMin(people, 1000));
        QVERIFY(left().isEmpty());
    }

    void nobodyFindsItBeforeItIsWhole()
    {
        int portions = 0;
        connect(&m_office->engine->commits(), &storage::GroupCommit::commitSucceeded, this, [&] {
            const bool begun = messages() > 0;
            const bool whole = left().isEmpty();
            portions += begun && !whole ? 1 : 0;
            QCOMPARE(m_office->campaigns().size(), begun && whole ? 1 : 0);
        });
        const auto plan = m_office->planned(draft());
        QVERIFY(portions > 2);
        QVERIFY(m_office->objections(plan->campaign).ok());
    }

    void whatWasCutOffIsTakenBack()
    {
        const qint64 other = m_office->engine->planning().planTyped(typed())->campaign;
        cutOffAfter(3);
        QVERIFY(messages() > 1);
        QVERIFY(messages() < people);
        m_office->open();
        QCOMPARE(m_office->campaigns().size(), 1);
        QTRY_VERIFY(left().isEmpty());
        QCOMPARE(messages(), 1);
        QCOMPARE(m_office->campaigns().size(), 1);
        QCOMPARE(m_office->campaign(other).recipients, 1);
        QCOMPARE(m_office->campaign(other).counts[static_cast<size_t>(domain::MessageState::Queued)], 1);
    }

    void whatIsCutOffWhileItIsTakenBackIsTakenBack()
    {
        cutOffAfter(5);
        const qint64 before = messages();
        m_office->open();
        quitAfter(1);
        m_office->engine.reset();
        QVERIFY(messages() < before);
        m_office->open();
        QTRY_VERIFY(left().isEmpty());
        QCOMPARE(messages(), 0);
    }

    void cancelledItLeavesNothing()
    {
        writeList(10 * people);
        bool goesOn = true;
        connect(&m_office->engine->commits(), &storage::GroupCommit::commitSucceeded, this, [&] {
            if (messages() > 0 && std::exchange(goesOn, false))
                QTest::qWait(60); // until the progress is asked again
        });
        const auto plan = engine::awaited<engine::PlanSummary>([&](const auto &done) {
            m_office->engine->planning().plan(
                draft(), [&goesOn](qint64, qint64) { return goesOn; }, done);
        });
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().code, base::ErrorCode::Cancelled);
        QVERIFY(!goesOn);
        QCOMPARE(messages(), 0);
        QVERIFY(left().isEmpty());
        QVERIFY(m_office->campaigns().isEmpty());
    }

    void oneThatFailsAtItsEndLeavesNothing()
    {
        QFile list(m_lists.filePath(u"liste.csv"_s));
        QVERIFY(list.open(QIODevice::Append));
        list.write("90099999;\"uten slutt\n");
        list.close();
        QVERIFY(!m_office->planned(draft()).ok());
        QCOMPARE(messages(), 0);
        QVERIFY(left().isEmpty());
    }

    void nobodyToSendToLeavesNothing()
    {
        engine::Draft wanted = draft();
        wanted.text = u"Hei {finnes ikke}"_s;
        const auto plan = m_office->planned(wanted);
        QCOMPARE(plan->campaign, 0);
        QCOMPARE(plan->skippedCount, people + 1);
        QVERIFY(m_office->campaigns().isEmpty());
        QVERIFY(left().isEmpty());
    }

    void whatIsDiscardedIsGoneAtOnce()
    {
        const qint64 id = m_office->planned(draft())->campaign;
        QVERIFY(m_office->engine->planning().discard(id).ok());
        QVERIFY(m_office->campaigns().isEmpty());
        QVERIFY(messages() > 0); // it takes its time
        storage::Journal journal(m_office->engine->database());
        QCOMPARE(journal.messages({})->size(), 0);
        QCOMPARE(journal.count({})->value_or(-1), 0);
        (void)engine::awaited<void>(
            [&](const auto &done) { m_office->engine->contactBook().afterJobs(done); });
        QVERIFY(left().isEmpty());
        QCOMPARE(messages(), 0);
    }

    void anExaminationWaitsForNobody()
    {
        bool planned = false;
        m_office->engine->planning().plan(draft(), {}, [&planned](const auto &) { planned = true; });
        const auto examined = m_office->examined(typed());
        QCOMPARE(examined->totals.recipients, 1);
        QVERIFY(!planned);
        QTRY_VERIFY(planned);
    }

    void anExaminationIsGivenUp()
    {
        const auto examined = engine::awaited<engine::PlanSummary>([&](const auto &done) {
            m_office->engine->planning().examine(
                draft(), [](qint64, qint64) { return false; }, done);
        });
        QCOMPARE(examined.error().code, base::ErrorCode::Cancelled);
    }

private:
    void writeList(int rows)
    {
        QFile list(m_lists.filePath(u"liste.csv"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("Mobil;Navn\n");
        for (int i = 0; i < rows; ++i)
            list.write(QByteArray::number(90'000'000 + i) + ";Person " + QByteArray::number(i) + "\n");
        list.write("ikke et nummer;Per\n");
    }
    engine::Draft typed()
    {
        engine::Draft wanted;
        wanted.sender = u"26114"_s;
        wanted.text = u"Hei!"_s;
        wanted.recipients.typed = {u"99999991"_s};
        return wanted;
    }
    engine::Draft draft()
    {
        engine::Draft wanted = typed();
        wanted.text = u"Hei {navn}!"_s;
        wanted.recipients.typed.clear();
        wanted.recipients.listFile = m_lists.filePath(u"liste.csv"_s);
        return wanted;
    }
    // As another program sees it, whether or not the engine is open.
    storage::Database &reader()
    {
        m_reader = storage::Database::open(m_office->profile->databaseFile(), storage::OpenMode::ReadOnly,
                                           m_office->clock)
                       .value();
        return *m_reader;
    }
    qint64 messages()
    {
        // Of a plan that is not whole the journal tells nobody.
        return storage::selectNumber(reader(), u"SELECT count(*) FROM message"_s)->value_or(0);
    }
    QList<storage::JobRow> left() { return storage::JobRows(reader()).left().value(); }
    void quitAfter(int commits)
    {
        QEventLoop loop;
        connect(&m_office->engine->commits(), &storage::GroupCommit::commitSucceeded, &loop, [&] {
            if (--commits == 0)
                loop.quit();
        });
        loop.exec();
    }
    void cutOffAfter(int commits)
    {
        m_office->engine->planning().plan(draft(), {}, [](const auto &) { QFAIL("It ended too soon"); });
        quitAfter(commits);
        m_office->engine.reset();
    }

    QTemporaryDir m_lists;
    std::unique_ptr<support::Office> m_office;
    std::unique_ptr<storage::Database> m_reader;
};

QTEST_GUILESS_MAIN(TestPlanJob)
#include "tst_planjob.moc"
