// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/wordindex.h"

namespace storage {
using namespace Qt::StringLiterals;

namespace {

// PostgreSQL takes no longer word than 2,046 bytes; whoever types more letters finds it all the same.
constexpr qsizetype lettersKept = 500;

// A prefix that is a word of its own, and so found as quickly: '-' is in no folded word.
QString prefixToken(const QString &prefix)
{
    return u"'-%1'"_s.arg(prefix);
}

QString vectorOf(const QStringList &words)
{
    QStringList tokens;
    for (const QString &word : words) {
        tokens.append(u"'%1'"_s.arg(word.left(lettersKept)));
        for (qsizetype letters = 1; letters <= qMin(word.size(), WordIndex::longestPrefix); ++letters)
            tokens.append(prefixToken(word.left(letters)));
    }
    tokens.removeDuplicates();
    return tokens.join(u' ');
}

} // namespace

QString WordIndex::remember() const
{
    return m_dialect.isServer()
               ? u"INSERT INTO message_search (rowid, words) VALUES (?, CAST(? AS tsvector)) "
                 "ON CONFLICT (rowid) DO UPDATE SET words = excluded.words"_s
               : u"INSERT INTO message_search (rowid, words) VALUES (?, ?)"_s;
}

QString WordIndex::forget() const
{
    // FTS5 without content must be told what it holds.
    return m_dialect.isServer()
               ? u"DELETE FROM message_search WHERE rowid = ? AND CAST(? AS text) IS NOT NULL"_s
               : u"INSERT INTO message_search (message_search, rowid, words) VALUES ('delete', ?, ?)"_s;
}

QString WordIndex::held(const QStringList &words) const
{
    return m_dialect.isServer() ? vectorOf(words) : words.join(u' ');
}

QString WordIndex::matches() const
{
    return m_dialect.isServer() ? u"message_search.words @@ CAST(? AS tsquery)"_s
                                : u"message_search MATCH ?"_s;
}

QString WordIndex::query(const QStringList &terms, qsizetype letters) const
{
    QStringList parts;
    for (const QString &term : terms) {
        const QString prefix = term.left(letters);
        if (!m_dialect.isServer())
            parts.append(u"\"%1\" *"_s.arg(prefix));
        else if (prefix.size() <= longestPrefix)
            parts.append(prefixToken(prefix));
        else
            parts.append(u"'%1':*"_s.arg(prefix.left(lettersKept)));
    }
    return parts.join(m_dialect.isServer() ? u" & "_s : u" AND "_s);
}

} // namespace storage
