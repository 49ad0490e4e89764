// SPDX-License-Identifier: GPL-3.0-or-later
// A campaign: one text to many recipients, its plan and where it stands. Times are UTC milliseconds.
#pragma once

#include "base/words.h"
#include "domain/message.h"
#include "domain/pausereason.h"
#include "domain/sendoptions.h"
#include "phone/phonenumber.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace domain {
using base::identifier;

enum class CampaignState { Planned, Running, Paused, Finished, Cancelled, Held };
constexpr auto wordsOf(CampaignState) // cli.md; also the stored form
{
    return base::Words<CampaignState::Held>(
        {"planned", "running", "paused", "finished", "cancelled", "held"});
}

// How often a campaign begins by itself, from the time that the person chose.
enum class Repeat { Once, Daily, Weekly, Monthly };

// Why a row of the list or a typed number gets no message.
enum class SkipReason {
    Empty,
    NotANumber,
    TooShort,
    TooLong,
    ScientificNotation,
    InvalidCountry,
    Duplicate,
    OptedOut,
    CountryNotAllowed,
    MissingField,
    TextTooLong,
    NeedsUnicode,
    TextEmpty,
    InvalidField, // of a template, once its merge fields are filled in
    Landline,     // a person left those out
    Removed,      // a person took this one out
};
constexpr auto wordsOf(SkipReason) // cli.md; also the stored form
{
    return base::Words<SkipReason::Removed>(
        {"empty", "notANumber", "tooShort", "tooLong", "scientificNotation", "invalidCountry", "duplicate",
         "optedOut", "countryNotAllowed", "missingField", "textTooLong", "needsUnicode", "textEmpty",
         "invalidField", "landline", "removed"});
}
SkipReason skipReason(phone::NumberError error); // of a number that has one

struct Skipped
{
    int row = 0; // of the list, header = 1; of typed numbers: their place, from 1
    QString input;
    SkipReason reason = SkipReason::NotANumber;
    QString detail; // the field that is missing …
    // While it is being planned, not stored: whose row it is, and the group or list (empty: typed).
    QString name = {};
    QString source = {};
};

using StateCounts = std::array<qint64, messageStateCount>; // indexed by MessageState

struct Campaign
{
    qint64 id = 0;
    QString name;
    QString account; // its name
    QString sender;
    QString text; // as typed, with merge fields
    SendOptions options;
    SendMode mode = SendMode::Single; // never Automatic once planned
    QString gatewayGroup;             // of SendMode::GatewayGroup
    CampaignState state = CampaignState::Planned;
    PauseReason reason; // why it is paused or held
    qint64 createdMs = 0;
    std::optional<qint64> startedMs;
    std::optional<qint64> finishedMs;
    std::optional<qint64> startAtMs;    // local schedule: from this computer, at this time
    QString startZone;                  // IANA id in which the person chose it
    int catchUpMinutes = 0;             // starts at most so late by itself, else asks
    Repeat repeat = Repeat::Once;       // else each run is a campaign of its own, planned anew from `source`
    std::optional<qint64> repeatFromMs; // its first time, from which all others follow
    QString source;                     // its groups and list, as the engine wrote them
    bool confirmsOptOut = false;      // tells people who opted out that they have; no other text reaches them
    std::optional<qint64> approvedMs; // a person said yes to the plan; nothing begins by itself without
    std::optional<qint64> series;     // the repeated campaign of which this is a run
    bool archived = false;            // kept out of the list of campaigns until it is asked for
    qint64 recipients = 0;
    qint64 segments = 0; // over all rendered texts
    std::optional<qint64> costOre;
    StateCounts counts{};

    // A gateway group's request is uncertain as a whole: its members are not known here (BLK-10).
    bool hasUncertainRequest() const
    {
        return mode == SendMode::GatewayGroup && state == CampaignState::Paused &&
               reason == PauseReason::BulkUncertain;
    }
    bool isSeries() const { return repeat != Repeat::Once; }
    bool hasEnded() const { return state == CampaignState::Finished || state == CampaignState::Cancelled; }
};

enum class HistoryKind {
    Created,
    Reviewed,
    Started,
    Resumed,
    Paused,
    TimeSkipped,
    TimeChanged,
    Renamed,
    Finished,
    Cancelled,
    TreatAsSent,
    SendAgain,
    Retry,
    Released,
    SentTwice,
    Other, // of another version of the program
};
constexpr auto wordsOf(HistoryKind) // the stored form
{
    return base::Words<HistoryKind::Other>(
        {"created", "reviewed", "started", "resumed", "paused", "timeSkipped", "timeChanged", "renamed",
         "finished", "cancelled", "treatAsSent", "sendAgain", "retry", "released", "sentTwice", "other"});
}

// Who did what and when with a campaign.
struct HistoryEntry
{
    qint64 atMs = 0;
    QString who; // name of the computer's user
    qint64 campaign = 0;
    HistoryKind what = HistoryKind::Created;
    QString detail;     // how many, whose, the former name or time
    PauseReason reason; // why it stopped
};

} // namespace domain
