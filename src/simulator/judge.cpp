// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/judge.h"

#include "simulator/alphabet.h"
#include "simulator/templatejudge.h"
#include "simulator/values.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

namespace simulator {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lockMs = 120'000;
constexpr qsizetype longestRef = 100;
constexpr qsizetype longestSenderText = 11;
constexpr qsizetype longestText = 1530;
constexpr qsizetype longestChargedText = 160;
constexpr qsizetype forgetAbove = 100'000; // locks kept before the old ones are cleared away

bool isSender(const QString &sender)
{
    static const QRegularExpression number(u"\\A\\+?[0-9]{3,20}\\z"_s);
    return number.match(sender).hasMatch() || characters(sender) <= longestSenderText;
}

int optionCode(const Asked &asked, qint64 nowMs, qint64 &startMs)
{
    const QJsonObject &given = asked.parameters;
    const QJsonValue unicode = given.value(u"unicode"_s);
    if (!isAbsent(unicode) && !truth(unicode, asked.fromQuery))
        return 20;
    const QJsonValue flash = given.value(u"flash"_s);
    if (!isAbsent(flash) && !truth(flash, asked.fromQuery))
        return 22;
    if (const QJsonValue value = given.value(u"protocolid"_s); !isAbsent(value)) {
        const auto id = whole(value, asked.fromQuery);
        if (!id || *id < 0 || *id > 255)
            return 23;
    }
    if (const QJsonValue value = given.value(u"validity"_s); !isAbsent(value)) {
        const auto minutes = whole(value, asked.fromQuery);
        if (!minutes || *minutes < 1)
            return 24;
    }
    if (const QJsonValue ref = given.value(u"ref"_s); !isAbsent(ref)) {
        if (ref.isString() ? characters(ref.toString()) > longestRef : !whole(ref, false))
            return 25;
    }
    if (const QJsonValue value = given.value(u"scheduled"_s); !isAbsent(value)) {
        const auto time = momentUtc(value.toString());
        if (!time || *time <= nowMs)
            return 26;
        startMs = *time;
    }
    return 0;
}

int encodingCode(const Asked &asked)
{
    const QJsonValue given = asked.parameters.value(u"encoding"_s);
    if (!asked.fromQuery || isAbsent(given)) // JSON is always UTF-8
        return 0;
    const QString encoding = given.toString().toLower();
    const bool known = encoding == "iso-8859-1"_L1 || encoding == "utf8"_L1 || encoding == "utf-8"_L1;
    return known ? 0 : 19;
}

// OUT-08; which accounts may charge (error 6) is not known here.
int priceCode(const Asked &asked, const QString &number)
{
    const auto ore = whole(asked.parameters.value(u"price"_s), asked.fromQuery);
    if (!ore || *ore < 100 || *ore > 20000 || *ore % 100 != 0)
        return 4;
    const bool unicode = truth(asked.parameters.value(u"unicode"_s), asked.fromQuery).value_or(false);
    if (lengthAsSent(asked.parameters.value(u"txt"_s).toString(), unicode) > longestChargedText)
        return 15;
    return number.startsWith("+47"_L1) ? 0 : 12;
}

} // namespace

// 00 or + and 7 to 15 digits; of Norway's, the eight that no landline code of 0 or 1 begins.
std::optional<QString> mobileNumber(const QString &given)
{
    static const QRegularExpression form(u"\\A(?:00|\\+)([1-9][0-9]{6,14})\\z"_s);
    static const QRegularExpression norwegian(u"\\A47[2-9][0-9]{7}\\z"_s);
    const auto match = form.match(given);
    if (!match.hasMatch())
        return std::nullopt;
    const QString digits = match.captured(1);
    if (digits.startsWith("47"_L1) && !norwegian.match(digits).hasMatch())
        return std::nullopt;
    return QString(u'+' + digits);
}

int Judge::accountCode(const Asked &asked) const
{
    const QJsonValue given = asked.parameters.value(u"serviceid"_s);
    if (isBlank(given))
        return 8;
    const auto id = whole(given, asked.fromQuery);
    if (!id || *id <= 0 || (m_rules.serviceId != 0 && *id != m_rules.serviceId))
        return 7;
    if (m_rules.password && asked.parameters.value(u"password"_s).toString() != *m_rules.password)
        return 13;
    return 0;
}

// What single and bulk have in common, in the order in which the description numbers it.
int Judge::messageCode(const Asked &asked, Judgement &judgement) const
{
    const QJsonObject &given = asked.parameters;
    const QJsonValue number = given.value(u"phoneno"_s);
    const bool numberless = isBlank(number) || (number.isArray() && number.toArray().isEmpty());
    if (numberless && !(asked.bulk && !isAbsent(given.value(u"group"_s))))
        return 9;
    const QString text = given.value(u"txt"_s).toString();
    if (text.isEmpty())
        return 10;
    if (isBlank(given.value(u"fromid"_s)))
        return 11;
    const QString sender = given.value(u"fromid"_s).toString();
    judgement.sender = isAbsent(given.value(u"price"_s)) ? sender : u"2401"_s;
    if (sender.isEmpty() || !isSender(sender))
        return 3;
    if (const int code = encodingCode(asked); code != 0)
        return code;
    if (const int code = optionCode(asked, m_clock.nowMs(), judgement.startMs); code != 0)
        return code;
    const bool unicode = truth(given.value(u"unicode"_s), asked.fromQuery).value_or(false);
    if (asked.bulk && !unicode && !fitsGsm(text))
        return 16;
    return lengthAsSent(text, unicode) > longestText ? 14 : 0;
}

