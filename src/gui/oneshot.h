// SPDX-License-Identifier: GPL-3.0-or-later
// A timer that runs out once each time it is started: what happens in a burst is answered once. Started anew
// by each of a burst, it runs out so many ms after the last; started only while it is not active, after the
// first.
#pragma once

#include <QTimer>

namespace gui {

constexpr int searchAfterMs = 150; // after the last key

class OneShot final : public QTimer
{
public:
    explicit OneShot(int ms, QObject *parent = nullptr)
        : QTimer(parent)
    {
        setSingleShot(true);
        setInterval(ms);
    }
};

} // namespace gui
