// SPDX-License-Identifier: GPL-3.0-or-later
// Whole answers, framed and ended in every way that servers have: what they say must be believed however
// the connection ends, and an id only where its last digit is known to be the last (OUT-17, OUT-18, BLK-05).
#pragma once

#include "faults/network/networkfaults.h"

namespace faults {

// Old: HTTP/1.0. Promised: the length is more than comes. OpenChunks: the last chunk never comes.
enum class Framing { Length, Chunked, Close, OldLength, OldClose, Promised, OpenChunks };

struct AnswerEnd
{
    Framing framing = Framing::Length;
    support::PeerPlan::Ending ending = support::PeerPlan::Ending::KeepAlive;
    bool tls = false;
    bool lineEnd = false; // behind the answer

    QString name() const;
};
QList<AnswerEnd> answerEnds();

// One answer that accepts or, by chance, refuses; `refused` says which.
struct EndTrial
{
    Trial trial;
    bool refused = false;
};
EndTrial triedEnd(const AnswerEnd &end, Endpoint endpoint, quint32 seed, const ClientFactory &factory);
QStringList violations(const AnswerEnd &end, Endpoint endpoint, const EndTrial &trial);

} // namespace faults
