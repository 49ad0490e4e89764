// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/profile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>

#include <algorithm>

namespace engine {
using namespace Qt::StringLiterals;

Profile::Profile(QString folder)
    : m_folder(std::move(folder))
    , m_lock(std::make_shared<OwnerLock>(m_folder + "/owner.lock"_L1, OwnerLock::locksStayHere(m_folder)))
{
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

QStringList Profile::serverNames() const
{
    const QByteArray hash = QCryptographicHash::hash(m_folder.toUtf8(), QCryptographicHash::Sha256);
    const QString name = "budstikke-"_L1 + QString::fromLatin1(hash.toHex().first(16));
#ifdef Q_OS_UNIX
    // The profile is where everybody looks; but its path may be too long for a socket's, or its file
    // system may not know sockets.
    constexpr qsizetype longestPath = 80; // bytes, of 104; Qt first makes it under a longer name
    const QString inProfile = m_folder + "/owner.socket"_L1;
    const bool fits = QFile::encodeName(inProfile).size() <= longestPath;
    if (fits && !qEnvironmentVariableIsSet("XDG_RUNTIME_DIR")) // Qt would warn, and make up a folder
        return {inProfile};
    const QString inRuntime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u'/' + name;
    return fits ? QStringList{inProfile, inRuntime} : QStringList{inRuntime};
#else
    return {name};
#endif
}

base::Result<void> Profile::takesOutput(const QString &file) const
{
    static const QStringList own{u"budstikke.sqlite"_s, u"budstikke.log"_s, u"budstikke.1.log"_s,
                                 u"mailbox.key"_s,      u"owner."_s,        u"receiver.secret"_s,
                                 u"settings.ini"_s};
    QFileInfo info(file);
    if (info.exists())
        info.setFile(info.canonicalFilePath());
    const bool inProfile =
        QFileInfo(info.absolutePath()).canonicalFilePath() == QFileInfo(m_folder).canonicalFilePath();
    const bool isOwn = inProfile && std::any_of(own.begin(), own.end(), [&info](const QString &name) {
                           return info.fileName().startsWith(name);
                       });
    if (isOwn || (info.exists() && !info.isFile()))
        return base::Error{base::ErrorCode::FileUnwritable, file, u"taken"_s};
    return {};
}

base::Result<void> Profile::own()
{
    switch (m_lock->take()) {
    case OwnerLock::Answer::Taken:
        return {};
    case OwnerLock::Answer::HeldByOther:
        return base::Error{base::ErrorCode::ProfileInUse, ownerInWords(), {}};
    case OwnerLock::Answer::PerhapsElsewhere:
        return base::Error{base::ErrorCode::ProfileInUse, ownerInWords(), u"elsewhere"_s};
    case OwnerLock::Answer::NoLocks:
        return base::Error{base::ErrorCode::DatabaseUnusable, m_folder, u"locks"_s};
    case OwnerLock::Answer::Failed:
        break;
    }
    const QStorageInfo drive(m_folder);
    if (drive.isReadOnly() || !QFileInfo(m_folder).isWritable())
        return base::Error{base::ErrorCode::DatabaseUnusable, m_folder, u"profile"_s};
    if (drive.bytesAvailable() == 0)
        return base::Error{base::ErrorCode::DiskFull, m_folder, {}};
    return base::Error{base::ErrorCode::DatabaseUnusable, m_folder, {}};
}

bool Profile::isOwned() const
{
    return m_lock->isTaken();
}

bool Profile::isFree() const
{
    return m_lock->isFree();
}

QString Profile::ownerInWords() const
{
    return m_lock->ownerInWords();
}

} // namespace engine
