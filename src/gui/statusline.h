// SPDX-License-Identifier: GPL-3.0-or-later
// The window's lowest line: was the gateway reached, is the receiver on, when was the mailbox asked, how
// many are uncertain; between them, for a while, what has just happened.
#pragma once

#include "engine/mailbox.h"
#include "gui/context.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;
class QToolButton;

namespace gui {

// "2 s ago", "5 min ago", then the time of day, then the date too.
QString sinceInWords(qint64 atMs, qint64 nowMs);

class StatusLine final : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(Context &context, QWidget *parent = nullptr);

    void say(const QString &notice, int forMs); // 0: until something else is said
    void gatewayAnswered(qint64 atMs, bool reached);
    void countUncertain();
    bool isReceiving() const { return m_receiving; }

Q_SIGNALS:
    void helpWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectEngine();
    void retranslate();
    void write();                               // as it fits
    QString mailboxInWords(qint64 nowMs) const; // empty: none is used

    Context &m_context;
    QLabel *m_gatewayLabel;
    QLabel *m_receiverLabel;
    QLabel *m_mailboxLabel;
    QLabel *m_noticeLabel;
    QLabel *m_uncertainLabel;
    QToolButton *m_helpButton;
    QTimer m_noticeTimer;
    QTimer m_agoTimer; // how long ago the last status came, or the mailbox was asked
    QString m_notice;
    engine::MailboxState m_mailbox;
    qint64 m_gatewayAt = 0;
    qint64 m_statusAt = 0;
    qint64 m_uncertain = 0;
    bool m_gatewayReached = false;
    bool m_receiving = false;
};

} // namespace gui
