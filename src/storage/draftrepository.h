// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that are being written. Writes expect an open Transaction or a GroupCommit work.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace storage {

struct DraftRow
{
    qint64 id = 0; // chosen by who begins it
    qint64 changedMs = 0;
    bool open = false; // on the Send page, now or when the program ended
    QString content;   // JSON, as the engine writes it
    QStringList typed; // numbers as typed, and what they are called
    QString pasted;    // a pasted list as it was pasted

    bool operator==(const DraftRow &) const = default;
};

class DraftRepository
{
public:
    explicit DraftRepository(Database &database)
        : m_database(database)
    {
    }

    base::Result<void> save(const DraftRow &draft); // new, or in place of the one with its id
    base::Result<void> closeOthers(qint64 open);    // 0: all
    base::Result<void> remove(qint64 id);           // it may be gone already
    base::Result<QList<DraftRow>> drafts();         // the last changed first
    // The pasted list that a campaign was made from, which no file has; forgotten as drafts are.
    base::Result<void> keepFor(qint64 campaign, qint64 nowMs, const QString &pasted);
    base::Result<std::optional<DraftRow>> ofCampaign(qint64 campaign);
    // Takes the number out of all of them, in whatever form it was typed; `national`: its digits alone.
    base::Result<void> erase(const QString &number, const QString &national);

private:
    base::Result<QList<DraftRow>> read(const QString &where);

    Database &m_database;
};

} // namespace storage
