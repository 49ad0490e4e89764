// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/answer.h"

#include "gateway/errorcode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <limits>

namespace gateway {
using namespace Qt::StringLiterals;

namespace {

constexpr int duplicateLock = 17;

// What a body says when it is read strictly.
struct GatewayJson
{
    bool mentionsCode = false; // an object with the key errorcode, of whatever type
    std::optional<int> code;   // an integer number
    QJsonObject object;
};

std::optional<qint64> integer(const QJsonValue &value)
{
    // Two different defaults: only a number that is integral gives the same answer for both.
    if (!value.isDouble() || value.toInteger(0) != value.toInteger(1))
        return std::nullopt;
    return value.toInteger();
}

GatewayJson read(const QByteArray &body)
{
    GatewayJson json;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return json;
    json.object = document.object();
    const QJsonValue value = json.object.value("errorcode"_L1);
    json.mentionsCode = !value.isUndefined();
    const std::optional<qint64> code = integer(value);
    if (code && *code >= std::numeric_limits<int>::min() && *code <= std::numeric_limits<int>::max())
        json.code = static_cast<int>(*code);
    return json;
}

// An object ends with its bracket: one that can be read is whole, whatever the network says of the end of
// the connection that brought it, and no page of another machine has an errorcode.
bool provesItself(const Exchange &exchange, const GatewayJson &json)
{
    return exchange.httpStatus > 0 && !exchange.tooLarge && json.mentionsCode;
}

Outcome unanswered(Verdict verdict, const QString &reason)
{
    Outcome outcome;
    outcome.verdict = verdict;
    outcome.reason = reason;
    return outcome;
}

Outcome refused(int code, const QString &description)
{
    Outcome outcome;
    outcome.errorCode = code;
    outcome.description = description;
    outcome.verdict = Verdict::Refused;
    if (code == duplicateLock)
        outcome.verdict = Verdict::Duplicate;
    else if (concernsAccount(code))
        outcome.verdict = Verdict::AccountRefused;
    return outcome;
}

QString failureWords(const Exchange &exchange)
{
    if (exchange.tooLarge)
        return u"answer larger than 64 KiB"_s;
    return exchange.failure.isEmpty() ? u"no whole answer"_s : exchange.failure;
}

QString statusWords(const Exchange &exchange)
{
    return u"HTTP %1 without the gateway's answer"_s.arg(exchange.httpStatus);
}

bool isSuccess(int httpStatus)
{
    return httpStatus >= 200 && httpStatus <= 299;
}

// The gateway names numbers, as its examples show, in the form in which they were sent; its own form may
// lack the 00. The journal knows E.164.
QString e164(const QString &number)
{
    static const QRegularExpression international(u"\\A(?:00([0-9]+)|([1-9][0-9]{8,14}))\\z"_s);
    const QRegularExpressionMatch match = international.match(number);
    return match.hasMatch() ? QString(u'+' + match.captured(1) + match.captured(2)) : number;
}

// False when the list is missing or holds anything but numbers, as texts or as such; those that can be read
// are kept.
bool readNumbers(const QJsonValue &value, QStringList &numbers)
{
    if (!value.isArray())
        return false;
    bool known = true;
    const QJsonArray array = value.toArray();
    for (const auto &entry : array) {
        if (entry.isString())
            numbers.append(e164(entry.toString()));
        else if (const auto digits = integer(entry); digits && *digits > 0)
            numbers.append(e164(QString::number(*digits)));
        else
            known = false;
    }
    return known;
}

Outcome bulkAccepted(const GatewayJson &json)
{
    Outcome outcome;
    outcome.verdict = Verdict::Accepted;
    outcome.errorCode = json.code;
    outcome.description = json.object.value("description"_L1).toString();
    const bool invalidKnown = readNumbers(json.object.value("invalidPhoneno"_L1), outcome.invalidNumbers);
    const bool duplicateKnown =
        readNumbers(json.object.value("duplicatePhoneno"_L1), outcome.duplicateNumbers);
    outcome.listsKnown = invalidKnown && duplicateKnown;
    if (!outcome.listsKnown)
        outcome.reason = u"HTTP 201 with unreadable lists"_s;
    return outcome;
}

// Which of those that were sent a list means, or an empty text. A short piece could be the end of many.
QString sentAs(const QString &listed, const QStringList &sent)
{
    constexpr qsizetype leastDigits = 7;
    if (sent.contains(listed))
        return listed;
    const QString national = QString(listed).remove(QRegularExpression(u"\\A\\+?0*|[^0-9]"_s));
    QString found;
    for (const QString &number : sent) {
        if (national.size() < leastDigits || !number.endsWith(national))
            continue;
        if (!found.isEmpty())
            return {};
        found = number;
    }
    return found;
}

} // namespace

Outcome judgeSingle(const Exchange &exchange)
{
    const GatewayJson json = read(exchange.body);
    const bool whole = (exchange.complete && !exchange.tooLarge) || provesItself(exchange, json);
    if (exchange.bodyUntouched && !whole)
        return unanswered(Verdict::Unsent, failureWords(exchange));
    if (!whole)
        return unanswered(Verdict::Uncertain, failureWords(exchange));

    if (json.code && *json.code != 0)
        return refused(*json.code, json.object.value("description"_L1).toString());

    const std::optional<qint64> id = integer(json.object.value("id"_L1));
    const bool accepted = json.code && id && *id > 0 && isSuccess(exchange.httpStatus);
    if (exchange.bodyUntouched) {
        // Some other machine answered before the body left; a success without a body is a riddle.
        return accepted ? unanswered(Verdict::Uncertain, u"answered before the request was sent"_s)
                        : unanswered(Verdict::Unsent, statusWords(exchange));
    }
    if (!accepted)
        return unanswered(Verdict::Uncertain, statusWords(exchange));

    Outcome outcome;
    outcome.verdict = Verdict::Accepted;
    outcome.gatewayId = id;
    outcome.errorCode = 0;
    outcome.description = json.object.value("description"_L1).toString();
    return outcome;
}

Outcome judgeSingleText(const Exchange &exchange)
{
    if (exchange.bodyUntouched)
        return unanswered(Verdict::Unsent, failureWords(exchange));
    // The text says itself where the code ends, but not where the id does: a first digit of it proves that
    // there is one, and all of it is known only where the end is.
    static const QRegularExpression form(
        u"\\AErrorCode=(0|[1-9][0-9]{0,8}), ID=(0|[1-9][0-9]{0,17})([\\r\\n]*)\\z"_s);
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(exchange.body));
    if (exchange.tooLarge || exchange.httpStatus == 0 || !match.hasMatch()) {
        return unanswered(Verdict::Uncertain, exchange.complete && !exchange.tooLarge
                                                  ? statusWords(exchange)
                                                  : failureWords(exchange));
    }
    const int code = match.captured(1).toInt();
    if (code != 0)
        return refused(code, {});
    const qint64 id = match.captured(2).toLongLong();
    if (id == 0 || !isSuccess(exchange.httpStatus))
        return unanswered(Verdict::Uncertain, statusWords(exchange));

