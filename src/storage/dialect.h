// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite and PostgreSQL say differently, so that every repository has one set of statements. A value;
// for this room alone.
#pragma once

#include <QString>
#include <QVariant>

namespace storage {

class Dialect
{
public:
    enum class Kind { Sqlite, PostgreSql };

    explicit Dialect(Kind kind = Kind::Sqlite)
        : m_kind(kind)
    {
    }

    Kind kind() const { return m_kind; }
    bool isServer() const { return m_kind == Kind::PostgreSql; }

    // Begins a transaction as the one writer: of the file, or of all who share the server's database.
    QString begin() const;
    // Whether a commit waits for the disk; every commit from then on.
    QString setSynced(bool synced) const;
    // Behind an INSERT whose Statement::insertedId() is asked for.
    QString returningId() const;
    // A value as it can be bound.
    QVariant bindable(const QVariant &value) const { return isServer() ? withoutNul(value) : value; }

    // A subquery: the numbers of a JSON array that is bound (idlist.h), in the column value.
    QString ids() const;
    // A table with the columns key and value: what a JSON object in this column holds.
    QString pairs(const QString &column) const;
    // An aggregate: the texts of a column, one a line.
    QString lines(const QString &column) const;
    // A condition: a column of text or of bytes holds what is bound.
    QString contains(const QString &column) const;
    // Of attempt: it has a ref outside ASCII whose last 22 characters are bound. By the index's own words.
    QString foreignRef() const;
    // Writes the version of the schema down.
    QString setVersion(int version) const;
    // How many attempts have begun, ever.
    QString attemptsBegun() const;

    // Behind a table's name in FROM: read by this index or, where none is named, by its ids.
    QString readBy(const QString &index = {}) const;
    // A column by whose index nothing is to be looked up.
    QString unindexed(const QString &column) const;

private:
    static QVariant withoutNul(const QVariant &value);
    QString either(const QString &sqlite, const QString &postgresql) const
    {
        return isServer() ? postgresql : sqlite;
    }

    Kind m_kind;
};

} // namespace storage
