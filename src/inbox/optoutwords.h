// SPDX-License-Identifier: GPL-3.0-or-later
// Which replies mean 'send me nothing more': the whole message, not a word in it. Pure.
#pragma once

#include <QString>
#include <QStringList>

namespace inbox {

QStringList defaultOptOutWords(); // STOPP, STOP
// Case, surrounding space and punctuation do not matter; anything more is no opt-out.
bool isOptOut(const QString &text, const QStringList &words);

// As the rules compare texts: case folded, without what stands around the letters and digits, single
// spaces, accents as one character.
QString bareWords(const QString &text);

} // namespace inbox
