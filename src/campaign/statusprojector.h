// SPDX-License-Identifier: GPL-3.0-or-later
// Takes statuses in: kept raw and durable first, then matched and shown as states (DLR-01 to DLR-08).
#pragma once

#include "base/clock.h"
#include "domain/message.h"
#include "storage/groupcommit.h"
#include "storage/journal.h"

#include <QObject>

#include <functional>

namespace campaign {

class StatusProjector final : public QObject
{
    Q_OBJECT
public:
    StatusProjector(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock,
                    QObject *parent = nullptr);

    // stored(true) follows the durable commit of the raw event; its projection may come with it.
    void take(const domain::StatusEvent &event, std::function<void(bool stored)> stored);

    // Inside a transaction: kept statuses that now fit this message (called with an answer).
    static base::Result<void> matchKept(storage::Journal &journal, qint64 message, const QString &ref,
                                        qint64 atMs);

Q_SIGNALS:
    void messageChanged(qint64 campaign, qint64 message);
    void sentTwice(qint64 campaign, qint64 message);

private:
    storage::Database &m_database;
    storage::GroupCommit &m_commits;
    const base::Clock &m_clock;
};

} // namespace campaign
