// SPDX-License-Identifier: GPL-3.0-or-later
// One use of a prepared statement, borrowed from the connection's cache; for this room alone.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <optional>
#include <type_traits>

namespace storage {

class Statement
{
public:
    enum class Keep { Cached, Once }; // Once: its text hardly ever comes again

    Statement(Database &database, const QString &sql, Keep keep = Keep::Cached);
    ~Statement(); // resets it, so that no read stays open
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    // Binds the values to the question marks, in order, and executes. An absent optional is NULL.
    // A numbered mark (?1) cannot be repeated: QtSql renames each.
    template <typename... V>
    base::Result<void> run(const V &...values)
    {
        int position = 0;
        (m_query->bindValue(position++, bound(values)), ...);
        return execute();
    }

    base::Result<void> execute(); // with what has been bound
    void bind(int position, const QVariant &value) { m_query->bindValue(position, value); }
    bool next() { return m_query->next(); }
    bool isNull(int column) const { return m_query->isNull(column); }
    qint64 number(int column) const { return m_query->value(column).toLongLong(); }
    int integer(int column) const { return m_query->value(column).toInt(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    std::optional<qint64> optionalNumber(int column) const;
    std::optional<int> optionalInteger(int column) const;
    qint64 rowsAffected() const { return m_query->numRowsAffected(); }
    qint64 insertedId() const { return m_query->lastInsertId().toLongLong(); }
    // After the last next(): whether the rows ended because of an error.
    base::Result<void> outcome() const;

    // QtSql would bind a null string as NULL; here text is never NULL.
    static QVariant bound(const QString &value)
    {
        return value.isNull() ? QVariant(QLatin1String("")) : QVariant(value);
    }
    static QVariant bound(const QByteArray &value)
    {
        return value.isNull() ? QVariant(QByteArray("")) : QVariant(value);
    }
    static QVariant bound(const QVariant &value) { return value; }
    template <typename T>
    static QVariant bound(const std::optional<T> &value)
    {
        return value ? bound(*value) : QVariant();
    }
    template <typename T>
    requires std::is_arithmetic_v<T>
    static QVariant bound(T value) { return QVariant(value); }
    template <typename T>
    requires std::is_enum_v<T>
    static QVariant bound(T value) { return QVariant(static_cast<int>(value)); }

private:
    Database &m_database;
    QString m_sql;
    Keep m_keep;
    std::unique_ptr<QSqlQuery> m_query;
    bool m_prepared = true;
};

// For statements without rows: how many rows it changed.
template <typename... V>
base::Result<qint64> execute(Database &database, const QString &sql, const V &...values)
{
    Statement statement(database, sql);
    if (auto done = statement.run(values...); !done)
        return done.error();
    return statement.rowsAffected();
}

// For INSERT: the id of the row.
template <typename... V>
base::Result<qint64> insert(Database &database, const QString &sql, const V &...values)
{
    Statement statement(database, sql);
    if (auto done = statement.run(values...); !done)
        return done.error();
    return statement.insertedId();
}

// The first column of the first row as a number; absent when there is no row or it is NULL.
template <typename... V>
base::Result<std::optional<qint64>> selectNumber(Database &database, const QString &sql, const V &...values)
{
    Statement statement(database, sql);
    if (auto done = statement.run(values...); !done)
        return done.error();
    if (statement.next())
        return statement.optionalNumber(0);
    if (auto done = statement.outcome(); !done)
        return done.error();
    return std::optional<qint64>();
}

// For changes of one row: NotFound, naming it, when there was none.
inline base::Result<void> changedOne(const base::Result<qint64> &changed, const QString &what)
{
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return base::Error{base::ErrorCode::NotFound, what, {}};
    return {};
}

} // namespace storage
