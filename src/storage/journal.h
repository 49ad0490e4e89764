// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of messages: attempts before their first byte, answers, states and events. Writes
// expect an open Transaction or a GroupCommit work; what a state means is decided in campaign/.
#pragma once

#include "base/result.h"
#include "domain/message.h"
#include "domain/pausereason.h"
#include "domain/verdict.h"
#include "storage/database.h"

#include <QHash>
#include <QList>

#include <functional>
#include <limits>
#include <optional>

namespace storage {

inline constexpr int everyMessage = std::numeric_limits<int>::max(); // a limit that is none, for forEach

// In which order a person reads a campaign's messages; Made is that of their ids.
enum class MessageOrder { Made, Number, Name, Text, State, Since, Reason };

struct MessageFilter
{
    std::optional<qint64> campaign;
    QList<domain::MessageState> states; // empty: any
    QString search;                     // number, name, text, reference (MessageSearch); empty: all
    std::optional<QString> number;      // E.164, exactly
    qint64 afterId = 0;                 // page by key
    bool newestFirst = false;           // then afterId is a 'before'; 0: from the end
    int limit = 1000;
    qint64 fromId = 0; // bounds of a period, both included (JournalTimes); 0: none
    qint64 toId = 0;
    // Of a campaign only. Any but Made is paged by `offset` instead of afterId.
    MessageOrder order = MessageOrder::Made;
    bool descending = false;
    qint64 offset = 0;
};

// One step of a message: its new state, what is known with it, and the event that says why.
struct Step
{
    qint64 message = 0;
    domain::MessageState to = domain::MessageState::Queued;
    domain::EventKind kind = domain::EventKind::Answer;
    std::optional<qint64> gatewayId; // set when given
    std::optional<int> errorCode;    // set when given
    bool clearError = false;         // forget the last refusal
    QString errorText;
    std::optional<domain::DeliveryStatus> status; // of a Status event
    QString detail;
    domain::Note note = domain::Note::None; // set when it is one
    qint64 atMs = 0;
};

struct AttemptResult
{
    int httpStatus = 0;
    QByteArray answer; // raw, at most 64 KiB
    domain::Verdict verdict = domain::Verdict::Uncertain;
    QString failure; // technical words
    qint64 endedMs = 0;
};

struct AttemptRecord
{
    domain::Attempt attempt;
    std::optional<AttemptResult> result; // absent: in flight, or the process died
};

class Journal
{
public:
    explicit Journal(Database &database)
        : m_database(database)
    {
    }

    // The attempt row, its members, and queued → sending with the event, for all of them.
    // WrongState if a member is not queued: then nothing may be sent.
    base::Result<qint64> beginAttempt(const domain::Attempt &attempt, const QList<qint64> &messages);
    base::Result<void> endAttempt(qint64 attempt, const AttemptResult &result);
    base::Result<QList<AttemptRecord>> attempts(qint64 campaign); // oldest first
    base::Result<void> apply(const Step &step);                   // NotFound
    // Every message of the campaign that is in one of the states; returns how many moved.
    base::Result<qint64> moveAll(qint64 campaign, const QList<domain::MessageState> &from, const Step &step);
    // Every member of the attempt that is `sending`, as one set (the step's own message does not matter).
    // The other members, which something else has moved before.
    base::Result<QList<qint64>> moveSending(qint64 attempt, const Step &step);

    // At start: sending → uncertain, running campaigns → paused (Interrupted). How many uncertain.
    base::Result<qint64> recoverInterrupted(qint64 atMs);
    // Of a restored, copied or older database: what recoverInterrupted does, then scheduled and queued →
    // held, campaigns that could go on → held. How many are held.
    base::Result<qint64> holdEverything(const domain::PauseReason &reason, qint64 atMs);

    base::Result<QList<domain::Message>> queued(qint64 campaign, qint64 afterId, int limit); // by id
    base::Result<qint64> waitingSegments(qint64 campaign); // of what is queued, or scheduled
    base::Result<QList<domain::Message>> messages(const MessageFilter &filter);
    base::Result<domain::Message> message(qint64 id);                   // NotFound
    base::Result<bool> sharesItsNumber(const domain::Message &message); // with another of its campaign
    base::Result<QList<domain::MessageEvent>> events(qint64 message);   // oldest first
    // How many match, from the kept counts; absent when only reading all of them would tell (search,
    // number, period).
    base::Result<std::optional<qint64>> count(const MessageFilter &filter);
    // Walks every matching message in pages with its events, without holding them all.
    base::Result<void>
    forEach(const MessageFilter &filter,
            const std::function<bool(const domain::Message &, const QList<domain::MessageEvent> &)> &visit);

    // Statuses. Stored once (DLR-07): 0 when it was there already. Without the message that it is
    // about it is kept (DLR-06).
    base::Result<qint64> addStatus(const domain::StatusEvent &event, std::optional<qint64> message = {});
    base::Result<bool> hasStatus(const domain::StatusEvent &event);
    // A status's ref as the attempt has it: one with letters outside ASCII may come back in another
    // character set, and is known by the 22 characters behind its last '~'. Any other ref as it is.
    base::Result<QString> asPosted(const QString &ref);
    // The message it is about: by ref and number, else by origid (DLR-01, DLR-02).
    base::Result<std::optional<qint64>> matching(const domain::StatusEvent &event);
    base::Result<void> setMatched(qint64 statusEvent, qint64 message);
    struct KeptStatus
    {
        qint64 id = 0;
        domain::StatusEvent event;
    };
    // Kept statuses that fit what has become known of a message (its gateway id, or its ref).
    base::Result<QList<KeptStatus>> keptFor(qint64 gatewayId, const QString &ref, const QString &number);
    // What the attempt with this ref has for this message; absent: none yet.
    base::Result<std::optional<qint64>> origId(qint64 message, const QString &ref);
    // Remembers the origid of a status for the attempt with this ref; true when it is a second,
    // different one for the same attempt and number: 'sent twice'.
    base::Result<bool> noteOrigId(qint64 message, const QString &ref, qint64 origId);
    // DLR-05: with the gateway or operator, nothing final, and the deadline (validity + 24 h after
    // sending or its scheduled time) lies before this time: pass the present.
    base::Result<QList<qint64>> awaitingSince(qint64 beforeMs, int limit);
    // A person's decision on a gateway group's uncertain requests, whose members are not known here:
    // they get this verdict. Returns how many.
    base::Result<qint64> decideRequests(qint64 campaign, domain::Verdict verdict);

    // db check: messages whose column differs from what its events say.
    struct Difference
    {
        qint64 message = 0;
        QString stored;
        QString replayed;
    };
    // Also kept counts that differ from a count: message is 0 then.
    base::Result<QList<Difference>> differences();

private:
    base::Result<QList<domain::Message>> ordered(const MessageFilter &filter);
    base::Result<qint64> moveEverywhere(const QList<domain::MessageState> &from, const Step &step);
    base::Result<QHash<qint64, QList<domain::MessageEvent>>> eventsOf(const QList<domain::Message> &messages);

    Database &m_database;
};

} // namespace storage
