// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/profile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QThread>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace engine {
using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_UNIX
#ifdef F_OFD_SETLK // of the open file, so nothing else that this process closes gives it up
constexpr int takeLock = F_OFD_SETLK;
constexpr int queryLock = F_OFD_GETLK;
#else
constexpr int takeLock = F_SETLK;
constexpr int queryLock = F_GETLK;
#endif

struct flock wholeFile()
{
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

int opened(const QString &file, int mode)
{
    return ::open(QFile::encodeName(file).constData(), mode | O_CLOEXEC);
}
#endif

// Whether a living process holds the lock.
bool isHeld(const QString &lockFile)
{
#ifdef Q_OS_UNIX
    const int file = opened(lockFile, O_RDONLY);
    if (file < 0)
        return false;
    struct flock asked = wholeFile();
    const bool held = ::fcntl(file, queryLock, &asked) == 0 && asked.l_type != F_UNLCK;
    ::close(file);
    return held;
#else
    QLockFile probe(lockFile);
    probe.setStaleLockTime(0);
    return !probe.tryLock(0);
#endif
}

} // namespace

// QLockFile keeps other owners out, but can only be asked by taking it, which would keep a writer out for
// that moment. So the owner also holds a lock that can be asked about; it goes with the process.
class Profile::Sign
{
public:
    explicit Sign([[maybe_unused]] const QString &lockFile)
    {
#ifdef Q_OS_UNIX
        m_file = opened(lockFile, O_RDWR);
        struct flock lock = wholeFile();
        if (m_file >= 0)
            ::fcntl(m_file, takeLock, &lock);
#endif
    }
    ~Sign()
    {
#ifdef Q_OS_UNIX
        if (m_file >= 0)
            ::close(m_file);
#endif
    }
    Q_DISABLE_COPY_MOVE(Sign)

private:
    [[maybe_unused]] int m_file = -1;
};

Profile::Profile(QString folder)
    : m_folder(std::move(folder))
    , m_lock(std::make_shared<QLockFile>(m_folder + "/owner.lock"_L1))
{
    m_lock->setStaleLockTime(0); // only a dead owner makes it stale, never the clock
}

base::Result<Profile> Profile::at(const QString &folder)
{
    QString path = folder;
    if (path.isEmpty())
        path = qEnvironmentVariable("BUDSTIKKE_PROFILE");
    if (path.isEmpty())
        path = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/budstikke"_L1;
    const QDir dir(path);
    if (!dir.exists()) {
        if (!QDir().mkpath(path))
            return base::Error{base::ErrorCode::DatabaseUnusable, path, {}};
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    } else if (!QFileInfo(path).isDir()) {
        return base::Error{base::ErrorCode::DatabaseUnusable, path, {}};
    }
    return Profile(QDir(path).absolutePath());
}

QString Profile::databaseFile() const
{
    return m_folder + "/budstikke.sqlite"_L1;
}

QString Profile::settingsFile() const
{
    return m_folder + "/settings.ini"_L1;
}

QString Profile::backupFolder() const
{
    return m_folder + "/backups"_L1;
}

QString Profile::secretFile() const
{
    return m_folder + "/receiver.secret"_L1;
}

QString Profile::serverName() const
{
    const QByteArray hash = QCryptographicHash::hash(m_folder.toUtf8(), QCryptographicHash::Sha256);
    return "budstikke-"_L1 + QString::fromLatin1(hash.toHex().first(16));
}

base::Result<void> Profile::own()
{
    if (m_lock->isLocked())
        return {};
    if (m_lock->tryLock(0) || takenFromTheDead()) {
        m_sign = std::make_shared<Sign>(m_lock->fileName());
        return {};
    }
    if (m_lock->error() != QLockFile::LockFailedError && QStorageInfo(m_folder).bytesAvailable() == 0)
        return base::Error{base::ErrorCode::DiskFull, m_folder, {}};
    if (m_lock->error() != QLockFile::LockFailedError)
        return base::Error{base::ErrorCode::DatabaseUnusable, m_folder, {}};
    return base::Error{base::ErrorCode::ProfileInUse, ownerInWords(), {}};
}

// From the names in its file QLockFile cannot recognise a dead owner on a machine of another name, or one
// whose process number is in use again; both are common in containers. The sign can.
bool Profile::takenFromTheDead()
{
    constexpr int aLivingOwnerHasItsSignMs = 100;
    if (m_lock->error() != QLockFile::LockFailedError || isHeld(m_lock->fileName()))
        return false;
    QThread::msleep(aLivingOwnerHasItsSignMs); // it may have begun a moment ago
    if (isHeld(m_lock->fileName()))
        return false;
    return m_lock->tryLock(0) || (m_lock->removeStaleLockFile() && m_lock->tryLock(0));
}

bool Profile::isOwned() const
{
    return m_lock->isLocked();
}

bool Profile::isFree() const
{
    return !m_lock->isLocked() && !isHeld(m_lock->fileName());
}

QString Profile::ownerInWords() const
{
    qint64 pid = 0;
    QString host;
    QString program;
    if (!m_lock->getLockInfo(&pid, &host, &program))
        return {};
    return "%1 (%2)"_L1.arg(program, QString::number(pid));
}

} // namespace engine
