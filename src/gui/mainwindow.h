// SPDX-License-Identifier: GPL-3.0-or-later
// The main window: its pages, the bar with Stop, and the status line. It wires and holds no logic.
#pragma once

#include "gui/context.h"
#include "gui/pages/page.h"
#include "gui/widgets/translated.h"

#include <QMainWindow>
#include <QMap>

class QStackedWidget;

namespace gui {

class Banners;
class CampaignPage;
class HelpWindow;
class InboxPage;
class Leaving;
class PageList;
class SendPage;
class Sending;
class SettingsPage;
class SidePages;
class StatusLine;
class StopBar;
class Tray;
class WindowTitle;

class MainWindow final : public Translated<QMainWindow>
{
    Q_OBJECT
public:
    explicit MainWindow(Context &context);
    ~MainWindow() override;

    void goTo(PageId page);
    void say(const Sentence &sentence); // a while in the status bar
    void openCampaign(qint64 campaign);
    void openLink(const QString &smsLink); // on the Send page, but not into what is about to go out
    void stopSending();                    // without a question; leaving()->paused() follows
    void keepForNextTime();                // the draft, the window's place
    QList<PageId> pages() const { return m_pages.keys(); }
    SendPage *sendPage() const { return m_sendPage; }
    CampaignPage *campaignPage() const;
    InboxPage *inboxPage() const { return m_inboxPage; }
    SettingsPage *settingsPage() const { return m_settingsPage; }
    Banners *banners() const { return m_banners; }
    Leaving *leaving() const { return m_leaving; }

Q_SIGNALS:
    void languageChosen(const QString &language);
    void accountsChanged();
    void restoreWanted(const QString &backup);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    void addPages();
    void add(PageId id, Page *page, const QString &icon);
    void addShortcuts();
    void connectPages();
    void connectSending();
    void connectSettings();
    void connectLeaving();
    void connectEngine();
    PageId pageAt(int row) const; // of the list
    void mark(PageId page);
    void openWaitingLink();
    void correct(qint64 campaign, const QString &number, int code);
    void retranslate() override;
    void showHelp(); // of the page at hand

    Context &m_context;
    PageList *m_list;
    QStackedWidget *m_stack;
    StopBar *m_stopBar;
    Banners *m_banners;
    StatusLine *m_status;
    QMap<PageId, Page *> m_pages;
    SendPage *m_sendPage;
    SidePages *m_sides;
    InboxPage *m_inboxPage;
    SettingsPage *m_settingsPage;
    HelpWindow *m_help = nullptr; // made when it is first asked for
    Sending *m_sending;
    Tray *m_tray;
    Leaving *m_leaving;
    WindowTitle *m_title;
    QString m_link; // that waits for the countdown's end
};

} // namespace gui
