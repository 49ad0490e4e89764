// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fieldsjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace storage {

QString toJson(const QMap<QString, QString> &fields)
{
    QJsonObject object;
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        object.insert(field.key(), field.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QMap<QString, QString> fieldsOf(const QString &json)
{
    QMap<QString, QString> fields;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto field = object.constBegin(); field != object.constEnd(); ++field)
        fields.insert(field.key(), field.value().toString());
    return fields;
}

} // namespace storage
