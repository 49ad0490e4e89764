// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/owntime.h"

#include "storage/owntime.h"

#include <algorithm>
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
    m_knownMs = known ? known->value_or(0) : 0; // unreadable: nothing is old
    m_keptMs = m_knownMs;
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

void OwnTime::judge()
{
    const bool agrees = agreesWithClock();
    if (std::exchange(m_told, agrees) != agrees)
        Q_EMIT judged(agrees);
}

void OwnTime::heard(qint64 dateMs)
{
    m_knownMs += std::max<qint64>(0, dateMs - nowMs());
    judge();
}

void OwnTime::confirm()
{
    m_knownMs += clockAheadMs();
    judge();
}

bool OwnTime::isWorthKeeping() const
{
    return std::llabs(nowMs() - m_keptMs) >= worthKeepingMs;
}

base::Result<void> OwnTime::keep()
{
    const qint64 now = nowMs();
    auto kept = storage::keepOwnTime(m_database, now);
    if (kept)
        m_keptMs = now;
    return kept;
}

} // namespace engine
