// SPDX-License-Identifier: GPL-3.0-or-later
// SIGINT and SIGTERM (Windows: Ctrl+C) as a signal of the event loop.
#pragma once

#include <QObject>

namespace programs {

class Interrupt final : public QObject
{
    Q_OBJECT
public:
    explicit Interrupt(QObject *parent = nullptr); // one at a time
    ~Interrupt() override;

Q_SIGNALS:
    void requested();
};

} // namespace programs
