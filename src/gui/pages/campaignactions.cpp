// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/campaignactions.h"

#include "domain/progress.h"
#include "engine/campaigns.h"
#include "engine/decisions.h"
#include "engine/timetable.h"
#include "gui/campaignreport.h"
#include "gui/dialogs/decidedialog.h"
#include "gui/dialogs/exportprogress.h"
#include "gui/dialogs/mailboxquestion.h"
#include "gui/dialogs/passworddialog.h"
#include "gui/dialogs/timedialog.h"
#include "gui/question.h"
#include "gui/savefile.h"

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

template <typename Part>
void CampaignActions::callWithMailbox(void (Part::*work)(qint64, engine::Unfetched,
                                                         const std::function<void(base::Result<void>)> &),
                                      qint64 campaign)
{
    tryWithMailbox(
        m_page,
        [this, work, campaign](engine::Unfetched unfetched, const Outcome &tried) {
            m_context.engine.callAsync<base::Result<void>>(
                this,
                [work, campaign, unfetched](Part &part, const std::function<void(base::Result<void>)> &done) {
                    (part.*work)(campaign, unfetched, done);
                },
                tried);
        },
        [this](const base::Result<void> &result) { Q_EMIT answered(result); });
}

void CampaignActions::run(const domain::Campaign &campaign)
{
    const qint64 id = campaign.id;
    switch (campaign.state) {
    case domain::CampaignState::Running:
        call([id](engine::Campaigns &campaigns) { return campaigns.pause(id); });
        break;
    case domain::CampaignState::Held:
        callWithMailbox(&engine::Decisions::release, id);
        break;
    case domain::CampaignState::Planned:
        Q_EMIT startWanted(id);
        break;
    default:
        resumeCampaign(m_context, m_page, id,
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
                        static_cast<int>(domain::Progress(campaign).of(domain::StateGroup::Failed)));
    question.answers = {{tr("Queue again")}, {tr("Not now"), Answer::Leave}};
    if (agreed(m_page, question))
        call([id = campaign.id](engine::Decisions &decisions) { return decisions.retryFailed(id); });
}

void CampaignActions::decide(const domain::Campaign &campaign, domain::MessageState state)
{
    DecideDialog dialog(m_context, campaign, state, m_page);
    if (dialog.exec() != QDialog::Accepted)
        return;
    call([id = campaign.id, state, decision = dialog.decision(),
          numbers = dialog.numbers()](engine::Decisions &decisions) -> base::Result<qint64> {
        if (numbers.isEmpty())
            return decisions.resolve(id, decision, {}, state);
        qint64 decided = 0;
        for (const QString &number : numbers) {
            const auto one = decisions.resolve(id, decision, number, state);
            if (!one)
                return one;
            decided += *one;
        }
        return decided;
    });
}

void CampaignActions::sendMissed(qint64 campaign)
{
    callWithMailbox(&engine::Timetable::sendMissed, campaign);
}

void CampaignActions::skipMissed(qint64 campaign)
{
    call([campaign](engine::Timetable &timetable) { return timetable.skipMissed(campaign); });
}

void CampaignActions::goOnAfterQuietHours(qint64 campaign)
{
    call([campaign](engine::Timetable &timetable) { return timetable.goOnAfterQuietHours(campaign); });
}

void CampaignActions::changeTime(const domain::Campaign &campaign)
{
    TimeDialog dialog(campaign, m_page);
    if (dialog.exec() == QDialog::Accepted)
        call([id = campaign.id, at = dialog.chosenMs()](engine::Timetable &timetable) {
            return timetable.changeTime(id, at);
        });
}

void CampaignActions::skipNext(qint64 series)
{
    call([series](engine::Timetable &timetable) { return timetable.skipNext(series); });
}

void CampaignActions::pauseSeries(const domain::Campaign &series)
{
    call([id = series.id,
          paused = series.state == domain::CampaignState::Paused](engine::Timetable &timetable) {
        return paused ? timetable.resumeSeries(id) : timetable.pauseSeries(id);
    });
}

void CampaignActions::rename(const domain::Campaign &campaign)
{
    const auto name = askForLine(m_page, tr("Rename the campaign"), tr("Name of the campaign"), campaign.name,
                                 tr("Rename"));
    if (name)
        call([id = campaign.id, name = *name](engine::Campaigns &campaigns) {
            return campaigns.rename(id, name);
        });
}

void CampaignActions::setArchived(const QList<domain::Campaign> &campaigns, bool archived)
{
    QList<qint64> ids;
    for (const domain::Campaign &campaign : campaigns)
        ids.append(campaign.id);
    call([ids, archived](engine::Campaigns &part) -> base::Result<void> {
        for (const qint64 id : ids) {
            if (auto set = part.setArchived(id, archived); !set)
                return set;
        }
        return {};
    });
    const int n = static_cast<int>(ids.size());
    Q_EMIT announced([archived, n] {
        return archived ? tr("%n campaigns were archived. Choose “Archived” above the list to see them.",
                             nullptr, n)
                        : tr("%n campaigns were taken out of the archive.", nullptr, n);
    });
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
            Q_EMIT announced([n = static_cast<int>(*written), file] {
                return tr("%n recipients were saved to %1", nullptr, n).arg(file);
            });
        else
            Q_EMIT answered(written.error());
    });
}

void CampaignActions::exportReport(const domain::Campaign &campaign, const models::CampaignWalk &walk,
                                   const QList<domain::HistoryEntry> &history)
{
    const QString file =
        askForFile(m_page, tr("Report as PDF"), fileName(campaign, u".pdf"_s), tr("PDF (*.pdf)"));
    if (file.isEmpty())
        return;
    const auto written = writeReport(campaign, walk, history, file);
    if (written)
        Q_EMIT announced([file] { return tr("The report was saved to %1").arg(file); });
    else
        Q_EMIT answered(written);
}

} // namespace gui
