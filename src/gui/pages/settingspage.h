// SPDX-License-Identifier: GPL-3.0-or-later
// The settings: a list of sections, each a form of its own.
#pragma once

#include "gui/context.h"
#include "gui/pages/page.h"

#include <QList>

#include <memory>

namespace Ui {
class SettingsPage;
}

namespace gui {

class SettingsSection;

class SettingsPage final : public Page
{
    Q_OBJECT
public:
    SettingsPage(Context &context, QWidget *parent = nullptr);
    ~SettingsPage() override;

    QString title() const override;
    void activated() override;
    void retranslate() override;

Q_SIGNALS:
    void languageChosen(const QString &language);
    void accountsChanged();
    void restoreWanted(const QString &backup);

private:
    void add(SettingsSection *section);
    void fitList();

    std::unique_ptr<Ui::SettingsPage> m_ui;
    QList<SettingsSection *> m_sections;
};

} // namespace gui
