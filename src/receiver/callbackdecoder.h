// SPDX-License-Identifier: GPL-3.0-or-later
// What the gateway posted, from bytes to values; what cannot be read is said, never guessed. Peer and
// time of receipt are the caller's to fill in.
#pragma once

#include "domain/inbound.h"
#include "domain/message.h"

#include <variant>

namespace receiver {

// Or why an allowed caller's bytes go to quarantine.
using Decoded = std::variant<domain::StatusEvent, domain::InboundMessage, domain::Unreadable>;

inline constexpr qsizetype maximumFiles = 32;
inline constexpr qsizetype maximumFileBytes = 12 * 1024 * 1024; // all files of a message, decoded

// A query or form body: status, and origid or ref (DLR-01, DLR-02, DLR-08); any whole number is a status
// (DLR-03). Unknown parameters are passed over, here and below.
Decoded decodeStatus(const QByteArray &parameters);

// A query or form body in Latin-1, where '+' is a blank, but before a number a plus (INB-04, INB-06).
Decoded decodeInboundParameters(const QByteArray &parameters);

// A JSON body in strict UTF-8 with strict Base64; ids and the counter also as texts of digits (INB-01,
// INB-02, INB-06).
Decoded decodeInboundJson(const QByteArray &body);

// 004799999999 becomes +4799999999; national numbers, short numbers and names stay (INB-06).
QString internationalForm(const QString &number);

} // namespace receiver
