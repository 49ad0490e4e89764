// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/numberformat.h"

#include "listfiles/cellvalue.h"
#include "listfiles/formatcode.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace listfiles {
namespace {

constexpr qsizetype generalWidth = 11; // characters, as many as a sheet gives a number without a format

QChar groupSeparator(const QLocale &locale)
{
    return isEnglish(locale) ? u',' : u' ';
}

// Decimal digits without a sign, rounded half up; the point's place is their count before it.
struct Decimal
{
    QString digits;
    qsizetype point = 0;

    static Decimal of(const QString &plain)
    {
        const QString unsignedText = plain.startsWith(u'-') ? plain.mid(1) : plain;
        const qsizetype dot = unsignedText.indexOf(u'.');
        Decimal out{unsignedText, dot < 0 ? unsignedText.size() : dot};
        out.digits.remove(u'.');
        return out;
    }

    void shift(int places)
    {
        point += places;
        if (point < 0) {
            digits.prepend(QString(-point, u'0'));
            point = 0;
        }
        if (point > digits.size())
            digits.append(QString(point - digits.size(), u'0'));
    }

    void round(qsizetype decimals)
    {
        const qsizetype keep = point + decimals;
        if (keep >= digits.size()) {
            digits.append(QString(keep - digits.size(), u'0'));
            return;
        }
        const bool up = digits.at(keep) >= u'5';
        digits.truncate(keep);
        for (qsizetype i = keep - 1; up; --i) {
            if (i < 0) {
                digits.prepend(u'1');
                ++point;
                break;
            }
            if (digits.at(i) != u'9') {
                digits[i] = QChar(digits.at(i).unicode() + 1);
                break;
            }
            digits[i] = u'0';
        }
    }

    QString whole() const
    {
        qsizetype first = 0;
        while (first < point && digits.at(first) == u'0')
            ++first;
        return digits.mid(first, point - first);
    }
    QString fraction() const { return digits.mid(point); }
};

QString general(const QString &plain, const QLocale &locale)
{
    if (!plain.contains(u'.'))
        return plain;
    Decimal value = Decimal::of(plain);
    const qsizetype before = std::max<qsizetype>(value.whole().size(), 1);
    value.round(std::max<qsizetype>(0, generalWidth - 1 - before));
    QString fraction = value.fraction();
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    const QString whole = value.whole().isEmpty() ? u"0"_s : value.whole();
    const bool zero = whole == "0"_L1 && fraction.isEmpty();
    QString out = plain.startsWith(u'-') && !zero ? u"-"_s : QString();
    out += whole;
    if (!fraction.isEmpty())
        out += decimalPoint(locale) + fraction;
    return out;
}

bool isPlaceholder(const FormatToken &token)
{
    return token.kind == FormatToken::Sign &&
           (token.text == "0"_L1 || token.text == "#"_L1 || token.text == "?"_L1);
}

// What a section of digits asks for.
struct Shape
{
    qsizetype firstDigit = -1;
    qsizetype lastDigit = -1;
    qsizetype point = -1;
    int decimals = 0;
    int wholePlaces = 0;
    int percents = 0;
    int thousands = 0; // commas behind the digits: each divides by a thousand
    bool grouped = false;
    bool scientific = false;
    bool ratio = false;
};

Shape shapeOf(const FormatSection &tokens)
{
    Shape shape;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const FormatToken &token = tokens.at(i);
        if (isPlaceholder(token)) {
            shape.firstDigit = shape.firstDigit < 0 ? i : shape.firstDigit;
            shape.lastDigit = i;
            if (!shape.scientific) // behind the E they are of the exponent
                ++(shape.point >= 0 ? shape.decimals : shape.wholePlaces);
        } else if (token.kind == FormatToken::Sign && token.text == "."_L1 && shape.point < 0) {
            shape.point = i;
        } else if (token.kind == FormatToken::Sign && token.text == "%"_L1) {
            ++shape.percents;
        } else if (token.kind == FormatToken::Sign && token.text.compare("E"_L1, Qt::CaseInsensitive) == 0) {
            shape.scientific = shape.firstDigit >= 0;
        } else if (token.kind == FormatToken::Sign && token.text == "/"_L1) {
            shape.ratio = true;
        }
    }
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens.at(i).kind != FormatToken::Sign || tokens.at(i).text != ","_L1 || shape.firstDigit < 0)
            continue;
        if (i > shape.firstDigit && i < shape.lastDigit)
            shape.grouped = true;
        else if (i > shape.lastDigit)
            ++shape.thousands;
    }
    return shape;
}

QString grouped(const QString &digits, QChar separator)
{
    QString out;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            out += separator;
        out += digits.at(i);
    }
    return out;
}

