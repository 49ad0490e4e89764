// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a campaign's deliveries over time, and what of it is unsent, off the window's thread, as it walks
// every message: one walk at a time, and not more often than it is worth.
#pragma once

#include "storage/journaltimes.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <optional>

namespace models {

// What only a walk of all of a campaign's messages tells.
struct CampaignWalk
{
    storage::Deliveries deliveries;
    std::optional<qint64> unsentSegments = {}; // SMS; nullopt: not yet known
};

class DeliveriesReader final : public QObject
{
    Q_OBJECT
public:
    DeliveriesReader(QString databaseFile, int spans, QObject *parent = nullptr);

    void ask(qint64 campaign); // again a while later when it is being read

Q_SIGNALS:
    void answered(qint64 campaign, const models::CampaignWalk &walk);

private:
    void read();

    QString m_file;
    int m_spans;
    qint64 m_wanted = 0; // campaign
    qint64 m_asked = 0;  // whose are being read
    bool m_again = false;
    QTimer m_pause;
    QFutureWatcher<CampaignWalk> m_watcher;
};

} // namespace models
