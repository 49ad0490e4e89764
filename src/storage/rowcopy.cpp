// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rowcopy.h"

#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;

namespace {

QString marks(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u',');
}

base::Result<void> plain(const base::Result<qint64> &changed)
{
    return changed ? base::Result<void>() : base::Result<void>(changed.error());
}

} // namespace

QVariant Row::value(const QString &column) const
{
    const qsizetype place = m_columns.indexOf(column);
    return place < 0 ? QVariant() : m_values.at(place);
}

void Row::set(const QString &column, const QVariant &value)
{
    const qsizetype place = m_columns.indexOf(column);
    if (place >= 0) {
        m_values[place] = value;
        return;
    }
    m_columns.append(column);
    m_values.append(value);
}

void Row::remove(const QString &column)
{
    const qsizetype place = m_columns.indexOf(column);
    if (place < 0)
        return;
    m_columns.removeAt(place);
    m_values.removeAt(place);
}

base::Result<QStringList> RowCopy::columnsOf(const QString &table)
{
    QStringList &columns = m_columns[table];
    if (columns.isEmpty()) {
        auto found = rows<QString>(m_to, u"SELECT name FROM pragma_table_info('%1')"_s.arg(table),
                                   [](const Statement &row) { return row.text(0); });
        if (!found)
            return found.error();
        columns = std::move(found).value();
    }
    return columns;
}

base::Result<void> RowCopy::each(const QString &table, const QString &which,
                                 const std::function<base::Result<void>(const Row &)> &take)
{
    const auto columns = columnsOf(table);
    if (!columns)
        return columns.error();
    Statement select(m_from, u"SELECT %1 FROM %2 %3"_s.arg(columns->join(u','), table, which),
                     Statement::Keep::Once);
    if (!select.execute()) {
        m_whole = false;
        return {};
    }
    while (select.next()) {
        Row row;
        for (int i = 0; i < columns->size(); ++i)
            row.set(columns->at(i), select.value(i));
        if (auto taken = take(row); !taken)
            return taken;
    }
    m_whole &= select.outcome().ok();
    return {};
}

base::Result<qint64> RowCopy::insert(const QString &table, const Row &row, Id id)
{
    Row mine = row;
    if (id == Id::IfNewer) {
        const auto last = selectNumber(m_to, u"SELECT seq FROM sqlite_sequence WHERE name = ?"_s, table);
        if (!last)
            return last.error();
        if (row.number(u"id"_s) <= last->value_or(0))
            id = Id::Fresh;
    }
    if (id == Id::Fresh)
        mine.remove(u"id"_s);
    Statement add(m_to, u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(table, mine.columns().join(u','),
                                                                           marks(mine.columns().size())));
    add.bind(mine.values());
    const auto added = add.execute();
    if (!added) {
        const auto leftOut = orLeftOut(added);
        return leftOut ? base::Result<qint64>(0) : leftOut.error();
    }
    return add.rowsAffected() == 0 ? 0 : add.insertedId();
}

base::Result<void> RowCopy::add(const QString &table, const Row &row, const QString &conflict)
{
    Statement add(m_to, u"INSERT %1 INTO %2 (%3) VALUES (%4)"_s.arg(conflict, table, row.columns().join(u','),
                                                                    marks(row.columns().size())));
    add.bind(row.values());
    return orLeftOut(add.execute());
}

// A row whose parent could not be read is left out with it.
base::Result<void> RowCopy::orLeftOut(const base::Result<void> &done)
{
    if (done || done.error().code != base::ErrorCode::Internal)
        return done;
    m_whole = false;
    return {};
}

base::Result<void> RowCopy::addUnlessThere(const QString &table, const Row &row, const QStringList &same)
{
    Statement find(m_to, u"SELECT 1 FROM %1 WHERE %2 = ? LIMIT 1"_s.arg(table, same.join(u" = ? AND "_s)));
    for (int i = 0; i < same.size(); ++i)
        find.bind(i, row.value(same.at(i)));
    if (auto done = find.execute(); !done)
        return done;
    if (find.next())
        return {};
    if (auto done = find.outcome(); !done)
        return done;
    const auto added = insert(table, row, Id::Fresh);
    return plain(added);
}

base::Result<void> RowCopy::update(const QString &table, const Row &row, qint64 id)
{
    Row mine = row;
    mine.remove(u"id"_s);
    Statement change(m_to,
                     u"UPDATE %1 SET %2 = ? WHERE id = ?"_s.arg(table, mine.columns().join(u" = ?, "_s)));
    change.bind(mine.values() + QVariantList{id});
    return change.execute();
}

} // namespace storage
