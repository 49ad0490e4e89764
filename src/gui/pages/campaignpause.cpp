// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/campaignpause.h"

#include "base/oneof.h"
#include "campaign/scheduler.h"
#include "engine/language.h"
#include "engine/pausewording.h"
#include "models/when.h"

#include <QCoreApplication>
#include <QDateTime>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::CampaignPage)
};

} // namespace

QString pauseInWords(const domain::Campaign &campaign, const std::optional<domain::Account> &account)
{
    if (isQuietPause(campaign) && campaign.startAtMs) {
        return Words::tr("The quiet hours have begun. The rest is sent by itself from %1.")
            .arg(models::when(*campaign.startAtMs));
    }
    return engine::wording::pauseReason(campaign.reason, account ? account->baseUrl : QUrl());
}

bool concernsContact(const domain::PauseReason &reason)
{
    using domain::PauseReason;
    return base::isOneOf(reason.kind(), PauseReason::Unreachable, PauseReason::UnprovenAddress,
                         PauseReason::ManyUncertain, PauseReason::BulkRejected, PauseReason::BulkUncertain);
}

bool isQuietPause(const domain::Campaign &campaign)
{
    return campaign.state == domain::CampaignState::Paused &&
           campaign.reason == domain::PauseReason::QuietHours;
}

QString quietEnd(const std::optional<domain::Account> &account)
{
    if (!account || !account->sending.quietHours)
        return {};
    return engine::language::locale().toString(account->sending.quietHours->to, QLocale::ShortFormat);
}

int pauseCode(const domain::Campaign &campaign)
{
    constexpr int addressCode = 18; // ERR-18 leads to the account's address
    if (campaign.reason == domain::PauseReason::UnprovenAddress)
        return addressCode;
    return campaign.reason.answerCode();
}

bool hasMissedItsTime(const domain::Campaign &campaign)
{
    return campaign::due(*campaign.startAtMs, campaign.catchUpMinutes, QDateTime::currentMSecsSinceEpoch()) ==
           campaign::Due::Ask;
}

} // namespace gui
