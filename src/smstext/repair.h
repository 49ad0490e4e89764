// SPDX-License-Identifier: GPL-3.0-or-later
// Puts GSM 03.38 characters in the place of typographic ones that word processors leave in a text.
#pragma once

#include <QString>
#include <QStringView>

namespace smstext {

// OUT-04: quotes, dashes, ellipsis, odd spaces, ligatures, full-width forms and letters with a loose
// accent become what GSM has for them; invisible characters go. Letters and signs that GSM has no
// equivalent for (ê, č, emoji) stay as they are. Repairing twice changes nothing more.
QString repaired(QStringView text);

// Of letters outside GSM the nearest that GSM has: "Łukasz Wałęsa" → "Lukasz Walesa". What has none stays.
// Others are better off as they are: for names in a text that is to go out as an ordinary SMS.
QString plainLetters(QStringView text);

} // namespace smstext
