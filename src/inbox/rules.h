// SPDX-License-Identifier: GPL-3.0-or-later
// What the inbox does with a message by itself: opt-outs, and keywords that join a group or are
// answered. Pure.
#pragma once

#include "domain/inbound.h"
#include "inbox/optoutwords.h"

#include <QList>

namespace inbox {

// For messages whose first word is the keyword, in any case.
struct KeywordRule
{
    QString keyword;
    QString group;  // the sender joins it; empty: none
    QString answer; // sent back, at most once per number and day; empty: none

    bool operator==(const KeywordRule &) const = default;
};

struct IntakeRules
{
    QStringList optOutWords = defaultOptOutWords();
    QString optOutAnswer; // confirms an opt-out, once; empty: none
    QList<KeywordRule> keywords;
    bool watchCounters = true; // INB-07: off where several gateways share the customer's counter
};

struct Verdict
{
    bool optOut = false;
    bool mayBeOptOut = false; // resembles one: a person looks at it, and it joins and answers nothing
    QStringList groups;       // to join
    QString answer;           // empty: none; of an opt-out: its confirmation
    QString keyword;          // of the answer's rule

    bool operator==(const Verdict &) const = default;
};

// An opt-out is nothing else as well. The first rule with an answer gives it.
Verdict judge(const domain::InboundMessage &message, const IntakeRules &rules);

// The other side's machine speaks, or our own answer comes back: answering it could go on for ever.
bool isAutomaticAnswer(const QString &text, const IntakeRules &rules);

} // namespace inbox
