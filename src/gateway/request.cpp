// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/request.h"

#include "gateway/template.h"
#include "phone/phonenumber.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace gateway {
using namespace Qt::StringLiterals;

namespace {

QString inForm(const QString &number, NumberForm form)
{
    const bool e164 = number.startsWith(u'+');
    return form == NumberForm::International00 && e164 ? phone::international00(number) : number;
}

// OUT-13: UTC with Z, whole seconds.
QString isoSeconds(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toUTC().toString(u"yyyy-MM-ddTHH:mm:ss'Z'"_s);
}

// TPL-09: digits only go as a number, as in the description's examples.
QJsonValue persons(const QString &value)
{
    static const QRegularExpression digits(u"\\A[0-9]{1,10}\\z"_s);
    return digits.match(value).hasMatch() ? QJsonValue(value.toLongLong()) : QJsonValue(value);
}

// What single and bulk have in common; a parameter at its default is left out (OUT-19).
QJsonObject commonFields(const PushRequest &request)
{
    const domain::SendOptions &options = request.options;
    QJsonObject json{{u"serviceid"_s, request.serviceId},
                     {u"fromid"_s, request.sender.trimmed()},
                     {u"txt"_s, request.text}};
    if (request.password)
        json.insert("password"_L1, *request.password);
    if (!request.ref.isEmpty())
        json.insert("ref"_L1, request.ref);
    if (options.unicode)
        json.insert("unicode"_L1, true);
    if (options.scheduledAtMs)
        json.insert("scheduled"_L1, isoSeconds(*options.scheduledAtMs));
    if (options.validityMinutes)
        json.insert("validity"_L1, *options.validityMinutes);
    if (options.flash)
        json.insert("flash"_L1, true);
    if (options.protocolId != 0)
        json.insert("protocolid"_L1, options.protocolId);
    return json;
}

QJsonObject singleFields(const PushRequest &request, NumberForm form)
{
    const domain::SendOptions &options = request.options;
    QJsonObject json = commonFields(request);
    json.insert("phoneno"_L1, inForm(request.numbers.value(0), form));
    if (options.priceOre) {
        json.insert("price"_L1, *options.priceOre);
        json.insert("fromid"_L1, u"2401"_s); // OUT-08
    }
    if (!options.templateType.isEmpty()) {
        json.insert("type"_L1, options.templateType);
        for (const TemplateField &field : templateFields(options.templateType)) {
            const QString value = options.templateFields.value(field.name).trimmed();
            if (!value.isEmpty())
                json.insert(field.name, field.name == "pax"_L1 ? persons(value) : QJsonValue(value));
        }
    }
    return json;
}

QString queryText(const QJsonValue &value)
{
    if (value.isBool())
        return u"true"_s; // false is a default and left out
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

bool fitsLatin1(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() <= 0xff; });
}

} // namespace

QByteArray singleBody(const PushRequest &request, NumberForm form)
{
    return QJsonDocument(singleFields(request, form)).toJson(QJsonDocument::Compact);
}

QByteArray bulkBody(const PushRequest &request, NumberForm form)
{
    QJsonObject json = commonFields(request);
    if (!request.group.isEmpty()) {
        json.insert("group"_L1, request.group);
    } else {
        QJsonArray numbers;
        for (const QString &number : request.numbers)
            numbers.append(inForm(number, form));
        json.insert("phoneno"_L1, numbers);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray singleQuery(const PushRequest &request, NumberForm form, QueryEncoding encoding)
{
    QList<std::pair<QString, QString>> parameters;
    bool latin1 = encoding == QueryEncoding::Automatic;
    const QJsonObject json = singleFields(request, form);
    for (auto it = json.begin(); it != json.end(); ++it) {
        parameters.append({it.key(), queryText(it.value())});
        latin1 = latin1 && fitsLatin1(parameters.last().second);
    }
    if (!latin1)
        parameters.prepend({u"encoding"_s, u"utf8"_s});

    QByteArray query;
    for (const auto &[name, value] : parameters) {
        if (!query.isEmpty())
            query += '&';
        const QByteArray bytes = latin1 ? value.toLatin1() : value.toUtf8();
        query += name.toLatin1() + '=' + bytes.toPercentEncoding();
    }
    return query;
}

QByteArray checkBody(qint64 serviceId, const std::optional<QString> &password)
{
    QJsonObject json{{u"serviceid"_s, serviceId}};
    if (password)
        json.insert("password"_L1, *password);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray bodyHash(const PushRequest &request, bool bulk)
{
    PushRequest withoutPassword = request;
    withoutPassword.password.reset();
    return QCryptographicHash::hash(bulk ? bulkBody(withoutPassword) : singleBody(withoutPassword),
                                    QCryptographicHash::Sha256);
}

namespace {

QUrl inFolder(const QUrl &baseUrl, const QString &script)
{
    QUrl url = baseUrl.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    QString path = url.path(QUrl::FullyEncoded);
    if (!path.endsWith(u'/'))
        path += u'/';
    url.setPath(path + script, QUrl::StrictMode);
    return url;
}

} // namespace

QUrl singleUrl(const QUrl &baseUrl)
{
    return inFolder(baseUrl, u"push.php"_s);
}

QUrl bulkUrl(const QUrl &baseUrl)
{
    return inFolder(baseUrl, u"push_bulk.php"_s);
}

QString newRef(const QString &reference)
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), static_cast<qsizetype>(bits.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(bits.data()), sizeof(bits));
    return reference + u'~' +
           QString::fromLatin1(
               bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace gateway
