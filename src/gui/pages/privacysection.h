// SPDX-License-Identifier: GPL-3.0-or-later
// How long texts and the log are kept.
#pragma once

#include "gui/pages/settingssection.h"
#include "gui/widgets/form.h"

namespace Ui {
class PrivacySection;
}

namespace gui {

class PrivacySection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit PrivacySection(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void retranslate() override;
    void load() override;

private:
    void save();

    Form<Ui::PrivacySection> m_ui;
};

} // namespace gui
