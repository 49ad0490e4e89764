// SPDX-License-Identifier: GPL-3.0-or-later
// How a contact is written into its row; for this room alone.
#pragma once

#include "storage/contactrepository.h"

#include <QVariant>

namespace storage {

QString fieldsToJson(const QMap<QString, QString> &fields);
QMap<QString, QString> fieldsFromJson(const QString &json);
QString contactToJson(const domain::Contact &contact); // whole, with its groups
domain::Contact contactFromJson(const QString &json);

QString searchText(const domain::Contact &contact);
QString contactSortKey(const domain::Contact &contact); // nameless ones last, by number

struct ContactCondition
{
    QString sql; // after WHERE
    QVariantList values;
};
// Without page and limit. walk: for a walk along all contacts in their order, else the group first.
ContactCondition conditionOf(const Dialect &dialect, const ContactFilter &filter, bool walk = false);
// After ORDER BY; adds the values that it binds, behind those of the condition.
QString contactOrder(const Dialect &dialect, const ContactFilter &filter, QVariantList &values);

} // namespace storage
