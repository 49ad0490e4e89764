// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/messagesearch.h"

#include "storage/folding.h"
#include "storage/statelist.h"
#include "storage/statement.h"
#include "storage/wordindex.h"

#include <algorithm>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

constexpr int scanned = 2000; // messages read and compared at most; 10 µs each
constexpr int refsLookedAt = 500;

QStringList wordsOf(const QString &number, const QString &name, const QString &text)
{
    return numberWords(number) + words(name) + words(text);
}

bool holds(const QStringList &found, const QStringList &terms)
{
    return std::all_of(terms.cbegin(), terms.cend(), [&](const QString &term) {
        return std::any_of(found.cbegin(), found.cend(),
                           [&](const QString &word) { return word.startsWith(term); });
    });
}

// What the rest of the filter asks of message m.
struct Conditions
{
    QString sql;
    QVariantList values;
};

Conditions conditionsOf(const MessageFilter &filter)
{
    Conditions conditions;
    if (filter.afterId > 0) {
        conditions.sql += filter.newestFirst ? u" AND m.id < ?"_s : u" AND m.id > ?"_s;
        conditions.values.append(filter.afterId);
    }
    if (filter.fromId > 0) {
        conditions.sql += u" AND m.id >= ?"_s;
        conditions.values.append(filter.fromId);
    }
    if (filter.toId > 0) {
        conditions.sql += u" AND m.id <= ?"_s;
        conditions.values.append(filter.toId);
    }
    if (filter.campaign) {
        conditions.sql += u" AND m.campaign = ?"_s;
        conditions.values.append(*filter.campaign);
    }
    if (filter.number) {
        conditions.sql += u" AND m.number = ?"_s;
        conditions.values.append(bound(*filter.number));
    }
    if (!filter.states.isEmpty())
        conditions.sql += u" AND m.state IN (%1)"_s.arg(stateList(filter.states));
    return conditions;
}

QString order(const MessageFilter &filter)
{
    return filter.newestFirst ? u"DESC"_s : u"ASC"_s;
}

} // namespace

base::Result<qint64> MessageSearch::searchedTo()
{
    return selectTotal(m_database, u"SELECT value FROM counter WHERE key = 'searchedTo'"_s);
}

base::Result<qint64> MessageSearch::advance(int messages)
{
    const auto from = searchedTo();
    if (!from)
        return from;
    qint64 count = 0;
    qint64 last = *from;
    {
        Statement select(m_database,
                         u"SELECT id, number, name, text FROM message WHERE id > ? ORDER BY id LIMIT ?"_s);
        if (auto done = select.run(*from, messages); !done)
            return done.error();
        const WordIndex index(m_database.dialect());
        Statement add(m_database, index.remember());
        while (select.next()) {
            last = select.number(0);
            const QStringList found = wordsOf(select.text(1), select.text(2), select.text(3));
            if (auto done = add.run(last, index.held(found)); !done)
                return done.error();
            ++count;
        }
        if (auto done = select.outcome(); !done)
            return done.error();
    }
    if (count > 0) {
        const auto moved =
            execute(m_database, u"UPDATE counter SET value = ? WHERE key = 'searchedTo'"_s, last);
        if (!moved)
            return moved.error();
    }
    return count;
}

base::Result<bool> MessageSearch::knows(const domain::Message &message)
{
    const auto to = searchedTo();
    if (!to)
        return to.error();
    return message.id <= *to;
}

base::Result<void> MessageSearch::tellIndex(const QString &sql, const domain::Message &message)
{
    const auto known = knows(message);
    if (!known || !*known)
        return known ? base::Result<void>() : known.error();
    return run(m_database, sql, message.id,
               WordIndex(m_database.dialect()).held(wordsOf(message.number, message.name, message.text)));
}

base::Result<void> MessageSearch::forget(const domain::Message &message)
{
    return tellIndex(WordIndex(m_database.dialect()).forget(), message);
}

base::Result<void> MessageSearch::remember(const domain::Message &message)
{
    return tellIndex(WordIndex(m_database.dialect()).remember(), message);
}

base::Result<void> MessageSearch::forget(const QList<qint64> &messages)
{
    const auto to = searchedTo();
    if (!to)
        return to.error();
    Statement select(m_database, u"SELECT number, name, text FROM message WHERE id = ?"_s);
    const WordIndex index(m_database.dialect());
    Statement forget(m_database, index.forget());
    for (const qint64 message : messages) {
        if (message > *to)
            continue;
        if (auto done = select.run(message); !done)
            return done;
        if (!select.next())
            continue;
        const QStringList found = wordsOf(select.text(0), select.text(1), select.text(2));
        if (auto done = forget.run(message, index.held(found)); !done)
            return done;
    }
    return {};
}

base::Result<bool> MessageSearch::mergeSome(bool first)
{
    if (m_database.dialect().isServer()) // which cleans up by itself
        return false;
    constexpr int pages = 100; // a step
    // The first, negative, marks all there is to be merged; a step that changes next to nothing was the last.
    const auto before = selectNumber(m_database, u"SELECT total_changes()"_s);
    const auto merged =
        execute(m_database, u"INSERT INTO message_search (message_search, rank) VALUES ('merge', ?)"_s,
                first ? -pages : pages);
    if (!merged)
        return merged.error();
    const auto after = selectNumber(m_database, u"SELECT total_changes()"_s);
    if (!before || !after)
        return before ? after.error() : before.error();
    return first || after->value_or(0) - before->value_or(0) >= 2;
}

