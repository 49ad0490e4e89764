// SPDX-License-Identifier: GPL-3.0-or-later
// Knows a copied, moved or older database from the one that last sent from here, so that no message
// leaves twice because there are two of it.
#pragma once

#include "base/result.h"
#include "domain/pausereason.h"
#include "storage/database.h"
#include "storage/identity.h"

#include <QFile>
#include <QString>

#include <memory>
#include <optional>

namespace engine {

// Why everything that waits is held.
enum class Stranger { OtherMachine, OtherFolder, OlderDatabase };
domain::PauseReason pauseReason(Stranger stranger); // of the campaigns

class CopyGuard
{
public:
    // Where the records are: XDG_STATE_HOME, else the platform's folder for such; never in a profile.
    static QString stateFolder();

    CopyGuard(storage::Database &database, const QString &profileFolder);

    // What the database is; changes nothing. Nothing: the one that last sent from here, or one without
    // a record whose machine and folder fit (an upgrade, a lost home folder).
    base::Result<std::optional<Stranger>> judge() const;
    // Expects an open Transaction: raises the generation, as from here. What was copied from elsewhere
    // becomes a database of its own, so that the original stays what it is.
    base::Result<void> claim(std::optional<Stranger> stranger);
    // After claim() is durable: the same in the state folder. What cannot be written there is only warned
    // of: the database is then ahead, as after a crash.
    void record();
    // After each commit, before its requests leave: how many attempts have begun. Not synced: it must
    // outlive the process, not the machine, whose disk has the attempts themselves.
    void noteAttempts();

private:
    struct Record
    {
        qint64 generation = 0;
        qint64 attempts = 0;
        QString machine;
        QString folder;
    };
    std::optional<Record> recordOf(const QString &id) const;

    storage::Database &m_database;
    QString m_machine;
    QString m_folder;
    std::unique_ptr<QFile> m_attempts; // open while this is the writer
    qint64 m_noted = -1;
};

} // namespace engine
