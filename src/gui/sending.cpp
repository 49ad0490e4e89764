// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sending.h"

#include "engine/engine.h"
#include "engine/planning.h"
#include "engine/repeatsource.h"
#include "engine/timetable.h"
#include "engine/wording.h"
#include "gui/dialogs/mailboxquestion.h"
#include "gui/dialogs/passworddialog.h"
#include "gui/dialogs/reviewdialog.h"
#include "gui/pages/sendpage.h"
#include "gui/question.h"
#include "gui/widgets/stopbar.h"
#include "storage/campaignrepository.h"

#include <utility>

namespace gui {

Sending::Sending(Context &context, StopBar &stopBar, SendPage &sendPage, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_stopBar(stopBar)
    , m_sendPage(sendPage)
    , m_window(window)
{
    connect(&m_sendPage, &SendPage::approved, this,
            [this](qint64 campaign, qint64 recipients, bool scheduled) {
                m_sendPage.setEnabled(false); // nothing is approved twice
                m_stopBar.begin(campaign, recipients, scheduled);
            });
    connect(&m_stopBar, &StopBar::elapsed, this, &Sending::elapsed);
    connect(&m_stopBar, &StopBar::stopPressed, this, &Sending::stop);
}

void Sending::start(qint64 id)
{
    if (m_stopBar.isCounting())
        return;
    m_context.engine.callAsync<base::Result<engine::PlanSummary>>(
        this,
        [id](engine::Planning &planning, const engine::JobDone<engine::PlanSummary> &read) {
            planning.stored(id, read);
        },
        [this, id](const base::Result<engine::PlanSummary> &plan) {
            if (!plan)
                return warn(m_window, engine::wording::sentence(plan.error()));
            if (const auto campaign = storage::CampaignRepository(m_context.reader).campaign(id))
                review(*campaign, *plan);
        });
}

void Sending::review(const domain::Campaign &campaign, const engine::PlanSummary &plan)
{
    // How its requests are made was chosen by itself, and is nothing to look over.
    ReviewDialog dialog(plan, engine::draftOf(campaign), m_window);
    if (dialog.exec() != QDialog::Accepted || m_stopBar.isCounting())
        return;
    m_planned = campaign.id;
    m_sendPage.setEnabled(false);
    m_stopBar.begin(campaign.id, plan.totals.recipients, false);
}

void Sending::stop(qint64 campaign)
{
    m_sendPage.setEnabled(true);
    if (std::exchange(m_planned, 0) != 0) {
        Q_EMIT stopped(campaign, true);
        return;
    }
    m_context.engine.call(
        this, [campaign](engine::Planning &planning) { return planning.discard(campaign); },
        [this, campaign](const base::Result<void> &) { Q_EMIT stopped(campaign, false); });
}

// After the countdown: the guards were answered in the review.
void Sending::elapsed(qint64 id)
{
    m_sendPage.setEnabled(true);
    const bool planned = std::exchange(m_planned, 0) != 0;
    if (!planned)
        m_sendPage.clearDraft(id);
    approve(id);
    const auto campaign = storage::CampaignRepository(m_context.reader).campaign(id);
    if (campaign && planned && campaign->startAtMs)
        sendNow(*campaign);
    else if (!campaign || !campaign->startAtMs)
        startCampaign(m_context, m_window, id, [this](const base::Result<void> &begun) { complain(begun); });
    Q_EMIT begun(id);
}

void Sending::approve(qint64 campaign)
{
    m_context.engine.call(
        this, [campaign](engine::Planning &planning) { return planning.approve(campaign); },
        [](const base::Result<void> &) {});
}

// Before its time.
void Sending::sendNow(const domain::Campaign &planned)
{
    tryWithMailbox(
        m_window,
        [this, id = planned.id](engine::Unfetched unfetched, const Outcome &tried) {
            m_context.engine.callAsync<base::Result<void>>(
                this,
                [id, unfetched](engine::Timetable &timetable,
                                const std::function<void(base::Result<void>)> &sent) {
                    timetable.sendMissed(id, unfetched, sent);
                },
                tried);
        },
        [this](const base::Result<void> &begun) { complain(begun); });
}

void Sending::complain(const base::Result<void> &begun)
{
    if (!begun && !isPasswordMissing(begun.error()) && !isMailboxUnfetched(begun.error()))
        warn(m_window, engine::wording::sentence(begun.error()));
}

} // namespace gui