// Puts the digits into their places from the right; what is left over stands before the first of them.
QString placed(const FormatSection &tokens, const Shape &shape, Decimal value, const QLocale &locale)
{
    value.shift(2 * shape.percents - 3 * shape.thousands);
    value.round(shape.decimals);
    QString whole = value.whole();
    QString fraction = value.fraction();
    int zeros = 0;
    for (qsizetype i = shape.firstDigit;
         i >= 0 && i <= shape.lastDigit && (shape.point < 0 || i < shape.point); ++i)
        zeros += tokens.at(i).text == "0"_L1 || zeros > 0 ? (isPlaceholder(tokens.at(i)) ? 1 : 0) : 0;
    if (whole.size() < zeros)
        whole.prepend(QString(zeros - whole.size(), u'0'));
    for (qsizetype i = shape.lastDigit; i > shape.point && shape.point >= 0 && fraction.endsWith(u'0'); --i) {
        if (!isPlaceholder(tokens.at(i)) || tokens.at(i).text == "0"_L1)
            break;
        fraction.chop(1);
    }
    QString out;
    int place = shape.wholePlaces; // counted down to the point
    qsizetype taken = 0;
    qsizetype decimal = 0;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const FormatToken &token = tokens.at(i);
        if (isPlaceholder(token) && (shape.point < 0 || i < shape.point)) {
            if (shape.grouped) {
                if (i == shape.firstDigit)
                    out += grouped(whole, groupSeparator(locale));
            } else {
                const qsizetype until = std::max<qsizetype>(whole.size() - --place, taken);
                out += whole.mid(taken, until - taken);
                taken = until;
            }
        } else if (isPlaceholder(token)) {
            out += fraction.mid(decimal++, 1);
        } else if (token.kind == FormatToken::Bracket) {
            out += currencyOf(token.text);
        } else if (i == shape.point) {
            if (!fraction.isEmpty())
                out += decimalPoint(locale);
        } else if (token.kind == FormatToken::Text || token.text != ","_L1) {
            out += token.text;
        }
    }
    return out;
}

QString scientific(double value, const Shape &shape, const QLocale &locale)
{
    QString out = QString::number(value, 'E', shape.decimals);
    return out.replace(u'.', decimalPoint(locale));
}

// "2 1/4" under "# ?/?": with as many places as the format has for the denominator, or the one it names.
QString ratio(double value, const FormatSection &tokens)
{
    qsizetype slash = 0;
    while (tokens.at(slash).text != "/"_L1 || tokens.at(slash).kind != FormatToken::Sign)
        ++slash;
    int places = 0;
    int fixed = 0;
    for (qsizetype i = slash + 1; i < tokens.size() && tokens.at(i).kind == FormatToken::Sign; ++i) {
        const QChar c = tokens.at(i).text.front();
        if (c.isDigit() && (c != u'0' || fixed > 0))
            fixed = std::min(fixed * 10 + c.digitValue(), 9999);
        else if (isPlaceholder(tokens.at(i)))
            ++places;
        else
            break;
    }
    const int most = places > 2 ? 999 : places > 1 ? 99 : 9;
    const double size = std::abs(value);
    const bool mixed = std::any_of(tokens.begin(), tokens.begin() + slash,
                                   [](const FormatToken &token) { return token.text == " "_L1; });
    double whole = mixed ? std::floor(size) : 0;
    int best = fixed > 0 ? fixed : 1;
    const auto error = [&](int parts) {
        const double share = (size - whole) * parts;
        return std::abs(share - std::round(share)) / parts;
    };
    for (int parts = 1; fixed == 0 && parts <= most; ++parts) {
        if (error(parts) < error(best) - 1e-9)
            best = parts;
    }
    double over = std::round((size - whole) * best);
    if (mixed && over == best) {
        ++whole;
        over = 0;
    }
    QString out = value < 0 ? u"-"_s : QString();
    if (mixed && (whole > 0 || over == 0))
        out += QString::number(whole, 'f', 0);
    if (over > 0 || !mixed)
        out += (mixed && whole > 0 ? u" "_s : QString()) + QString::number(over, 'f', 0) + u'/' +
               QString::number(best);
    return out;
}

// A day or time as the machine's settings show it, which a format leaves to them.
QString asSystem(const QString &code, const QLocale &locale)
{
    if (code.startsWith("[$-F800]"_L1, Qt::CaseInsensitive) && !isEnglish(locale))
        return uR"(dddd d\. mmmm yyyy)"_s;
    return code.startsWith("[$-F400]"_L1, Qt::CaseInsensitive) ? u"hh:mm:ss"_s : code;
}

bool holds(const QString &condition, double value)
{
    static const QStringList signs{u"<="_s, u">="_s, u"<>"_s, u"<"_s, u">"_s, u"="_s};
    for (int i = 0; i < signs.size(); ++i) {
        if (!condition.startsWith(signs.at(i)))
            continue;
        const double limit = condition.mid(signs.at(i).size()).toDouble();
        const bool answers[] = {value <= limit, value >= limit, value != limit, value<limit, value> limit,
                                value == limit};
        return answers[i];
    }
    return false;
}

QString conditionOf(const FormatSection &section)
{
    for (const FormatToken &token : section) {
        if (token.kind == FormatToken::Bracket && !token.text.isEmpty() &&
            u"<>="_s.contains(token.text.front()))
            return token.text;
    }
    return {};
}

