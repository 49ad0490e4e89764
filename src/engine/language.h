// SPDX-License-Identifier: GPL-3.0-or-later
// The language of all texts: Norwegian Bokmål or English, switched at once.
#pragma once

#include <QLocale>
#include <QString>

namespace engine::language {

// "nb" or "en"; anything else: the system's language, English unless it is Norwegian.
void install(const QString &language);
QString current(); // "nb" or "en"
QLocale locale();  // of dates and numbers

} // namespace engine::language
