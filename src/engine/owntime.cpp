// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/owntime.h"

#include "storage/owntime.h"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <utility>

namespace engine {

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr qint64 worthKeepingMs = 60 * 1000;

} // namespace

// A laptop's sleep counts where the system counts it.
qint64 OwnTime::systemRunningMs()
{
#ifdef CLOCK_BOOTTIME
    timespec now = {};
    if (::clock_gettime(CLOCK_BOOTTIME, &now) == 0)
        return static_cast<qint64>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
#endif
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

OwnTime::OwnTime(storage::Database &database, const base::Clock &clock, Running running)
    : m_database(database)
    , m_clock(clock)
    , m_running(std::move(running))
    , m_atMs(m_running())
{
    const auto known = storage::readOwnTime(database);
    m_knownMs = known ? known->value_or(clock.nowMs()) : 0; // unreadable: nothing is old
}

qint64 OwnTime::nowMs() const
{
    return m_knownMs + m_running() - m_atMs;
}

qint64 OwnTime::clockAheadMs() const
{
    return m_clock.nowMs() - nowMs();
}

bool OwnTime::agreesWithClock() const
{
    return std::llabs(clockAheadMs()) <= dayMs;
}

bool OwnTime::heard(qint64 dateMs)
{
    const qint64 ahead = dateMs - nowMs();
    if (ahead <= 0)
        return false;
    m_knownMs += ahead;
    return ahead > worthKeepingMs;
}

void OwnTime::confirm()
{
    m_knownMs += clockAheadMs();
}

base::Result<void> OwnTime::keep()
{
    return storage::keepOwnTime(m_database, nowMs());
}

} // namespace engine
