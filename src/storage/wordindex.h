// SPDX-License-Identifier: GPL-3.0-or-later
// How the index of the words of messages is written and asked: FTS5 in SQLite, a tsvector on PostgreSQL; for
// this room alone. Words are folded (folding.h) before they come here.
#pragma once

#include "storage/dialect.h"

#include <QStringList>

namespace storage {

class WordIndex
{
public:
    static constexpr qsizetype longestPrefix = 4; // that the index knows by itself, without gathering

    explicit WordIndex(const Dialect &dialect)
        : m_dialect(dialect)
    {
    }

    // Statements that bind a message's id and what held() makes of its words.
    QString remember() const;
    QString forget() const; // with the same words
    QString held(const QStringList &words) const;

    // A condition on message_search that binds what query() makes of words: each begins a word of the
    // message, or its first letters do, so many; absent: all of them.
    QString matches() const;
    QString query(const QStringList &terms, qsizetype letters = -1) const;

private:
    const Dialect &m_dialect;
};

} // namespace storage
