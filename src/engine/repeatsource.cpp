// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/repeatsource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace engine {
using namespace Qt::StringLiterals;

QString sourceOf(const Recipients &recipients)
{
    QJsonObject columns;
    for (const auto &[role, header] : recipients.columns.asKeyValueRange())
        columns.insert(role, header);
    const QJsonObject source{{u"groups"_s, QJsonArray::fromStringList(recipients.groups)},
                             {u"gatewayGroup"_s, recipients.gatewayGroup},
                             {u"list"_s, recipients.listFile},
                             {u"sheet"_s, recipients.listSheet},
                             {u"encoding"_s, recipients.listEncoding},
                             {u"columns"_s, columns}};
    return QString::fromUtf8(QJsonDocument(source).toJson(QJsonDocument::Compact));
}

Draft draftOf(const domain::Campaign &repeated)
{
    Draft draft;
    draft.name = repeated.name;
    draft.account = repeated.account;
    draft.sender = repeated.sender;
    draft.text = repeated.text;
    draft.options = repeated.options;
    draft.mode = domain::SendMode::Automatic;
    draft.startZone = repeated.startZone;
    draft.catchUpMinutes = repeated.catchUpMinutes;
    const QJsonObject source = QJsonDocument::fromJson(repeated.source.toUtf8()).object();
    for (const QJsonValue &group : source.value("groups"_L1).toArray())
        draft.recipients.groups.append(group.toString());
    draft.recipients.gatewayGroup = source.value("gatewayGroup"_L1).toString();
    draft.recipients.listFile = source.value("list"_L1).toString();
    draft.recipients.listSheet = source.value("sheet"_L1).toString();
    draft.recipients.listEncoding = source.value("encoding"_L1).toString();
    const QJsonObject columns = source.value("columns"_L1).toObject();
    for (auto column = columns.constBegin(); column != columns.constEnd(); ++column)
        draft.recipients.columns.insert(column.key(), column.value().toString());
    return draft;
}

} // namespace engine
