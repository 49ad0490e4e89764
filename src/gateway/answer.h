// SPDX-License-Identifier: GPL-3.0-or-later
// What an exchange with the gateway proves, as the table in reliability.md says; pure.
#pragma once

#include "domain/verdict.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace gateway {

// One exchange as the network saw it.
struct Exchange
{
    bool bodyUntouched = false;     // no byte of the body left: proven unsent
    bool complete = false;          // an answer with status line and head came in, and ended without an error
    bool endProven = false;         // its body came in as long as the head said, or with its last chunk
    bool tellsOfConnection = false; // a Connection header says whether it is kept or closed
    int httpStatus = 0;             // 0: none
    QByteArray body;                // at most 64 KiB
    bool tooLarge = false;          // the answer was larger
    QString failure;                // technical words: "timeout", "connection closed" …
};

using domain::Verdict;

struct Outcome
{
    Verdict verdict = Verdict::Uncertain;
    std::optional<qint64> gatewayId; // single, accepted
    std::optional<int> errorCode;    // as answered
    QString description;             // the gateway's own words
    QString reason;                  // technical words for the journal when nothing was answered
    bool listsKnown = true;          // bulk: false when the body of a 201 was unreadable
    QStringList invalidNumbers;      // bulk, E.164 where readable
    QStringList duplicateNumbers;
    // What GatewayClient copies from the exchange before it calls done, for the journal; the judging
    // functions leave both alone.
    QByteArray raw;     // the answer's body as received, at most 64 KiB
    int httpStatus = 0; // 0: none
};

Outcome judgeSingle(const Exchange &exchange);     // JSON interface (OUT-17)
Outcome judgeSingleText(const Exchange &exchange); // GET interface (OUT-18)
Outcome judgeBulk(const Exchange &exchange);       // BLK-05, BLK-06
// The lists in the form of the numbers that were sent (E.164 or 00), also where they leave out the country
// (BLK-06). listsKnown is false where they name one that was not: then they may say something that is not
// understood.
Outcome namedAsSent(Outcome outcome, const QStringList &sent);

} // namespace gateway
