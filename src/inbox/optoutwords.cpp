// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/optoutwords.h"

namespace inbox {
using namespace Qt::StringLiterals;

QStringList defaultOptOutWords()
{
    return {u"STOPP"_s, u"STOP"_s};
}

QString bareWords(const QString &text)
{
    const QString whole = text.normalized(QString::NormalizationForm_C).simplified();
    // Surrogates belong to emoji and to nothing that a rule is written in.
    qsizetype from = 0;
    qsizetype to = whole.size();
    while (from < to && !whole.at(from).isLetterOrNumber())
        ++from;
    while (to > from && !whole.at(to - 1).isLetterOrNumber())
        --to;
    return whole.sliced(from, to - from).toCaseFolded();
}

bool isOptOut(const QString &text, const QStringList &words)
{
    const QString said = bareWords(text);
    for (const QString &word : words) {
        if (!said.isEmpty() && said == bareWords(word))
            return true;
    }
    return false;
}

} // namespace inbox
