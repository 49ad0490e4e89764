// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/values.h"

#include <QDateTime>
#include <QRegularExpression>

namespace simulator {
using namespace Qt::StringLiterals;

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

bool isBlank(const QJsonValue &value)
{
    return isAbsent(value) || (value.isString() && value.toString().isEmpty());
}

std::optional<qint64> whole(const QJsonValue &value, bool fromQuery)
{
    if (fromQuery) {
        static const QRegularExpression digits(u"\\A-?[0-9]{1,18}\\z"_s);
        const QString text = value.toString();
        return digits.match(text).hasMatch() ? std::optional(text.toLongLong()) : std::nullopt;
    }
    // toInteger() returns its default for non-integers; two different defaults reveal that.
    const qint64 number = value.toInteger(0);
    return value.isDouble() && number == value.toInteger(1) ? std::optional(number) : std::nullopt;
}

std::optional<bool> truth(const QJsonValue &value, bool fromQuery)
{
    if (!fromQuery)
        return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
    if (value.toString() == "true"_L1)
        return true;
    return value.toString() == "false"_L1 ? std::optional(false) : std::nullopt;
}

std::optional<qint64> momentUtc(const QString &text)
{
    static const QRegularExpression form(
        u"\\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?"
        "(Z|[+-][0-9]{2}(:?[0-9]{2})?)?\\z"_s);
    const QRegularExpressionMatch match = form.match(text);
    // UTC is said aloud: an hour that spring leaves out here is one there.
    const QDateTime time = QDateTime::fromString(
        match.capturedView(3).isEmpty() ? QString(text + u'Z') : text, Qt::ISODateWithMs);
    if (!match.hasMatch() || !time.isValid())
        return std::nullopt;
    return time.toMSecsSinceEpoch();
}

} // namespace simulator
