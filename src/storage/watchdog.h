// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the wait for a server that has gone silent while its line still acknowledges, which no time limit of
// TCP or of libpq notices: shuts the connection's socket from a thread of its own. For this room alone.
#pragma once

#include "base/result.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

class QSqlDatabase;

namespace storage {

class Watchdog
{
public:
    // Of a connection that is open and stays so while this exists. DatabaseUnusable where its socket cannot
    // be had.
    static base::Result<std::unique_ptr<Watchdog>> watch(const QSqlDatabase &connection,
                                                         std::chrono::milliseconds limit);
    ~Watchdog();
    Watchdog(const Watchdog &) = delete;
    Watchdog &operator=(const Watchdog &) = delete;

    // One wait for the server's answer; none where there is no watchdog.
    class Wait
    {
    public:
        explicit Wait(Watchdog *watchdog);
        ~Wait();
        Wait(const Wait &) = delete;
        Wait &operator=(const Wait &) = delete;

    private:
        Watchdog *m_watchdog;
    };

private:
    using Clock = std::chrono::steady_clock;
    using SocketOf = int (*)(const void *connection); // libpq's PQsocket

    Watchdog(SocketOf socketOf, const void *connection, std::chrono::milliseconds limit);
    void run();

    const SocketOf m_socketOf;
    const void *const m_connection;
    const std::chrono::milliseconds m_limit;
    std::atomic<Clock::rep> m_since = 0; // of the steady clock; 0: nothing is waited for
    std::mutex m_mutex;
    std::condition_variable m_ending;
    bool m_ended = false;
    std::thread m_thread;
};

} // namespace storage
