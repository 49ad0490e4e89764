// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/outputfile.h"

namespace listfiles {

bool writeWhole(QIODevice &to, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 put = to.write(bytes.data(), bytes.size());
        if (put <= 0)
            return false;
        bytes = bytes.sliced(put);
    }
    return true;
}

base::Error writeError(const QFileDevice &file)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    if (full)
        return {base::ErrorCode::DiskFull, file.errorString(), {}};
    // One that could not be opened is known by its name.
    return {base::ErrorCode::FileUnwritable, file.isOpen() ? file.errorString() : file.fileName(), {}};
}

} // namespace listfiles
