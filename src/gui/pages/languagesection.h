// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window, changed at once; its appearance; and the language that messages are read in.
#pragma once

#include "gui/pages/settingssection.h"
#include "gui/widgets/form.h"

namespace Ui {
class LanguageSection;
}

namespace gui {

class LanguageSection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit LanguageSection(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void retranslate() override;
    void load() override;

private:
    void showSpelling();

    Form<Ui::LanguageSection> m_ui;
};

} // namespace gui
