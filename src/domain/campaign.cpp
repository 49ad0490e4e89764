// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/campaign.h"

#include "base/words.h"

namespace domain {
using namespace Qt::StringLiterals;

namespace {

constexpr base::Words<CampaignState, 6> campaignStates{{{
    {CampaignState::Planned, "planned"_L1},
    {CampaignState::Running, "running"_L1},
    {CampaignState::Paused, "paused"_L1},
    {CampaignState::Finished, "finished"_L1},
    {CampaignState::Cancelled, "cancelled"_L1},
    {CampaignState::Held, "held"_L1},
}}};
static_assert(campaignStates.isComplete(CampaignState::Held));

constexpr base::Words<HistoryKind, 16> historyKinds{{{
    {HistoryKind::Created, "created"_L1},
    {HistoryKind::Reviewed, "reviewed"_L1},
    {HistoryKind::Started, "started"_L1},
    {HistoryKind::Resumed, "resumed"_L1},
    {HistoryKind::Paused, "paused"_L1},
    {HistoryKind::TimeSkipped, "timeSkipped"_L1},
    {HistoryKind::TimeChanged, "timeChanged"_L1},
    {HistoryKind::Renamed, "renamed"_L1},
    {HistoryKind::Finished, "finished"_L1},
    {HistoryKind::Cancelled, "cancelled"_L1},
    {HistoryKind::TreatAsSent, "treatAsSent"_L1},
    {HistoryKind::SendAgain, "sendAgain"_L1},
    {HistoryKind::Retry, "retry"_L1},
    {HistoryKind::Released, "released"_L1},
    {HistoryKind::SentTwice, "sentTwice"_L1},
    {HistoryKind::Other, "other"_L1},
}}};
static_assert(historyKinds.isComplete(HistoryKind::Other));

constexpr base::Words<SkipReason, 14> skipReasons{{{
    {SkipReason::Empty, "empty"_L1},
    {SkipReason::NotANumber, "notANumber"_L1},
    {SkipReason::TooShort, "tooShort"_L1},
    {SkipReason::TooLong, "tooLong"_L1},
    {SkipReason::ScientificNotation, "scientificNotation"_L1},
    {SkipReason::InvalidCountry, "invalidCountry"_L1},
    {SkipReason::Duplicate, "duplicate"_L1},
    {SkipReason::OptedOut, "optedOut"_L1},
    {SkipReason::CountryNotAllowed, "countryNotAllowed"_L1},
    {SkipReason::MissingField, "missingField"_L1},
    {SkipReason::TextTooLong, "textTooLong"_L1},
    {SkipReason::NeedsUnicode, "needsUnicode"_L1},
    {SkipReason::TextEmpty, "textEmpty"_L1},
    {SkipReason::InvalidField, "invalidField"_L1},
}}};
static_assert(skipReasons.isComplete(SkipReason::InvalidField));

} // namespace

QString identifier(CampaignState state)
{
    return campaignStates.of(state);
}

std::optional<CampaignState> campaignState(QStringView text)
{
    return campaignStates.valueOf(text);
}

QString identifier(HistoryKind kind)
{
    return historyKinds.of(kind);
}

std::optional<HistoryKind> historyKind(QStringView text)
{
    return historyKinds.valueOf(text);
}

QString identifier(SkipReason reason)
{
    return skipReasons.of(reason);
}

std::optional<SkipReason> skipReason(QStringView text)
{
    return skipReasons.valueOf(text);
}

SkipReason skipReason(phone::NumberError error)
{
    return skipReason(phone::identifier(error)).value_or(SkipReason::NotANumber);
}

} // namespace domain
