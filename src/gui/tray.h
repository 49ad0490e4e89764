// SPDX-License-Identifier: GPL-3.0-or-later
// The icon in the notification area: keeps the program at hand while its window is closed, announces
// replies and campaigns that ended or paused, and counts unread replies.
#pragma once

#include "gui/context.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace gui {

class MainWindow;

class Tray final : public QObject
{
    Q_OBJECT
public:
    Tray(Context &context, MainWindow &window);

    bool isAvailable() const; // some desktops have no place for it
    void setUnread(qint64 messages);

Q_SIGNALS:
    void quitWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    // Only while the window is not the one in use. What a click on it opens.
    void tell(const QString &title, const QString &text, std::function<void()> open);

    Context &m_context;
    MainWindow &m_window;
    QMenu m_menu;
    QAction *m_openAction;
    QAction *m_quitAction;
    QSystemTrayIcon m_icon;
    std::function<void()> m_open;
    qint64 m_unread = 0;
};

} // namespace gui
