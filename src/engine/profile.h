// SPDX-License-Identifier: GPL-3.0-or-later
// A profile: the folder with settings, database and backups, owned by one process at a time.
#pragma once

#include "base/result.h"
#include "engine/ownerlock.h"

#include <QString>
#include <QStringList>

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
    QStringList
    serverNames() const; // of the local socket by which the owner is reached: the first that can be
    // Whether something that a person asks for may be written to that file, in place of what is there.
    // FileUnwritable, field "taken": a file of the profile's own, or what is no file (a device, a pipe).
    base::Result<void> takesOutput(const QString &file) const;

    // ProfileInUse names the owner (program and process), field "elsewhere": on another machine, perhaps.
    // DiskFull, DatabaseUnusable; field "locks": the drive has none, "profile": the folder is read-only.
    base::Result<void> own();
    bool isOwned() const; // by this object
    // True when no living process owns it; a reader then shows what the next owner would find.
    bool isFree() const;
    QString ownerInWords() const; // "budstikke-cli (process 123)", empty when free

private:
    explicit Profile(QString folder);

    QString m_folder;
    std::shared_ptr<OwnerLock> m_lock;
};

} // namespace engine
