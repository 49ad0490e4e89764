// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replies.h"

#include "engine/campaigns.h"
#include "engine/contactfields.h"
#include "engine/inboxwording.h"
#include "engine/planning.h"
#include "engine/wording.h"
#include "storage/inboxrepository.h"

namespace engine {
using namespace Qt::StringLiterals;

namespace {

Draft draftTo(const QString &number, const QString &sender, const QString &text)
{
    Draft draft;
    draft.sender = sender;
    draft.text = text;
    draft.mergeFields = false;
    draft.mode = domain::SendMode::Single;
    draft.options.unicode = true; // OUT-09: only where the text needs it
    draft.recipients.typed = {number};
    draft.recipients.strict = true;
    return draft;
}

} // namespace

Replies::Replies(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock,
                 Planning &planning, Campaigns &campaigns)
    : m_database(database)
    , m_commits(commits)
    , m_clock(clock)
    , m_planning(planning)
    , m_campaigns(campaigns)
{
}

void Replies::keepWhyNot(qint64 inbound, const base::Error &error)
{
    m_commits.submit([this, inbound, why = wording::sentence(error)] {
        return storage::InboxRepository(m_database)
            .addAction({inbound, m_clock.nowMs(), domain::ActionKind::NotAnswered, why});
    });
}

// The person approved the rule; caps, quiet hours and countries hold all the same.
void Replies::answer(const inbox::Reply &reply)
{
    Draft draft = draftTo(reply.number, reply.sender, reply.text);
    draft.confirmsOptOut = reply.confirmsOptOut;
    draft.mergeFields = true; // filled in for who is a contact; nobody gets the braces
    const auto planned = m_planning.planTyped(draft);
    if (!planned)
        return keepWhyNot(reply.inbound, planned.error());
    m_campaigns.start(
        planned->campaign, true,
        [this, inbound = reply.inbound, id = planned->campaign](const base::Result<void> &begun) {
            if (begun)
                return;
            keepWhyNot(inbound, begun.error());
            // A late answer puzzles more than none.
            if (auto cancelled = m_campaigns.cancel(id); !cancelled)
                keepWhyNot(inbound, cancelled.error());
        },
        Unfetched::GoOn);
}

void Replies::send(const domain::Contact &to, const QString &sender, const QString &text,
                   const std::function<void(base::Result<qint64>)> &done)
{
    const QString &number = to.number;
    const auto written = writtenTo(to, text);
    if (!written)
        return done(written.error());
    if (!written->missing.isEmpty())
        return done(base::Error{base::ErrorCode::MissingField, written->missing.join(u", "_s), u"text"_s});
    Draft draft = draftTo(number, sender, written->text);
    draft.name = wording::replyName(number);
    const auto planned = m_planning.planTyped(draft);
    if (!planned)
        return done(planned.error());
    if (planned->campaign == 0) {
        const bool optedOut = !planned->skipped.isEmpty() &&
                              planned->skipped.constFirst().reason == domain::SkipReason::OptedOut;
        return done(base::Error{optedOut ? base::ErrorCode::OptedOut : base::ErrorCode::NoRecipients, number,
                                u"to"_s});
    }
    const qint64 id = planned->campaign;
    if (auto approved = m_planning.approve(id); !approved)
        return done(approved.error());
    m_campaigns.start(
        id, true,
        [this, done, id](const base::Result<void> &begun) {
            if (begun)
                return done(id);
            // What could not be sent is not sent later by surprise: the text is still in the person's hands.
            if (auto cancelled = m_campaigns.cancel(id); !cancelled)
                return done(cancelled.error());
            done(begun.error());
        },
        Unfetched::GoOn); // who writes to one person has just read what that one wrote
}

base::Result<void> Replies::markRead(const QString &number)
{
    return change([number](storage::InboxRepository &inbox) { return inbox.markRead(number); });
}

base::Result<void> Replies::markAllRead()
{
    return change([](storage::InboxRepository &inbox) { return inbox.markAllRead(); });
}

base::Result<void> Replies::setArchived(const QString &number, bool archived)
{
    return change(
        [number, archived](storage::InboxRepository &inbox) { return inbox.setArchived(number, archived); });
}

base::Result<void> Replies::forgetGaps()
{
    return change([](storage::InboxRepository &inbox) { return inbox.forgetGaps(); });
}

base::Result<void> Replies::change(const std::function<base::Result<void>(storage::InboxRepository &)> &work)
{
    m_commits.submit(
        [this, work] {
            storage::InboxRepository inbox(m_database);
            return work(inbox);
        },
        [this](const base::Result<void> &changed) {
            if (changed)
                Q_EMIT inboxChanged();
        });
    return {};
}

} // namespace engine
