// SPDX-License-Identifier: GPL-3.0-or-later
// A session with a PostgreSQL server: opened with the settings that are relied on, watched over, opened anew
// once it is lost. For this room alone.
#pragma once

#include "base/result.h"
#include "storage/serveraddress.h"
#include "storage/watchdog.h"

#include <QString>

#include <memory>

class QSqlDatabase;
class QSqlError;

namespace storage {

class ServerSession
{
public:
    // `connection`: its driver is QPSQL; outlives this.
    ServerSession(QSqlDatabase &connection, ServerAddress address, const ServerLimits &limits);
    ~ServerSession(); // closes it

    // DatabaseUnusable with the server's words: it cannot be reached, refuses this user, or is not fit (its
    // version, or an encoding in which not all text has a place). Closes an earlier one first.
    base::Result<void> open(const QString &password, bool readOnly);
    base::Result<void> reopen(); // as before
    bool isLost() const;         // it was open; no signal tells of it

    base::Result<void> control(const QString &sql); // not prepared; may be several statements
    base::Result<void> commit();
    // For whoever waits for the server by other means.
    Watchdog *watchdog() { return m_watchdog.get(); }

private:
    base::Result<void> check();

    QSqlDatabase &m_connection;
    const ServerAddress m_address;
    const ServerLimits m_limits;
    QString m_password;
    bool m_readOnly = false;
    std::unique_ptr<Watchdog> m_watchdog;
};

// By its SQLSTATE; DatabaseUnusable where it has none. Never with what was to be stored: PostgreSQL's further
// lines have numbers and texts in them.
base::Error serverError(const QSqlError &error);

} // namespace storage