bool Judge::lockedNow(const QString &sender, const QString &number, const QString &text)
{
    if (!m_rules.duplicateLock)
        return false;
    const qint64 now = m_clock.nowMs();
    if (m_recent.size() > forgetAbove)
        m_recent.removeIf([now](const auto &entry) { return now - entry.value() >= lockMs; });
    const QByteArray key = QCryptographicHash::hash((sender + u'\0' + number + u'\0' + text).toUtf8(),
                                                    QCryptographicHash::Sha256);
    const auto found = m_recent.constFind(key);
    if (found != m_recent.constEnd() && now - *found < lockMs)
        return true;
    m_recent.insert(key, now);
    return false;
}

int Judge::singleCode(const Asked &asked, Judgement &judgement)
{
    const auto number = mobileNumber(asked.parameters.value(u"phoneno"_s).toString());
    if (!number)
        return 1;
    if (!isAbsent(asked.parameters.value(u"price"_s))) {
        if (const int code = priceCode(asked, *number); code != 0)
            return code;
    }
    if (const int code = templateCode(asked.parameters); code != 0)
        return code;
    if (lockedNow(judgement.sender, *number, asked.parameters.value(u"txt"_s).toString()))
        return 17;
    judgement.accepted.append(*number);
    return 0;
}

int Judge::bulkCode(const Asked &asked, Judgement &judgement)
{
    const QJsonObject &given = asked.parameters;
    // BLK-03: what bulk does not know is refused, so that a client that sends it is found out.
    if (!isAbsent(given.value(u"price"_s)))
        return 4;
    if (!isAbsent(given.value(u"type"_s)))
        return 28;
    const QJsonArray numbers = given.value(u"phoneno"_s).toArray();
    if (const QJsonValue group = given.value(u"group"_s); !isAbsent(group)) {
        if (group.toString().trimmed().isEmpty() || !numbers.isEmpty()) // BLK-02: either, or
            return 27;
        // Who is in it only the gateway knows (BLK-10): here it is always these.
        judgement.accepted = {u"+4799999901"_s, u"+4799999902"_s, u"+4799999903"_s};
        return 0;
    }
    QSet<QString> seen;
    for (const QJsonValue value : numbers) {
        const QString asGiven = value.toVariant().toString();
        const auto number = mobileNumber(value.toString());
        if (!number) {
            judgement.invalid.append(asGiven);
        } else if (seen.contains(*number) || lockedNow(judgement.sender, *number, given[u"txt"].toString())) {
            judgement.duplicate.append(asGiven);
        } else {
            seen.insert(*number);
            judgement.accepted.append(*number);
        }
    }
    // BLK-07: one valid number is enough, and a repeated one is valid.
    return judgement.accepted.isEmpty() && judgement.duplicate.isEmpty() ? 1 : 0;
}

Judgement Judge::judged(const Asked &asked)
{
    Judgement judgement;
    judgement.startMs = m_clock.nowMs();
    judgement.errorCode = accountCode(asked);
    if (judgement.errorCode == 0)
        judgement.errorCode = messageCode(asked, judgement);
    if (judgement.errorCode == 0)
        judgement.errorCode = asked.bulk ? bulkCode(asked, judgement) : singleCode(asked, judgement);
    return judgement;
}

QString description(int errorCode)
{
    static const QStringList words{
        u"OK"_s,
        u"Invalid mobile number"_s,
        u"Message sent from illegal IP address"_s,
        u"Invalid fromid"_s,
        u"Invalid SMS price class"_s,
        u"No remaining SMS messages on account"_s,
        u"No access to charged SMS"_s,
        u"Account blocked by Front, or wrong serviceid"_s,
        u"serviceid is blank or missing"_s,
        u"phoneno is blank or missing"_s,
        u"txt is blank or missing"_s,
        u"fromid is blank or missing"_s,
        u"Invalid mobile number for charged SMS"_s,
        u"Invalid password"_s,
        u"Message too long (max 1530 characters)"_s,
        u"Charged message too long (max 160 characters)"_s,
        u"txt contains characters outside GSM 03.38"_s,
        u"Duplicate message within 120 seconds"_s,
        u"Missing encryption, use https"_s,
        u"Invalid encoding"_s,
        u"unicode must be \"true\" or \"false\""_s,
        u"Mobile number is blacklisted"_s,
        u"flash must be \"true\" or \"false\""_s,
        u"protocolid must be an integer between 0 and 255"_s,
        u"validity must be a positive integer"_s,
        u"ref cannot exceed 100 characters"_s,
        u"scheduled must be a future ISO 8601 date with time"_s,
        u"group must be the name of a contact group with at least one contact"_s,
        u"type must be one of otp, order_confirmation, order_ready, conf_booking, conf_reminder"_s,
        u"code is required for otp and must be 4-15 characters"_s,
        u"sendername missing or invalid"_s,
        u"orderno invalid"_s,
        u"amount invalid"_s,
        u"currency invalid"_s,
        u"orderurl invalid"_s,
        u"pax invalid"_s,
        u"date invalid"_s,
        u"time invalid"_s,
        u"datetime invalid"_s,
        u"username invalid"_s,
    };
    return words.value(errorCode, u"Something new (%1)"_s.arg(errorCode));
}

} // namespace simulator
