// SPDX-License-Identifier: GPL-3.0-or-later
// A group that the gateway knows has no list here: statuses for its request's ref make it (BLK-10).
#pragma once

#include "base/result.h"
#include "domain/message.h"
#include "storage/database.h"

#include <optional>

namespace storage {

inline const QString groupMemberDetail = QStringLiteral("gatewayGroup"); // of the event that makes one

class GatewayGroup
{
public:
    explicit GatewayGroup(Database &database)
        : m_database(database)
    {
    }

    struct Member
    {
        qint64 attempt = 0;
        domain::Message message; // id 0: to be made
    };
    base::Result<std::optional<qint64>> request(const QString &ref); // the attempt; of no group: absent
    // Whom the status is about; absent where its ref is of no group, or it names no number.
    base::Result<std::optional<Member>> member(const domain::StatusEvent &event);
    // The same as a row of the list, made where it is new: that proves the request accepted.
    base::Result<std::optional<qint64>> add(const domain::StatusEvent &event);

private:
    base::Result<void> make(Member &member, const domain::StatusEvent &event);

    Database &m_database;
};

} // namespace storage
