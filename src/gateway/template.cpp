// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/template.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>
#include <QTime>

#include <algorithm>

namespace gateway {
using namespace Qt::StringLiterals;

namespace {

using Fields = QMap<QString, QString>;

bool matches(const QRegularExpression &form, const QString &value)
{
    return form.match(value).hasMatch();
}

// Characters are code points, as the counter counts them.
qsizetype characters(const QString &value)
{
    return value.toUcs4().size();
}

QDate dateOf(const QString &value)
{
    static const QRegularExpression form(u"\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"_s);
    return matches(form, value) ? QDate::fromString(value, u"yyyy-MM-dd"_s) : QDate();
}

QTime timeOf(const QString &value)
{
    static const QRegularExpression form(u"\\A([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?\\z"_s);
    const QRegularExpressionMatch match = form.match(value);
    if (!match.hasMatch())
        return {};
    return QTime(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
}

struct Moment
{
    QDate date;
    QTime time;
    bool isValid() const { return date.isValid() && time.isValid(); }
};

// TPL-11: the offset is read and left alone, local time is meant.
Moment momentOf(const QString &value)
{
    static const QRegularExpression form(u"\\A([0-9-]{10})T([0-9:]{5,8})(?:\\.[0-9]+)?"
                                         "(?:Z|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?\\z"_s);
    const QRegularExpressionMatch match = form.match(value);
    if (!match.hasMatch())
        return {};
    return {dateOf(match.captured(1)), timeOf(match.captured(2))};
}

bool isLink(const QString &value)
{
    // TPL-08: a host with at least one dot, with or without http(s), and no white space.
    static const QRegularExpression form(
        u"\\A(?:https?://)?(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+"
        "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?(?::[0-9]{1,5})?(?:[/?#][^\\s]*)?\\z"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return matches(form, value);
}

// The identifier of what is wrong with a value that is there, or nothing.
QString problemOf(const QString &name, const QString &value)
{
    static const QRegularExpression code(u"\\A[A-Za-z0-9!@#$%&*_-]*\\z"_s);
    static const QRegularExpression order(u"\\A[A-Za-z0-9_-]*\\z"_s);
    static const QRegularExpression amount(u"\\A[0-9,._ -]*\\z"_s);
    static const QRegularExpression persons(u"\\A[0-9,. ]*\\z"_s);
    const auto unless = [](bool good, const QString &problem) { return good ? QString() : problem; };

    if (name == "code"_L1) { // TPL-03
        if (!matches(code, value))
            return u"invalidCharacters"_s;
        return unless(value.size() >= 4, u"tooShort"_s);
    }
    if (name == "username"_L1) { // TPL-04
        return unless(!value.contains("http://"_L1, Qt::CaseInsensitive) &&
                          !value.contains("https://"_L1, Qt::CaseInsensitive),
                      u"url"_s);
    }
    if (name == "orderno"_L1)
        return unless(matches(order, value), u"invalidCharacters"_s);
    if (name == "amount"_L1)
        return unless(matches(amount, value), u"invalidCharacters"_s);
    if (name == "pax"_L1)
        return unless(matches(persons, value), u"invalidCharacters"_s);
    if (name == "orderurl"_L1)
        return unless(isLink(value), u"invalidUrl"_s);
    if (name == "date"_L1)
        return unless(dateOf(value).isValid(), u"invalidDate"_s);
    if (name == "time"_L1)
        return unless(timeOf(value).isValid(), u"invalidTime"_s);
    if (name == "datetime"_L1)
        return unless(momentOf(value).isValid(), u"invalidDateTime"_s);
    return {};
}

bool hasCapitals(const QString &value)
{
    return std::any_of(value.begin(), value.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

bool isAdvisedCode(const QString &value)
{
    static const QRegularExpression form(u"\\A[0-9]{4,8}\\z"_s);
    return matches(form, value);
}

QString present(const Fields &fields, const QString &name)
{
    return fields.value(name).trimmed();
}

// " at X" when there is an X: a part goes with its label (TPL-13).
QString part(QLatin1StringView label, const QString &value)
{
    return value.isEmpty() ? QString() : label + value;
}

// Date and time as the preview reads them; a value that is not a date yet is shown as typed.
struct ReadableMoment
{
    QString date;
    QString time;
};

ReadableMoment readable(const Fields &fields)
{
    ReadableMoment result{present(fields, u"date"_s), present(fields, u"time"_s)};
    const QString both = present(fields, u"datetime"_s);
    Moment moment{dateOf(result.date), timeOf(result.time)};
    if (!both.isEmpty()) { // TPL-11: it wins
        moment = momentOf(both);
        result = {both, {}};
    }
    if (moment.date.isValid())
        result.date = QLocale::c().toString(moment.date, u"d MMMM yyyy"_s);
    if (moment.time.isValid())
        result.time = moment.time.toString(u"HH:mm"_s);
    return result;
}

QString oneTimeCode(const Fields &fields)
{
    QStringList lines;
    for (const QString &line : {part("Your code is "_L1, present(fields, u"code"_s)),
                                part("Username: "_L1, present(fields, u"username"_s))}) {
        if (!line.isEmpty())
            lines.append(line);
    }
    const QString greeting = part("Regards "_L1, present(fields, u"sendername"_s));
    if (greeting.isEmpty())
        return lines.join(u'\n');
    return lines.isEmpty() ? greeting : lines.join(u'\n') + "\n\n"_L1 + greeting;
}

QString orderConfirmation(const Fields &fields)
{
    QStringList sentences{"Order"_L1 + part(" "_L1, present(fields, u"orderno"_s)) + " received."_L1};
    const QString amount = present(fields, u"amount"_s);
    if (!amount.isEmpty()) {
        const QString currency = present(fields, u"currency"_s);
        sentences.append("Total "_L1 + (currency.isEmpty() ? QString() : currency + u' ') + amount + u'.');
    }
    const QString link = part("Link: "_L1, present(fields, u"orderurl"_s));
    if (!link.isEmpty())
        sentences.append(link);
    return sentences.join(u' ') + part("\nThank you from "_L1, present(fields, u"sendername"_s));
}

QString orderReady(const Fields &fields)
{
    const QString sender = present(fields, u"sendername"_s);
    return "Hello! Your order"_L1 + part(" "_L1, present(fields, u"orderno"_s)) +
           " is ready for pick up."_L1 +
           (sender.isEmpty() ? QString() : " Best regards, "_L1 + sender + u'.');
}

QString booking(const Fields &fields)
{
    const ReadableMoment moment = readable(fields);
    return "Your reservation"_L1 + part(" for "_L1, present(fields, u"pax"_s)) +
           part(" at "_L1, present(fields, u"sendername"_s)) + part(" on "_L1, moment.date) +
           part(" at "_L1, moment.time) + " is confirmed. Welcome!"_L1;
}

QString reminder(const Fields &fields)
{
    const ReadableMoment moment = readable(fields);
    const QString sender = present(fields, u"sendername"_s);
    return "We look forward to seeing your party"_L1 + part(" of "_L1, present(fields, u"pax"_s)) +
           part(" on "_L1, moment.date) + part(" at "_L1, moment.time) +
           ". Please contact us if there are changes."_L1 +
           (sender.isEmpty() ? QString() : " See you at "_L1 + sender + u'!');
}

} // namespace

QStringList templateTypes()
{
    return {u"otp"_s, u"order_confirmation"_s, u"order_ready"_s, u"conf_booking"_s, u"conf_reminder"_s};
}

QList<TemplateField> templateFields(const QString &type)
{
    const TemplateField senderName{u"sendername"_s, true, 50};
    const TemplateField orderNumber{u"orderno"_s, false, 50};
    if (type == "otp"_L1) {
        return {{u"code"_s, true, 15}, {u"username"_s, false, 255}, {u"sendername"_s, false, 50}};
    }
    if (type == "order_confirmation"_L1) {
        return {senderName,
                orderNumber,
                {u"amount"_s, false, 50},
                {u"currency"_s, false, 10},
                {u"orderurl"_s, false, 0}};
    }
    if (type == "order_ready"_L1)
        return {senderName, orderNumber};
    if (type == "conf_booking"_L1 || type == "conf_reminder"_L1) {
        return {senderName,
                {u"pax"_s, false, 10},
                {u"date"_s, false, 0},
                {u"time"_s, false, 0},
                {u"datetime"_s, false, 0}};
    }
    return {};
}

QList<FieldProblem> checkedFields(const QString &type, const QMap<QString, QString> &fields)
{
    const QList<TemplateField> known = templateFields(type);
    if (known.isEmpty())
        return {{u"type"_s, u"unknownType"_s}};

    QList<FieldProblem> problems;
    for (const TemplateField &field : known) {
        const QString value = present(fields, field.name);
        if (value.isEmpty()) {
            if (field.required)
                problems.append({field.name, u"required"_s});
            continue;
        }
        QString problem = problemOf(field.name, value);
        if (problem.isEmpty() && field.maxLength > 0 && characters(value) > field.maxLength)
            problem = u"tooLong"_s;
        if (!problem.isEmpty())
            problems.append({field.name, problem});
        else if (field.name == "orderno"_L1 && hasCapitals(value))
            problems.append({field.name, u"capitals"_s, true}); // TPL-05
        else if (field.name == "code"_L1 && !isAdvisedCode(value))
            problems.append({field.name, u"digitsAdvised"_s, true}); // TPL-03
    }
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const bool belongs = std::any_of(
            known.begin(), known.end(), [&it](const TemplateField &field) { return field.name == it.key(); });
        if (!belongs && !it.value().trimmed().isEmpty())
            problems.append({it.key(), u"unknownField"_s});
    }
    return problems;
}

TemplatePreview templatePreview(const QString &type, const QMap<QString, QString> &fields)
{
    if (type == "otp"_L1)
        return {u"FrontOTP"_s, oneTimeCode(fields)};
    if (type == "order_confirmation"_L1)
        return {u"FrontOrder"_s, orderConfirmation(fields)};
    if (type == "order_ready"_L1)
        return {u"FrontOrder"_s, orderReady(fields)};
    if (type == "conf_booking"_L1)
        return {u"FrontConf"_s, booking(fields)};
    if (type == "conf_reminder"_L1)
        return {u"FrontConf"_s, reminder(fields)};
    return {};
}

} // namespace gateway
