// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts.h"

namespace engine {
using namespace Qt::StringLiterals;

base::Result<void> Texts::save(const storage::SavedText &text, const QString &formerName)
{
    if (text.name.trimmed().isEmpty())
        return base::Error{base::ErrorCode::InvalidField, {}, u"name"_s};
    return change([&]() -> base::Result<void> {
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
}

base::Result<void> Texts::remove(const QString &name)
{
    return change([&] { return storage::TextRepository(m_database).remove(name); });
}

} // namespace engine
