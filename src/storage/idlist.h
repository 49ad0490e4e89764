// SPDX-License-Identifier: GPL-3.0-or-later
// Row ids handed to a statement as one value, for Dialect::ids().
#pragma once

#include <QList>
#include <QString>

namespace storage {

inline QString jsonIds(const QList<qint64> &ids)
{
    QString json = QStringLiteral("[");
    for (const qint64 id : ids) {
        if (json.size() > 1)
            json += QLatin1Char(',');
        json += QString::number(id);
    }
    return json + QLatin1Char(']');
}

} // namespace storage
