// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/profile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace engine {
using namespace Qt::StringLiterals;

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
    if (m_lock->tryLock(0))
        return {};
    if (m_lock->error() == QLockFile::PermissionError)
        return base::Error{base::ErrorCode::DatabaseUnusable, m_folder, {}};
    return base::Error{base::ErrorCode::ProfileInUse, ownerInWords(), {}};
}

bool Profile::isOwned() const
{
    return m_lock->isLocked();
}

bool Profile::isFree() const
{
    if (m_lock->isLocked())
        return false;
    QLockFile probe(m_lock->fileName());
    probe.setStaleLockTime(0);
    return probe.tryLock(0);
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
