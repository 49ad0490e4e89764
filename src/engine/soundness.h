// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the database can be relied upon: found sound, damaged, or unable to store just now.
#pragma once

#include "engine/settings.h"
#include "engine/upkeep.h"
#include "storage/groupcommit.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace engine {

class Soundness final : public QObject
{
    Q_OBJECT
public:
    Soundness(storage::Database &database, storage::GroupCommit &commits, Settings &settings, Upkeep &upkeep,
              const base::Clock &clock);

    // Reads the whole database once, in the background.
    void check();
    void checkWeekly();           // when the last one is a week ago
    void checkAfterUncleanStop(); // when the process before this one did not close it
    // At once, or after the check that an unclean stop or a week calls for; with the damage it found.
    void whenSound(std::function<void(const base::Result<void> &)> go);
    std::optional<base::Error> damage() const { return m_damage; } // as damaged told

Q_SIGNALS:
    void damaged(const base::Error &error);       // nothing is written any more until a restore
    void storageFailed(const base::Error &error); // the banner of a full disk or a locked database
    void storageRecovered();

private:
    void judge(const base::Result<QStringList> &findings);

    storage::Database &m_database;
    Settings &m_settings;
    Upkeep &m_upkeep;
    const base::Clock &m_clock;
    bool m_checking = false;
    bool m_checked = false; // in this run
    bool m_storageFailing = false;
    std::optional<base::Error> m_damage;
    std::vector<std::function<void(const base::Result<void> &)>> m_waiting; // for the check
};

} // namespace engine
