// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/statusprojector.h"

#include "base/crashpoint.h"
#include "storage/savepoint.h"
#include "storage/transaction.h"

#include <QElapsedTimer>
#include <QPointer>

#include <algorithm>

namespace campaign {
using base::Result;

namespace {

constexpr int fewest = 50; // of a portion, and most
constexpr int most = 200;
constexpr qint64 portionUs = 8000; // what a callback may have to wait for
constexpr int pause = 4;           // portions long, and shortestPauseMs at least: what comes in goes first
constexpr int shortestPauseMs = 20;
constexpr int againMs = 1000;          // after a failure
constexpr qint64 mostWaiting = 50'000; // from then on without pauses: a flood has an end

} // namespace

struct StatusProjector::Portion
{
    storage::Arrival place;
    int most = 0;
    bool careful = false;
    bool fromBeginning = false;
    qint64 tookUs = 0;
    Projected projected;
};

struct StatusProjector::Draining
{
    storage::Arrival place;
    bool careful = false;
    qint64 left = 0; // of those that waited at its beginning
    std::function<void(Result<void>)> done;
};

StatusProjector::StatusProjector(storage::Database &database, storage::GroupCommit &commits,
                                 const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_commits(commits)
    , m_clock(clock)
    , m_most(fewest)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StatusProjector::projectSome);
}

void StatusProjector::take(const domain::StatusEvent &taken, std::function<void(bool stored)> stored)
{
    const bool first = !m_turn;
    if (first)
        m_turn = std::make_shared<Turn>();
    m_turn->push_back({taken, std::move(stored)});
    if (m_turn->back().event.receivedMs == 0)
        m_turn->back().event.receivedMs = m_clock.nowMs();
    if (!first)
        return;
    m_commits.submit(
        [&database = m_database, self = QPointer(this), turn = m_turn]() -> Result<void> {
            if (self)
                self->m_turn.reset();
            storage::Arrivals arrivals(database);
            for (const Taken &one : *turn) {
                if (auto appended = arrivals.append(one.event); !appended)
                    return appended;
            }
            return {};
        },
        [self = QPointer(this), turn = m_turn](const Result<void> &committed) {
            if (!committed && self && !storage::cannotStore(committed.error()))
                return self->appendSingly(*turn);
            for (const Taken &one : *turn) {
                if (self)
                    self->answer(one, committed);
                else if (one.stored)
                    one.stored(committed.ok());
            }
        });
}

// One whose message cannot even be looked for is kept all the same, and harms no other.
void StatusProjector::appendSingly(const Turn &turn)
{
    for (const Taken &one : turn) {
        m_commits.submit(
            [&database = m_database, event = one.event]() -> Result<void> {
                storage::Arrivals arrivals(database);
                Result<void> appended;
                const auto whole = storage::inSavepoint(
                    database, [&] { return arrivals.append(event); }, appended);
                if (!whole || appended)
                    return whole;
                return arrivals.appendUnmatched(event);
            },
            [self = QPointer(this), one](const Result<void> &committed) {
                if (self)
                    self->answer(one, committed);
                else if (one.stored)
                    one.stored(committed.ok());
            });
    }
}

void StatusProjector::answer(const Taken &taken, const Result<void> &committed)
{
    if (committed) {
        base::crashPoint("status-committed");
        ++m_waiting;
        projectSoon();
    }
    if (taken.stored)
        taken.stored(committed.ok());
}

void StatusProjector::projectSoon()
{
    m_moreCame = true;
    if (!m_projecting && !m_timer.isActive())
        m_timer.start(shortestPauseMs);
}

void StatusProjector::projectSome()
{
    m_projecting = true;
    m_moreCame = false;
    auto portion = std::make_shared<Portion>();
    portion->place = m_place;
    portion->most = m_most;
    portion->careful = m_careful;
    portion->fromBeginning = m_place.message == 0 && m_place.place == 0;
    m_commits.submit(
        [&database = m_database, portion]() -> Result<void> {
            QElapsedTimer took;
            took.start();
            auto projected = projectArrivals(database, portion->place, portion->most, portion->careful);
            portion->tookUs = took.nsecsElapsed() / 1000;
            if (!projected)
                return projected.error();
            portion->projected = std::move(projected).value();
            return {};
        },
        [self = QPointer(this), portion](const Result<void> &committed) {
            if (self)
                self->projected(*portion, committed);
        },
        storage::GroupCommit::Sync::WithTheNext); // made again from the arrivals, which are on the disk
}

void StatusProjector::projected(const Portion &portion, const Result<void> &committed)
{
    m_projecting = false;
    m_careful = !committed && !storage::cannotStore(committed.error());
    if (!committed) {
        m_timer.start(m_careful && !portion.careful ? 0 : againMs);
        return;
    }
    base::crashPoint("statuses-projected");
    m_place = portion.place;
    const bool isLast = portion.projected.taken < portion.most && portion.fromBeginning && !m_moreCame;
    m_waiting = isLast ? 0 : std::max<qint64>(0, m_waiting - portion.projected.taken);
    m_most = std::clamp(static_cast<int>(portion.most * portionUs / std::max<qint64>(1, portion.tookUs)),
                        fewest, most);
    if (!isLast) {
        const bool goesFirst = m_moreCame && m_waiting < mostWaiting;
        const int tookMs = static_cast<int>(portion.tookUs / 1000);
        m_timer.start(goesFirst ? std::max(shortestPauseMs, pause * tookMs) : 0);
    }
    tell(portion.projected);
}

// Whether more wait.
Result<bool> StatusProjector::drainSome(Draining &draining)
{
    const auto portion = storage::inTransaction(
        m_database, [&] { return projectArrivals(m_database, draining.place, most, draining.careful); });
    if (!portion && (draining.careful || storage::cannotStore(portion.error())))
        return portion.error();
    draining.careful = !portion;
    if (!portion)
        return true;
    base::crashPoint("statuses-projected");
    tell(*portion);
    if (portion->taken == most)
        return true;
    m_place = {};
    m_waiting = 0;
    return false;
}

Result<void> StatusProjector::drain()
{
    m_commits.flush();
    const auto any = storage::Arrivals(m_database).any();
    if (!any)
        return any.error();
    Draining draining;
    Result<bool> more = *any;
    while (more && *more)
        more = drainSome(draining);
    return more ? Result<void>() : more.error();
}

void StatusProjector::drained(const std::function<void(Result<void>)> &done)
{
    m_commits.flush();
    const auto waiting = storage::Arrivals(m_database).count();
    if (!waiting)
        return done(waiting.error());
    auto draining = std::make_shared<Draining>();
    draining->left = *waiting;
    draining->done = done;
    drainOn(draining);
}

// Those that come in meanwhile are the last portion's: however many come, this has an end.
void StatusProjector::drainOn(const std::shared_ptr<Draining> &draining)
{
    if (draining->left <= most)
        return draining->done(drain());
    m_commits.flush();
    const auto more = drainSome(*draining);
    if (!more)
        return draining->done(more.error());
    draining->left = *more ? draining->left - most : 0;
    QTimer::singleShot(0, this, [this, draining] { drainOn(draining); });
}

void StatusProjector::tell(const Projected &projected)
{
    const QPointer<StatusProjector> self(this);
    for (const Projected::Changed &changed : projected.changed) {
        if (self)
            Q_EMIT messageChanged(changed.campaign, changed.message);
    }
    for (const Projected::Changed &changed : projected.sentTwice) {
        if (self)
            Q_EMIT sentTwice(changed.campaign, changed.message);
    }
}

} // namespace campaign
