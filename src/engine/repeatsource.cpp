// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/repeatsource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

// Campaigns of earlier versions hold one header each.
QStringList headersOf(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList headers;
    for (const QJsonValue &header : value.toArray())
        headers.append(header.toString());
    return headers;
}

} // namespace

QString sourceOf(const Recipients &recipients)
{
    const ListChoices &list = recipients.list;
    QJsonObject columns;
    for (const auto &[role, headers] : list.columns.asKeyValueRange())
        columns.insert(identifier(role), QJsonArray::fromStringList(headers));
    const QJsonObject source{{u"groups"_s, QJsonArray::fromStringList(recipients.groups)},
                             {u"gatewayGroup"_s, recipients.gatewayGroup},
                             {u"eachRow"_s, recipients.eachRow},
                             {u"list"_s, recipients.listFile},
                             {u"sheet"_s, list.sheet},
                             {u"encoding"_s, list.encoding},
                             {u"separator"_s, list.separator.isNull() ? QString() : QString(list.separator)},
                             {u"headerRow"_s, list.headerRow ? QJsonValue(*list.headerRow) : QJsonValue()},
                             {u"repeatMerged"_s, list.repeatMerged},
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
    draft.recipients.eachRow = source.value("eachRow"_L1).toBool();
    draft.recipients.listFile = source.value("list"_L1).toString();
    ListChoices &list = draft.recipients.list;
    list.sheet = source.value("sheet"_L1).toString();
    list.encoding = source.value("encoding"_L1).toString();
    if (const QString separator = source.value("separator"_L1).toString(); !separator.isEmpty())
        list.separator = separator.front();
    if (const QJsonValue row = source.value("headerRow"_L1); row.isDouble())
        list.headerRow = row.toInt();
    list.repeatMerged = source.value("repeatMerged"_L1).toBool();
    const QJsonObject columns = source.value("columns"_L1).toObject();
    for (auto column = columns.constBegin(); column != columns.constEnd(); ++column) {
        if (const auto role = columnRole(column.key()))
            list.columns.insert(*role, headersOf(column.value()));
    }
    return draft;
}

} // namespace engine
