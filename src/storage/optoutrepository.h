// SPDX-License-Identifier: GPL-3.0-or-later
// Who must not be written to. Writes expect an open Transaction or a GroupCommit work.
#pragma once

#include "base/result.h"
#include "domain/contact.h"
#include "storage/database.h"

#include <QList>
#include <QSet>

namespace storage {

class OptOutRepository
{
public:
    explicit OptOutRepository(Database &database)
        : m_database(database)
    {
    }

    base::Result<bool> add(const domain::OptOut &optOut); // false: was there already
    base::Result<bool> remove(const QString &number, qint64 atMs);
    base::Result<bool> contains(const QString &number);
    base::Result<QSet<QString>> among(const QStringList &numbers);
    base::Result<bool> anyHidden(); // erased persons' opt-outs, which only contains() and among() see
    base::Result<QList<domain::OptOut>> list();
    base::Result<QList<domain::OptOutChange>> history(const QString &number); // oldest first

private:
    Database &m_database;
};

} // namespace storage
