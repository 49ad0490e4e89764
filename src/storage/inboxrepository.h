// SPDX-License-Identifier: GPL-3.0-or-later
// What came in: messages once each, their files, conversations, missing counters and quarantine.
// Writes expect an open Transaction or a GroupCommit work.
#pragma once

#include "base/result.h"
#include "domain/inbound.h"
#include "storage/database.h"

#include <QList>
#include <QSet>
#include <QVariantList>

#include <optional>

namespace storage {

struct InboxFilter
{
    std::optional<QString> number; // sender, exactly
    std::optional<qint64> sinceMs; // received then or later
    QString search;                // every word somewhere in number, text or keyword; empty: all
    qint64 afterId = 0;            // page by key
    bool newestFirst = false;      // then afterId is a 'before'; 0: from the end
    int limit = 1000;
};

struct StoredInbound
{
    qint64 id = 0;        // of the new message, or of the one that this repeats
    bool repeat = false;  // was there already (INB-09): nothing was stored
    bool differs = false; // claims to be one that is there, with other content: kept and flagged
};

struct Conversation
{
    QString number; // or a text sender
    QString name;   // of the contact, else the one that a list or campaign knew; may be empty
    bool isContact = false;
    QString lastText;
    qint64 lastMs = 0; // received
    int unread = 0;
    bool mayBeOptOut = false; // something in it waits for a person to say whether it is an opt-out
};

struct CounterGap // INB-07
{
    qint64 first = 0;
    qint64 last = 0;
    qint64 noticedMs = 0;

    bool operator==(const CounterGap &) const = default;
};

struct InboundAction
{
    qint64 inbound = 0;
    qint64 atMs = 0;
    domain::ActionKind what = domain::ActionKind::Other;
    QString detail;
};

class InboxRepository
{
public:
    explicit InboxRepository(Database &database)
        : m_database(database)
    {
    }

    // Once each: by the gateway's id, else by counter, time, sender and content (INB-09). With
    // `watchCounter` the counters that are missing before it are noted, and one that comes late is
    // taken from them (INB-07).
    base::Result<StoredInbound> add(const domain::InboundMessage &message, bool watchCounter = true);
    base::Result<domain::InboundMessage> message(qint64 id); // with the files' content; NotFound
    // Without the files' content, which may be large.
    base::Result<QList<domain::InboundMessage>> messages(const InboxFilter &filter);
    base::Result<qint64> fileSize(qint64 message, int place); // bytes; NotFound

    enum class Shelf { Open, Archived };
    // Newest first. What was archived is open again once something newer comes in.
    base::Result<QList<Conversation>> conversations(int limit, Shelf shelf = Shelf::Open);
    base::Result<void> setArchived(const QString &number, bool archived);
    base::Result<void> markAllRead();
    base::Result<qint64> unread(); // messages
    base::Result<void> markRead(const QString &number);

    base::Result<void> addAction(const InboundAction &action);
    base::Result<QList<InboundAction>> actions(qint64 message); // oldest first
    // When a rule last did this for this number: an answer once per number and day.
    base::Result<std::optional<qint64>> lastAction(const QString &number, domain::ActionKind what,
                                                   const QString &detail);

    base::Result<QSet<qint64>> possibleOptOuts(); // messages that wait for a person's word
    base::Result<void> decidePossibleOptOuts(const QString &number, bool optOut);

    base::Result<QList<CounterGap>> gaps(); // by counter
    base::Result<void> forgetGaps();        // the person has looked into them

    base::Result<void> addQuarantined(const domain::Quarantined &quarantined);
    base::Result<QList<domain::Quarantined>> quarantine(int limit); // newest first

private:
    base::Result<void> addFiles(qint64 inbound, const QList<domain::InboundFile> &files);
    base::Result<void> countIn(qint64 counter, bool watch, qint64 atMs);
    base::Result<void> closeGap(qint64 counter);
    base::Result<QList<domain::InboundMessage>> select(const QString &condition, const QVariantList &values);
    base::Result<void> readFiles(domain::InboundMessage &message, bool content);

    Database &m_database;
};

} // namespace storage
