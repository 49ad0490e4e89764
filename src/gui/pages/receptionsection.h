// SPDX-License-Identifier: GPL-3.0-or-later
// How statuses and replies come in: straight to this computer, from a mailbox, or both.
#pragma once

#include "gui/pages/settingssection.h"

class QPushButton;

namespace gui {

class MailboxSection;
class ReceiverSection;

class ReceptionSection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit ReceptionSection(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void retranslate() override;
    void load() override;
    void showReceiver();
    void showMailbox();

private:
    QPushButton *addWay(const QString &objectName);
    void bringToFront(const QWidget *way);

    QPushButton *m_receiverButton; // as tabs, but in two lines where the text is large
    QPushButton *m_mailboxButton;
    ReceiverSection *m_receiver;
    MailboxSection *m_mailbox;
};

} // namespace gui
