// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inboxrules.h"

#include "smstext/mergetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

const QString rulesKey = u"inbox/rules"_s;

} // namespace

inbox::IntakeRules inboxRules(const Settings &settings)
{
    inbox::IntakeRules rules;
    rules.watchCounters = settings.receiver().watchCounters;
    const QJsonObject stored = QJsonDocument::fromJson(settings.value(rulesKey).toUtf8()).object();
    if (stored.isEmpty())
        return rules;
    rules.optOutAnswer = stored.value(u"optOutAnswer"_s).toString();
    rules.optOutWords.clear();
    for (const auto &word : stored.value(u"optOutWords"_s).toArray())
        rules.optOutWords.append(word.toString());
    for (const auto &value : stored.value(u"keywords"_s).toArray()) {
        const QJsonObject rule = value.toObject();
        rules.keywords.append({rule.value(u"keyword"_s).toString(), rule.value(u"group"_s).toString(),
                               rule.value(u"answer"_s).toString()});
    }
    return rules;
}

base::Result<void> saveInboxRules(Settings &settings, const inbox::IntakeRules &rules)
{
    if (const auto parsed = smstext::MergeText::parse(rules.optOutAnswer); !parsed)
        return parsed.error();
    QJsonArray keywords;
    for (const inbox::KeywordRule &rule : rules.keywords) {
        if (const auto parsed = smstext::MergeText::parse(rule.answer); !parsed)
            return parsed.error();
        keywords.append(
            QJsonObject{{u"keyword"_s, rule.keyword}, {u"group"_s, rule.group}, {u"answer"_s, rule.answer}});
    }
    const QJsonObject stored{{u"optOutWords"_s, QJsonArray::fromStringList(rules.optOutWords)},
                             {u"optOutAnswer"_s, rules.optOutAnswer},
                             {u"keywords"_s, keywords}};
    const QString json = QString::fromUtf8(QJsonDocument(stored).toJson(QJsonDocument::Compact));
    if (auto kept = settings.setValue(rulesKey, json); !kept)
        return kept;
    ReceiverSettings receiving = settings.receiver();
    if (receiving.watchCounters != rules.watchCounters) {
        receiving.watchCounters = rules.watchCounters;
        if (auto kept = settings.save(receiving); !kept)
            return kept;
    }
    return {};
}

} // namespace engine
