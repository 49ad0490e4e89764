// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job.h"

#include <QPointer>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr int mostOutstanding = 4; // portions that wait for the writer
constexpr int readersAtOnce = 2;
constexpr int progressMs = 50;

base::Error cancelled()
{
    return {base::ErrorCode::Cancelled, {}, {}};
}

} // namespace

// Between the pool thread and the engine's.
struct JobRun::Shared
{
    explicit Shared(Jobs *jobs)
        : engine(jobs)
    {
    }

    Jobs *engine; // only for posting to it, and only while it has not stopped
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0;
    std::atomic<bool> isCancelled = false;

    std::mutex mutex; // for those below
    std::condition_variable changed;
    int outstanding = 0;
    bool stopped = false;
    std::optional<base::Error> failure;
};

JobRun::JobRun(std::shared_ptr<Shared> shared, QString databaseFile, const base::Clock &clock)
    : m_shared(std::move(shared))
    , m_databaseFile(std::move(databaseFile))
    , m_clock(clock)
{
}

JobRun::~JobRun() = default;

base::Result<storage::Database *> JobRun::reader()
{
    if (!m_reader) {
        auto opened = storage::Database::open(m_databaseFile, storage::OpenMode::ReadOnly, m_clock);
        if (!opened)
            return opened.error();
        m_reader = std::move(opened).value();
    }
    return m_reader.get();
}

void JobRun::tell(qint64 done, qint64 total)
{
    m_shared->done = done;
    m_shared->total = total;
}

bool JobRun::goesOn(qint64 done, qint64 total)
{
    tell(done, total);
    return !isCancelled();
}

bool JobRun::isCancelled() const
{
    return m_shared->isCancelled;
}

base::Result<void> JobRun::write(Write portion)
{
    return hand(std::move(portion), Sync::WithTheNext);
}

// Memory that one thread takes and another gives back makes both wait for the allocator's lock: in an import
// a seventh of all time. So what a portion owns is kept here until the writer has long done with it.
base::Result<void> JobRun::hand(Write portion, Sync sync)
{
    const auto handed = std::make_shared<Handed>(Handed{std::move(portion), sync});
    {
        std::unique_lock lock(m_shared->mutex);
        m_shared->changed.wait(lock, [this] {
            return m_shared->outstanding < mostOutstanding || m_shared->failure || m_shared->stopped;
        });
        if (m_shared->stopped)
            return cancelled();
        if (m_shared->failure)
            return *m_shared->failure;
        ++m_shared->outstanding;
        // Below the lock: stop() has not passed, so the engine's half still lives.
        QMetaObject::invokeMethod(
            m_shared->engine,
            [engine = m_shared->engine, portion = Jobs::Portion{m_shared, handed}] { engine->take(portion); },
            Qt::QueuedConnection);
    }
    m_handedOver.push_back(handed);
    if (m_handedOver.size() > mostOutstanding + 1)
        m_handedOver.pop_front();
    return {};
}

base::Result<void> JobRun::settle()
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->changed.wait(lock, [this] { return m_shared->outstanding == 0 || m_shared->stopped; });
    if (m_shared->stopped)
        return cancelled();
    if (const auto failure = std::exchange(m_shared->failure, std::nullopt))
        return *failure;
    return {};
}

base::Result<void> JobRun::store(Write portion)
{
    auto written = hand(std::move(portion), Sync::Now);
    auto settled = settle();
    return settled ? written : settled;
}

Jobs::Jobs(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock)
    : m_database(database)
    , m_commits(commits)
    , m_clock(clock)
{
    m_writing.setMaxThreadCount(1);
    m_reading.setMaxThreadCount(readersAtOnce);
    m_progressTimer.setInterval(progressMs);
    connect(&m_progressTimer, &QTimer::timeout, this, &Jobs::tellProgress);
}

Jobs::~Jobs()
{
    stop();
}

void Jobs::stop()
{
    if (std::exchange(m_stopped, true))
        return;
    m_progressTimer.stop();
    m_writing.clear(); // what has not begun
    m_reading.clear();
    for (const auto &running : std::as_const(m_running)) {
        const auto &job = running.first;
        const std::scoped_lock lock(job->mutex);
        job->isCancelled = true;
        job->stopped = true;
        job->changed.notify_all();
    }
    m_writing.waitForDone();
    m_reading.waitForDone();
    m_portions.clear();
    m_running.clear();
}

void Jobs::begin(QThreadPool &pool, const Work &work, const JobProgress &progress,
                 const std::function<void()> &done)
{
    if (m_stopped)
        return;
    m_commits.flush(); // what was asked for before is there for its reader
    auto job = std::make_shared<JobRun::Shared>(this);
    m_running.append({job, progress});
    m_progressTimer.start();
    if (progress && !progress(0, 0))
        job->isCancelled = true;
    pool.start([this, job, work, done, file = m_database.file(), &clock = m_clock] {
        JobRun run(job, file, clock);
        work(run);
        const std::scoped_lock lock(job->mutex);
        if (job->stopped)
            return;
        QMetaObject::invokeMethod(
            this, [this, job, done] { end(job, done); }, Qt::QueuedConnection);
    });
}

void Jobs::end(const std::shared_ptr<JobRun::Shared> &job, const std::function<void()> &done)
{
    if (m_stopped)
        return;
    const auto running = std::find_if(m_running.begin(), m_running.end(),
                                      [&job](const auto &one) { return one.first == job; });
    m_running.erase(running);
    if (m_running.isEmpty())
        m_progressTimer.stop();
    done();
}

void Jobs::take(const Portion &portion)
{
    m_portions.push_back(portion);
    if (!m_storing)
        storeNext();
}

// One portion a commit, and what has come in meanwhile before the next.
void Jobs::storeNext()
{
    m_storing = false;
    if (m_stopped || m_portions.empty())
        return;
    const Portion portion = std::move(m_portions.front());
    m_portions.pop_front();
    m_storing = true;
    const auto stored = [self = QPointer(this), job = portion.job](const base::Result<void> &done) {
        {
            const std::scoped_lock lock(job->mutex);
            --job->outstanding;
            if (!done && !job->failure)
                job->failure = done.error();
            job->changed.notify_all();
        }
        if (self)
            QTimer::singleShot(0, self.data(), &Jobs::storeNext);
    };
    {
        const std::scoped_lock lock(portion.job->mutex);
        if (portion.job->failure) { // of one before it
            --portion.job->outstanding;
            portion.job->changed.notify_all();
            QTimer::singleShot(0, this, &Jobs::storeNext);
            return;
        }
    }
    const auto write = [this, portion]() -> base::Result<void> {
        if (m_stopped) // what it refers to may be gone
            return cancelled();
        return portion.handed->write(m_database);
    };
    m_commits.submit(write, stored, portion.handed->sync);
}

void Jobs::tellProgress()
{
    const auto running = m_running; // a progress may end one
    for (const auto &[job, progress] : running) {
        if (progress && !progress(job->done, job->total))
            job->isCancelled = true;
    }
}

} // namespace engine
