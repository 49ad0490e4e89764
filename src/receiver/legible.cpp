// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/legible.h"

#include "http/query.h"
#include "receiver/callbackdecoder.h"
#include "receiver/jsonmembers.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace receiver {
using namespace Qt::StringLiterals;

namespace {

std::optional<domain::InboundMessage> message(const QString &from, const QString &text, const QString &to,
                                              const QString &keyword)
{
    if (from.isEmpty() || text.isEmpty())
        return std::nullopt;
    domain::InboundMessage message;
    message.from = internationalForm(from);
    message.to = internationalForm(to);
    message.text = text;
    message.keyword = keyword;
    return message;
}

// A plus that was not escaped is a blank here, and before a number a plus all the same (INB-04).
QString numberText(const QString &text)
{
    return text.startsWith(u' ') ? QString(u'+' + text.sliced(1)) : text;
}

} // namespace

std::optional<domain::InboundMessage> legibleJson(const QByteArray &body)
{
    // Bytes that are no UTF-8 become a sign that is no letter: they spoil their own field only.
    const QByteArray repaired = QString::fromUtf8(body).toUtf8();
    const QJsonObject object = QJsonDocument::fromJson(repaired).object();
    const QStringList twice = duplicateMembers(repaired);
    const auto once = [&](const QString &name) {
        return twice.contains(name) ? QString() : object.value(name).toString();
    };
    return message(once(u"from"_s), once(u"text"_s), once(u"to"_s), once(u"keyword"_s));
}

std::optional<domain::InboundMessage> legibleParameters(const QByteArray &parameters)
{
    QHash<QByteArray, QString> given;
    QByteArrayList twice;
    for (const QByteArray &part : parameters.split('&')) {
        const auto decoded = http::decodeQuery(part);
        if (!decoded || decoded->isEmpty())
            continue;
        const auto &[name, value] = decoded->constFirst();
        if (given.contains(name))
            twice.append(name);
        given.insert(name, http::latin1(value));
    }
    for (const QByteArray &name : std::as_const(twice))
        given.remove(name);
    return message(numberText(given.value("phonenr")), given.value("txt"), numberText(given.value("fromid")),
                   given.value("code"));
}

} // namespace receiver
