// SPDX-License-Identifier: GPL-3.0-or-later
// Times as people and programs write them in ISO 8601, and web servers in their own way; the same on
// every machine.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace base {

// A day with a time of day, UTC where no zone is given (OUT-13), as UTC milliseconds. Nothing where it is
// none.
std::optional<qint64> fromIso(const QString &text);

// As web servers write it: "Sat, 28 Nov 2026 20:00:00 GMT".
std::optional<qint64> fromHttpDate(const QByteArray &header);
QByteArray httpDate(qint64 ms);

// "2026-03-29T04:30:00+02:00" and "Europe/Oslo": the same time on this machine's clock.
QString isoLocal(qint64 ms);
QString localZone();

} // namespace base
