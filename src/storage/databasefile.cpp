// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/databasefile.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QtEndian>

#include <mutex>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace storage {
using namespace Qt::StringLiterals;

base::Error unusable(const QString &words)
{
    return {base::ErrorCode::DatabaseUnusable, words, {}};
}

namespace {

std::mutex mutex;
QHash<QString, int> connections; // by canonical path

// The version in the file's own header, read without SQLite, which might write to it.
base::Result<int> versionInHeader(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(path + ": "_L1 + file.errorString());
    const QByteArray header = file.read(100);
    if (header.isEmpty())
        return 0;
    if (header.size() < 100 || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return unusable(path + ": not a database"_L1);
    return qFromBigEndian<qint32>(header.constData() + 60);
}

} // namespace

FileUse::FileUse(const QString &file)
    : m_file(QFileInfo(file).canonicalFilePath())
{
    const std::lock_guard lock(mutex);
    if (connections[m_file]++ == 0)
        version = versionInHeader(file);
}

FileUse::~FileUse()
{
    const std::lock_guard lock(mutex);
    if (--connections[m_file] == 0)
        connections.remove(m_file);
}

bool hasWal(const QString &file)
{
    return QFileInfo(file + "-wal"_L1).size() > 0;
}

base::Result<void> makePrivateFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return unusable(path + ": "_L1 + file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

// VACUUM INTO does not sync what it wrote.
bool syncToDisk(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0; // FlushFileBuffers
#elif defined(F_FULLFSYNC)
    // Plain fsync leaves it in the drive's cache; a file system that lacks this one has nothing better.
    return ::fcntl(file.handle(), F_FULLFSYNC) == 0 || ::fsync(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

} // namespace storage
