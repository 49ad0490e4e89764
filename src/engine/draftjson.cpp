// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/draftjson.h"

#include <QJsonArray>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

QJsonValue optional(const auto &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

std::optional<qint64> numberFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<int> intFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

// Campaigns of earlier versions hold one header each.
QStringList stringsOf(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList strings;
    for (const auto &one : value.toArray())
        strings.append(one.toString());
    return strings;
}

QJsonArray toJson(const QList<RetypedNumber> &retyped)
{
    QJsonArray json;
    for (const RetypedNumber &one : retyped)
        json.append(QJsonObject{{u"row"_s, one.row}, {u"input"_s, one.input}, {u"number"_s, one.number}});
    return json;
}

QList<RetypedNumber> retypedFrom(const QJsonArray &json)
{
    QList<RetypedNumber> retyped;
    for (const auto &one : json)
        retyped.append({one["row"_L1].toInt(), one["input"_L1].toString(), one["number"_L1].toString()});
    return retyped;
}

ListChoices listFrom(const QJsonObject &json)
{
    ListChoices list;
    list.sheet = json.value("sheet"_L1).toString();
    list.encoding = json.value("encoding"_L1).toString();
    if (const QString separator = json.value("separator"_L1).toString(); !separator.isEmpty())
        list.separator = separator.front();
    list.headerRow = intFrom(json.value("headerRow"_L1));
    list.repeatMerged = json.value("repeatMerged"_L1).toBool();
    const QJsonObject columns = json.value("columns"_L1).toObject();
    for (auto column = columns.constBegin(); column != columns.constEnd(); ++column) {
        if (const auto role = base::valueOf<ColumnRole>(column.key()))
            list.columns.insert(*role, stringsOf(column.value()));
    }
    return list;
}

QJsonObject toJson(const domain::SendOptions &options)
{
    QJsonObject fields;
    for (const auto &[name, value] : options.templateFields.asKeyValueRange())
        fields.insert(name, value);
    return {{u"unicode"_s, options.unicode},
            {u"flash"_s, options.flash},
            {u"scheduledAt"_s, optional(options.scheduledAtMs)},
            {u"validity"_s, optional(options.validityMinutes)},
            {u"protocolId"_s, options.protocolId},
            {u"price"_s, optional(options.priceOre)},
            {u"reference"_s, options.reference},
            {u"template"_s, options.templateType},
            {u"templateFields"_s, fields}};
}

domain::SendOptions optionsFrom(const QJsonObject &json)
{
    domain::SendOptions options;
    options.unicode = json.value("unicode"_L1).toBool();
    options.flash = json.value("flash"_L1).toBool();
    options.scheduledAtMs = numberFrom(json.value("scheduledAt"_L1));
    options.validityMinutes = intFrom(json.value("validity"_L1));
    options.protocolId = json.value("protocolId"_L1).toInt();
    options.priceOre = intFrom(json.value("price"_L1));
    options.reference = json.value("reference"_L1).toString();
    options.templateType = json.value("template"_L1).toString();
    const QJsonObject fields = json.value("templateFields"_L1).toObject();
    for (auto field = fields.constBegin(); field != fields.constEnd(); ++field)
        options.templateFields.insert(field.key(), field.value().toString());
    return options;
}

} // namespace

QJsonObject toJson(const Recipients &recipients)
{
    const ListChoices &list = recipients.list;
    QJsonObject columns;
    for (const auto &[role, headers] : list.columns.asKeyValueRange())
        columns.insert(identifier(role), QJsonArray::fromStringList(headers));
    return {{u"typed"_s, QJsonArray::fromStringList(recipients.typed)},
            {u"groups"_s, QJsonArray::fromStringList(recipients.groups)},
            {u"gatewayGroup"_s, recipients.gatewayGroup},
            {u"eachRow"_s, recipients.eachRow},
            {u"removed"_s, QJsonArray::fromStringList(recipients.removed)},
            {u"retyped"_s, toJson(recipients.retyped)},
            {u"leaveOutLandlines"_s, recipients.leaveOutLandlines},
            {u"plainLetters"_s, recipients.plainLetters},
            {u"list"_s, recipients.listFile},
            {u"sheet"_s, list.sheet},
            {u"encoding"_s, list.encoding},
            {u"separator"_s, list.separator.isNull() ? QString() : QString(list.separator)},
            {u"headerRow"_s, optional(list.headerRow)},
            {u"repeatMerged"_s, list.repeatMerged},
            {u"columns"_s, columns}};
}

Recipients recipientsFrom(const QJsonObject &json)
{
    Recipients recipients;
    recipients.typed = stringsOf(json.value("typed"_L1));
    recipients.groups = stringsOf(json.value("groups"_L1));
    recipients.gatewayGroup = json.value("gatewayGroup"_L1).toString();
    recipients.eachRow = json.value("eachRow"_L1).toBool();
    recipients.removed = stringsOf(json.value("removed"_L1));
    recipients.retyped = retypedFrom(json.value("retyped"_L1).toArray());
    recipients.leaveOutLandlines = json.value("leaveOutLandlines"_L1).toBool();
    recipients.plainLetters = json.value("plainLetters"_L1).toBool();
    recipients.listFile = json.value("list"_L1).toString();
    recipients.list = listFrom(json);
    return recipients;
}

QJsonObject toJson(const Draft &draft)
{
    return {{u"sender"_s, draft.sender},
            {u"text"_s, draft.text},
            {u"options"_s, toJson(draft.options)},
            {u"mode"_s, static_cast<int>(draft.mode)},
            {u"startAt"_s, optional(draft.startAtMs)},
            {u"startZone"_s, draft.startZone},
            {u"catchUp"_s, draft.catchUpMinutes},
            {u"repeat"_s, static_cast<int>(draft.repeat)},
            {u"recipients"_s, toJson(draft.recipients)}};
}

Draft draftFrom(const QJsonObject &json)
{
    Draft draft;
    draft.sender = json.value("sender"_L1).toString();
    draft.text = json.value("text"_L1).toString();
    draft.options = optionsFrom(json.value("options"_L1).toObject());
    draft.mode = static_cast<domain::SendMode>(
        qBound(0, json.value("mode"_L1).toInt(), static_cast<int>(domain::SendMode::GatewayGroup)));
    draft.startAtMs = numberFrom(json.value("startAt"_L1));
    draft.startZone = json.value("startZone"_L1).toString();
    draft.catchUpMinutes = json.value("catchUp"_L1).toInt();
    draft.repeat = static_cast<domain::Repeat>(
        qBound(0, json.value("repeat"_L1).toInt(), static_cast<int>(domain::Repeat::Monthly)));
    draft.recipients = recipientsFrom(json.value("recipients"_L1).toObject());
    return draft;
}

} // namespace engine
