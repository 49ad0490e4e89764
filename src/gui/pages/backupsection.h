// SPDX-License-Identifier: GPL-3.0-or-later
// Backups: to a file, from a file, and the nightly ones.
#pragma once

#include "gui/pages/settingssection.h"
#include "gui/widgets/form.h"

namespace Ui {
class BackupSection;
}

namespace gui {

class BackupSection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit BackupSection(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void retranslate() override;
    void load() override;

private:
    void backUp();
    void showBackups();
    void askAndRestore(const QString &backup);

    Form<Ui::BackupSection> m_ui;
};

} // namespace gui
