// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/personrecords.h"

#include "storage/contactrepository.h"
#include "storage/inboxrepository.h"
#include "storage/journal.h"
#include "storage/optoutrepository.h"
#include "storage/statement.h"

#include <limits>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

constexpr int all = std::numeric_limits<int>::max();

MessageFilter messagesTo(const QString &number)
{
    MessageFilter filter;
    filter.number = number;
    filter.limit = all;
    return filter;
}

} // namespace

base::Result<PersonRecord> PersonRecords::everything(const QString &number)
{
    PersonRecord record;
    record.number = number;
    for (const auto read : {&PersonRecords::readContact, &PersonRecords::readSent,
                            &PersonRecords::readReceived, &PersonRecords::readOptOuts}) {
        if (auto done = (this->*read)(record); !done)
            return done.error();
    }
    return record;
}

base::Result<void> PersonRecords::readContact(PersonRecord &record)
{
    const auto contact = ContactRepository(m_database).contact(record.number);
    if (contact)
        record.contact = *contact;
    else if (contact.error().code != base::ErrorCode::NotFound)
        return contact.error();
    return {};
}

base::Result<void> PersonRecords::readSent(PersonRecord &record)
{
    const auto walked =
        Journal(m_database)
            .forEach(messagesTo(record.number),
                     [&](const domain::Message &message, const QList<domain::MessageEvent> &events) {
                         record.messages.append(message);
                         record.events.append(events);
                         return true;
                     });
    if (!walked)
        return walked.error();
    for (const QString &from :
         {u"status_event WHERE %1 ORDER BY id"_s, u"status_arrival WHERE %1 ORDER BY message, place"_s}) {
        const auto statuses = rows<domain::StatusEvent>(
            m_database,
            u"SELECT status, orig_id, ref, number, peer, raw, received_ms FROM "_s +
                from.arg(u"number = ? OR message IN (SELECT id FROM message WHERE message.number = ?)"_s),
            [](const Statement &row) -> domain::StatusEvent {
                return {domain::DeliveryStatus(row.integer(0)),
                        row.optionalNumber(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.bytes(5),
                        row.number(6)};
            },
            record.number, record.number);
        if (!statuses)
            return statuses.error();
        record.statuses += *statuses;
    }
    return {};
}

base::Result<void> PersonRecords::readReceived(PersonRecord &record)
{
    InboxRepository inbox(m_database);
    InboxFilter filter;
    filter.number = record.number;
    filter.limit = all;
    const auto inbound = inbox.messages(filter);
    if (!inbound)
        return inbound.error();
    for (const domain::InboundMessage &message : *inbound) {
        const auto whole = inbox.message(message.rowId);
        if (!whole)
            return whole.error();
        record.inbound.append(*whole);
    }
    return {};
}

base::Result<void> PersonRecords::readOptOuts(PersonRecord &record)
{
    OptOutRepository optOuts(m_database);
    const auto optedOut = optOuts.contains(record.number);
    if (!optedOut)
        return optedOut.error();
    record.optedOut = *optedOut;
    auto history = optOuts.history(record.number);
    if (!history)
        return history.error();
    record.optOutHistory = std::move(history).value();
    return {};
}

} // namespace storage
