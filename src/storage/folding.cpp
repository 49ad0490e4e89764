// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/folding.h"

#include <algorithm>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

// Letters that have no decomposition into a basic one and a mark.
QLatin1StringView basicLetters(char16_t letter)
{
    switch (letter) {
    case u'ø':
        return "o"_L1;
    case u'æ':
        return "ae"_L1;
    case u'œ':
        return "oe"_L1;
    case u'ß':
        return "ss"_L1;
    case u'ð':
    case u'đ':
        return "d"_L1;
    case u'þ':
        return "th"_L1;
    case u'ł':
        return "l"_L1;
    case u'ħ':
        return "h"_L1;
    case u'ŧ':
        return "t"_L1;
    case u'ŋ':
        return "n"_L1;
    case u'ı':
        return "i"_L1;
    default:
        return {};
    }
}

QString withoutMarks(const QString &text)
{
    const QString lower = text.normalized(QString::NormalizationForm_KD).toLower();
    QString plain;
    plain.reserve(lower.size());
    for (const QChar c : lower) {
        if (c.isMark())
            continue;
        const QLatin1StringView letters =
            c.unicode() < 0x80 ? QLatin1StringView() : basicLetters(c.unicode());
        if (letters.isEmpty())
            plain.append(c);
        else
            plain.append(letters);
    }
    return plain;
}

bool isNumberLike(const QString &typed)
{
    bool digits = false;
    for (const QChar c : typed) {
        if (c >= u'0' && c <= u'9')
            digits = true;
        else if (!c.isSpace() && !u"+-()./"_s.contains(c))
            return false;
    }
    return digits;
}

} // namespace

QString folded(const QString &text)
{
    return isAscii(text) ? text.toLower() : withoutMarks(text);
}

QStringList words(const QString &text)
{
    QStringList found;
    QString word;
    const QString plain = folded(text);
    for (const QChar c : plain) {
        if (c.isLetterOrNumber()) {
            word.append(c);
        } else if (!word.isEmpty()) {
            found.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        found.append(word);
    return found;
}

QStringList searchTerms(const QString &typed)
{
    if (!isNumberLike(typed))
        return words(typed);
    QString digits = typed;
    digits.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    if (digits.startsWith("00"_L1) && digits.size() > 2)
        digits.remove(0, 2);
    return {digits};
}

QStringList numberWords(const QString &e164)
{
    QString digits = e164;
    digits.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    if (digits.isEmpty()) // a text sender
        return words(e164);
    if (e164.startsWith("+47"_L1))
        return {digits, digits.mid(2)};
    return {digits};
}

QString sortKey(const QString &text)
{
    if (isAscii(text))
        return text.toLower().replace("aa"_L1, "}"_L1);
    QString lower = text.toLower().normalized(QString::NormalizationForm_C);
    // The three ASCII characters after z.
    lower.replace(u'æ', u'{').replace(u'ä', u'{').replace(u'ø', u'|').replace(u'ö', u'|').replace(u'å', u'}');
    return withoutMarks(lower.replace("aa"_L1, "}"_L1));
}

} // namespace storage
