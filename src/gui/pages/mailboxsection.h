// SPDX-License-Identifier: GPL-3.0-or-later
// The mailbox in three steps: save its file, upload it, paste its address; then what to enter in the
// portal, and its key.
#pragma once

#include "engine/mailbox.h"
#include "gui/pages/settingssection.h"
#include "gui/widgets/form.h"
#include "gui/widgets/strip.h"

#include <functional>
namespace Ui {
class MailboxSection;
}

namespace gui {

class MailboxSection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit MailboxSection(Context &context, QWidget *parent = nullptr);

    bool isUsed() const;
    QString title() const override;
    void retranslate() override;
    void load() override;

private:
    // Of the engine's, as it is now.
    struct Facts
    {
        engine::MailboxState state;
        engine::MailboxSettings settings;
        engine::ReceiverUrls urls;
        bool awaitsNewKey = false;
    };
    using Told = std::function<void(const base::Result<void> &)>;

    void connectButtons();
    void showFacts();
    void present(const Facts &facts);
    void saveFile();
    void testAndUse();
    void tested(const base::Result<engine::MailboxTest> &result, bool moved);
    void fetch();
    void renewKey();
    void saveKey();
    void loadKey();
    void turnOff();
    void run(const std::function<base::Result<void>(engine::Mailbox &)> &work, const Told &told);
    void say(Strip *strip, const base::Result<void> &result, const QString &success);

    Form<Ui::MailboxSection> m_ui;
};

} // namespace gui
