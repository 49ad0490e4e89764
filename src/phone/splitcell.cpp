// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/phonenumber.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace phone {

namespace {

// Fewer digits beside a comma or slash are a piece of one number, not a number.
constexpr qsizetype leastDigits = 5;

qsizetype digitsIn(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

// Most cells hold one number and are known by having none of these.
bool mayHoldSeveral(QStringView cell)
{
    return std::any_of(cell.begin(), cell.end(), [](QChar c) {
        return c.isLetter() || u",;/|&，；／、\n\r\t\v\f\u2028\u2029"_s.contains(c);
    });
}

} // namespace

QStringList splitCell(const QString &cell)
{
    // Either a mark, with the blanks around it, or a word with blanks on both sides.
    static const QRegularExpression separator(
        uR"(\s*(?:(?<soft>[,/，／])|[;；、|&\n\r\t\v\f\x{2028}\x{2029}])\s*)"
        uR"(|\s+(?:og/eller|and/or|og|eller|samt|and|or|och|und|oder)\s+)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);

    QStringList numbers;
    const auto add = [&numbers](QStringView piece) {
        if (piece = piece.trimmed(); !piece.isEmpty())
            numbers.append(piece.toString());
    };
    const QStringView text(cell);
    qsizetype start = 0;
    if (mayHoldSeveral(text)) {
        for (auto at = separator.globalMatch(cell); at.hasNext();) {
            const QRegularExpressionMatch match = at.next();
            const qsizetype next = at.hasNext() ? at.peekNext().capturedStart() : text.size();
            const bool tight = match.capturedLength(u"soft"_s) == match.capturedLength();
            if (tight &&
                (digitsIn(text.sliced(start, match.capturedStart() - start)) < leastDigits ||
                 digitsIn(text.sliced(match.capturedEnd(), next - match.capturedEnd())) < leastDigits))
                continue;
            add(text.sliced(start, match.capturedStart() - start));
            start = match.capturedEnd();
        }
    }
    add(text.sliced(start));
    return numbers;
}

} // namespace phone
