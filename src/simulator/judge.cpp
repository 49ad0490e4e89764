// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/judge.h"

#include "simulator/alphabet.h"
#include "simulator/templatejudge.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>

namespace simulator {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lockMs = 120000;
constexpr qsizetype longestRef = 100;

// A whole number given as JSON number, or as digits in a query.
std::optional<qint64> whole(const QJsonValue &value, bool fromQuery)
{
    if (fromQuery) {
        bool good = false;
        const qint64 number = value.toString().toLongLong(&good);
        return good ? std::optional(number) : std::nullopt;
    }
    if (!value.isDouble() || value.toDouble() != static_cast<double>(value.toInteger()))
        return std::nullopt;
    return value.toInteger();
}

std::optional<bool> truth(const QJsonValue &value, bool fromQuery)
{
    if (!fromQuery)
        return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
    if (value.toString() == "true"_L1)
        return true;
    return value.toString() == "false"_L1 ? std::optional(false) : std::nullopt;
}

bool isSender(const QString &sender)
{
    static const QRegularExpression number(u"\\A\\+?[0-9]{3,20}\\z"_s);
    return number.match(sender).hasMatch() || sender.size() <= 11;
}

bool isFuture(const QString &text, qint64 nowMs)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return false;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch() > nowMs;
}

int optionCode(const Asked &asked, qint64 nowMs)
{
    const QJsonObject &given = asked.parameters;
    const struct
    {
        QString name;
        int code;
    } switches[] = {{u"unicode"_s, 20}, {u"flash"_s, 22}};
    for (const auto &option : switches) {
        if (given.contains(option.name) && !truth(given.value(option.name), asked.fromQuery))
            return option.code;
    }
    if (given.contains(u"protocolid"_s)) {
        const auto id = whole(given.value(u"protocolid"_s), asked.fromQuery);
        if (!id || *id < 0 || *id > 255)
            return 23;
    }
    if (given.contains(u"validity"_s)) {
        const auto minutes = whole(given.value(u"validity"_s), asked.fromQuery);
        if (!minutes || *minutes < 1)
            return 24;
    }
    const QJsonValue ref = given.value(u"ref"_s);
    if (ref.isString() && ref.toString().size() > longestRef)
        return 25;
    if (given.contains(u"scheduled"_s) && !isFuture(given.value(u"scheduled"_s).toString(), nowMs))
        return 26;
    return 0;
}

int priceCode(const Asked &asked, const QString &text, const QString &number)
{
    if (!asked.parameters.contains(u"price"_s))
        return 0;
    const auto ore = whole(asked.parameters.value(u"price"_s), asked.fromQuery);
    if (!ore || *ore < 100 || *ore > 20000 || *ore % 100 != 0)
        return 4;
    if (asked.parameters.value(u"fromid"_s).toString() != "2401"_L1)
        return 3;
    if (lengthAsSent(text, false) > 160)
        return 15;
    return number.startsWith("+47"_L1) ? 0 : 12;
}

int encodingCode(const Asked &asked)
{
    if (!asked.fromQuery || !asked.parameters.contains(u"encoding"_s))
        return 0;
    const QString encoding = asked.parameters.value(u"encoding"_s).toString().toLower();
    const bool known = encoding == "iso-8859-1"_L1 || encoding == "utf8"_L1 || encoding == "utf-8"_L1;
    return known ? 0 : 19;
}

} // namespace

std::optional<QString> mobileNumber(const QString &given)
{
    static const QRegularExpression form(u"\\A(?:00|\\+)([1-9][0-9]{7,14})\\z"_s);
    static const QRegularExpression norwegian(u"\\A47[459][0-9]{7}\\z"_s);
    const auto match = form.match(given);
    if (!match.hasMatch())
        return std::nullopt;
    const QString digits = match.captured(1);
    if (digits.startsWith("47"_L1) && !norwegian.match(digits).hasMatch())
        return std::nullopt;
    return QString(u'+' + digits);
}

