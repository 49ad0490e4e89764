// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/templatejudge.h"

#include <QDateTime>
#include <QRegularExpression>

#include <optional>

namespace simulator {
using namespace Qt::StringLiterals;

namespace {

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(u"\\A(?:"_s + pattern + u")\\z"_s).match(text).hasMatch();
}

// A field as text; a JSON number counts as its digits (TPL-09).
std::optional<QString> field(const QJsonObject &parameters, const QString &name)
{
    const QJsonValue value = parameters.value(name);
    if (value.isUndefined())
        return std::nullopt;
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

int dateCode(const QJsonObject &parameters)
{
    if (const auto date = field(parameters, u"date"_s);
        date && (!matches(*date, u"[0-9]{4}-[0-9]{2}-[0-9]{2}"_s) ||
                 !QDate::fromString(*date, Qt::ISODate).isValid()))
        return 36;
    if (const auto time = field(parameters, u"time"_s);
        time && (!matches(*time, u"[0-9]{2}:[0-9]{2}(:[0-9]{2})?"_s) ||
                 !QTime::fromString(*time, Qt::ISODate).isValid()))
        return 37;
    if (const auto both = field(parameters, u"datetime"_s);
        both && !QDateTime::fromString(*both, Qt::ISODateWithMs).isValid())
        return 38;
    return 0;
}

} // namespace

int templateCode(const QJsonObject &parameters, bool)
{
    const auto type = field(parameters, u"type"_s);
    if (!type)
        return 0;
    const bool otp = *type == "otp"_L1;
    const bool order = *type == "order_confirmation"_L1 || *type == "order_ready"_L1;
    const bool booking = *type == "conf_booking"_L1 || *type == "conf_reminder"_L1;
    if (!otp && !order && !booking)
        return 28;
    if (otp && !matches(field(parameters, u"code"_s).value_or(QString()), u"[A-Za-z0-9!@#$%&*_-]{4,15}"_s))
        return 29;
    const QString sender = field(parameters, u"sendername"_s).value_or(QString());
    if (sender.size() > 50 || (!otp && sender.isEmpty()))
        return 30;
    if (const auto user = field(parameters, u"username"_s);
        user && (user->size() > 255 || user->contains("http://"_L1) || user->contains("https://"_L1)))
        return 39;
    const struct
    {
        QString name;
        QString pattern;
        int code;
    } rules[] = {
        {u"orderno"_s, u"[a-z0-9_-]{0,50}"_s, 31}, {u"amount"_s, u"[0-9,._ -]{0,50}"_s, 32},
        {u"currency"_s, u".{0,10}"_s, 33},         {u"orderurl"_s, u"[^\\s]*"_s, 34},
        {u"pax"_s, u"[0-9,. ]{0,10}"_s, 35},
    };
    for (const auto &rule : rules) {
        if (const auto value = field(parameters, rule.name); value && !matches(*value, rule.pattern))
            return rule.code;
    }
    return dateCode(parameters);
}

} // namespace simulator
