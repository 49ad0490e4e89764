// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rules.h"

namespace inbox {
using namespace Qt::StringLiterals;

namespace {

QString firstWord(const QString &text)
{
    return bareWords(text.simplified().section(u' ', 0, 0));
}

constexpr qsizetype longestShortNumber = 6;

// Begins a sentence rather than names a service: "Ikke stopp".
bool isOrdinaryWord(const QString &word)
{
    static const QStringList ordinary{u"ikke"_s, u"ikkje"_s, u"aldri"_s, u"ingen"_s, u"full"_s,  u"nei"_s,
                                      u"må"_s,   u"kan"_s,   u"vil"_s,   u"skal"_s,  u"når"_s,   u"hvor"_s,
                                      u"hva"_s,  u"bare"_s,  u"not"_s,   u"no"_s,    u"never"_s, u"don't"_s,
                                      u"dont"_s, u"non"_s,   u"can't"_s, u"cannot"_s};
    return ordinary.contains(word);
}

// What people put beside the opt-out word to say whose messages they mean. The gateway gives the first
// word as the keyword of every message; it names a service only where it leads the message here: on a
// short number that several share.
QStringList namesOfOurs(const domain::InboundMessage &message, const IntakeRules &rules)
{
    QStringList names{message.to};
    for (const KeywordRule &rule : rules.keywords)
        names.append(rule.keyword);
    // A word that itself resembles an opt-out ("Avslutt") is no name, though the gateway calls it the
    // keyword.
    if (message.to.size() <= longestShortNumber && !isOrdinaryWord(bareWords(message.keyword)) &&
        readOptOut(message.keyword, rules.optOutWords, {}) == OptOutReading::None)
        names.append(message.keyword);
    return names;
}

} // namespace

Verdict judge(const domain::InboundMessage &message, const IntakeRules &rules)
{
    Verdict verdict;
    const bool automatic = isAutomaticAnswer(message.text, rules);
    const OptOutReading reading = readOptOut(message.text, rules.optOutWords, namesOfOurs(message, rules));
    if (reading == OptOutReading::Certain) {
        verdict.optOut = true;
        verdict.answer = rules.optOutAnswer.trimmed();
        return verdict;
    }
    if (reading == OptOutReading::Possible && !automatic) {
        verdict.mayBeOptOut = true;
        return verdict;
    }
    const QString said = firstWord(message.text);
    const QString named = bareWords(message.keyword); // as the gateway understood it
    for (const KeywordRule &rule : rules.keywords) {
        const QString keyword = bareWords(rule.keyword);
        if (keyword.isEmpty() || (keyword != said && keyword != named))
            continue;
        if (!rule.group.isEmpty() && !verdict.groups.contains(rule.group))
            verdict.groups.append(rule.group);
        if (!automatic && verdict.answer.isEmpty() && !rule.answer.trimmed().isEmpty()) {
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
