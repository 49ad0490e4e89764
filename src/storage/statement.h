// SPDX-License-Identifier: GPL-3.0-or-later
// One use of a prepared statement, borrowed from the connection's cache; for this room alone.
#pragma once

#include "base/result.h"
#include "domain/message.h"
#include "storage/database.h"

#include <QList>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace storage {

// How a value is bound. QtSql would bind a null string as NULL; here text is never NULL.
inline QVariant bound(const QString &value)
{
    return value.isNull() ? QVariant(QLatin1String("")) : QVariant(value);
}
inline QVariant bound(const QByteArray &value)
{
    return value.isNull() ? QVariant(QByteArray("")) : QVariant(value);
}
inline QVariant bound(const QVariant &value)
{
    return value;
}
inline QVariant bound(domain::DeliveryStatus value)
{
    return value.number();
}
template <typename T>
requires std::is_arithmetic_v<T> QVariant bound(T value)
{
    if constexpr (std::is_same_v<T, bool>)
        return QVariant(value ? 1 : 0); // it is held by columns of numbers
    else
        return QVariant(value);
}
template <typename T>
requires std::is_enum_v<T> QVariant bound(T value)
{
    return QVariant(static_cast<int>(value));
}
template <typename T>
QVariant bound(const std::optional<T> &value)
{
    return value ? bound(*value) : QVariant();
}

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
        bindAll(values...);
        return execute();
    }
    template <typename... V>
    void bindAll(const V &...values)
    {
        [[maybe_unused]] int position = 0;
        (bind(position++, bound(values)), ...);
    }

    base::Result<void> execute(); // with what has been bound
    // Executes with what has been bound, and hands each row to `visit`.
    template <typename Visit>
    base::Result<void> forEach(Visit visit)
    {
        if (auto done = execute(); !done)
            return done;
        while (next())
            visit(std::as_const(*this));
        return outcome();
    }
    // The same, each row read as a T.
    template <typename T, typename Read>
    base::Result<QList<T>> list(Read read)
    {
        QList<T> values;
        const auto done = forEach([&](const Statement &row) { values.append(read(row)); });
        if (!done)
            return done.error();
        return values;
    }
    void bind(int position, const QVariant &value)
    {
        m_query->bindValue(position, m_database.dialect().bindable(value));
    }
    void bind(const QVariantList &values)
    {
        for (int i = 0; i < values.size(); ++i)
            bind(i, values.at(i));
    }
    bool next() { return m_query->next(); }
    bool isNull(int column) const { return m_query->isNull(column); }
    qint64 number(int column) const { return m_query->value(column).toLongLong(); }
    int integer(int column) const { return m_query->value(column).toInt(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    QVariant value(int column) const; // as it can be bound again
    std::optional<qint64> optionalNumber(int column) const;
    std::optional<int> optionalInteger(int column) const;
    qint64 rowsAffected() const { return m_query->numRowsAffected(); }
    // Of the last row inserted; its text ends in Dialect::returningId().
    qint64 insertedId();
    // After the last next(): whether the rows ended because of an error.
    base::Result<void> outcome() const;

private:
    Database &m_database;
    QString m_sql;
    Keep m_keep;
    std::unique_ptr<QSqlQuery> m_query;
    bool m_prepared = true;
};

// Each row of a SELECT.
template <typename Visit, typename... V>
base::Result<void> forEachRow(Database &database, const QString &sql, Visit visit, const V &...values)
{
    Statement statement(database, sql);
    statement.bindAll(values...);
    return statement.forEach(visit);
}

// The rows of a SELECT, each read as a T.
template <typename T, typename Read, typename... V>
base::Result<QList<T>> rows(Database &database, const QString &sql, Read read, const V &...values)
{
    Statement statement(database, sql);
    statement.bindAll(values...);
    return statement.list<T>(read);
}

// The same for one column of numbers.
template <typename... V>
base::Result<QList<qint64>> numbers(Database &database, const QString &sql, const V &...values)
{
    return rows<qint64>(
        database, sql, [](const Statement &row) { return row.number(0); }, values...);
}

// For statements without rows.
template <typename... V>
base::Result<void> run(Database &database, const QString &sql, const V &...values)
{
    return Statement(database, sql).run(values...);
}

// The same: how many rows it changed.
template <typename... V>
base::Result<qint64> execute(Database &database, const QString &sql, const V &...values)
{
    Statement statement(database, sql);
    const auto done = statement.run(values...);
    return done ? base::Result<qint64>(statement.rowsAffected()) : done.error();
}

// For INSERT: the id of the row.
template <typename... V>
base::Result<qint64> insert(Database &database, const QString &sql, const V &...values)
{
    Statement statement(database, sql + database.dialect().returningId());
    const auto done = statement.run(values...);
    return done ? base::Result<qint64>(statement.insertedId()) : done.error();
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

// The same of what there always is, such as a count or a sum; that of nothing is 0.
template <typename... V>
base::Result<qint64> selectTotal(Database &database, const QString &sql, const V &...values)
{
    const auto total = selectNumber(database, sql, values...);
    if (!total)
        return total.error();
    return total->value_or(0);
}

// The same of what must be there: NotFound, naming it, where it is not.
template <typename... V>
base::Result<qint64> selectKnown(Database &database, const QString &what, const QString &sql,
                                 const V &...values)
{
    const auto known = selectNumber(database, sql, values...);
    if (!known)
        return known.error();
    if (!known->has_value())
        return base::Error{base::ErrorCode::NotFound, what, {}};
    return **known;
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
