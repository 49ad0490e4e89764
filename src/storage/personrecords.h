// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is kept about one person: shown, and erased (design: reliability, "Privacy").
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

    // Takes the person out of every table; the opt-out stays as a keyed hash, and so does the number in a
    // status that comes later. WrongState while one of their messages is being sent. Expects an open
    // Transaction or a GroupCommit work; then call scrub(). Backups made before age out.
    base::Result<void> erase(const QString &number, qint64 atMs);

    // Outside a transaction: leaves nothing of what was erased in the file or its log. False: a
    // reader kept the log from being emptied; call it again later.
    base::Result<bool> scrub();
    base::Result<bool> mustScrub(); // an erasure was committed, and the scrubbing has not ended

private:
    base::Result<void> readContact(PersonRecord &record);
    base::Result<void> readSent(PersonRecord &record);
    base::Result<void> readReceived(PersonRecord &record);
    base::Result<void> readOptOuts(PersonRecord &record);
    base::Result<void> eraseMessages(const QString &number);
    base::Result<void> eraseTypedNumbers(const QString &number);
    base::Result<void> hideOptOut(const QString &number);
    base::Result<void> erasePlainly(const QString &number);
    base::Result<void> rememberErased(const QString &number, qint64 atMs);

    Database &m_database;
};

} // namespace storage
