// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the account's password where no keyring holds it: once per run, written nowhere.
#pragma once

#include "base/result.h"
#include "gui/context.h"
#include "gui/widgets/form.h"

#include <QDialog>

#include <functional>
namespace Ui {
class PasswordDialog;
}

namespace gui {

class PasswordDialog final : public QDialog
{
    Q_OBJECT
public:
    // why: NoPassword (the keyring has none, or is locked) or NoKeyring.
    PasswordDialog(const QString &account, const base::Error &why, QWidget *parent = nullptr);

    QString password() const;
    bool tryAgain() const { return m_tryAgain; } // the person has unlocked the keyring

private:
    Form<Ui::PasswordDialog> m_ui;
    bool m_tryAgain = false;
};

// Starts the campaign, asking for the password if the engine cannot have it otherwise. done: running,
// or why not; Cancelled when no password was given.
void startCampaign(Context &context, QWidget *parent, qint64 campaign,
                   const std::function<void(const base::Result<void> &)> &done);
// Resumes what was started before; where others have sent the same text meanwhile it asks first.
void resumeCampaign(Context &context, QWidget *parent, qint64 campaign,
                    const std::function<void(const base::Result<void> &)> &done);
// The same question for anything else that needs the account in use. given: there is a password now.
void askForPassword(Context &context, QWidget *parent, const QString &account, const base::Error &why,
                    std::function<void(bool given)> done);
bool isPasswordMissing(const base::Error &error);

} // namespace gui
