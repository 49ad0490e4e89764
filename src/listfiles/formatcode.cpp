// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/formatcode.h"

using namespace Qt::StringLiterals;

namespace listfiles {

QList<FormatSection> sectionsOf(const QString &code)
{
    QList<FormatSection> out{{}};
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code.at(i);
        if (c == u';') {
            out.append(FormatSection());
        } else if (c == u'"' || c == u'[') {
            qsizetype end = code.indexOf(c == u'"' ? u'"' : u']', i + 1);
            end = end < 0 ? code.size() : end;
            out.last().append(
                {c == u'"' ? FormatToken::Text : FormatToken::Bracket, code.mid(i + 1, end - i - 1)});
            i = end;
        } else if (c == u'\\') {
            out.last().append({FormatToken::Text, code.mid(++i, 1)});
        } else if (c == u'_' || c == u'*') {
            ++i; // as wide as the next character, or filled with it
        } else {
            out.last().append({FormatToken::Sign, QString(c)});
        }
    }
    return out;
}

QString currencyOf(const QString &bracket)
{
    return bracket.startsWith(u'$') ? bracket.mid(1).section(u'-', 0, 0) : QString();
}

bool isEnglish(const QLocale &locale)
{
    return locale.language() == QLocale::English || locale.language() == QLocale::C;
}

QChar decimalPoint(const QLocale &locale)
{
    return isEnglish(locale) ? u'.' : u',';
}

} // namespace listfiles
