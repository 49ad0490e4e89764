// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deliveriesreader.h"

#include "storage/monthfigures.h"

#include <QPromise>
#include <QThreadPool>

namespace models {

namespace {

constexpr int pauseMs = 1500;

CampaignWalk walk(const QString &file, qint64 campaign, int spans)
{
    const base::SystemClock clock;
    const auto reader = storage::Database::open(file, storage::OpenMode::ReadOnly, clock);
    if (!reader)
        return {};
    CampaignWalk walked;
    if (auto read = storage::JournalTimes(*reader.value()).deliveriesOverTime(campaign, spans))
        walked.deliveries = std::move(read).value();
    if (const auto unsent = storage::unsentSegments(*reader.value(), campaign))
        walked.unsentSegments = *unsent;
    return walked;
}

} // namespace

DeliveriesReader::DeliveriesReader(QString databaseFile, int spans, QObject *parent)
    : QObject(parent)
    , m_file(std::move(databaseFile))
    , m_spans(spans)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &DeliveriesReader::read);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        Q_EMIT answered(m_asked, m_watcher.result());
        if (m_again)
            m_pause.start();
    });
}

void DeliveriesReader::ask(qint64 campaign)
{
    m_wanted = campaign;
    if (m_watcher.isRunning())
        m_again = true;
    else
        read();
}

void DeliveriesReader::read()
{
    m_again = false;
    m_asked = m_wanted;
    auto promise = std::make_shared<QPromise<CampaignWalk>>();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, id = m_asked, file = m_file, spans = m_spans] {
        promise->start();
        promise->addResult(walk(file, id, spans));
        promise->finish();
    });
}

} // namespace models
