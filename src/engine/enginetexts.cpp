// SPDX-License-Identifier: GPL-3.0-or-later
// The Engine's saved texts.
#include "engine/engine_p.h"

namespace engine {
using namespace Qt::StringLiterals;

base::Result<void> Engine::saveText(const storage::SavedText &text, const QString &formerName)
{
    if (text.name.trimmed().isEmpty())
        return base::Error{base::ErrorCode::InvalidField, {}, u"name"_s};
    d->commits->flush();
    storage::Transaction transaction(*d->database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    storage::TextRepository texts(*d->database);
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
    stored.changedMs = d->clock.nowMs();
    if (auto saved = texts.save(stored); !saved)
        return saved;
    if (auto committed = transaction.commit(); !committed)
        return committed;
    Q_EMIT textsChanged();
    return {};
}

base::Result<void> Engine::removeText(const QString &name)
{
    d->commits->flush();
    storage::Transaction transaction(*d->database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (auto removed = storage::TextRepository(*d->database).remove(name); !removed)
        return removed;
    if (auto committed = transaction.commit(); !committed)
        return committed;
    Q_EMIT textsChanged();
    return {};
}

} // namespace engine
