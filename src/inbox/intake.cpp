// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/intake.h"

#include "base/crashpoint.h"
#include "phone/phonenumber.h"
#include "storage/contactrepository.h"
#include "storage/inboxrepository.h"
#include "storage/optoutrepository.h"
#include "storage/savepoint.h"

#include <QDateTime>

#include <memory>
#include <optional>

namespace inbox {
using namespace Qt::StringLiterals;
using domain::ActionKind;

struct Intake::Stored
{
    qint64 id = 0;
    bool fresh = false;
    QString optedOut; // the number, if this message did it
    std::optional<Reply> reply;
};

Intake::Intake(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock,
               QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_commits(commits)
    , m_clock(clock)
{
}

void Intake::take(const domain::InboundMessage &message, std::function<void(bool)> stored)
{
    auto result = std::make_shared<Stored>();
    m_commits.submit(
        [this, message, result] { return store(message, *result); },
        [this, message, result, stored = std::move(stored)](const base::Result<void> &committed) {
            if (committed)
                base::crashPoint("inbound-committed");
            stored(committed.ok());
            if (!committed || !result->fresh)
                return;
            Q_EMIT messageStored(message.from, message.text);
            if (!result->optedOut.isEmpty())
                Q_EMIT optedOut(result->optedOut);
            if (result->reply)
                Q_EMIT replyWanted(*result->reply);
        });
}

base::Result<void> Intake::store(const domain::InboundMessage &message, Stored &stored)
{
    const auto added = storage::InboxRepository(m_database).add(message, m_rules.watchCounters);
    if (!added)
        return added.error();
    stored.id = added->id;
    stored.fresh = !added->repeat;
    if (added->repeat)
        return {};
    const Verdict verdict = judge(message, m_rules);
    base::Result<void> followed;
    const auto follows = [&] { return follow(verdict, message, stored); };
    if (auto kept = storage::inSavepoint(m_database, follows, followed); !kept)
        return kept;
    return followed ? base::Result<void>() : keepUnfollowed(verdict, message, stored);
}

// A rule that fails would fail at every repetition, and the message be lost with it in the end: it is
// stored without, for a person to look at. What must not be lost is the opt-out.
base::Result<void> Intake::keepUnfollowed(const Verdict &verdict, const domain::InboundMessage &message,
                                          Stored &stored)
{
    stored.optedOut.clear();
    stored.reply.reset();
    const qint64 now = m_clock.nowMs();
    const phone::PhoneNumber sender = phone::parse(message.from);
    if (verdict.optOut && sender.error == phone::NumberError::None) {
        const auto out =
            storage::OptOutRepository(m_database).add({sender.e164, now, domain::OptOutSource::Keyword});
        if (!out)
            return out.error();
        stored.optedOut = sender.e164;
    }
    return storage::InboxRepository(m_database).addAction({stored.id, now, ActionKind::RuleFailed, {}});
}

base::Result<void> Intake::follow(const Verdict &verdict, const domain::InboundMessage &message,
                                  Stored &stored)
{
    const phone::PhoneNumber sender = phone::parse(message.from);
    if (verdict == Verdict() || sender.error != phone::NumberError::None)
        return {}; // a text sender cannot be written to anyway
    storage::InboxRepository inbox(m_database);
    const qint64 now = m_clock.nowMs();
    if (verdict.optOut) {
        const auto out =
            storage::OptOutRepository(m_database).add({sender.e164, now, domain::OptOutSource::Keyword});
        if (!out)
            return out.error();
        stored.optedOut = sender.e164;
        if (auto decided = inbox.decidePossibleOptOuts(message.from, true); !decided)
            return decided;
        if (auto noted = inbox.addAction({stored.id, now, ActionKind::OptedOut, sender.e164}); !noted)
            return noted;
        // Who says it again is told once only.
        if (verdict.answer.isEmpty() || !*out)
            return {};
        stored.reply = Reply{stored.id, sender.e164, message.to, verdict.answer, true};
        return inbox.addAction({stored.id, now, ActionKind::ConfirmedOptOut, {}});
    }
    if (verdict.mayBeOptOut)
        return inbox.addAction({stored.id, now, ActionKind::MayBeOptOut, sender.e164});
    for (const QString &group : verdict.groups) {
        domain::Contact contact;
        contact.number = sender.e164;
        contact.groups = {group};
        if (auto joined = storage::ContactRepository(m_database).upsert(contact); !joined)
            return joined.error();
        if (auto noted = inbox.addAction({stored.id, now, ActionKind::JoinedGroup, group}); !noted)
            return noted;
    }
    if (verdict.answer.isEmpty())
        return {};
    const auto may = mayAnswer(sender.e164, message, verdict.keyword);
    if (!may)
        return may.error();
    if (!*may)
        return {};
    stored.reply = Reply{stored.id, sender.e164, message.to, verdict.answer};
    return inbox.addAction({stored.id, now, ActionKind::Answered, verdict.keyword});
}

base::Result<bool> Intake::mayAnswer(const QString &number, const domain::InboundMessage &message,
                                     const QString &keyword)
{
    const auto out = storage::OptOutRepository(m_database).contains(number);
    if (!out)
        return out.error();
    if (*out)
        return false;
    const auto last =
        storage::InboxRepository(m_database).lastAction(message.from, ActionKind::Answered, keyword);
    if (!last)
        return last.error();
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs()).date();
    return !last->has_value() || QDateTime::fromMSecsSinceEpoch(**last).date() != today;
}

void Intake::takeQuarantined(const domain::Quarantined &item, std::function<void(bool)> stored)
{
    auto result = std::make_shared<QString>();
    m_commits.submit([this, item, result] { return quarantine(item, *result); },
                     [this, result, stored = std::move(stored)](const base::Result<void> &committed) {
                         stored(committed.ok());
                         if (committed && !result->isEmpty())
                             Q_EMIT optedOut(*result);
                     });
}

// Somebody will look at it anyway, but whoever asked for no more must not wait for that.
base::Result<void> Intake::quarantine(const domain::Quarantined &item, QString &optedOut)
{
    if (auto kept = storage::InboxRepository(m_database).addQuarantined(item); !kept)
        return kept;
    if (!item.legible || !judge(*item.legible, m_rules).optOut)
        return {};
    const phone::PhoneNumber sender = phone::parse(item.legible->from);
    if (sender.error != phone::NumberError::None)
        return {};
    const auto out = storage::OptOutRepository(m_database)
                         .add({sender.e164, m_clock.nowMs(), domain::OptOutSource::Keyword});
    if (!out)
        return out.error();
    optedOut = sender.e164;
    return {};
}

} // namespace inbox
