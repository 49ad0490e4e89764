// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/groupcommit.h"

#include "storage/savepoint.h"
#include "storage/statement.h"
#include "storage/transaction.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <utility>
#include <vector>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

// Qt's event loop hands ready sockets over in small batches; three turns gather twice as many. What does not
// wait for the disk gains nothing by company.
constexpr int turnsToGather = 3;

// Whether a commit waits for the disk. Every other writer on this connection relies on it.
base::Result<void> setSynced(Database &database, bool synced)
{
    return database.control(database.dialect().setSynced(synced));
}

} // namespace

bool cannotStore(const base::Error &error)
{
    return error.code == base::ErrorCode::DiskFull || error.code == base::ErrorCode::DatabaseUnusable;
}

GroupCommit::GroupCommit(Database &database, QObject *parent, qint64 quick)
    : QObject(parent)
    , m_database(database)
    , m_quickUs(quick)
{
}

GroupCommit::~GroupCommit()
{
    while (!m_items.isEmpty())
        flush();
}

void GroupCommit::submit(Work work, Done done, Sync sync)
{
    m_items.append({std::move(work), std::move(done), sync});
    schedule(sync == Sync::Now ? turnsToGather : 1);
}

void GroupCommit::schedule(int turns)
{
    if (m_turnsLeft >= 0)
        return;
    m_turnsLeft = turns;
    QTimer::singleShot(0, this, [this] { turn(); });
}

void GroupCommit::turn()
{
    if (m_turnsLeft < 0) // flushed meanwhile
        return;
    if (--m_turnsLeft > 0)
        QTimer::singleShot(0, this, [this] { turn(); });
    else
        flush();
}

void GroupCommit::hurry()
{
    if (m_flushing == 0 && m_tookUs <= m_quickUs)
        flush();
}

void GroupCommit::flush()
{
    if (m_running) // from inside a work: it waits for the next group
        return;
    m_turnsLeft = -1;
    QList<Item> items = std::exchange(m_items, {});
    if (items.isEmpty())
        return;

    std::vector<base::Result<void>> results(static_cast<size_t>(items.size()));
    ++m_flushing;
    m_running = true;
    const base::Result<void> committed = commit(items, results);
    m_running = false;
    if (committed && m_committed)
        m_committed();
    const base::Error *trouble = committed ? nullptr : &committed.error();
    for (const base::Result<void> &result : results) {
        if (!trouble && !result && cannotStore(result.error()))
            trouble = &result.error();
    }
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items[i].done)
            items[i].done(committed ? results[static_cast<size_t>(i)] : committed);
    }
    --m_flushing;
    if (trouble)
        Q_EMIT commitFailed(*trouble);
    else
        Q_EMIT commitSucceeded();
}

// A system tells only once that the disk has not taken something. What was committed without waiting could be
// missing then, and after a loss of power all that stands behind it in the log would be, too. So the log is
// brought into the database first, from what the system remembers.
base::Result<void> GroupCommit::settleDoubt()
{
    if (!m_doubtful)
        return {};
    if (m_database.dialect().isServer()) { // stops by itself where its disk has not taken something
        m_doubtful = false;
        return {};
    }
    if (auto brought = run(m_database, u"PRAGMA wal_checkpoint(PASSIVE)"_s); !brought)
        return brought;
    m_doubtful = false;
    return {};
}

base::Result<void> GroupCommit::commit(const QList<Item> &items, std::vector<base::Result<void>> &results)
{
    if (auto settled = settleDoubt(); !settled)
        return settled;
    const bool synced =
        std::any_of(items.cbegin(), items.cend(), [](const Item &item) { return item.sync == Sync::Now; });
    if (!synced) {
        if (auto set = setSynced(m_database, false); !set)
            return set;
    }
    QElapsedTimer took;
    const auto committed = inTransaction(m_database, [&]() -> base::Result<void> {
        for (size_t i = 0; i < results.size(); ++i) {
            const Work &work = items[static_cast<qsizetype>(i)].work;
            if (auto kept = inSavepoint(m_database, work, results[i]); !kept)
                return kept;
        }
        took.start();
        return {};
    });
    m_doubtful = !committed && (m_unsynced || !synced);
    if (!synced) {
        m_unsynced = true;
        auto set = setSynced(m_database, true);
        return committed ? set : committed;
    }
    m_unsynced = m_unsynced && !committed;
    m_tookUs = committed ? took.nsecsElapsed() / 1000 : std::numeric_limits<qint64>::max();
    return committed;
}

} // namespace storage
