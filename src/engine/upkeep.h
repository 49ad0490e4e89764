// SPDX-License-Identifier: GPL-3.0-or-later
// What reads the whole database: the check for damage, and the copies. In a thread and on a connection
// of its own, so that neither sending nor receiving waits for it.
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <functional>

namespace engine {

class Upkeep final : public QObject
{
    Q_OBJECT
public:
    Upkeep(QString databaseFile, const base::Clock &clock);
    ~Upkeep() override; // waits for what is under way; its `done` is not told

    // One after the other; `done` in the thread of this object.
    void check(std::function<void(const base::Result<QStringList> &findings)> done); // quick_check
    void backUp(const QString &target, std::function<void(const base::Result<void> &)> done);

private:
    template <typename Work, typename Done>
    void run(Work work, Done done);

    QString m_databaseFile;
    const base::Clock &m_clock;
    QThreadPool m_thread;
};

} // namespace engine
