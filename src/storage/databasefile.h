// SPDX-License-Identifier: GPL-3.0-or-later
// A database's file as the system sees it: its header, its log, made private, brought to the disk.
#pragma once

#include "base/result.h"

#include <QString>

namespace storage {

base::Error unusable(const QString &words); // DatabaseUnusable

bool hasWal(const QString &file);                        // what was committed may be in the log alone
base::Result<void> makePrivateFile(const QString &path); // new and empty, mode 0600
bool syncToDisk(const QString &path);

// Closing a file drops every lock that this process holds on it (POSIX), SQLite's among them. So the
// header is read only while no connection of this process has the file, and none may open it meanwhile.
class FileUse
{
public:
    explicit FileUse(const QString &file);
    ~FileUse();
    FileUse(const FileUse &) = delete;
    FileUse &operator=(const FileUse &) = delete;

    base::Result<int> version = 0; // in the header; 0 where a connection has looked already

private:
    QString m_file;
};

} // namespace storage
