// SPDX-License-Identifier: GPL-3.0-or-later
// What happens by itself with what comes in: opt-outs, keywords, and the watch on the gateway's count.
#pragma once

#include "gui/pages/settingssection.h"
#include "gui/widgets/form.h"
#include "inbox/rules.h"

namespace Ui {
class RepliesSection;
}

namespace gui {

class RepliesSection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit RepliesSection(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void retranslate() override;
    void load() override;

private:
    void save();
    void addRule(const inbox::KeywordRule &rule);

    Form<Ui::RepliesSection> m_ui;
};

} // namespace gui
