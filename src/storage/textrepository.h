// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that a person has saved under a name to use again. Writes expect an open Transaction or a
// GroupCommit work.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QList>
#include <QMap>

namespace storage {

struct SavedText
{
    QString name;
    QString text;
    qint64 changedMs = 0;
    QString templateType = {};                  // TPL-01, or empty
    QMap<QString, QString> templateFields = {}; // as typed

    bool operator==(const SavedText &) const = default;
};

class TextRepository
{
public:
    explicit TextRepository(Database &database)
        : m_database(database)
    {
    }

    base::Result<void> save(const SavedText &text); // replaces the one of that name
    base::Result<void> remove(const QString &name); // NotFound
    base::Result<bool> contains(const QString &name);
    base::Result<QList<SavedText>> texts(); // by name, as Norwegians sort

private:
    Database &m_database;
};

} // namespace storage
