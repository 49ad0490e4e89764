// SPDX-License-Identifier: GPL-3.0-or-later
// Which pieces of a message are words that somebody may have misspelt.
#pragma once

#include <QList>
#include <QString>

namespace spelling {

struct Word
{
    QString text;
    qsizetype position = 0;
    bool beforePeriod = false; // it may be short for another: "kl."
};

// In their order. Merge fields (one that is being typed too), addresses, words with digits, words all in
// capitals and single letters are none.
QList<Word> wordsIn(const QString &text);

} // namespace spelling
