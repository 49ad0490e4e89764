// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts at the gateway: which is in use, how it signs in and is reached, its senders, its check.
#pragma once

#include "domain/account.h"
#include "gateway/answer.h"
#include "gui/pages/settingssection.h"
#include "gui/widgets/form.h"

namespace Ui {
class AccountSection;
}

namespace gui {

class AccountSection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit AccountSection(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void retranslate() override;
    void load() override;
    void focusOn(int code); // the input that this answer of the gateway concerns

private:
    void showAccount(const domain::Account &account);
    static QString shownName(const QString &name);
    void fillList(const QString &chosen);
    void showDependent(); // what is enabled and said by what is chosen elsewhere in the form
    std::optional<domain::Account> entered(); // nothing: a strip says what is wrong, and where
    void save(bool thenCheck);
    void use();
    void create();
    void rename();
    void remove();
    void importAuthority();
    void storeAuthority(const QString &file);
    void checkLock();
    void tell(const base::Result<void> &result, const QString &success);

    Form<Ui::AccountSection> m_ui;
    domain::Account m_account; // as stored, or the new one
    bool m_stored = false;
};

} // namespace gui
