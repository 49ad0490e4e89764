// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/cellvalue.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace listfiles {
namespace {

constexpr qsizetype digitsKept = 15; // that a spreadsheet keeps
constexpr qint64 secondsADay = 86400;

QString clockText(qint64 seconds)
{
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    QString out = two(seconds / 3600) + u':' + two(seconds / 60 % 60);
    if (seconds % 60 != 0)
        out += u':' + two(seconds % 60);
    return out;
}

// Rounds decimal digits to digitsKept; a carry out of the front moves the decimal point.
void roundDigits(QString &digits, qsizetype &point)
{
    const bool up = digits.at(digitsKept) >= u'5';
    digits.truncate(digitsKept);
    qsizetype i = digitsKept - 1;
    if (up) {
        while (i >= 0 && digits.at(i) == u'9')
            digits[i--] = u'0';
        if (i >= 0) {
            digits[i] = QChar(digits.at(i).unicode() + 1);
        } else {
            digits.prepend(u'1');
            ++point;
        }
    }
    while (digits.endsWith(u'0'))
        digits.chop(1);
}

bool isHex(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'F') || (c >= u'a' && c <= u'f');
    });
}

bool isEscape(QStringView text)
{
    return text.size() >= 7 && text[0] == u'_' && text[1] == u'x' && text[6] == u'_' &&
           isHex(text.sliced(2, 4));
}

} // namespace

DateKind dateKindOf(int id)
{
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return DateKind::Date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47)
        return DateKind::TimeOnly;
    return id == 46 ? DateKind::Elapsed : DateKind::None;
}

DateKind dateKindOf(const QString &code)
{
    if (code.compare("General"_L1, Qt::CaseInsensitive) == 0 ||
        code.compare("Standard"_L1, Qt::CaseInsensitive) == 0)
        return DateKind::None;
    bool day = false;
    bool time = false;
    bool month = false; // or minute
    for (qsizetype i = 0; i < code.size() && code.at(i) != u';'; ++i) {
        const QChar c = code.at(i).toLower();
        if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u'"') {
            i = code.indexOf(u'"', i + 1);
            if (i < 0)
                break;
        } else if (c == u'[') {
            const qsizetype close = code.indexOf(u']', i);
            if (close < 0)
                break;
            const QString inside = code.mid(i + 1, close - i - 1).toLower();
            if (!inside.isEmpty() &&
                (inside.count(u'h') == inside.size() || inside.count(u'm') == inside.size() ||
                 inside.count(u's') == inside.size()))
                return DateKind::Elapsed;
            i = close;
        } else if (c == u'0' || c == u'#' || c == u'?' || c == u'@') {
            if (!time)
                return DateKind::None; // digits of a number; after a time they are parts of a second
        } else {
            day = day || c == u'd' || c == u'y';
            time = time || c == u'h' || c == u's';
            month = month || c == u'm';
        }
    }
    if (day || (month && !time))
        return DateKind::Date;
    return time ? DateKind::TimeOnly : DateKind::None;
}

QString plainNumber(const QString &written)
{
    const QString text = written.trimmed();
    qsizetype i = 0;
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        ++i;
    QString digits;
    qsizetype point = -1;
    for (; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (c == u'.' && point < 0)
            point = digits.size();
        else
            break;
    }
    if (point < 0)
        point = digits.size();
    bool ok = !digits.isEmpty();
    if (ok && i < text.size()) {
        ok = text.at(i).toLower() == u'e' && i + 1 < text.size() && !text.at(i + 1).isSpace();
        if (ok) {
            const int exponent = QStringView(text).sliced(i + 1).toInt(&ok);
            ok = ok && std::abs(exponent) <= 400;
            point += ok ? exponent : 0;
        }
    }
    if (!ok)
        return written;
    while (digits.endsWith(u'0'))
        digits.chop(1);
    const auto first = std::find_if(digits.begin(), digits.end(), [](QChar c) { return c != u'0'; });
    const qsizetype zeros = first - digits.begin();
    digits.remove(0, zeros);
    point -= zeros;
    if (digits.isEmpty())
        return u"0"_s;
    if (point < digits.size() && digits.size() > digitsKept)
        roundDigits(digits, point);
    QString out = negative ? u"-"_s : QString();
    if (point <= 0)
        return out + u"0."_s + QString(-point, u'0') + digits;
    if (point >= digits.size())
        return out + digits + QString(point - digits.size(), u'0');
    return out + digits.left(point) + u'.' + digits.mid(point);
}

QDate dayOf(qint64 number, bool from1904)
{
    // Spreadsheets believe in a 29 February 1900, which is day 60.
    if (from1904)
        return QDate(1904, 1, 1).addDays(number);
    return number <= 60 ? QDate(1899, 12, 31).addDays(std::min<qint64>(number, 59))
                        : QDate(1899, 12, 30).addDays(number);
}

QString dateText(const QString &serial, DateKind kind, bool from1904)
{
    bool ok = false;
    const double value = serial.trimmed().toDouble(&ok);
    if (!ok || kind == DateKind::None || !(value >= 0) || value >= lastDay + 1)
        return plainNumber(serial);
    const qint64 seconds = std::llround(value * double(secondsADay));
    const qint64 day = seconds / secondsADay;
    const qint64 rest = seconds % secondsADay;
    if (kind == DateKind::Elapsed)
        return clockText(seconds);
    if (kind == DateKind::TimeOnly && day == 0)
        return clockText(rest);
    if (day == 0 && !from1904)
        return clockText(rest);
    QString out = day == 60 && !from1904 ? u"1900-02-29"_s : dayOf(day, from1904).toString(Qt::ISODate);
    if (rest != 0)
        out += u' ' + clockText(rest);
    return out;
}

QString isoDateText(const QString &written)
{
    const QString text = written.trimmed();
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    if (!date.isValid())
        return text;
    const QTime time = QTime::fromString(text.mid(11, 8), Qt::ISODate);
    QString out = date.toString(Qt::ISODate);
    if (time.isValid() && time.msecsSinceStartOfDay() != 0)
        out += u' ' + clockText(time.msecsSinceStartOfDay() / 1000);
    return out;
}

QString withoutEscapes(const QString &text)
{
    if (!text.contains("_x"_L1))
        return text;
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QStringView rest = QStringView(text).sliced(i);
        if (isEscape(rest)) {
            const QChar c(rest.sliced(2, 4).toUShort(nullptr, 16));
            if (!c.isNull())
                out += c;
            i += 6;
        } else {
            out += text.at(i);
        }
    }
    return out;
}

QString withEscapes(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isEscape(QStringView(text).sliced(i)))
            out += "_x005F"_L1;
        out += text.at(i);
    }
    return out;
}

bool addsCountryCode(const QString &shown, const QString &exact)
{
    if (!shown.startsWith(u'+') && !shown.startsWith("00"_L1))
        return false;
    QString digits = shown;
    digits.removeIf([](QChar c) { return !c.isDigit(); });
    if (!digits.endsWith(exact))
        return false;
    const QString added = digits.chopped(exact.size());
    return std::any_of(added.begin(), added.end(), [](QChar c) { return c != u'0'; });
}

} // namespace listfiles
