// SPDX-License-Identifier: GPL-3.0-or-later
// What asks a program to end, as a signal of the event loop: Ctrl+C, and the end of the session or of its
// service (SIGTERM, a closed terminal; on Windows log-off and shutdown too, which then wait for the program).
// Once asked, the program ends by itself: what is asked again after the last Interrupt is gone does not cut
// it off.
#pragma once

#include <QObject>

namespace programs {

class Interrupt final : public QObject
{
    Q_OBJECT
public:
    enum class Why { Person, SessionEnds };

    explicit Interrupt(QObject *parent = nullptr); // one at a time
    ~Interrupt() override;

Q_SIGNALS:
    void requested(programs::Interrupt::Why why); // each time
};

} // namespace programs
