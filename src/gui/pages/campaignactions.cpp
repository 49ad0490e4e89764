// SPDX-License-Identifier: GPL-3.0-or-later
// The campaign page's buttons: what a person asks for, and where a question comes first.
#include "engine/campaigns.h"
#include "engine/decisions.h"
#include "engine/timetable.h"
#include "gui/campaignreport.h"
#include "gui/dialogs/decidedialog.h"
#include "gui/dialogs/exportprogress.h"
#include "gui/dialogs/messagedialog.h"
#include "gui/dialogs/passworddialog.h"
#include "gui/pages/campaignpage.h"
#include "gui/savefile.h"
#include "models/campaignmodel.h"
#include "models/messagemodel.h"
#include "ui_campaignpage.h"

#include <QMessageBox>
#include <QPushButton>
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

void CampaignPage::run()
{
    const qint64 id = m_campaign.id;
    auto told = [this](const base::Result<void> &result) { tell(result); };
    switch (m_campaign.state) {
    case domain::CampaignState::Running:
        m_context.engine.call(
            this, [id](engine::Campaigns &campaigns) { return campaigns.pause(id); }, told);
        break;
    case domain::CampaignState::Held:
        m_context.engine.call(
            this, [id](engine::Decisions &decisions) { return decisions.release(id); },
            [this](const base::Result<qint64> &released) {
                tell(released ? base::Result<void>() : base::Result<void>(released.error()));
            });
        break;
    default:
        startCampaign(m_context, this, id, told);
    }
}

void CampaignPage::cancel()
{
    QMessageBox question(
        QMessageBox::Question, tr("Cancel the campaign"),
        tr("The remaining messages will not be sent. Messages already sent cannot be recalled."),
        QMessageBox::NoButton, this);
    const auto *yes = question.addButton(tr("Cancel the campaign"), QMessageBox::DestructiveRole);
    question.addButton(tr("Don't cancel"), QMessageBox::RejectRole);
    question.exec();
    if (question.clickedButton() != yes)
        return;
    m_context.engine.call(
        this, [id = m_campaign.id](engine::Campaigns &campaigns) { return campaigns.cancel(id); },
        [this](const base::Result<void> &result) { tell(result); });
}

void CampaignPage::retry()
{
    const models::Progress progress = models::progressOf(m_campaign.counts);
    QMessageBox question(QMessageBox::Question, tr("Retry failed"),
                         tr("%n messages will be queued again. Press Resume to send them.", nullptr,
                            static_cast<int>(progress.failed)),
                         QMessageBox::NoButton, this);
    const auto *yes = question.addButton(tr("Queue again"), QMessageBox::AcceptRole);
    question.addButton(tr("Not now"), QMessageBox::RejectRole);
    question.exec();
    if (question.clickedButton() != yes)
        return;
    m_context.engine.call(
        this, [id = m_campaign.id](engine::Decisions &decisions) { return decisions.retryFailed(id); },
        [this](const base::Result<qint64> &queued) {
            tell(queued ? base::Result<void>() : base::Result<void>(queued.error()));
        });
}

void CampaignPage::decide()
{
    DecideDialog dialog(m_context.reader, m_campaign, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_context.engine.call(
        this,
        [id = m_campaign.id, decision = dialog.decision(),
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
        },
        [this](const base::Result<qint64> &decided) {
            tell(decided ? base::Result<void>() : base::Result<void>(decided.error()));
        });
}

void CampaignPage::sendMissed()
{
    m_missed.remove(m_campaign.id);
    m_context.engine.call(
        this, [id = m_campaign.id](engine::Timetable &timetable) { return timetable.sendMissed(id); },
        [this](const base::Result<void> &sent) { tell(sent); });
}

void CampaignPage::skipMissed()
{
    m_missed.remove(m_campaign.id);
    m_context.engine.call(
        this, [id = m_campaign.id](engine::Timetable &timetable) { return timetable.skipMissed(id); },
        [this](const base::Result<void> &skipped) { tell(skipped); });
}

void CampaignPage::goOnAfterQuietHours()
{
    m_context.engine.call(
        this,
        [id = m_campaign.id](engine::Timetable &timetable) { return timetable.goOnAfterQuietHours(id); },
        [this](const base::Result<void> &done) { tell(done); });
}

void CampaignPage::showMessage(const QModelIndex &row)
{
    if (!row.isValid())
        return;
    const domain::Message &message = m_model->message(row.row());
    const auto events = storage::Journal(m_context.reader).events(message.id);
    auto *dialog = new MessageDialog(message, events ? *events : QList<domain::MessageEvent>(), {}, this);
    connect(dialog, &MessageDialog::correctionWanted, this, &Page::correctionWanted);
    dialog->open();
}

void CampaignPage::exportList()
{
    const QString file = askForFile(this, tr("Export the recipients"), fileName(m_campaign, u".xlsx"_s),
                                    tr("Spreadsheets (*.xlsx *.csv)"));
    if (file.isEmpty())
        return;
    auto *progress = new ExportProgress(
        m_context.reader.file(),
        [id = m_campaign.id, file](storage::Database &database, const engine::ExportProgress &step) {
            return engine::exportCampaign(database, id, file, step);
        },
        this);
    connect(progress, &ExportProgress::exported, this, [this, file](const base::Result<qint64> &written) {
        if (written)
            Q_EMIT announced(
                tr("%n recipients were saved to %1", nullptr, static_cast<int>(*written)).arg(file));
        else
            tell(written.error());
    });
}

void CampaignPage::exportReport()
{
    const QString file =
        askForFile(this, tr("Report as PDF"), fileName(m_campaign, u".pdf"_s), tr("PDF (*.pdf)"));
    if (file.isEmpty())
        return;
    const auto written = writeReport(m_campaign, m_shownDeliveries, m_history, file);
    if (written)
        Q_EMIT announced(tr("The report was saved to %1").arg(file));
    else
        tell(written);
}

} // namespace gui
