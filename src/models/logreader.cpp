// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logreader.h"

#include "storage/campaignrepository.h"
#include "storage/journaltimes.h"

#include <algorithm>

namespace models {
using namespace Qt::StringLiterals;

class LogReader::Worker final : public QObject
{
public:
    Worker(QString file, const std::atomic<int> &generation)
        : m_file(std::move(file))
        , m_generation(generation)
    {
    }

    std::optional<LogAnswer> answer(LogQuestion question);

private:
    base::Result<void> read(LogQuestion &question, LogAnswer &answer);
    base::Result<bool> bound(LogQuestion &question);
    base::Result<void> readRows(LogQuestion &question, LogAnswer &answer);
    // Whether anything matches beyond a row, on its newer side.
    base::Result<bool> hasNewer(storage::MessageFilter filter, qint64 id);

    const QString m_file;
    const std::atomic<int> &m_generation;
    base::SystemClock m_clock;
    std::unique_ptr<storage::Database> m_database;
};

std::optional<LogAnswer> LogReader::Worker::answer(LogQuestion question)
{
    if (question.generation != m_generation)
        return std::nullopt;
    LogAnswer answer;
    if (!m_database) {
        auto opened = storage::Database::open(m_file, storage::OpenMode::ReadOnly, m_clock);
        if (opened)
            m_database = std::move(opened).value();
        else
            answer.problem = opened.error();
    }
    if (m_database) {
        if (const auto done = read(question, answer); !done)
            answer.problem = done.error();
    }
    answer.question = std::move(question);
    return answer;
}

base::Result<bool> LogReader::Worker::hasNewer(storage::MessageFilter filter, qint64 id)
{
    filter.newestFirst = false;
    filter.afterId = id;
    filter.limit = 1;
    const auto newer = storage::Journal(*m_database).messages(filter);
    if (!newer)
        return newer.error();
    return !newer->isEmpty();
}

// The ids that the question's times mean; false: nothing was made between them.
base::Result<bool> LogReader::Worker::bound(LogQuestion &question)
{
    storage::JournalTimes times(*m_database);
    storage::MessageFilter &filter = question.filter;
    if (question.periodUntilMs > 0) {
        const auto bounds = times.idsMadeBetween(question.periodFromMs, question.periodUntilMs);
        if (!bounds)
            return bounds.error();
        filter.fromId = qMax<qint64>(1, bounds->from);
        filter.toId = bounds->to;
        if (filter.toId < filter.fromId)
            return false;
    }
    if (question.goToMs > 0) {
        const auto before = times.idsMadeBetween(0, question.goToMs);
        if (!before)
            return before.error();
        filter.afterId = before->to + 1;
    }
    return true;
}

base::Result<void> LogReader::Worker::readRows(LogQuestion &question, LogAnswer &answer)
{
    storage::Journal journal(*m_database);
    storage::MessageFilter &filter = question.filter;
    if (question.kind == LogQuestion::Reread)
        filter.limit = qMax(filter.limit, question.rows);
    filter.newestFirst = question.kind != LogQuestion::Newer;
    auto rows = journal.messages(filter);
    if (!rows)
        return rows.error();
    answer.rows = std::move(rows).value();
    const bool whole = answer.rows.size() < filter.limit;
    if (question.kind == LogQuestion::Newer)
        answer.atNewest = whole;
    else
        answer.atOldest = whole;
    if (question.kind == LogQuestion::Place && answer.rows.isEmpty() && filter.afterId > 0) {
        // Nothing is that old: the oldest page.
        filter.newestFirst = false;
        filter.afterId = 0;
        auto oldest = journal.messages(filter);
        if (!oldest)
            return oldest.error();
        answer.rows = std::move(oldest).value();
    }
    if (!filter.newestFirst)
        std::reverse(answer.rows.begin(), answer.rows.end());
    return {};
}

base::Result<void> LogReader::Worker::read(LogQuestion &question, LogAnswer &answer)
{
    const auto some = bound(question);
    if (!some)
        return some.error();
    if (!*some) {
        answer.atNewest = answer.atOldest = true;
        return {};
    }
    const auto campaigns = storage::CampaignRepository(*m_database).campaigns();
    if (!campaigns)
        return campaigns.error();
    for (const domain::Campaign &campaign : *campaigns)
        answer.campaigns.insert(campaign.id, campaign.name);
    if (auto read = readRows(question, answer); !read)
        return read;
    if (question.kind == LogQuestion::Older || question.kind == LogQuestion::Newer)
        return {};
    const storage::MessageFilter &filter = question.filter;
    answer.atNewest = filter.afterId == 0 && filter.newestFirst;
    if (!answer.atNewest && !answer.rows.isEmpty()) {
        const auto newer = hasNewer(filter, answer.rows.constFirst().id);
        if (!newer)
            return newer.error();
        answer.atNewest = !*newer;
    }
    const auto total = storage::Journal(*m_database).count(filter);
    if (!total)
        return total.error();
    answer.total = *total;
    return {};
}

LogReader::LogReader(const QString &databaseFile)
    : m_worker(new Worker(databaseFile, m_generation))
{
    qRegisterMetaType<LogAnswer>();
    m_thread.setObjectName(u"log"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

LogReader::~LogReader()
{
    ++m_generation; // what waits is not read any more
    m_thread.quit();
    m_thread.wait();
}

void LogReader::ask(LogQuestion question)
{
    if (question.kind == LogQuestion::Place)
        ++m_generation;
    question.generation = m_generation;
    QMetaObject::invokeMethod(
        m_worker,
        [this, question = std::move(question)] {
            // This object waits for the thread before it goes.
            if (const auto answer = m_worker->answer(question))
                Q_EMIT answered(*answer);
        },
        Qt::QueuedConnection);
}

} // namespace models
