// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/campaign.h"

namespace domain {
using namespace Qt::StringLiterals;

QString identifier(CampaignState state)
{
    switch (state) {
    case CampaignState::Planned:
        return u"planned"_s;
    case CampaignState::Running:
        return u"running"_s;
    case CampaignState::Paused:
        return u"paused"_s;
    case CampaignState::Finished:
        return u"finished"_s;
    case CampaignState::Cancelled:
        return u"cancelled"_s;
    case CampaignState::Held:
        return u"held"_s;
    }
    return {};
}

std::optional<CampaignState> campaignState(QStringView text)
{
    for (int i = 0; i <= static_cast<int>(CampaignState::Held); ++i) {
        if (identifier(static_cast<CampaignState>(i)) == text)
            return static_cast<CampaignState>(i);
    }
    return std::nullopt;
}

QString identifier(HistoryKind kind)
{
    switch (kind) {
    case HistoryKind::Created:
        return u"created"_s;
    case HistoryKind::Reviewed:
        return u"reviewed"_s;
    case HistoryKind::Started:
        return u"started"_s;
    case HistoryKind::Resumed:
        return u"resumed"_s;
    case HistoryKind::Paused:
        return u"paused"_s;
    case HistoryKind::TimeSkipped:
        return u"timeSkipped"_s;
    case HistoryKind::Finished:
        return u"finished"_s;
    case HistoryKind::Cancelled:
        return u"cancelled"_s;
    case HistoryKind::TreatAsSent:
        return u"treatAsSent"_s;
    case HistoryKind::SendAgain:
        return u"sendAgain"_s;
    case HistoryKind::Retry:
        return u"retry"_s;
    case HistoryKind::Released:
        return u"released"_s;
    case HistoryKind::SentTwice:
        return u"sentTwice"_s;
    case HistoryKind::Other:
        return u"other"_s;
    }
    return {};
}

std::optional<HistoryKind> historyKind(QStringView text)
{
    for (int i = 0; i <= static_cast<int>(HistoryKind::Other); ++i) {
        if (identifier(static_cast<HistoryKind>(i)) == text)
            return static_cast<HistoryKind>(i);
    }
    return std::nullopt;
}

QString identifier(SkipReason reason)
{
    switch (reason) {
    case SkipReason::Empty:
        return u"empty"_s;
    case SkipReason::NotANumber:
        return u"notANumber"_s;
    case SkipReason::TooShort:
        return u"tooShort"_s;
    case SkipReason::TooLong:
        return u"tooLong"_s;
    case SkipReason::ScientificNotation:
        return u"scientificNotation"_s;
    case SkipReason::InvalidCountry:
        return u"invalidCountry"_s;
    case SkipReason::Duplicate:
        return u"duplicate"_s;
    case SkipReason::OptedOut:
        return u"optedOut"_s;
    case SkipReason::CountryNotAllowed:
        return u"countryNotAllowed"_s;
    case SkipReason::MissingField:
        return u"missingField"_s;
    case SkipReason::TextTooLong:
        return u"textTooLong"_s;
    case SkipReason::NeedsUnicode:
        return u"needsUnicode"_s;
    case SkipReason::TextEmpty:
        return u"textEmpty"_s;
    case SkipReason::InvalidField:
        return u"invalidField"_s;
    }
    return {};
}

std::optional<SkipReason> skipReason(QStringView text)
{
    for (int i = 0; i <= static_cast<int>(SkipReason::InvalidField); ++i) {
        if (identifier(static_cast<SkipReason>(i)) == text)
            return static_cast<SkipReason>(i);
    }
    return std::nullopt;
}

SkipReason skipReason(phone::NumberError error)
{
    return skipReason(phone::identifier(error)).value_or(SkipReason::NotANumber);
}

} // namespace domain
