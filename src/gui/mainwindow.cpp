// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "engine/campaigns.h"
#include "engine/language.h"
#include "engine/settings.h"
#include "engine/timetable.h"
#include "engine/wording.h"
#include "gateway/errorcode.h"
#include "gui/banners.h"
#include "gui/droppedfile.h"
#include "gui/helpwindow.h"
#include "gui/leaving.h"
#include "gui/pages/accountsection.h"
#include "gui/pages/backupsection.h"
#include "gui/pages/campaignpage.h"
#include "gui/pages/campaignspage.h"
#include "gui/pages/contactspage.h"
#include "gui/pages/inboxpage.h"
#include "gui/pages/logpage.h"
#include "gui/pages/receptionsection.h"
#include "gui/pages/sendpage.h"
#include "gui/pages/settingspage.h"
#include "gui/pages/textspage.h"
#include "gui/question.h"
#include "gui/sending.h"
#include "gui/sidepages.h"
#include "gui/statusline.h"
#include "gui/supportfile.h"
#include "gui/tray.h"
#include "gui/widgets/pagelist.h"
#include "gui/widgets/stopbar.h"
#include "gui/widgets/theme.h"
#include "gui/windowplaces.h"
#include "gui/windowtitle.h"
#include "storage/campaignrepository.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QShortcut>
#include <QStackedWidget>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int noticeMs = 8000;
constexpr int longNoticeMs = 20000;

} // namespace

MainWindow::MainWindow(Context &context)
    : m_context(context)
    , m_list(new PageList(this))
    , m_stack(new QStackedWidget(this))
    , m_stopBar(new StopBar(this))
    , m_banners(new Banners(context, this))
    , m_status(new StatusLine(context, this))
    , m_sendPage(new SendPage(context))
    , m_sides(new SidePages(context, m_stack))
    , m_inboxPage(new InboxPage(context))
    , m_settingsPage(new SettingsPage(context))
    , m_sending(new Sending(context, *m_stopBar, *m_sendPage, this))
    , m_tray(new Tray(context, *this))
    , m_leaving(new Leaving(context, this))
    , m_title(new WindowTitle(context, this))
{
    setAcceptDrops(true);
    layOut();
    addPages();
    addShortcuts();
    connectPages();
    connectSending();
    connectSettings();
    connectLeaving();
    connectEngine();
    retranslate();
    goTo(PageId::Send);
    m_sendPage->activated(); // it was there already
    m_status->comeLast(previousInFocusChain());
    restorePlaces(context, *this);
    setMinimumSize(640, 320); // 200 % on a laptop leaves no more
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut()
{
    m_list->setObjectName(u"pages"_s);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_stopBar);
    right->addWidget(m_banners);
    right->addWidget(m_stack, 1);
    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addLayout(right, 1);
    setCentralWidget(centre);
    setStatusBar(m_status);
}

void MainWindow::addPages()
{
    auto *campaigns = new CampaignsPage(m_context);
    auto *contacts = new ContactsPage(m_context);
    auto *texts = new TextsPage(m_context);
    auto *log = new LogPage(m_context);
    add(PageId::Send, m_sendPage, u"send"_s);
    add(PageId::Campaigns, campaigns, u"campaigns"_s);
    add(PageId::Inbox, m_inboxPage, u"inbox"_s);
    add(PageId::Contacts, contacts, u"contacts"_s);
    add(PageId::Texts, texts, u"texts"_s);
    add(PageId::Log, log, u"log"_s);
    add(PageId::Settings, m_settingsPage, u"settings"_s);

    connect(contacts, &ContactsPage::groupChosen, this, [this](const QString &group) {
        goTo(PageId::Send);
        m_sendPage->sendToGroup(group);
    });
    connect(campaigns, &CampaignsPage::plannedWanted, m_sides, &SidePages::openPlanned);
    connect(campaigns, &CampaignsPage::monthWanted, m_sides, &SidePages::openMonth);
    connect(texts, &TextsPage::textChosen, this, [this](const storage::SavedText &text) {
        goTo(PageId::Send);
        m_sendPage->useText(text);
    });
    connect(log, &LogPage::repliesWanted, this, [this](const QString &search) {
        goTo(PageId::Inbox);
        m_inboxPage->search(search);
    });
}

void MainWindow::addShortcuts()
{
    connect(m_status, &StatusLine::helpWanted, this, &MainWindow::showHelp);
    connect(m_status, &StatusLine::campaignWanted, this, &MainWindow::openCampaign);
    auto *help = new QShortcut(QKeySequence(QKeySequence::HelpContents), this);
    connect(help, &QShortcut::activated, this, &MainWindow::showHelp);
    for (int i = 0; i < m_list->count(); ++i) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), this);
        connect(shortcut, &QShortcut::activated, this, [this, i] { m_list->setCurrentRow(i); });
    }
}