// What single and bulk have in common, in the order in which the gateway looks.
int Judge::commonCode(const Asked &asked, qint64 nowMs) const
{
    const QJsonObject &given = asked.parameters;
    const auto id = whole(given.value(u"serviceid"_s), asked.fromQuery);
    if (!id)
        return 8;
    if (*id <= 0 || (m_rules.serviceId != 0 && *id != m_rules.serviceId))
        return 7;
    if (m_rules.password && given.value(u"password"_s).toString() != *m_rules.password)
        return 13;
    if (asked.bulk) {
        if (!given.contains(u"group"_s) && given.value(u"phoneno"_s).toArray().isEmpty())
            return 9;
    } else if (given.value(u"phoneno"_s).toString().isEmpty()) {
        return 9;
    }
    const QString text = given.value(u"txt"_s).toString();
    if (text.isEmpty())
        return 10;
    const QString sender = given.value(u"fromid"_s).toString();
    if (sender.isEmpty())
        return 11;
    if (!isSender(sender))
        return 3;
    if (const int code = encodingCode(asked); code != 0)
        return code;
    if (const int code = optionCode(asked, nowMs); code != 0)
        return code;
    const bool unicode = truth(given.value(u"unicode"_s), asked.fromQuery).value_or(false);
    if (asked.bulk && !unicode && !fitsGsm(text))
        return 16;
    return lengthAsSent(text, unicode) > 1530 ? 14 : 0;
}

bool Judge::lockedNow(const QString &sender, const QString &number, const QString &text, qint64 nowMs)
{
    if (!m_rules.duplicateLock)
        return false;
    if (m_recent.size() > 100000)
        m_recent.removeIf([nowMs](const auto &entry) { return nowMs - entry.value() >= lockMs; });
    const QByteArray key = QCryptographicHash::hash((sender + u'\0' + number + u'\0' + text).toUtf8(),
                                                    QCryptographicHash::Sha256);
    const auto found = m_recent.constFind(key);
    if (found != m_recent.constEnd() && nowMs - *found < lockMs)
        return true;
    m_recent.insert(key, nowMs);
    return false;
}

Judgement Judge::judged(const Asked &asked, qint64 nowMs)
{
    Judgement judgement;
    const QJsonObject &given = asked.parameters;
    judgement.errorCode = commonCode(asked, nowMs);
    if (judgement.errorCode != 0)
        return judgement;
    const QString text = given.value(u"txt"_s).toString();
    const QString sender = given.value(u"fromid"_s).toString();
    if (!asked.bulk) {
        const auto number = mobileNumber(given.value(u"phoneno"_s).toString());
        if (!number)
            judgement.errorCode = 1;
        else if (const int code = priceCode(asked, text, *number); code != 0)
            judgement.errorCode = code;
        else if (const int templated = templateCode(given, asked.fromQuery); templated != 0)
            judgement.errorCode = templated;
        else if (lockedNow(sender, *number, text, nowMs))
            judgement.errorCode = 17;
        else
            judgement.accepted.append(*number);
        return judgement;
    }
    if (given.contains(u"group"_s)) {
        judgement.group = given.value(u"group"_s).toString();
        judgement.errorCode = judgement.group.trimmed().isEmpty() ? 27 : 0;
        return judgement;
    }
    for (const QJsonValue &value : given.value(u"phoneno"_s).toArray()) {
        const auto number = mobileNumber(value.toString());
        if (!number)
            judgement.invalid.append(value.toString());
        else if (judgement.accepted.contains(*number) || lockedNow(sender, *number, text, nowMs))
            judgement.duplicate.append(value.toString());
        else
            judgement.accepted.append(*number);
    }
    // BLK-07: one valid number is enough.
    if (judgement.accepted.isEmpty() && judgement.duplicate.isEmpty())
        judgement.errorCode = 1;
    return judgement;
}

QString description(int errorCode)
{
    static const QHash<int, QString> words{
        {0, u"OK"_s},
        {1, u"Invalid mobile number"_s},
        {3, u"Invalid sender"_s},
        {4, u"Invalid price"_s},
        {7, u"Account blocked or wrong serviceid"_s},
        {8, u"serviceid missing"_s},
        {9, u"phoneno missing"_s},
        {10, u"txt missing"_s},
        {11, u"fromid missing"_s},
        {12, u"Invalid mobile number for premium SMS"_s},
        {13, u"Invalid password"_s},
        {14, u"Message too long"_s},
        {15, u"Premium message too long"_s},
        {16, u"Characters outside the GSM character set"_s},
        {17, u"Duplicate message"_s},
    };
    return words.value(errorCode, u"Invalid value (%1)"_s.arg(errorCode));
}

} // namespace simulator
