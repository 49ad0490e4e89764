// SPDX-License-Identifier: GPL-3.0-or-later
// The receiver: where it listens, how the gateway reaches it, what to enter in the portal, and a test.
#pragma once

#include "gui/pages/settingssection.h"
#include "gui/widgets/form.h"

class QLineEdit;

namespace Ui {
class ReceiverSection;
}

namespace gui {

class ReceiverSection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit ReceiverSection(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void retranslate() override;
    void load() override;

private:
    void save();
    void showState(); // the addresses and the certificate as they are in force
    void test(bool outside);
    void chooseFile(QLineEdit *edit);
    engine::ReceiverSettings entered() const;
    void refused(const base::Error &error);

    Form<Ui::ReceiverSection> m_ui;
};

} // namespace gui
