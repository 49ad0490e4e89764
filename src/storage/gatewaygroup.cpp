// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/gatewaygroup.h"

#include "domain/campaign.h"
#include "domain/verdict.h"
#include "storage/countin.h"
#include "storage/deadline.h"
#include "storage/statement.h"

#include <algorithm>

namespace storage {
using namespace Qt::StringLiterals;
using domain::MessageState;

base::Result<std::optional<qint64>> GatewayGroup::request(const QString &ref)
{
    return selectNumber(m_database,
                        u"SELECT attempt.id FROM attempt JOIN campaign ON campaign.id = attempt.campaign "
                        "WHERE attempt.ref = ? AND campaign.mode = ?"_s,
                        ref, domain::SendMode::GatewayGroup);
}

base::Result<std::optional<GatewayGroup::Member>> GatewayGroup::member(const domain::StatusEvent &event)
{
    using Found = std::optional<Member>;
    if (event.ref.isEmpty() || event.number.isEmpty())
        return Found();
    const auto attempt = request(event.ref);
    if (!attempt)
        return attempt.error();
    if (!attempt->has_value())
        return Found();
    // A second request to the same group reaches people who are in the list already.
    Statement select(m_database,
                     u"SELECT campaign.id, campaign.sender, campaign.text, "
                     "campaign.segments, campaign.recipients, message.id "
                     "FROM attempt JOIN campaign ON campaign.id = attempt.campaign LEFT JOIN message "
                     "ON message.campaign = campaign.id AND message.number = ? WHERE attempt.id = ?"_s);
    if (auto done = select.run(event.number, **attempt); !done)
        return done.error();
    if (!select.next()) {
        const auto outcome = select.outcome();
        return outcome ? base::Result<Found>(Found()) : outcome.error();
    }
    Member member;
    member.attempt = **attempt;
    member.message.campaign = select.number(0);
    member.message.sender = select.text(1);
    member.message.text = select.text(2);
    const qint64 segments = select.number(3) / std::max<qint64>(1, select.number(4)); // of each
    member.message.segments = static_cast<int>(std::max<qint64>(1, segments));
    member.message.id = select.number(5); // NULL is 0
    member.message.number = event.number;
    member.message.ref = event.ref;
    member.message.state = MessageState::Accepted;
    member.message.sinceMs = event.receivedMs;
    return Found(member);
}

base::Result<std::optional<qint64>> GatewayGroup::add(const domain::StatusEvent &event)
{
    auto found = member(event);
    if (!found)
        return found.error();
    if (!found->has_value())
        return std::optional<qint64>();
    Member &whose = *found.value();
    if (whose.message.id == 0) {
        if (auto made = make(whose, event); !made)
            return made.error();
        const auto proven =
            execute(m_database, u"UPDATE attempt SET verdict = ? WHERE id = ? AND verdict IN (?, ?)"_s,
                    identifier(domain::Verdict::Accepted), whose.attempt,
                    identifier(domain::Verdict::Uncertain), identifier(domain::Verdict::UncertainAndPause));
        if (!proven)
            return proven.error();
    }
    const auto joined = execute(m_database,
                                u"INSERT INTO attempt_member (attempt, message, orig_id) VALUES (?, ?, ?) "
                                "ON CONFLICT DO NOTHING"_s,
                                whose.attempt, whose.message.id, event.origId);
    if (!joined)
        return joined.error();
    return std::optional(whose.message.id);
}

base::Result<void> GatewayGroup::make(Member &member, const domain::StatusEvent &event)
{
    domain::Message &message = member.message;
    const auto sentMs =
        selectNumber(m_database, u"SELECT started_ms FROM attempt WHERE id = ?"_s, member.attempt);
    if (!sentMs)
        return sentMs.error();
    const auto end = deadline(m_database, message.campaign, sentMs->value_or(0));
    if (!end)
        return end.error();
    const auto id =
        insert(m_database,
               u"INSERT INTO message (campaign, state, segments, since_ms, events, deadline_ms, "
               "row_number, number, sender, name, text) VALUES (?, ?, ?, ?, 1, ?, 0, ?, ?, '', ?)"_s,
               message.campaign, message.state, message.segments, message.sinceMs, *end, message.number,
               message.sender, message.text);
    if (!id)
        return id.error();
    message.id = *id;
    // Of its own, as it is counted among the SMS of its day.
    const auto begun =
        execute(m_database, u"UPDATE message SET begun_ms = ? WHERE id = ?"_s, *sentMs, message.id);
    if (!begun)
        return begun.error();
    if (auto counted = countIn(m_database, message.campaign, message.state, 1); !counted)
        return counted.error();
    const auto told =
        execute(m_database,
                u"INSERT INTO message_event (message, sequence, at_ms, kind, state, detail) "
                "VALUES (?, 1, ?, ?, ?, ?)"_s,
                message.id, event.receivedMs, domain::EventKind::Answer, message.state, groupMemberDetail);
    return told ? base::Result<void>() : base::Result<void>(told.error());
}

} // namespace storage
