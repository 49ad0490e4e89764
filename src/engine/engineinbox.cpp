// SPDX-License-Identifier: GPL-3.0-or-later
// The Engine's inbox: what the receiver decoded is committed by the inbox room; its answers are sent
// as any other message is, with every guard.
#include "engine/engine_p.h"
#include "engine/wording.h"
#include "storage/inboxrepository.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

const QString rulesKey = QStringLiteral("inbox/rules");

} // namespace

void Engine::takeInbound(const domain::InboundMessage &message, const receiver::Done &done)
{
    d->intake->take(message, done);
}

void Engine::takeQuarantined(const domain::Quarantined &item, const receiver::Done &done)
{
    d->intake->takeQuarantined(item, done);
}

inbox::IntakeRules Engine::inboxRules() const
{
    inbox::IntakeRules rules;
    rules.watchCounters = d->settings.receiver().watchCounters;
    const QJsonObject stored = QJsonDocument::fromJson(d->settings.value(rulesKey).toUtf8()).object();
    if (stored.isEmpty())
        return rules;
    rules.optOutWords.clear();
    for (const QJsonValue &word : stored.value(u"optOutWords"_s).toArray())
        rules.optOutWords.append(word.toString());
    for (const QJsonValue &value : stored.value(u"keywords"_s).toArray()) {
        const QJsonObject rule = value.toObject();
        rules.keywords.append({rule.value(u"keyword"_s).toString(), rule.value(u"group"_s).toString(),
                               rule.value(u"answer"_s).toString()});
    }
    return rules;
}

base::Result<void> Engine::setInboxRules(const inbox::IntakeRules &rules)
{
    QJsonArray keywords;
    for (const inbox::KeywordRule &rule : rules.keywords) {
        keywords.append(
            QJsonObject{{u"keyword"_s, rule.keyword}, {u"group"_s, rule.group}, {u"answer"_s, rule.answer}});
    }
    const QJsonObject stored{{u"optOutWords"_s, QJsonArray::fromStringList(rules.optOutWords)},
                             {u"keywords"_s, keywords}};
    const QString json = QString::fromUtf8(QJsonDocument(stored).toJson(QJsonDocument::Compact));
    if (auto kept = d->settings.setValue(rulesKey, json); !kept)
        return kept;
    ReceiverSettings receiving = d->settings.receiver();
    if (receiving.watchCounters != rules.watchCounters) {
        receiving.watchCounters = rules.watchCounters;
        if (auto kept = d->settings.save(receiving); !kept)
            return kept;
    }
    d->intake->setRules(rules);
    return {};
}

void Engine::answer(const inbox::Reply &reply)
{
    Draft draft;
    draft.sender = reply.sender;
    draft.text = reply.text;
    draft.mergeFields = false;
    draft.mode = domain::SendMode::Single;
    draft.options.unicode = true; // OUT-09: only where the text needs it
    draft.recipients.typed = {reply.number};
    draft.recipients.strict = true;
    // The person approved the rule; caps, quiet hours and countries hold all the same.
    auto failed = [this, inbound = reply.inbound](const base::Error &error) {
        d->commits->submit([this, inbound, why = wording::sentence(error)] {
            return storage::InboxRepository(*d->database)
                .addAction({inbound, d->clock.nowMs(), u"notAnswered"_s, why});
        });
    };
    const auto planned = plan(draft);
    if (!planned)
        return failed(planned.error());
    start(planned->campaign, true, [this, failed, id = planned->campaign](const base::Result<void> &begun) {
        if (begun)
            return;
        failed(begun.error());
        // A late answer puzzles more than none.
        if (auto cancelled = cancel(id); !cancelled)
            failed(cancelled.error());
    });
}

} // namespace engine
