// SPDX-License-Identifier: GPL-3.0-or-later
// From the Send button to an approved campaign, and the test to oneself.
#include "engine/campaigns.h"
#include "engine/planning.h"
#include "engine/settings.h"
#include "engine/wording.h"
#include "gui/dialogs/listdialog.h"
#include "gui/dialogs/passworddialog.h"
#include "gui/dialogs/reviewdialog.h"
#include "gui/pages/recipientsmenu.h"
#include "gui/pages/sendcounter.h"
#include "gui/pages/sendpage.h"
#include "gui/pages/whenform.h"
#include "ui_sendpage.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTimeZone>
#include <QUrl>
#include <QUrlQuery>

namespace gui {
using namespace Qt::StringLiterals;

namespace {
constexpr int quietCatchUpMinutes = 120;
}

bool SendPage::makeRoom()
{
    if (m_ui->recipientsEdit->chips().isEmpty() && m_ui->messageEdit->toPlainText().trimmed().isEmpty())
        return true;
    QMessageBox question(QMessageBox::Question, u"Budstikke"_s, tr("You have an unfinished message."),
                         QMessageBox::NoButton, this);
    question.setInformativeText(tr("Discard it and start over, or add to it?"));
    const QAbstractButton *anew =
        question.addButton(tr("Discard and start over"), QMessageBox::DestructiveRole);
    const QAbstractButton *more = question.addButton(tr("Add"), QMessageBox::AcceptRole);
    auto *leave = question.addButton(tr("Cancel"), QMessageBox::RejectRole);
    question.setDefaultButton(leave);
    question.setEscapeButton(leave);
    question.exec();
    if (question.clickedButton() == anew)
        clearDraft();
    return question.clickedButton() == anew || question.clickedButton() == more;
}

void SendPage::sendTo(const QList<domain::Contact> &contacts)
{
    if (makeRoom())
        addContacts(contacts, *m_ui->recipientsEdit);
}

void SendPage::openLink(const QString &smsLink)
{
    const QUrl url(smsLink);
    if (url.scheme() != "sms"_L1 || !makeRoom())
        return;
    m_ui->recipientsEdit->addNumbers(url.path());
    const QString body = QUrlQuery(url).queryItemValue(u"body"_s, QUrl::FullyDecoded);
    if (!body.isEmpty() && m_ui->messageEdit->toPlainText().trimmed().isEmpty())
        m_ui->messageEdit->replaceAll(body);
}

void SendPage::review()
{
    if (!m_ui->sendButton->isEnabled())
        return;
    m_ui->sendButton->setEnabled(false); // from the first press
    engine::Draft wanted = draft();
    wanted.name = campaignName(wanted, QDateTime::currentDateTime());
    planAndReview(wanted);
}

void SendPage::planAndReview(const engine::Draft &wanted)
{
    m_context.engine.call(
        this, [wanted](engine::Planning &planning) { return planning.plan(wanted); },
        [this, wanted](const base::Result<engine::PlanSummary> &plan) {
            if (!plan) {
                m_ui->strip->say(Strip::Error, engine::wording::sentence(plan.error()));
                showSummary();
                return;
            }
            ReviewDialog dialog(*plan, wanted, this);
            const bool accepted = dialog.exec() == QDialog::Accepted;
            if (accepted && !dialog.movedTo()) {
                Q_EMIT approved(plan->campaign, plan->totals.recipients, isScheduled(wanted));
                return;
            }
            engine::Draft later = wanted;
            if (accepted) {
                later.startAtMs = dialog.movedTo()->toMSecsSinceEpoch();
                later.startZone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
                later.catchUpMinutes = quietCatchUpMinutes;
            }
            m_context.engine.call(
                this, [id = plan->campaign](engine::Planning &planning) { return planning.discard(id); },
                [this, accepted, later](const base::Result<void> &) {
                    if (accepted)
                        planAndReview(later); // looked over once more, with its new time
                    else
                        showProblem();
                    m_ui->sendButton->setFocus();
                });
        });
}

void SendPage::askHowToRead()
{
    const engine::Recipients recipients = draft().recipients;
    if (recipients.listFile.isEmpty())
        return;
    m_askedAbout = recipients.listFile;
    auto *dialog = new ListDialog(m_context, recipients.listFile, recipients.list, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_ui->recipientsEdit->setListChoices(dialog->choices()); });
    dialog->open();
}

void SendPage::sendTest()
{
    bool good = false;
    const QString number =
        QInputDialog::getText(this, tr("Send a test"), tr("Your own number"), QLineEdit::Normal,
                              m_context.settings.value(u"testNumber"_s), &good);
    if (!good || number.trimmed().isEmpty())
        return;
    engine::Draft test = draft();
    test.name = tr("Test: %1").arg(test.text.simplified().left(30));
    test.recipients = {};
    test.recipients.typed = {number};
    test.recipients.strict = true;
    test.startAtMs.reset();
    test.repeat = domain::Repeat::Once;
    if (!m_summary.sample.isEmpty()) {
        test.text = m_summary.sample.at(m_previewRow).text;
        test.mergeFields = false;
    }
    m_context.engine.call(
        this,
        [test, number](engine::Planning &planning, engine::Settings &settings) {
            auto plan = planning.plan(test);
            if (plan && plan->campaign != 0) {
                if (auto kept = settings.setValue(u"testNumber"_s, number); !kept)
                    qWarning("The test number could not be kept");
            }
            return plan;
        },
        [this](const base::Result<engine::PlanSummary> &plan) {
            if (!plan)
                m_ui->strip->say(Strip::Error, engine::wording::sentence(plan.error()));
            else if (plan->campaign == 0)
                m_ui->strip->say(Strip::Error,
                                 plan->skipped.isEmpty()
                                     ? engine::wording::sentence({base::ErrorCode::NoRecipients, {}, {}})
                                     : engine::wording::skipped(plan->skipped.constFirst()));
            else
                beginTest(plan->campaign);
        });
}

void SendPage::beginTest(qint64 campaign)
{
    startCampaign(m_context, this, campaign, [this, campaign](const base::Result<void> &begun) {
        if (begun) {
            Q_EMIT campaignWanted(campaign);
            return;
        }
        if (!isPasswordMissing(begun.error()))
            m_ui->strip->say(Strip::Error, engine::wording::sentence(begun.error()));
        // What did not go out now does not go out later by surprise.
        m_context.engine.call(
            this, [campaign](engine::Campaigns &campaigns) { return campaigns.cancel(campaign); },
            [](const base::Result<void> &) {});
    });
}

} // namespace gui
