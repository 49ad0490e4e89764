// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway's 40 answers, ERR-00 to ERR-39: identifiers, the input each concerns, and its class.
// Its English sentences are source texts (QT_TRANSLATE_NOOP, context "GatewayAnswer");
// engine/wording shows them in the person's language.
#pragma once

#include <QString>

namespace gateway {

inline constexpr int errorCodeCount = 40; // 0 to 39

bool isKnown(int code);
bool concernsAccount(int code); // 2, 3, 5, 6, 7, 8, 13, 18: the campaign pauses
// The input that caused it, as cli.md names inputs ("to", "from", "text", "account" …), or empty.
QString fieldOf(int code);
const char *meaning(int code); // the description's meaning, in English; nullptr for unknown codes
const char *remedy(int code);  // what the person can do about it, in English; nullptr when nothing

} // namespace gateway
