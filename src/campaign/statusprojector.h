// SPDX-License-Identifier: GPL-3.0-or-later
// Takes statuses in (DLR-01 to DLR-08): kept raw and durable, then answered; what they make of messages
// follows by itself, a portion a commit, in the order of the messages, so that neighbours share pages.
#pragma once

#include "base/clock.h"
#include "campaign/projection.h"
#include "domain/message.h"
#include "storage/arrivals.h"
#include "storage/groupcommit.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace campaign {

class StatusProjector final : public QObject
{
    Q_OBJECT
public:
    StatusProjector(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock,
                    QObject *parent = nullptr);

    // stored(true) follows the durable commit of the raw event. What it makes of its message is there
    // within a second, unless more come in than can be projected beside it.
    void take(const domain::StatusEvent &event, std::function<void(bool stored)> stored);
    // Now, in this call: before anybody decides by what the messages are. What has been submitted to the
    // GroupCommit is committed first.
    base::Result<void> drain();
    // The same in portions, with the event loop between: at once where few wait. `done` is called in the turn
    // in which nothing waits, and not at all once this is gone.
    void drained(const std::function<void(base::Result<void>)> &done);

Q_SIGNALS:
    void messageChanged(qint64 campaign, qint64 message);
    void sentTwice(qint64 campaign, qint64 message);

private:
    struct Taken
    {
        domain::StatusEvent event;
        std::function<void(bool)> stored;
    };
    using Turn = std::vector<Taken>;
    struct Portion;

    void answer(const Taken &taken, const base::Result<void> &committed);
    void appendSingly(const Turn &turn);
    void projectSoon();
    void projectSome();
    void projected(const Portion &portion, const base::Result<void> &committed);
    void tell(const Projected &projected);
    struct Draining;
    base::Result<bool> drainSome(Draining &draining);
    void drainOn(const std::shared_ptr<Draining> &draining);

    storage::Database &m_database;
    storage::GroupCommit &m_commits;
    const base::Clock &m_clock;
    std::shared_ptr<Turn> m_turn; // what has come since the last commit, to be appended as one
    storage::Arrival m_place;     // behind which the next portion begins
    QTimer m_timer;
    bool m_projecting = false;
    bool m_moreCame = false; // since the last portion
    bool m_careful = false;  // the last portion could not be projected as one
    qint64 m_waiting = 0;    // appended and not projected, about
    int m_most;              // of a portion
};

} // namespace campaign
