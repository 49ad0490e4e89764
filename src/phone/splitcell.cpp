// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/phonenumber.h"

#include "phone/figures.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace phone {

namespace {

// Fewer digits beside a comma or slash are a piece of one number, not a number.
constexpr qsizetype leastDigits = 5;

// Most cells hold one number and are known by having none of these.
bool mayHoldSeveral(QStringView cell)
{
    return std::any_of(cell.begin(), cell.end(), [](QChar c) {
        return c.isLetter() || u",;:/|&，；／、\n\r\t\v\f\u2028\u2029"_s.contains(c);
    });
}

// Words in brackets belong to the number beside them, whatever marks they hold.
bool inNote(QStringView text, qsizetype at)
{
    const qsizetype open = text.first(at).lastIndexOf(u'(');
    if (open < 0 || text.sliced(open, at - open).contains(u')'))
        return false;
    const qsizetype close = text.indexOf(u')', at);
    const QStringView inside = text.sliced(open, (close < 0 ? text.size() : close) - open);
    return digitsIn(inside) < leastDigits &&
           std::any_of(inside.begin(), inside.end(), [](QChar c) { return c.isLetter(); });
}

// "tel:+4799999999;ext=5": what follows the semicolon says more of the same number.
bool isUriParameter(QStringView text, qsizetype from, qsizetype next)
{
    const QStringView piece = text.sliced(next);
    const QStringView before = text.sliced(from).trimmed();
    return before.startsWith("tel:"_L1, Qt::CaseInsensitive) &&
           (piece.startsWith("ext="_L1, Qt::CaseInsensitive) ||
            piece.startsWith("phone-context="_L1, Qt::CaseInsensitive) ||
            piece.startsWith("isub="_L1, Qt::CaseInsensitive));
}

} // namespace

QStringList splitCell(const QString &cell)
{
    // Either a mark, with the blanks around it, or a word with blanks on both sides.
    static const QRegularExpression separator(
        uR"(\s*(?:(?<soft>[,/，／])|:::|[;；、|&\n\r\t\v\f\x{2028}\x{2029}])\s*)"
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
            if (inNote(text, match.capturedStart()) || isUriParameter(text, start, match.capturedEnd()))
                continue;
            add(text.sliced(start, match.capturedStart() - start));
            start = match.capturedEnd();
        }
    }
    add(text.sliced(start));
    return numbers;
}

} // namespace phone
