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
    const auto saved = storage::inTransaction(m_database, [&]() -> base::Result<void> {
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
        return texts.save(stored);
    });
    if (saved)
        Q_EMIT changed();
    return saved;
}

base::Result<void> Texts::remove(const QString &name)
{
    m_commits.flush();
    const auto removed =
        storage::inTransaction(m_database, [&] { return storage::TextRepository(m_database).remove(name); });
    if (removed)
        Q_EMIT changed();
    return removed;
}

} // namespace engine
