// SPDX-License-Identifier: GPL-3.0-or-later
// Long work: a pool thread that reads, portions for the one writer, progress and cancel.
#include "engine/awaited.h"
#include "engine/job.h"
#include "storage/jobrows.h"
#include "support/manualclock.h"
#include "support/patience.h"
#include "support/temporarydatabase.h"

#include <QSqlQuery>
#include <QThread>

using namespace Qt::StringLiterals;
using engine::JobRun;
using storage::JobKind;
using storage::JobRows;
using storage::JobState;

class TestJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<support::TemporaryDatabase>();
        m_commits = std::make_unique<storage::GroupCommit>(*m_database);
        m_jobs = std::make_unique<engine::Jobs>(*m_database, *m_commits, m_clock);
    }
    void cleanup()
    {
        m_jobs.reset();
        m_commits.reset();
    }

    void portionsAreStoredInOrderByTheWritersThread()
    {
        QThread *const mine = QThread::currentThread();
        QList<int> stored;
        const auto result = engine::awaited<int>([&](const auto &done) {
            m_jobs->start<int>(
                [&](JobRun &job) -> base::Result<int> {
                    if (QThread::currentThread() == mine)
                        return -1;
                    for (int i = 0; i < 20; ++i) {
                        auto written = job.write([&, i](storage::Database &) -> base::Result<void> {
                            stored.append(QThread::currentThread() == mine ? i : -1);
                            return {};
                        });
                        if (!written)
                            return written.error();
                    }
                    if (auto settled = job.settle(); !settled)
                        return settled.error();
                    return static_cast<int>(stored.size());
                },
                {}, done);
        });
        QCOMPARE(result.value(), 20);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(stored.at(i), i);
    }

    void whatPortionsOwnIsFreedByTheThreadThatMadeIt()
    {
        struct Owned
        {
            std::atomic<int> &elsewhere;
            QThread *made = QThread::currentThread();
            ~Owned()
            {
                if (QThread::currentThread() != made)
                    ++elsewhere;
            }
        };
        std::atomic<int> elsewhere = 0;
        const auto result = engine::awaited<void>([&](const auto &done) {
            m_jobs->start<void>(
                [&](JobRun &job) -> base::Result<void> {
                    for (int i = 0; i < 50; ++i) {
                        auto written = job.write([owned = std::make_shared<Owned>(elsewhere)](
                                                     storage::Database &) { return base::Result<void>(); });
                        if (!written)
                            return written;
                    }
                    return job.settle();
                },
                {}, done);
        });
        QVERIFY(result.ok());
        QVERIFY2(elsewhere < 10, qPrintable(QString::number(elsewhere)));
    }

    void onlyWhatIsStoredLastWaitsForTheDisk()
    {
        QList<int> synced;
        const auto look = [&synced](storage::Database &writer) -> base::Result<void> {
            QSqlQuery query(u"PRAGMA synchronous"_s, writer.connection());
            query.next();
            synced.append(query.value(0).toInt());
            return {};
        };
        const auto result = engine::awaited<void>([&](const auto &done) {
            m_jobs->start<void>(
                [&](JobRun &job) -> base::Result<void> {
                    if (auto written = job.write(look); !written)
                        return written;
                    return job.store(look);
                },
                {}, done);
        });
        QVERIFY(result.ok());
        QCOMPARE(synced, (QList<int>{1, 2})); // NORMAL, FULL
    }

    void atMostFourWaitForTheWriter()
    {
        std::atomic<int> handedOn = 0;
        std::optional<base::Result<void>> ended;
        m_jobs->start<void>(
            [&](JobRun &job) -> base::Result<void> {
                for (int i = 0; i < 20; ++i) {
                    if (auto written = job.write([](storage::Database &) { return base::Result<void>(); });
                        !written)
                        return written;
                    ++handedOn;
                }
                return job.settle();
            },
            {}, [&](const base::Result<void> &result) { ended = result; });
        // The engine's thread is busy with something else: the pool's must wait, however long it takes.
        QThread::msleep(200);
        QCOMPARE(handedOn.load(), 4);
        QTRY_VERIFY(ended.has_value());
        QCOMPARE(handedOn.load(), 20);
    }

    void aPortionThatCannotBeStoredIsTheLast()
    {
        const auto result = engine::awaited<void>([&](const auto &done) {
            m_jobs->start<void>(
                [](JobRun &job) -> base::Result<void> {
                    for (int i = 0; i < 10; ++i) {
                        auto written = job.write([i](storage::Database &writer) -> base::Result<void> {
                            if (const auto row = JobRows(writer).begin(JobKind::Plan, JobState::Forward,
                                                                       QString::number(i));
                                !row)
                                return row.error();
                            if (i == 3)
                                return base::Error{base::ErrorCode::DiskFull, {}, {}};
                            return {};
                        });
                        if (!written)
                            break;
                    }
                    const auto failed = job.settle();
                    // What takes it back may be stored all the same.
                    if (auto stored = job.store(
                            [](storage::Database &writer) { return JobRows(writer).moveTo(1, 77); });
                        !stored)
                        return stored;
                    return failed;
                },
                {}, done);
        });
        QCOMPARE(result.error().code, base::ErrorCode::DiskFull);
        const auto left = JobRows(*m_database).left().value();
        QCOMPARE(left.size(), 3); // nor what the failing one had done
        QCOMPARE(left.constLast().argument, u"2"_s);
        QCOMPARE(left.constFirst().cursor, 77);
    }

    void jobsFollowOneAnotherAndReadersDoNotWait()
    {
        QStringList order;
        std::atomic<bool> mayEnd = false;
        m_jobs->start<void>(
            [&](JobRun &) -> base::Result<void> {
                while (!mayEnd)
                    QThread::msleep(1);
                return {};
            },
            {}, [&](const auto &) { order.append(u"first"_s); });
        m_jobs->start<void>([&](JobRun &) { return base::Result<void>(); }, {},
                            [&](const auto &) { order.append(u"second"_s); });
        m_jobs->read<void>([&](JobRun &) { return base::Result<void>(); }, {},
                           [&](const auto &) {
                               order.append(u"reader"_s);
                               mayEnd = true;
                           });
        QTRY_COMPARE(order.size(), 3);
        QCOMPARE(order, (QStringList{u"reader"_s, u"first"_s, u"second"_s}));
    }

    void isCancelledByItsProgress()
    {
        qint64 seen = 0;
        const auto result = engine::awaited<void>([&](const auto &done) {
            m_jobs->start<void>(
                [](JobRun &job) -> base::Result<void> {
                    while (job.goesOn(3, 10))
                        QThread::msleep(1);
                    return base::Error{base::ErrorCode::Cancelled, {}, {}};
                },
                [&seen](qint64 so, qint64 total) {
                    seen = std::max(seen, so);
                    return total != 10;
                },
                done);
        });
        QCOMPARE(result.error().code, base::ErrorCode::Cancelled);
        QCOMPARE(seen, 3);
    }

    void theProgramEndsBetweenTwoPortions()
    {
        bool told = false;
        std::atomic<int> outcome = -1;
        m_jobs->start<void>(
            [&](JobRun &job) -> base::Result<void> {
                base::Result<void> written;
                for (int i = 0; i < 1000 && written; ++i)
                    written = job.write([](storage::Database &writer) {
                        const auto row = JobRows(writer).begin(JobKind::Plan, JobState::Forward, {});
                        return row ? base::Result<void>() : base::Result<void>(row.error());
                    });
                outcome = written ? 0 : static_cast<int>(written.error().code);
                return written;
            },
            {}, [&](const auto &) { told = true; });
        QTRY_VERIFY(JobRows(*m_database).left()->size() > 2);
        m_jobs->stop();
        QCOMPARE(outcome.load(), static_cast<int>(base::ErrorCode::Cancelled));
        const auto stored = JobRows(*m_database).left()->size();
        m_commits->flush(); // what it had handed on is not stored after its end
        QCoreApplication::processEvents();
        QCOMPARE(JobRows(*m_database).left()->size(), stored);
        QVERIFY(!told);
    }

    void itsReaderOnlyReads()
    {
        const auto result = engine::awaited<void>([&](const auto &done) {
            m_jobs->start<void>(
                [](JobRun &job) -> base::Result<void> {
                    const auto reader = job.reader();
                    if (!reader)
                        return reader.error();
                    const auto row = JobRows(**reader).begin(JobKind::Plan, JobState::Forward, {});
                    return row ? base::Result<void>() : base::Result<void>(row.error());
                },
                {}, done);
        });
        QCOMPARE(result.error().code, base::ErrorCode::DatabaseUnusable);
    }

    void aRowRemembersUntilItEnds()
    {
        storage::Database &database = *m_database;
        JobRows jobs(database);
        const qint64 id = jobs.begin(JobKind::Erase, JobState::Forward, u"x"_s).value();
        QVERIFY(jobs.moveTo(id, 12));
        QCOMPARE(jobs.left()->constFirst().cursor, 12);
        QVERIFY(jobs.setState(id, JobState::Scrub, {}));
        const storage::JobRow row = jobs.left()->constFirst();
        QCOMPARE(row.kind, JobKind::Erase);
        QCOMPARE(row.state, JobState::Scrub);
        QCOMPARE(row.argument, QString());
        QCOMPARE(row.cursor, 0);
        QVERIFY(jobs.end(id));
        QVERIFY(jobs.left()->isEmpty());
    }

private:
    support::ManualClock m_clock;
    std::unique_ptr<support::TemporaryDatabase> m_database;
    std::unique_ptr<storage::GroupCommit> m_commits;
    std::unique_ptr<engine::Jobs> m_jobs;
};

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
