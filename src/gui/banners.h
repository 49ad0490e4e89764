// SPDX-License-Identifier: GPL-3.0-or-later
// What the whole program must tell, above every page, until it is mended: storage, receiver,
// mailbox, password.
#pragma once

#include "engine/mailbox.h"
#include "engine/opening.h"
#include "gui/context.h"
#include "gui/widgets/translated.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QVBoxLayout;

namespace gui {

class Strip;

class Banners final : public Translated<QWidget>
{
    Q_OBJECT
public:
    explicit Banners(Context &context, QWidget *parent = nullptr);

    void receiverFailed(const base::Error &error); // until it receives

Q_SIGNALS:
    void settingsWanted(); // of the receiver
    void mailboxSettingsWanted();
    void backupsWanted();
    void campaignsWanted(); // to see what is held, and release it

private:
    enum class Storage { Good, Failing, Recovered, Damaged };
    Strip *addStrip(const QString &name); // beneath those that there are
    void connectStorage();
    void connectHeld();
    void connectClock();
    void connectReceiving();
    void retranslate() override;
    void askTheTime();
    void watchMailbox();
    QString mailboxInWords() const;
    void showDamage(const base::Error &error);

    Context &m_context;
    QVBoxLayout *m_column;
    Strip *m_storageStrip;
    Strip *m_heldStrip;
    Strip *m_clockStrip;
    Strip *m_receiverStrip;
    Strip *m_mailboxStrip;
    Strip *m_passwordStrip;
    QPushButton *m_closeButton;
    QPushButton *m_restoreButton;
    QPushButton *m_campaignsButton;
    QPushButton *m_closeHeldButton;
    QPushButton *m_clockButton;
    QPushButton *m_settingsButton;
    QPushButton *m_mailboxButton;
    QPushButton *m_closeMailboxButton;
    Storage m_storage = Storage::Good;
    std::optional<base::Error> m_storageError;
    std::optional<base::Error> m_receiverError;
    engine::MailboxState m_mailbox;
    std::optional<qint64> m_forgottenSinceMs; // nothing was fetched from the mailbox
    std::optional<engine::HeldAtOpening> m_held;
    std::optional<qint64> m_knownTimeMs; // where the clock says another
    bool m_passwordKept = false;
};

} // namespace gui
