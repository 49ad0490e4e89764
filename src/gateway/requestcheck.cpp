// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of request.h: what the gateway would refuse is refused here, beside the input it concerns.
#include "gateway/request.h"
#include "gateway/template.h"
#include "smstext/count.h"

#include <QRegularExpression>

namespace gateway {
using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr int longestSenderText = 11; // OUT-07
constexpr int longestReference = 60;  // OUT-12: the person's part
constexpr int longestRef = 100;       // OUT-12: the whole
constexpr int longestPremium = 160;   // OUT-08
constexpr int mostBulkNumbers = 1000;

// Characters are code points, as the counter counts them.
qsizetype characters(const QString &text)
{
    return text.toUcs4().size();
}

bool isNumber(const QString &number)
{
    static const QRegularExpression international(u"\\A(?:\\+|00)[1-9][0-9]{4,14}\\z"_s);
    return international.match(number).hasMatch();
}

bool isNorwegian(const QString &number)
{
    return number.startsWith("+47"_L1) || number.startsWith("0047"_L1);
}

Result<void> checkedPrice(const std::optional<int> &priceOre, bool bulk)
{
    if (!priceOre)
        return {};
    if (bulk) // BLK-03
        return Error{ErrorCode::InvalidPrice, u"bulk"_s, u"price"_s};
    if (*priceOre < 100 || *priceOre > 20000 || *priceOre % 100 != 0) // OUT-08
        return Error{ErrorCode::InvalidPrice, QString::number(*priceOre), u"price"_s};
    return {};
}

Result<void> checkedTemplate(const domain::SendOptions &options, bool bulk, bool withFields)
{
    if (options.templateType.isEmpty())
        return {};
    if (bulk) // BLK-03
        return Error{ErrorCode::InvalidField, u"bulk"_s, u"type"_s};
    if (!withFields)
        return {};
    const QList<FieldProblem> problems = checkedFields(options.templateType, options.templateFields);
    for (const FieldProblem &problem : problems) {
        if (!problem.warning)
            return Error{ErrorCode::InvalidField, problem.code, problem.field};
    }
    return {};
}

Result<void> checkedRecipients(const PushRequest &request, bool bulk)
{
    if (!request.group.isEmpty()) {
        if (!bulk || !request.numbers.isEmpty()) // BLK-02: the one or the other
            return Error{ErrorCode::Usage, request.group, u"group"_s};
        return {};
    }
    if (request.numbers.isEmpty())
        return Error{ErrorCode::NoRecipients, {}, u"to"_s};
    if (request.numbers.size() > (bulk ? mostBulkNumbers : 1))
        return Error{ErrorCode::Usage, QString::number(request.numbers.size()), u"to"_s};
    for (const QString &number : request.numbers) {
        if (!isNumber(number))
            return Error{ErrorCode::InvalidNumber, number, u"to"_s};
        if (request.options.priceOre && !isNorwegian(number)) // OUT-08
            return Error{ErrorCode::CountryNotAllowed, number, u"to"_s};
    }
    return {};
}

} // namespace

bool isNumberSender(const QString &sender)
{
    static const QRegularExpression digits(u"\\A\\+?[0-9]+\\z"_s);
    return digits.match(sender.trimmed()).hasMatch();
}

Result<void> checkedSender(const QString &sender)
{
    static const QRegularExpression series(u"\\A\\+?[0-9]{3,20}\\z"_s);
    const QString typed = sender.trimmed();
    if (typed.isEmpty())
        return Error{ErrorCode::SenderEmpty, {}, u"from"_s};
    if (isNumberSender(typed)) {
        if (series.match(typed).hasMatch())
            return {};
        return Error{typed.size() > 3 ? ErrorCode::SenderTooLong : ErrorCode::InvalidSender, typed,
                     u"from"_s};
    }
    if (characters(typed) > longestSenderText)
        return Error{ErrorCode::SenderTooLong, typed, u"from"_s};
    // Decision: the description names no characters; a phone can show a sender's text in GSM 03.38
    // alone, and a line break in it would be a second line of somebody else's message.
    const bool control =
        std::any_of(typed.begin(), typed.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    const QStringList foreign = smstext::count(typed, false).nonGsm;
    if (control || !foreign.isEmpty())
        return Error{ErrorCode::InvalidSender, foreign.isEmpty() ? typed : foreign.join(u' '), u"from"_s};
    return {};
}

Result<void> checkedText(const QString &text, const domain::SendOptions &options)
{
    if (text.trimmed().isEmpty())
        return Error{ErrorCode::TextEmpty, {}, u"text"_s};
    const smstext::Count count = smstext::count(text, options.unicode);
    if (!options.unicode && !count.nonGsm.isEmpty()) // OUT-04, BLK-04
        return Error{ErrorCode::NeedsUnicode, count.nonGsm.join(u' '), u"text"_s};
    if (count.tooLong || (options.priceOre && count.units > longestPremium)) // OUT-05, OUT-08
        return Error{ErrorCode::TextTooLong, QString::number(count.units), u"text"_s};
    return {};
}

Result<void> checkedOptions(const domain::SendOptions &options, bool bulk, qint64 nowMs, bool withFields)
{
    if (characters(options.reference) > longestReference)
        return Error{ErrorCode::RefTooLong, options.reference, u"ref"_s};
    // Whole seconds are sent, so whole seconds are judged (OUT-13).
    if (options.scheduledAtMs && *options.scheduledAtMs / 1000 * 1000 <= nowMs)
        return Error{ErrorCode::ScheduledInPast, {}, u"scheduled"_s};
    if (options.validityMinutes && *options.validityMinutes <= 0) // OUT-14
        return Error{ErrorCode::InvalidValidity, QString::number(*options.validityMinutes), u"validity"_s};
    if (options.protocolId < 0 || options.protocolId > 255) // OUT-16
        return Error{ErrorCode::InvalidProtocolId, QString::number(options.protocolId), u"protocol-id"_s};
    if (const Result<void> price = checkedPrice(options.priceOre, bulk); !price)
        return price.error();
    return checkedTemplate(options, bulk, withFields);
}

Result<void> checked(const PushRequest &request, bool bulk, qint64 nowMs)
{
    if (request.serviceId <= 0)
        return Error{ErrorCode::NoAccount, {}, u"account"_s};
    if (const Result<void> recipients = checkedRecipients(request, bulk); !recipients)
        return recipients.error();
    if (!request.options.priceOre) { // with a price the sender is 2401
        if (const Result<void> sender = checkedSender(request.sender); !sender)
            return sender.error();
    }
    if (const Result<void> text = checkedText(request.text, request.options); !text)
        return text.error();
    if (characters(request.ref) > longestRef)
        return Error{ErrorCode::RefTooLong, request.ref, u"ref"_s};
    return checkedOptions(request.options, bulk, nowMs);
}

} // namespace gateway
