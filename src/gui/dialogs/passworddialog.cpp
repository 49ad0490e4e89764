// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/passworddialog.h"

#include "engine/accounts.h"
#include "gui/dialogs/mailboxquestion.h"
#include "gui/question.h"
#include "storage/campaignrepository.h"
#include "ui_passworddialog.h"

#include <QPointer>
#include <QPushButton>

namespace gui {
using namespace Qt::StringLiterals;

PasswordDialog::PasswordDialog(const QString &account, const base::Error &why, QWidget *parent)
    : QDialog(parent)
    , m_ui(this)
{
    const bool noKeyring = why.code == base::ErrorCode::NoKeyring;
    m_ui->reasonLabel->setText(
        noKeyring ? tr("The system's keyring cannot be used or is locked. Unlock it and try again, or type "
                       "the password of the account “%1”.")
                        .arg(account)
                  : tr("The keyring is locked or has no password for the account “%1”. Type it here.")
                        .arg(account));
    m_ui->passwordEdit->setAccessibleName(tr("Password"));
    auto *useButton = m_ui->buttons->addButton(tr("Use for this run"), QDialogButtonBox::AcceptRole);
    auto *againButton = m_ui->buttons->addButton(tr("Try the keyring again"), QDialogButtonBox::ActionRole);
    m_ui->buttons->addButton(tr("Not now"), QDialogButtonBox::RejectRole);
    useButton->setObjectName(u"usePasswordButton"_s);
    useButton->setDefault(true);
    useButton->setEnabled(false);
    connect(m_ui->passwordEdit, &QLineEdit::textChanged, this,
            [useButton](const QString &text) { useButton->setEnabled(!text.isEmpty()); });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(againButton, &QPushButton::clicked, this, [this] {
        m_tryAgain = true;
        accept();
    });
    resize(480, 0);
}

QString PasswordDialog::password() const
{
    return m_ui->passwordEdit->text();
}

bool isPasswordMissing(const base::Error &error)
{
    return error.code == base::ErrorCode::NoPassword || error.code == base::ErrorCode::NoKeyring;
}

void askForPassword(Context &context, QWidget *parent, const QString &account, const base::Error &why,
                    std::function<void(bool)> done)
{
    auto *dialog = new PasswordDialog(account, why, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::finished, parent,
                     [&context, dialog, parent, account, done = std::move(done)](int result) {
                         if (result != QDialog::Accepted)
                             return done(false);
                         if (dialog->tryAgain())
                             return done(true);
                         context.engine.call(
                             parent,
                             [account, password = dialog->password()](engine::Accounts &accounts) {
                                 accounts.keepPassword(account, password);
                                 return true;
                             },
                             [done](bool) { done(true); });
                     });
    dialog->open();
}

namespace {

// Asks for the password where it is missing.
void start(Context &context, QWidget *parent, qint64 campaign, bool confirmed, engine::Unfetched unfetched,
           const Outcome &done)
{
    context.engine.callAsync<base::Result<void>>(
        parent,
        [campaign, confirmed, unfetched](engine::Campaigns &campaigns,
                                         const std::function<void(base::Result<void>)> &begun) {
            campaigns.start(campaign, confirmed, begun, unfetched);
        },
        [&context, parent, campaign, confirmed, unfetched, done](const base::Result<void> &begun) {
            if (begun || !isPasswordMissing(begun.error()))
                return done(begun);
            const auto stored = storage::CampaignRepository(context.reader).campaign(campaign);
            if (!stored)
                return done(begun);
            askForPassword(
                context, parent, stored->account, begun.error(),
                [&context, parent, campaign, confirmed, unfetched, done, why = begun.error()](bool given) {
                    if (given)
                        return start(context, parent, campaign, confirmed, unfetched, done);
                    done(why);
                });
        });
}

void start(Context &context, QWidget *parent, qint64 campaign, bool confirmed, const Outcome &done)
{
    tryWithMailbox(
        parent,
        [&context, parent, campaign, confirmed](engine::Unfetched unfetched, const Outcome &tried) {
            start(context, parent, campaign, confirmed, unfetched, tried);
        },
        done);
}

} // namespace

void startCampaign(Context &context, QWidget *parent, qint64 campaign,
                   const std::function<void(const base::Result<void> &)> &done)
{
    start(context, parent, campaign, true, done);
}

void resumeCampaign(Context &context, QWidget *parent, qint64 campaign,
                    const std::function<void(const base::Result<void> &)> &done)
{
    start(context, parent, campaign, false,
          [&context, parent, campaign, done](const base::Result<void> &begun) {
              if (begun || begun.error().code != base::ErrorCode::NeedsConfirmation ||
                  isMailboxUnfetched(begun.error()))
                  return done(begun);
              Question question;
              question.words = begun.error().detail;
              question.more = PasswordDialog::tr("If you resume, they get it once more.");
              question.answers = {{PasswordDialog::tr("Resume anyway")},
                                  {PasswordDialog::tr("Not now"), Answer::Leave}};
              question.grave = true;
              question.hesitating = true;
              if (agreed(parent, question))
                  return start(context, parent, campaign, true, done);
              done(base::Error{base::ErrorCode::Cancelled, {}, {}});
          });
}

} // namespace gui
