// SPDX-License-Identifier: GPL-3.0-or-later
// The first thing a new user sees: language, then the demo gateway or an account.
#pragma once

#include "gui/context.h"
#include "gui/widgets/form.h"
#include "gui/widgets/translated.h"

#include <QWidget>

namespace Ui {
class FirstRunPage;
}

namespace gui {

class FirstRunSteps;

class FirstRunPage final : public Translated<QWidget>
{
    Q_OBJECT
public:
    explicit FirstRunPage(Context &context, QWidget *parent = nullptr);
    void say(const QString &problem);

Q_SIGNALS:
    void languageChosen(const QString &language);
    void demoChosen();
    void accountReady(); // stored, and in use

private:
    void retranslate() override;
    void showSteps(bool steps);

    Form<Ui::FirstRunPage> m_ui;
    FirstRunSteps *m_steps;
};

} // namespace gui
