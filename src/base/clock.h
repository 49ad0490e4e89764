// SPDX-License-Identifier: GPL-3.0-or-later
// The time of day, as an interface so that tests can set it; all times are UTC milliseconds.
#pragma once

#include <QDateTime>

namespace base {

class Clock
{
public:
    virtual ~Clock() = default;
    virtual qint64 nowMs() const = 0; // milliseconds since 1970-01-01T00:00:00Z
};

class SystemClock final : public Clock
{
public:
    qint64 nowMs() const override { return QDateTime::currentMSecsSinceEpoch(); }
};

// ISO 8601 in UTC with Z and milliseconds, as every time in the cli's output.
QString isoUtc(qint64 ms);

} // namespace base
