// SPDX-License-Identifier: GPL-3.0-or-later
// A database file seen from outside, for the tests of opening and of migrating.
#pragma once

#include "storage/database.h"
#include "storage/statement.h"

#include <QFile>

namespace samples {
using namespace Qt::StringLiterals;
using storage::Database;
using storage::OpenMode;

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

inline bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

inline QString pragma(Database &database, const QString &name)
{
    storage::Statement statement(database, u"PRAGMA "_s + name);
    return statement.run() && statement.next() ? statement.text(0) : u"?"_s;
}

inline base::ErrorCode openError(const QString &file, OpenMode mode)
{
    base::SystemClock clock;
    const auto opened = Database::open(file, mode, clock);
    return opened ? base::ErrorCode::Internal : opened.error().code;
}

} // namespace samples
