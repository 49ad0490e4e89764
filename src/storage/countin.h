// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps campaign_count right for messages that were just inserted; for this room alone.
#pragma once

#include "domain/message.h"
#include "storage/statement.h"

namespace storage {

inline base::Result<void> countIn(Database &database, qint64 campaign, domain::MessageState state,
                                  qint64 messages)
{
    if (messages == 0)
        return {};
    const auto done =
        execute(database,
                QStringLiteral("INSERT INTO campaign_count (campaign, state, messages) VALUES (?, ?, ?) "
                               "ON CONFLICT (campaign, state) DO UPDATE "
                               "SET messages = campaign_count.messages + excluded.messages"),
                campaign, state, messages);
    if (!done)
        return done.error();
    return {};
}

} // namespace storage
