// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/numberplan.h"

#include <phonenumbers/phonenumberutil.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <atomic>
#include <bitset>
#include <optional>
#include <set>
#include <string>

using namespace Qt::StringLiterals;
using i18n::phonenumbers::PhoneNumberUtil;
using LibraryNumber = i18n::phonenumbers::PhoneNumber;

namespace phone {

namespace {

constexpr int norway = 47;
constexpr qsizetype e164MaxDigits = 15;

// Fewer digits without a plus are never taken for a foreign number that lost it: a national number
// that was mistyped must not reach a small island (+290, +683).
constexpr qsizetype lostPlusMinDigits = 9;

// No country's operators get smaller blocks, so the last three digits decide nothing.
constexpr quint32 numbersInBlock = 1'000;

// A valid number of seven digits or more needs no look at its length.
constexpr quint64 leastSurelyLong = 1'000'000;

const PhoneNumberUtil &library()
{
    return *PhoneNumberUtil::GetInstance();
}

NumberType typeOf(PhoneNumberUtil::PhoneNumberType type)
{
    switch (type) {
    case PhoneNumberUtil::MOBILE:
    case PhoneNumberUtil::FIXED_LINE_OR_MOBILE:
        return NumberType::Mobile;
    case PhoneNumberUtil::FIXED_LINE:
        return NumberType::Fixed;
    case PhoneNumberUtil::UNKNOWN:
        return NumberType::Unknown;
    default:
        return NumberType::Other;
    }
}

// Empty for calling codes of no country, which the library calls "001".
QString countryOf(const LibraryNumber &number)
{
    std::string region;
    library().GetRegionCodeForNumber(number, &region);
    if (region == "ZZ") // not a valid number: the main country of the calling code
        library().GetRegionCodeForCountryCode(number.country_code(), &region);
    return region == "001" || region == "ZZ" ? QString() : QString::fromStdString(region);
}

NumberError lengthError(const LibraryNumber &number)
{
    using enum PhoneNumberUtil::ValidationResult;
    const auto reasonAs = [&number](PhoneNumberUtil::PhoneNumberType type) {
        return library().IsPossibleNumberForTypeWithReason(number, type);
    };
    switch (library().IsPossibleNumberWithReason(number)) {
    case IS_POSSIBLE:
        // Short service numbers have a length of their own and cannot be reached from abroad.
        return reasonAs(PhoneNumberUtil::MOBILE) == TOO_SHORT &&
                       reasonAs(PhoneNumberUtil::FIXED_LINE) == TOO_SHORT
                   ? NumberError::TooShort
                   : NumberError::None;
    case INVALID_COUNTRY_CODE:
        return NumberError::InvalidCountry;
    case TOO_LONG:
        return NumberError::TooLong;
    case INVALID_LENGTH: // between two lengths: seen from a mobile's
        return reasonAs(PhoneNumberUtil::MOBILE) == TOO_LONG ? NumberError::TooLong : NumberError::TooShort;
    case IS_POSSIBLE_LOCAL_ONLY:
    case TOO_SHORT:
        break;
    }
    return NumberError::TooShort;
}

struct Reading
{
    LibraryNumber number;
    NumberError error = NumberError::None;
    NumberType type = NumberType::Unknown;

