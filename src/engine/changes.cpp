// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/changes.h"

#include <utility>

namespace engine {

namespace {

constexpr int noticeMs = 100; // a person sees ten changes a second

} // namespace

Changes::Changes()
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(noticeMs);
    connect(&m_timer, &QTimer::timeout, this, &Changes::tellNoted);
}

void Changes::tellCampaigns()
{
    Q_EMIT campaignsChanged();
}

void Changes::tellMessages(qint64 campaign)
{
    Q_EMIT messagesChanged(campaign);
}

void Changes::noteMessages(qint64 campaign)
{
    m_campaigns.insert(campaign);
    if (!m_timer.isActive())
        m_timer.start();
}

void Changes::noteStatus(qint64 receivedMs)
{
    m_lastStatusMs = receivedMs;
    if (!m_timer.isActive())
        m_timer.start();
}

void Changes::tellNoted()
{
    if (const auto at = std::exchange(m_lastStatusMs, std::nullopt))
        Q_EMIT statusReceived(*at);
    for (const qint64 campaign : std::exchange(m_campaigns, {}))
        Q_EMIT messagesChanged(campaign);
}

} // namespace engine
