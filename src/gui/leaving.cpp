// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/leaving.h"

#include "engine/campaigns.h"
#include "engine/settings.h"
#include "gui/pages/campaignpause.h"
#include "gui/question.h"
#include "models/when.h"
#include "storage/campaignrepository.h"

#include <QWidget>

#include <algorithm>

namespace gui {
using namespace Qt::StringLiterals;

Leaving::Leaving(Context &context, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{
    connect(&m_patience, &QTimer::timeout, this, &Leaving::end);
    connect(context.engine.part<engine::Campaigns>(), &engine::Campaigns::stopped, this,
            [this](qint64 campaign, domain::CampaignState, const domain::PauseReason &) {
                if (m_waiting.remove(campaign) && m_waiting.isEmpty() && m_patience.isActive())
                    end();
            });
}

void Leaving::end()
{
    m_patience.stop();
    if (std::exchange(m_unasked, false)) {
        Q_EMIT paused();
        return;
    }
    m_ready = true;
    Q_EMIT finished();
}

void Leaving::pauseUnasked()
{
    m_unasked = true;
    if (m_patience.isActive())
        return; // it is being paused
    if (running().isEmpty())
        end();
    else
        pauseAll();
}

QStringList Leaving::running()
{
    QStringList names;
    m_waiting.clear();
    if (const auto campaigns = storage::CampaignRepository(m_context.reader).campaigns()) {
        for (const domain::Campaign &campaign : *campaigns) {
            if (campaign.state != domain::CampaignState::Running)
                continue;
            names.append(campaign.name);
            m_waiting.insert(campaign.id);
        }
    }
    return names;
}

bool Leaving::mayClose(bool receiving, bool trayAvailable)
{
    if (m_ready)
        return true;
    if (m_patience.isActive())
        return false; // it is being paused
    const QStringList names = running();
    if (!names.isEmpty()) {
        Question question;
        question.words = tr("“%1” is being sent.").arg(names.join(u", "_s));
        question.more = tr("It will be paused before the program closes. Press Resume next time to continue; "
                           "nobody gets the message twice.");
        question.answers = {{tr("Pause and close")}, {tr("Keep open"), Answer::Leave}};
        question.hesitating = true;
        if (agreed(m_window, question))
            pauseAll();
        else
            m_quitting = false;
        return false;
    }
    if (m_quitting || !receiving || !trayAvailable || !keepReceiving())
        return mayMiss();
    Q_EMIT hideWanted();
    return false;
}

QList<domain::Campaign> Leaving::planned() const
{
    QList<domain::Campaign> waiting;
    storage::CampaignRepository campaigns(m_context.reader);
    for (const domain::CampaignState state :
         {domain::CampaignState::Planned, domain::CampaignState::Paused}) { // until the quiet hours end
        const auto found = campaigns.withState(state);
        for (const domain::Campaign &campaign : found ? *found : QList<domain::Campaign>()) {
            if (campaign.startAtMs && campaign.approvedMs &&
                (state == domain::CampaignState::Planned || isQuietPause(campaign)))
                waiting.append(campaign);
        }
    }
    std::sort(waiting.begin(), waiting.end(), [](const domain::Campaign &a, const domain::Campaign &b) {
        return *a.startAtMs < *b.startAtMs;
    });
    return waiting;
}

bool Leaving::mayMiss()
{
    constexpr qsizetype mostNamed = 4;
    const QList<domain::Campaign> waiting = planned();
    if (waiting.isEmpty())
        return true;
    const domain::Campaign &next = waiting.constFirst();
    Question question;
    question.words = tr("“%1” starts at %2.").arg(next.name, models::when(*next.startAtMs));
    if (waiting.size() > 1) {
        QStringList lines{
            tr("%n campaigns start from this computer:", nullptr, static_cast<int>(waiting.size()))};
        for (const domain::Campaign &campaign : waiting.mid(0, mostNamed))
            lines.append(
                tr("“%1” at %2", "campaign, time").arg(campaign.name, models::when(*campaign.startAtMs)));
        if (waiting.size() > mostNamed)
            lines.append(u"…"_s);
        question.words = lines.join(u'\n');
    }
    question.more = tr("Budstikke must be open at that time. What is missed starts late, or waits for your "
                       "answer, the next time you open it.");
    question.answers = {{tr("Close anyway")}, {tr("Keep it open"), Answer::Leave}};
    question.hesitating = true;
    if (agreed(m_window, question))
        return true;
    m_quitting = false;
    return false;
}

void Leaving::pauseAll()
{
    m_patience.start();
    const auto reason = m_unasked ? domain::PauseReason::SessionEnded : domain::PauseReason::Person;
    m_context.engine.call(
        this,
        [waiting = m_waiting, reason](engine::Campaigns &campaigns) {
            QSet<qint64> left;
            for (const qint64 campaign : waiting) {
                if (campaigns.pause(campaign, reason))
                    left.insert(campaign);
            }
            return left;
        },
        [this](const QSet<qint64> &left) {
            m_waiting &= left; // others ended by themselves
            if (m_waiting.isEmpty() && m_patience.isActive())
                end();
        });
}

bool Leaving::keepReceiving()
{
    const QString known = m_context.settings.value(whenClosedKey);
    if (!known.isEmpty())
        return known == "receive"_L1;
    Question question;
    question.words = tr("Keep receiving after the window is closed?");
    question.more = tr("Budstikke will stay in the notification area. You will not be asked again.");
    question.answers = {{tr("Keep receiving")}, {tr("Quit"), Answer::Destroy}};
    const bool keep = agreed(m_window, question);
    m_context.engine.call(
        this,
        [keep](engine::Settings &settings) {
            return settings.setValue(whenClosedKey, keep ? u"receive"_s : u"quit"_s);
        },
        [](const base::Result<void> &) {});
    return keep;
}

} // namespace gui
