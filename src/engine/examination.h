// SPDX-License-Identifier: GPL-3.0-or-later
// A draft looked at as it would be sent. Whatever the Send page shows of it (counter, preview, summary,
// total) is read from this one value, and the review's plan is made of the same draft. Pure but for the plan.
#pragma once

#include "engine/draft.h"

namespace engine {

// What can be planned of a draft that is still being written: what is missing or undecided is put aside, so
// that its recipients are judged from the first number on.
struct Examinable
{
    QString text;                     // as written
    QString sender;                   // the same
    domain::SendOptions options;      // the same
    Draft draft;                      // as it is planned
    std::optional<base::Error> fault; // why it cannot be sent as it stands
    bool textCounts = true;           // false: a stand-in is planned, which says nothing of SMS and cost
    bool personal = false;            // the text has merge fields
    QStringList unknownFields;        // which nobody has: a fault of the text
};

// Undecided characters outside GSM are planned as Unicode: that is what they cost as they stand. Faults, the
// first of: the sender's, TextEmpty, InvalidField (a brace), NeedsUnicode, TextTooLong, ScheduledInPast (also
// of a start here), RepeatNeedsGroup, those of the options. templateUsable: else the message is planned
// without its template, whose form says what is wrong.
Examinable examinable(const Draft &draft, qint64 nowMs, bool templateUsable = true);

struct Examination
{
    Examinable examined;
    PlanSummary plan;
    std::optional<base::Error> fault;     // why it cannot be sent: the draft's, else the plan's
    std::optional<base::Error> planFault; // its recipients could not be read

    // Of the text that its longest recipient gets; as it is written, where nobody gets one.
    QString longestText() const;
    bool unicode() const { return examined.draft.options.unicode; }
    bool canBeSent() const;
};
Examination examination(const Examinable &examined, const base::Result<PlanSummary> &plan);

// A field that nobody has is the text's fault and takes nobody out: the draft with those fields as they
// stand, to be planned in its place. Nothing: there are none.
std::optional<Examinable> withoutUnknownFields(const Examination &examination);

// The same recipients with another text for all of them: known without planning anew. Nothing where texts or
// recipients may differ.
std::optional<Examination> rewritten(const Examination &before, const Examinable &now);

} // namespace engine
