// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/lockcheckdialog.h"

#include "engine/language.h"
#include "engine/lockcheck.h"
#include "engine/wording.h"
#include "ui_lockcheckdialog.h"

#include <QDateTime>
#include <QPushButton>

namespace gui {
using namespace Qt::StringLiterals;

LockCheckDialog::LockCheckDialog(Context &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_ui(this)
{
    m_ui->senderCombo->addItems(context.settings.account({}).value_or(domain::Account{}).senders);
    m_ui->senderCombo->setEditable(true);
    m_sendButton = m_ui->buttons->addButton(tr("Send two messages"), QDialogButtonBox::ActionRole);
    m_sendButton->setObjectName(u"sendTwoButton"_s);
    m_ui->buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    m_ui->numberEdit->setAccessibleName(tr("Your own mobile number"));
    m_ui->senderCombo->setAccessibleName(tr("Sender"));
    m_ui->strip->say(Strip::Notice, {});
    connect(m_sendButton, &QPushButton::clicked, this, &LockCheckDialog::send);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(560, 0);
}

void LockCheckDialog::send()
{
    const QString number = m_ui->numberEdit->text().trimmed();
    const QString sender = m_ui->senderCombo->currentText().trimmed();
    // The time makes this check's text unlike an earlier one's, which the lock would still hold.
    const QString text =
        tr("Budstikke tests the duplicate lock, %1").arg(QTime::currentTime().toString(u"HH:mm:ss"_s));
    m_sendButton->setEnabled(false);
    m_ui->strip->say(Strip::Notice, tr("Sending, and waiting for both answers…"));
    m_context.engine.callAsync<base::Result<engine::DuplicateLock>>(
        this,
        [number, sender, text](engine::LockCheck &lockCheck,
                               const std::function<void(base::Result<engine::DuplicateLock>)> &done) {
            lockCheck.begin(sender, number, text, done);
        },
        [this](const base::Result<engine::DuplicateLock> &answer) {
            m_sendButton->setEnabled(true);
            if (!answer)
                return m_ui->strip->say(Strip::Error, engine::wording::sentence(answer.error()));
            switch (*answer) {
            case engine::DuplicateLock::Present:
                return m_ui->strip->say(
                    Strip::Notice, tr("The account has the lock: the second message was answered with error "
                                      "17. You may now let uncertain messages be repeated once."));
            case engine::DuplicateLock::Absent:
                return m_ui->strip->say(Strip::Warning,
                                        tr("The account has no lock: both messages were accepted. Uncertain "
                                           "messages are never repeated automatically."));
            case engine::DuplicateLock::Unclear:
                return m_ui->strip->say(Strip::Warning, tr("No clear answer. See the two campaigns for the "
                                                           "gateway's answers, and try again later."));
            }
        });
}

} // namespace gui
