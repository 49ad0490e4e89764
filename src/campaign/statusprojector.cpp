// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/statusprojector.h"

#include "base/crashpoint.h"
#include "campaign/transitions.h"

#include <QPointer>

#include <memory>

namespace campaign {
using namespace Qt::StringLiterals;
using base::Result;

namespace {

struct Projection
{
    std::optional<domain::Message> message;
    bool sentTwice = false;
};

// True when it is a second, different origid for the attempt and number.
Result<bool> project(storage::Journal &journal, const domain::StatusEvent &event,
                     const domain::Message &message)
{
    Result<bool> twice = false;
    if (event.status.known() && event.origId && event.origId != message.gatewayId && !event.ref.isEmpty()) {
        twice = journal.noteOrigId(message.id, event.ref, *event.origId);
        if (!twice)
            return twice;
    }
    std::optional<storage::Step> step = afterStatus(message, event.status, event.receivedMs);
    if (!step) { // nothing changes, but the message's log shows what came
        step.emplace();
        step->message = message.id;
        step->to = message.state;
        step->kind = domain::EventKind::Status;
        step->status = event.status;
        step->atMs = event.receivedMs;
    }
    if (*twice)
        step->note = strongerNote(message.note, domain::Note::SentTwice);
    if (auto applied = journal.apply(*step); !applied)
        return applied.error();
    return twice;
}

// A status that is already stored is not applied again.
Result<void> storeAndProject(storage::Database &database, domain::StatusEvent event, Projection &projection)
{
    storage::Journal journal(database);
    auto ref = journal.asPosted(event.ref);
    if (!ref)
        return ref.error();
    event.ref = ref.value();
    auto message = journal.matching(event);
    if (!message)
        return message.error();
    const auto added = journal.addStatus(event, *message ? std::optional((*message)->id) : std::nullopt);
    if (!added)
        return added.error();
    if (*added == 0)
        return {};
    if (!message->has_value()) {
        if (!event.status.known())
            return {};                                     // proves nothing, so nobody's membership either
        const auto member = journal.addGroupMember(event); // BLK-10
        if (!member)
            return member.error();
        if (!member->has_value())
            return {}; // DLR-06: kept
        if (auto matched = journal.setMatched(*added, **member); !matched)
            return matched;
        const auto joined = journal.message(**member);
        if (!joined)
            return joined.error();
        message = std::optional(*joined);
    }
    const auto twice = project(journal, event, **message);
    if (!twice)
        return twice.error();
    projection.sentTwice = *twice;
    projection.message = **message;
    return {};
}

} // namespace

StatusProjector::StatusProjector(storage::Database &database, storage::GroupCommit &commits,
                                 const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_commits(commits)
    , m_clock(clock)
{
}

void StatusProjector::take(const domain::StatusEvent &taken, std::function<void(bool stored)> stored)
{
    domain::StatusEvent event = taken;
    if (event.receivedMs == 0)
        event.receivedMs = m_clock.nowMs();
    auto projection = std::make_shared<Projection>();
    m_commits.submit(
        [&database = m_database, event, projection] { return storeAndProject(database, event, *projection); },
        [&database = m_database, &commits = m_commits, self = QPointer(this), event, projection,
         stored = std::move(stored)](const Result<void> &committed) {
            const auto answer = [stored](const Result<void> &outcome) {
                if (outcome)
                    base::crashPoint("status-committed");
                if (stored)
                    stored(outcome.ok());
            };
            if (!committed && !storage::cannotStore(committed.error())) {
                // Whatever becomes of the projection, the raw event is kept.
                commits.submit(
                    [&database, event]() -> Result<void> {
                        const auto kept = storage::Journal(database).addStatus(event);
                        return kept ? Result<void>() : Result<void>(kept.error());
                    },
                    answer);
                return;
            }
            answer(committed);
            if (!self || !committed || !projection->message)
                return;
            const domain::Message &message = *projection->message;
            Q_EMIT self->messageChanged(message.campaign, message.id);
            if (projection->sentTwice && self)
                Q_EMIT self->sentTwice(message.campaign, message.id);
        });
}

Result<void> StatusProjector::matchKept(storage::Journal &journal, qint64 id, const QString &ref, qint64)
{
    auto message = journal.message(id);
    if (!message)
        return message.error();
    const auto kept = journal.keptFor(message->gatewayId.value_or(0), ref, message->number);
    if (!kept)
        return kept.error();
    for (const storage::Journal::KeptStatus &status : *kept) {
        if (auto matched = journal.setMatched(status.id, message->id); !matched)
            return matched;
        if (auto projected = project(journal, status.event, *message); !projected)
            return projected.error();
        message = journal.message(id);
        if (!message)
            return message.error();
    }
    return {};
}

} // namespace campaign
