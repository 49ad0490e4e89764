// SPDX-License-Identifier: GPL-3.0-or-later
// Message states as a list of literals for SQL; for this room alone.
#pragma once

#include "domain/message.h"

#include <QStringList>

namespace storage {

inline QString stateList(const QList<domain::MessageState> &states)
{
    QStringList numbers;
    for (const domain::MessageState state : states)
        numbers.append(QString::number(static_cast<int>(state)));
    return numbers.join(QLatin1Char(','));
}

} // namespace storage
