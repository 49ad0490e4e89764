// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decisions.h"

#include "campaign/statusprojector.h"
#include "engine/changes.h"
#include "engine/history.h"
#include "engine/mailbox.h"
#include "engine/wording.h"
#include "storage/campaignrepository.h"
#include "storage/journal.h"
#include "storage/transaction.h"

namespace engine {
using namespace Qt::StringLiterals;

namespace {

domain::HistoryKind decided(bool again)
{
    return again ? domain::HistoryKind::SendAgain : domain::HistoryKind::TreatAsSent;
}

} // namespace

Decisions::Decisions(const DecisionsContext &context)
    : m_context(context)
{
}

void Decisions::tell(qint64 campaign)
{
    m_context.changes.tellMessages(campaign);
    m_context.changes.tellCampaigns();
}

// One person's decision on those of a campaign in one state, or on those of one number; in one commit.
base::Result<qint64> Decisions::decide(qint64 campaign, const QString &number, campaign::Decision decision,
                                       domain::MessageState of)
{
    domain::Message undecided;
    undecided.state = of;
    const auto step = campaign::afterDecision(undecided, decision, m_context.clock.nowMs());
    if (!step)
        return base::Error{base::ErrorCode::WrongState, wording::state(of), u"campaign"_s};
    return storage::inTransaction(m_context.database, [&] {
        return number.isEmpty() ? storage::Journal(m_context.database).moveAll(campaign, {of}, *step)
                                : moveThoseOf(campaign, number, of, *step);
    });
}

base::Result<qint64> Decisions::moveThoseOf(qint64 campaign, const QString &number, domain::MessageState of,
                                            storage::Step step)
{
    storage::Journal journal(m_context.database);
    storage::MessageFilter filter;
    filter.campaign = campaign;
    filter.states = {of};
    filter.number = number;
    filter.limit = storage::everyMessage; // each row may have one
    const auto messages = journal.messages(filter);
    if (!messages)
        return messages.error();
    for (const domain::Message &message : *messages) {
        step.message = message.id;
        if (auto applied = journal.apply(step); !applied)
            return applied.error();
    }
    return messages->size();
}

// What is on its way may be what a decision is on.
base::Result<domain::Campaign> Decisions::drained(qint64 id)
{
    if (auto drained = m_context.statuses.drain(); !drained)
        return drained.error();
    return storage::CampaignRepository(m_context.database).campaign(id);
}

base::Result<qint64> Decisions::resolve(qint64 id, campaign::Decision decision, const QString &number,
                                        domain::MessageState of)
{
    const auto campaign = drained(id);
    if (!campaign)
        return campaign.error();
    const qint64 now = m_context.clock.nowMs();
    const auto count = decide(id, number, decision, of);
    if (!count)
        return count;
    const bool again = decision == campaign::Decision::SendAgain;
    if (campaign->mode == domain::SendMode::GatewayGroup && number.isEmpty() &&
        of == domain::MessageState::Uncertain)
        return resolveGroup(*campaign, again, *count);
    if (*count > 0) {
        // What is queued again waits for a person to carry on; what is settled may end the campaign.
        const bool finished = campaign->state == domain::CampaignState::Finished;
        if (again && (finished || campaign->state == domain::CampaignState::Cancelled)) {
            m_context.commits.submit([this, id, now] {
                return storage::CampaignRepository(m_context.database)
                    .setState(id, domain::CampaignState::Paused, domain::PauseReason::Decided, now);
            });
        }
        m_context.history.add(id, decided(again), number);
        m_context.commits.flush();
        tell(id);
    }
    return count;
}

// BLK-10: the person decides on the group's request itself; its members are not known here.
base::Result<qint64> Decisions::resolveGroup(const domain::Campaign &campaign, bool again, qint64 known)
{
    const auto requests = storage::inTransaction(m_context.database, [&]() -> base::Result<qint64> {
        const auto decided =
            storage::Journal(m_context.database)
                .decideRequests(campaign.id, again ? domain::Verdict::SendAgain : domain::Verdict::Accepted);
        if (!decided || *decided == 0)
            return decided;
        const auto state = again ? domain::CampaignState::Paused : domain::CampaignState::Finished;
        const auto set = storage::CampaignRepository(m_context.database)
                             .setState(campaign.id, state,
                                       again ? domain::PauseReason::Decided : domain::PauseReason::None,
                                       m_context.clock.nowMs());
        if (!set)
            return set.error();
        return decided;
    });
    if (!requests)
        return requests;
    if (*requests + known > 0) {
        m_context.history.add(campaign.id, decided(again), campaign.gatewayGroup);
        tell(campaign.id);
    }
    return *requests + known;
}

base::Result<qint64> Decisions::retryFailed(qint64 id)
{
    return queueAgain(id, {domain::MessageState::Failed, domain::MessageState::Refused},
                      domain::HistoryKind::Retry);
}

void Decisions::release(qint64 id, Unfetched unfetched, const std::function<void(base::Result<void>)> &done)
{
    m_context.mailbox.empty(unfetched == Unfetched::GoOn, [this, id,
                                                           done](const base::Result<void> &emptied) {
        if (!emptied)
            return done(emptied);
        m_context.statuses.drained([this, id, done](const base::Result<void> &drained) {
            if (!drained)
                return done(drained);
            const auto released = queueAgain(id, {domain::MessageState::Held}, domain::HistoryKind::Released);
            done(released ? base::Result<void>() : released.error());
        });
    });
}

// A person wants them sent after all; the campaign then waits for Resume.
base::Result<qint64> Decisions::queueAgain(qint64 id, const QList<domain::MessageState> &from,
                                           domain::HistoryKind what)
{
    const auto campaign = drained(id);
    if (!campaign)
        return campaign.error();
    storage::CampaignRepository campaigns(m_context.database);
    const qint64 now = m_context.clock.nowMs();
    storage::Step step;
    step.to = domain::MessageState::Queued;
    step.kind = domain::EventKind::Decision;
    step.detail = domain::identifier(what);
    step.atMs = now;
    // A held one to a gateway group has no messages of its own (BLK-10).
    const bool heldItself =
        campaign->state == domain::CampaignState::Held && from.contains(domain::MessageState::Held);
    const auto count = storage::inTransaction(m_context.database, [&]() -> base::Result<qint64> {
        const auto moved = storage::Journal(m_context.database).moveAll(id, from, step);
        if (!moved || (*moved == 0 && !heldItself))
            return moved;
        // A series has no messages of its own: it goes on waiting for its next time.
        const auto set =
            campaign->repeat != domain::Repeat::Once
                ? campaigns.setState(id, domain::CampaignState::Planned, {}, now)
                : campaigns.setState(id, domain::CampaignState::Paused, domain::PauseReason::Decided, now);
        if (!set)
            return set.error();
        return moved;
    });
    if (!count)
        return count;
    if (*count > 0 || heldItself) {
        m_context.history.add(id, what, QString::number(*count));
        m_context.commits.flush();
        tell(id);
    }
    return count;
}

} // namespace engine