    bool valid() const { return error == NumberError::None && type != NumberType::Unknown; }
};

Reading reading(const std::string &text, const std::string &region)
{
    Reading reading;
    switch (library().Parse(text, region, &reading.number)) {
    case PhoneNumberUtil::NO_PARSING_ERROR:
        reading.type = typeOf(library().GetNumberType(reading.number));
        if (reading.type == NumberType::Unknown || reading.number.national_number() < leastSurelyLong)
            reading.error = lengthError(reading.number);
        break;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
        reading.error = NumberError::InvalidCountry;
        break;
    case PhoneNumberUtil::TOO_LONG_NSN:
        reading.error = NumberError::TooLong;
        break;
    case PhoneNumberUtil::NOT_A_NUMBER: // a single digit
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN:
        reading.error = NumberError::TooShort;
        break;
    }
    return reading;
}

// "(0)" is dialled within the country only, but part of the number in Italy.
Reading readingWithZeroOrNot(const std::string &prefix, const TypedNumber &typed, const std::string &region)
{
    const QByteArrayView digits = typed.digits();
    std::string plain(digits.data(), static_cast<size_t>(digits.size()));
    Reading first = reading(prefix + plain, region);
    if (first.valid() || typed.bracketedZero < 0)
        return first;
    plain.erase(static_cast<size_t>(typed.bracketedZero), 1);
    return reading(prefix + plain, region);
}

// Eleven digits that begin with a day are a birth number, and with a 1 perhaps an account's; both stand in
// many a list, and by chance are some other country's telephone.
bool mayBeOtherNumber(QByteArrayView digits)
{
    constexpr qsizetype length = 11;
    constexpr int days = 31;
    constexpr int months = 12;
    const auto two = [&digits](qsizetype at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); };
    if (digits.size() != length)
        return false;
    return digits.front() == '1' || (two(0) >= 1 && two(0) <= days && two(2) >= 1 && two(2) <= months);
}

Reading bestReading(const TypedNumber &typed, const std::string &region)
{
    Reading first = readingWithZeroOrNot(typed.international ? "+" : "", typed, region);
    if (first.valid() || typed.international)
        return first;
    if (typed.digits().size() >= lostPlusMinDigits && typed.digits().front() != '0' &&
        !mayBeOtherNumber(typed.digits())) {
        Reading second = readingWithZeroOrNot("+", typed, region);
        if (second.valid())
            return second;
    }
    return first;
}

NorwegianVerdict askNorwegian(quint32 national)
{
    LibraryNumber number;
    number.set_country_code(norway);
    number.set_national_number(national);
    return {typeOf(library().GetNumberType(number)), countryOf(number) == "SJ"_L1};
}

// What is remembered of a prefix in one byte; 0 is 'not asked yet'.
quint8 packed(NorwegianVerdict verdict)
{
    return static_cast<quint8>(1 + static_cast<int>(verdict.type) * 2 + (verdict.svalbard ? 1 : 0));
}
NorwegianVerdict unpacked(quint8 byte)
{
    return {static_cast<NumberType>((byte - 1) / 2), (byte - 1) % 2 != 0};
}

// A library number from E.164, or none.
std::optional<LibraryNumber> parsed(const QString &e164)
{
    LibraryNumber number;
    if (library().Parse(e164.toStdString(), "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return std::nullopt;
    return number;
}

} // namespace

PhoneNumber readByPlan(const TypedNumber &typed, const QString &region)
{
    const Reading best = bestReading(typed, region.toUpper().toStdString());
    PhoneNumber result;
    result.error = best.error;
    if (best.error != NumberError::None)
        return result;
    std::string national;
    library().GetNationalSignificantNumber(best.number, &national);
    const std::string digits = std::to_string(best.number.country_code()) + national;
    if (digits.size() > e164MaxDigits) {
        result.error = NumberError::TooLong;
        return result;
    }
    result.e164 = u'+' + QLatin1StringView(digits.data(), static_cast<qsizetype>(digits.size()));
    result.country = countryOf(best.number);
    result.type = best.type;
    result.unknownRange = best.type == NumberType::Unknown;
    return result;
}

NorwegianVerdict norwegianVerdict(quint32 national)
{
    // Relaxed is enough: every thread that finds 0 looks up and stores the same byte.
    static std::array<std::atomic<quint8>, 100'000> known{};
    std::atomic<quint8> &entry = known[national / numbersInBlock];
    quint8 byte = entry.load(std::memory_order_relaxed);
    if (byte == 0) {
        byte = packed(askNorwegian(national - national % numbersInBlock));
        entry.store(byte, std::memory_order_relaxed);
    }
    return unpacked(byte);
}

QString regionOfCode(const QString &code)
{
    static const QRegularExpression only(u"\\A\\D*0*([1-9][0-9]{0,2})\\D*\\z"_s);
    const int number = only.match(code).captured(1).toInt();
    if (number <= 0)
        return {};
    std::string region;
    library().GetRegionCodeForCountryCode(number, &region);
    return region == "ZZ" || region == "001" ? QString() : QString::fromStdString(region);
}

QString countryByPlan(const QString &e164)
{
    const auto number = parsed(e164);
    return number ? countryOf(*number) : QString();
}

QString groupedByPlan(const QString &e164)
{
    const auto number = parsed(e164);
    if (!number)
        return {};
    std::string grouped;
    library().Format(*number, PhoneNumberUtil::INTERNATIONAL, &grouped);
    return QString::fromStdString(grouped);
}

int callingCodeLength(QByteArrayView digits)
{
    static const std::bitset<1000> codes = [] {
        std::set<int> supported;
        library().GetSupportedCallingCodes(&supported);
        std::bitset<1000> bits;
        for (const int code : supported)
            bits.set(static_cast<size_t>(code));
        return bits;
    }();
    size_t code = 0;
    for (int length = 1; length <= std::min<qsizetype>(3, digits.size()); ++length) {
        code = code * 10 + static_cast<size_t>(digits[length - 1] - '0');
        if (codes.test(code)) // no code begins with another one
            return length;
    }
    return 0;
}

} // namespace phone
