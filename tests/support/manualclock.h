// SPDX-License-Identifier: GPL-3.0-or-later
// A clock that a test sets, with the timers that hang on it: time passes only in advance().
#pragma once

#include "base/clock.h"

#include <QList>
#include <QPointer>

#include <algorithm>
#include <functional>

namespace support {

class ManualClock final : public base::Clock
{
public:
    explicit ManualClock(qint64 startMs = 1'900'000'000'000)
        : m_now(startMs)
    {
    }

    qint64 nowMs() const override { return m_now; }
    void set(qint64 ms) { m_now = ms; }

    // Fits campaign::Delay.
    void after(int ms, QObject *context, std::function<void()> then)
    {
        m_timers.append({m_now + ms, m_next++, context, std::move(then)});
    }
    // Fires what becomes due on the way, in order; `between` runs after each (pump the event loop).
    void advance(qint64 ms, const std::function<void()> &between = {})
    {
        const qint64 end = m_now + ms;
        while (!m_timers.isEmpty()) {
            const auto next =
                std::min_element(m_timers.begin(), m_timers.end(), [](const Timer &a, const Timer &b) {
                    return std::pair(a.dueMs, a.order) < std::pair(b.dueMs, b.order);
                });
            if (next->dueMs > end)
                break;
            const Timer timer = *next;
            m_timers.erase(next);
            m_now = std::max(m_now, timer.dueMs);
            if (timer.context)
                timer.then();
            if (between)
                between();
        }
        m_now = end;
    }
    // Milliseconds until each waiting timer, soonest first.
    QList<qint64> waits() const
    {
        QList<qint64> waits;
        for (const Timer &timer : m_timers)
            waits.append(timer.dueMs - m_now);
        std::sort(waits.begin(), waits.end());
        return waits;
    }

private:
    struct Timer
    {
        qint64 dueMs = 0;
        qint64 order = 0;
        QPointer<QObject> context;
        std::function<void()> then;
    };
    qint64 m_now;
    qint64 m_next = 0;
    QList<Timer> m_timers;
};

} // namespace support