void MainWindow::connectPages()
{
    QList<Page *> pages = m_pages.values();
    pages += m_sides->all();
    for (const Page *page : std::as_const(pages)) {
        connect(page, &Page::pageWanted, this, &MainWindow::goTo);
        connect(page, &Page::campaignWanted, m_sides, &SidePages::openCampaign);
        connect(page, &Page::announced, this,
                [this](const Sentence &sentence) { m_status->say(sentence, noticeMs); });
        connect(page, &Page::startWanted, m_sending, &Sending::start);
        connect(page, &Page::correctionWanted, this, &MainWindow::correct);
        connect(page, &Page::personWanted, m_sides, &SidePages::openPerson);
        connect(page, &Page::sendWanted, this, [this](const QList<domain::Contact> &recipients) {
            goTo(PageId::Send);
            m_sendPage->sendTo(recipients);
        });
        connect(page, &Page::reuseWanted, this, [this](qint64 campaign) {
            goTo(PageId::Send);
            m_sendPage->useCampaign(campaign);
        });
    }
    connect(m_sides, &SidePages::shown, this, [this](PageId listed) {
        const QSignalBlocker quiet(m_list);
        mark(listed);
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            goTo(pageAt(row));
    });
    connect(m_list, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { goTo(pageAt(m_list->row(item))); });
    connect(m_inboxPage, &InboxPage::unreadChanged, this, [this](qint64 messages) {
        m_tray->setUnread(messages);
        m_title->setUnread(messages);
        retranslate();
    });
}

void MainWindow::connectSending()
{
    connect(m_stopBar, &StopBar::counting, m_sides->campaign(), &CampaignPage::setCounting);
    connect(m_sending, &Sending::begun, this, [this](qint64 campaign) {
        openWaitingLink();
        openCampaign(campaign);
    });
    connect(m_sending, &Sending::stopped, this, [this](qint64, bool planned) {
        if (!planned) {
            goTo(PageId::Send);
            m_sendPage->activated(); // what was written can be sent again
        }
        openWaitingLink();
        m_status->say([] { return tr("Stopped. Nothing was sent."); }, noticeMs);
    });
}

void MainWindow::connectSettings()
{
    connect(m_banners, &Banners::settingsWanted, this, [this] {
        goTo(PageId::Settings);
        m_settingsPage->open<ReceptionSection>()->showReceiver();
    });
    connect(m_banners, &Banners::mailboxSettingsWanted, this, [this] {
        goTo(PageId::Settings);
        m_settingsPage->open<ReceptionSection>()->showMailbox();
    });
    connect(m_banners, &Banners::backupsWanted, this, [this] {
        goTo(PageId::Settings);
        m_settingsPage->open<BackupSection>();
    });
    connect(m_banners, &Banners::campaignsWanted, this, [this] { goTo(PageId::Campaigns); });
    connect(m_settingsPage, &SettingsPage::languageChosen, this, &MainWindow::languageChosen);
    connect(m_settingsPage, &SettingsPage::restoreWanted, this, &MainWindow::restoreWanted);
    connect(m_settingsPage, &SettingsPage::accountsChanged, this, [this] {
        m_context.demo = m_context.settings.account({}).value_or(domain::Account{}).demo;
        m_sendPage->activated();
        Q_EMIT accountsChanged();
    });
}

void MainWindow::connectLeaving()
{
    connect(m_tray, &Tray::quitWanted, this, [this] {
        m_leaving->quit();
        close();
    });
    connect(m_leaving, &Leaving::hideWanted, this, &MainWindow::hide);
    connect(m_leaving, &Leaving::finished, this, &MainWindow::close, Qt::QueuedConnection);
}

void MainWindow::stopSending()
{
    if (m_stopBar->isCounting())
        m_stopBar->stop();
    m_leaving->pauseUnasked();
}

void MainWindow::keepForNextTime()
{
    m_sendPage->keepDraft();
    keepPlaces(m_context, *this);
}

void MainWindow::say(const Sentence &sentence)
{
    m_status->say(sentence, longNoticeMs);
}

void MainWindow::add(PageId id, Page *page, const QString &icon)
{
    auto *item = new QListWidgetItem(QIcon(":/icons/%1.png"_L1.arg(icon)), page->title(), m_list);
    item->setData(Qt::UserRole, static_cast<int>(id));
    m_pages.insert(id, page);
    m_stack->addWidget(page);
}

