// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/phonenumber.h"

#include "phone/numberplan.h"
#include "phone/typednumber.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace phone {

namespace {

constexpr QByteArrayView norwegianCode = "47";
constexpr qsizetype norwegianDigits = 8;

bool isNorway(const QString &region)
{
    return region == "NO"_L1;
}

// The eight digits of a Norwegian number in its usual forms, or empty: those need no library.
QByteArrayView norwegianNational(const TypedNumber &typed, const QString &region)
{
    QByteArrayView digits = typed.digits();
    if (digits.size() == norwegianDigits + norwegianCode.size() && digits.startsWith(norwegianCode) &&
        (typed.international || isNorway(region)))
        digits = digits.sliced(norwegianCode.size());
    else if (digits.size() != norwegianDigits || typed.international || !isNorway(region))
        return {};
    return digits.front() == '0' ? QByteArrayView() : digits;
}

PhoneNumber norwegian(QByteArrayView national)
{
    quint32 value = 0;
    for (const char digit : national)
        value = value * 10 + static_cast<quint32>(digit - '0');
    const NorwegianVerdict verdict = norwegianVerdict(value);

    PhoneNumber number;
    number.e164 = QString(1 + norwegianCode.size() + norwegianDigits, Qt::Uninitialized);
    QChar *out = number.e164.data();
    *out++ = u'+';
    for (const char digit : norwegianCode)
        *out++ = QLatin1Char(digit);
    for (const char digit : national)
        *out++ = QLatin1Char(digit);
    number.country = verdict.svalbard ? u"SJ"_s : u"NO"_s;
    number.type = verdict.type;
    number.unknownRange = verdict.type == NumberType::Unknown;
    return number;
}

// The digits of a number in E.164, or empty for anything else.
QByteArray e164Digits(const QString &number)
{
    constexpr qsizetype maxDigits = 15;
    if (!number.startsWith(u'+') || number.size() < 2 || number.size() > 1 + maxDigits)
        return {};
    const bool digits =
        std::all_of(number.begin() + 1, number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits ? number.sliced(1).toLatin1() : QByteArray();
}

} // namespace

PhoneNumber parse(QStringView input, const QString &region)
{
    const TypedNumber typed = readTyped(input);
    PhoneNumber number;
    if (typed.error != NumberError::None)
        number.error = typed.error;
    else if (const QByteArrayView national = norwegianNational(typed, region); !national.isEmpty())
        number = norwegian(national);
    else
        number = readByPlan(typed, region);
    number.input = input.toString();
    return number;
}

int rankForSms(const PhoneNumber &number, bool saidToBeMobile)
{
    const bool usable = number.error == NumberError::None;
    if (usable && number.type == NumberType::Mobile)
        return saidToBeMobile ? 0 : 1;
    return saidToBeMobile ? 2 : usable ? 3 : 4;
}

int rankForSms(const QString &typed, bool saidToBeMobile)
{
    return rankForSms(parse(typed), saidToBeMobile);
}

QString international00(const QString &e164)
{
    return e164.startsWith(u'+') ? u"00"_s + e164.sliced(1) : e164;
}

QString countryOf(const QString &e164)
{
    const QByteArray digits = e164Digits(e164);
    if (digits.size() == norwegianCode.size() + norwegianDigits && digits.startsWith(norwegianCode) &&
        digits[norwegianCode.size()] != '0')
        return norwegian(QByteArrayView(digits).sliced(norwegianCode.size())).country;
    return digits.isEmpty() ? QString() : countryByPlan(e164);
}

QString forDisplay(const QString &e164)
{
    const QString grouped = e164Digits(e164).isEmpty() ? QString() : groupedByPlan(e164);
    return grouped.isEmpty() ? e164 : grouped;
}

QString masked(const QString &e164)
{
    constexpr qsizetype shown = 2;
    constexpr qsizetype hiddenAtLeast = 3;
    const QString hidden = u"×××××"_s; // always five, whatever the length
    const QByteArray digits = e164Digits(e164);
    const int code = callingCodeLength(digits);
    if (code == 0)
        return hidden;
    const QString country = u'+' + QString::fromLatin1(digits.first(code)) + u' ' + hidden;
    if (digits.size() - code < shown + hiddenAtLeast)
        return country;
    return country + u' ' + QString::fromLatin1(digits.last(shown));
}

} // namespace phone
