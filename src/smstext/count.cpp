// SPDX-License-Identifier: GPL-3.0-or-later
#include "smstext/count.h"

#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smstext {

namespace {

// OUT-05: units in a single part, and in each of several beside the header.
struct Capacity
{
    int single;
    int part;
};
constexpr Capacity capacityOf(Encoding encoding)
{
    return encoding == Encoding::Gsm ? Capacity{160, 153} : Capacity{70, 67};
}

struct Survey
{
    int characters = 0;
    int septets = 0;
    bool onlyGsm = true;

    Encoding encoding(bool unicodeAllowed) const
    {
        return unicodeAllowed && !onlyGsm ? Encoding::Unicode : Encoding::Gsm;
    }
};

Survey survey(QStringView text)
{
    Survey survey;
    for (qsizetype at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        const int cost = septets(point.value);
        survey.onlyGsm &= cost != 0;
        survey.septets += std::max(cost, 1);
        ++survey.characters;
        at += point.length;
    }
    return survey;
}

// Fills parts one after the other; what takes two units and finds one left begins the next part
// (OUT-06). Calls partBegins(offset) for each part but the first and returns the last part's fill.
template <typename PartBegins>
int fillParts(QStringView text, Encoding encoding, PartBegins partBegins)
{
    const int capacity = capacityOf(encoding).part;
    int filled = 0;
    for (qsizetype at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        const int cost = encoding == Encoding::Unicode ? point.length : std::max(septets(point.value), 1);
        if (filled + cost > capacity) {
            partBegins(at);
            filled = 0;
        }
        filled += cost;
        at += point.length;
    }
    return filled;
}

QStringList distinctNonGsm(QStringView text)
{
    QStringList found;
    QVarLengthArray<char32_t, 64> seen; // sorted
    for (qsizetype at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        if (!isGsm(point.value)) {
            const auto place = std::lower_bound(seen.cbegin(), seen.cend(), point.value);
            if (place == seen.cend() || *place != point.value) {
                seen.insert(place, point.value);
                found.append(text.mid(at, point.length).toString());
            }
        }
        at += point.length;
    }
    return found;
}

int unitsOf(QStringView text, const Survey &survey, Encoding encoding)
{
    return encoding == Encoding::Unicode ? static_cast<int>(text.size()) : survey.septets;
}

} // namespace

Count count(QStringView text, bool unicodeAllowed)
{
    const Survey seen = survey(text);
    Count count;
    count.encoding = seen.encoding(unicodeAllowed);
    count.characters = seen.characters;
    count.units = unitsOf(text, seen, count.encoding);
    count.tooLong = count.units > maxUnits;
    if (!seen.onlyGsm)
        count.nonGsm = distinctNonGsm(text);

    const Capacity capacity = capacityOf(count.encoding);
    if (count.units <= capacity.single) {
        count.segments = text.isEmpty() ? 0 : 1;
        count.remaining = capacity.single - count.units;
    } else if (count.units == count.characters) { // nothing takes two units, so every part fills up
        count.segments = (count.units + capacity.part - 1) / capacity.part;
        count.remaining = count.segments * capacity.part - count.units;
    } else {
        count.segments = 1;
        const int filled = fillParts(text, count.encoding, [&count](qsizetype) { ++count.segments; });
        count.remaining = capacity.part - filled;
    }
    return count;
}

QList<qsizetype> segmentStarts(QStringView text, bool unicodeAllowed)
{
    QList<qsizetype> starts{0};
    const Survey seen = survey(text);
    const Encoding encoding = seen.encoding(unicodeAllowed);
    if (unitsOf(text, seen, encoding) > capacityOf(encoding).single)
        fillParts(text, encoding, [&starts](qsizetype at) { starts.append(at); });
    return starts;
}

QList<Mark> nonGsmMarks(QStringView text)
{
    QList<Mark> marks;
    for (qsizetype at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        if (!isGsm(point.value)) {
            if (!marks.isEmpty() && marks.constLast().position + marks.constLast().length == at)
                marks.last().length += point.length;
            else
                marks.append({at, point.length});
        }
        at += point.length;
    }
    return marks;
}

} // namespace smstext
