// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/campaignactions.h"

#include "engine/campaigns.h"
#include "engine/decisions.h"
#include "engine/timetable.h"
#include "gui/campaignreport.h"
#include "gui/dialogs/decidedialog.h"
#include "gui/dialogs/exportprogress.h"
#include "gui/dialogs/mailboxquestion.h"
#include "gui/dialogs/passworddialog.h"
#include "gui/question.h"
#include "gui/savefile.h"
#include "models/campaignmodel.h"

#include <QRegularExpression>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

// The campaign's name as a file's: without what a file system will not have.
QString fileName(const domain::Campaign &campaign, const QString &suffix)
{
    static const QRegularExpression forbidden(u"[\\\\/:*?\"<>|\\x00-\\x1f]"_s);
    QString name = campaign.name;
    return QString(name.replace(forbidden, u"-"_s).left(100) + suffix);
}

} // namespace

CampaignActions::CampaignActions(Context &context, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_page(page)
{
}

// In the engine's thread; of its answer only the error is of interest here.
template <typename Work>
void CampaignActions::call(Work work)
{
    m_context.engine.call(this, std::move(work), [this](const auto &result) {
        Q_EMIT answered(result ? base::Result<void>() : base::Result<void>(result.error()));
    });
}

void CampaignActions::run(const domain::Campaign &campaign)
{
    const qint64 id = campaign.id;
    switch (campaign.state) {
    case domain::CampaignState::Running:
        call([id](engine::Campaigns &campaigns) { return campaigns.pause(id); });
        break;
    case domain::CampaignState::Held:
        tryWithMailbox(
            m_page,
            [this, id](engine::Unfetched unfetched, const Outcome &tried) {
                m_context.engine.callAsync<base::Result<void>>(
                    this,
                    [id, unfetched](engine::Decisions &decisions,
                                    const std::function<void(base::Result<void>)> &released) {
                        decisions.release(id, unfetched, released);
                    },
                    tried);
            },
            [this](const base::Result<void> &released) { Q_EMIT answered(released); });
        break;
    case domain::CampaignState::Planned:
        Q_EMIT startWanted(id);
        break;
    default:
        startCampaign(m_context, m_page, id,
                      [this](const base::Result<void> &begun) { Q_EMIT answered(begun); });
    }
}

void CampaignActions::cancel(qint64 campaign)
{
    Question question;
    question.title = tr("Cancel the campaign");
    question.words = tr("The remaining messages will not be sent. Messages already sent cannot be recalled.");
    question.answers = {{tr("Cancel the campaign"), Answer::Destroy}, {tr("Don't cancel"), Answer::Leave}};
    if (agreed(m_page, question))
        call([campaign](engine::Campaigns &campaigns) { return campaigns.cancel(campaign); });
}

void CampaignActions::retry(const domain::Campaign &campaign)
{
    Question question;
    question.title = tr("Retry failed");
    question.words = tr("%n messages will be queued again. Press Resume to send them.", nullptr,
                        static_cast<int>(models::progressOf(campaign.counts).failed));
    question.answers = {{tr("Queue again")}, {tr("Not now"), Answer::Leave}};
    if (agreed(m_page, question))
        call([id = campaign.id](engine::Decisions &decisions) { return decisions.retryFailed(id); });
}

void CampaignActions::decide(const domain::Campaign &campaign)
{
    DecideDialog dialog(m_context.reader, campaign, m_page);
    if (dialog.exec() != QDialog::Accepted)
        return;
    call([id = campaign.id, decision = dialog.decision(),
          numbers = dialog.numbers()](engine::Decisions &decisions) -> base::Result<qint64> {
        if (numbers.isEmpty())
            return decisions.resolve(id, decision);
        qint64 decided = 0;
        for (const QString &number : numbers) {
            const auto one = decisions.resolve(id, decision, number);
            if (!one)
                return one;
            decided += *one;
        }
        return decided;
    });
}

void CampaignActions::sendMissed(qint64 campaign)
{
    tryWithMailbox(
        m_page,
        [this, campaign](engine::Unfetched unfetched, const Outcome &tried) {
            m_context.engine.callAsync<base::Result<void>>(
                this,
                [campaign, unfetched](engine::Timetable &timetable,
                                      const std::function<void(base::Result<void>)> &sent) {
                    timetable.sendMissed(campaign, unfetched, sent);
                },
                tried);
        },
        [this](const base::Result<void> &sent) { Q_EMIT answered(sent); });
}

void CampaignActions::skipMissed(qint64 campaign)
{
    call([campaign](engine::Timetable &timetable) { return timetable.skipMissed(campaign); });
}

void CampaignActions::goOnAfterQuietHours(qint64 campaign)
{
    call([campaign](engine::Timetable &timetable) { return timetable.goOnAfterQuietHours(campaign); });
}

void CampaignActions::exportList(const domain::Campaign &campaign)
{
    const QString file = askForFile(m_page, tr("Export the recipients"), fileName(campaign, u".xlsx"_s),
                                    tr("Spreadsheets (*.xlsx *.csv)"));
    if (file.isEmpty())
        return;
    auto *progress = new ExportProgress(
        m_context.reader.file(),
        [id = campaign.id, file](storage::Database &database, const engine::ExportProgress &step) {
            return engine::exportCampaign(database, id, file, step);
        },
        m_page);
    connect(progress, &ExportProgress::exported, this, [this, file](const base::Result<qint64> &written) {
        if (written)
            Q_EMIT announced(
                tr("%n recipients were saved to %1", nullptr, static_cast<int>(*written)).arg(file));
        else
            Q_EMIT answered(written.error());
    });
}

void CampaignActions::exportReport(const domain::Campaign &campaign, const storage::Deliveries &deliveries,
                                   const QList<domain::HistoryEntry> &history)
{
    const QString file =
        askForFile(m_page, tr("Report as PDF"), fileName(campaign, u".pdf"_s), tr("PDF (*.pdf)"));
    if (file.isEmpty())
        return;
    const auto written = writeReport(campaign, deliveries, history, file);
    if (written)
        Q_EMIT announced(tr("The report was saved to %1").arg(file));
    else
        Q_EMIT answered(written);
}

} // namespace gui
