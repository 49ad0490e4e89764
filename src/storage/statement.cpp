// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include <QSqlError>

namespace storage {

Statement::Statement(Database &database, const QString &sql, Keep keep)
    : m_database(database)
    , m_sql(sql)
    , m_keep(keep)
    , m_query(database.takePrepared(sql))
{
    if (m_query)
        return;
    m_query = std::make_unique<QSqlQuery>(database.connection());
    // On a server what is left of one such result is lost once another statement runs.
    m_query->setForwardOnly(!database.dialect().isServer());
    m_prepared = database.prepare(*m_query, sql);
}

Statement::~Statement()
{
    if (!m_prepared || m_keep == Keep::Once)
        return;
    m_query->finish();
    m_database.keepPrepared(m_sql, std::move(m_query));
}

base::Result<void> Statement::execute()
{
    if (!m_prepared || !m_database.exec(*m_query))
        return toError(m_query->lastError());
    return {};
}

qint64 Statement::insertedId()
{
    if (!m_database.dialect().isServer())
        return m_query->lastInsertId().toLongLong();
    return m_query->last() ? number(0) : 0; // asked for by itself it would be another round trip
}

QVariant Statement::value(int column) const
{
    const QVariant value = m_query->value(column);
    if (isNull(column))
        return {};
    if (value.typeId() == QMetaType::QString)
        return bound(value.toString());
    return value.typeId() == QMetaType::QByteArray ? bound(value.toByteArray()) : value;
}

std::optional<qint64> Statement::optionalNumber(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

std::optional<int> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

base::Result<void> Statement::outcome() const
{
    if (m_query->lastError().isValid())
        return toError(m_query->lastError());
    return {};
}

} // namespace storage
