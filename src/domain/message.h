// SPDX-License-Identifier: GPL-3.0-or-later
// One recipient's message, its attempts and what was heard of it. Times are UTC milliseconds.
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <array>
#include <optional>

namespace domain {

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
inline constexpr int messageStateCount = 13;

QString identifier(MessageState state); // cli.md: "withOperator"; also the stored form
std::optional<MessageState> messageState(QStringView identifier);
QList<MessageState> allMessageStates(); // in the order of cli.md

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
    QString note;                 // "statusOverrides", "sentTwice", or empty
    qint64 sinceMs = 0;           // when it came into its state
    int row = 0;                  // of the list, header = 1; 0: not from a list
    int copy = 0; // its place among the campaign's messages to this number, where each row has its own
};

enum class EventKind { Queued, Sending, Answer, Status, Decision };
QString identifier(EventKind kind);

struct MessageEvent
{
    qint64 atMs = 0;
    EventKind kind = EventKind::Queued;
    std::optional<int> status; // of a Status event: -1, 4, 5
    QString detail;            // a stable identifier or short technical words, never a secret
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
    int status = 0; // -1, 4, 5
    std::optional<qint64> origId;
    QString ref;    // empty: none given
    QString number; // E.164, empty: none given
    QString peer;
    QByteArray raw; // the query or form body as received
    qint64 receivedMs = 0;
};

} // namespace domain
