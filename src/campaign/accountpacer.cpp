// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/accountpacer.h"

#include <QTimer>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace campaign {

Delay timers()
{
    return [](int ms, QObject *context, std::function<void()> then) {
        QTimer::singleShot(ms, context, std::move(then));
    };
}

AccountPacer::AccountPacer(const base::Clock &clock, Delay delay)
    : m_clock(clock)
    , m_delay(delay ? std::move(delay) : timers())
{
}

void AccountPacer::setAccount(const domain::Account &account)
{
    m_rules = account.sending;
    if (std::exchange(m_address, account.baseUrl) != account.baseUrl)
        m_proven = false;
}

bool AccountPacer::hasPlace(Kind kind) const
{
    if (!m_proven)
        return m_inFlight[0] + m_inFlight[1] == 0;
    const int most =
        kind == Kind::Bulk ? std::clamp(m_rules.bulkInFlight, 1, 8) : std::clamp(m_rules.inFlight, 1, 16);
    return m_inFlight[static_cast<size_t>(kind)] < most;
}

bool AccountPacer::isTime()
{
    if (m_rules.ratePerSecond <= 0)
        return true;
    const int intervalMs = static_cast<int>(std::ceil(1000.0 / std::max(m_rules.ratePerSecond, 0.001)));
    const qint64 wait = std::min<qint64>(m_nextMs - m_clock.nowMs(), intervalMs); // clocks are set back
    if (wait <= 0)
        return true;
    if (!std::exchange(m_timed, true)) {
        m_delay(static_cast<int>(wait), this, [this] {
            m_timed = false;
            m_nextMs = 0;
            offer();
        });
    }
    return false;
}

bool AccountPacer::take(Kind kind, QObject *who, std::function<void()> wake)
{
    const auto ahead = std::find_if(m_waiting.begin(), m_waiting.end(), [kind, who](const Waiter &waiter) {
        return waiter.kind == kind && waiter.who && waiter.who != who;
    });
    const bool mayGo = m_turn == who || ahead == m_waiting.end();
    if (mayGo && hasPlace(kind) && isTime()) {
        if (m_turn == who)
            m_turn = nullptr; // one each turn
        m_waiting.remove_if([who](const Waiter &waiter) { return waiter.who == who; });
        ++inFlight(kind);
        m_beforeMs = m_nextMs;
        if (m_rules.ratePerSecond > 0)
            m_nextMs = m_clock.nowMs() + static_cast<qint64>(std::ceil(1000.0 / m_rules.ratePerSecond));
        return true;
    }
    const bool waits = std::any_of(m_waiting.begin(), m_waiting.end(),
                                   [who](const Waiter &waiter) { return waiter.who == who; });
    if (!waits)
        m_waiting.push_back({who, kind, std::move(wake)});
    return false;
}

void AccountPacer::giveUnused(Kind kind)
{
    m_nextMs = m_beforeMs;
    give(kind);
}

void AccountPacer::give(Kind kind)
{
    --inFlight(kind);
    offer();
}

void AccountPacer::abandon(Kind kind)
{
    --inFlight(kind);
}

void AccountPacer::heard(const gateway::Outcome &outcome)
{
    if (outcome.errorCode && !std::exchange(m_proven, true))
        offer();
}

// Each of those who wait is asked in turn; who takes one and wants another stands behind the others.
void AccountPacer::offer()
{
    if (m_turn) // who is being asked has given one back: the loop below goes on
        return;
    m_waiting.remove_if([](const Waiter &waiter) { return !waiter.who; });
    const auto canGo = [this](const Waiter &waiter) { return hasPlace(waiter.kind) && isTime(); };
    for (auto next = std::find_if(m_waiting.begin(), m_waiting.end(), canGo); next != m_waiting.end();
         next = std::find_if(m_waiting.begin(), m_waiting.end(), canGo)) {
        const Waiter waiter = *next;
        m_waiting.erase(next);
        m_turn = waiter.who;
        waiter.wake();
        m_turn = nullptr;
    }
}

void AccountPacer::reserve(qint64 campaign, qint64 segments)
{
    m_reserved[campaign] = segments;
}

void AccountPacer::begun(qint64 campaign, qint64 segments)
{
    if (const auto found = m_reserved.find(campaign); found != m_reserved.end())
        *found = std::max<qint64>(0, *found - segments);
}

void AccountPacer::release(qint64 campaign)
{
    m_reserved.remove(campaign);
}

qint64 AccountPacer::reserved(qint64 without) const
{
    return std::accumulate(m_reserved.begin(), m_reserved.end(), qint64(0)) - m_reserved.value(without);
}

} // namespace campaign
