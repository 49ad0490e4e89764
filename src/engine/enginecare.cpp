// SPDX-License-Identifier: GPL-3.0-or-later
// What the Engine does by itself while a program stays open: starts what is due, settles what stays
// silent, indexes for search, forgets what is too old, looks for damage and keeps nightly backups.
#include "engine/engine_p.h"
#include "storage/messagesearch.h"
#include "storage/retention.h"

#include <QDir>
#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr int indexPortion = 100; // messages a turn
constexpr int indexPause = 4;     // turns long: what comes in goes first
constexpr int forgetPortion = 500;
constexpr int forgetMs = 100; // between two portions
constexpr int idleMs = 2000;
constexpr int firstCareMs = 60 * 1000; // what opens or receives goes first
constexpr int careMs = 3600 * 1000;
constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr int backupsKept = 14;
const QString checkedKey = u"databaseCheckedMs"_s;

} // namespace

void Engine::startCare()
{
    d->confirmations = std::make_unique<campaign::Confirmations>(*d->database, *d->commits, d->clock);
    connect(d->confirmations.get(), &campaign::Confirmations::messagesChanged, this,
            [this](qint64 campaign) { d->notice(campaign); });
    connect(&d->indexTimer, &QTimer::timeout, this, [this] { d->indexSome(); });
    connect(&d->forgetTimer, &QTimer::timeout, this, [this] { d->forgetSome(); });
    connect(&d->careTimer, &QTimer::timeout, this, &Engine::care);
    d->forgetTimer.setInterval(forgetMs);
    d->confirmations->check();
    d->indexTimer.start(idleMs);
    d->careTimer.start(firstCareMs);
    if (d->database->hadUncleanStop())
        d->checkDatabase(*this);
}

void Engine::startScheduling()
{
    d->scheduler = std::make_unique<campaign::Scheduler>(*d->database, d->clock);
    connect(d->scheduler.get(), &campaign::Scheduler::startDue, this, &Engine::startScheduled);
    connect(d->scheduler.get(), &campaign::Scheduler::startMissed, this, &Engine::scheduleMissed);
    connect(this, &Engine::campaignsChanged, d->scheduler.get(), &campaign::Scheduler::check);
    d->scheduler->check();
}

void Engine::care()
{
    d->careTimer.start(careMs);
    if (d->damage)
        return;
    d->forgetTimer.start();
    if (d->clock.nowMs() - d->settings.value(checkedKey).toLongLong() >= 7 * dayMs)
        d->checkDatabase(*this);
    d->backUpNightly();
}

bool Engine::Private::isSending() const
{
    return std::any_of(runners.begin(), runners.end(),
                       [](const auto &entry) { return entry.second->isActive(); });
}

void Engine::Private::indexSome()
{
    if (isSending()) // which goes first
        return;
    commits->submit([this]() -> base::Result<void> {
        QElapsedTimer took;
        took.start();
        const auto indexed = storage::MessageSearch(*database).advance(indexPortion);
        if (!indexed)
            return indexed.error();
        indexTimer.setInterval(*indexed == 0 ? idleMs
                                             : std::max(20, indexPause * static_cast<int>(took.elapsed())));
        return {};
    });
}

void Engine::Private::forgetSome()
{
    if (isSending())
        return;
    const qint64 now = clock.nowMs();
    const RetentionSettings retention = settings.retention();
    commits->submit([this, now, retention]() -> base::Result<void> {
        storage::Retention forget(*database);
        const auto texts = forget.forgetTexts(now - retention.textDays * dayMs, forgetPortion);
        if (!texts)
            return texts.error();
        const auto log = forget.dropLog(now - retention.logMonths * 30LL * dayMs, forgetPortion);
        if (!log)
            return log.error();
        if (*texts == 0 && *log == 0) // until the next hour
            forgetTimer.stop();
        return {};
    });
}

void Engine::Private::backUpNightly()
{
    QDir folder(profile.backupFolder());
    if (!folder.mkpath(u"."_s))
        return;
    const QString today =
        u"nightly-%1.sqlite"_s.arg(QDateTime::fromMSecsSinceEpoch(clock.nowMs()).toString(u"yyyyMMdd"_s));
    if (folder.exists(today))
        return;
    upkeep.backUp(folder.filePath(today), [folder](const base::Result<void> &written) mutable {
        if (!written) {
            qWarning("The nightly backup could not be written");
            return;
        }
        QStringList nights = folder.entryList({u"nightly-*.sqlite"_s}, QDir::Files, QDir::Name);
        while (nights.size() > backupsKept)
            folder.remove(nights.takeFirst());
    });
}

std::optional<base::Error> Engine::damage() const
{
    return d->damage;
}

void Engine::backUp(const QString &file, std::function<void(base::Result<void>)> done)
{
    d->commits->flush();
    d->upkeep.backUp(file, std::move(done));
}

void Engine::Private::checkDatabase(Engine &engine)
{
    if (std::exchange(checking, true))
        return;
    upkeep.check([this, &engine](const base::Result<QStringList> &findings) {
        checking = false;
        checked = true;
        if (findings && findings->isEmpty()) {
            (void)settings.setValue(checkedKey, QString::number(clock.nowMs()));
        } else {
            damage = findings ? base::Error{base::ErrorCode::DatabaseUnusable, findings->constFirst(), {}}
                              : findings.error();
            (void)database->refuseWrites();
            Q_EMIT engine.databaseDamaged(*damage);
        }
        for (const auto &go : std::exchange(waiting, {}))
            go(damage ? base::Result<void>(*damage) : base::Result<void>());
    });
}

void Engine::Private::whenSound(Engine &engine, std::function<void(const base::Result<void> &)> go)
{
    if (damage)
        return go(*damage);
    if (!checked && database->hadUncleanStop())
        checkDatabase(engine);
    if (!checking)
        return go({});
    waiting.push_back(std::move(go));
}

} // namespace engine
