// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts.h"

#include "storage/transaction.h"

namespace engine {
using namespace Qt::StringLiterals;

Texts::Texts(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock)
    : m_database(database)
    , m_commits(commits)
    , m_clock(clock)
{
}

base::Result<void> Texts::save(const storage::SavedText &text, const QString &formerName)
{
    if (text.name.trimmed().isEmpty())
        return base::Error{base::ErrorCode::InvalidField, {}, u"name"_s};
    m_commits.flush();
    storage::Transaction transaction(m_database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    storage::TextRepository texts(m_database);
    if (text.name != formerName) {
        const auto taken = texts.contains(text.name);
        if (!taken)
            return taken.error();
        if (*taken)
            return base::Error{base::ErrorCode::InvalidField, text.name, u"name"_s};
        if (!formerName.isEmpty()) {
            // Deleted in another place meanwhile: then it is new.
            const auto removed = texts.remove(formerName);
            if (!removed && removed.error().code != base::ErrorCode::NotFound)
                return removed;
        }
    }
    storage::SavedText stored = text;
    stored.changedMs = m_clock.nowMs();
    if (auto saved = texts.save(stored); !saved)
        return saved;
    if (auto committed = transaction.commit(); !committed)
        return committed;
    Q_EMIT changed();
    return {};
}

base::Result<void> Texts::remove(const QString &name)
{
    m_commits.flush();
    storage::Transaction transaction(m_database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (auto removed = storage::TextRepository(m_database).remove(name); !removed)
        return removed;
    if (auto committed = transaction.commit(); !committed)
        return committed;
    Q_EMIT changed();
    return {};
}

} // namespace engine
