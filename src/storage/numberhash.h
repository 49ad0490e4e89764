// SPDX-License-Identifier: GPL-3.0-or-later
// The keyed hash under which an erased person's opt-out stays known, and nothing else of them.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QByteArray>
#include <QString>

namespace storage {

// HMAC-SHA-256 under a key of this database. Eight digits are soon tried out by whoever has the
// key; it keeps the number out of sight, exports and searches.
base::Result<QByteArray> numberHash(Database &database, const QString &number);
// The number as a status keeps it: of somebody who was erased only the hash, behind "erased:".
base::Result<QString> keptNumber(Database &database, const QString &number);

} // namespace storage
