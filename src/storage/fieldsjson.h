// SPDX-License-Identifier: GPL-3.0-or-later
// Named values as the one text that a column holds.
#pragma once

#include <QMap>
#include <QString>

namespace storage {

QString toJson(const QMap<QString, QString> &fields); // compact, in the order of the names
QMap<QString, QString> fieldsOf(const QString &json); // empty if it is not an object

} // namespace storage
