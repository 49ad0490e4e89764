// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/leaving.h"

#include "engine/campaigns.h"
#include "engine/settings.h"
#include "gui/question.h"
#include "storage/campaignrepository.h"

#include <QWidget>

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
        return true;
    Q_EMIT hideWanted();
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
