// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/watchdog.h"

#include <QLibrary>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QVariant>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace storage {
using namespace Qt::StringLiterals;

namespace {

// The library that the driver has loaded, not one that is linked: who has no server needs none.
QFunctionPointer socketFunction()
{
    constexpr int version = 5;
    QLibrary library(u"pq"_s, version);
    if (library.load())
        return library.resolve("PQsocket");
    library.setFileName(u"libpq"_s); // as Windows names it
    return library.resolve("PQsocket");
}

void shut(int socket)
{
#ifdef Q_OS_WIN
    ::shutdown(static_cast<SOCKET>(socket), SD_BOTH);
#else
    ::shutdown(socket, SHUT_RDWR);
#endif
}

} // namespace

base::Result<std::unique_ptr<Watchdog>> Watchdog::watch(const QSqlDatabase &connection,
                                                        std::chrono::milliseconds limit)
{
    const QVariant handle = connection.driver()->handle();
    const auto socketOf = reinterpret_cast<SocketOf>(socketFunction());
    const QByteArrayView type(handle.typeName());
    if ((type != "PGconn*" && type != "pg_conn*") || !socketOf) // the one is an alias of the other
        return base::Error{base::ErrorCode::DatabaseUnusable, u"libpq"_s, u"driver"_s};
    const void *server = *static_cast<void *const *>(handle.constData());
    return std::unique_ptr<Watchdog>(new Watchdog(socketOf, server, limit));
}

Watchdog::Watchdog(SocketOf socketOf, const void *connection, std::chrono::milliseconds limit)
    : m_socketOf(socketOf)
    , m_connection(connection)
    , m_limit(limit)
    , m_thread([this] { run(); })
{
}

Watchdog::~Watchdog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_ending.notify_one();
    m_thread.join();
}

// It looks now and then: to be woken for each statement would cost more than the statement.
void Watchdog::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending.wait_for(lock, m_limit / 8, [this] { return m_ended; })) {
        const Clock::time_point since{Clock::duration(m_since.load())};
        if (since == Clock::time_point() || Clock::now() - since < m_limit)
            continue;
        if (const int socket = m_socketOf(m_connection); socket >= 0)
            shut(socket); // whoever reads from it is told that its other end has gone
    }
}

Watchdog::Wait::Wait(Watchdog *watchdog)
    : m_watchdog(watchdog)
{
    if (m_watchdog)
        m_watchdog->m_since = Clock::now().time_since_epoch().count();
}

Watchdog::Wait::~Wait()
{
    if (m_watchdog)
        m_watchdog->m_since = 0;
}

} // namespace storage
