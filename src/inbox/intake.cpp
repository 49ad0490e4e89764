// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/intake.h"

#include "phone/phonenumber.h"
#include "storage/inboxrepository.h"
#include "storage/optoutrepository.h"

#include <memory>

namespace inbox {
using namespace Qt::StringLiterals;

namespace {

struct Stored
{
    bool fresh = false;
    QString optedOut; // the number, if this message did it
};

} // namespace

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
    auto work = [this, message, result]() -> base::Result<void> {
        storage::InboxRepository inbox(m_database);
        const auto added = inbox.add(message, m_rules.watchCounters);
        if (!added)
            return added.error();
        result->fresh = !added->repeat;
        if (added->repeat || !isOptOut(message.text, m_rules.optOutWords))
            return {};
        const phone::PhoneNumber sender = phone::parse(message.from);
        if (sender.error != phone::NumberError::None)
            return {}; // a text sender cannot be written to anyway
        const auto out =
            storage::OptOutRepository(m_database).add({sender.e164, m_clock.nowMs(), u"keyword"_s});
        if (!out)
            return out.error();
        result->optedOut = sender.e164;
        return inbox.addAction({added->id, m_clock.nowMs(), u"optedOut"_s, sender.e164});
    };
    m_commits.submit(
        work, [this, message, result, stored = std::move(stored)](const base::Result<void> &committed) {
            stored(committed.ok());
            if (!committed || !result->fresh)
                return;
            Q_EMIT messageStored(message.from, message.text);
            if (!result->optedOut.isEmpty())
                Q_EMIT optedOut(result->optedOut);
        });
}

void Intake::takeQuarantined(const domain::Quarantined &item, std::function<void(bool)> stored)
{
    m_commits.submit(
        [this, item] { return storage::InboxRepository(m_database).addQuarantined(item); },
        [stored = std::move(stored)](const base::Result<void> &committed) { stored(committed.ok()); });
}

} // namespace inbox
