// SPDX-License-Identifier: GPL-3.0-or-later
// Long work, so that neither sending nor receiving waits for it: a pool thread reads, parses and judges, on
// a connection that only reads, and hands what is finished to the one writer in portions. What must be
// ended whatever happens has a row beside (storage/jobrows.h).
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "storage/database.h"
#include "storage/groupcommit.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace engine {

constexpr int jobPortion = 500; // rows that are stored in one commit

// How far it has come, a few times a second and at its beginning, in the engine's thread; total 0: unknown.
// False cancels.
using JobProgress = std::function<bool(qint64 done, qint64 total)>;
template <typename Value>
using JobDone = std::function<void(base::Result<Value>)>; // once, in the engine's thread

// What the pool thread's half of a job is given.
class JobRun
{
public:
    using Write = std::function<base::Result<void>(storage::Database &writer)>;
    struct Shared;

    JobRun(std::shared_ptr<Shared> shared, QString databaseFile, const base::Clock &clock);
    ~JobRun();

    base::Result<storage::Database *> reader(); // opened at the first call
    void tell(qint64 done, qint64 total);
    // tell(), and whether to go on: false once it is cancelled or the program ends.
    bool goesOn(qint64 done, qint64 total);
    bool isCancelled() const; // or the program ends

    // Hands a portion to the writer, who takes them in order, in the engine's thread; waits while four are
    // outstanding. A portion that cannot be stored undoes itself, and none after it is taken: its error is
    // the next call's. Cancelled: the program ends; what has been taken stays. It may run after the work has
    // returned, so it owns what it uses; not so with store(), which waits for it. No portion waits for the
    // disk: after a loss of power the job's row knows how far it had come. What is stored last does.
    base::Result<void> write(Write portion);
    // Waits until all are committed. The error of a portion is told once: what undoes the job may then write.
    base::Result<void> settle();
    base::Result<void> store(Write portion); // write() and settle(); durable, with all before it

private:
    friend class Jobs;
    using Sync = storage::GroupCommit::Sync;
    struct Handed
    {
        Write write;
        Sync sync;
    };

    base::Result<void> hand(Write portion, Sync sync);

    std::shared_ptr<Shared> m_shared;
    QString m_databaseFile;
    const base::Clock &m_clock;
    std::unique_ptr<storage::Database> m_reader;
    std::deque<std::shared_ptr<Handed>> m_handedOver; // freed by the thread that made them
};

class Jobs final : public QObject
{
    Q_OBJECT
public:
    Jobs(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock);
    ~Jobs() override; // as stop()

    // One after another, in the order of the calls: each sees what those before it have stored. `work` may
    // touch nothing of the engine's thread but in its portions.
    template <typename Value>
    void start(std::function<base::Result<Value>(JobRun &)> work, const JobProgress &progress,
               const JobDone<Value> &done)
    {
        run(m_writing, std::move(work), progress, done);
    }
    // For what writes nothing: at once, whatever else is under way.
    template <typename Value>
    void read(std::function<base::Result<Value>(JobRun &)> work, const JobProgress &progress,
              const JobDone<Value> &done)
    {
        run(m_reading, std::move(work), progress, done);
    }

    // Of the program: what is under way ends between two portions, and its `done` is not told. Its row, if
    // it has one, remembers.
    void stop();

private:
    friend class JobRun;
    using Work = std::function<void(JobRun &)>;

    struct Portion
    {
        std::shared_ptr<JobRun::Shared> job;
        std::shared_ptr<JobRun::Handed> handed;
    };

    template <typename Value>
    void run(QThreadPool &pool, std::function<base::Result<Value>(JobRun &)> work,
             const JobProgress &progress, const JobDone<Value> &done)
    {
        auto result = std::make_shared<std::optional<base::Result<Value>>>();
        begin(
            pool, [work = std::move(work), result](JobRun &job) { result->emplace(work(job)); }, progress,
            [done, result] { done(std::move(**result)); });
    }
    void begin(QThreadPool &pool, const Work &work, const JobProgress &progress,
               const std::function<void()> &done);
    void end(const std::shared_ptr<JobRun::Shared> &job, const std::function<void()> &done);
    void take(const Portion &portion);
    void storeNext();
    void tellProgress();

    storage::Database &m_database;
    storage::GroupCommit &m_commits;
    const base::Clock &m_clock;
    std::deque<Portion> m_portions;
    bool m_storing = false;
    bool m_stopped = false;
    QList<std::pair<std::shared_ptr<JobRun::Shared>, JobProgress>> m_running;
    QTimer m_progressTimer;
    QThreadPool m_writing; // one thread
    QThreadPool m_reading;
};

} // namespace engine
