// SPDX-License-Identifier: GPL-3.0-or-later
// The queued messages of one campaign, read ahead in pages and handed out once each.
#pragma once

#include "base/result.h"
#include "domain/message.h"
#include "storage/database.h"

#include <QList>

namespace campaign {

class SendQueue
{
public:
    SendQueue(storage::Database &database, qint64 campaign);

    // The next messages with one and the same text and sender and no number twice, at most `most`; empty:
    // none are left.
    base::Result<QList<domain::Message>> take(int most);
    base::Result<bool> hasMore();                          // for take()
    void giveBack(const QList<domain::Message> &messages); // to the front
    // Reads from the beginning again, for what has been queued behind its back. Only once everything
    // that was taken is stored in another state or given back. True when there is something.
    base::Result<bool> readAgain();

private:
    base::Result<void> readAhead(int atLeast);

    storage::Database &m_database;
    qint64 m_campaign;
    QList<domain::Message> m_ahead;
    qint64 m_lastId = 0;
    bool m_atEnd = false;
};

} // namespace campaign
