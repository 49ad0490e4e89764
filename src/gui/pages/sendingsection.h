// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of sending of the account in use: speed, guards and prices.
#pragma once

#include "domain/account.h"
#include "gui/pages/settingssection.h"
#include "gui/widgets/form.h"

namespace Ui {
class SendingSection;
}

namespace gui {

class SendingSection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit SendingSection(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void retranslate() override;
    void load() override;

private:
    void save();
    // What is written, into the rules; false: it cannot be, and is said.
    bool readQuietHours(domain::SendingRules &rules);
    bool readCountries(domain::SendingRules &rules);
    bool readPrices(domain::SendingRules &rules);
    void refuse(QWidget *input, const QString &why);
    void addCountry(int chosen); // of the list of all
    void addPrice(const QString &country, int ore);

    Form<Ui::SendingSection> m_ui;
};

} // namespace gui
