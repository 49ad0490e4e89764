// SPDX-License-Identifier: GPL-3.0-or-later
// One recipient's message, its attempts and what was heard of it. Times are UTC milliseconds.
#pragma once

#include "base/words.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <array>
#include <optional>

namespace domain {
using base::identifier;

// Every approved message is always in one of these (design: reliability, "One recipient's message").
enum class MessageState {
    Scheduled,
    Queued,
    Sending,
    Accepted,
    Refused,
    Duplicate,
    Uncertain,
    WithOperator,
    Delivered,
    Failed,
    NoConfirmation,
    Cancelled,
    Held,
};
constexpr auto wordsOf(MessageState) // cli.md; also the stored form
{
    return base::Words<MessageState::Held>({"scheduled", "queued", "sending", "accepted", "refused",
                                            "duplicate", "uncertain", "withOperator", "delivered", "failed",
                                            "noConfirmation", "cancelled", "held"});
}
inline constexpr int messageStateCount = static_cast<int>(MessageState::Held) + 1;
QList<MessageState> allMessageStates(); // in the order of cli.md

// The groups in which a person asks about messages: of figures, filters, bars and colours.
enum class StateGroup {
    Delivered,
    UnderWay,
    Failed,
    Uncertain,
    Duplicate,
    Held,
    NoConfirmation,
    Cancelled,
};
inline constexpr int stateGroupCount = 8;
StateGroup groupOf(MessageState state);
QList<MessageState> statesOf(StateGroup group); // in the order of cli.md
QList<StateGroup> allStateGroups();             // in the order in which they are shown

// What a person should know of a message beside its state; a later one says more.
enum class Note { None, Presumed, DeliveredAfterFailed, StatusOverrides, SentTwice };
constexpr auto wordsOf(Note) // the stored form
{
    return base::Words<Note::SentTwice>(
        {"", "presumed", "deliveredAfterFailed", "statusOverrides", "sentTwice"});
}

// What the gateway says of a message that it has taken (DLR-01). DLR-03: any other number is kept as it
// came, and changes nothing.
class DeliveryStatus
{
public:
    enum Known { WithOperator = -1, Delivered = 4, Failed = 5 };

    constexpr DeliveryStatus(Known known)
        : m_number(known)
    {
    }
    explicit constexpr DeliveryStatus(int number) // as posted, also the stored form
        : m_number(number)
    {
    }

    constexpr int number() const { return m_number; }
    constexpr std::optional<Known> known() const
    {
        switch (m_number) {
        case WithOperator:
        case Delivered:
        case Failed:
            return static_cast<Known>(m_number);
        default:
            return std::nullopt;
        }
    }
    constexpr bool operator==(const DeliveryStatus &) const = default;

private:
    int m_number;
};

struct Message
{
    qint64 id = 0;
    qint64 campaign = 0;
    QString number; // E.164 (+4799999999)
    QString name;   // from the list or contacts, may be empty
    QString sender;
    QString text;                          // rendered
    QMap<QString, QString> templateFields; // rendered for this recipient; empty: the campaign's as they are
    int segments = 0;
    MessageState state = MessageState::Queued;
    std::optional<qint64> gatewayId;
    std::optional<int> errorCode; // of the last answer
    QString errorText;            // the gateway's own description
    QString ref;                  // of the last attempt, empty before the first
    Note note = Note::None;
    qint64 sinceMs = 0; // when it came into its state
    int row = 0;        // of the list, header = 1; 0: not from a list
    int copy = 0;       // its place among the campaign's messages to this number, where each row has its own
};

enum class EventKind { Queued, Sending, Answer, Status, Decision };
constexpr auto wordsOf(EventKind)
{
    return base::Words<EventKind::Decision>({"queued", "sending", "answer", "status", "decision"});
}

struct MessageEvent
{
    qint64 atMs = 0;
    EventKind kind = EventKind::Queued;
    std::optional<DeliveryStatus> status; // of a Status event
    QString detail;                       // a stable identifier or short technical words, never a secret
};

enum class Endpoint { Single, Bulk };

// One request to the gateway, journalled before its first byte.
struct Attempt
{
    qint64 id = 0;
    qint64 campaign = 0;
    QString ref; // unique: the person's reference ~ 22 characters of 128 random bits
    Endpoint endpoint = Endpoint::Single;
    QByteArray bodyHash; // SHA-256 of the body without the password
    qint64 startedMs = 0;
};

// A delivery status as the gateway posted it (DLR-01, DLR-02).
struct StatusEvent
{
    DeliveryStatus status = DeliveryStatus::WithOperator;
    std::optional<qint64> origId;
    QString ref;    // empty: none given
    QString number; // E.164, empty: none given
    QString peer;
    QByteArray raw; // the query or form body as received
    qint64 receivedMs = 0;
};

} // namespace domain
