// SPDX-License-Identifier: GPL-3.0-or-later
// A message that came in (INB-01, INB-02, INB-04). Plain values; times are UTC milliseconds.
#pragma once

#include "base/words.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace domain {
using base::identifier;

struct InboundFile
{
    QString id;
    QString contentType;
    QString fileName;   // as named by the sender: shown, never a path
    QByteArray content; // decoded
};

struct InboundMessage
{
    qint64 rowId = 0;                // in the log
    std::optional<qint64> gatewayId; // JSON's `id`; the GET form has none
    QString from;                    // E.164 where it is a number (INB-06)
    QString to;
    QString text;
    qint64 sentMs = 0;
    std::optional<qint64> counter;
    QString keyword;
    QList<InboundFile> files;
    QString peer;
    QByteArray raw; // what was received, without the files' content
    qint64 receivedMs = 0;
};

// What the inbox's rules, or a person, did because of a message.
enum class ActionKind {
    OptedOut,
    ConfirmedOptOut,
    MayBeOptOut, // a person is asked, and says which of the next two
    WasOptOut,
    WasNoOptOut,
    JoinedGroup, // detail: its name
    Answered,    // detail: the keyword
    NotAnswered, // detail: why, as a sentence
    RuleFailed,
    Other, // of another version of the program
};
constexpr auto wordsOf(ActionKind) // the stored form
{
    return base::Words<ActionKind::Other>({"optedOut", "confirmedOptOut", "mayBeOptOut", "wasOptOut",
                                           "wasNoOptOut", "joinedGroup", "answered", "notAnswered",
                                           "ruleFailed", "other"});
}
ActionKind actionKind(QStringView identifier);

// Why a request cannot be read.
enum class Unreadable {
    BadEscape,
    BadUtf8,
    BadJson,
    BadBase64,
    BadParameter,
    DuplicateParameter,
    MissingParameter,
    TooManyFiles,
    FilesTooLarge,
    ForeignSeal, // from the mailbox, sealed to another key
    Other,       // of another version of the program
};
constexpr auto wordsOf(Unreadable) // cli.md; also the stored form
{
    return base::Words<Unreadable::Other>({"badEscape", "badUtf8", "badJson", "badBase64", "badParameter",
                                           "duplicateParameter", "missingParameter", "tooManyFiles",
                                           "filesTooLarge", "foreignSeal", "other"});
}

// What an allowed address sent and nobody can read.
struct Quarantined
{
    qint64 receivedMs = 0;
    QString peer;
    Unreadable reason = Unreadable::Other;
    QByteArray raw;
    // Sender, text and what else of a message can be read all the same: its opt-out counts. Not stored.
    std::optional<InboundMessage> legible = std::nullopt;
};

} // namespace domain
