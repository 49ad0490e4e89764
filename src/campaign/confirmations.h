// SPDX-License-Identifier: GPL-3.0-or-later
// DLR-05: a message of which nothing final was heard for its validity plus 24 hours is shown as
// 'no confirmation', never as failed. A later status still counts.
#pragma once

#include "base/clock.h"
#include "storage/groupcommit.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace campaign {

class Confirmations final : public QObject
{
    Q_OBJECT
public:
    // believed: whether the clock is to be trusted now; while it is not, nothing is due.
    Confirmations(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock,
                  std::function<bool()> believed, QObject *parent = nullptr);

    // Moves those that are due, a batch per commit with pauses between, and looks again every ten minutes.
    void check();

Q_SIGNALS:
    void messagesChanged(qint64 campaign);

private:
    storage::Database &m_database;
    storage::GroupCommit &m_commits;
    const base::Clock &m_clock;
    std::function<bool()> m_believed;
    bool m_checking = false;
    QTimer m_timer;
};

} // namespace campaign
