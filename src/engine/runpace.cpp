// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runpace.h"

#include "engine/language.h"
#include "engine/sentences.h"

#include <QCoreApplication>

namespace engine {

namespace {

using wording::Words;

constexpr qint64 windowMs = 30000;
constexpr qint64 leastMs = 3000; // of watching, before anything is said

} // namespace

void RunPace::note(qint64 atMs, qint64 done, qint64 total)
{
    const bool anew =
        !m_noted.isEmpty() && (done < m_noted.constLast().done || atMs < m_noted.constLast().atMs);
    if (anew) // another run, or the clock was set
        m_noted.clear();
    m_noted.append({atMs, done, total});
    m_noted.removeIf([atMs](const Noted &noted) { return atMs - noted.atMs > windowMs; });
}

std::optional<qint64> RunPace::leftMs(qint64 nowMs) const
{
    if (m_noted.size() < 2)
        return std::nullopt;
    const Noted &first = m_noted.constFirst();
    const Noted &last = m_noted.constLast();
    const qint64 watched = nowMs - first.atMs;
    const qint64 done = last.done - first.done;
    if (watched < leastMs || done <= 0 || nowMs - last.atMs > windowMs || last.done >= last.total)
        return std::nullopt;
    return (last.total - last.done) * watched / done;
}

namespace wording {

QString timeLeft(qint64 ms)
{
    constexpr qint64 minuteMs = 60000;
    const qint64 minutes = (ms + minuteMs / 2) / minuteMs;
    if (minutes < 1)
        return Words::tr("less than a minute left");
    if (minutes < 60)
        return Words::tr("about %n min left", nullptr, static_cast<int>(minutes));
    const QLocale locale = language::locale();
    return Words::tr("about %1 h %2 min left")
        .arg(locale.toString(minutes / 60), locale.toString(minutes % 60));
}

} // namespace wording

} // namespace engine
