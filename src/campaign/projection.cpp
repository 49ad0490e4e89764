// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/projection.h"

#include "campaign/transitions.h"
#include "storage/gatewaygroup.h"
#include "storage/groupcommit.h"
#include "storage/savepoint.h"

namespace campaign {
using base::Result;

namespace {

// True when it is a second, different origid for the attempt and number.
Result<bool> project(storage::Journal &journal, const domain::StatusEvent &event,
                     const domain::Message &message)
{
    Result<bool> twice = false;
    if (namesAnotherId(message, event)) {
        twice = journal.noteOrigId(message.id, event.ref, *event.origId);
        if (!twice)
            return twice;
    }
    if (auto applied = journal.apply(heardStep(message, event, *twice)); !applied)
        return applied.error();
    return twice;
}

// Whose it is by now: an answer may have named its id since it came, its message may have been erased.
Result<std::optional<domain::Message>> owner(storage::Database &database, const storage::Arrival &arrival)
{
    storage::Journal journal(database);
    std::optional<qint64> id = arrival.message;
    if (id == storage::Arrival::unknown) {
        const auto matching = journal.matching(arrival.event);
        if (!matching)
            return matching.error();
        id = *matching;
    }
    if (!id && arrival.event.status.known()) { // an unknown one proves nobody's membership
        const auto member = storage::GatewayGroup(database).add(arrival.event);
        if (!member)
            return member.error();
        id = *member;
    }
    if (!id)
        return std::optional<domain::Message>();
    auto message = journal.message(*id);
    if (!message && message.error().code == base::ErrorCode::NotFound)
        return std::optional<domain::Message>();
    return message ? Result<std::optional<domain::Message>>(std::move(message).value()) : message.error();
}

Result<void> take(storage::Database &database, const storage::Arrival &arrival, Projected &projected)
{
    storage::Journal journal(database);
    const auto message = owner(database, arrival);
    if (!message)
        return message.error();
    const auto added =
        journal.addStatus(arrival.event, *message ? std::optional((*message)->id) : std::nullopt);
    if (!added)
        return added.error();
    if (*added == 0 || !message->has_value())
        return {};
    const auto twice = project(journal, arrival.event, **message);
    if (!twice)
        return twice.error();
    const Projected::Changed changed{(*message)->campaign, (*message)->id};
    projected.changed.append(changed);
    if (*twice)
        projected.sentTwice.append(changed);
    return {};
}

// Whatever becomes of its projection, the raw event is kept.
Result<void> takeCarefully(storage::Database &database, const storage::Arrival &arrival, Projected &projected)
{
    Projected one;
    Result<void> outcome;
    const auto whole = storage::inSavepoint(
        database, [&] { return take(database, arrival, one); }, outcome);
    if (!whole)
        return whole;
    if (outcome) {
        projected.changed += one.changed;
        projected.sentTwice += one.sentTwice;
        return {};
    }
    if (storage::cannotStore(outcome.error()))
        return outcome;
    const auto kept = storage::Journal(database).addStatus(arrival.event);
    return kept ? Result<void>() : Result<void>(kept.error());
}

} // namespace

Result<Projected> projectArrivals(storage::Database &database, storage::Arrival &place, int most,
                                  bool careful)
{
    storage::Arrivals arrivals(database);
    const auto next = arrivals.after(place, most);
    if (!next)
        return next.error();
    Projected projected;
    for (const storage::Arrival &arrival : *next) {
        const auto taken =
            careful ? takeCarefully(database, arrival, projected) : take(database, arrival, projected);
        if (!taken)
            return taken.error();
    }
    projected.taken = next->size();
    const storage::Arrival before = place;
    place = next->size() < most ? storage::Arrival() : next->constLast();
    if (next->isEmpty())
        return projected;
    const auto dropped = arrivals.dropBetween(before, next->constLast());
    return dropped ? Result<Projected>(projected) : dropped.error();
}

Result<Projected> projectArrivalsOf(storage::Database &database, const QList<qint64> &messages)
{
    storage::Arrivals arrivals(database);
    const auto any = arrivals.any();
    if (!any)
        return any.error();
    Projected projected;
    if (!*any)
        return projected;
    const auto theirs = arrivals.of(messages);
    if (!theirs)
        return theirs.error();
    if (theirs->isEmpty())
        return projected;
    for (const storage::Arrival &arrival : *theirs) {
        if (auto taken = takeCarefully(database, arrival, projected); !taken)
            return taken.error();
    }
    projected.taken = theirs->size();
    const auto dropped = arrivals.dropOf(messages);
    return dropped ? Result<Projected>(projected) : dropped.error();
}

Result<void> matchKept(storage::Journal &journal, const domain::Message &whose, qint64 gatewayId,
                       const QString &ref)
{
    const auto kept = journal.keptFor(gatewayId, ref, whose.number);
    if (!kept)
        return kept.error();
    for (const storage::Journal::KeptStatus &status : *kept) {
        const auto message = journal.message(whose.id);
        if (!message)
            return message.error();
        if (auto matched = journal.setMatched(status.id, message->id); !matched)
            return matched;
        if (auto projected = project(journal, status.event, *message); !projected)
            return projected.error();
    }
    return {};
}

} // namespace campaign
