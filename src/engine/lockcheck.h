// SPDX-License-Identifier: GPL-3.0-or-later
// The guided check of the gateway's duplicate lock (ERR-17): two ordinary campaigns of one message each.
#pragma once

#include "base/result.h"
#include "engine/draft.h"

#include <QObject>

#include <functional>

namespace storage {
class Database;
}

namespace engine {

class Campaigns;
class Planning;
class Settings;

// What the check found: the gateway answered 17 to the second of two identical messages, or took both.
// Unclear: one of them got no such answer.
enum class DuplicateLock { Present, Absent, Unclear };

class LockCheck final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(base::Result<DuplicateLock>)>;

    LockCheck(storage::Database &database, Settings &settings, Planning &planning, Campaigns &campaigns);

    // Sends the same text twice to the person's own number with the active account, and keeps with the
    // account what it found. The person has agreed to two messages. WrongState: one is under way.
    void begin(const QString &sender, const QString &number, const QString &text, const Done &done);

private:
    void send();
    void judge();
    void end(const base::Result<DuplicateLock> &answer);
    base::Result<void> keep(DuplicateLock found);

    storage::Database &m_database;
    Settings &m_settings;
    Planning &m_planning;
    Campaigns &m_campaigns;
    Draft m_draft;
    Done m_done; // empty: none is under way
    qint64 m_campaign = 0;
    bool m_second = false;
};

} // namespace engine
