// SPDX-License-Identifier: GPL-3.0-or-later
// The Engine's inbox: what the receiver decoded is committed by the inbox room; its answers are sent
// as any other message is, with every guard.
#include "engine/engine_p.h"
#include "engine/wording.h"
#include "storage/inboxrepository.h"
#include "storage/optoutrepository.h"

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
    rules.optOutAnswer = stored.value(u"optOutAnswer"_s).toString();
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
                             {u"optOutAnswer"_s, rules.optOutAnswer},
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
    draft.confirmsOptOut = reply.confirmsOptOut;
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

void Engine::reply(const QString &number, const QString &sender, const QString &text,
                   std::function<void(base::Result<qint64>)> done)
{
    Draft draft;
    draft.name = wording::replyName(number);
    draft.sender = sender;
    draft.text = text;
    draft.mergeFields = false;
    draft.mode = domain::SendMode::Single;
    draft.options.unicode = true; // OUT-09: only where the text needs it
    draft.recipients.typed = {number};
    draft.recipients.strict = true;
    const auto planned = plan(draft);
    if (!planned)
        return done(planned.error());
    if (planned->campaign == 0) {
        const bool optedOut = !planned->skipped.isEmpty() &&
                              planned->skipped.constFirst().reason == domain::SkipReason::OptedOut;
        return done(base::Error{optedOut ? base::ErrorCode::OptedOut : base::ErrorCode::NoRecipients, number,
                                u"to"_s});
    }
    if (auto approved = approve(planned->campaign); !approved)
        return done(approved.error());
    start(planned->campaign, true, [this, done, id = planned->campaign](const base::Result<void> &begun) {
        if (begun)
            return done(id);
        // What could not be sent is not sent later by surprise: the text is still in the person's hands.
        if (auto cancelled = cancel(id); !cancelled)
            return done(cancelled.error());
        done(begun.error());
    });
}

base::Result<void> Engine::markRead(const QString &number)
{
    d->commits->submit([this, number] { return storage::InboxRepository(*d->database).markRead(number); },
                       [this](const base::Result<void> &marked) {
                           if (marked)
                               Q_EMIT inboxChanged();
                       });
    return {};
}

base::Result<void> Engine::forgetGaps()
{
    d->commits->submit([this] { return storage::InboxRepository(*d->database).forgetGaps(); },
                       [this](const base::Result<void> &forgotten) {
                           if (forgotten)
                               Q_EMIT inboxChanged();
                       });
    return {};
}

base::Result<void> Engine::setOptedOut(const QString &number, bool optedOut)
{
    d->commits->flush();
    storage::Transaction transaction(*d->database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    storage::OptOutRepository optOuts(*d->database);
    const qint64 now = d->clock.nowMs();
    const auto changed = optedOut ? optOuts.add({number, now, u"person"_s}) : optOuts.remove(number, now);
    if (!changed)
        return changed.error();
    if (auto decided = storage::InboxRepository(*d->database).decidePossibleOptOuts(number, optedOut);
        !decided)
        return decided;
    if (auto committed = transaction.commit(); !committed)
        return committed;
    Q_EMIT inboxChanged();
    return {};
}

} // namespace engine
