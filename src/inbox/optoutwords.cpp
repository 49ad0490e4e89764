// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/optoutwords.h"

namespace inbox {
using namespace Qt::StringLiterals;

namespace {

QString bare(const QString &text)
{
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && !text.at(from).isLetterOrNumber())
        ++from;
    while (to > from && !text.at(to - 1).isLetterOrNumber())
        --to;
    return text.sliced(from, to - from).toCaseFolded();
}

} // namespace

QStringList defaultOptOutWords()
{
    return {u"STOPP"_s, u"STOP"_s};
}

bool isOptOut(const QString &text, const QStringList &words)
{
    const QString said = bare(text);
    for (const QString &word : words) {
        if (!said.isEmpty() && said == bare(word))
            return true;
    }
    return false;
}

} // namespace inbox
