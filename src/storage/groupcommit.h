// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the writes that are ready at the same time into one durable commit; what each asks to be
// told, it is told only after that commit.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QList>
#include <QObject>

#include <functional>
#include <limits>
#include <vector>

namespace storage {

// The disk is full, or the database locked or damaged: not the fault of what was to be stored.
bool cannotStore(const base::Error &error);

class GroupCommit final : public QObject
{
    Q_OBJECT
public:
    using Work = std::function<base::Result<void>()>; // runs inside the transaction, in a savepoint
    using Done = std::function<void(const base::Result<void> &)>; // after the commit, or why not

    // When what was done is on the disk. WithTheNext: a loss of power may take it back, until another commit
    // is synced; for what is made again from something durable, by a cursor that this very commit moves.
    enum class Sync { Now, WithTheNext };

    static constexpr qint64 quickUs = 1000;

    // quick: how long the disk may take for a commit that hurry() does not put off.
    explicit GroupCommit(Database &database, QObject *parent = nullptr, qint64 quick = quickUs);
    ~GroupCommit() override; // commits what waits

    // Never runs anything from inside the call. A failing work loses only its own changes; a
    // failing commit fails all of its group. One that is to be synced now syncs all of its group.
    void submit(Work work, Done done = {}, Sync sync = Sync::Now);
    // Called after each commit, before anybody is told of it.
    void setCommitted(std::function<void()> committed) { m_committed = std::move(committed); }
    void flush(); // now, in this call; does nothing inside a work
    // As flush(), unless the last commit was slow, or this is told by one: then soon, with others. For whom
    // each millisecond counts: requests that wait for a common commit leave, and are answered, in step.
    void hurry();

Q_SIGNALS:
    // The group, or a work of it, could not be stored: disk full, locked, damaged. After its dones.
    void commitFailed(const base::Error &error);
    void commitSucceeded();

private:
    struct Item
    {
        Work work;
        Done done;
        Sync sync;
    };

    void schedule(int turns);
    void turn();
    base::Result<void> commit(const QList<Item> &items, std::vector<base::Result<void>> &results);
    base::Result<void> settleDoubt();

    Database &m_database;
    std::function<void()> m_committed;
    QList<Item> m_items;
    const qint64 m_quickUs;
    qint64 m_tookUs = std::numeric_limits<qint64>::max(); // the last synced commit, without its works
    bool m_unsynced = false; // some commit since the last one that waited for the disk
    bool m_doubtful = false; // and then one failed to
    bool m_running = false;
    int m_flushing = 0;
    int m_turnsLeft = -1; // three zero-timer turns gather a larger group
};

} // namespace storage