    Outcome outcome;
    outcome.verdict = Verdict::Accepted;
    if (exchange.endProven || match.capturedLength(3) > 0)
        outcome.gatewayId = id;
    outcome.errorCode = 0;
    return outcome;
}

Outcome judgeBulk(const Exchange &exchange)
{
    const GatewayJson json = read(exchange.body);
    const bool whole = exchange.complete || provesItself(exchange, json);
    if (exchange.bodyUntouched && !whole)
        return unanswered(Verdict::Unsent, failureWords(exchange));
    const bool created = exchange.httpStatus == 201;
    if (exchange.tooLarge && !exchange.bodyUntouched) {
        Outcome outcome =
            unanswered(created ? Verdict::Accepted : Verdict::UncertainAndPause, failureWords(exchange));
        outcome.listsKnown = !created;
        return outcome;
    }
    if (!whole)
        return unanswered(Verdict::Uncertain, failureWords(exchange));

    if (!created && json.code && *json.code != 0)
        return refused(*json.code, json.object.value("description"_L1).toString());
    if (exchange.bodyUntouched) {
        return created ? unanswered(Verdict::UncertainAndPause, u"answered before the request was sent"_s)
                       : unanswered(Verdict::Unsent, statusWords(exchange));
    }
    if (created && (json.code == 0 || !json.mentionsCode))
        return bulkAccepted(json);

    const bool refusedByOthers = exchange.httpStatus >= 400 && exchange.httpStatus <= 499 &&
                                 exchange.httpStatus != 408 && !json.mentionsCode;
    Outcome outcome = unanswered(refusedByOthers ? Verdict::UnsentAndPause : Verdict::UncertainAndPause,
                                 statusWords(exchange));
    if (json.code) {
        outcome.errorCode = json.code;
        outcome.description = json.object.value("description"_L1).toString();
        outcome.reason = u"HTTP %1 contradicts error code %2"_s.arg(QString::number(exchange.httpStatus),
                                                                    QString::number(*json.code));
    }
    return outcome;
}

Outcome namedAsSent(Outcome outcome, const QStringList &sent)
{
    QStringList numbers;
    for (const QString &number : sent)
        numbers.append(e164(number));
    for (QStringList *list : {&outcome.invalidNumbers, &outcome.duplicateNumbers}) {
        for (QString &listed : *list) {
            if (const QString number = sentAs(listed, numbers); !number.isEmpty()) {
                listed = number;
            } else {
                outcome.listsKnown = false;
                outcome.reason = u"HTTP 201 with lists of numbers that were not sent"_s;
            }
        }
    }
    return outcome;
}

} // namespace gateway
