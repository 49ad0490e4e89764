// SPDX-License-Identifier: GPL-3.0-or-later
// How long a running campaign will still take, by how it has gone in the last half minute. Pure.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace engine {

class RunPace
{
public:
    // So many of so many are done (Campaigns::progressed), at this moment in milliseconds of one clock.
    void note(qint64 atMs, qint64 done, qint64 total);
    void clear() { m_noted.clear(); }
    // Milliseconds; absent while too little is known, and once nothing gets on any more.
    std::optional<qint64> leftMs(qint64 nowMs) const;

private:
    struct Noted
    {
        qint64 atMs = 0;
        qint64 done = 0;
        qint64 total = 0;
    };
    QList<Noted> m_noted; // of the last half minute, oldest first
};

namespace wording {

QString timeLeft(qint64 ms); // "about 3 min left"

} // namespace wording

} // namespace engine
