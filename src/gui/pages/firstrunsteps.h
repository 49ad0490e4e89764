// SPDX-License-Identifier: GPL-3.0-or-later
// "I have an account" in three short steps: service ID and password, senders, check and done.
#pragma once

#include "domain/account.h"
#include "gui/context.h"
#include "gui/widgets/form.h"
#include "gui/widgets/translated.h"

#include <QWidget>

namespace Ui {
class FirstRunSteps;
}

namespace gui {

class FirstRunSteps final : public Translated<QWidget>
{
    Q_OBJECT
public:
    explicit FirstRunSteps(Context &context, QWidget *parent = nullptr);
    void begin();

Q_SIGNALS:
    void left(); // back to the choice
    void done(); // the account is stored and in use

private:
    void next();
    void back();
    void store();
    void showStep(int step);
    void useFixed(); // what is fixed for this computer
    void sayBeneath(QWidget *input, const QString &problem);
    void retranslate() override;

    Context &m_context;
    Form<Ui::FirstRunSteps> m_ui;
    domain::Account m_account;
};

} // namespace gui
