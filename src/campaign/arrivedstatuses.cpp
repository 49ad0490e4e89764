// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/arrivedstatuses.h"

#include "campaign/transitions.h"
#include "storage/arrivals.h"
#include "storage/gatewaygroup.h"
#include "storage/journal.h"

#include <QSet>

#include <optional>

namespace campaign {
using namespace Qt::StringLiterals;
using base::Result;

// Goes through them as projectArrivals does, but keeps in mind what that would write.
class ArrivedStatuses::Reading
{
public:
    Reading(storage::Database &database, ArrivedStatuses &into)
        : m_database(database)
        , m_journal(database)
        , m_into(into)
    {
    }

    Result<void> take(const storage::Arrival &arrival);

private:
    Result<Shown *> whose(const storage::Arrival &arrival);
    Result<Shown *> known(qint64 id);
    Result<Shown *> member(const domain::StatusEvent &event);
    Result<bool> isRepeat(const domain::StatusEvent &event);
    Result<bool> isSentTwice(const domain::Message &message, const domain::StatusEvent &event);
    void move(Shown &shown, const storage::Step &step);

    storage::Database &m_database;
    storage::Journal m_journal;
    ArrivedStatuses &m_into;
    QSet<QString> m_taken;
    // Noted on the way: by message and ref, and whose they are.
    QHash<QString, qint64> m_origIds;
    QHash<qint64, domain::Message> m_byOrigId;
};

Result<ArrivedStatuses::Shown *> ArrivedStatuses::Reading::known(qint64 id)
{
    const auto place = m_into.m_known.find(id);
    if (place != m_into.m_known.end())
        return &*place;
    const auto message = m_journal.message(id);
    if (message)
        return &*m_into.m_known.insert(id, {*message, {}});
    return message.error().code == base::ErrorCode::NotFound ? Result<Shown *>(nullptr) : message.error();
}

// Of the list that statuses make. An unknown status makes nobody a member, but is heard of one.
Result<ArrivedStatuses::Shown *> ArrivedStatuses::Reading::member(const domain::StatusEvent &event)
{
    const auto member = storage::GatewayGroup(m_database).member(event);
    if (!member)
        return member.error();
    if (!member->has_value())
        return nullptr;
    const domain::Message &message = (*member)->message;
    const std::pair key(message.campaign, message.number);
    const auto place = m_into.m_made.find(key);
    if (place != m_into.m_made.end())
        return &*place;
    if (!event.status.known())
        return nullptr;
    if (message.id != 0)
        return known(message.id);
    ++m_into.m_counts[message.campaign][static_cast<size_t>(message.state)];
    return &*m_into.m_made.insert(
        key,
        {message, {{event.receivedMs, domain::EventKind::Answer, std::nullopt, storage::groupMemberDetail}}});
}

Result<ArrivedStatuses::Shown *> ArrivedStatuses::Reading::whose(const storage::Arrival &arrival)
{
    if (arrival.message != storage::Arrival::unknown)
        return known(arrival.message);
    const auto matching = m_journal.matching(arrival.event);
    if (!matching)
        return matching.error();
    if (matching->has_value())
        return known(**matching);
    const auto ofGroup = member(arrival.event);
    if (!ofGroup || *ofGroup || !arrival.event.origId)
        return ofGroup;
    const auto noted = m_byOrigId.constFind(*arrival.event.origId);
    if (noted == m_byOrigId.cend())
        return nullptr;
    if (noted->id != 0)
        return known(noted->id);
    return &*m_into.m_made.find({noted->campaign, noted->number});
}

Result<bool> ArrivedStatuses::Reading::isRepeat(const domain::StatusEvent &event)
{
    const QString key = u"%1 %2 %3 %4"_s.arg(QString::number(event.origId.value_or(-1)),
                                             QString::number(event.status.number()), event.number, event.ref);
    if (m_taken.contains(key))
        return true;
    m_taken.insert(key);
    return m_journal.hasStatus(event);
}

Result<bool> ArrivedStatuses::Reading::isSentTwice(const domain::Message &message,
                                                   const domain::StatusEvent &event)
{
    if (!namesAnotherId(message, event))
        return false;
    const QString key = u"%1 %2 %3"_s.arg(QString::number(message.campaign), message.number, event.ref);
    if (!m_origIds.contains(key)) {
        const auto noted = m_journal.origId(message.id, event.ref);
        if (!noted)
            return noted.error();
        m_origIds.insert(key, noted->value_or(*event.origId));
        if (!noted->has_value())
            m_byOrigId.insert(*event.origId, message);
    }
    return m_origIds.value(key) != *event.origId;
}

void ArrivedStatuses::Reading::move(Shown &shown, const storage::Step &step)
{
    domain::Message &message = shown.message;
    domain::StateCounts &counts = m_into.m_counts[message.campaign];
    --counts[static_cast<size_t>(message.state)];
    ++counts[static_cast<size_t>(step.to)];
    if (message.state != step.to)
        message.sinceMs = step.atMs;
    message.state = step.to;
    if (step.note != domain::Note::None)
        message.note = step.note;
    shown.events.append({step.atMs, step.kind, step.status, step.detail});
}

Result<void> ArrivedStatuses::Reading::take(const storage::Arrival &arrival)
{
    const auto shown = whose(arrival);
    if (!shown)
        return shown.error();
    const auto repeat = isRepeat(arrival.event);
    if (!repeat)
        return repeat.error();
    if (!*shown || *repeat)
        return {};
    const auto twice = isSentTwice((*shown)->message, arrival.event);
    if (!twice)
        return twice.error();
    move(**shown, heardStep((*shown)->message, arrival.event, *twice));
    return {};
}

Result<ArrivedStatuses> ArrivedStatuses::read(storage::Database &database)
{
    ArrivedStatuses arrived;
    Reading reading(database, arrived);
    const auto arrivals = storage::Arrivals(database).after({}, storage::everyMessage);
    if (!arrivals)
        return arrivals.error();
    for (const storage::Arrival &arrival : *arrivals) {
        if (auto taken = reading.take(arrival); !taken)
            return taken.error();
    }
    return arrived;
}

void ArrivedStatuses::show(domain::Message &message, QList<domain::MessageEvent> &events) const
{
    const auto place = m_known.constFind(message.id);
    if (place == m_known.cend())
        return;
    message.state = place->message.state;
    message.note = place->message.note;
    message.sinceMs = place->message.sinceMs;
    events += place->events;
}

void ArrivedStatuses::show(domain::Campaign &campaign) const
{
    const domain::StateCounts counts = m_counts.value(campaign.id);
    for (size_t state = 0; state < counts.size(); ++state)
        campaign.counts[state] += counts[state];
}

} // namespace campaign
