// SPDX-License-Identifier: GPL-3.0-or-later
// wording: the states of messages and campaigns, their groups with how many, and repetitions.
#include "engine/language.h"
#include "engine/sentences.h"
#include "engine/wording.h"

#include <QCoreApplication>
#include <QDateTime>

namespace engine::wording {

QString state(domain::MessageState state)
{
    switch (state) {
    case domain::MessageState::Scheduled:
        return Words::tr("Scheduled", "message state");
    case domain::MessageState::Queued:
        return Words::tr("Waiting", "message state");
    case domain::MessageState::Sending:
        return Words::tr("Sending", "message state");
    case domain::MessageState::Accepted:
        return Words::tr("Sent, no status yet", "message state");
    case domain::MessageState::Refused:
        return Words::tr("Refused", "message state");
    case domain::MessageState::Duplicate:
        return Words::tr("Duplicate", "message state");
    case domain::MessageState::Uncertain:
        return Words::tr("Uncertain", "message state");
    case domain::MessageState::WithOperator:
        return Words::tr("With the operator", "message state");
    case domain::MessageState::Delivered:
        return Words::tr("Delivered", "message state");
    case domain::MessageState::Failed:
        return Words::tr("Failed", "message state");
    case domain::MessageState::NoConfirmation:
        return Words::tr("No confirmation", "message state");
    case domain::MessageState::Cancelled:
        return Words::tr("Cancelled", "message state");
    case domain::MessageState::Held:
        return Words::tr("Held back", "message state");
    }
    return {};
}

QString state(domain::CampaignState state)
{
    switch (state) {
    case domain::CampaignState::Planned:
        return Words::tr("Planned", "campaign state");
    case domain::CampaignState::Running:
        return Words::tr("Sending", "campaign state");
    case domain::CampaignState::Paused:
        return Words::tr("Paused", "campaign state");
    case domain::CampaignState::Finished:
        return Words::tr("Sent", "campaign state");
    case domain::CampaignState::Cancelled:
        return Words::tr("Cancelled", "campaign state");
    case domain::CampaignState::Held:
        return Words::tr("Held back", "campaign state");
    }
    return {};
}

QString group(domain::StateGroup group)
{
    switch (group) {
    case domain::StateGroup::Delivered:
        return Words::tr("Delivered", "recipients");
    case domain::StateGroup::UnderWay:
        return Words::tr("Under way", "recipients");
    case domain::StateGroup::Failed:
        return Words::tr("Failed", "recipients");
    case domain::StateGroup::Uncertain:
        return Words::tr("Uncertain", "recipients");
    case domain::StateGroup::Duplicate:
        return Words::tr("Duplicates", "recipients");
    case domain::StateGroup::Held:
        return Words::tr("Held back", "recipients");
    case domain::StateGroup::NoConfirmation:
        return Words::tr("No confirmation", "recipients");
    case domain::StateGroup::Cancelled:
        return Words::tr("Cancelled", "recipients");
    }
    return {};
}

QString count(domain::StateGroup group, qint64 n)
{
    const int many = static_cast<int>(n);
    switch (group) {
    case domain::StateGroup::Delivered:
        return Words::tr("%n delivered", nullptr, many);
    case domain::StateGroup::UnderWay:
        return Words::tr("%n under way", nullptr, many);
    case domain::StateGroup::Failed:
        return Words::tr("%n failed", nullptr, many);
    case domain::StateGroup::Uncertain:
        return Words::tr("%n uncertain", nullptr, many);
    case domain::StateGroup::Duplicate:
        return Words::tr("%n duplicates", nullptr, many);
    case domain::StateGroup::Held:
        return Words::tr("%n held back", nullptr, many);
    case domain::StateGroup::NoConfirmation:
        return Words::tr("%n without confirmation", nullptr, many);
    case domain::StateGroup::Cancelled:
        return Words::tr("%n cancelled", nullptr, many);
    }
    return {};
}

QString repeat(domain::Repeat repeat)
{
    switch (repeat) {
    case domain::Repeat::Once:
        return Words::tr("once", "repetition");
    case domain::Repeat::Daily:
        return Words::tr("every day", "repetition");
    case domain::Repeat::Weekly:
        return Words::tr("every week", "repetition");
    case domain::Repeat::Monthly:
        return Words::tr("every month", "repetition");
    }
    return {};
}

QString stateAndTime(const domain::Campaign &campaign)
{
    const QString name = state(campaign.state);
    if (!campaign.startAtMs || campaign.startedMs || campaign.hasEnded())
        return name;
    const QString time = language::locale().toString(QDateTime::fromMSecsSinceEpoch(*campaign.startAtMs),
                                                     QLocale::ShortFormat);
    const bool waits = campaign.state == domain::CampaignState::Planned;
    if (!campaign.isSeries())
        return waits ? Words::tr("%1: %2", "campaign state, time").arg(name, time) : name;
    const QString often = repeat(campaign.repeat);
    return waits ? Words::tr("%1: %2, next %3", "campaign state, every week, time").arg(name, often, time)
                 : Words::tr("%1: %2", "campaign state, every week").arg(name, often);
}

} // namespace engine::wording
