// SPDX-License-Identifier: GPL-3.0-or-later
// A profile: the folder with settings, database and backups, owned by one process at a time.
#pragma once

#include "base/result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace engine {

class Profile
{
public:
    // folder empty: BUDSTIKKE_PROFILE, else the platform's data folder. Created (private) if need be.
    static base::Result<Profile> at(const QString &folder);

    QString folder() const { return m_folder; }
    QString databaseFile() const;
    QString settingsFile() const;
    QString backupFolder() const;
    QString secretFile() const; // the receiver's path token, mode 0600
    QString serverName() const; // of the local socket by which the owner is reached

    // ProfileInUse names the owner (program and process).
    base::Result<void> own();
    bool isOwned() const; // by this object
    // True when no living process owns it; a reader then shows what the next owner would find.
    bool isFree() const;
    QString ownerInWords() const; // "budstikke-cli (process 123)", empty when free

private:
    class Sign;
    explicit Profile(QString folder);
    bool takenFromTheDead();

    QString m_folder;
    std::shared_ptr<QLockFile> m_lock;
    std::shared_ptr<Sign> m_sign;
};

} // namespace engine
