// SPDX-License-Identifier: GPL-3.0-or-later
// Forgets what has become old, in small portions: texts first, the log later. Expects an open
// Transaction or a GroupCommit work. Rows come in the order of their ids: what stands behind something
// younger is not old, whatever the clock said when it came.
#pragma once

#include "base/result.h"
#include "domain/message.h"
#include "storage/database.h"

namespace storage {

// What is older than beforeMs by the time that nowMs is.
struct Age
{
    qint64 beforeMs = 0;
    qint64 nowMs = 0;
};

class Retention
{
public:
    explicit Retention(Database &database)
        : m_database(database)
    {
    }

    // Texts of messages that have not changed since, of campaigns that had finished by then and
    // have nothing left to be decided; and texts and files of what came in before then, and drafts that
    // have not changed since. How many rows
    // that were; 0: nothing is left to forget.
    base::Result<qint64> forgetTexts(const Age &age, int portion);
    // Finished campaigns, what came in, statuses, quarantine: all that is older. 0: nothing left.
    base::Result<qint64> dropLog(const Age &age, int portion);

private:
    base::Result<qint64> forgetCampaignTexts(const Age &age, int portion);
    // Of what came in: the old ones with a text or a raw request among the next ones, and up to which id no
    // such is left.
    struct OldInbound
    {
        qint64 to = 0;
        QList<qint64> withText;
    };
    base::Result<qint64> forgetInboundTexts(const Age &age, int portion);
    base::Result<OldInbound> oldInbound(const Age &age, qint64 behind, int portion);
    base::Result<void> forgetInbound(const OldInbound &old);
    base::Result<qint64> dropRows(const QString &table, const Age &age, int portion);
    base::Result<qint64> forgetTextsOf(qint64 campaign, qint64 from, qint64 beforeMs, int portion);
    base::Result<qint64> dropCampaign(qint64 campaign, qint64 beforeMs, int portion);
    // The next of the campaign's messages, up to one that has changed since. last: there are no others.
    base::Result<QList<domain::Message>> oldOnes(qint64 campaign, qint64 afterId, qint64 beforeMs,
                                                 int portion, bool &last);

    Database &m_database;
};

} // namespace storage
