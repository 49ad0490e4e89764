// SPDX-License-Identifier: GPL-3.0-or-later
// One inbound message as JSON, read strictly (INB-01, INB-02).
#include "receiver/callbackdecoder.h"

#include "base/isotime.h"
#include "receiver/jsonmembers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace receiver {
using namespace Qt::StringLiterals;

namespace {

using domain::Unreadable;

// A number, or a text of digits, as scripts without types write one.
std::optional<qint64> whole(const QJsonValue &value)
{
    if (value.isString()) {
        const QString digits = value.toString();
        const bool only =
            std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        bool fits = false;
        const qint64 number = digits.toLongLong(&fits);
        return only && fits ? std::optional(number) : std::nullopt;
    }
    const qint64 number = value.toInteger(-1); // -1 also for 1.5 and what no integer holds
    return number < 0 ? std::nullopt : std::optional(number);
}

// A lone surrogate escape (\ud83d) is no character; it becomes '?' so that the text can be stored.
QString wellFormed(const QString &text)
{
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

// What follows the last separator of either kind, without control characters: "../../a.jpg" → "a.jpg".
QString fileName(const QString &named)
{
    QString name = wellFormed(named);
    name = name.sliced(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1);
    name.removeIf(
        [](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return name == u"."_s || name == u".."_s ? QString() : name;
}

std::optional<QByteArray> strictBase64(const QString &text)
{
    // Qt's strictest reading still takes input whose padding is missing.
    const QByteArray encoded = text.toLatin1();
    if (encoded.size() % 4 != 0)
        return {};
    auto result = QByteArray::fromBase64Encoding(encoded, QByteArray::Base64Encoding |
                                                              QByteArray::AbortOnBase64DecodingErrors);
    if (!result)
        return {};
    return std::move(result.decoded);
}

// What was received, without the files' content.
QByteArray withoutContent(QJsonObject object)
{
    QJsonArray files;
    for (const auto &value : object["files"_L1].toArray()) {
        QJsonObject file = value.toObject();
        file.remove("fileData"_L1);
        files.append(file);
    }
    object["files"_L1] = files;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// The reason, if it cannot be read.
std::optional<Unreadable> readFiles(const QJsonValue &files, QList<domain::InboundFile> &result)
{
    if (!files.isArray())
        return Unreadable::BadParameter;
    const QJsonArray list = files.toArray();
    if (list.size() > maximumFiles)
        return Unreadable::TooManyFiles;
    qsizetype total = 0;
    for (const auto &value : list) {
        const QJsonObject object = value.toObject();
        const auto id = whole(object["id"_L1]);
        if (!value.isObject() || !id || !object["contentType"_L1].isString() ||
            !object["fileName"_L1].isString() || !object["fileData"_L1].isString())
            return Unreadable::BadParameter;
        const auto content = strictBase64(object["fileData"_L1].toString());
        if (!content)
            return Unreadable::BadBase64;
        total += content->size();
        if (total > maximumFileBytes)
            return Unreadable::FilesTooLarge;
        result.append({QString::number(*id), wellFormed(object["contentType"_L1].toString()),
                       fileName(object["fileName"_L1].toString()), *content});
    }
    return {};
}

std::optional<Unreadable> read(const QByteArray &body, domain::InboundMessage &message)
{
    if (!QByteArrayView(body).isValidUtf8())
        return Unreadable::BadUtf8;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return Unreadable::BadJson;
    if (!duplicateMembers(body).isEmpty())
        return Unreadable::DuplicateParameter;
    const QJsonObject object = document.object();
    for (const auto name : {"id"_L1, "to"_L1, "from"_L1, "text"_L1, "sent"_L1}) {
        if (object[name].isUndefined() || object[name].isNull())
            return Unreadable::MissingParameter;
    }
    const auto optionalNull = [&](QLatin1StringView name) {
        return object[name].isUndefined() || object[name].isNull();
    };
    if (!object["to"_L1].isString() || !object["from"_L1].isString() || !object["text"_L1].isString() ||
        !(object["keyword"_L1].isString() || optionalNull("keyword"_L1)))
        return Unreadable::BadParameter;

    message.gatewayId = whole(object["id"_L1]);
    message.to = internationalForm(wellFormed(object["to"_L1].toString()));
    message.from = internationalForm(wellFormed(object["from"_L1].toString()));
    message.text = wellFormed(object["text"_L1].toString());
    message.keyword = wellFormed(object["keyword"_L1].toString());
    if (message.to.isEmpty() || message.from.isEmpty())
        return Unreadable::MissingParameter;
    const auto sent = base::fromIso(object["sent"_L1].toString());
    if (!message.gatewayId || !sent)
        return Unreadable::BadParameter;
    message.sentMs = *sent;
    if (!optionalNull("counter"_L1)) {
        message.counter = whole(object["counter"_L1]);
        if (!message.counter)
            return Unreadable::BadParameter;
    }
    if (!optionalNull("files"_L1)) {
        if (const auto reason = readFiles(object["files"_L1], message.files))
            return reason;
    }
    message.raw = message.files.isEmpty() ? body : withoutContent(object);
    return {};
}

} // namespace

Decoded decodeInboundJson(const QByteArray &body)
{
    domain::InboundMessage message;
    if (const auto reason = read(body, message))
        return *reason;
    return message;
}

} // namespace receiver
