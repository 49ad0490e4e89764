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

// Reads it; whatever it holds, the rows keep what reader.h promises of them.
inline base::Result<listfiles::FileFormat> readWhole(QByteArrayView bytes)
{
    static const int file = memfd_create("list", MFD_CLOEXEC);
    require(file >= 0 && ftruncate(file, 0) == 0);
    require(pwrite(file, bytes.data(), static_cast<size_t>(bytes.size()), 0) == bytes.size());
    const QString path = QStringLiteral("/proc/self/fd/%1").arg(file);

    qsizetype width = -1;
    int last = 0;
    qint64 rows = 0;
    auto format = listfiles::read(
        path, {},
        [&width](const QStringList &header) {
            require(width < 0 && header.size() <= listfiles::kMaxColumns);
            width = header.size();
            return true;
        },
        [&](listfiles::Row &&row) {
            require(width >= 0 && row.number > last && row.cells.size() >= width);
            require(row.cells.size() <= listfiles::kMaxColumns);
            last = row.number;
            return ++rows < 20'000;
        });
    require(format || !format.error().detail.isEmpty());
    return format;
}

} // namespace listfile
