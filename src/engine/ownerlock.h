// SPDX-License-Identifier: GPL-3.0-or-later
// The lock of a profile's one owner. Where the system has locks of open files it is one file that is
// never deleted: the system alone says who lives, and asking takes nothing.
#pragma once

#include <QString>

#include <memory>

class QLockFile;

namespace engine {

class OwnerLock
{
public:
    enum class Answer {
        Taken,
        HeldByOther,
        PerhapsElsewhere, // another machine has not closed it, and this drive's locks do not say whether it
                          // lives
        NoLocks,          // the drive has none: two owners could not be told from one
        Failed            // the file cannot be made or written
    };

    // locksStayHere: those of this drive do not reach other machines.
    OwnerLock(QString file, bool locksStayHere);
    ~OwnerLock(); // gives it up
    Q_DISABLE_COPY_MOVE(OwnerLock)

    Answer take(); // again, once taken: Taken
    bool isTaken() const;
    bool isFree() const;          // no living process of this machine holds it; asking takes nothing
    QString ownerInWords() const; // "budstikke-cli (123)", of another machine "budstikke-cli (123, HOST)"

    // Of a drive by its kind and mount options, as /proc/mounts has them.
    static bool locksStayHere(const QByteArray &kind, const QByteArray &options);
    static bool locksStayHere(const QString &folder);

private:
    QString m_file;
    [[maybe_unused]] bool m_locksStayHere;
    [[maybe_unused]] int m_descriptor = -1;
    std::unique_ptr<QLockFile> m_lockFile; // where the system has no locks of open files
};

} // namespace engine
