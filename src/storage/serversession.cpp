// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/serversession.h"

#include "storage/databasefile.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <array>
#include <utility>

namespace storage {
using namespace Qt::StringLiterals;

ServerSession::ServerSession(QSqlDatabase &connection, ServerAddress address, const ServerLimits &limits)
    : m_connection(connection)
    , m_address(std::move(address))
    , m_limits(limits)
{
}

ServerSession::~ServerSession()
{
    m_watchdog.reset(); // before what it watches
    m_connection.close();
}

base::Result<void> ServerSession::open(const QString &password, bool readOnly)
{
    m_password = password;
    m_readOnly = readOnly;
    return reopen();
}

base::Result<void> ServerSession::reopen()
{
    m_watchdog.reset();
    m_connection.close();
    m_connection.setHostName(m_address.host);
    m_connection.setPort(m_address.port);
    m_connection.setUserName(m_address.user);
    m_connection.setPassword(m_password);
    m_connection.setDatabaseName(m_address.database);
    m_connection.setConnectOptions(connectOptions(m_address, m_limits, m_readOnly));
    m_connection.setNumericalPrecisionPolicy(QSql::LowPrecisionInt64); // a sum has no column's type
    if (!m_connection.open())
        return serverError(m_connection.lastError());
    auto watchdog = Watchdog::watch(m_connection, m_limits.answer);
    if (!watchdog)
        return watchdog.error();
    m_watchdog = std::move(watchdog).value();
    return check();
}

base::Result<void> ServerSession::check()
{
    constexpr int oldest = 130000; // makes random identifiers by itself
    QSqlQuery query(m_connection);
    const Watchdog::Wait wait(m_watchdog.get());
    if (!query.exec(u"SELECT current_setting('server_version_num'), current_setting('server_encoding')"_s) ||
        !query.next())
        return serverError(query.lastError());
    if (query.value(0).toInt() < oldest)
        return unusable(u"PostgreSQL %1"_s.arg(query.value(0).toString()));
    if (query.value(1).toString() != "UTF8"_L1)
        return unusable(u"server_encoding %1"_s.arg(query.value(1).toString()));
    return {};
}

bool ServerSession::isLost() const
{
    return !m_connection.isOpen();
}

base::Result<void> ServerSession::control(const QString &sql)
{
    QSqlQuery query(m_connection);
    const Watchdog::Wait wait(m_watchdog.get());
    if (!query.exec(sql))
        return serverError(query.lastError());
    while (query.nextResult()) { // an error of a later statement is in its own result
    }
    return query.lastError().isValid() ? serverError(query.lastError()) : base::Result<void>();
}

base::Result<void> ServerSession::commit()
{
    const Watchdog::Wait wait(m_watchdog.get());
    // COMMIT of what has failed before is a rollback, of which a QSqlQuery would report success.
    if (m_connection.commit())
        return {};
    const QSqlError error = m_connection.lastError();
    if (error.nativeErrorCode().isEmpty() && !isLost())
        return base::Error{base::ErrorCode::Internal, u"ROLLBACK"_s, {}};
    return serverError(error);
}

base::Error serverError(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    const QString all = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    const QString words = all.section(u'\n', 0, 0).trimmed();
    if (state == "53100"_L1)
        return {base::ErrorCode::DiskFull, words, {}};
    // Ours: a wrong value, a constraint, a wrong statement, a trigger's word, and what follows in the same
    // transaction; but not a right that is missing.
    constexpr std::array ours{"22"_L1, "23"_L1, "25P02"_L1, "42"_L1, "P0"_L1};
    const bool isOurs =
        state != "42501"_L1 &&
        std::any_of(ours.begin(), ours.end(), [&](QLatin1StringView of) { return state.startsWith(of); });
    return isOurs ? base::Error{base::ErrorCode::Internal, words, {}} : unusable(words);
}

} // namespace storage
