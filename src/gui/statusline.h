// SPDX-License-Identifier: GPL-3.0-or-later
// The window's lowest line: is the gateway there, is the receiver on, when was the mailbox asked, how many
// messages are uncertain, duplicates or held back; between them, for a while, what has just happened.
#pragma once

#include "domain/progress.h"
#include "engine/gatewaycontact.h"
#include "engine/mailbox.h"
#include "gui/context.h"
#include "gui/sentence.h"
#include "gui/widgets/translated.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;
class QToolButton;

namespace gui {

// "2 s ago", "5 min ago", then the time of day, then the date too.
QString sinceInWords(qint64 atMs, qint64 nowMs);

class StatusLine final : public Translated<QStatusBar>
{
    Q_OBJECT
public:
    explicit StatusLine(Context &context, QWidget *parent = nullptr);

    void say(const Sentence &notice,
             int forMs);                              // 0: until something else is said
    void showContact(const engine::Contact &contact); // with the gateway
    void countUndecided();
    void comeLast(QWidget *before); // with Tab, behind this one
    bool isReceiving() const { return m_receiving; }

Q_SIGNALS:
    void helpWanted();
    void campaignWanted(qint64 campaign); // one that waits for a person's decision

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLabel *addText(); // to the right of those that there are
    void connectEngine();
    void retranslate() override;
    void write();                               // as it fits
    QString mailboxInWords(qint64 nowMs) const; // empty: none is used
    QString undecidedInWords() const;

    Context &m_context;
    QLabel *m_gatewayLabel;
    QLabel *m_receiverLabel;
    QLabel *m_mailboxLabel;
    QLabel *m_noticeLabel;
    QToolButton *m_undecidedButton;
    QToolButton *m_helpButton;
    QTimer m_noticeTimer;
    QTimer m_agoTimer; // how long ago something came, and how long until the gateway is tried again
    Sentence m_notice;
    engine::MailboxState m_mailbox;
    engine::Contact m_contact;
    qint64 m_statusAt = 0;
    domain::Progress m_messages; // of all campaigns
    qint64 m_undecidedIn = 0;    // the newest campaign with what a person must decide on; 0: none
    bool m_receiving = false;
};

} // namespace gui
