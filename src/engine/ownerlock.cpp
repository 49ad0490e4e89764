// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ownerlock.h"

#include <QCoreApplication>
#include <QFile>
#include <QLockFile>
#include <QStorageInfo>
#include <QSysInfo>

#include <utility>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace engine {
using namespace Qt::StringLiterals;

namespace {

struct Owner
{
    QString process;
    QString program;
    QString host;
};

// Three lines, as QLockFile has them too; a closed profile's file is empty.
Owner readOwner(const QString &file)
{
    QFile lock(file);
    if (!lock.open(QIODevice::ReadOnly))
        return {};
    const QStringList lines = QString::fromUtf8(lock.read(1024)).split(u'\n');
    return {lines.value(0), lines.value(1), lines.value(2)};
}

} // namespace

bool OwnerLock::locksStayHere(const QByteArray &kind, const QByteArray &options)
{
    static const QByteArrayList alwaysLocal{"cifs",        "smb3",  "smbfs",      "fuse.sshfs",
                                            "fuse.rclone", "davfs", "fuse.davfs2"};
    if (alwaysLocal.contains(kind))
        return true;
    if (!kind.startsWith("nfs"))
        return false;
    const QByteArrayList words = options.split(',');
    return words.contains("nolock") || words.contains("local_lock=all") || words.contains("local_lock=posix");
}

bool OwnerLock::locksStayHere(const QString &folder)
{
    const QStorageInfo drive(folder);
    QByteArray options;
    QFile mounts(u"/proc/mounts"_s);
    if (mounts.open(QIODevice::ReadOnly)) {
        const QByteArray place = QFile::encodeName(drive.rootPath());
        const QByteArrayList lines = mounts.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QByteArrayList words = line.split(' ');
            if (words.value(1) == place)
                options = words.value(3);
        }
    }
    return locksStayHere(drive.fileSystemType(), options);
}

QString OwnerLock::ownerInWords() const
{
    const Owner owner = readOwner(m_file);
    if (owner.program.isEmpty())
        return {};
    if (owner.host == QSysInfo::machineHostName())
        return "%1 (%2)"_L1.arg(owner.program, owner.process);
    return "%1 (%2, %3)"_L1.arg(owner.program, owner.process, owner.host);
}

OwnerLock::OwnerLock(QString file, bool locksStayHere)
    : m_file(std::move(file))
    , m_locksStayHere(locksStayHere)
{
}

#ifdef F_OFD_SETLK // of the open file: nothing else that this process closes gives it up

namespace {

struct flock wholeFile()
{
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

} // namespace

OwnerLock::~OwnerLock()
{
    if (m_descriptor < 0)
        return;
    (void)!::ftruncate(m_descriptor, 0); // closed in peace
    ::close(m_descriptor);
}

OwnerLock::Answer OwnerLock::take()
{
    if (m_descriptor >= 0)
        return Answer::Taken;
    const int file = ::open(QFile::encodeName(m_file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return Answer::Failed;
    struct flock lock = wholeFile();
    if (::fcntl(file, F_OFD_SETLK, &lock) != 0) {
        const int why = errno;
        ::close(file);
        return why == EAGAIN || why == EACCES ? Answer::HeldByOther : Answer::NoLocks;
    }
    const QString host = readOwner(m_file).host;
    if (m_locksStayHere && !host.isEmpty() && host != QSysInfo::machineHostName()) {
        ::close(file);
        return Answer::PerhapsElsewhere;
    }
    const QByteArray mine = QByteArray::number(QCoreApplication::applicationPid()) + '\n' +
                            QCoreApplication::applicationName().toUtf8() + '\n' +
                            QSysInfo::machineHostName().toUtf8() + '\n';
    if (::ftruncate(file, 0) != 0 ||
        ::pwrite(file, mine.constData(), static_cast<size_t>(mine.size()), 0) != mine.size()) {
        ::close(file);
        return Answer::Failed;
    }
    m_descriptor = file;
    return Answer::Taken;
}

bool OwnerLock::isTaken() const
{
    return m_descriptor >= 0;
}

bool OwnerLock::isFree() const
{
    if (m_descriptor >= 0)
        return false;
    const int file = ::open(QFile::encodeName(m_file).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return true;
    struct flock asked = wholeFile();
    const bool held = ::fcntl(file, F_OFD_GETLK, &asked) == 0 && asked.l_type != F_UNLCK;
    ::close(file);
    return !held;
}

#else

OwnerLock::~OwnerLock() = default;

OwnerLock::Answer OwnerLock::take()
{
    if (!m_lockFile) {
        m_lockFile = std::make_unique<QLockFile>(m_file);
        m_lockFile->setStaleLockTime(0); // only a dead owner makes it stale, never the clock
    }
    if (m_lockFile->isLocked() || m_lockFile->tryLock(0))
        return Answer::Taken;
    if (m_lockFile->error() != QLockFile::LockFailedError)
        return Answer::Failed;
    return m_locksStayHere && readOwner(m_file).host != QSysInfo::machineHostName() ? Answer::PerhapsElsewhere
                                                                                    : Answer::HeldByOther;
}

bool OwnerLock::isTaken() const
{
    return m_lockFile && m_lockFile->isLocked();
}

bool OwnerLock::isFree() const
{
    if (isTaken())
        return false;
    QLockFile probe(m_file);
    probe.setStaleLockTime(0);
    return probe.tryLock(0);
}

#endif

} // namespace engine
