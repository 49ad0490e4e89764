// SPDX-License-Identifier: GPL-3.0-or-later
// How a person writes an account's rules, in the window as on a command line.
#pragma once

#include "base/result.h"
#include "domain/account.h"

namespace domain {

QString identifier(const QuietHours &hours); // cli.md: "21:00-08:00"; also the stored form
// Nothing unless they are two times of day, and not the same.
std::optional<QuietHours> quietHours(QTime from, QTime to);
std::optional<QuietHours> quietHours(QStringView text);

// What an SMS to that country costs, in øre, where some cost something else; nothing: no price is set.
std::optional<int> pricePerSms(std::optional<int> usual, const QMap<QString, int> &byCountry,
                               const QString &country);

bool isCountry(const QString &code); // ISO 3166 alpha-2, in capitals
// Codes in any case, separated by commas; each once, in capitals. Usage: the detail is what is none.
base::Result<QStringList> countries(const QString &typed);

} // namespace domain
