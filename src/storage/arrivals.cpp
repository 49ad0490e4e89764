// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/arrivals.h"

#include "storage/gatewaygroup.h"
#include "storage/idlist.h"
#include "storage/journal.h"
#include "storage/numberhash.h"
#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;

namespace {

const QString columns = u"message, place, status, orig_id, ref, number, peer, raw, received_ms"_s;

Arrival read(const Statement &row)
{
    return {row.number(0),
            row.number(1),
            {domain::DeliveryStatus(row.integer(2)), row.optionalNumber(3), row.text(4), row.text(5),
             row.text(6), row.bytes(7), row.number(8)}};
}

} // namespace

base::Result<void> Arrivals::append(const domain::StatusEvent &given)
{
    Journal journal(m_database);
    domain::StatusEvent event = given;
    auto ref = journal.asPosted(event.ref);
    if (!ref)
        return ref.error();
    event.ref = ref.value();
    const auto message = journal.matching(event);
    if (!message)
        return message.error();
    return insert(event, message->value_or(Arrival::unknown));
}

base::Result<void> Arrivals::appendUnmatched(const domain::StatusEvent &event)
{
    return insert(event, Arrival::unknown);
}

base::Result<void> Arrivals::insert(const domain::StatusEvent &given, qint64 message)
{
    domain::StatusEvent event = given;
    if (message == Arrival::unknown) {
        const auto kept = keptNumber(m_database, event.number);
        if (!kept)
            return kept.error();
        if (*kept != event.number) {
            const auto group = GatewayGroup(m_database).request(event.ref);
            if (!group)
                return group.error();
            if (!group->has_value()) {
                event.number = *kept;
                event.raw.clear();
            }
        }
    }
    const auto added =
        execute(m_database,
                u"INSERT INTO status_arrival (message, place, status, orig_id, ref, number, peer, raw, "
                "received_ms) VALUES (?, "
                "(SELECT coalesce(max(place), 0) + 1 FROM status_arrival WHERE message = ?), "
                "?, ?, ?, ?, ?, ?, ?)"_s,
                message, message, event.status, event.origId, event.ref, event.number, event.peer, event.raw,
                event.receivedMs);
    return added ? base::Result<void>() : base::Result<void>(added.error());
}

base::Result<bool> Arrivals::any()
{
    const auto first = selectNumber(m_database, u"SELECT 1 FROM status_arrival LIMIT 1"_s);
    return first ? base::Result<bool>(first->has_value()) : first.error();
}

base::Result<qint64> Arrivals::count()
{
    const auto all = selectNumber(m_database, u"SELECT count(*) FROM status_arrival"_s);
    return all ? base::Result<qint64>(all->value_or(0)) : all.error();
}

base::Result<QList<Arrival>> Arrivals::after(const Arrival &place, int limit)
{
    return rows<Arrival>(m_database,
                         u"SELECT %1 FROM status_arrival WHERE (message, place) > (?, ?) "
                         "ORDER BY message, place LIMIT ?"_s.arg(columns),
                         read, place.message, place.place, limit);
}

base::Result<QList<Arrival>> Arrivals::of(const QList<qint64> &messages)
{
    return rows<Arrival>(m_database,
                         u"SELECT %1 FROM status_arrival WHERE message IN (%2) "
                         "ORDER BY message, place"_s.arg(columns, m_database.dialect().ids()),
                         read, jsonIds(messages));
}

base::Result<void> Arrivals::dropBetween(const Arrival &before, const Arrival &last)
{
    const auto dropped = execute(m_database,
                                 u"DELETE FROM status_arrival WHERE (message, place) > (?, ?) "
                                 "AND (message, place) <= (?, ?)"_s,
                                 before.message, before.place, last.message, last.place);
    return dropped ? base::Result<void>() : base::Result<void>(dropped.error());
}

base::Result<void> Arrivals::dropOf(const QList<qint64> &messages)
{
    const auto dropped = execute(
        m_database, u"DELETE FROM status_arrival WHERE message IN (%1)"_s.arg(m_database.dialect().ids()),
        jsonIds(messages));
    return dropped ? base::Result<void>() : base::Result<void>(dropped.error());
}

} // namespace storage
