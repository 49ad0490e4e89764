// SPDX-License-Identifier: GPL-3.0-or-later
// Language, at once; the active account with its check; the rules of sending.
#pragma once

#include "domain/account.h"
#include "gui/context.h"
#include "gui/pages/page.h"

#include <memory>

namespace Ui {
class SettingsPage;
}

namespace gui {

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
    void accountSaved();

private:
    void load();
    void save(bool thenCheck);
    void check(const domain::Account &account);

    Context &m_context;
    std::unique_ptr<Ui::SettingsPage> m_ui;
    domain::Account m_account;
};

} // namespace gui
