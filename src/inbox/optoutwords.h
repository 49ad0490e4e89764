// SPDX-License-Identifier: GPL-3.0-or-later
// Which replies mean 'send me nothing more'. Pure.
#pragma once

#include <QString>
#include <QStringList>

namespace inbox {

QStringList defaultOptOutWords(); // STOPP, STOP

enum class OptOutReading {
    None,
    Possible, // resembles one: a person decides
    Certain,
};

// Certain: beside the word there is nothing but names of ours (keywords, the number written to), thanks,
// a greeting and a signature, in any order and punctuation. Possible: the word stands among others, or
// something else says much the same ("Avslutt").
OptOutReading readOptOut(const QString &text, const QStringList &words, const QStringList &names = {});

// As the rules compare texts: case folded, without what stands around the letters and digits, single
// spaces, accents as one character.
QString bareWords(const QString &text);

} // namespace inbox
