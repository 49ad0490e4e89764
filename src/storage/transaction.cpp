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
        (void)m_database.control(u"ROLLBACK"_s);
}

base::Result<void> Transaction::begin()
{
    base::crashPoint("beforeBegin");
    const auto begun = m_database.control(m_database.dialect().begin());
    // On a server it may have begun, and waited in vain for the writer before.
    m_open = begun || m_database.dialect().isServer();
    return begun;
}

base::Result<void> Transaction::commit()
{
    base::crashPoint("beforeCommit");
    if (auto committed = m_database.commit(); !committed)
        return committed;
    m_open = false;
    base::crashPoint("afterCommit");
    return {};
}

} // namespace storage
