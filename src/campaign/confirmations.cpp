// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/confirmations.h"

#include "domain/eventdetail.h"
#include "storage/journal.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <memory>
#include <utility>

namespace campaign {
using namespace Qt::StringLiterals;

namespace {

constexpr int batchSize = 50;
constexpr int pause = 4; // batches long, and shortestPauseMs at least: what comes in goes first
constexpr int shortestPauseMs = 20;
constexpr int againMs = 10 * 60 * 1000;

struct Batch
{
    qsizetype size = 0;
    int tookMs = 0;
    QSet<qint64> campaigns;
};

base::Result<void> moveDue(storage::Database &database, qint64 nowMs, Batch &batch)
{
    QElapsedTimer took;
    took.start();
    storage::Journal journal(database);
    const auto ids = journal.awaitingSince(nowMs, batchSize);
    if (!ids)
        return ids.error();
    for (const qint64 id : *ids) {
        const auto message = journal.message(id);
        if (!message)
            return message.error();
        storage::Step step;
        step.message = id;
        step.to = domain::MessageState::NoConfirmation;
        step.kind = domain::EventKind::Status;
        step.detail = identifier(domain::EventDetail::NoConfirmation);
        step.atMs = nowMs;
        if (auto applied = journal.apply(step); !applied)
            return applied;
        batch.campaigns.insert(message->campaign);
    }
    batch.size = ids->size();
    batch.tookMs = static_cast<int>(took.elapsed());
    return {};
}

} // namespace

Confirmations::Confirmations(storage::Database &database, storage::GroupCommit &commits,
                             const base::Clock &clock, std::function<bool()> believed, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_commits(commits)
    , m_clock(clock)
    , m_believed(std::move(believed))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Confirmations::check);
}

void Confirmations::check()
{
    if (m_checking)
        return;
    if (!m_believed()) {
        m_timer.start(againMs);
        return;
    }
    m_checking = true;
    auto batch = std::make_shared<Batch>();
    m_commits.submit(
        [&database = m_database, now = m_clock.nowMs(), batch] { return moveDue(database, now, *batch); },
        [self = QPointer(this), batch](const base::Result<void> &committed) {
            if (!self)
                return;
            self->m_checking = false;
            const bool more = committed && batch->size == batchSize;
            self->m_timer.start(more ? std::max(shortestPauseMs, pause * batch->tookMs) : againMs);
            if (!committed)
                return;
            for (const qint64 campaign : std::as_const(batch->campaigns)) {
                if (self)
                    Q_EMIT self->messagesChanged(campaign);
            }
        });
}

} // namespace campaign
