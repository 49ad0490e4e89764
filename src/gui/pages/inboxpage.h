// SPDX-License-Identifier: GPL-3.0-or-later
// What people answer: conversations by number, each with what was sent to it, and a reply.
#pragma once

#include "gui/oneshot.h"
#include "gui/pages/page.h"
#include "gui/widgets/form.h"

class QPushButton;
namespace Ui {
class InboxPage;
}

namespace models {
class ConversationModel;
class ThreadModel;
} // namespace models

namespace gui {

class InboxActions;

class InboxPage final : public Page
{
    Q_OBJECT
public:
    InboxPage(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void activated() override;
    void retranslate() override;
    void openConversation(const QString &number);
    void search(const QString &text);
    qint64 unread() const;

Q_SIGNALS:
    void unreadChanged(qint64 messages);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void dress();
    void connectLists();
    void connectButtons();
    void connectEngine();
    void refresh();
    void choose();
    void markRead();
    void showHeader();
    void showReply();
    // Said until something else is written or chosen, whatever is read anew meanwhile.
    void refuse(const Sentence &why);
    void showGaps();
    void sendReply();
    void toggleOptOut();
    void setOptedOut(bool optedOut);
    void saveFiles();
    void archiveOrBack();
    bool showsArchive() const;

    Form<Ui::InboxPage> m_ui;
    models::ConversationModel *m_conversations;
    models::ThreadModel *m_thread;
    InboxActions *m_actions;
    QPushButton *m_gapsSeenButton;
    QPushButton *m_wasOptOutButton;
    QPushButton *m_wasNoneButton;
    OneShot m_searchTimer{searchAfterMs};
    OneShot m_refreshTimer{200}; // ms: a few times a second
    Sentence m_refusal;
    bool m_optedOut = false;
    bool m_refreshing = false; // a chosen row is being put back, not chosen by the person
};

} // namespace gui
