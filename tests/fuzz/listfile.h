// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as a file that is in memory only, read whole as a list of recipients.
#pragma once

#include "listfiles/reader.h"

#include <QByteArray>

#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

namespace listfile {

inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

// The path of a file with those bytes, until the next one is made.
inline QString inMemory(QByteArrayView bytes)
{
    static const int file = memfd_create("list", MFD_CLOEXEC);
    require(file >= 0 && ftruncate(file, 0) == 0);
    require(pwrite(file, bytes.data(), static_cast<size_t>(bytes.size()), 0) == bytes.size());
    return QStringLiteral("/proc/self/fd/%1").arg(file);
}

// Reads it; whatever it holds, the rows keep what reader.h promises of them.
inline base::Result<listfiles::FileFormat> readWhole(QByteArrayView bytes)
{
    const QString path = inMemory(bytes);

    qsizetype width = -1;
    int last = 0;
    qint64 rows = 0;
    auto format = listfiles::read(
        path, {},
        [&width](const listfiles::Header &header) {
            require(width < 0 && header.names.size() <= listfiles::mostColumns);
            width = header.names.size();
            return true;
        },
        [&](listfiles::Row &&row) {
            require(width >= 0 && row.number > last && row.cells.size() >= width);
            require(row.cells.size() <= listfiles::mostColumns);
            last = row.number;
            return ++rows < 20'000;
        });
    require(format || !format.error().detail.isEmpty());
    return format;
}

} // namespace listfile