void MainWindow::connectEngine()
{
    connect(m_context.engine.part<engine::Campaigns>(), &engine::Campaigns::stopped, this,
            [this](qint64 id, domain::CampaignState state, const domain::PauseReason &) {
                const auto campaign = storage::CampaignRepository(m_context.reader).campaign(id);
                if (campaign)
                    m_status->say(
                        [name = campaign->name, state] {
                            return tr("%1: %2", "campaign: state").arg(name, engine::wording::state(state));
                        },
                        noticeMs);
            });
    // What needs a person stays until it is replaced; the campaign's page has the question itself.
    auto alarm = [this](qint64 id, QString (*sentence)()) {
        if (const auto campaign = storage::CampaignRepository(m_context.reader).campaign(id))
            m_status->say([sentence, name = campaign->name] { return sentence().arg(name); }, 0);
    };
    connect(m_context.engine.part<engine::Timetable>(), &engine::Timetable::missed, this,
            [alarm](qint64 id, qint64) {
                alarm(id, [] {
                    return tr("“%1” was due to start but could not. Open it under Campaigns and decide.");
                });
            });
    connect(m_context.engine.part<engine::Timetable>(), &engine::Timetable::mailboxAwaited, this,
            [alarm](qint64 id) {
                alarm(id, [] {
                    return tr(
                        "“%1” is waiting: it starts when the mailbox can be emptied, so that nobody who "
                        "has opted out gets a message.");
                });
            });
    connect(m_context.engine.part<engine::Campaigns>(), &engine::Campaigns::sentTwice, this,
            [alarm](qint64 id, qint64) {
                alarm(id, [] {
                    return tr("Alarm: a recipient of “%1” may have received the message twice. Open it under "
                              "Campaigns.");
                });
            });
}

void MainWindow::correct(qint64 campaign, const QString &number, int code)
{
    const QString field = gateway::fieldOf(code);
    if (field == "account"_L1) {
        goTo(PageId::Settings);
        m_settingsPage->open<AccountSection>()->focusOn(code);
        return;
    }
    goTo(PageId::Send);
    m_sendPage->correct(campaign, number, field);
}

PageId MainWindow::pageAt(int row) const
{
    return static_cast<PageId>(m_list->item(row)->data(Qt::UserRole).toInt());
}

// Its row in the list; the page itself comes to the front by another way.
void MainWindow::mark(PageId page)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (pageAt(row) == page)
            m_list->setCurrentRow(row);
    }
}

void MainWindow::goTo(PageId page)
{
    Page *target = m_pages.value(page);
    if (!target)
        return;
    const bool shown = m_stack->currentWidget() == target;
    m_stack->setCurrentWidget(target);
    mark(page);
    if (!shown)
        target->activated();
}

void MainWindow::openCampaign(qint64 campaign)
{
    m_sides->openCampaign(campaign);
}

CampaignPage *MainWindow::campaignPage() const
{
    return m_sides->campaign();
}

void MainWindow::openLink(const QString &smsLink)
{
    if (m_stopBar->isCounting()) { // what is about to go out stays on the page until then
        m_link = smsLink;
        return;
    }
    goTo(PageId::Send);
    m_sendPage->openLink(smsLink);
}

void MainWindow::openWaitingLink()
{
    if (!m_link.isEmpty())
        m_sendPage->openLink(std::exchange(m_link, {}));
}

void MainWindow::showHelp()
{
    if (!m_help) {
        m_help = new HelpWindow(this);
        connect(m_help, &HelpWindow::supportWanted, this, [this] { collectForSupport(m_context, m_help); });
    }
    auto *shown = qobject_cast<Page *>(m_stack->currentWidget());
    const PageId topic = m_sides->listedAs(shown, m_pages.key(shown, PageId::Send));
    m_help->open(helpTopic(topic));
}

void MainWindow::retranslate()
{
    setLocale(engine::language::locale()); // numbers and dates of every field in it
    m_list->setAccessibleName(tr("Pages"));
    m_title->write();
    for (int i = 0; i < m_list->count(); ++i) {
        const PageId id = pageAt(i);
        m_list->rename(i, m_pages.value(id)->title(), id == PageId::Inbox ? m_inboxPage->unread() : 0);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_stopBar->isCounting()) {
        event->ignore();
        Question question;
        question.words = tr("Nothing has been sent yet. The countdown waits for your answer.");
        question.answers = {{tr("Send")}, {tr("Stop"), Answer::Leave}}; // as Escape in the bar
        question.hesitating = true;
        if (!agreed(this, question))
            m_stopBar->stop();
        return;
    }
    if (!m_leaving->mayClose(m_status->isReceiving() && !m_context.demo, m_tray->isAvailable())) {
        event->ignore();
        return;
    }
    keepForNextTime();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    acceptFiles(event);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString file = droppedFile(event);
    if (file.isEmpty())
        return;
    goTo(PageId::Send);
    m_sendPage->addList(file);
}

} // namespace gui
