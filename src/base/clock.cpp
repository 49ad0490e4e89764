// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

namespace base {

QString isoUtc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toUTC().toString(Qt::ISODateWithMs);
}

} // namespace base
