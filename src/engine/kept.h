// SPDX-License-Identifier: GPL-3.0-or-later
// What a person keeps and changes by hand: each change one transaction of the engine's own connection.
#pragma once

#include "base/clock.h"
#include "storage/groupcommit.h"
#include "storage/transaction.h"

#include <QObject>

namespace engine {

class Kept : public QObject
{
    Q_OBJECT
public:
    Kept(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock)
        : m_database(database)
        , m_commits(commits)
        , m_clock(clock)
    {
    }

Q_SIGNALS:
    void changed();

protected:
    // Stores what `work` does, and tells.
    template <typename Work>
    base::Result<void> change(const Work &work)
    {
        m_commits.flush();
        const base::Result<void> done = storage::inTransaction(m_database, work);
        if (done)
            Q_EMIT changed();
        return done;
    }

    storage::Database &m_database;
    storage::GroupCommit &m_commits;
    const base::Clock &m_clock;
};

} // namespace engine
