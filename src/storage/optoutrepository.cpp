// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/optoutrepository.h"

#include "storage/numberhash.h"
#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;

namespace {

const QString addedWord = u"added"_s;

// added: how they opted out; absent: removed.
base::Result<void> remember(Database &database, const QString &number, qint64 atMs,
                            std::optional<domain::OptOutSource> added)
{
    return run(database, u"INSERT INTO opt_out_history (number, at_ms, what, source) VALUES (?, ?, ?, ?)"_s,
               number, atMs, added ? addedWord : u"removed"_s, added ? identifier(*added) : QString());
}

} // namespace

base::Result<bool> OptOutRepository::add(const domain::OptOut &optOut)
{
    const auto there = contains(optOut.number);
    if (!there)
        return there.error();
    if (*there)
        return false;
    const auto done = execute(m_database, u"INSERT INTO opt_out (number, at_ms, source) VALUES (?, ?, ?)"_s,
                              optOut.number, optOut.atMs, identifier(optOut.source));
    if (!done)
        return done.error();
    if (auto kept = remember(m_database, optOut.number, optOut.atMs, optOut.source); !kept)
        return kept.error();
    return true;
}

base::Result<bool> OptOutRepository::remove(const QString &number, qint64 atMs)
{
    const auto hash = numberHash(m_database, number);
    if (!hash)
        return hash.error();
    const auto removed =
        execute(m_database, u"DELETE FROM opt_out WHERE number = ? OR hash = ?"_s, number, *hash);
    if (!removed)
        return removed.error();
    if (*removed == 0)
        return false;
    if (auto kept = remember(m_database, number, atMs, std::nullopt); !kept)
        return kept.error();
    return true;
}

base::Result<bool> OptOutRepository::contains(const QString &number)
{
    const auto found = among({number});
    if (!found)
        return found.error();
    return !found->isEmpty();
}

base::Result<QSet<QString>> OptOutRepository::among(const QStringList &numbers)
{
    const auto erased = anyHidden();
    if (!erased)
        return erased.error();
    QSet<QString> found;
    for (const QString &number : numbers) {
        auto row = selectNumber(m_database, u"SELECT 1 FROM opt_out WHERE number = ?"_s, number);
        if (row && !row->has_value() && *erased) {
            const auto hash = numberHash(m_database, number);
            if (!hash)
                return hash.error();
            row = selectNumber(m_database, u"SELECT 1 FROM opt_out WHERE hash = ?"_s, *hash);
        }
        if (!row)
            return row.error();
        if (row->has_value())
            found.insert(number);
    }
    return found;
}

base::Result<bool> OptOutRepository::anyHidden()
{
    const auto found = selectNumber(m_database, u"SELECT 1 FROM opt_out WHERE hash IS NOT NULL LIMIT 1"_s);
    if (!found)
        return found.error();
    return found->has_value();
}

base::Result<QList<domain::OptOut>> OptOutRepository::list()
{
    return rows<domain::OptOut>(
        m_database,
        u"SELECT number, at_ms, source FROM opt_out WHERE number IS NOT NULL ORDER BY at_ms, id"_s,
        [](const Statement &row) -> domain::OptOut {
            return {row.text(0), row.number(1), domain::optOutSource(row.text(2))};
        });
}

base::Result<QList<domain::OptOutChange>> OptOutRepository::history(const QString &number)
{
    return rows<domain::OptOutChange>(
        m_database, u"SELECT at_ms, what, source FROM opt_out_history WHERE number = ? ORDER BY id"_s,
        [](const Statement &row) -> domain::OptOutChange {
            domain::OptOutChange change{row.number(0), {}};
            if (row.text(1) == addedWord)
                change.added = domain::optOutSource(row.text(2));
            return change;
        },
        number);
}

} // namespace storage
