// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the computer from going to sleep by itself: by systemd-inhibit on Linux, caffeinate on macOS and
// SetThreadExecutionState on Windows. Where the system cannot be asked it does nothing. A lid that is closed,
// or a person who wants sleep, is not held up for long.
#pragma once

#include <QProcess>

namespace engine {

class Wakefulness final
{
public:
    Wakefulness() = default;
    ~Wakefulness();
    Wakefulness(const Wakefulness &) = delete;
    Wakefulness &operator=(const Wakefulness &) = delete;

    // In one and the same thread, as Windows remembers it for that. What is kept ends with the process,
    // however that ends.
    void keep(bool awake);

private:
    bool m_kept = false;
    std::unique_ptr<QProcess> m_inhibitor; // of Linux and macOS; ends when its standard input does
};

} // namespace engine
