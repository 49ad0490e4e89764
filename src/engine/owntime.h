// SPDX-License-Identifier: GPL-3.0-or-later
// The time by which old texts are forgotten: not the computer's clock, one wrong reading of which would
// forget everything, but a time of our own that has been seen to pass.
#pragma once

#include "base/clock.h"
#include "storage/database.h"

#include <QtGlobal>

#include <functional>

namespace engine {

class OwnTime
{
public:
    // As the database has it; a new one begins with the clock, one from before there was such a time with
    // the last that happened in it.
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

    // The Date of an answer over https. Only ever moves it forward. True: it did, and is worth keeping.
    bool heard(qint64 dateMs);
    void confirm();            // a person says that the clock is right
    base::Result<void> keep(); // expects an open Transaction or a GroupCommit work

private:
    storage::Database &m_database;
    const base::Clock &m_clock;
    Running m_running;
    qint64 m_knownMs = 0; // when m_running said m_atMs
    qint64 m_atMs = 0;
};

} // namespace engine
