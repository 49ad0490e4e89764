// SPDX-License-Identifier: GPL-3.0-or-later
// The search in the log: words and numbers as a person types them, newest messages first.
#pragma once

#include "base/result.h"
#include "storage/journal.h"

#include <QList>

namespace storage {

class MessageSearch
{
public:
    explicit MessageSearch(Database &database)
        : m_database(database)
    {
    }

    // The next messages that are not in the index yet; returns how many, 0: all are. Indexing costs
    // more than storing, so it is not part of a campaign's planning: call it when there is time, in
    // portions of some hundred. Expects an open Transaction or a GroupCommit work.
    base::Result<qint64> advance(int messages);

    // Ids of the messages that hold every word of filter.search as the beginning of a word, or whose
    // ref begins with it. Of the messages not yet indexed only the newest 2,000 are looked at.
    base::Result<QList<qint64>> find(const MessageFilter &filter);

    // Before a message's number, name or text changes or goes; remember() after it has changed.
    base::Result<void> forget(const domain::Message &message);
    base::Result<void> remember(const domain::Message &message);
    base::Result<void> forget(const QList<qint64> &messages); // before they go
    // Merges what was forgotten out of the index's file pages, so many of them; false: that was all.
    base::Result<bool> mergeSome(bool first);

private:
    base::Result<qint64> searchedTo();
    base::Result<bool> knows(const domain::Message &message);                         // it is in the index
    base::Result<void> tellIndex(const QString &sql, const domain::Message &message); // if it is in it
    base::Result<void> scanNewest(const MessageFilter &filter, const QStringList &terms, qint64 above,
                                  QList<qint64> &ids);
    base::Result<bool> findCommon(const MessageFilter &filter, const QStringList &terms, QList<qint64> &ids);
    base::Result<void> findIndexed(const MessageFilter &filter, const QStringList &terms, QList<qint64> &ids);
    base::Result<void> findByRef(const MessageFilter &filter, QList<qint64> &ids);

    Database &m_database;
};

} // namespace storage
