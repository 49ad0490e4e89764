// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/typednumber.h"

#include "phone/figures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace phone {

namespace {

constexpr auto digitsOnly = [](QStringView text) {
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
};

// Direction marks, zero-width characters and the byte order mark, which telephones and spreadsheets
// put around numbers.
bool isInvisible(char32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

bool isPlus(char32_t c)
{
    return c == U'+' || c == U'＋' || c == U'﹢';
}

bool isSeparator(char32_t c)
{
    switch (c) {
    case U' ':
    case U'-':
    case U'.':
    case U'(':
    case U')':
    case U'/':
    case U'[':
    case U']':
    case 0x00B7: // middle dot
    case 0x2024: // one dot leader
    case 0x2043: // hyphen bullet
    case 0x2212: // minus
    case 0xFE58: // small dashes
    case 0xFE63:
    case 0xFF08: // full-width brackets, hyphen, dot and slash
    case 0xFF09:
    case 0xFF0D:
    case 0xFF0E:
    case 0xFF0F:
        return true;
    default:
        return (c >= 0x2010 && c <= 0x2015) || QChar::isSpace(c);
    }
}

// What stands around a number and is none of it: the apostrophe that makes a spreadsheet keep a zero,
// quotes, and what was left of a list.
bool isWrapping(QChar c)
{
    return c.isSpace() || isInvisible(c.unicode()) || u"'\"`´‘’“”,;"_s.contains(c);
}

QStringView unwrapped(QStringView text)
{
    const bool formula =
        text.startsWith(u"=\"") && text.endsWith(u'"'); // ="047…" in exports for spreadsheets
    if (formula)
        text = text.sliced(1);
    while (!text.isEmpty() && isWrapping(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isWrapping(text.back()))
        text.chop(1);
    if (!text.startsWith("tel:"_L1, Qt::CaseInsensitive))
        return text;
    text = text.sliced(4).trimmed();
    const qsizetype parameters = text.indexOf(u';'); // RFC 3966
    // A national number of another country would be read as one of ours, so it stays whole: no number.
    const bool foreign = !text.startsWith(u'+') && text.contains("phone-context=+"_L1) &&
                         !text.contains("phone-context=+47"_L1);
    return parameters < 0 || foreign ? text : text.first(parameters).trimmed();
}

// "4,79E+10": a spreadsheet's rounding, from which no number can be had back.
bool isScientific(QStringView text)
{
    const qsizetype exponent = text.indexOf(u'E', 0, Qt::CaseInsensitive);
    if (exponent < 0)
        return false;
    QStringView mantissa = text.first(exponent);
    if (mantissa.startsWith(u'+') || mantissa.startsWith(u'-'))
        mantissa = mantissa.sliced(1);
    const qsizetype point = std::max(mantissa.indexOf(u'.'), mantissa.indexOf(u','));
    if (point >= 0 ? !digitsOnly(mantissa.first(point)) || !digitsOnly(mantissa.sliced(point + 1))
                   : !digitsOnly(mantissa))
        return false;
    QStringView power = text.sliced(exponent + 1);
    if (power.startsWith(u'+') || power.startsWith(u'-') || power.startsWith(u'\u2212'))
        power = power.sliced(1);
    return digitsOnly(power);
}

// "4799999999.0": a whole number that some program wrote as a fraction.
QStringView withoutZeroFraction(QStringView text)
{
    const qsizetype point = std::max(text.lastIndexOf(u'.'), text.lastIndexOf(u','));
    if (point < 0 || text.size() - point > 3)
        return text;
    const QStringView fraction = text.sliced(point + 1);
    const QStringView whole = text.first(point);
    const bool zeros = !fraction.isEmpty() &&
                       std::all_of(fraction.begin(), fraction.end(), [](QChar c) { return c == u'0'; });
    return zeros && whole.size() >= 7 && digitsOnly(whole.startsWith(u'+') ? whole.sliced(1) : whole) ? whole
                                                                                                      : text;
}

} // namespace

TypedNumber readTyped(QStringView input)
{
    TypedNumber typed;
    const QStringView text = withoutZeroFraction(unwrapped(input));
    bool parted = false;       // as dates and amounts are
    int zeroAfterBracket = -1; // "(0" was seen, and nothing but space since
    bool bracket = false;
    bool tooLong = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t c = text[at].unicode();
        if (c >= U'0' && c <= U'9') {
            c -= U'0';
        } else {
            if (QChar::isHighSurrogate(c) && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
                c = QChar::surrogateToUcs4(text[at], text[at + 1]);
                ++at;
            }
            if (const int value = QChar::digitValue(c); value >= 0 && QChar::isDigit(c)) {
                c = static_cast<char32_t>(value);
            } else if (isPlus(c) && typed.count == 0) {
                typed.international = true;
                continue;
            } else if (isSeparator(c)) {
                if (c == U')' && zeroAfterBracket >= 0)
                    typed.bracketedZero = zeroAfterBracket;
                parted = true;
                if (!QChar::isSpace(c)) {
                    bracket = c == U'(';
                    zeroAfterBracket = -1;
                }
                continue;
            } else if (isInvisible(c)) {
                continue;
            } else {
                typed.error = isScientific(text) ? NumberError::ScientificNotation : NumberError::NotANumber;
                return typed;
            }
        }
        zeroAfterBracket = bracket && c == 0 ? typed.count : -1;
        bracket = false;
        tooLong |= typed.count == TypedNumber::maxDigits;
        if (!tooLong)
            typed.ascii[static_cast<size_t>(typed.count++)] = static_cast<char>('0' + c);
    }
    if (parted && !typed.international && isFigure(text)) {
        typed.error = NumberError::NotANumber;
        return typed;
    }
    if (typed.count == 0) {
        typed.error = text.isEmpty() ? NumberError::Empty : NumberError::NotANumber;
    } else if (tooLong) {
        typed.error = NumberError::TooLong;
    } else if (typed.digits().startsWith("00")) { // also behind a plus: no country code begins with 0
        typed.international = true;
        typed.count -= 2;
        typed.bracketedZero -= typed.bracketedZero >= 2 ? 2 : 0;
        std::copy_n(typed.ascii.begin() + 2, typed.count, typed.ascii.begin());
    }
    return typed;
}

} // namespace phone
