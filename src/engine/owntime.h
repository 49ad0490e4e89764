// SPDX-License-Identifier: GPL-3.0-or-later
// The time by which old texts are forgotten: not the computer's clock, one wrong reading of which would
// forget everything, but a time of our own that has been seen to pass.
#pragma once

#include "base/clock.h"
#include "storage/database.h"

#include <QObject>

#include <functional>

namespace engine {

class OwnTime final : public QObject
{
    Q_OBJECT
public:
    // As the database has it, since storage::beginOwnTime.
    // running: milliseconds since some moment, whatever the clock is set to.
    using Running = std::function<qint64()>;
    static qint64 systemRunningMs();
    OwnTime(storage::Database &database, const base::Clock &clock, Running running = systemRunningMs);

    // Running time, summed over all runs, and what others have told.
    qint64 nowMs() const;
    // How far the clock is ahead of it (or behind: negative).
    qint64 clockAheadMs() const;
    // The clock says the same, to within a day. Else nothing is forgotten.
    bool agreesWithClock() const;

    void judge();                // tells what agreesWithClock() says now, where it was told otherwise
    void heard(qint64 dateMs);   // the Date of an answer over https: only ever moves it forward
    void confirm();              // a person says that the clock is right
    bool isWorthKeeping() const; // a minute or more is not in the database
    base::Result<void> keep();   // expects an open Transaction or a GroupCommit work

Q_SIGNALS:
    void judged(bool agrees);

private:
    storage::Database &m_database;
    const base::Clock &m_clock;
    Running m_running;
    qint64 m_knownMs = 0; // when m_running said m_atMs
    qint64 m_atMs = 0;
    qint64 m_keptMs = 0;
    bool m_told = true;
};

} // namespace engine
