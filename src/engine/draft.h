// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is about to send, and what planning it found. Plain values.
#pragma once

#include "base/result.h"
#include "campaign/guards.h"
#include "campaign/recipientplan.h"
#include "domain/campaign.h"
#include "domain/sendoptions.h"
#include "engine/listintake.h"

#include <QStringList>

#include <optional>

namespace engine {

// A number of a list that a person has corrected, and not in the file.
struct RetypedNumber
{
    int row = 0;
    QString input; // as it stands there
    QString number;

    bool operator==(const RetypedNumber &) const = default;
};

// Where the recipients come from; several may be given at once.
struct Recipients
{
    QStringList typed;    // numbers in any form
    bool strict = false;  // one invalid typed number refuses the whole draft
    QStringList groups;   // of the contacts here
    bool eachRow = false; // rows that share a number are messages of their own
    QString gatewayGroup; // known to the gateway only (BLK-02); then nothing else
    QString listFile;
    ListChoices list;
    QStringList removed; // E.164: a person took them out
    QList<RetypedNumber> retyped;
    bool leaveOutLandlines = false;
    bool plainLetters = false; // in what goes into the fields: "ł" becomes "l" where GSM has no ł

    bool operator==(const Recipients &) const = default;
};

struct Draft
{
    QString name; // of the campaign; empty: made from list and date
    QString account;
    QString sender;
    QString text;
    bool mergeFields = true; // false: the text is taken as it stands
    domain::SendOptions options;
    domain::SendMode mode = domain::SendMode::Automatic;
    Recipients recipients;
    std::optional<qint64> startAtMs; // local schedule
    QString startZone;
    int catchUpMinutes = 0;
    bool confirmsOptOut = false;                  // the program's own message to who has just opted out
    domain::Repeat repeat = domain::Repeat::Once; // then recipients are groups or a list
    qint64 keptSkips = 10000; // so many of those who are left out are named; all are counted
    qint64 keptSample = 50;   // so many rendered messages are in the summary
};

// After the list, the groups or the text, and `when`; one that repeats has no time in its name.
QString suggestedName(const Draft &draft, const QString &when);

struct PlanSummary
{
    qint64 campaign = 0; // 0: only examined, nothing stored
    campaign::PlanTotals totals;
    domain::SendMode mode = domain::SendMode::Single;
    QList<domain::Skipped> skipped; // at most as many as the draft says
    qint64 skippedCount = 0;
    QMap<domain::SkipReason, qint64> skippedBy; // all of them
    QList<domain::Message> sample;              // the first rendered messages, as many as the draft says
    std::optional<domain::Message> longest;     // of all that are rendered
    QStringList fields;                         // columns and contact fields that texts may use
    QStringList unknownFields;       // of the text: nobody's row has them, and they have no default
    QStringList defaultedFields;     // nobody's row has them either, so that everybody gets the default
    QList<listfiles::Finding> notes; // of the list
    std::optional<ListFound> list;   // of a list: how it was read
    QList<campaign::Objection> objections;
};

} // namespace engine
