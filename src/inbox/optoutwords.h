// SPDX-License-Identifier: GPL-3.0-or-later
// Which replies mean 'send me nothing more': the whole message, not a word in it. Pure.
#pragma once

#include <QString>
#include <QStringList>

namespace inbox {

QStringList defaultOptOutWords(); // STOPP, STOP
// Case, surrounding space and punctuation do not matter; anything more is no opt-out.
bool isOptOut(const QString &text, const QStringList &words);

} // namespace inbox
