// SPDX-License-Identifier: GPL-3.0-or-later
// When a campaign starts from this computer: wall time in the person's zone, safe over changes
// between summer and winter time; and the watch that says when a planned one is due.
#pragma once

#include "base/clock.h"
#include "storage/campaignrepository.h"

#include <QDateTime>
#include <QObject>
#include <QSet>
#include <QTimeZone>
#include <QTimer>

#include <optional>

namespace campaign {

using domain::Repeat;

struct Schedule
{
    Repeat repeat = Repeat::Once;
    QDate firstDay; // weekly: its weekday; monthly: its day, or the month's last where it is shorter
    QTime time;     // wall time
    QTimeZone zone;
};

// The moment a clock on the wall shows this. Of an hour that comes twice the first; in an hour that
// is left out, as much later as clocks are put forward (02:30 becomes 03:30).
QDateTime wallTime(QDate day, QTime time, const QTimeZone &zone);

// The first run strictly after `after`, in the schedule's zone; nullopt when none is left.
std::optional<QDateTime> nextRun(const Schedule &schedule, const QDateTime &after);

// All runs from one moment until before another, at most `most` of them.
QList<QDateTime> runsBetween(const Schedule &schedule, const QDateTime &from, const QDateTime &until,
                             int most);

// Within the delay that the person allowed it starts automatically; later than that, the person is asked.
enum class Due { NotYet, Start, Ask };
Due due(qint64 startAtMs, int catchUpMinutes, qint64 nowMs);

// Watches approved campaigns with a local schedule, and those that shall go on after the quiet hours. Each
// time of one is told once per run of the program.
class Scheduler final : public QObject
{
    Q_OBJECT
public:
    Scheduler(storage::Database &database, const base::Clock &clock, QObject *parent = nullptr);

    // Looks now, and again when the next one is due, at the latest in a minute (clocks are set, and
    // computers sleep). Call it after planning, too.
    void check();
    // It could not begin yet: it is told again with the next look, as due or as missed.
    void tellAgain(qint64 campaign);

Q_SIGNALS:
    void startDue(qint64 campaign);
    void startMissed(qint64 campaign, qint64 lateMs);

private:
    storage::Database &m_database;
    const base::Clock &m_clock;
    QSet<std::pair<qint64, qint64>> m_told; // campaign and its time
    QTimer m_timer;
};

} // namespace campaign
