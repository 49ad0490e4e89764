// SPDX-License-Identifier: GPL-3.0-or-later
#include "spelling/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace spelling {
using namespace Qt::StringLiterals;

namespace {

// What is no word comes first: fields, then addresses and short forms with periods inside ("f.eks.").
const QRegularExpression &pieces()
{
    static const QRegularExpression expression(
        uR"((?<field>\{[^{}\n]*\}?)|(?<address>\b[a-z][a-z0-9+.-]*://\S+|[^\s{}@]+@[^\s{}@]+|[\w-]+(?:\.[\w-]+)+(?:/[^\s{}]*)?))"
        uR"(|(?<word>\w+(?:['’\-]\w+)*))"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    return expression;
}

bool isForChecking(const QString &word)
{
    const auto isDigit = [](QChar c) { return c.isDigit() || c == u'_'; };
    const auto isLower = [](QChar c) { return c.isLower(); };
    return word.size() > 1 && std::none_of(word.cbegin(), word.cend(), isDigit) &&
           std::any_of(word.cbegin(), word.cend(), isLower);
}

} // namespace

QList<Word> wordsIn(const QString &text)
{
    QList<Word> words;
    auto matches = pieces().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString word = match.captured(u"word"_s);
        if (isForChecking(word))
            words.append({word, match.capturedStart(), text.mid(match.capturedEnd(), 1) == u"."_s});
    }
    return words;
}

} // namespace spelling
