// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/transaction.h"

#include "base/crashpoint.h"
#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;

Transaction::Transaction(Database &database)
    : m_database(database)
{
}

Transaction::~Transaction()
{
    if (m_open)
        (void)execute(m_database, u"ROLLBACK"_s);
}

base::Result<void> Transaction::begin()
{
    base::crashPoint("beforeBegin");
    if (auto begun = execute(m_database, u"BEGIN IMMEDIATE"_s); !begun)
        return begun.error();
    m_open = true;
    return {};
}

base::Result<void> Transaction::commit()
{
    base::crashPoint("beforeCommit");
    if (auto committed = execute(m_database, u"COMMIT"_s); !committed)
        return committed.error();
    m_open = false;
    base::crashPoint("afterCommit");
    return {};
}

} // namespace storage
