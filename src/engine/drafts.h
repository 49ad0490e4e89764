// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that are being written: they outlive the window and a crash. One is open on the Send page, the
// others wait. And a campaign that was sent, made into a draft again.
#pragma once

#include "base/clock.h"
#include "engine/draft.h"
#include "engine/job.h"
#include "storage/draftrepository.h"
#include "storage/groupcommit.h"

#include <QObject>

namespace engine {

struct StoredDraft
{
    qint64 id = 0; // chosen by who begins it, not 0
    qint64 changedMs = 0;
    bool open = false;
    Draft draft;
    QString pasted; // what the list was pasted from; then the draft's listFile is not kept
};
StoredDraft fromRow(const storage::DraftRow &row);

// Has the message, or may have it: is not written to again as one who did not get it.
bool isReached(domain::MessageState state);

// Of a campaign's recipients, who gets it again.
enum class Again { Everybody, NotReached, Nobody };

struct Reused
{
    Draft draft;
    bool listIsGone = false; // its recipients are there as numbers, without the list's columns
};

class Drafts final : public QObject
{
    Q_OBJECT
public:
    Drafts(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock, Jobs &jobs);

    // New, or in place of the one with its id; an open one closes the others.
    base::Result<void> save(const StoredDraft &draft);
    base::Result<void> remove(qint64 id);
    // Text, sender, options and recipients of a campaign: its groups and list are read anew, so that their
    // fields are there; who is not to get it again is removed; who stands in neither is there as a number.
    void reuse(qint64 campaign, Again again, const JobDone<Reused> &done);

Q_SIGNALS:
    void changed();

private:
    storage::Database &m_database;
    storage::GroupCommit &m_commits;
    const base::Clock &m_clock;
    Jobs &m_jobs;
};

} // namespace engine
