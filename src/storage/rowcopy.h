// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of one database taken over into another of the same version, whatever columns they have.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QHash>
#include <QStringList>
#include <QVariantList>

#include <functional>

namespace storage {

class Row
{
public:
    QVariant value(const QString &column) const;
    qint64 number(const QString &column) const { return value(column).toLongLong(); } // 0: NULL
    void set(const QString &column, const QVariant &value);
    void remove(const QString &column);

    const QStringList &columns() const { return m_columns; }
    const QVariantList &values() const { return m_values; }

private:
    QStringList m_columns;
    QVariantList m_values;
};

class RowCopy
{
public:
    enum class Id { Fresh, IfNewer }; // IfNewer: kept where it is above every id that was ever given here

    RowCopy(Database &from, Database &to)
        : m_from(from)
        , m_to(to)
    {
    }

    // Each row of a table there. `take` returns errors of writing, which end it; what cannot be read is
    // left out, and whole() is false then.
    base::Result<void> each(const QString &table, const QString &which,
                            const std::function<base::Result<void>(const Row &)> &take);
    bool whole() const { return m_whole; } // nothing was unreadable, or lacked what it belongs to

    // Its id here; 0: the table has one like it already.
    base::Result<qint64> insert(const QString &table, const Row &row, Id id);
    base::Result<void> add(const QString &table, const Row &row,
                           const QString &conflict = QStringLiteral("OR IGNORE"));
    // Unless a row has the same in these columns; its id is a fresh one.
    base::Result<void> addUnlessThere(const QString &table, const Row &row, const QStringList &same);
    // All columns of the row but id.
    base::Result<void> update(const QString &table, const Row &row, qint64 id);

private:
    base::Result<QStringList> columnsOf(const QString &table);
    base::Result<void> orLeftOut(const base::Result<void> &done);

    Database &m_from;
    Database &m_to;
    QHash<QString, QStringList> m_columns;
    bool m_whole = true;
};

} // namespace storage