// The section for a value, and whether it stands for its sign.
std::pair<qsizetype, bool> sectionFor(const QList<FormatSection> &sections, double value)
{
    const qsizetype numbers = std::min<qsizetype>(sections.size(), 3);
    if (!conditionOf(sections.constFirst()).isEmpty()) {
        for (qsizetype i = 0; i < numbers; ++i) {
            const QString condition = conditionOf(sections.at(i));
            if (condition.isEmpty() || holds(condition, value))
                return {i, false};
        }
        return {numbers - 1, false};
    }
    if (value < 0 && numbers > 1)
        return {1, true};
    return {value == 0 && numbers > 2 ? 2 : 0, false};
}

// Of those that look alike in every language.
QString plainFormat(int id)
{
    switch (id) {
    case 1:
        return u"0"_s;
    case 2:
        return u"0.00"_s;
    case 3:
    case 37:
    case 38:
    case 41:
        return u"#,##0"_s;
    case 4:
    case 39:
    case 40:
    case 43:
        return u"#,##0.00"_s;
    case 5:
    case 6:
    case 42:
        return uR"("kr" #,##0)"_s;
    case 7:
    case 8:
    case 44:
        return uR"("kr" #,##0.00)"_s;
    case 11:
        return u"0.00E+00"_s;
    case 12:
        return u"# ?/?"_s;
    case 13:
        return u"# ?"
               "?/?"
               "?"_s;
    case 15:
        return u"d-mmm-yy"_s;
    case 16:
        return u"d-mmm"_s;
    case 17:
        return u"mmm-yy"_s;
    case 18:
        return u"h:mm AM/PM"_s;
    case 19:
        return u"h:mm:ss AM/PM"_s;
    case 20:
        return u"hh:mm"_s;
    case 21:
        return u"hh:mm:ss"_s;
    case 22:
        return u"dd/mm/yyyy hh:mm"_s;
    case 45:
        return u"mm:ss"_s;
    case 46:
        return u"[h]:mm:ss"_s;
    case 47:
        return u"mm:ss.0"_s;
    case 48:
        return u"##0.0E+0"_s;
    default:
        return {};
    }
}

} // namespace

QString builtInFormat(int id, const QLocale &locale)
{
    switch (id) {
    case 9:
        return isEnglish(locale) ? u"0%"_s : u"0 %"_s;
    case 10:
        return isEnglish(locale) ? u"0.00%"_s : u"0.00 %"_s;
    default:
        break;
    }
    if (const QString plain = plainFormat(id); !plain.isEmpty())
        return plain;
    const DateKind kind = dateKindOf(id);
    if (kind == DateKind::Date)
        return u"dd/mm/yyyy"_s;
    return kind == DateKind::TimeOnly ? u"hh:mm:ss"_s : u"General"_s;
}

QString shownNumber(const QString &written, const QString &code, const QLocale &locale, bool from1904)
{
    const QString plain = plainNumber(written);
    const bool isGeneral =
        code.isEmpty() || code.compare("General"_L1, Qt::CaseInsensitive) == 0 || code == "@"_L1;
    if (isGeneral && !plain.contains(u'.')) // most of them
        return plain;
    bool isNumber = false;
    const double value = plain.toDouble(&isNumber);
    if (!isNumber)
        return written;
    if (isGeneral)
        return general(plain, locale);
    // What Excel itself calls a share is shown as the language has it.
    const QString own = code == "0%"_L1      ? builtInFormat(9, locale)
                        : code == "0.00%"_L1 ? builtInFormat(10, locale)
                                             : asSystem(code, locale);
    const QList<FormatSection> sections = sectionsOf(own);
    const auto [place, standsForSign] = sectionFor(sections, value);
    const FormatSection &tokens = sections.at(place);
    if (dateKindOf(code.section(u';', 0, 0)) != DateKind::None)
        return value >= 0 && value < lastDay + 1 ? shownMoment(value, tokens, locale, from1904).trimmed()
                                                 : general(plain, locale); // the sheet shows ####
    const Shape shape = shapeOf(tokens);
    QString out;
    if (shape.ratio)
        return ratio(value, tokens);
    if (shape.firstDigit < 0 && code.contains("General"_L1, Qt::CaseInsensitive))
        return general(plain, locale);
    if (shape.scientific)
        return scientific(value, shape, locale);
    out = placed(tokens, shape, Decimal::of(plain), locale);
    const bool zero = std::none_of(out.begin(), out.end(), [](QChar c) { return c >= u'1' && c <= u'9'; });
    if (value < 0 && !standsForSign && !zero)
        out.prepend(u'-');
    return out.trimmed();
}

QString shownTruth(bool value, const QLocale &locale)
{
    if (isEnglish(locale))
        return value ? u"TRUE"_s : u"FALSE"_s;
    return value ? u"SANN"_s : u"USANN"_s;
}

} // namespace listfiles
