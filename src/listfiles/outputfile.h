// SPDX-License-Identifier: GPL-3.0-or-later
// Writing to a file until all is written or the system has said why not.
#pragma once

#include "base/result.h"

#include <QFileDevice>

namespace listfiles {

// A full disk first takes a part without an error and only then refuses: so the rest is tried again.
bool writeWhole(QIODevice &to, QByteArrayView bytes);

// DiskFull or FileUnwritable, in the system's words.
base::Error writeError(const QFileDevice &file);

} // namespace listfiles
