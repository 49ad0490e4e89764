// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rules.h"

namespace inbox {
using namespace Qt::StringLiterals;

namespace {

QString firstWord(const QString &text)
{
    return bareWords(text.simplified().section(u' ', 0, 0));
}

} // namespace

Verdict judge(const domain::InboundMessage &message, const IntakeRules &rules)
{
    Verdict verdict;
    if (isOptOut(message.text, rules.optOutWords)) {
        verdict.optOut = true;
        verdict.answer = rules.optOutAnswer.trimmed();
        return verdict;
    }
    const QString said = firstWord(message.text);
    const QString named = bareWords(message.keyword); // as the gateway understood it
    const bool answerable = !isAutomaticAnswer(message.text, rules);
    for (const KeywordRule &rule : rules.keywords) {
        const QString keyword = bareWords(rule.keyword);
        if (keyword.isEmpty() || (keyword != said && keyword != named))
            continue;
        if (!rule.group.isEmpty() && !verdict.groups.contains(rule.group))
            verdict.groups.append(rule.group);
        if (answerable && verdict.answer.isEmpty() && !rule.answer.trimmed().isEmpty()) {
            verdict.answer = rule.answer;
            verdict.keyword = keyword;
        }
    }
    return verdict;
}

bool isAutomaticAnswer(const QString &text, const IntakeRules &rules)
{
    // How telephones and office systems begin theirs.
    static const QStringList beginnings{
        u"autosvar"_s,           u"auto-svar"_s,      u"automatisk svar"_s, u"automatisk melding"_s,
        u"auto-reply"_s,         u"autoreply"_s,      u"auto reply"_s,      u"automatic reply"_s,
        u"automatic response"_s, u"out of office"_s,  u"fraværsmelding"_s,  u"fraværsassistent"_s,
        u"automatsvar"_s,        u"autosvarstekst"_s,
    };
    const QString said = bareWords(text);
    for (const QString &beginning : beginnings) {
        if (said.startsWith(beginning))
            return true;
    }
    for (const KeywordRule &rule : rules.keywords) {
        if (!said.isEmpty() && said == bareWords(rule.answer))
            return true;
    }
    return !said.isEmpty() && said == bareWords(rules.optOutAnswer);
}

} // namespace inbox
