// SPDX-License-Identifier: GPL-3.0-or-later
// Changes that are durable together or not at all.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <type_traits>

namespace storage {

// Rolled back unless committed.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    base::Result<void> begin(); // as the one writer
    base::Result<void> commit();

private:
    Database &m_database;
    bool m_open = false;
};

// Commits what `work` did; where it fails, nothing of it stays, nor where `keeps` says no to what it came
// to (a dry run). Returns what `work` returns, or why it could not be stored. What has been submitted to a
// GroupCommit must be flushed before.
template <typename Work, typename Keeps>
std::invoke_result_t<Work> inTransaction(Database &database, Work work, Keeps keeps)
{
    Transaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    auto done = work();
    if (!done || !keeps(done))
        return done;
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return done;
}

template <typename Work>
std::invoke_result_t<Work> inTransaction(Database &database, Work work)
{
    return inTransaction(database, work, [](const auto &) { return true; });
}

} // namespace storage
