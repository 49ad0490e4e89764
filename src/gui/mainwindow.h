// SPDX-License-Identifier: GPL-3.0-or-later
// The main window: its pages, the bar with Stop, and the status line. It wires and holds no logic.
#pragma once

#include "gui/context.h"
#include "gui/pages/page.h"

#include <QMainWindow>
#include <QMap>

class QLabel;
class QListWidget;
class QStackedWidget;
class QToolButton;

namespace gui {

class Banners;
class CampaignPage;
class InboxPage;
class HelpWindow;
class Leaving;
class SendPage;
class SettingsPage;
class StopBar;
class Tray;

class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Context &context);
    ~MainWindow() override;

    void goTo(PageId page);
    void notice(const QString &text); // a while in the status bar
    void openCampaign(qint64 campaign);
    void openLink(const QString &smsLink); // on the Send page, but not into what is about to go out
    QList<PageId> pages() const { return m_pages.keys(); }
    SendPage *sendPage() const { return m_sendPage; }
    CampaignPage *campaignPage() const { return m_campaignPage; }
    InboxPage *inboxPage() const { return m_inboxPage; }
    SettingsPage *settingsPage() const { return m_settingsPage; }
    Banners *banners() const { return m_banners; }

Q_SIGNALS:
    void languageChosen(const QString &language);
    void accountsChanged();
    void restoreWanted(const QString &backup);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void add(PageId id, Page *page, const QString &icon);
    void connectEngine();
    void begin(qint64 campaign);
    void correct(qint64 campaign, const QString &number, int code);
    void retranslate();
    void showStatus();
    void writeStatus(); // as it fits
    void showHelp();    // of the page at hand

    Context &m_context;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    StopBar *m_stopBar;
    Banners *m_banners;
    QLabel *m_gatewayLabel;
    QLabel *m_receiverLabel;
    QLabel *m_uncertainLabel;
    QMap<PageId, Page *> m_pages;
    SendPage *m_sendPage;
    CampaignPage *m_campaignPage;
    InboxPage *m_inboxPage;
    SettingsPage *m_settingsPage;
    HelpWindow *m_help = nullptr; // made when it is first asked for
    QToolButton *m_helpButton;
    Tray *m_tray;
    Leaving *m_leaving;
    qint64 m_gatewayAt = 0;
    qint64 m_statusAt = 0;
    bool m_gatewayReached = false;
    qint64 m_uncertain = 0;
    bool m_receiving = false;
    QString m_link; // that waits for the countdown's end
};

} // namespace gui
