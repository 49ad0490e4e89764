// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/figures.h"

#include <algorithm>
#include <array>

namespace phone {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

struct Group
{
    int digits = 0;
    int value = 0;
};

// The first three groups of digits, as long as one of the marks of days stands between them, or nothing but
// space: "24.12.1948", "24/12-1948", "24 12 1948".
struct Groups
{
    std::array<Group, 3> group;
    int count = 0;
    bool spaced = false; // nothing but space somewhere
    qsizetype end = 0;   // behind the last of them
    bool more = false;   // a fourth group follows
};

Groups groupsOf(QStringView text)
{
    Groups out;
    qsizetype at = 0;
    const auto skipSpace = [&] {
        while (at < text.size() && text[at].isSpace())
            ++at;
    };
    while (at < text.size() && isDigit(text[at])) {
        if (out.count == 3) {
            out.more = true;
            return out;
        }
        Group &group = out.group[size_t(out.count++)];
        for (; at < text.size() && isDigit(text[at]); ++at) {
            ++group.digits;
            group.value = std::min(group.value, 100'000'000) * 10 + (text[at].unicode() - u'0');
        }
        out.end = at;
        skipSpace();
        if (at == text.size())
            break;
        if (text[at] == u'.' || text[at] == u'-' || text[at] == u'/') {
            ++at;
            skipSpace();
        } else if (out.count < 3) {
            out.spaced = true;
        } else {
            break;
        }
    }
    return out;
}

bool isDay(const Group &day, const Group &month)
{
    return day.digits <= 2 && month.digits <= 2 && day.value >= 1 && day.value <= 31 && month.value >= 1 &&
           month.value <= 12;
}

bool isYear(const Group &year)
{
    return year.digits == 4 && year.value >= 1800 && year.value < 2200;
}

bool isSpacedDate(const Groups &found)
{
    const auto &[a, b, c] = found.group;
    return (isYear(c) && isDay(a, b)) || (isYear(a) && isDay(c, b) && b.digits == 2 && c.digits == 2);
}

// A bank account's number as it is written: "1234.56.78901", "1234 56 78901".
bool isBankAccount(QStringView text)
{
    const Groups found = groupsOf(text);
    const auto &[a, b, c] = found.group;
    return found.count == 3 && !found.more && found.end == text.size() && a.digits == 4 && b.digits == 2 &&
           c.digits == 5;
}

// A day in any of the usual orders, alone or before a time.
bool isDate(QStringView text)
{
    const Groups found = groupsOf(text);
    if (found.count != 3 || found.more || (found.end < text.size() && isDigit(text[found.end])))
        return false;
    if (found.spaced) // "24 12 48" is the beginning of a number, too
        return found.end == text.size() && isSpacedDate(found);
    const auto &[a, b, c] = found.group;
    if (isYear(a))
        return isDay(c, b);
    return (isYear(c) || c.digits == 2) && (isDay(a, b) || isDay(b, a));
}

// Thousands in threes with dots between: an amount as Norwegians write it.
bool isInThousands(QStringView text)
{
    qsizetype run = 0;
    int dots = 0;
    for (const QChar c : text) {
        if (isDigit(c)) {
            ++run;
        } else if (c == u'.' && (dots == 0 ? run >= 1 && run <= 3 : run == 3)) {
            ++dots;
            run = 0;
        } else {
            return false;
        }
    }
    return dots > 0 && run == 3;
}

// One dot between digits, the only mark and the last: "1140362.5", "12 345 678.50", "12.30".
bool isFraction(QStringView text)
{
    const qsizetype dot = text.indexOf(u'.');
    if (dot <= 0 || dot + 1 == text.size())
        return false;
    return std::all_of(text.begin(), text.begin() + dot, [](QChar c) { return isDigit(c) || c.isSpace(); }) &&
           isDigit(text[dot - 1]) && std::all_of(text.begin() + dot + 1, text.end(), isDigit);
}

} // namespace

bool isFigure(QStringView text)
{
    const bool negative = text.size() > 1 && (text[0] == u'-' || text[0] == u'\u2212') && isDigit(text[1]);
    return negative || text.endsWith(u".-") || isFraction(text) || isInThousands(text) || isDate(text) ||
           isBankAccount(text);
}

qsizetype digitsIn(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace phone
