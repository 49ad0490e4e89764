// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decides about messages that stopped short: uncertain ones are sent again or taken as
// sent, failed and held ones are queued again.
#pragma once

#include "base/clock.h"
#include "campaign/transitions.h"
#include "domain/campaign.h"
#include "engine/campaigns.h"
#include "storage/groupcommit.h"

namespace engine {

class Changes;
class History;
class Mailbox;

struct DecisionsContext
{
    storage::Database &database;
    storage::GroupCommit &commits;
    const base::Clock &clock;
    Mailbox &mailbox;
    Changes &changes;
    History &history;
    campaign::StatusProjector &statuses;
};

class Decisions
{
public:
    explicit Decisions(const DecisionsContext &context);

    // On uncertain messages, or on duplicates; empty number: all of the campaign. How many.
    base::Result<qint64> resolve(qint64 campaign, campaign::Decision decision, const QString &number = {},
                                 domain::MessageState of = domain::MessageState::Uncertain);
    // Failed and refused messages of the campaign are queued again. How many.
    base::Result<qint64> retryFailed(qint64 campaign);
    // held → queued, planned again. What waits in the mailbox may say that one was sent after all, so it is
    // emptied first: NeedsConfirmation with field "mailbox" where it cannot be.
    void release(qint64 campaign, Unfetched unfetched, const std::function<void(base::Result<void>)> &done);

private:
    base::Result<domain::Campaign> drained(qint64 id);
    base::Result<qint64> decide(qint64 campaign, const QString &number, campaign::Decision decision,
                                domain::MessageState of);
    base::Result<qint64> moveThoseOf(qint64 campaign, const QString &number, domain::MessageState of,
                                     storage::Step step);
    base::Result<qint64> resolveGroup(const domain::Campaign &campaign, bool again, qint64 known);
    base::Result<qint64> queueAgain(qint64 campaign, const QList<domain::MessageState> &from,
                                    domain::HistoryKind what);
    void tell(qint64 campaign);

    DecisionsContext m_context;
};

} // namespace engine
