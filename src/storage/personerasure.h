// SPDX-License-Identifier: GPL-3.0-or-later
// Takes one person out of every table, in portions (design: reliability, "Privacy"): looked up by who only
// reads, removed by the writer. The opt-out stays as a keyed hash, and so does the number in a status that
// comes later. Backups made before age out.
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <QList>

#include <functional>

namespace storage {

class PersonErasure
{
public:
    enum class Place { Status, Message, Inbound, Skipped, Quarantine, History };
    struct Portion
    {
        Place place = Place::Message;
        QList<qint64> ids;
    };
    using Found = std::function<base::Result<void>(const Portion &portion)>;

    explicit PersonErasure(Database &database)
        : m_database(database)
    {
    }

    base::Result<bool> isKnown(const QString &number); // anything but an erased person's hash

    // By the writer, in this order; they expect an open Transaction or a GroupCommit work. begin() takes
    // what is never much, and from then on the person counts as erased. WrongState while one of their
    // messages is being sent. Its job's row (kind Erase), with the number.
    base::Result<qint64> begin(const QString &number, qint64 atMs);
    base::Result<void> take(const Portion &portion);
    // All has been taken: traces are left in the pages of the index and in the log. The row keeps no number.
    base::Result<void> beginScrub(qint64 job);
    base::Result<bool> scrubSome(bool first); // a step; false: the index is clean

    // By whoever reads: hands on all that is there, at most so many at a time; how many. What comes in
    // meanwhile is found by another walk, until one finds nothing.
    base::Result<qint64> find(const QString &number, int most, const Found &found);
    base::Result<bool> isBeingSent(const QString &number);

    // The end, outside a transaction and at once: empties the log, and ends the job. False: a reader is in
    // the way. On a server its log and backups age out where they are kept.
    base::Result<bool> emptyLog(qint64 job);

    // All but the scrubbing, in one transaction that is open.
    base::Result<void> eraseAtOnce(const QString &number, qint64 atMs);

private:
    base::Result<void> takeMessages(const QList<qint64> &ids);
    base::Result<void> takeMessage(qint64 id);
    base::Result<bool> truncateLog();
    base::Result<void> hideOptOut(const QString &number);

    Database &m_database;
};

} // namespace storage