base::Result<QList<qint64>> MessageSearch::find(const MessageFilter &filter)
{
    const QStringList terms = searchTerms(filter.search);
    QList<qint64> ids;
    if (!terms.isEmpty()) {
        const auto to = searchedTo();
        if (!to)
            return to.error();
        if (auto done = scanNewest(filter, terms, *to, ids); !done)
            return done.error();
        const auto complete = findCommon(filter, terms, ids);
        if (!complete)
            return complete.error();
        if (!*complete) {
            if (auto done = findIndexed(filter, terms, ids); !done)
                return done.error();
        }
    }
    if (auto done = findByRef(filter, ids); !done)
        return done.error();

    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (filter.newestFirst)
        std::reverse(ids.begin(), ids.end());
    return ids.mid(0, filter.limit);
}

base::Result<void> MessageSearch::scanNewest(const MessageFilter &filter, const QStringList &terms,
                                             qint64 above, QList<qint64> &ids)
{
    const Conditions conditions = conditionsOf(filter);
    Statement select(m_database,
                     u"SELECT m.id, m.number, m.name, m.text FROM message AS m%2 WHERE m.id > ?%1 "
                     "ORDER BY m.id DESC LIMIT ?"_s.arg(conditions.sql, m_database.dialect().readBy()));
    select.bind(QVariantList{above} + conditions.values + QVariantList{scanned});
    return select.forEach([&](const Statement &row) {
        if (holds(wordsOf(row.text(1), row.text(2), row.text(3)), terms))
            ids.append(row.number(0));
    });
}

// The index knows prefixes of up to four letters by themselves; for a longer one it would first
// gather every message that has it, which takes long just when it is in every message. So the
// nearest messages that have its first four letters are compared; mostly that is enough.
base::Result<bool> MessageSearch::findCommon(const MessageFilter &filter, const QStringList &terms,
                                             QList<qint64> &ids)
{
    const auto isShort = [](const QString &term) { return term.size() <= WordIndex::longestPrefix; };
    if (std::all_of(terms.cbegin(), terms.cend(), isShort))
        return false;
    const Conditions conditions = conditionsOf(filter);
    const WordIndex index(m_database.dialect());
    Statement select(
        m_database,
        u"SELECT m.id, m.number, m.name, m.text FROM message_search CROSS JOIN message AS m "
        "WHERE m.id = message_search.rowid AND %3%1 "
        "ORDER BY message_search.rowid %2 LIMIT ?"_s.arg(conditions.sql, order(filter), index.matches()));
    const QVariantList values{index.query(terms, WordIndex::longestPrefix)};
    select.bind(values + conditions.values + QVariantList{scanned});
    if (auto done = select.execute(); !done)
        return done.error();
    QList<qint64> found;
    int compared = 0;
    while (found.size() < filter.limit && select.next()) {
        ++compared;
        if (holds(wordsOf(select.text(1), select.text(2), select.text(3)), terms))
            found.append(select.number(0));
    }
    if (auto done = select.outcome(); !done)
        return done.error();
    ids += found;
    return found.size() == filter.limit || compared < scanned;
}

base::Result<void> MessageSearch::findIndexed(const MessageFilter &filter, const QStringList &terms,
                                              QList<qint64> &ids)
{
    const Conditions conditions = conditionsOf(filter);
    const WordIndex index(m_database.dialect());
    Statement select(m_database, u"SELECT m.id FROM message_search CROSS JOIN message AS m "
                                 "WHERE m.id = message_search.rowid AND %3%1 "
                                 "ORDER BY message_search.rowid %2 LIMIT ?"_s.arg(
                                     conditions.sql, order(filter), index.matches()));
    const QVariantList values{index.query(terms)};
    select.bind(values + conditions.values + QVariantList{filter.limit});
    return select.forEach([&](const Statement &row) { ids.append(row.number(0)); });
}

base::Result<void> MessageSearch::findByRef(const MessageFilter &filter, QList<qint64> &ids)
{
    const QString typed = filter.search.trimmed();
    if (typed.isEmpty())
        return {};
    const Conditions conditions = conditionsOf(filter);
    Statement select(m_database,
                     u"SELECT m.id FROM (SELECT id FROM attempt WHERE ref >= ? AND ref < ? LIMIT ?) AS a "
                     "JOIN attempt_member ON attempt_member.attempt = a.id "
                     "JOIN message AS m ON m.id = attempt_member.message WHERE true%1 "
                     "ORDER BY m.id %2 LIMIT ?"_s.arg(conditions.sql, order(filter)));
    const QString after = typed + QChar(0xffff);
    select.bind(QVariantList{typed, after, refsLookedAt} + conditions.values + QVariantList{filter.limit});
    return select.forEach([&](const Statement &row) { ids.append(row.number(0)); });
}

} // namespace storage
