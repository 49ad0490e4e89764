// SPDX-License-Identifier: GPL-3.0-or-later
// What must be read again, told to whoever shows it: of messages and statuses, which may come by the
// thousand, a few times a second.
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace engine {

class Changes final : public QObject
{
    Q_OBJECT
public:
    Changes();

    void tellCampaigns();
    void tellMessages(qint64 campaign); // at once
    void noteMessages(qint64 campaign); // soon, with others
    void noteStatus(qint64 receivedMs); // soon; the newest counts

Q_SIGNALS:
    void campaignsChanged();               // a list of campaigns must be read again
    void messagesChanged(qint64 campaign); // rows of it must be read again
    void statusReceived(qint64 atMs);      // the newest of them

private:
    void tellNoted();

    QSet<qint64> m_campaigns;
    std::optional<qint64> m_lastStatusMs;
    QTimer m_timer;
};

} // namespace engine
