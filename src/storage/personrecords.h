// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is kept about one person, to be shown.
#pragma once

#include "base/result.h"
#include "domain/contact.h"
#include "domain/inbound.h"
#include "domain/message.h"
#include "storage/database.h"

#include <QList>

#include <optional>

namespace storage {

struct PersonRecord
{
    QString number;
    std::optional<domain::Contact> contact;
    QList<domain::Message> messages;           // oldest first
    QList<QList<domain::MessageEvent>> events; // of each message
    QList<domain::StatusEvent> statuses;
    QList<domain::InboundMessage> inbound; // oldest first, with files
    bool optedOut = false;
    QList<domain::OptOutChange> optOutHistory; // oldest first

    bool isEmpty() const
    {
        return !contact && messages.isEmpty() && statuses.isEmpty() && inbound.isEmpty() && !optedOut &&
               optOutHistory.isEmpty();
    }
};

class PersonRecords
{
public:
    explicit PersonRecords(Database &database)
        : m_database(database)
    {
    }

    base::Result<PersonRecord> everything(const QString &number);

private:
    base::Result<void> readContact(PersonRecord &record);
    base::Result<void> readSent(PersonRecord &record);
    base::Result<void> readReceived(PersonRecord &record);
    base::Result<void> readOptOuts(PersonRecord &record);

    Database &m_database;
};

} // namespace storage
