// SPDX-License-Identifier: GPL-3.0-or-later
// The saved texts, as a person changes them.
#pragma once

#include "base/clock.h"
#include "storage/groupcommit.h"
#include "storage/textrepository.h"

#include <QObject>

namespace engine {

class Texts final : public QObject
{
    Q_OBJECT
public:
    Texts(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock);

    // formerName: the one it replaces, empty: it is new. InvalidField "name" when another text has that
    // name.
    base::Result<void> save(const storage::SavedText &text, const QString &formerName);
    base::Result<void> remove(const QString &name);

Q_SIGNALS:
    void changed();

private:
    storage::Database &m_database;
    storage::GroupCommit &m_commits;
    const base::Clock &m_clock;
};

} // namespace engine
