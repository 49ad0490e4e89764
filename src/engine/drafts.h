// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that are being written: they outlive the window and a crash. One is open on the Send page, the
// others wait. And a campaign that was sent, made into a draft again.
#pragma once

#include "engine/draft.h"
#include "engine/job.h"
#include "engine/kept.h"
#include "storage/draftrepository.h"

#include <QHash>

namespace engine {

struct StoredDraft
{
    qint64 id = 0; // chosen by who begins it, not 0
    qint64 changedMs = 0;
    bool open = false;
    Draft draft;
    QString pasted; // what the list was pasted from; then the draft's listFile is not kept
    QHash<QString, QString> names = {}; // what typed numbers are called, by the number as typed
};
StoredDraft fromRow(const storage::DraftRow &row);

// A pasted list as the file that lists are read from. Errors: FileUnwritable.
base::Result<void> writePasted(const QString &text, const QString &file);

// Has the message, or may have it: is not written to again as one who did not get it.
bool isReached(domain::MessageState state);

// Of a campaign's recipients, who gets it again.
enum class Again { Everybody, NotReached, Nobody };

struct Reused
{
    Draft draft;
    QString pasted;   // of a pasted list; then the draft has no listFile
    QString goneList; // its path: its recipients are there as numbers, without the list's columns
};

class Drafts final : public Kept
{
    Q_OBJECT
public:
    Drafts(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock, Jobs &jobs);

    // New, or in place of the one with its id; an open one closes the others.
    base::Result<void> save(const StoredDraft &draft);
    base::Result<void> remove(qint64 id);
    // It became this campaign (0: none) and goes; a pasted list stays, for when the campaign is used again.
    base::Result<void> handOver(const StoredDraft &draft, qint64 campaign);
    // Text, sender, options and recipients of a campaign: its groups and list are read anew, so that their
    // fields are there; who is not to get it again is removed; who stands in neither is there as a number.
    // list: where its list is now, if that is known; else it is looked for where it was.
    void reuse(qint64 campaign, Again again, const QString &list, const JobDone<Reused> &done);

private:
    Jobs &m_jobs;
};

} // namespace engine
