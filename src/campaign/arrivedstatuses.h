// SPDX-License-Identifier: GPL-3.0-or-later
// What the statuses that wait will make of messages, for whoever reads beside an owner that died: the next
// owner projects them before anything else. Writes nothing.
#pragma once

#include "base/result.h"
#include "domain/campaign.h"
#include "domain/message.h"
#include "storage/database.h"

#include <QHash>
#include <QList>
#include <QMap>

#include <utility>

namespace campaign {

class ArrivedStatuses
{
public:
    struct Shown
    {
        domain::Message message;
        QList<domain::MessageEvent> events; // that are to come, behind those in its log
    };

    ArrivedStatuses() = default; // none wait
    static base::Result<ArrivedStatuses> read(storage::Database &database);

    bool isEmpty() const { return m_known.isEmpty() && m_made.isEmpty(); }
    void show(domain::Message &message, QList<domain::MessageEvent> &events) const;
    void show(domain::Campaign &campaign) const;          // its counts
    QList<Shown> made() const { return m_made.values(); } // messages of gateways' groups (BLK-10)

private:
    class Reading;

    QHash<qint64, Shown> m_known;
    QMap<std::pair<qint64, QString>, Shown> m_made; // by campaign and number
    QHash<qint64, domain::StateCounts> m_counts;    // what comes to each campaign's
};

} // namespace campaign
