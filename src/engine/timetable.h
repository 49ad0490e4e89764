// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns that begin at a time, once or again and again.
#pragma once

#include "base/clock.h"
#include "domain/campaign.h"
#include "engine/campaigns.h"
#include "engine/partcontext.h"
#include "storage/groupcommit.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace campaign {
class Scheduler;
}

namespace engine {

class Changes;
class History;
class Mailbox;
class Planning;
class Settings;

struct TimetableContext : PartContext
{
    Mailbox &mailbox;
    Planning &planning;
    Campaigns &campaigns;
    Changes &changes;
    History &history;
};

// When a campaign that waits begins, from one moment until before another (UTC milliseconds): its time, or
// those of a series that are neither past nor skipped. At most 366.
QList<qint64> timesOf(const domain::Campaign &campaign, qint64 fromMs, qint64 untilMs);

class Timetable final : public QObject
{
    Q_OBJECT
public:
    explicit Timetable(const TimetableContext &context);
    ~Timetable() override;

    void start(); // from then on campaigns begin by themselves at their time
    void stop();
    // Its time has passed (missed): send it now, or leave this time out. A repeated one then waits for
    // its next time; another is cancelled. `done` tells whether it begins: NeedsConfirmation with field
    // "mailbox" where that could not be emptied.
    void sendMissed(qint64 campaign, Unfetched unfetched,
                    const std::function<void(base::Result<void>)> &done);
    base::Result<void> skipMissed(qint64 campaign);
    // Of a series its next time, before it has come; it then waits for the one after. WrongState for others.
    base::Result<void> skipNext(qint64 series);
    // When a planned campaign begins, or a series from now on. ScheduledInPast; WrongState once it has begun.
    base::Result<void> changeTime(qint64 campaign, qint64 startAtMs);
    // No run of a paused series begins. Resumed, it waits for its next time that is not past.
    base::Result<void> pauseSeries(qint64 series);
    base::Result<void> resumeSeries(qint64 series);
    // One that the quiet hours have paused goes on by itself once they are over.
    base::Result<void> goOnAfterQuietHours(qint64 campaign);

Q_SIGNALS:
    void missed(qint64 campaign, qint64 lateMs); // or it may not start: a person is asked
    // Its time has come, but the mailbox cannot be emptied. It is tried again every minute for as long as
    // the campaign may start late; then it is missed.
    void mailboxAwaited(qint64 campaign);
    void storageFailed(const base::Error &error);

private:
    void startDue(qint64 campaign);
    void startScheduled(qint64 campaign, bool confirmed);
    void planRun(const domain::Campaign &repeated, qint64 startAtMs,
                 const std::function<void(base::Result<void>)> &done);
    base::Result<void>
    changeSeries(qint64 series, domain::CampaignState from, domain::HistoryKind what,
                 const std::function<base::Result<void>(const domain::Campaign &)> &change);

    TimetableContext m_context;
    std::unique_ptr<campaign::Scheduler> m_scheduler;
    QSet<qint64> m_planning; // repeated campaigns of which a run is being planned
};

} // namespace engine
