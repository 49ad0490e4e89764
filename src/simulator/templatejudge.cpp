// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/templatejudge.h"

#include "simulator/alphabet.h"
#include "simulator/values.h"

#include <QDateTime>
#include <QRegularExpression>

#include <optional>

namespace simulator {
using namespace Qt::StringLiterals;

namespace {

struct Field
{
    QString name;
    int code;
    bool (*fits)(const QString &);
};

bool matches(const QString &text, const QRegularExpression &form)
{
    return form.match(text).hasMatch();
}

bool isOrderNumber(const QString &text)
{
    static const QRegularExpression form(u"\\A[a-z0-9_-]{0,50}\\z"_s); // TPL-05: no capitals
    return matches(text, form);
}

bool isAmount(const QString &text)
{
    static const QRegularExpression form(u"\\A[0-9,._ -]{0,50}\\z"_s);
    return matches(text, form);
}

bool isCurrency(const QString &text)
{
    return characters(text) <= 10;
}

bool isOrderUrl(const QString &text) // the domain first, with or without a scheme; any is approved here
{
    static const QRegularExpression form(u"\\A((https?://)?[\\w-]+(\\.[\\w-]+)+(:[0-9]+)?([/?#]\\S*)?)?\\z"_s,
                                         QRegularExpression::UseUnicodePropertiesOption |
                                             QRegularExpression::CaseInsensitiveOption);
    return matches(text, form);
}

bool isPax(const QString &text)
{
    static const QRegularExpression form(u"\\A[0-9,. ]{0,10}\\z"_s);
    return matches(text, form);
}

bool isDate(const QString &text)
{
    static const QRegularExpression form(u"\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"_s);
    return text.isEmpty() || (matches(text, form) && QDate::fromString(text, Qt::ISODate).isValid());
}

bool isTime(const QString &text)
{
    static const QRegularExpression form(u"\\A[0-9]{2}:[0-9]{2}(:[0-9]{2})?\\z"_s);
    return text.isEmpty() || (matches(text, form) && QTime::fromString(text, Qt::ISODate).isValid());
}

bool isDateTime(const QString &text)
{
    return text.isEmpty() || momentUtc(text).has_value();
}

bool isUserName(const QString &text)
{
    return characters(text) <= 255 && !text.contains("http://"_L1, Qt::CaseInsensitive) &&
           !text.contains("https://"_L1, Qt::CaseInsensitive);
}

bool isSenderName(const QString &text)
{
    return characters(text) <= 50;
}

bool isCode(const QString &text)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9!@#$%&*_-]{4,15}\\z"_s);
    return matches(text, form);
}

// A field as text: empty when absent, nothing when it is neither text nor number (TPL-09).
std::optional<QString> textOf(const QJsonValue &value)
{
    if (isAbsent(value))
        return QString();
    if (value.isString() || value.isDouble())
        return value.toVariant().toString();
    return std::nullopt;
}

} // namespace

int templateCode(const QJsonObject &parameters)
{
    if (isAbsent(parameters.value(u"type"_s)))
        return 0;
    const QString type = parameters.value(u"type"_s).toString();
    static const QStringList types{u"otp"_s, u"order_confirmation"_s, u"order_ready"_s, u"conf_booking"_s,
                                   u"conf_reminder"_s};
    if (!types.contains(type))
        return 28;
    const bool otp = type == types.constFirst();
    const auto code = textOf(parameters.value(u"code"_s));
    if (!code || ((otp || !code->isEmpty()) && !isCode(*code)))
        return 29;
    const auto sender = textOf(parameters.value(u"sendername"_s));
    if (!sender || !isSenderName(*sender) || (!otp && sender->trimmed().isEmpty()))
        return 30;
    static const Field fields[] = {
        {u"orderno"_s, 31, isOrderNumber}, {u"amount"_s, 32, isAmount},     {u"currency"_s, 33, isCurrency},
        {u"orderurl"_s, 34, isOrderUrl},   {u"pax"_s, 35, isPax},           {u"date"_s, 36, isDate},
        {u"time"_s, 37, isTime},           {u"datetime"_s, 38, isDateTime}, {u"username"_s, 39, isUserName}};
    for (const Field &field : fields) {
        const auto value = textOf(parameters.value(field.name));
        if (!value || !field.fits(*value))
            return field.code;
    }
    return 0;
}

} // namespace simulator
