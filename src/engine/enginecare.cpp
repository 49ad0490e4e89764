// SPDX-License-Identifier: GPL-3.0-or-later
// What the Engine does by itself while a window is open: starts what is due, settles what stays
// silent, indexes for search, forgets what is too old, and keeps nightly backups.
#include "engine/engine_p.h"
#include "storage/messagesearch.h"
#include "storage/retention.h"

#include <QDir>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr int indexPortion = 300; // messages a turn: well under a frame's time of the disk
constexpr int forgetPortion = 500;
constexpr int idleMs = 2000;
constexpr int careMs = 3600 * 1000;
constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr int backupsKept = 14;

} // namespace

void Engine::startCare()
{
    d->confirmations = std::make_unique<campaign::Confirmations>(*d->database, *d->commits, d->clock);
    connect(d->confirmations.get(), &campaign::Confirmations::messagesChanged, this,
            &Engine::messagesChanged);
    d->scheduler = std::make_unique<campaign::Scheduler>(*d->database, d->clock);
    connect(d->scheduler.get(), &campaign::Scheduler::startDue, this, &Engine::startScheduled);
    connect(d->scheduler.get(), &campaign::Scheduler::startMissed, this, &Engine::scheduleMissed);
    connect(this, &Engine::campaignsChanged, d->scheduler.get(), &campaign::Scheduler::check);
    connect(&d->indexTimer, &QTimer::timeout, this, [this] { d->indexSome(); });
    connect(&d->careTimer, &QTimer::timeout, this, [this] { d->careHourly(); });
    d->confirmations->check();
    d->scheduler->check();
    d->indexTimer.start(idleMs);
    d->careTimer.start(careMs);
    d->careHourly();
}

void Engine::Private::indexSome()
{
    for (const auto &[id, runner] : runners) {
        if (runner->isActive())
            return; // sending goes first
    }
    commits->submit([this]() -> base::Result<void> {
        const auto indexed = storage::MessageSearch(*database).advance(indexPortion);
        if (!indexed)
            return indexed.error();
        indexTimer.setInterval(*indexed == 0 ? idleMs : 50);
        return {};
    });
}

void Engine::Private::careHourly()
{
    const qint64 now = clock.nowMs();
    const RetentionSettings retention = settings.retention();
    commits->submit([this, now, retention]() -> base::Result<void> {
        storage::Retention forget(*database);
        const auto texts = forget.forgetTexts(now - retention.textDays * dayMs, forgetPortion);
        if (!texts)
            return texts.error();
        const auto log = forget.dropLog(now - retention.logMonths * 30LL * dayMs, forgetPortion);
        return log ? base::Result<void>() : base::Result<void>(log.error());
    });
    backupNightly(now);
}

void Engine::Private::backupNightly(qint64 nowMs)
{
    QDir folder(profile.backupFolder());
    if (!folder.mkpath(u"."_s))
        return;
    const QString today =
        u"nightly-%1.sqlite"_s.arg(QDateTime::fromMSecsSinceEpoch(nowMs).toString(u"yyyyMMdd"_s));
    if (folder.exists(today))
        return;
    commits->flush();
    if (const auto written = database->backup(folder.filePath(today)); !written) {
        qWarning("The nightly backup could not be written");
        return;
    }
    QStringList nights = folder.entryList({u"nightly-*.sqlite"_s}, QDir::Files, QDir::Name);
    while (nights.size() > backupsKept)
        folder.remove(nights.takeFirst());
}

} // namespace engine
